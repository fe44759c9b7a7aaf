package import Assessment
package import Sittings

extension Attempt.Refusal {
    /// A sentence without a full stop; questions go by their numbers.
    package func text(_ items: [Item]) -> String {
        func number(_ id: Item.ID) -> String {
            items.firstIndex { $0.id == id }.map { "question \($0 + 1)" } ?? "that question"
        }
        return switch self {
        case .notBegun: "The quiz has not begun"
        case .alreadyBegun: "The quiz has begun already"
        case .away: "The quiz was left; start the program again to go on"
        case .over: "The quiz is over"
        case .timeIsUp(let left): "Time is up: nothing can be changed; submit within \(left.words)"
        case .notInSitting: "This quiz has no such question"
        case .behind(let id): "This quiz does not go back to \(number(id))"
        case .ahead(let id): "Go to \(number(id)) first"
        case .settled(let id): "What was right in \(number(id)) was shown: its answer stands"
        case .unanswered(let id): "Answer \(number(id)) first"
        case .settlesNothing: "This quiz does not show what was right after each answer"
        case .nothingToUndo: "There is nothing to undo"
        case .nothingToRedo: "There is nothing to redo"
        }
    }
}

/// How surely a change is not on the disk.
package enum Unsaved: Sendable {
    case surely, perhaps

    /// Goes on after what it is about: `Answer 7 is NOT saved`.
    package var text: String {
        switch self {
        case .surely: "is NOT saved"
        case .perhaps: "may not be saved"
        }
    }
}

extension Standing {
    /// `2 unanswered (4, 17), 1 flagged (9)`; of three or more in a row the first and the last.
    package var text: String {
        let parts = [
            (unanswered, "unanswered"), (partly, "answered in part"),
            (unreadable, "cannot be read as a number"),
            (flagged, "flagged"),
        ].filter { !$0.0.isEmpty }.map { "\($0.0.count) \($0.1) (\($0.0.runs))" }
        return ((open.isEmpty ? ["All \(states.count) answered"] : []) + parts)
            .joined(separator: ", ")
    }
}

extension Standing.State {
    /// A word or two that may stand amid a sentence.
    package var text: String {
        switch self {
        case .unseen: "not seen yet"
        case .seen: "not answered"
        case .unreadable: "not a number"
        case .partly: "answered in part"
        case .answered: "answered"
        }
    }
}
