import Assessment
import Foundation
import Rendering
import Reports
import TestSupport
import Testing

@Suite struct `A report as pages` {
    private static let report = SampleReport.whole

    @Test func `travels to the program that makes them without a loss`() throws {
        let sent = try #require(JSON(reading: Self.report.json.bytes()).flatMap(Report.init))
        // What is no number equals nothing, not even itself.
        #expect("\(sent)" == "\(Self.report)")
        #expect(Report(["kind": "learner"]) == nil)
    }

    @Test func `has the same bytes at any time`() throws {
        let first = try ReportPages.pdf(of: Self.report).bytes
        Thread.sleep(forTimeInterval: 1.1)
        #expect(try ReportPages.pdf(of: Self.report).bytes == first)
    }

    private func asked(
        _ program: String, _ arguments: [String], of report: Report
    ) throws -> Outside.Result {
        let folder = try Folder([])
        _ = try folder.write(try ReportPages.pdf(of: report).bytes, to: "r.pdf")
        return try #require(try Outside.run(program, arguments, in: folder.url))
    }

    @Test(.enabled(if: Outside.has("qpdf"), "qpdf is not installed"))
    func `is whole, and says in which language it is and what its pictures show`() throws {
        #expect(try asked("qpdf", ["--check", "r.pdf"], of: Self.report).status == 0)
        let inside = try asked(
            "qpdf", ["--qdf", "--object-streams=disable", "r.pdf", "-"], of: Self.report
        )
        .output
        for text in [
            "/Lang (en)", "/DisplayDocTitle true", "<pdfuaid:part>1</pdfuaid:part>", "/Tabs /S",
            "/Alt (Scores. One passed.)", "/Alt (Panel. They differ on one.)",
            "/Scope /Column", "/CreationDate (20260225061320Z)", "/FontFile",
        ] {
            let isThere = inside.contains(text)
            #expect(isThere, "\(text)")
        }
    }

    @Test(.enabled(if: Outside.has("pdfinfo"), "pdfinfo of poppler-utils is not installed"))
    func `has a structure that a screen reader follows`() throws {
        let info = try asked("pdfinfo", ["r.pdf"], of: Self.report).output
        #expect(info.contains("Tagged:          yes") && info.contains("Spring 2026"))
        let structure = try asked("pdfinfo", ["-struct", "r.pdf"], of: Self.report).output
        let names = structure.split(separator: "\n").map {
            String($0.trimmingCharacters(in: .whitespaces).prefix { $0.isLetter || $0.isNumber })
        }
        for name in [
            "Document", "H1", "H2", "H3", "P", "BlockQuote", "L", "LI", "LBody", "Figure", "Table",
            "TR", "TH", "TD",
        ] { #expect(names.contains(name), "\(name)") }
        #expect(names.filter { $0 == "Figure" }.count == 5)
    }

    @Test(.enabled(if: Outside.has("pdftotext"), "pdftotext of poppler-utils is not installed"))
    func `says what the report says, on numbered pages`() throws {
        let text = try asked("pdftotext", ["-layout", "r.pdf", "-"], of: Self.report).output
        for words in [
            "2 of 3 passed.", "-Ana: “@said”", "• one", "=HYPERLINK(\"http://x\")", "79.99%",
            "\\u{1B}_x0041_", "Marks are of 20.", "Made from 3 sittings.", "Page 1 of 2",
            "pass mark 16", "• Pass rate: 66.7%", "As of 2026-02-25",
        ] { #expect(text.contains(words), "\(words)") }
    }

    /// Long texts and tables, and texts that are no good.
    @Test(.enabled(if: Outside.has("pdftotext"), "pdftotext of poppler-utils is not installed"))
    func `goes on from page to page, whatever is in it`() throws {
        var report = Report(.cohort, String(repeating: "Long ", count: 200))
        var table = Table("t", "Many", (0..<9).map { .init("c\($0)", "Column \($0)") })
        for row in 0..<200 { table.add((0..<9).map { .text("r\(row)c\($0)") }) }
        var wild = Table("w", "Wild", [.init("a", "A"), .init("b", "B")])
        for text in HostileTexts.all {
            wild.add([.text(text), .text(String(repeating: text, count: 3))])
        }
        let long = String(repeating: "word ", count: 5_000) + "end"
        report.sections = [
            .init("a", "A", [.table(table), .table(wild), .paragraph(long)]),
            .init("b", "B", HostileTexts.all.map { .paragraph($0) }),
        ]
        let text = try asked("pdftotext", ["-layout", "r.pdf", "-"], of: report).output
        #expect(text.contains("r0c0") && text.contains("r199c8") && text.contains("end"))
        // The headings come again on every page of the table.
        #expect(text.components(separatedBy: "Column 8").count > 3)
        #expect(try asked("pdffonts", ["r.pdf"], of: report).status == 0)
    }

    @Test func `names the packages of the letters that no font has`() throws {
        var report = Report(.item, "Письмо")
        // A private letter, which no font of Debian draws, beside those that are always there.
        report.answer = ["é Ω ж \u{11A50}\u{F0000}"]
        let missing = try ReportPages.pdf(of: report).missingFonts
        #expect(missing == ["fonts-noto-core"])
    }

    @Test func `is quickly made for a whole class`() throws {
        let clock = ContinuousClock()
        let start = clock.now
        for _ in 0..<30 { _ = try ReportPages.pdf(of: Self.report) }
        #expect(clock.now - start < .seconds(15))
    }
}
