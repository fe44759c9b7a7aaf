import Assessment
import Statistics
import Terminal

/// How reviewers score whole pieces of work, criterion by criterion too, as a page and as data.
struct PanelStatisticsPage {
    let statistics: PanelStatistics
    let passMark: Rational?
    /// Empty where only scores are known.
    let criteria: [(name: String, statistics: CriterionStatistics)]
    let name: String
    var notes: [Remark] = []

    private var remarks: [Remark] {
        notes + PanelStatisticsWords(statistics: statistics, passMark: passMark).remarks
    }

    func write(to console: Console) {
        var head = Page()
        head.heading(name)
        head.paragraph(
            "\(counted(statistics.works, "piece", "pieces")) of work, "
                + "\(counted(statistics.reviewers.count, "reviewer")).")
        head.space()
        console.write(head, figures)
        console.write("\n")
        console.write(reviewers)
        if !criteria.isEmpty {
            console.write("\n")
            console.write(agreement)
        }
        console.write(remarks)
    }

    private var named: [(name: String, key: String, figure: Figure)] {
        let raters = statistics.mean.basis.raters ?? 0
        return [
            ("ICC, one", "iccOne", statistics.one),
            ("ICC, mean of \(raters)", "iccMean", statistics.mean),
            ("alpha", "alpha", statistics.alpha), ("needed", "needed", statistics.needed),
        ]
    }

    private var figures: TextTable {
        var table = TextTable([.init("FIGURE"), .init("VALUE", isNumber: true), .init("95%")])
        for (name, key, figure) in named {
            table.add([name, figure.cell(decimals: key == "needed" ? 0 : 2), figure.remark])
        }
        return table
    }

    private var reviewers: TextTable {
        var table = TextTable([
            .init("REVIEWER"), .init("SCORES", isNumber: true), .init("MEAN", isNumber: true),
            .init("LENIENT", isNumber: true),
        ])
        for reviewer in statistics.reviewers {
            table.add([
                reviewer.name, String(reviewer.works), reviewer.mean.cell(),
                reviewer.leniency.cell(),
            ])
        }
        return table
    }

    private var agreement: TextTable {
        var table = TextTable([
            .init("CRITERION"), .init("N", isNumber: true), .init("SAME", isNumber: true),
            .init("KAPPA", isNumber: true), .init("AC1", isNumber: true),
            .init("ALPHA", isNumber: true),
        ])
        for (name, criterion) in criteria {
            table.add([
                name, String(criterion.compared), criterion.exact.percent(decimals: 0) ?? "-",
                criterion.kappa.cell(), criterion.firstOrder.cell(), criterion.alpha.cell(),
            ])
        }
        return table
    }

    var json: JSON {
        .object(
            [
                ("schema", .string(StatisticsSchema.panel.name)), ("panel", .string(name)),
                ("works", .integer(statistics.works)),
                ("passMark", .optional(passMark?.description)),
                ("figures", .object(named.map { ($0.key, $0.figure.json) })),
                ("reviewers", .array(statistics.reviewers.map(Self.json))),
                (
                    "unlinked",
                    .array(
                        statistics.unlinked.map { group in .array(group.map { .string($0) }) })
                ),
                (
                    "flips",
                    .array(
                        statistics.flips.map {
                            [
                                "work": .string($0.work), "score": .string($0.score.description),
                                "fair": .string($0.fair.description),
                            ]
                        })
                ),
                (
                    "criteria",
                    .array(
                        criteria.map { name, criterion in
                            CriterionStatisticsPage(statistics: criterion, name: name).json
                        })
                ), ("remarks", .array(remarks.map(\.json))),
            ])
    }

    private static func json(_ reviewer: PanelStatistics.Reviewer) -> JSON {
        [
            "reviewer": .string(reviewer.name), "works": .integer(reviewer.works),
            "mean": reviewer.mean.json, "leniency": reviewer.leniency.json,
            "standsOut": .bool(reviewer.standsOut),
        ]
    }
}
