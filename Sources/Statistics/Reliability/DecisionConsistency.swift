package import Assessment
import Glibc

/// How far verdicts can be relied on: what a second quiz of the same kind would say.
package struct DecisionConsistency: Sendable, Hashable {
    /// The share of learners with the same verdict on both.
    package let agreement: Figure
    /// The same, beyond what chance would give.
    package let kappa: Figure
    /// The share of learners who get the verdict that their true level deserves.
    package let accuracy: Figure?
    package let passRate: Figure

    private init(
        _ rates: Rates?, otherwise reason: Undefined, hasAccuracy: Bool, on basis: Basis
    ) {
        agreement = Figure(on: basis, otherwise: reason, about: rates?.agreement)
        kappa = Figure(
            on: basis, otherwise: rates == nil ? reason : .noVariation, about: rates?.kappa)
        accuracy =
            hasAccuracy ? Figure(on: basis, otherwise: reason, about: rates?.accuracy) : nil
        passRate = Figure(on: basis, otherwise: reason, about: rates?.pass)
    }

    struct Rates {
        let pass: Double
        let agreement: Double
        var accuracy: Double?

        /// Nil where everybody passes or nobody does.
        var kappa: Double? {
            let chance = pass * pass + (1 - pass) * (1 - pass)
            return chance < 1 ? (agreement - chance) / (1 - chance) : nil
        }
    }
}

extension DecisionConsistency {
    /// Peng and Subkoviak, "A note on Huynh's normal approximation procedure", 1980: totals as two
    /// normal variables that correlate by the reliability.
    package static func normal(
        mean: Double, deviation: Double, reliability: Double, cut: Double, on basis: Basis
    ) -> DecisionConsistency {
        guard deviation > 0, abs(reliability) < 1 else {
            return DecisionConsistency(
                nil, otherwise: .noVariation, hasAccuracy: false, on: basis)
        }
        // Half a mark below the cut is where rounding would reach it.
        let distance = (cut - 0.5 - mean) / deviation
        let below = Distribution.normal.below(distance)
        // Drezner and Wesolowsky, "On the computation of the bivariate normal integral", 1990: the
        // integral over the correlation, by its angle, is smooth.
        let angle = asin(reliability)
        let both =
            below * below
            + angle / (2 * .pi)
            * Quadrature(beta: 1, 1, places: 40).mean { share in
                exp(-distance * distance / (1 + sin(angle * share)))
            }
        return DecisionConsistency(
            Rates(pass: 1 - below, agreement: 1 - 2 * below + 2 * both),
            otherwise: .noVariation, hasAccuracy: false, on: basis)
    }

    /// Huynh, "On the reliability of decisions in domain-referenced testing", 1976: levels that
    /// spread as a beta distribution, and items that are all as hard.
    package static func betaBinomial(
        mean: Double, variance: Double, items: Int, cut: Int, on basis: Basis
    ) -> DecisionConsistency {
        let count = Double(items)
        // KR-21 says how much of the spread is that of the levels.
        let kr21 =
            count / (count - 1) * (1 - mean * (count - mean) / (count * variance))
        guard items > 1, kr21 > 0, kr21 < 1, mean > 0, mean < count else {
            return DecisionConsistency(
                nil, otherwise: .noSpread, hasAccuracy: false, on: basis)
        }
        let first = (1 / kr21 - 1) * mean
        let levels = Levels(
            lowest: 0, highest: 1, first: first, second: count / kr21 - count - first)
        return DecisionConsistency(
            levels.rates(items: items, cut: cut, level: nil), otherwise: .noSpread,
            hasAccuracy: false, on: basis)
    }

    /// Livingston and Lewis, "Estimating the consistency and accuracy of classifications based on
    /// test scores", 1995: levels that spread as a beta distribution of four parameters, seen
    /// through as many equal items as have the reliability.
    ///
    /// The cut on those items is the fewest that reach the pass mark; other programs round it,
    /// which lets learners pass who are below.
    package static func livingstonLewis(
        shares: [Rational], reliability: Double, passMark: Rational, on basis: Basis
    ) throws(Rational.Overflow) -> DecisionConsistency {
        let shares = shares.map { Double($0) }
        let mean = shares.reduce(0, +) / Double(max(shares.count, 1))
        let variance =
            shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(shares.count - 1, 1))
        let length = (mean * (1 - mean) - reliability * variance) / (variance * (1 - reliability))
        // Where all but agree, the length grows beyond what any quiz has.
        guard variance > 0, reliability > 0, reliability < 1, length >= 1, length < 10_000,
            case let items = Int(length.rounded()),
            let levels = Levels(factorialMoments: shares.map { $0 * Double(items) }, of: items)
        else {
            return DecisionConsistency(nil, otherwise: .noSpread, hasAccuracy: true, on: basis)
        }
        let cut = try PassChance.cut(of: items, passMark: passMark)
        return DecisionConsistency(
            levels.rates(items: items, cut: cut, level: Double(passMark)), otherwise: .noSpread,
            hasAccuracy: true, on: basis)
    }
}
