import Glibc

/// How hard items are, whoever the learners were: Rasch's model by conditional likelihood.
package struct ConditionalRasch: Sendable {
    /// With fewer, a difficulty is off by half a logit or more one time in twenty (Linacre, "Sample
    /// size and item calibration stability", Rasch Measurement Transactions 7:4, 1994).
    package static let learnersNeeded = 100

    /// How hard each item is, in logits around zero.
    package let difficulties: [Estimate]
    package let logLikelihood: Double
    /// Missing are the learners who say nothing, because they were right everywhere or nowhere.
    package let basis: Basis

    /// Estimates from who was right where; nil is an item that the learner was not asked.
    package init(
        responses: [[Bool?]], learnersNeeded: Int = Self.learnersNeeded
    ) throws(Undefined) {
        let items = responses.first?.count ?? 0
        let informative = responses.filter { Set($0.compactMap(\.self)).count > 1 }
        guard informative.count >= learnersNeeded, items > 1 else {
            throw .tooFewUnits(needed: learnersNeeded)
        }
        let likelihood = ConditionalLikelihood(
            rows: responses.map { $0.map { $0.map { $0 ? 1 : 0 } } },
            effects: Self.centered(items).map { [$0.map { _ in 0 }, $0.map { -$0 }] })
        guard let peak = Peak(of: likelihood.at, from: Array(repeating: 0, count: items - 1))
        else { throw .noVariation }
        difficulties = Self.centered(items).map(peak.estimate)
        logLikelihood = peak.height
        basis = Basis(
            units: informative.count, missing: responses.count - informative.count)
    }

    /// Coefficients that make so many values, which sum to zero, of one parameter fewer.
    static func centered(_ count: Int) -> [[Double]] {
        (0..<count).map { value in
            (1..<max(count, 1)).map { value == 0 ? -1 : $0 == value ? 1 : 0 }
        }
    }

    /// The level of ability at which so many right answers are to be expected, in logits.
    ///
    /// None and all have no such level: whoever has them is below or above what the items measure.
    package func ability(right: Int) -> Double? {
        guard right > 0, right < difficulties.count else { return nil }
        var (low, high) = (-50.0, 50.0)
        // Each halving gains a binary digit, and a double has 53.
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let expected = difficulties.reduce(0) { $0 + 1 / (1 + exp($1.value - middle)) }
            if expected < Double(right) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
