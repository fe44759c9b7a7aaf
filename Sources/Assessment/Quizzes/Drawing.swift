/// Chooses the items of one sitting from the pool, by the quiz's blueprint.
///
/// The same pool, history and seed draw the same items in the same order on every machine. A draw
/// never takes an item twice; it takes the least seen first, and chance decides among equals.
package struct Drawing: Sendable {
    /// What the draw needs to know about an item: nothing that would tell its answer.
    package struct Candidate: Sendable, Hashable {
        package let id: Item.ID
        package let objective: Objective.ID?
        /// How often this learner has met it.
        package let timesSeen: Int

        package init(id: Item.ID, objective: Objective.ID?, timesSeen: Int = 0) {
            self.id = id
            self.objective = objective
            self.timesSeen = timesSeen
        }
    }

    /// Says which draw of the blueprint the pool is too small for.
    package struct PoolTooSmall: Error, Hashable, CustomStringConvertible {
        package let draw: Quiz.Draw
        package let available: Int

        package var description: String {
            let kind = draw.objective.map { " of objective '\($0)'" } ?? ""
            return "the quiz draws \(draw.count) items\(kind), and the pool has \(available) left"
        }
    }

    package static func items(
        of quiz: Quiz, from pool: [Candidate], seed: UInt64
    ) throws(PoolTooSmall) -> [Item.ID] {
        var generator = SeededGenerator(seed: seed)
        // Sorted first, so that the order of items in a file cannot change a draw.
        var left = pool.filter { !quiz.fixedItems.contains($0.id) }.sorted { $0.id < $1.id }
        var chosen = quiz.fixedItems
        // Draws from one objective go first: a draw from any must not eat their items.
        let named = quiz.draws.filter { $0.objective != nil }
        for draw in named + quiz.draws.filter({ $0.objective == nil }) {
            var fitting = left.filter { draw.objective == nil || $0.objective == draw.objective }
            guard fitting.count >= draw.count else {
                throw PoolTooSmall(draw: draw, available: fitting.count)
            }
            generator.shuffle(&fitting)
            let picked = stablySorted(fitting) { $0.timesSeen }.prefix(draw.count).map(\.id)
            let taken = Set(picked)
            left.removeAll { taken.contains($0.id) }
            chosen += picked
        }
        if quiz.policy.arrangement == .shuffled { generator.shuffle(&chosen) }
        return chosen
    }

    private static func stablySorted(
        _ candidates: [Candidate], by key: (Candidate) -> Int
    ) -> [Candidate] {
        candidates.enumerated().sorted {
            (key($0.element), $0.offset) < (key($1.element), $1.offset)
        }.map(\.element)
    }
}
