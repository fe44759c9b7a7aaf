/// A part of a result that a learner may or may not see yet.
package enum Disclosure: Sendable, Hashable, CaseIterable {
    case verdict, score
    /// Marks by objective, and what to review next.
    case objectives
    /// Which answers were right, which were not, and what would have been.
    case rightAnswers
    case explanations

    /// What a sitting's result may show.
    ///
    /// `never` is about what was right: a learner still learns whether it was enough. A sitting that
    /// was given up has no result, and does not buy a look at the answers.
    package static func allowed(
        by policy: QuizPolicy, in state: Attempt.State, isReleased: Bool = false
    ) -> Set<Disclosure> {
        switch state {
        case .notBegun, .away, .onScreen, .over(.abandoned): []
        case .over(.submitted), .over(.timeRanOut):
            if policy.waitsForRelease, !isReleased {
                []
            } else if policy.feedback == .never {
                [.verdict, .score, .objectives]
            } else {
                Set(allCases)
            }
        }
    }

    /// What may be shown of one item: more than the result, where the quiz shows it after each.
    package static func allowed(
        by policy: QuizPolicy, in state: Attempt.State, ofSettled isSettled: Bool,
        isReleased: Bool = false
    ) -> Set<Disclosure> {
        let ofItem: Set<Disclosure> = [.score, .rightAnswers, .explanations]
        if policy.showsAfterEach, isSettled { return ofItem }
        return allowed(by: policy, in: state, isReleased: isReleased).intersection(ofItem)
    }
}

extension QuizPolicy {
    /// Whether nothing is shown before somebody says so, as in every exam that is watched.
    package var waitsForRelease: Bool { isProctored || feedback == .afterRelease }

    /// Whether a learner may settle one item after the other.
    package var showsAfterEach: Bool { feedback == .afterEach && !isProctored }
}
