/// A number typed by the learner, with a unit where the item wants one.
package struct NumberEntry: Sendable, Hashable {
    /// How far from a value an answer may lie.
    package enum Tolerance: Sendable, Hashable {
        case absolute(Rational)
        /// A share of the accepted value.
        case relative(Rational)
    }

    /// Whether a unit has to be typed.
    package enum UnitRule: String, Sendable, Hashable, CaseIterable {
        case none, optional, required
    }

    /// A value that earns credit.
    package struct Accepted: Sendable, Hashable {
        package var value: Rational
        package var tolerance: Tolerance?
        package var credit: Rational
        package var feedback: String?

        package init(
            value: Rational, tolerance: Tolerance? = nil, credit: Rational = .one,
            feedback: String? = nil
        ) {
            self.value = value
            self.tolerance = tolerance
            self.credit = credit
            self.feedback = feedback
        }
    }

    /// A unit an answer may be given in; the accepted values are in the unit of factor 1.
    package struct Unit: Sendable, Hashable {
        package var symbol: Entry.ID
        package var factor: Rational
        package var name: String

        package init(symbol: Entry.ID, factor: Rational, name: String) {
            self.symbol = symbol
            self.factor = factor
            self.name = name
        }
    }

    package var accepted: [Accepted]
    package var unitRule: UnitRule
    package var units: [Unit]

    package init(accepted: [Accepted], unitRule: UnitRule = .none, units: [Unit] = []) {
        self.accepted = accepted
        self.unitRule = unitRule
        self.units = units
    }
}

/// How two texts are compared.
package struct TextComparison: Sendable, Hashable {
    package var ignoresCase: Bool
    package var collapsesSpacing: Bool
    package var ignoresAccents: Bool

    package init(
        ignoresCase: Bool = true, collapsesSpacing: Bool = true, ignoresAccents: Bool = false
    ) {
        self.ignoresCase = ignoresCase
        self.collapsesSpacing = collapsesSpacing
        self.ignoresAccents = ignoresAccents
    }
}

/// A text that earns credit.
package struct AcceptedText: Sendable, Hashable {
    /// What the text is: itself, a text with `*` and `?`, or a pattern.
    package enum Form: String, Sendable, Hashable, CaseIterable {
        case text, wildcard, pattern
    }

    package var text: String
    package var form: Form
    package var credit: Rational
    package var feedback: String?

    package init(
        text: String, form: Form = .text, credit: Rational = .one, feedback: String? = nil
    ) {
        self.text = text
        self.form = form
        self.credit = credit
        self.feedback = feedback
    }
}

/// A few words typed by the learner.
package struct ShortText: Sendable, Hashable {
    package var accepted: [AcceptedText]
    package var comparison: TextComparison

    package init(accepted: [AcceptedText], comparison: TextComparison = TextComparison()) {
        self.accepted = accepted
        self.comparison = comparison
    }
}

/// A text with gaps, each marked in the passage by its id, as in `An [[what]] is recorded.`
package struct Blanks: Sendable, Hashable {
    package static let creditRules: [PartialCredit] = [.perBlank, .allOrNothing]

    /// What goes into one gap: typed words or one of some options.
    package enum Filling: Sendable, Hashable {
        case typed(ShortText)
        case picked([Option])
    }

    /// One gap of the passage.
    package struct Blank: Sendable, Hashable {
        package var id: Entry.ID
        package var filling: Filling

        package init(id: Entry.ID, filling: Filling) {
            self.id = id
            self.filling = filling
        }
    }

    package var passage: String
    package var blanks: [Blank]
    package var credit: PartialCredit

    package init(passage: String, blanks: [Blank], credit: PartialCredit = .perBlank) {
        self.passage = passage
        self.blanks = blanks
        self.credit = credit
    }
}

/// A text of the learner's own, scored by a reviewer against a rubric.
package struct Written: Sendable, Hashable {
    package var rubric: Rubric.ID
    package var minimumWords: Int?
    package var maximumWords: Int?
    package var guidance: String?
    package var modelAnswer: String?

    package init(
        rubric: Rubric.ID, minimumWords: Int? = nil, maximumWords: Int? = nil,
        guidance: String? = nil, modelAnswer: String? = nil
    ) {
        self.rubric = rubric
        self.minimumWords = minimumWords
        self.maximumWords = maximumWords
        self.guidance = guidance
        self.modelAnswer = modelAnswer
    }
}
