/// One thing a reviewer judges.
package struct Criterion: Sendable, Hashable {
    package typealias ID = Identifier<Criterion>

    /// What a mark on it is.
    package enum Kind: Sendable, Hashable {
        case levels(scale: Scale.ID)
        case check(scale: Scale.ID)
        case points(minimum: Rational, maximum: Rational, step: Rational)
        /// A counted ratio against a target.
        case measure(target: Rational)
        /// A part of its group's total that should be near a target.
        case share(target: Rational, tolerance: Rational)
        case text

        package var name: String {
            switch self {
            case .levels: "levels"
            case .check: "check"
            case .points: "points"
            case .measure: "measure"
            case .share: "share"
            case .text: "text"
            }
        }

        package static let names = ["levels", "points", "check", "measure", "share", "text"]

        package var scale: Scale.ID? {
            switch self {
            case .levels(let scale), .check(let scale): scale
            case .points, .measure, .share, .text: nil
            }
        }
    }

    /// Whether more is better.
    package enum Polarity: String, Sendable, Hashable, CaseIterable {
        case higher, lower
    }

    /// When a mark needs words beside it.
    package enum CommentRule: String, Sendable, Hashable, CaseIterable {
        case optional, always, below, extremes
    }

    /// Whether a mark needs evidence.
    package enum EvidenceRule: String, Sendable, Hashable, CaseIterable {
        case none, optional, required
    }

    /// Who reads the criterion.
    package enum Audience: String, Sendable, Hashable, CaseIterable {
        case all, reviewer
    }

    /// A scale's level in the words of this criterion.
    package struct LevelDescriptor: Sendable, Hashable {
        package var level: Scale.Level.ID
        /// Points of its own, in place of the scale's.
        package var points: Rational?
        package var descriptor: String
        package var feedback: String?

        package init(
            level: Scale.Level.ID, points: Rational? = nil, descriptor: String,
            feedback: String? = nil
        ) {
            self.level = level
            self.points = points
            self.descriptor = descriptor
            self.feedback = feedback
        }
    }

    /// A ready-made comment.
    package struct Statement: Sendable, Hashable {
        package typealias ID = Identifier<Statement>

        package var id: ID
        package var level: Scale.Level.ID?
        package var text: String

        package init(id: ID, level: Scale.Level.ID? = nil, text: String) {
            self.id = id
            self.level = level
            self.text = text
        }
    }

    package var id: ID
    package var kind: Kind
    package var weight: Rational?
    package var polarity = Polarity.higher
    package var commentRule = CommentRule.optional
    /// The level below which a comment is asked, where the rule is `below`.
    package var commentBelow: Scale.Level.ID?
    package var evidenceRule = EvidenceRule.none
    package var allowsNotApplicable = false
    package var audience = Audience.all
    package var competency: Competency.ID?
    /// The 360° sources that are asked; empty means all.
    package var sources: [RatingSource.ID] = []
    package var title: String
    package var prompt: String?
    package var guidance: String?
    package var guidanceAudience = Audience.reviewer
    package var gate: Gate?
    package var descriptors: [LevelDescriptor] = []
    package var statements: [Statement] = []

    package init(id: ID, kind: Kind, title: String) {
        self.id = id
        self.kind = kind
        self.title = title
    }
}

/// A mark without which the verdict is no pass, whatever the score.
package struct Gate: Sendable, Hashable {
    /// The least that is needed.
    package enum Threshold: Sendable, Hashable {
        case level(Scale.Level.ID)
        case points(Rational)
    }

    /// Whose mark is held against the gate.
    package enum Judge: String, Sendable, Hashable, CaseIterable {
        case panel
        case anyReviewer = "any-reviewer"
        case everyReviewer = "every-reviewer"
    }

    package var threshold: Threshold
    package var judge: Judge
    package var waivableBy: String?
    package var reason: String

    package init(
        threshold: Threshold, judge: Judge = .panel, waivableBy: String? = nil, reason: String
    ) {
        self.threshold = threshold
        self.judge = judge
        self.waivableBy = waivableBy
        self.reason = reason
    }
}
