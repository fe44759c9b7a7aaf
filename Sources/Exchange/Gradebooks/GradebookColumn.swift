internal import Assessment

/// A quiz as a gradebook sees it: one column, with one number for full marks.
struct GradebookColumn {
    /// As it was asked last.
    let quiz: GradedSitting.AskedQuiz
    /// What full marks are.
    let points: Rational
    let sittings: [GradedSitting]
    let sittingOf: [Person.ID: GradedSitting]

    /// A column for each quiz, in the order of their names.
    ///
    /// Full marks are what the settings say, else those that all sittings share, else 100.
    static func all(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws(ExchangeFault) -> [GradebookColumn] {
        let quizzes = Dictionary(grouping: sittings, by: \.quiz.name).sorted { $0.key < $1.key }
        guard settings.assignment == nil || quizzes.count <= 1 else {
            throw ExchangeFault(
                "there are \(quizzes.count) quizzes and one name for an assignment",
                advice:
                    "name one of them with --quiz: \(quizzes.map(\.key).joined(separator: ", "))")
        }
        return quizzes.compactMap { _, sittings in
            let maxima = Set(sittings.map(\.marks.possible))
            let shared = maxima.count == 1 ? maxima.first { $0 > .zero } : nil
            guard let last = sittings.max(by: { ($0.begun, $0.id) < ($1.begun, $1.id) }) else {
                return nil
            }
            return GradebookColumn(
                quiz: last.quiz, points: settings.points ?? shared ?? .hundred,
                sittings: sittings,
                sittingOf: Dictionary(sittings.map { ($0.learner.id, $0) }) { first, _ in first })
        }
    }

    /// The marks on the column's scale, as decimals; nil where they are not decided.
    ///
    /// They stay on their side of the cut however they are rounded, and no gradebook takes less
    /// than nothing.
    func score(
        of sitting: GradedSitting
    ) throws(Rational.Overflow) -> (value: Rational, cut: Rational)? {
        guard sitting.verdict != .undecided, let share = try sitting.share else { return nil }
        return (try max(.zero, share) * points, try sitting.quiz.passMark * points)
    }
}

extension CSV {
    /// A score, or nothing where there is none.
    static func score(
        _ score: (value: Rational, cut: Rational)?, decimals: Int
    ) -> Cell {
        score.map { number($0.value, toDecimals: decimals, neverAcross: $0.cut) } ?? cell("")
    }

    /// Why an id cannot stand in a table that a spreadsheet may open; nil where it can.
    ///
    /// Names are guarded against being computed. An id with a guard before it would be another id,
    /// and without one a danger.
    static func fault(inID id: String) -> String? {
        isComputed(id) || id.unicodeScalars.contains("\0")
            ? "a spreadsheet would compute the id \(id)" : nil
    }
}
