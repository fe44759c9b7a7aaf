/// One of the options offered by a choice.
package struct Option: Sendable, Hashable {
    package var entry: Entry
    package var isKey: Bool
    /// The share of the marks it earns by itself, where the author gave one.
    package var credit: Rational?
    /// Keeps its place when the options are shuffled.
    package var isPinned: Bool

    package init(
        entry: Entry, isKey: Bool = false, credit: Rational? = nil, isPinned: Bool = false
    ) {
        self.entry = entry
        self.isKey = isKey
        self.credit = credit
        self.isPinned = isPinned
    }
}

/// One option is right; others may earn part of the marks.
package struct ChooseOne: Sendable, Hashable {
    package var options: [Option]
    package var shuffles: Bool

    package init(options: [Option], shuffles: Bool = true) {
        self.options = options
        self.shuffles = shuffles
    }
}

/// Several options may be right, and the credit rule says what a partly right set earns.
package struct ChooseMany: Sendable, Hashable {
    package static let creditRules: [PartialCredit] = [.allOrNothing, .perKey, .perOption]

    package var options: [Option]
    package var shuffles: Bool
    package var credit: PartialCredit
    /// The most options a learner may pick.
    package var limit: Int?

    package init(
        options: [Option], shuffles: Bool = true, credit: PartialCredit = .allOrNothing,
        limit: Int? = nil
    ) {
        self.options = options
        self.shuffles = shuffles
        self.credit = credit
        self.limit = limit
    }
}

/// A statement that holds or does not.
package struct TrueFalse: Sendable, Hashable {
    package var isTrue: Bool
    package var feedbackWhenTrue: String?
    package var feedbackWhenFalse: String?

    package init(
        isTrue: Bool, feedbackWhenTrue: String? = nil, feedbackWhenFalse: String? = nil
    ) {
        self.isTrue = isTrue
        self.feedbackWhenTrue = feedbackWhenTrue
        self.feedbackWhenFalse = feedbackWhenFalse
    }
}
