package import Assessment
package import Grading

/// A submission with one reviewer's work on it, as far as a screen shows them.
package struct ReviewedWork: Sendable, Hashable {
    /// What to call it: never by a name that the reviewer may not see.
    package let name: String
    /// As they were handed in.
    package let exhibits: [Exhibit]
    /// What the exhibits were found to be just now, as far as anybody looked.
    package let found: [Exhibit]
    /// Whether the reviewer settles what others differ on, and says why in words on the whole.
    package let isAdjudication: Bool
    package internal(set) var review: Review
    /// What the sheet comes to, and what it lacks; subject by subject.
    package internal(set) var scores: [SheetScore]

    package init(
        name: String, exhibits: [Exhibit], found: [Exhibit] = [],
        isAdjudication: Bool = false, review: Review, scores: [SheetScore]
    ) {
        self.name = name
        self.exhibits = exhibits
        self.found = found
        self.isAdjudication = isAdjudication
        self.review = review
        self.scores = scores
    }

    var rubric: Rubric { review.plan.rubric }

    /// What the rubric asks for at the place, and the sheet does not have.
    func lacks(at place: ReviewStep.Place) -> [SheetScore.Lack] {
        guard case .criterion(let id, let subject) = place else { return [] }
        let index = subject.flatMap { review.plan.subjects.firstIndex(of: $0) } ?? 0
        guard scores.indices.contains(index) else { return [] }
        return scores[index].lacks.filter { $0.criterion == id }
    }

    /// What is missing at the place, in the words of a list.
    func missing(at place: ReviewStep.Place) -> [String] {
        if place == .overall { return isAdjudication && review.overall == nil ? ["no reason"] : [] }
        return lacks(at: place).compactMap(\.text)
    }

    /// What the sheet lacks as a whole, each once.
    var generalLacks: [SheetScore.Lack] {
        var lacks: [SheetScore.Lack] = []
        for lack in scores.flatMap(\.lacks) where lack.criterion == nil && !lacks.contains(lack) {
            lacks.append(lack)
        }
        return lacks
    }

    var isComplete: Bool {
        scores.allSatisfy(\.isComplete) && missing(at: .overall).isEmpty
    }

    /// What the sheet comes to, or why that is not told yet: whoever knows the total while marking
    /// marks towards it.
    var standing: String {
        if rubric.panel?.isSealed == true {
            return "Marks are sealed: no total is shown while you score."
        }
        let isMarked = scores.allSatisfy { score in
            !score.lacks.contains {
                switch $0 {
                case .mark, .validMark: true
                default: false
                }
            }
        }
        guard isMarked else { return "The total is shown once everything is marked." }
        let totals = scores.map { (try? $0.score()).flatMap { $0.map(rubric.percent) } ?? "none" }
        let subjects = review.plan.subjects
        if subjects.isEmpty { return "Total: \(totals.joined())." }
        return zip(subjects, totals).map { "\($0): \($1)" }.joined(separator: ", ") + "."
    }
}
