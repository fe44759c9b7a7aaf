package import Assessment

/// What one criterion earned, and what that rests on.
package struct MarkScore: Sendable, Hashable {
    package enum Basis: Sendable, Hashable {
        case level(Scale.Level.ID)
        case points(Rational)
        /// A counted ratio that reached its target, or did not.
        case ratio(numerator: Rational, denominator: Rational, target: Rational)
        /// A part of its group's total that was near its target, or was not.
        case part(Rational, target: Rational, tolerance: Rational)
        /// The shares that several reviewers gave, made one by the panel's rule.
        case combined([Rational])
        /// There is no mark, and the rubric counts that as nothing earned.
        case countedAsZero
        // Nothing to score:
        case missing
        case notApplicable
        /// A level without points, such as an abstention.
        case outsideScale(Scale.Level.ID)
        /// Nothing was counted, and 0 of 0 is no ratio.
        case notMeasurable
        /// The criterion does not take such a mark.
        case refused

        /// Whether it is no answer on the criterion's scale.
        var isSilent: Bool {
            switch self {
            case .missing, .notApplicable, .outsideScale, .notMeasurable, .refused: true
            case .level, .points, .ratio, .part, .combined, .countedAsZero: false
            }
        }
    }

    /// Nil where there is nothing to score; it then weighs nothing.
    package let marks: Marks?
    package let basis: Basis

    func share() throws(Rational.Overflow) -> Rational? { try marks?.share() }
}

/// One reviewer's marks on one subject, as scores by criterion.
struct MarkScoring {
    private let rubric: Rubric
    private let marks: [Criterion.ID: ScoreSheet.Mark]

    init(_ rubric: Rubric, _ marks: [Criterion.ID: ScoreSheet.Mark]) {
        self.rubric = rubric
        self.marks = marks
    }

    /// Of every scored criterion that the source is asked about.
    func scores(
        askedOf source: RatingSource.ID?
    ) throws(Rational.Overflow) -> [Criterion.ID: MarkScore] {
        var scores: [Criterion.ID: MarkScore] = [:]
        let totals = try totals(of: rubric.criteria)
        for criterion in rubric.allCriteria where criterion.isAsked(of: source) {
            guard let yardstick = Yardstick(criterion, in: rubric) else { continue }
            scores[criterion.id] = try score(criterion, yardstick, totals[criterion.id])
        }
        return scores
    }

    private func score(
        _ criterion: Criterion, _ yardstick: Yardstick, _ total: Rational?
    ) throws(Rational.Overflow) -> MarkScore {
        switch (marks[criterion.id]?.value, criterion.kind) {
        case (nil, _):
            guard rubric.scoring.missing == .zero else {
                return MarkScore(marks: nil, basis: .missing)
            }
            let possible = try yardstick.marks(for: yardstick.points(for: .one))?.possible
            return MarkScore(
                marks: possible.map { Marks(earned: .zero, possible: $0) }, basis: .countedAsZero)
        case (.notApplicable, _):
            return MarkScore(
                marks: nil, basis: criterion.allowsNotApplicable ? .notApplicable : .refused)
        case (.level(let level), .levels(let scale)), (.level(let level), .check(let scale)):
            if let step = yardstick.steps.first(where: { $0.level == level }) {
                return MarkScore(marks: try yardstick.marks(for: step.points), basis: .level(level))
            }
            let levels = rubric.scales.first { $0.id == scale }?.levels ?? []
            return MarkScore(
                marks: nil,
                basis: levels.contains { $0.id == level } ? .outsideScale(level) : .refused)
        case (.points(let points), .points(let minimum, let maximum, let step)):
            guard minimum <= points, points <= maximum,
                try (points - minimum).divided(by: step)?.isWhole == true
            else { break }
            return MarkScore(marks: try yardstick.marks(for: points), basis: .points(points))
        case (.ratio(let numerator, let denominator), .measure(let target)):
            guard denominator > .zero else { return MarkScore(marks: nil, basis: .notMeasurable) }
            let needed = try target * denominator
            let isMet = criterion.polarity == .higher ? numerator >= needed : numerator <= needed
            return MarkScore(
                marks: Marks(earned: isMet ? .one : .zero, possible: .one),
                basis: .ratio(numerator: numerator, denominator: denominator, target: target))
        case (.points(let points), .share(let target, let tolerance)):
            guard !points.isNegative else { break }
            guard let total, let part = try points.divided(by: total) else {
                return MarkScore(marks: nil, basis: .notMeasurable)
            }
            let isNear = try (part - target).magnitude <= tolerance
            return MarkScore(
                marks: Marks(earned: isNear ? .one : .zero, possible: .one),
                basis: .part(part, target: target, tolerance: tolerance))
        default: break
        }
        return MarkScore(marks: nil, basis: .refused)
    }

    /// For each criterion that is a part of a whole, what the marks beside it add up to.
    private func totals(
        of nodes: [CriterionNode]
    ) throws(Rational.Overflow) -> [Criterion.ID: Rational] {
        var totals: [Criterion.ID: Rational] = [:]
        var parts: [Criterion.ID: Rational] = [:]
        for node in nodes {
            switch node {
            case .group(let group):
                totals.merge(try self.totals(of: group.members)) { first, _ in first }
            case .criterion(let criterion):
                guard case .share = criterion.kind,
                    case .points(let points)? = marks[criterion.id]?.value
                else { continue }
                parts[criterion.id] = points
            }
        }
        let total = try parts.values.total()
        for id in parts.keys { totals[id] = total }
        return totals
    }
}

extension Criterion {
    /// Without a source, everybody is asked everything.
    func isAsked(of source: RatingSource.ID?) -> Bool {
        guard let source, !sources.isEmpty else { return true }
        return sources.contains(source)
    }
}
