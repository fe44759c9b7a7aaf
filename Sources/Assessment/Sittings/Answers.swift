/// What stands after a sitting's steps: the answers that count, and where the learner was.
package struct Answers: Sendable, Hashable {
    package private(set) var current: [Item.ID: Answer] = [:]
    /// How sure the learner was of the answers that stand, where the quiz asks.
    package private(set) var confidences: [Item.ID: Int] = [:]
    package private(set) var flagged: Set<Item.ID> = []
    /// The item that last came on screen.
    package private(set) var lastItem: Item.ID?

    /// Follows the steps in order; nothing counts that comes after the one that ended the sitting.
    ///
    /// Undoing takes back the latest answering or clearing, of the step's item or of any where it
    /// names none, and the answer before it stands again. Redoing brings it back, until the item is
    /// answered anew.
    package static func replay(_ steps: some Sequence<Step>) -> Answers {
        var answers = Answers()
        var done: [Change] = []
        var undone: [Change] = []
        for step in steps {
            switch step.kind {
            case .answered, .cleared:
                guard let item = step.item else { continue }
                let isAnswer = step.kind == .answered
                let change = Change(
                    item: item, before: answers.entry(of: item),
                    after: Change.Entry(
                        answer: isAnswer ? step.answer : nil,
                        confidence: isAnswer ? step.confidence : nil))
                answers.set(change.after, for: item)
                done.append(change)
                undone.removeAll { $0.item == item }
            case .undone:
                guard let change = Change.takeLast(of: step.item, from: &done) else { continue }
                answers.set(change.before, for: change.item)
                undone.append(change)
            case .redone:
                guard let change = Change.takeLast(of: step.item, from: &undone) else { continue }
                answers.set(change.after, for: change.item)
                done.append(change)
            case .flagged: step.item.map { _ = answers.flagged.insert($0) }
            case .unflagged: step.item.map { _ = answers.flagged.remove($0) }
            case .moved: answers.lastItem = step.item ?? answers.lastItem
            case .begun, .paused, .resumed, .leftScreen, .clockJumped: continue
            case .timeRanOut, .submitted, .abandoned: return answers
            }
        }
        return answers
    }

    private func entry(of item: Item.ID) -> Change.Entry {
        Change.Entry(answer: current[item], confidence: confidences[item])
    }

    private mutating func set(_ entry: Change.Entry, for item: Item.ID) {
        current[item] = entry.answer
        confidences[item] = entry.confidence
    }

    /// One answering or clearing, with what it takes to go either way.
    private struct Change {
        struct Entry {
            let answer: Answer?
            let confidence: Int?
        }

        let item: Item.ID
        let before: Entry
        let after: Entry

        static func takeLast(of item: Item.ID?, from changes: inout [Change]) -> Change? {
            changes.lastIndex { item == nil || $0.item == item }.map { changes.remove(at: $0) }
        }
    }
}
