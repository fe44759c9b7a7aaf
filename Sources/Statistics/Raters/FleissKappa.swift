/// How far any two of many reviewers agree beyond chance, where all work has as many marks
/// (Fleiss, "Measuring nominal scale agreement among many raters", 1971).
package struct FleissKappa: Sendable {
    package let observed: Quantity?
    package let expected: Quantity?
    package let kappa: Figure
    /// What the standard error would be if reviewers agreed by chance alone (Fleiss, Nee and
    /// Landis, "Large sample variance of kappa in the case of different sets of raters", 1979).
    package let standardErrorByChance: Double?
    /// The same for each level against all others.
    package let byLevel: [Figure]
}

extension Ratings {
    /// Fleiss' kappa; not defined where some work has more marks than other work, for which there
    /// is the agreement beyond ``Chance/fleiss``.
    package func fleissKappa() -> FleissKappa {
        FleissKappa(counts: counts(withAtLeast: 1), missing: missing, raters: raters)
    }
}

extension FleissKappa {
    /// Computes from how many reviewers chose each level for each piece of work.
    package init(counts: [[Int]], missing: Int = 0, raters: Int? = nil) {
        let marks = counts.first?.reduce(0, +) ?? 0
        let basis = Basis(units: counts.count, missing: missing, raters: raters ?? marks)
        guard marks > 1, counts.allSatisfy({ $0.reduce(0, +) == marks }) else {
            let reason: Undefined = marks > 1 ? .unequalMarks : .noOverlap
            self.init(undefined: reason, on: basis, levels: counts.first?.count ?? 0)
            return
        }
        let given = counts.count * marks
        let levels = counts[0].indices
        let chosen = levels.map { level in counts.reduce(0) { $0 + $1[level] } }
        let shares = chosen.map { Quantity($0, over: given) }
        let pairs = levels.map { level in counts.reduce(0) { $0 + $1[level] * ($1[level] - 1) } }
        let observed = Quantity(pairs.reduce(0, +), over: given * (marks - 1))
        let expected = shares.map { $0 * $0 }.total()
        let beyond = Quantity.one - expected
        guard !beyond.isZero else {
            self.init(
                undefined: .noVariation, on: basis, levels: levels.count, observed: observed,
                expected: expected)
            return
        }
        let kappa = (observed - expected) / beyond
        let spreads = shares.map { $0 * (.one - $0) }
        let spread = spreads.total()
        let skew = zip(spreads, shares).map { $0 * (.one - $1 - $1) }.total()
        let error =
            ((spread * spread - skew).double * 2 / Double(given * (marks - 1))).squareRoot()
            / spread.double
        let byLevel = levels.map { level in
            guard !spreads[level].isZero else {
                return Figure(.undefined(.noVariation), on: basis)
            }
            let apart = counts.reduce(0) { $0 + $1[level] * (marks - $1[level]) }
            return Figure(
                (.one - Quantity(apart, over: given * (marks - 1)) / spreads[level]).value,
                on: basis)
        }
        self.init(
            observed: observed, expected: expected, kappa: Figure(kappa.value, on: basis),
            standardErrorByChance: error, byLevel: byLevel)
    }

    private init(
        undefined reason: Undefined, on basis: Basis, levels: Int, observed: Quantity? = nil,
        expected: Quantity? = nil
    ) {
        let figure = Figure(.undefined(reason), on: basis)
        self.init(
            observed: observed, expected: expected, kappa: figure, standardErrorByChance: nil,
            byLevel: Array(repeating: figure, count: levels))
    }
}
