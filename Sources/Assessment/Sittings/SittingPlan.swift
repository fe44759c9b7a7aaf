/// Everything that is settled before the first question of a sitting.
package struct SittingPlan: Sendable, Hashable {
    /// The rules as they were when it began; what a file says later changes nothing.
    package let policy: QuizPolicy
    /// 1 for a learner's first sitting of the quiz.
    package let attempt: Int
    /// What the draw, and the order in which options are shown, come from.
    package let seed: UInt64
    /// In the order they are asked.
    package let items: [Item.ID]

    package init(policy: QuizPolicy, attempt: Int, seed: UInt64, items: [Item.ID]) {
        self.policy = policy
        self.attempt = attempt
        self.seed = seed
        self.items = items
    }
}
