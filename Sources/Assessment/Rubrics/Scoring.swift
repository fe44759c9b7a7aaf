/// How marks become a percentage.
package struct Scoring: Sendable, Hashable {
    /// What counts as nothing: zero points, or the lowest the scale gives.
    package enum Base: String, Sendable, Hashable, CaseIterable {
        case zero
        case minimumToMaximum = "min-max"
    }

    /// What a criterion without a mark is.
    package enum Missing: String, Sendable, Hashable, CaseIterable {
        case incomplete, zero
    }

    package var base: Base
    package var missing: Missing
    /// The share of the weight that must have been assessed.
    package var minimumAssessedWeight: Rational
    package var displayDecimals: Int

    package init(
        base: Base = .zero, missing: Missing = .incomplete,
        minimumAssessedWeight: Rational = .zero, displayDecimals: Int = 1
    ) {
        self.base = base
        self.missing = missing
        self.minimumAssessedWeight = minimumAssessedWeight
        self.displayDecimals = displayDecimals
    }
}

/// One possible verdict and what it takes; the first band that holds is the verdict.
package struct VerdictBand: Sendable, Hashable {
    package typealias ID = Identifier<VerdictBand>

    /// When a band holds.
    package enum Condition: Sendable, Hashable {
        case score(atLeast: Rational)
        case anyMark(Scale.Level.ID)
        case everyMark(Scale.Level.ID)
        case otherwise
    }

    package var id: ID
    package var condition: Condition
    /// Whether it says that the work is good enough; it then needs every gate.
    package var isPass: Bool
    package var label: String
    package var description: String?

    package init(
        id: ID, condition: Condition, isPass: Bool = false, label: String,
        description: String? = nil
    ) {
        self.id = id
        self.condition = condition
        self.isPass = isPass
        self.label = label
        self.description = description
    }
}

/// Who rates in a 360° instrument.
package struct RatingSource: Sendable, Hashable {
    package typealias ID = Identifier<RatingSource>

    package var id: ID
    package var weight: Rational
    /// Fewer respondents than this and the source's figures are hidden.
    package var minimumRespondents: Int
    package var isSelf: Bool
    /// Known to the subject by nature, as the manager is, so nothing is hidden.
    package var isIdentified: Bool
    package var title: String

    package init(
        id: ID, weight: Rational = .one, minimumRespondents: Int = 1, isSelf: Bool = false,
        isIdentified: Bool = false, title: String
    ) {
        self.id = id
        self.weight = weight
        self.minimumRespondents = minimumRespondents
        self.isSelf = isSelf
        self.isIdentified = isIdentified
        self.title = title
    }
}

/// What a role asks for, criterion by criterion.
package struct Profile: Sendable, Hashable {
    package typealias ID = Identifier<Profile>

    /// How much a target matters.
    package enum Priority: String, Sendable, Hashable, CaseIterable {
        case critical, supporting
    }

    /// What is to be reached on one criterion.
    package struct Target: Sendable, Hashable {
        package var criterion: Criterion.ID
        package var threshold: Gate.Threshold
        package var priority: Priority
        package var timeline: String?

        package init(
            criterion: Criterion.ID, threshold: Gate.Threshold, priority: Priority = .supporting,
            timeline: String? = nil
        ) {
            self.criterion = criterion
            self.threshold = threshold
            self.priority = priority
            self.timeline = timeline
        }
    }

    package var id: ID
    package var title: String
    package var targets: [Target]

    package init(id: ID, title: String, targets: [Target]) {
        self.id = id
        self.title = title
        self.targets = targets
    }
}

/// The names of gaps, from none to the widest.
package struct GapClasses: Sendable, Hashable {
    /// A name for gaps up to a maximum; the last has none.
    package struct Class: Sendable, Hashable {
        package typealias ID = Identifier<Class>

        package var id: ID
        package var maximum: Rational?
        package var label: String

        package init(id: ID, maximum: Rational?, label: String) {
            self.id = id
            self.maximum = maximum
            self.label = label
        }
    }

    /// Gaps wider than this are priorities.
    package var priorityOver: Rational?
    package var classes: [Class]

    package init(priorityOver: Rational? = nil, classes: [Class]) {
        self.priorityOver = priorityOver
        self.classes = classes
    }
}
