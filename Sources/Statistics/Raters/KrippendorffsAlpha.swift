import Assessment

/// How far apart two levels are taken to be.
package enum Difference: Sendable, Hashable, CaseIterable {
    /// All that differ differ alike.
    case nominal
    /// By how many marks lie between them.
    case ordinal
    /// By the square of the distance between their points.
    case interval
    /// By the same, against their sum: for points that are counts of something.
    case ratio
    /// By the distance between their points.
    case linear

    /// How far apart each two levels are, where each was chosen so often.
    func distances(between levels: [Rational], chosen: [Int]) -> [[Quantity]] {
        switch self {
        case .nominal: return Weighting.unweighted.costs(of: levels)
        case .linear: return Weighting.linear.costs(of: levels)
        case .interval: return Weighting.quadratic.costs(of: levels)
        case .ordinal:
            return levels.indices.map { first in
                levels.indices.map { second in
                    let between = chosen[min(first, second)...max(first, second)].reduce(0, +)
                    let middle = Quantity(2 * between - chosen[first] - chosen[second], over: 2)
                    return middle * middle
                }
            }
        case .ratio:
            return levels.map { first in
                levels.map { second in
                    let sum = Quantity.exact(first) + .exact(second)
                    let apart = Quantity.exact(first) - .exact(second)
                    return sum.isZero ? .zero : (apart / sum) * (apart / sum)
                }
            }
        }
    }
}

/// How far reviewers agree beyond chance, whoever marked what: Krippendorff's alpha.
///
/// ("Computing Krippendorff's alpha-reliability", 2011.) From .800 on, its author would rely on the
/// marks; from .667 on, for tentative conclusions. Work with one mark is left out, and a level
/// nobody chose makes no difference.
package struct KrippendorffsAlpha: Sendable {
    /// How far apart the marks of the same work are.
    package let observed: Quantity?
    /// How far apart any marks are.
    package let expected: Quantity?
    package let alpha: Figure
    package let standardError: Double?
}

extension Ratings {
    /// Krippendorff's alpha, with the standard error and the 95% interval of Gwet's linearization,
    /// which takes the differences as given.
    package func krippendorffsAlpha(_ difference: Difference) -> KrippendorffsAlpha {
        let tallies = tallies.filter { $0.marks > 1 }
        let marks = tallies.reduce(0) { $0 + $1.marks * $1.units }
        let units = tallies.reduce(0) { $0 + $1.units }
        let basis = Basis(units: units, missing: missing, raters: raters)
        guard units > 0 else {
            return KrippendorffsAlpha(
                observed: nil, expected: nil, alpha: Figure(.undefined(.noOverlap), on: basis),
                standardError: nil)
        }
        let chosen = levels.indices.map { level in tallies.reduce(0) { $0 + $1.chosen[level] } }
        let distances = difference.distances(between: levels, chosen: chosen)
        let observed =
            tallies.map { $0.pairs.sum(weighted: distances) / Quantity($0.marks - 1) }.total()
            / Quantity(marks)
        let expected =
            chosen.map { first in chosen.map { first * $0 } }.sum(weighted: distances)
            / Quantity(marks * (marks - 1))
        guard !expected.isZero else {
            return KrippendorffsAlpha(
                observed: observed, expected: expected,
                alpha: Figure(.undefined(.noVariation), on: basis), standardError: nil)
        }
        let alpha = Quantity.one - observed / expected
        // Alpha before its correction for few marks, around which the linearization is made.
        let center = 1 - (observed / expected).double * Double(marks) / Double(marks - 1)
        let linearized = Linearization(
            of: alpha, on: basis, center: center,
            pulls: pulls(
                around: center, observed: observed.double, chosen: chosen,
                distances: distances.map { $0.map(\.double) }))
        return KrippendorffsAlpha(
            observed: observed, expected: expected, alpha: linearized.figure,
            standardError: linearized.standardError)
    }

    private func pulls(
        around alpha: Double, observed: Double, chosen: [Int], distances: [[Double]]
    ) -> [Double] {
        let compared = counts(withAtLeast: 2)
        let marks = Double(chosen.reduce(0, +))
        let mean = marks / Double(compared.count)
        let apart = distances.map { $0.dot(chosen.map { Double($0) / marks }) }
        let expected = apart.dot(chosen.map { Double($0) / marks })
        return compared.map { counts in
            let counts = counts.map(Double.init)
            let size = counts.reduce(0, +)
            let within = counts.dot(distances.map(counts.dot)) / (size - 1)
            let own = expected + observed * (1 - 1 / marks) * (size / mean - 1) - within / mean
            let pull = (expected * size - counts.dot(apart)) / mean
            return (own - 2 * (1 - alpha) * pull) / expected
        }
    }
}
