package import Assessment

extension Bank {
    /// The bank without what a quiz of it can never ask, in the same order.
    ///
    /// What is left: the quiz, its fixed items, every active item its draws could take, and the
    /// objectives of both. A draw from it takes the same items as a draw from the whole. The
    /// bank's description goes, because it also speaks of what is gone.
    package func cut(to quiz: Quiz) -> Bank {
        let fixed = Set(quiz.fixedItems)
        let drawn = Set(quiz.draws.map(\.objective))
        var bank = self
        bank.description = nil
        bank.items = items.filter { item in
            let isDrawable = drawn.contains(nil) || (item.objective.map(drawn.contains) ?? false)
            return fixed.contains(item.id) || (item.status == .active && isDrawable)
        }
        let needed = drawn.union(bank.items.map(\.objective))
        bank.objectives = objectives.filter { needed.contains($0.id) }
        bank.quizzes = [quiz]
        return bank
    }
}
