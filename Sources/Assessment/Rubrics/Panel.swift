/// Several reviewers on one piece of work, and how their marks become one.
package struct Panel: Sendable, Hashable {
    /// The named rule that makes one mark of several.
    package enum Rule: String, Sendable, Hashable, CaseIterable {
        case mean, median
        case trimmedMean = "trimmed-mean"
        case weightedMean = "weighted-mean"
        case min, max, vote
    }

    /// What the rule combines: each reviewer's total, or the marks on each criterion.
    package enum Level: String, Sendable, Hashable, CaseIterable {
        case total, criterion
    }

    /// Who sees whose name.
    package enum Blindness: String, Sendable, Hashable, CaseIterable {
        case none, single, double
    }

    /// What happens when reviewers differ by more than the tolerance.
    package enum Disagreement: String, Sendable, Hashable, CaseIterable {
        case flag, discuss, adjudicate
    }

    /// What an adjudicator's marks do.
    package enum Adjudication: String, Sendable, Hashable, CaseIterable {
        case replace
        case meanOfAll = "mean-all"
        case closestPair = "closest-pair"
    }

    /// Whether reviewers' severity is worked out, shown, or taken off.
    package enum Severity: String, Sendable, Hashable, CaseIterable {
        case off, report, apply
    }

    /// A place on the panel for somebody of a role.
    package struct Seat: Sendable, Hashable {
        package typealias ID = Identifier<Seat>

        package var id: ID
        package var role: String
        package var minimum: Int
        package var weight: Rational
        package var title: String?

        package init(
            id: ID, role: String, minimum: Int = 1, weight: Rational = .one, title: String? = nil
        ) {
            self.id = id
            self.role = role
            self.minimum = minimum
            self.weight = weight
            self.title = title
        }
    }

    /// A tie between reviewer and learner, and what it leads to.
    package struct Conflict: Sendable, Hashable {
        package typealias ID = Identifier<Conflict>

        /// Keeps the reviewer off, or is only put on record.
        package enum Action: String, Sendable, Hashable, CaseIterable {
            case bar, declare
        }

        package var id: ID
        package var action: Action
        package var description: String

        package init(id: ID, action: Action, description: String) {
            self.id = id
            self.action = action
            self.description = description
        }
    }

    /// What a reviewer has to show on anchor work before scoring.
    package struct Calibration: Sendable, Hashable {
        package var anchors: Int
        package var exact: Rational
        package var adjacent: Rational
        package var maximumNonAdjacent: Int

        package init(anchors: Int, exact: Rational, adjacent: Rational, maximumNonAdjacent: Int) {
            self.anchors = anchors
            self.exact = exact
            self.adjacent = adjacent
            self.maximumNonAdjacent = maximumNonAdjacent
        }
    }

    /// The role on the sheet of somebody who settles what the others differ on.
    package static let adjudicator = "adjudicator"

    package var quorum: Int
    package var rule = Rule.mean
    package var level = Level.total
    package var isSealed = true
    package var blindness = Blindness.none
    /// In share of the total.
    package var toleranceTotal: Rational?
    package var toleranceLevels: Int?
    package var disagreement = Disagreement.flag
    package var adjudication = Adjudication.replace
    package var severity = Severity.report
    package var seats: [Seat] = []
    package var conflicts: [Conflict] = []
    package var calibration: Calibration?

    package init(quorum: Int) {
        self.quorum = quorum
    }
}
