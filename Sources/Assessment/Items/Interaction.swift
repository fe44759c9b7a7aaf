/// One thing a learner does to answer an item; most items have exactly one.
package struct Interaction: Sendable, Hashable {
    package typealias ID = Identifier<Interaction>

    /// Every way to answer that Assay knows.
    package enum Kind: Sendable, Hashable {
        case choose(ChooseOne)
        case chooseMany(ChooseMany)
        case trueFalse(TrueFalse)
        case match(Match)
        case order(Order)
        case sort(Sort)
        case number(NumberEntry)
        case shortText(ShortText)
        case blanks(Blanks)
        case written(Written)
    }

    /// Needed only where an item has several.
    package var id: ID?
    /// Its part of the item's points; equal parts where no interaction says.
    package var weight: Rational?
    package var kind: Kind

    package init(id: ID? = nil, weight: Rational? = nil, kind: Kind) {
        self.id = id
        self.weight = weight
        self.kind = kind
    }
}

/// How an answer with several parts earns credit.
package enum PartialCredit: String, Sendable, Hashable, CaseIterable {
    case allOrNothing = "all-or-nothing"
    case perOption = "per-option"
    case perKey = "per-key"
    case perPair = "per-pair"
    case perPosition = "per-position"
    case perNeighbor = "per-neighbor"
    case perEntry = "per-entry"
    case perBlank = "per-blank"
}

/// A text a learner can point at, by an id that survives every edit of the text.
package struct Entry: Sendable, Hashable {
    package typealias ID = Identifier<Entry>

    package var id: ID
    package var text: String
    package var feedback: String?

    package init(id: ID, text: String, feedback: String? = nil) {
        self.id = id
        self.text = text
        self.feedback = feedback
    }
}
