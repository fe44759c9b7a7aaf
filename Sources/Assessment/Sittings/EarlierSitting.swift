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

extension QuizPolicy.Counting {
    /// The sitting that stands: the best, the first or the last of those that were graded.
    ///
    /// The best has the greatest share of its marks; of equal ones the earlier stands. One without a
    /// share, because nothing could be earned, is best only where there is no other.
    package func standing(
        among sittings: [EarlierSitting]
    ) throws(Rational.Overflow) -> EarlierSitting? {
        let graded = sittings.filter { $0.marks != nil }.sorted { $0.attempt < $1.attempt }
        switch self {
        case .first: return graded.first
        case .last: return graded.last
        case .best:
            var best = graded.first
            var bestShare = try best?.marks?.share()
            for sitting in graded.dropFirst() {
                guard let share = try sitting.marks?.share() else { continue }
                if let bestShare, share <= bestShare { continue }
                (best, bestShare) = (sitting, share)
            }
            return best
        }
    }
}
