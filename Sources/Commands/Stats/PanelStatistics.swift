import Assessment
import Grading
import Statistics

/// The scores of several reviewers for pieces of work.
struct PanelScores: Sendable {
    let reviewers: [String]
    let works: [String]
    /// A row for each piece of work; nil where there is no score.
    let scores: [[Rational?]]
}

/// All that is said of how reviewers score whole pieces of work, and of what it does to verdicts.
struct PanelStatistics: Sendable {
    struct Reviewer: Sendable, Hashable {
        let name: String
        /// How many pieces of work they scored.
        let works: Int
        let mean: Figure
        /// How much higher their scores are than the same work deserves, by all reviewers; negative
        /// for the severe.
        let leniency: Figure
        /// Whether that is more than twice its standard error.
        let standsOut: Bool
    }

    /// A piece of work with another verdict were all reviewers equally severe.
    struct Flip: Sendable, Hashable {
        let work: String
        let score: Rational
        let fair: Rational
    }

    let works: Int
    /// The pieces of work that two reviewers or more have scored.
    let compared: Int
    /// How alike one reviewer's scores are to another's, whoever they are: ICC(2,1).
    let one: Figure
    /// The same for the mean of as many as there are: ICC(2,k).
    let mean: Figure
    /// Krippendorff's, for scores, whoever scored what.
    let alpha: Figure
    /// How many reviewers would make the mean 0.80 sure.
    let needed: Figure
    let reviewers: [Reviewer]
    /// Reviewers who share no work with the others; empty where all are linked.
    let unlinked: [[String]]
    let flips: [Flip]

    init(_ panel: PanelScores, passMark: Rational? = nil) throws(Rational.Overflow) {
        works = panel.works.count
        compared = panel.scores.count { row in row.count { $0 != nil } > 1 }
        let wanted = try Rational(4, over: 5)
        let basis = Basis(
            units: works, missing: panel.scores.joined().count { $0 == nil },
            raters: panel.reviewers.count)
        do throws(Undefined) {
            let squares = try MeanSquares(marks: panel.scores)
            one = squares.intraclassCorrelation(.anyReviewers, .oneMark).figure
            mean = squares.intraclassCorrelation(.anyReviewers, .mean).figure
            needed = Generalizability(squares).reviewersNeeded(for: wanted)
        } catch {
            let none = Figure(.undefined(error), on: basis)
            (one, mean, needed) = (none, none, none)
        }
        let levels = Set(panel.scores.joined().compactMap(\.self)).sorted()
        let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
        alpha =
            Ratings(
                levels: levels,
                units: panel.scores.map { row in row.map { score in score.flatMap { places[$0] } } }
            ).krippendorffsAlpha(.interval).alpha
        let observations = panel.observations
        let severity = try Severity(observations)
        if case .disconnected(let groups) = severity, groups.count > 1 {
            unlinked = groups
        } else {
            unlinked = []
        }
        let spread = try Self.residual(observations, severity)
        reviewers = panel.reviewers.map { Reviewer($0, observations, severity, spread: spread) }
        flips =
            try passMark.map { (cut) throws(Rational.Overflow) in
                try Self.flips(panel, severity, cut)
            } ?? []
    }

    /// The deviation of what neither work nor reviewers explain.
    private static func residual(
        _ observations: [Severity.Observation], _ severity: Severity
    ) throws(Rational.Overflow) -> Double? {
        guard case .known(_, let leniency, let fair) = severity else { return nil }
        let freedom = observations.count - leniency.count - fair.count + 1
        guard freedom > 0 else { return nil }
        var squares = 0.0
        for observation in observations {
            let expected =
                try (fair[observation.work] ?? .zero) + (leniency[observation.reviewer] ?? .zero)
            let apart = Double(try observation.score - expected)
            squares += apart * apart
        }
        return (squares / Double(freedom)).squareRoot()
    }

    private static func flips(
        _ panel: PanelScores, _ severity: Severity, _ cut: Rational
    ) throws(Rational.Overflow) -> [Flip] {
        guard case .known(_, _, let fair) = severity else { return [] }
        var flips: [Flip] = []
        for (work, row) in zip(panel.works, panel.scores) {
            let given = row.compactMap(\.self)
            guard let fair = fair[work],
                let score = try given.total().divided(by: Rational(given.count)),
                (score < cut) != (fair < cut)
            else { continue }
            flips.append(Flip(work: work, score: score, fair: fair))
        }
        return flips
    }
}

extension PanelScores {
    fileprivate var observations: [Severity.Observation] {
        zip(works, scores).flatMap { work, row in
            zip(reviewers, row).compactMap { reviewer, score in
                score.map { Severity.Observation(work: work, reviewer: reviewer, score: $0) }
            }
        }
    }
}

extension PanelStatistics.Reviewer {
    fileprivate init(
        _ name: String, _ observations: [Severity.Observation], _ severity: Severity,
        spread: Double?
    ) {
        let own = observations.filter { $0.reviewer == name }
        let basis = Basis(units: own.count)
        self.name = name
        works = own.count
        mean = Figure.mean(of: own.map(\.score), on: basis)
        let leniency = severity.leniency[name]
        self.leniency = Figure(leniency.map { .exact($0) } ?? .undefined(.notConnected), on: basis)
        standsOut =
            spread.map { spread in
                let error = spread / Double(max(own.count, 1)).squareRoot()
                return abs(leniency.map { Double($0) } ?? 0) > 2 * error
            } ?? false
    }
}
