import Assessment
import Testing

@Suite struct `What a learner may see` {
    /// One letter for each part: verdict, score, objectives, right answers, explanations.
    private func text(_ parts: Set<Disclosure>) -> String {
        zip("vsore", [.verdict, .score, .objectives, .rightAnswers, .explanations])
            .filter { parts.contains($1) }.map { String($0.0) }.joined()
    }

    private static let open: [Attempt.State] = [.notBegun, .away, .onScreen]

    /// Of the result: while it is open, once it is graded, once released, and when it was given up.
    @Test(
        arguments: [
            (.afterSubmit, false, ["", "vsore", "vsore", ""]),
            (.afterEach, false, ["", "vsore", "vsore", ""]),
            (.afterRelease, false, ["", "", "vsore", ""]),
            (.never, false, ["", "vso", "vso", ""]),
            (.afterSubmit, true, ["", "", "vsore", ""]), (.afterEach, true, ["", "", "vsore", ""]),
            (.afterRelease, true, ["", "", "vsore", ""]), (.never, true, ["", "", "vso", ""]),
        ] as [(QuizPolicy.Feedback, Bool, [String])]
    ) func `is what the policy allows`(
        _ feedback: QuizPolicy.Feedback, _ isProctored: Bool, _ seen: [String]
    ) {
        let policy = QuizPolicy {
            $0.feedback = feedback
            $0.isProctored = isProctored
        }
        func result(_ state: Attempt.State, _ isReleased: Bool) -> String {
            text(Disclosure.allowed(by: policy, in: state, isReleased: isReleased))
        }
        for state in Self.open {
            #expect(result(state, false) == seen[0] && result(state, true) == seen[0])
        }
        for ending: Attempt.Ending in [.submitted, .timeRanOut] {
            #expect(result(.over(ending), false) == seen[1])
            #expect(result(.over(ending), true) == seen[2])
        }
        for isReleased in [false, true] {
            #expect(result(.over(.abandoned), isReleased) == seen[3])
        }
    }

    /// Of an item that is open, of one that was settled while the sitting is open, and after it.
    @Test(
        arguments: [
            (.afterSubmit, false, ["", "", "sre"]), (.afterEach, false, ["", "sre", "sre"]),
            (.afterRelease, false, ["", "", ""]), (.never, false, ["", "", "s"]),
            (.afterSubmit, true, ["", "", ""]), (.afterEach, true, ["", "", ""]),
        ] as [(QuizPolicy.Feedback, Bool, [String])]
    ) func `comes item by item only where the quiz says so`(
        _ feedback: QuizPolicy.Feedback, _ isProctored: Bool, _ seen: [String]
    ) {
        let policy = QuizPolicy {
            $0.feedback = feedback
            $0.isProctored = isProctored
        }
        func item(_ state: Attempt.State, _ isSettled: Bool) -> String {
            text(Disclosure.allowed(by: policy, in: state, ofSettled: isSettled))
        }
        for state in Self.open {
            #expect(item(state, false) == seen[0] && item(state, true) == seen[1])
        }
        for isSettled in [false, true] {
            #expect(item(.over(.submitted), isSettled) == seen[2])
        }
    }
}
