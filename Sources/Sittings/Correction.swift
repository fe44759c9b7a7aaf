package import Assessment
package import Content

/// A quiz as it was asked, with items in it set right since.
///
/// Set right means that other answers earn marks, or other marks. Where anything else about an item
/// changed, nobody can tell what the answers to it would have been, and it stays as it was asked.
package struct Correction: Sendable, Hashable {
    package let quiz: Quiz
    package let bank: Bank
    package let content: FrozenContent
    /// The items that were set right.
    package let items: Set<Item.ID>
    /// What else about items changed that answers were given to.
    package let unfit: [Item.ID: Set<ContentChange.Aspect>]

    package init(of asked: FrozenContent, by later: FrozenContent) throws(FreezingFault) {
        guard case .quiz(let quiz, var bank) = try Freezing.thaw(asked),
            case .quiz(_, let new) = try Freezing.thaw(later)
        else { throw .notComparable(asked.id, later.id) }
        var (items, unfit): (Set<Item.ID>, [Item.ID: Set<ContentChange.Aspect>]) = ([], [:])
        for part in try ContentChange.between(asked, later).parts {
            guard case .rescored(let aspects) = part.fate, let item = Item.ID(part.id) else {
                continue
            }
            let others = aspects.subtracting([.key, .credit])
            if others.isEmpty { items.insert(item) } else { unfit[item] = others }
        }
        let known = Dictionary(new.items.map { ($0.id, $0) }) { first, _ in first }
        bank.items = bank.items.map { item in
            guard items.contains(item.id), var right = known[item.id] else { return item }
            // Whether it is asked from now on is another matter.
            right.status = item.status
            return right
        }
        self.quiz = quiz
        self.bank = bank
        self.items = items
        self.unfit = unfit
        content = items.isEmpty ? asked : try Freezing.quiz(quiz.id, of: bank)
    }
}
