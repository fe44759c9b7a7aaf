import Assessment
import Commands
import Reports
import Testing

@Suite struct `A chart` {
    private static func report(_ chart: Chart) -> Report {
        var report = Report(.item, "Item")
        let table = Table("data", "Data", [.init("x", "X")])
        report.sections = [
            .init("only", "Only", [.figure(Figure("Title", finding: "Finding", chart, table))])
        ]
        return report
    }

    private static func page(_ chart: Chart) -> String {
        String(decoding: ReportHTML.bytes(of: report(chart)), as: UTF8.self)
    }

    @Test(
        arguments: [
            .score(.nan, of: 0, cut: .nan, likely: nil),
            .score(.infinity, of: .infinity, cut: -1, likely: -5 ... .infinity),
            .score(-3, of: -2, cut: nil, likely: 1...1),
            .strip([], of: 0, cut: nil),
            .strip([.init("x", .nan, .undecided), .init("y", 9, .passed)], of: 3, cut: 4),
            .bars([]), .bars([.init("x", 3, of: 0, ""), .init("y", .infinity, of: .nan, "")]),
            .bars([.init("x", -1, of: -2, "")]),
            .grid(rows: [], columns: [], shares: []),
            .grid(rows: ["x"], columns: ["a", "b"], shares: [[.nan, 7]]),
            .grid(rows: ["x", "y"], columns: ["a"], shares: [[]]),
            .ranges([], on: 0...0),
            .ranges([.init("x", [nil, .nan], settled: .infinity)], on: 1e300...1e301),
            .ranges([.init("x", [], settled: nil)], on: -1...1),
        ] as [Chart])
    func `can be drawn of anything`(chart: Chart) {
        let page = Self.page(chart)
        for sign in ["\"nan", "\"inf", "\"-inf", "width=\"-", "height=\"-"] {
            #expect(!page.contains(sign))
        }
        #expect(ReportText(width: 40).text(of: Self.report(chart)).contains("Finding"))
    }

    @Test(
        arguments: [
            (20, "0 5 10 15 20"), (1, "0 0.2 0.4 0.6 0.8 1"),
            (7, "0 2 4 7"), (100, "0 20 40 60 80 100"),
            (36, "0 10 20 30 36"), (2.5, "0 0.5 1 1.5 2 2.5"),
        ] as [(Double, String)]) func `has round numbers along it`(most: Double, labels: String)
    {
        let page = Self.page(.score(0, of: most, cut: nil, likely: nil))
        let found = page.split(separator: "</text>").dropLast().map { part in
            String(part[(part.lastIndex(of: ">") ?? part.startIndex)...].dropFirst())
        }
        #expect(found.joined(separator: " ") == labels)
    }

    @Test func `of a large cohort stays within bounds`() {
        let dots = (0..<300).map { Chart.Dot("\($0)", 10, .passed) }
        let page = Self.page(.strip(dots, of: 20, cut: 16))
        #expect(page.contains("passed: 300"))
        let drawn = page.matches(of: /role="img"[^>]*height="([0-9]+)/).first
        #expect(drawn.flatMap { Int($0.1) } == 335)
    }
}
