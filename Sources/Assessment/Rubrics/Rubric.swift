/// What good work looks like, how reviewers mark it, and how their marks become a verdict.
package struct Rubric: Sendable, Hashable {
    package typealias ID = Identifier<Rubric>

    /// Where the rubric is in its life; a used version never changes.
    package enum Status: String, Sendable, Hashable, CaseIterable {
        case draft, active, retired
    }

    /// What is scored: one piece of work, or several that are ranked against each other.
    package enum Subjects: String, Sendable, Hashable, CaseIterable {
        case one, many
    }

    package var id: ID
    package var version: String
    package var status: Status
    /// The version it replaces.
    package var supersedes: String?
    package var language: String?
    package var subjects: Subjects
    package var title: String
    package var description: String?
    /// What the author decided where the source left a choice, and why.
    package var notes: [String]
    package var scales: [Scale]
    package var sources: [RatingSource]
    package var combination: Combination
    package var criteria: [CriterionNode]
    package var scoring: Scoring
    package var panel: Panel?
    package var profiles: [Profile]
    package var gaps: GapClasses?
    package var bands: [VerdictBand]

    package init(
        id: ID, version: String, status: Status = .active, supersedes: String? = nil,
        language: String? = nil, subjects: Subjects = .one, title: String,
        description: String? = nil, notes: [String] = [], scales: [Scale] = [],
        sources: [RatingSource] = [], combination: Combination = .weightedMean,
        criteria: [CriterionNode], scoring: Scoring = Scoring(), panel: Panel? = nil,
        profiles: [Profile] = [], gaps: GapClasses? = nil, bands: [VerdictBand] = []
    ) {
        self.id = id
        self.version = version
        self.status = status
        self.supersedes = supersedes
        self.language = language
        self.subjects = subjects
        self.title = title
        self.description = description
        self.notes = notes
        self.scales = scales
        self.sources = sources
        self.combination = combination
        self.criteria = criteria
        self.scoring = scoring
        self.panel = panel
        self.profiles = profiles
        self.gaps = gaps
        self.bands = bands
    }

    /// Every criterion in the order a reviewer meets them.
    package var allCriteria: [Criterion] { criteria.flatMap(\.allCriteria) }
}

/// Named steps that a mark can be.
package struct Scale: Sendable, Hashable {
    package typealias ID = Identifier<Scale>

    /// One step; without points it is an answer outside the scale, such as an abstention.
    package struct Level: Sendable, Hashable {
        package typealias ID = Identifier<Level>

        package var id: ID
        package var points: Rational?
        package var label: String
        package var descriptor: String?

        package init(id: ID, points: Rational?, label: String, descriptor: String? = nil) {
            self.id = id
            self.points = points
            self.label = label
            self.descriptor = descriptor
        }
    }

    package var id: ID
    package var levels: [Level]

    package init(id: ID, levels: [Level]) {
        self.id = id
        self.levels = levels
    }
}

/// How the marks of a group's members become the group's mark.
package enum Combination: String, Sendable, Hashable, CaseIterable {
    case weightedMean = "weighted-mean"
    case mean, sum, min
    /// Met only where every member is met in full.
    case all
}

/// A group of criteria, or one criterion.
package indirect enum CriterionNode: Sendable, Hashable {
    case group(CriterionGroup)
    case criterion(Criterion)

    package var weight: Rational? {
        switch self {
        case .group(let group): group.weight
        case .criterion(let criterion): criterion.weight
        }
    }

    package var allCriteria: [Criterion] {
        switch self {
        case .group(let group): group.members.flatMap(\.allCriteria)
        case .criterion(let criterion): [criterion]
        }
    }
}

/// Criteria that are weighed together.
package struct CriterionGroup: Sendable, Hashable {
    package typealias ID = Identifier<Criterion>

    package var id: ID
    package var weight: Rational?
    package var combination: Combination
    package var title: String
    package var description: String?
    package var members: [CriterionNode]

    package init(
        id: ID, weight: Rational? = nil, combination: Combination = .weightedMean, title: String,
        description: String? = nil, members: [CriterionNode]
    ) {
        self.id = id
        self.weight = weight
        self.combination = combination
        self.title = title
        self.description = description
        self.members = members
    }
}
