import Rendering
import Reports
import TestSupport
import Testing

/// As the poppler of Debian 12 reads them.
@Suite(
    .enabled(
        if: Outside.has("pdftotext") && Outside.has("pdfinfo"), "poppler-utils is not installed"))
struct `Pages of each kind of report` {
    @Test(arguments: Report.Kind.allCases)
    func `are what was reviewed, and the same each time`(kind: Report.Kind) throws {
        let pages = try ReportPages.pdf(of: Samples.of(kind)).bytes
        let text = Array(try Self.read(pages).utf8)
        let path = "Tests/RenderingTests/Golden/\(kind).txt"
        #expect(try GoldenFile.kept(text, at: path) == text)
        #expect(try ReportPages.pdf(of: Samples.of(kind)).bytes == pages)
    }

    /// What the document is, what stands on the paper, and what a screen reader is told.
    private static func read(_ pages: [UInt8]) throws -> String {
        let folder = try Folder([])
        _ = try folder.write(pages, to: "r.pdf")
        func said(_ program: String, _ arguments: [String]) throws -> String {
            try #require(try Outside.run(program, arguments, in: folder.url)).output
        }
        let kept = ["Title:", "Tagged:", "Pages:", "Page size:"]
        let facts = try said("pdfinfo", ["r.pdf"]).split(separator: "\n")
            .filter { line in kept.contains { line.hasPrefix($0) } }
        let layout = try said("pdftotext", ["-layout", "r.pdf", "-"])
            .replacing("\u{C}", with: "\n--- end of page ---\n")
        let structure = counted(try said("pdfinfo", ["-struct", "r.pdf"]))
        return facts.joined(separator: "\n") + "\n\n" + layout + "\n" + structure
    }

    /// Elements that come several times in a row as one line with their number.
    private static func counted(_ structure: String) -> String {
        var lines: [(text: Substring, count: Int)] = []
        for line in structure.replacing(/\n +\//, with: " /").split(separator: "\n") {
            if let last = lines.last, last.text == line {
                lines[lines.count - 1].count += 1
            } else {
                lines.append((line, 1))
            }
        }
        return lines.map { $0.text + ($0.count > 1 ? " × \($0.count)\n" : "\n") }.joined()
    }
}
