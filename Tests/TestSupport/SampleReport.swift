import Assessment
package import Reports

/// A report that has one of each sort of value, figure and block.
package enum SampleReport {
    package static let whole: Report = {
        var report = Report(.cohort, "Spring 2026")
        report.asOf = Timestamp(microseconds: 1_772_000_000_000_000)
        report.answer = ["2 of 3 passed."]
        report.facts = [.init("pass_rate", "Pass rate", .share(share(2, 3)))]
        report.smallPrint = ["Made from 3 sittings."]
        var learners = Table(
            "learners", "Learners: who passed?",
            [
                .init("name", "Name"), .init("mark", "Mark", isNumeric: true),
                .init("share", "Share", isNumeric: true), .init("when", "When"),
                .init("time", "Time", isNumeric: true), .init("verdict", "Verdict"),
                .init("note", "Note"),
            ])
        learners.add([
            .text("=HYPERLINK(\"http://x\")"), .mark(share(31, 2)), .share(share(31, 40)),
            .moment(Timestamp(microseconds: 1_772_000_000_000_000)), .seconds(3_725),
            .verdict(.notPassed), .missing(),
        ])
        learners.add([
            .text("\u{1B}_x0041_\r\n "), .mark(share(15_996, 1_000), places: 2, cut: Rational(16)),
            .share(share(79_996, 100_000), cut: share(8, 10)),
            .moment(Timestamp(microseconds: 0)), .seconds(65), .verdict(.undecided),
            .missing("too few"),
        ])
        learners.notes = ["Marks are of 20."]
        var objectives = Table("objectives", "Learners: who passed?", [.init("n", "Name")])
        objectives.add([.text("Reviews")])
        func small(_ name: String, _ caption: String) -> Table {
            var table = Table(
                name, caption, [.init("n", "Name"), .init("v", "Value", isNumeric: true)])
            table.add([.text("Reviews"), .estimate(.nan)])
            table.add([.text("مرحبا 日本語"), .estimate(-0.0849)])
            return table
        }
        let (scores, answers, panel) = (
            small("scores", "Score"), small("answers", "Answers"), small("panel", "Panel")
        )
        var ranges = Figure(
            "Panel", finding: "They differ on one.",
            .ranges(
                [.init("Ask", [1, 3], settled: 2), .init("End", [2, nil], settled: nil)], on: 0...3),
            panel)
        ranges.people = ["R1", "R2"]
        ranges.settled = "as all"
        report.sections = [
            .init(
                "all", "All",
                [
                    .heading("Part"), .paragraph("+1 text"), .quote("@said", by: "-Ana"),
                    .list(["one"]),
                    .figure(
                        Figure(
                            "Scores", finding: "One passed.",
                            .strip(
                                [
                                    .init("a", 16, .passed), .init("b", 16, .passed),
                                    .init("c", 3, .notPassed),
                                ], of: 20, cut: 16), learners)),
                    .figure(
                        Figure(
                            "Your score", finding: "You scored 15.5 of 20.",
                            .score(15.5, of: 20, cut: 16, likely: 13...18), scores)),
                    .figure(
                        Figure(
                            "Answers", finding: "Nobody knew the last one.",
                            .grid(
                                rows: ["Ana", "Ben"], columns: ["1", "2", "3"],
                                shares: [[1, 0.5, 0], [nil, 1, 0]]), answers)),
                    .figure(ranges),
                    .figure(
                        Figure(
                            "Objectives", finding: "Reviews are strong.",
                            .bars([.init("Reviews", 3, of: 4, "3 of 4", isMarked: true)]),
                            objectives)),
                ])
        ]
        return report
    }()

    private static func share(_ top: Int128, _ bottom: Int128) -> Rational {
        (try? Rational(top, over: bottom)) ?? .zero
    }
}
