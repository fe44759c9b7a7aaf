package import Assessment

/// All that is said of a quiz from the marks of those who took it.
package struct QuizStatistics: Sendable {
    /// With fewer learners nothing is said of an item but its figures.
    package static let fewest = 10
    /// With fewer learners what is said of an item may be chance.
    package static let enough = 30

    package let learners: Int
    /// The marks that learners have not, because they were not asked.
    package let missing: Int
    /// Whether each learner was asked other items, so that the figures of the whole are of places.
    package let isDrawn: Bool
    /// The questions that one learner was asked where all figures of the whole hold.
    package let questions: Int
    /// The points that they give.
    package let possible: Rational
    package let figures: QuizFigures
    package let items: [ItemStatistics]
    /// Nil where no pass mark is known.
    package let cut: CutStatistics?

    package init(_ marks: QuizMarks, passMark: Rational? = nil) throws(Rational.Overflow) {
        let places = marks.byPlace()
        let whole = places ?? marks.table
        let totals = try marks.totals()
        figures = try QuizFigures(whole)
        learners = marks.learners.count
        missing = marks.missing
        isDrawn = places != nil
        questions = whole.items
        possible = try whole.maxima.total()
        items = try marks.itemStatistics(
            alphaWithout: isDrawn ? nil : figures.alphaWithout, totals: totals)
        let standing = zip(marks.learners, totals).map {
            CutStatistics.Standing(learner: $0, marks: $1)
        }
        let (figures, table) = (figures, whole)
        cut = try passMark.map { (cut) throws(Rational.Overflow) in
            try CutStatistics(standing, table, figures, passMark: cut)
        }
    }

    /// The items that somebody should look at, those against the rest first.
    package var flagged: [ItemStatistics] {
        items.enumerated().filter { !$1.flags.isEmpty }.sorted { left, right in
            func order(_ item: ItemStatistics) -> Double {
                item.figures.restCorrelation.number ?? 2
            }
            return (order(left.1), left.0) < (order(right.1), right.0)
        }.map(\.1)
    }

    /// How many questions like these would have a reliability of so many hundredths, by Spearman
    /// and Brown; nil where no number would.
    package func questionsNeeded(forHundredths wanted: Int) -> Int? {
        guard let alpha = figures.alpha.exact, alpha > .zero,
            let wanted = try? Rational(Int128(wanted), over: 100),
            let length = try? wanted * (.one - alpha), let worth = try? alpha * (.one - wanted),
            let needed = try? (length * Rational(questions)).divided(by: worth)
        else { return nil }
        let whole = needed.truncated + (needed.isWhole ? 0 : 1)
        return whole < 10_000 ? Int(whole) : nil
    }
}
