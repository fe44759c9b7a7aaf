import Assessment
import Statistics
import Terminal

/// The statistics of a quiz as a page and as data.
struct QuizStatisticsPage {
    let statistics: QuizStatistics
    /// What the quiz, or the table that its marks are in, is called.
    let name: String
    /// What was left out of what the marks come from, and why.
    var notes: [Remark] = []

    private var words: QuizStatisticsWords { QuizStatisticsWords(statistics: statistics) }
    private var remarks: [Remark] { notes + words.remarks }

    func write(to console: Console) {
        var head = Page()
        head.heading(name)
        head.paragraph(words.summary)
        head.space()
        console.write(head, table)
        console.write(remarks)
    }

    private var table: TextTable {
        let figures = statistics.figures
        var table = TextTable([.init("FIGURE"), .init("VALUE", isNumber: true), .init("95%")])
        func add(_ name: String, _ figure: Figure) {
            table.add([name, figure.cell(), figure.remark])
        }
        add("mean", figures.mean)
        add("median", figures.median)
        add("deviation", figures.deviation)
        add("skewness", figures.skewness)
        add("kurtosis", figures.kurtosis)
        add("alpha", figures.alpha)
        add("KR-21", figures.kr21)
        add("error", figures.standardError)
        if let cut = statistics.cut {
            add("pass rate", cut.passRate)
            add("agreement", cut.consistency.agreement)
            add("kappa", cut.consistency.kappa)
            if let accuracy = cut.consistency.accuracy { add("accuracy", accuracy) }
        }
        return table
    }

    var json: JSON {
        let figures = statistics.figures
        return [
            "schema": .string(StatisticsSchema.quiz.name), "quiz": .string(name),
            "learners": .integer(statistics.learners), "missing": .integer(statistics.missing),
            "drawn": .bool(statistics.isDrawn), "questions": .integer(statistics.questions),
            "possible": .string(statistics.possible.description),
            "figures": [
                "mean": figures.mean.json, "median": figures.median.json,
                "deviation": figures.deviation.json, "skewness": figures.skewness.json,
                "kurtosis": figures.kurtosis.json, "alpha": figures.alpha.json,
                "kr21": figures.kr21.json, "standardError": figures.standardError.json,
            ],
            "cut": statistics.cut.map(Self.json) ?? .null,
            "flagged": .array(statistics.flagged.map { .string($0.item.id) }),
            "remarks": .array(remarks.map(\.json)),
        ]
    }

    private static func json(_ cut: CutStatistics) -> JSON {
        [
            "passMark": .string(cut.passMark.description), "passed": .integer(cut.passed),
            "passRate": cut.passRate.json, "agreement": cut.consistency.agreement.json,
            "kappa": cut.consistency.kappa.json,
            "accuracy": cut.consistency.accuracy?.json ?? .null,
            "near": .array(
                cut.near.map {
                    [
                        "learner": .string($0.learner),
                        "earned": .string($0.marks.earned.description),
                        "possible": .string($0.marks.possible.description),
                    ]
                }),
            "chances": .array(
                cut.chances.map {
                    [
                        "level": .string($0.level.description),
                        "passes": .string($0.ofPassing.text(decimals: 9)),
                    ]
                }),
        ]
    }
}

extension Console {
    /// A page, and a table below it.
    func write(_ page: Page, _ table: TextTable) {
        write(page.text(width: width, palette: outputPalette))
        write(table)
    }

    /// What figures say, one remark after the other; nothing where there is nothing to say.
    func write(_ remarks: [Remark]) {
        guard !remarks.isEmpty else { return }
        var page = Page()
        for remark in remarks { page.item("-", remark.line, verbatim: true) }
        write("\n" + page.text(width: width, palette: outputPalette))
    }
}
