/// What a learner's earlier sitting of a quiz means for the next one.
package struct EarlierSitting: Sendable, Hashable {
    /// 1 for the first.
    package var attempt: Int
    /// In the order they were asked.
    package var items: [Item.ID]
    /// The items that came on screen, of those asked.
    package var seen: Set<Item.ID>
    /// Nil while it is open.
    package var ending: Attempt.Ending?
    package var ended: Timestamp?
    /// Nil until it is graded; one that was given up never is.
    package var marks: Marks?

    package init(
        attempt: Int, items: [Item.ID], seen: Set<Item.ID>, ending: Attempt.Ending? = nil,
        ended: Timestamp? = nil, marks: Marks? = nil
    ) {
        self.attempt = attempt
        self.items = items
        self.seen = seen
        self.ending = ending
        self.ended = ended
        self.marks = marks
    }

    package init(_ attempt: Attempt, marks: Marks? = nil) {
        let ending: Attempt.Ending? =
            if case .over(let ending) = attempt.state { ending } else { nil }
        self.init(
            attempt: attempt.plan.attempt, items: attempt.plan.items, seen: attempt.answers.seen,
            ending: ending, ended: attempt.ended, marks: marks)
    }
}
