import Assessment
internal import CPango
package import Reports

/// Makes pages of a report; the same report has the same bytes wherever the same fonts are.
package enum ReportPages {
    /// A tagged PDF, and the packages that would bring the letters that it, or what was laid out
    /// before it, lacks.
    package static func pdf(
        of report: Report, by layouts: Layouts = Layouts()
    ) throws(RenderFault) -> (bytes: [UInt8], missingFonts: Set<String>) {
        layouts.makeRoom()
        // Each page says how many there are, so they are counted first, on paper that nobody gets.
        let draft = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nil)
        let pages = draw(report, on: draft, with: layouts, pages: 1)
        let sink = Sink()
        let surface = cairo_pdf_surface_create_for_stream(
            { sink, bytes, count in
                guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), PageCanvas.width, PageCanvas.height)
        describe(report, on: surface)
        _ = draw(report, on: surface, with: layouts, pages: pages)
        let bytes = try TaggedPDF.finished(
            sink.bytes, title: report.title.terminalSafe(), language: report.language,
            pictures: report.figures.map { "\($0.title). \($0.finding)".terminalSafe() })
        return (bytes, layouts.missingFonts)
    }

    /// The packages that would bring the letters of a text that no font here has.
    static func missingFonts(for text: String) -> Set<String> {
        let layouts = Layouts()
        _ = layouts.layout(text, width: nil, .init(), lines: 1)
        return layouts.missingFonts
    }

    private final class Sink {
        var bytes: [UInt8] = []
    }

    /// Puts it all on the surface, which is gone afterwards, and says how many pages it took.
    private static func draw(
        _ report: Report, on surface: OpaquePointer?, with layouts: Layouts, pages: Int
    ) -> Int {
        guard let surface else { preconditionFailure("cairo always answers with a surface") }
        let title = String(report.title.terminalSafe().prefix(60))
        let canvas = PageCanvas(on: surface, layouts) { page in
            "\(title) · Page \(page) of \(pages)"
        }
        canvas.tagged("Document") {
            write(report, on: canvas)
            canvas.finishPage()
        }
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
        return canvas.page
    }

    private static func describe(_ report: Report, on surface: OpaquePointer?) {
        let made = report.asOf?.description ?? "1980-01-01T00:00:00Z"
        cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_TITLE, report.title.terminalSafe())
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Assay")
        // To the second, which is all that PDF knows.
        let second = made.prefix { $0 != "." && $0 != "Z" } + "Z"
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, String(second))
    }

    private static func write(_ report: Report, on canvas: PageCanvas) {
        canvas.write(report.title, tag: "H1", .init(size: 20, isBold: true))
        canvas.skip(6)
        for sentence in report.answer {
            canvas.write(sentence, .init(size: 13))
            canvas.skip(3)
        }
        if !report.facts.isEmpty {
            canvas.skip(6)
            write(report.facts.map { "\($0.title): \($0.value.text)" }, on: canvas)
        }
        for section in report.sections {
            canvas.skip(12)
            canvas.need(60)
            canvas.write(section.title, tag: "H2", .init(size: 14, isBold: true))
            canvas.skip(4)
            for block in section.blocks {
                write(block, on: canvas)
                canvas.skip(6)
            }
        }
        canvas.skip(12)
        for sentence in (report.asOf.map { [ReportWords.asOf($0)] } ?? []) + report.smallPrint {
            canvas.write(sentence, .init(size: 8, isGray: true))
        }
    }

    private static func write(_ block: Report.Block, on canvas: PageCanvas) {
        switch block {
        case .heading(let text):
            canvas.need(45)
            canvas.write(text, tag: "H3", .init(size: 11, isBold: true))
        case .paragraph(let text): canvas.write(text)
        case .quote(let text, let author):
            let words = author.map { "\($0): " } ?? ""
            canvas.write(words + "“\(text)”", tag: "BlockQuote", indent: 14)
        case .list(let entries): write(entries, on: canvas)
        case .table(let table): TableWriter(table: table, canvas: canvas).write()
        case .figure(let figure):
            canvas.need(60)
            canvas.write(figure.title, .init(isBold: true))
            canvas.write(figure.finding)
            canvas.skip(4)
            ChartDrawing(chart: figure.chart, canvas: canvas).draw()
            canvas.skip(6)
            TableWriter(table: figure.table, canvas: canvas).write()
        }
    }

    private static func write(_ entries: [String], on canvas: PageCanvas) {
        canvas.tagged("L") {
            for entry in entries {
                canvas.tagged("LI") { canvas.write("• " + entry, tag: "LBody", indent: 8) }
            }
        }
    }
}

extension Report {
    fileprivate var figures: [Figure] {
        sections.flatMap(\.blocks).compactMap { block in
            if case .figure(let figure) = block { figure } else { nil }
        }
    }
}
