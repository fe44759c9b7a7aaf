package import Reports

/// Texts that would like to be something else, and a report that has one of them everywhere.
package enum Attacks {
    /// No two of the same bytes; texts that Unicode holds for equal are two.
    package static let all: [String] = {
        var seen: Set<[UInt8]> = []
        return (few + HostileTexts.all).filter { seen.insert(Array($0.utf8)).inserted }
    }()

    private static let few =
        [
            // Markup.
            "<script>alert(1)</script>", "</script>", "</title></style></svg><b>x</b>", "<!--",
            "--><b>", "]]>", "<![CDATA[x]]>", "&lt;b&gt; &amp; &#60;", "' onload='x", "<?xml?>",
            "javascript:alert(1)", "<a href=\"javascript:alert(1)\">x</a>",
            // Markdown.
            "[x](javascript:alert(1))", "![x](http://evil.example/x.png)", "<http://evil.example>",
            "http://evil.example/a", "see https://evil.example.", "www.evil.com",
            "ftp://evil.example",
            "a@evil.com", "mailto:a@evil.com", "@everyone @@ `@` \\@", "*a* **b** __c__ _d_ ~~e~~",
            "`code`", "# h", "#", "- l", "+ l", "* l", "1. l", "12) l", "1.", "> q", ">",
            "```\nx\n```",
            "~~~", "    code", "\tcode", "a\n===", "a\n---", "a\n- b\n    c", "---", "***", "___",
            "| a | b |\n|---|---|\n| 1 | 2 |", "a\n:-", ":-|-", "[a]: http://evil.example", "[a]",
            "[^1]", "$x$", "a\\", "a  \nb", "x\n\n\ny", " x ", "a|b\\|c\\\\|d", "&#32;", "\\`x\\`",
            // Formulas and cells.
            "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://evil.example\")", "\t=1", "'=1",
            "a\",\"b", "a\r\nb", ";", "=cmd|' /C calc'!A0",
            // Paths, terminals, directions, lengths.
            "../../etc/passwd", "C:\\x", "\u{1B}[2J\u{1B}]0;x\u{7}", "\u{9B}31m",
            "a\u{202E}b\u{2066}c",
            "a\u{0}b", String(repeating: "x", count: 10_000), String(repeating: "é ", count: 5_000),
            String(decoding: [0x61, 0xD800, 0x62] as [UInt16], as: UTF16.self),
        ]

    package static func report(of text: String) -> Report {
        var report = Report(.panel, text)
        report.answer = [text]
        report.facts = [.init("fact", text, .text(text))]
        var table = Table(
            "data", text, [.init("name", text), .init("other", text, isNumeric: true)])
        table.add([.text(text), .missing(text)])
        table.notes = [text]
        var figure = Figure(
            text, finding: text, .ranges([.init(text, [1], settled: 1)], on: 0...3),
            drawn("ranges", text))
        figure.people = [text]
        let bars = Figure(
            text, finding: text, .bars([.init(text, 1, of: 2, text)]), drawn("bars", text))
        let grid = Figure(
            text, finding: text, .grid(rows: [text], columns: [text], shares: [[1]]),
            drawn("grid", text))
        report.sections = [
            .init(
                "all", text,
                [
                    .heading(text), .paragraph(text), .quote(text, by: text), .list([text]),
                    .table(table), .figure(figure), .figure(bars), .figure(grid),
                ])
        ]
        report.smallPrint = [text]
        return report
    }

    private static func drawn(_ name: String, _ text: String) -> Table {
        var table = Table(name, text, [.init("name", text)])
        table.add([.text(text)])
        return table
    }
}
