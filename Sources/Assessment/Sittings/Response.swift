/// What a learner answered in one interaction.
///
/// It may be half done: a learner pairs one line at a time. Ids that the item does not have earn
/// nothing and break nothing.
package enum Response: Sendable, Hashable {
    /// The options chosen; `true` and `false` are the options of a statement.
    case chosen([Entry.ID])
    /// What each left side was paired with: the id of a pair whose right side it is, or of an extra.
    case paired([Entry.ID: Entry.ID])
    /// Every entry in the learner's order.
    case ordered([Entry.ID])
    /// The group each entry was put into.
    case sorted([Entry.ID: Entry.ID])
    /// A number or a few words.
    case typed(String)
    /// What went into each gap: words, or the id of the option picked.
    case filled([Entry.ID: String])
    /// A text of the learner's own.
    case written(String)

    /// Whether it may hold words of the learner's own, which are theirs to have erased.
    package var holdsWords: Bool {
        switch self {
        case .chosen, .paired, .ordered, .sorted: false
        case .typed, .filled, .written: true
        }
    }
}

/// What a learner answered to one item: a response to each of its interactions, nil where none was
/// given yet, in the item's order.
package struct Answer: Sendable, Hashable {
    package var responses: [Response?]

    package init(_ responses: [Response?]) {
        self.responses = responses
    }

    package var isEmpty: Bool { responses.allSatisfy { $0 == nil } }

    package var holdsWords: Bool { responses.contains { $0?.holdsWords == true } }
}
