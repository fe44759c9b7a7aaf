/// The order in which one interaction's parts come on screen in one sitting.
///
/// The same seed and item give the same order on every machine. Parts are named by their ids, so
/// that an answer never depends on the order.
package enum ShownOrder: Sendable, Hashable {
    /// Of a choice, of the entries to be put in order, or of those to be sorted into groups.
    case entries([Entry.ID])
    /// Left sides as they are written, and right sides with the extras among them: a right side is
    /// named by its pair.
    case sides(left: [Entry.ID], right: [Entry.ID])
    /// The options of each gap that is filled by picking.
    case gaps([Entry.ID: [Entry.ID]])
    /// There is nothing to arrange.
    case asWritten
}

extension Item {
    /// One order for each interaction.
    package func shownOrders(seed: UInt64) -> [ShownOrder] {
        // FNV-1a, so that items of one sitting are not all shuffled alike.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        var generator = SeededGenerator(seed: seed ^ hash)
        return interactions.map { $0.kind.shownOrder(using: &generator) }
    }
}

extension Interaction.Kind {
    fileprivate func shownOrder(using generator: inout SeededGenerator) -> ShownOrder {
        switch self {
        case .choose(let choice):
            return .entries(choice.options.shown(choice.shuffles, using: &generator))
        case .chooseMany(let choice):
            return .entries(choice.options.shown(choice.shuffles, using: &generator))
        case .match(let match):
            var right = match.pairs.map(\.id) + match.extras.map(\.id)
            generator.shuffle(&right)
            return .sides(left: match.pairs.map(\.id), right: right)
        case .order(let order):
            return .entries(order.entries.map(\.id).disordered(using: &generator))
        case .sort(let sort):
            var entries = sort.members.map(\.entry.id)
            generator.shuffle(&entries)
            return .entries(entries)
        case .blanks(let blanks):
            var gaps: [Entry.ID: [Entry.ID]] = [:]
            for blank in blanks.blanks {
                guard case .picked(let options) = blank.filling else { continue }
                gaps[blank.id] = options.shown(true, using: &generator)
            }
            return gaps.isEmpty ? .asWritten : .gaps(gaps)
        case .trueFalse, .number, .shortText, .written: return .asWritten
        }
    }
}

extension [Option] {
    /// Pinned options stay where they are; the others change places among themselves.
    fileprivate func shown(
        _ shuffles: Bool, using generator: inout SeededGenerator
    ) -> [Entry.ID] {
        guard shuffles else { return map(\.entry.id) }
        var loose = filter { !$0.isPinned }
        generator.shuffle(&loose)
        var next = loose.makeIterator()
        return map { ($0.isPinned ? $0 : next.next() ?? $0).entry.id }
    }
}

extension [Entry.ID] {
    /// Every order but the one given is as likely as the next.
    fileprivate func disordered(using generator: inout SeededGenerator) -> [Entry.ID] {
        guard Set(self).count > 1 else { return self }
        var order = self
        repeat { generator.shuffle(&order) } while order == self
        return order
    }
}
