import Assessment
import Commands
import Reports
import TestSupport
import Testing

@Suite struct `A report in any format` {
    struct Format: Sendable {
        let suffix: String
        let bytes: @Sendable (Report) -> [UInt8]
    }

    static let formats = [
        Format(suffix: "html") { ReportHTML.bytes(of: $0) },
        Format(suffix: "80.txt") { Array(ReportText(width: 80).text(of: $0).utf8) },
        Format(suffix: "40.txt") { Array(ReportText(width: 40).text(of: $0).utf8) },
        Format(suffix: "md") { ReportMarkdown.bytes(of: $0) },
        Format(suffix: "json") { ReportJSON.bytes(of: $0) },
        Format(suffix: "csv") { report in report.tables.flatMap { ReportCSV.bytes(of: $0) } },
    ]

    @Test(arguments: Report.Kind.allCases, formats.map(\.suffix))
    func `is what was reviewed, and the same each time`(kind: Report.Kind, suffix: String) throws {
        let report = Samples.of(kind)
        let format = try #require(Self.formats.first { $0.suffix == suffix })
        let bytes = format.bytes(report)
        let path = "Tests/ReportsTests/Golden/\(kind).\(suffix)"
        #expect(try GoldenFile.kept(bytes, at: path) == bytes)
        #expect(format.bytes(report) == bytes)
    }

    @Test func `is small enough to be sent`() {
        let page = ReportHTML.bytes(of: Samples.cohort(learners: 30, questions: 20))
        #expect(page.count < 1_000_000)
    }
}
