/// What two reviewers would agree on by chance.
package enum Chance: Sendable, Hashable, CaseIterable {
    /// Every reviewer draws from the levels as all marks are spread: Fleiss' kappa, for any number
    /// of marks to a piece of work.
    case fleiss
    /// Each reviewer draws from the levels as that reviewer's marks are spread: Conger's kappa,
    /// which is Cohen's for two.
    case conger
    /// Only what is hard to tell apart is drawn: Gwet's AC1, and AC2 with weights.
    case gwet
    /// All levels are drawn alike: Brennan and Prediger's coefficient.
    case brennanPrediger
}

/// Agreement beyond chance: 1 where reviewers always agree, 0 where no more than by chance.
package struct ChanceCorrected: Sendable {
    package let observed: Quantity?
    package let expected: Quantity?
    /// With a 95% interval for pieces of work like these and the same reviewers.
    package let coefficient: Figure
    package let standardError: Double?
    /// How likely a coefficient this far from zero is where there is chance alone.
    package let significance: Double?
}

extension ChanceCorrected {
    fileprivate init(
        undefined reason: Undefined, on basis: Basis, observed: Quantity? = nil,
        expected: Quantity? = nil
    ) {
        self.init(
            observed: observed, expected: expected,
            coefficient: Figure(.undefined(reason), on: basis), standardError: nil,
            significance: nil)
    }
}

extension Ratings {
    /// How far reviewers agree beyond the chance that is named.
    package func agreement(
        beyond chance: Chance, weighting: Weighting = .unweighted
    ) -> ChanceCorrected {
        let weights = weighting.weights(of: levels)
        guard let observed = agreement(weights) else {
            return ChanceCorrected(undefined: .noOverlap, on: basis)
        }
        guard let model = ChanceModel(chance, of: self, weights: weights) else {
            return ChanceCorrected(undefined: .noVariation, on: basis, observed: observed)
        }
        let beyond = Quantity.one - model.expected
        guard !beyond.isZero else {
            return ChanceCorrected(
                undefined: .noVariation, on: basis, observed: observed, expected: model.expected)
        }
        let coefficient = (observed - model.expected) / beyond
        let linearized = Linearization(
            of: coefficient, on: basis, center: coefficient.double,
            pulls: pulls(
                of: coefficient.double, model: model, weights: weights.map { $0.map(\.double) }))
        return ChanceCorrected(
            observed: observed, expected: model.expected, coefficient: linearized.figure,
            standardError: linearized.standardError, significance: linearized.significance)
    }

    private func pulls(
        of coefficient: Double, model: ChanceModel, weights: [[Double]]
    ) -> [Double] {
        let expected = model.expected.double
        let rated = units.filter { $0.contains { $0 != nil } }
        let counts = counts(withAtLeast: 1)
        let compared = counts.count { $0.reduce(0, +) > 1 }
        let share = Double(counts.count) / Double(compared)
        return zip(rated, counts).map { unit, counts in
            let marks = Double(counts.reduce(0, +))
            var own = 0.0
            if marks > 1 {
                let agreeing = counts.indices.reduce(0.0) { sum, level in
                    let near = weights[level].dot(counts.map(Double.init))
                    return sum + Double(counts[level]) * (near - weights[level][level])
                }
                own = share * (agreeing / (marks * (marks - 1)) - expected) / (1 - expected)
            }
            let pull = model.pull(of: unit, counts: counts) - expected
            return own - 2 * (1 - coefficient) * pull / (1 - expected)
        }
    }
}
