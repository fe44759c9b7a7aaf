/// What stands after a sitting's steps: the answers that count, and where the learner was.
package struct Answers: Sendable, Hashable {
    package private(set) var current: [Item.ID: Answer] = [:]
    /// How sure the learner was of the answers that stand, where the quiz asks.
    package private(set) var confidences: [Item.ID: Int] = [:]
    package private(set) var flagged: Set<Item.ID> = []
    /// The items of which what was right was shown: their answers stand for good.
    package private(set) var settled: Set<Item.ID> = []
    /// The items that came on screen or were answered.
    package private(set) var seen: Set<Item.ID> = []
    /// The item that last came on screen.
    package private(set) var lastItem: Item.ID?
    private var isOver = false
    private var done: [Change] = []
    private var undone: [Change] = []

    package init() {}

    /// Follows the steps in order; nothing counts that comes after the one that ended the sitting.
    package static func replay(_ steps: some Sequence<Step>) -> Answers {
        var answers = Answers()
        for step in steps { answers.follow(step) }
        return answers
    }

    /// Undoing takes back the latest answering or clearing, of the step's item or of any where it
    /// names none, and the answer before it stands again. Redoing brings it back, until the item is
    /// answered anew. Nothing changes the answer to a settled item.
    package mutating func follow(_ step: Step) {
        guard !isOver else { return }
        switch step.kind {
        case .answered, .cleared: replaceAnswer(by: step)
        case .undone:
            guard let change = Change.takeLast(of: step.item, from: &done) else { return }
            set(change.before, for: change.item)
            undone.append(change)
        case .redone:
            guard let change = Change.takeLast(of: step.item, from: &undone) else { return }
            set(change.after, for: change.item)
            done.append(change)
        case .flagged: step.item.map { _ = flagged.insert($0) }
        case .unflagged: step.item.map { _ = flagged.remove($0) }
        case .settled:
            guard let item = step.item else { return }
            settled.insert(item)
            done.removeAll { $0.item == item }
            undone.removeAll { $0.item == item }
        case .moved:
            guard let item = step.item else { return }
            lastItem = item
            seen.insert(item)
        case .begun, .paused, .resumed, .leftScreen, .cameBack, .clockJumped: return
        case .timeRanOut, .submitted, .abandoned: isOver = true
        }
    }

    /// The item whose answer undoing would change: the one given, or any; nil where there is none.
    package func undoable(of item: Item.ID? = nil) -> Item.ID? {
        done.last { item == nil || $0.item == item }?.item
    }

    /// The item whose answer redoing would change: the one given, or any; nil where there is none.
    package func redoable(of item: Item.ID? = nil) -> Item.ID? {
        undone.last { item == nil || $0.item == item }?.item
    }

    private mutating func replaceAnswer(by step: Step) {
        guard let item = step.item, !settled.contains(item) else { return }
        let isAnswer = step.kind == .answered
        let change = Change(
            item: item, before: Change.Entry(answer: current[item], confidence: confidences[item]),
            after: Change.Entry(
                answer: isAnswer ? step.answer : nil, confidence: isAnswer ? step.confidence : nil))
        set(change.after, for: item)
        seen.insert(item)
        done.append(change)
        undone.removeAll { $0.item == item }
    }

    private mutating func set(_ entry: Change.Entry, for item: Item.ID) {
        current[item] = entry.answer
        confidences[item] = entry.confidence
    }

    /// One answering or clearing, with what it takes to go either way.
    private struct Change: Sendable, Hashable {
        struct Entry: Sendable, Hashable {
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
