package import Assessment

/// How well something was answered.
package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case right, partly, wrong, missing
    case needsReviewer = "needs-reviewer"
}

/// What an answer to an item earned, and why, down to its parts.
package struct ItemGrade: Sendable, Hashable {
    package let item: Item.ID
    package let objective: Objective.ID?
    /// What was earned so far of the item's points; a text nobody has scored yet adds nothing.
    package let marks: Marks
    /// What it would have earned, were a reviewer to give everything that waits for one.
    package let reachable: Marks
    /// Whether penalties came to more than was earned, and the item stopped at zero.
    package let stoppedAtZero: Bool
    package let outcome: Outcome
    package let interactions: [InteractionGrade]
    /// Whether the marks were given, whatever was answered.
    package private(set) var isGiven = false

    /// What is said to the one who gave this answer, in the item's order.
    package var feedback: [String] { interactions.flatMap(\.parts).compactMap(\.feedback) }

    package var needsReviewer: Bool { outcome == .needsReviewer }

    /// So many points for whatever was answered.
    package func given(_ earned: Rational) -> ItemGrade {
        let marks = Marks(earned: earned, possible: marks.possible)
        var grade = ItemGrade(
            item: item, objective: objective, marks: marks, reachable: marks,
            stoppedAtZero: false, outcome: Outcome(of: marks), interactions: interactions)
        grade.isGiven = true
        return grade
    }
}

extension Outcome {
    /// How well something was answered that somebody gave these marks.
    package init(of marks: Marks) {
        self = marks.earned >= marks.possible ? .right : marks.earned > .zero ? .partly : .wrong
    }
}

/// What one of an item's interactions earned.
package struct InteractionGrade: Sendable, Hashable {
    /// What made the credits of the parts the credit of the whole.
    package enum Reason: Sendable, Hashable {
        /// The credits of the parts were added up.
        case addedUp
        /// They were added up, and came to less than the rule lets them.
        case stoppedAtZero
        /// All parts had to be right, and were, or were not.
        case allRight, notAllRight
        case unanswered
        case awaitsReviewer
        /// More was picked than the limit allows, which earns nothing.
        case tooManyPicked(limit: Int)
        /// The response names something twice, which no screen lets happen.
        case namesTwice
        /// The response answers another kind of question.
        case wrongKind
    }

    package let id: Interaction.ID?
    /// The part of the item's points that it is worth.
    package let share: Rational
    /// The part of that which was earned: 1 for all of it, less than 0 for a penalty.
    package let credit: Rational
    package let marks: Marks
    package let outcome: Outcome
    package let reason: Reason
    package let parts: [PartGrade]
}

/// What one part of a response earned: an option, a pair, a place, an entry, a gap, or what was
/// typed.
package struct PartGrade: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case entry(Entry.ID)
        case words(String)
    }

    package enum Reason: Sendable, Hashable {
        /// It is what was asked for.
        case right
        /// It fits the accepted value or text of this index, which earns all or a part.
        case accepted(index: Int)
        /// An option that earns a part.
        case partialOption
        /// An option, a place or a text that earns nothing, or takes something away.
        case wrong
        case unanswered
        /// The item has nothing of this id.
        case unknownID
        case notUnderstood(TypedNumber.Fault)
        case awaitsReviewer
    }

    /// The option, left side, entry or gap; nil where the interaction has a single part.
    package let id: Entry.ID?
    package let given: Content?
    /// What is right here; nil where nothing is, or only a pattern says.
    package let expected: Content?
    /// Added to the interaction's credit.
    package let credit: Rational
    package let outcome: Outcome
    package let reason: Reason
    package let feedback: String?

    init(
        _ id: Entry.ID? = nil, given: Content? = nil, expected: Content? = nil,
        credit: Rational = .zero, _ outcome: Outcome, _ reason: Reason, feedback: String? = nil
    ) {
        self.id = id
        self.given = given
        self.expected = expected
        self.credit = credit
        self.outcome = outcome
        self.reason = reason
        self.feedback = feedback
    }

    func earning(_ credit: Rational) -> PartGrade {
        PartGrade(
            id, given: given, expected: expected, credit: credit, outcome, reason,
            feedback: feedback)
    }
}

/// What a response comes to by itself, before it is known what the interaction is worth.
struct Judgment {
    let credit: Rational
    let reason: InteractionGrade.Reason
    let parts: [PartGrade]

    /// The credits of the parts added up, between the lower limit, where there is one, and the whole.
    init(
        adding parts: [PartGrade], notBelow limit: Rational? = nil
    ) throws(Rational.Overflow) {
        let sum = try parts.map(\.credit).total()
        self.parts = parts
        if Self.isUnanswered(parts) {
            (credit, reason) = (.zero, .unanswered)
        } else if let limit, sum < limit {
            (credit, reason) = (limit, .stoppedAtZero)
        } else {
            (credit, reason) = (min(sum, .one), .addedUp)
        }
    }

    /// Everything where each part is right, and else nothing.
    init(requiringAll parts: [PartGrade]) {
        let isWhole =
            !parts.isEmpty && parts.allSatisfy { $0.outcome == .right || $0.reason == .unknownID }
            && parts.contains { $0.outcome == .right }
        self.parts = isWhole ? parts : parts.map { $0.earning(.zero) }
        if Self.isUnanswered(parts) {
            (credit, reason) = (.zero, .unanswered)
        } else {
            (credit, reason) = isWhole ? (.one, .allRight) : (.zero, .notAllRight)
        }
    }

    /// Nothing, for a reason that no part is to blame for.
    init(nothing reason: InteractionGrade.Reason, _ parts: [PartGrade]) {
        credit = .zero
        self.reason = reason
        self.parts = parts.map { $0.earning(.zero) }
    }

    private static func isUnanswered(_ parts: [PartGrade]) -> Bool {
        parts.allSatisfy { $0.given == nil }
    }

    var outcome: Outcome {
        switch reason {
        case .awaitsReviewer: .needsReviewer
        case .unanswered: .missing
        default: credit >= .one ? .right : credit > .zero ? .partly : .wrong
        }
    }
}
