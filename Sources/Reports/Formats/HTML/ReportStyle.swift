/// How a report looks on a screen by day and by night, in forced colors and on paper.
///
/// The colors of the marks are from Okabe and Ito's palette, which color-blind people can tell
/// apart: https://jfly.uni-koeln.de/color/
enum ReportStyle {
    static let sheet = """

        :root {
          color-scheme: light dark;
          --page: #fff; --ink: #1a1c20; --soft: #50555f; --rule: #c3c7cf; --panel: #f3f4f7;
          --link: #00578a; --good: #0072b2; --bad: #d55e00; --other: #007a5a; --track: #dfe2e8;
          --edge: #767c88;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --page: #15171c; --ink: #e8eaee; --soft: #b3b9c4; --rule: #454a55; --panel: #20232a;
            --link: #8ecbf2; --good: #56b4e9; --bad: #e69f00; --other: #2bbf95; --track: #343945;
            --edge: #8b92a0;
          }
        }
        @media (forced-colors: active) {
          :root {
            --page: Canvas; --ink: CanvasText; --soft: CanvasText; --rule: CanvasText;
            --panel: Canvas; --link: LinkText; --good: CanvasText; --bad: Highlight;
            --other: CanvasText; --track: Canvas; --edge: CanvasText;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; background: var(--page); color: var(--ink);
          font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
        }
        main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1, h2, h3, p, li, dd, dt, blockquote, caption, figcaption, summary {
          overflow-wrap: anywhere;
        }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .75rem; }
        h2 {
          font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: .75rem;
          border-top: 1px solid var(--rule);
        }
        h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
        p { margin: 0 0 .75rem; white-space: pre-line; }
        a { color: var(--link); }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .answer p { font-size: 1.2rem; margin-bottom: .4rem; }
        .answer p:first-child { font-weight: 650; }
        .facts {
          display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem;
          margin: 1.25rem 0;
        }
        .facts div {
          background: var(--panel); border: 1px solid var(--rule); border-radius: .4rem;
          padding: .5rem .75rem;
        }
        .facts dt { color: var(--soft); font-size: .875rem; }
        .facts dd { margin: 0; font-size: 1.15rem; font-weight: 600; }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; }
        nav a { display: inline-block; padding: .25rem 0; }
        blockquote {
          margin: 0 0 1rem; padding: .5rem 1rem; background: var(--panel);
          border-left: 4px solid var(--edge);
        }
        blockquote p { white-space: pre-wrap; margin: 0; }
        blockquote div { color: var(--soft); font-size: .9rem; margin-top: .25rem; }
        cite { font-style: normal; }
        li { white-space: pre-line; margin-bottom: .25rem; }
        .scroll { overflow-x: auto; margin: 0 0 1rem; }
        table {
          border-collapse: collapse; min-width: min(100%, 16rem); font-size: .925rem;
          font-variant-numeric: tabular-nums;
        }
        caption {
          text-align: left; font-weight: 600; padding-bottom: .4rem;
          max-width: calc(100vw - 2rem);
        }
        th, td {
          text-align: left; vertical-align: top; padding: .35rem .6rem; white-space: pre-line;
          border-bottom: 1px solid var(--rule);
        }
        thead th { border-bottom: 2px solid var(--edge); vertical-align: bottom; }
        tbody th { font-weight: 500; }
        th, td { min-width: 9rem; max-width: 28rem; overflow-wrap: anywhere; }
        .number { text-align: right; }
        .short { min-width: 0; white-space: nowrap; }
        .note { color: var(--soft); font-size: .9rem; }
        figure { margin: 1.5rem 0; }
        figcaption strong { display: block; }
        figcaption span { display: block; white-space: pre-line; }
        figure > svg { display: block; width: calc(100% - 1rem); margin: .75rem .5rem; }
        svg { overflow: visible; }
        svg svg { overflow: hidden; }
        svg [overflow="visible"] { overflow: visible; }
        svg text { font-size: .8125rem; fill: var(--ink); }
        svg .strong { font-weight: 600; }
        .shapes { position: absolute; }
        .good { fill: var(--good); }
        .bad { fill: var(--bad); }
        .other { fill: var(--other); }
        .track { fill: var(--track); stroke: var(--edge); }
        .half { fill: var(--good); fill-rule: evenodd; }
        .cross { fill: none; stroke: var(--bad); stroke-width: 2; }
        .faint, .axis { fill: none; stroke: var(--edge); }
        .line { fill: none; stroke: var(--ink); stroke-width: 2; }
        .cut { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 4 2; }
        svg[preserveAspectRatio] path { vector-effect: non-scaling-stroke; }
        .legend {
          display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; list-style: none; padding: 0;
          margin: .25rem .5rem .75rem; color: var(--soft); font-size: .9rem;
        }
        .legend li { margin: 0; }
        .legend svg { vertical-align: -.2rem; margin-right: .35rem; }
        summary { cursor: pointer; padding: .25rem 0; color: var(--link); }
        .small-print { margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
        .small-print p { color: var(--soft); font-size: .875rem; margin-bottom: .35rem; }
        @media print {
          @page { margin: 18mm 15mm; }
          body { font-size: 10pt; }
          main { max-width: none; padding: 0; }
          nav, summary { display: none; }
          h1, h2, h3, caption, figcaption { break-after: avoid; }
          figure > svg, figcaption, .legend, tr, blockquote, .facts div, .small-print {
            break-inside: avoid;
          }
          .scroll { overflow: visible; }
          th, td { min-width: 0; padding: .3rem .35rem; }
          td.short { white-space: pre-line; }
          table:has(th:nth-child(13)) :is(th, td) { padding: .3rem .15rem; }
          table:has(th:nth-child(13)) thead .number { writing-mode: vertical-rl; text-align: left; }
          details::details-content { content-visibility: visible; display: block; height: auto; }
          details:has(th:nth-child(30)) { display: none; }
          figure:has(details th:nth-child(30))::after {
            content: "The data are too wide for paper: see them on a screen, or as a workbook.";
          }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """
}
