import Assessment
import Foundation
import Rendering
import TestSupport
import Testing

@Suite(
    .enabled(
        if: ["python3", "qpdf", "pdfinfo", "pdftotext"].allSatisfy(Outside.has),
        "python3, qpdf or poppler-utils is not installed"))
struct `Hostile texts on pages` {
    private struct Row: Encodable {
        let text: String
        /// As the title of a document says it, on one line.
        let line: String
        /// As it is set on paper, in lines of its own.
        let set: String
    }

    @Test func `stay texts for readers that others wrote`() throws {
        let folder = try Folder([])
        let texts = ["harmless"] + Attacks.all
        for (index, text) in texts.enumerated() {
            let pages = try ReportPages.pdf(of: Attacks.report(of: text)).bytes
            _ = try folder.write(pages, to: "\(index).pdf")
        }
        let rows = texts.map {
            Row(
                text: $0, line: $0.terminalSafe(), set: $0.terminalSafe(keepingLineBreaks: true))
        }
        _ = try folder.write(Array(try JSONEncoder().encode(rows)), to: "rows.json")
        let script = Project.root.appending(path: "Tests/RenderingTests/readback.py").path
        let run = try #require(try Outside.run("python3", [script], in: folder.url))
        #expect(run.output == "")
        #expect(run.status == 0, "\(run.errors)")
    }
}
