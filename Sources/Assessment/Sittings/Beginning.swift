/// Whether a learner may begin a sitting of a quiz now, and with what.
package enum Beginning: Sendable, Hashable {
    case allowed(SittingPlan)
    /// One is open and has to be ended first.
    case resume(attempt: Int)
    case attemptsUsedUp(allowed: Int)
    case notBefore(Timestamp)
    case poolTooSmall(Drawing.PoolTooSmall)
}

extension Quiz {
    /// Decides by the quiz's rules and by every earlier sitting of it this learner has.
    ///
    /// Whether an open sitting's time ran out has to be seen to before. The wait counts from the end
    /// of the sitting that ended last, whatever ended it.
    package func beginning(
        from bank: Bank, after earlier: [EarlierSitting], at moment: Moment, seed: UInt64
    ) -> Beginning {
        if let open = earlier.first(where: { $0.ending == nil }) {
            return .resume(attempt: open.attempt)
        }
        if let allowed = policy.attempts, earlier.count >= allowed {
            return .attemptsUsedUp(allowed: allowed)
        }
        if let opening = opening(after: earlier), moment.time < opening {
            return .notBefore(opening)
        }
        do throws(Drawing.PoolTooSmall) {
            let items = try drawn(from: bank, after: earlier, seed: seed)
            return .allowed(
                SittingPlan(
                    policy: policy, attempt: earlier.count + 1, seed: seed, items: items))
        } catch {
            return .poolTooSmall(error)
        }
    }

    /// When the wait after earlier sittings is over; nil where there is none.
    package func opening(after earlier: [EarlierSitting]) -> Timestamp? {
        guard let wait = policy.wait, wait.count > 0 else { return nil }
        return earlier.compactMap(\.ended).max()?.advanced(by: Duration(wait))
    }

    /// Draws what was seen least, or asks the same again where the quiz says so.
    ///
    /// The same cannot be asked where the bank has changed so that it lacks an item of then or the
    /// quiz asks another number: such a sitting is drawn afresh.
    private func drawn(
        from bank: Bank, after earlier: [EarlierSitting], seed: UInt64
    ) throws(Drawing.PoolTooSmall) -> [Item.ID] {
        let active = bank.items.filter { $0.status == .active }
        if policy.retake == .same, let last = earlier.max(by: { $0.attempt < $1.attempt }) {
            let known = Set(active.map(\.id)).union(fixedItems)
            if last.items.count == length, known.isSuperset(of: last.items) {
                guard policy.arrangement == .shuffled else { return last.items }
                var items = last.items
                var generator = SeededGenerator(seed: seed)
                generator.shuffle(&items)
                return items
            }
        }
        var timesSeen: [Item.ID: Int] = [:]
        for item in earlier.flatMap(\.seen) { timesSeen[item, default: 0] += 1 }
        let pool = active.map { item in
            Drawing.Candidate(
                id: item.id, objective: item.objective, timesSeen: timesSeen[item.id] ?? 0)
        }
        return try Drawing.items(of: self, from: pool, seed: seed)
    }
}
