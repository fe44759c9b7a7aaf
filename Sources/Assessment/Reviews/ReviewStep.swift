/// One thing a reviewer did with a sheet; the sheet is its steps, in order, and nothing else.
package struct ReviewStep: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case begun
        /// What stands at the step's place is the step's judgment from now on.
        case judged
        /// The reviewer turned to the step's place.
        case moved
        case undone, redone
        /// A piece of evidence was found as the step's words say.
        case looked
        case submitted
        /// Given up for the reason in the step's words.
        case withdrawn
        /// Opened again, once it was handed in or withdrawn, for the reason in the step's words.
        case revised
    }

    /// Something on a sheet that is judged by itself.
    package enum Place: Sendable, Hashable {
        /// A criterion, of one of the subjects where several are compared.
        case criterion(Criterion.ID, subject: String? = nil)
        /// The words on the work as a whole.
        case overall
    }

    package var kind: Kind
    package var place: Place?
    package var judgment: Judgment?
    /// A reason, or what was found of a piece of evidence.
    package var words: String?
    package var time: Timestamp

    package init(
        _ kind: Kind, at place: Place? = nil, _ judgment: Judgment? = nil, words: String? = nil,
        time: Timestamp
    ) {
        self.kind = kind
        self.place = place
        self.judgment = judgment
        self.words = words
        self.time = time
    }
}
