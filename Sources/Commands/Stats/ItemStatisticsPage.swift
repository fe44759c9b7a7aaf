import Assessment
import Statistics
import Terminal

/// The statistics of the items of a quiz, all in a table or some in full, and as data.
struct ItemStatisticsPage {
    let statistics: QuizStatistics
    let name: String
    var notes: [Remark] = []

    // MARK: All of them

    func write(to console: Console) {
        var head = Page()
        head.heading(name)
        head.paragraph(QuizStatisticsWords(statistics: statistics).summary)
        head.space()
        console.write(head, table)
        var legend = Page()
        legend.space()
        legend.paragraph(
            ItemStatisticsWords.legend + (hasTimes ? ItemStatisticsWords.timeLegend : ""))
        console.write("\n" + legend.text(width: console.width, palette: console.outputPalette))
        console.write(remarks(on: statistics.flagged))
    }

    private func remarks(on items: [ItemStatistics]) -> [Remark] {
        notes + [QuizStatisticsWords(statistics: statistics).sample].compactMap(\.self)
            + items.flatMap { ItemStatisticsWords(item: $0).remarks }
    }

    private var hasTimes: Bool { statistics.items.contains { $0.times != nil } }

    private var table: TextTable {
        let times: [TextTable.Column] = hasTimes ? [.init("TIME", isNumber: true)] : []
        var table = TextTable(
            [
                .init("ITEM"), .init("N", isNumber: true), .init("EASE", isNumber: true),
                .init("REST", isNumber: true), .init("D", isNumber: true),
            ] + times + [.init("LOOK")])
        for item in statistics.items {
            let time = item.times?.median.seconds ?? "-"
            table.add(
                [
                    item.item.id, String(item.figures.facility.basis.units),
                    item.figures.facility.percent(decimals: 0) ?? "-",
                    item.figures.restCorrelation.cell(), item.figures.upperLower.cell(),
                ] + (hasTimes ? [time] : []) + [ItemStatisticsWords(item: item).flag])
        }
        return table
    }

    // MARK: Some in full

    func write(_ items: [ItemStatistics], to console: Console) {
        for (place, item) in items.enumerated() {
            if place > 0 { console.write("\n") }
            var head = Page()
            head.heading(item.item.id)
            head.space()
            console.write(head, Self.figures(of: item))
            if !item.options.isEmpty {
                console.write("\n")
                console.write(Self.options(of: item))
            }
        }
        console.write(remarks(on: items))
    }

    private static func figures(of item: ItemStatistics) -> TextTable {
        var table = TextTable([
            .init("FIGURE"), .init("N", isNumber: true), .init("VALUE", isNumber: true),
            .init("95%"),
        ])
        for (name, figure) in named(item) {
            table.add([
                name, String(figure.basis.units), figure.cell(), figure.remark,
            ])
        }
        return table
    }

    private static func options(of item: ItemStatistics) -> TextTable {
        var table = TextTable([
            .init("OPTION"), .init("CHOSE", isNumber: true), .init("BEST", isNumber: true),
            .init("LAST", isNumber: true), .init("REST", isNumber: true), .init(""),
        ])
        for option in item.options {
            table.add([
                option.option.name, String(option.figures.learners),
                option.figures.upper.cell(decimals: 1), option.figures.lower.cell(decimals: 1),
                option.figures.restCorrelation.cell(), option.option.isKey ? "key" : "",
            ])
        }
        if let unanswered = item.unanswered, unanswered > 0 {
            table.add(["(none)", String(unanswered), "", "", "", ""])
        }
        return table
    }

    private static func named(_ item: ItemStatistics) -> [(String, Figure)] {
        let figures = item.figures
        return [
            ("ease", figures.facility), ("deviation", figures.deviation),
            ("rest", figures.restCorrelation), ("efficiency", figures.efficiency),
            ("D", figures.upperLower), ("weight meant", figures.intendedWeight),
            ("weight had", figures.effectiveWeight),
        ] + (item.alphaWithout.map { [("alpha without", $0)] } ?? [])
            + (item.times.map {
                [
                    ("seconds, 25%", $0.lowerQuartile), ("seconds, 50%", $0.median),
                    ("seconds, 75%", $0.upperQuartile),
                ]
            } ?? [])
    }

    // MARK: Data

    func json(_ items: [ItemStatistics]) -> JSON {
        [
            "schema": .string(StatisticsSchema.item.name), "quiz": .string(name),
            "learners": .integer(statistics.learners),
            "items": .array(items.map(Self.json)),
            "remarks": .array(remarks(on: items).map(\.json)),
        ]
    }

    private static func json(_ item: ItemStatistics) -> JSON {
        let figures = item.figures
        return [
            "item": .string(item.item.id), "possible": .string(item.item.possible.description),
            "guessing": .optional(item.item.guessing?.description),
            "ease": figures.facility.json, "deviation": figures.deviation.json,
            "rest": figures.restCorrelation.json, "efficiency": figures.efficiency.json,
            "upperLower": figures.upperLower.json, "intendedWeight": figures.intendedWeight.json,
            "effectiveWeight": figures.effectiveWeight.json,
            "alphaWithout": item.alphaWithout?.json ?? .null,
            "seconds": item.times.map(json) ?? .null,
            "flags": .array(item.flags.map(\.rawValue).sorted().map { .string($0) }),
            "options": .array(item.options.map(json)),
        ]
    }

    private static func json(_ times: ItemTimes) -> JSON {
        [
            "lowerQuartile": times.lowerQuartile.json, "median": times.median.json,
            "upperQuartile": times.upperQuartile.json,
            "hasty": times.hasty.map {
                [
                    "learners": .integer($0.learners), "limit": .string($0.limit.description),
                    "ease": $0.facility.json,
                ]
            } ?? .null,
        ]
    }

    private static func json(_ option: ItemStatistics.Option) -> JSON {
        let figures = option.figures
        return [
            "option": .string(option.option.name), "key": .bool(option.option.isKey),
            "learners": .integer(figures.learners), "share": figures.share.json,
            "upper": figures.upper.json, "lower": figures.lower.json,
            "rest": figures.restCorrelation.json,
            "flags": .array(option.flags.map(\.rawValue).sorted().map { .string($0) }),
        ]
    }
}
