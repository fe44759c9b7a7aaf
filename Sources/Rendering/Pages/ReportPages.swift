import Assessment
internal import CPango
package import Reports

/// Makes pages of a report; the same report has the same bytes wherever the same fonts are.
package enum ReportPages {
    /// A tagged PDF, and the packages that would bring the letters it lacks.
    package static func pdf(
        of report: Report
    ) throws(RenderFault) -> (bytes: [UInt8], missingFonts: Set<String>) {
        // Each page says how many there are, which is most often one, and is known at the end.
        var drawn = draw(report, pages: 1)
        if drawn.pages > 1 { drawn = draw(report, pages: drawn.pages) }
        let bytes = try TaggedPDF.finished(
            drawn.bytes, title: report.title.terminalSafe(), language: report.language,
            pictures: report.figures.map { "\($0.title). \($0.finding)".terminalSafe() })
        return (bytes, drawn.missing)
    }

    /// The packages that would bring the letters of a text that no font here has.
    static func missingFonts(for text: String) -> Set<String> {
        // Without a stream to write to, it is only measured.
        let surface = cairo_pdf_surface_create_for_stream(
            nil, nil, PageCanvas.width, PageCanvas.height)
        guard let surface else { preconditionFailure("cairo always answers with a surface") }
        defer { cairo_surface_destroy(surface) }
        let fonts = MissingFonts()
        _ = PageCanvas(on: surface, fonts: fonts, footer: { _ in "" }).size(of: text, .init())
        return fonts.packages
    }

    private final class Sink {
        var bytes: [UInt8] = []
    }

    private static func draw(
        _ report: Report, pages: Int
    ) -> (bytes: [UInt8], pages: Int, missing: Set<String>) {
        let sink = Sink()
        let surface = cairo_pdf_surface_create_for_stream(
            { sink, bytes, count in
                guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), PageCanvas.width, PageCanvas.height)
        guard let surface else { preconditionFailure("cairo always answers with a surface") }
        describe(report, on: surface)
        let fonts = MissingFonts()
        let title = String(report.title.terminalSafe().prefix(60))
        let canvas = PageCanvas(on: surface, fonts: fonts) { page in
            "\(title) · Page \(page) of \(pages)"
        }
        canvas.tagged("Document") {
            write(report, on: canvas)
            canvas.finishPage()
        }
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
        return (sink.bytes, canvas.page, fonts.packages)
    }

    private static func describe(_ report: Report, on surface: OpaquePointer) {
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
        for sentence in report.smallPrint {
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
        case .list(let entries):
            canvas.tagged("L") {
                for entry in entries {
                    canvas.tagged("LI") { canvas.write("• " + entry, tag: "LBody", indent: 8) }
                }
            }
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
}

extension Report {
    fileprivate var figures: [Figure] {
        sections.flatMap(\.blocks).compactMap { block in
            if case .figure(let figure) = block { figure } else { nil }
        }
    }
}
