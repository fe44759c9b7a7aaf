import Assessment
import Statistics
import Terminal

/// How reviewers use a criterion, as a page and as data.
struct CriterionStatisticsPage {
    let statistics: CriterionStatistics
    let name: String
    var notes: [Remark] = []

    private var remarks: [Remark] {
        notes + CriterionStatisticsWords(statistics: statistics).remarks
    }

    func write(to console: Console) {
        var head = Page()
        head.heading(name)
        head.paragraph(
            "\(counted(statistics.compared, "piece", "pieces")) of work with two marks or more, "
                + "\(counted(statistics.reviewers.count, "reviewer")).")
        head.space()
        console.write(head, figures)
        console.write("\n")
        console.write(levels)
        console.write("\n")
        console.write(reviewers)
        console.write(remarks)
    }

    private var named: [(name: String, key: String, figure: Figure)] {
        [
            ("same level", "exact", statistics.exact),
            ("same or next", "adjacent", statistics.adjacent),
            ("kappa", "kappa", statistics.kappa), ("AC1", "ac1", statistics.firstOrder),
            ("alpha", "alpha", statistics.alpha),
        ]
    }

    private var figures: TextTable {
        var table = TextTable([.init("FIGURE"), .init("VALUE", isNumber: true), .init("95%")])
        for (name, _, figure) in named { table.add([name, figure.cell(), figure.remark]) }
        return table
    }

    private var levels: TextTable {
        var table = TextTable([.init("LEVEL"), .init("MARKS", isNumber: true)])
        for (level, marks) in statistics.chosen { table.add([level, String(marks)]) }
        return table
    }

    private var reviewers: TextTable {
        var table = TextTable([
            .init("REVIEWER"), .init("SHARED", isNumber: true), .init("ABOVE", isNumber: true),
            .init("SAME", isNumber: true),
        ])
        for reviewer in statistics.reviewers {
            table.add([
                reviewer.name, String(reviewer.above.basis.units), reviewer.above.cell(),
                reviewer.agreement.percent(decimals: 0) ?? "-",
            ])
        }
        return table
    }

    var json: JSON {
        .object(
            [
                ("schema", .string(StatisticsSchema.criterion.name)), ("criterion", .string(name)),
                ("compared", .integer(statistics.compared)),
                (
                    "figures",
                    .object(named.map { ($0.key, $0.figure.json) })
                ),
                (
                    "levels",
                    .array(
                        statistics.chosen.map {
                            ["level": .string($0.level), "marks": .integer($0.marks)]
                        })
                ),
                (
                    "reviewers",
                    .array(
                        statistics.reviewers.map {
                            [
                                "reviewer": .string($0.name), "above": $0.above.json,
                                "agreement": $0.agreement.json,
                            ]
                        })
                ),
                (
                    "apart",
                    .array(
                        statistics.apart.map {
                            [
                                "work": .string($0.work), "steps": .integer($0.steps),
                                "levels": .array($0.levels.map { .string($0) }),
                            ]
                        })
                ), ("remarks", .array(remarks.map(\.json))),
            ])
    }
}
