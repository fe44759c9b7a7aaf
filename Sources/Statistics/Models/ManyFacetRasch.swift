/// How severe reviewers are and how hard criteria, on one scale of logits, whatever work each saw.
///
/// The odds of one level against the level below fall by the reviewer's severity, the criterion's
/// difficulty and the step's own (Linacre, "Many-facet Rasch measurement", 1989). Estimated by
/// conditional likelihood, so that nothing is assumed of the work.
package struct ManyFacetRasch: Sendable {
    /// With fewer, a severity is off by a logit or more one time in twenty (Linacre, "Sample size
    /// and item calibration stability", Rasch Measurement Transactions 7:4, 1994).
    package static let worksNeeded = 30

    /// In logits around zero, in the order of the reviewers; more is more severe.
    package let severities: [Estimate]
    /// In logits around zero, in the order of the criteria; more is harder.
    package let difficulties: [Estimate]
    /// How much harder than the first step, from the lowest level to the next, each step is.
    package let steps: [Estimate]
    package let logLikelihood: Double
    /// Missing is the work that says nothing, because all its marks are lowest or all are highest.
    package let basis: Basis

    private let peak: Peak
    private let parts: Parts

    /// Estimates from the marks of each piece of work by reviewer and criterion, as places on the
    /// criteria's common scale; nil is a mark not given.
    package init(
        marks: [[[Int?]]], levels: Int, worksNeeded: Int = Self.worksNeeded
    ) throws(Undefined) {
        let parts = Parts(
            reviewers: marks.first?.count ?? 0, criteria: marks.first?.first?.count ?? 0,
            levels: levels)
        let rows = marks.map { $0.flatMap(\.self) }
        let informative = rows.filter { row in
            let given = row.compactMap(\.self)
            return given.contains { $0 > 0 } && given.contains { $0 < levels - 1 }
        }
        guard informative.count >= worksNeeded else {
            throw .tooFewUnits(needed: worksNeeded)
        }
        // Where a level is never given, the step to it has no difficulty.
        guard Set(informative.joined().compactMap(\.self)).count == levels else {
            throw .unusedLevel
        }
        let likelihood = ConditionalLikelihood(rows: rows, effects: parts.effects)
        guard let peak = Peak(of: likelihood.at, from: Array(repeating: 0, count: parts.count))
        else { throw .notConnected }
        severities = parts.severities.map(peak.estimate)
        difficulties = parts.difficulties.map(peak.estimate)
        steps = parts.steps.map(peak.estimate)
        logLikelihood = peak.height
        basis = Basis(
            units: informative.count, missing: rows.count - informative.count,
            raters: marks.first?.count)
        self.peak = peak
        self.parts = parts
    }

    /// How much more severe one reviewer is than another.
    package func severity(of reviewer: Int, above other: Int) -> Estimate {
        peak.estimate(
            of: zip(parts.severities[reviewer], parts.severities[other]).map { $0 - $1 })
    }
}

/// Where reviewers, criteria and steps stand among the parameters that are free.
private struct Parts {
    let severities: [[Double]]
    let difficulties: [[Double]]
    let steps: [[Double]]
    let count: Int

    init(reviewers: Int, criteria: Int, levels: Int) {
        let free = [max(0, reviewers - 1), max(0, criteria - 1), max(0, levels - 2)]
        let count = free.reduce(0, +)
        func placed(_ coefficients: [[Double]], from start: Int) -> [[Double]] {
            coefficients.map { row in
                var whole = Array(repeating: 0.0, count: count)
                for (place, value) in row.enumerated() { whole[start + place] = value }
                return whole
            }
        }
        severities = placed(ConditionalRasch.centered(reviewers), from: 0)
        difficulties = placed(ConditionalRasch.centered(criteria), from: free[0])
        steps = placed(
            (0..<max(0, levels - 1)).map { step in
                (0..<free[2]).map { $0 == step - 1 ? 1 : 0 }
            }, from: free[0] + free[1])
        self.count = count
    }

    /// For each reviewer and criterion, what speaks for each level: to be there, one has taken all
    /// the steps below.
    var effects: [[[Double]]] {
        severities.flatMap { severity in
            difficulties.map { difficulty in
                steps.reduce(into: [severity.map { _ in 0 }]) { levels, step in
                    guard let below = levels.last else { return }
                    levels.append(
                        below.indices.map {
                            below[$0] - severity[$0] - difficulty[$0] - step[$0]
                        })
                }
            }
        }
    }
}
