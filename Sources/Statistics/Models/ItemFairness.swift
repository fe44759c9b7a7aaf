import Glibc

/// Whether an item is harder for one group of learners than for another of the same ability: the
/// test of Mantel and Haenszel (Holland and Thayer, "Differential item performance and the
/// Mantel–Haenszel procedure", 1988).
package struct ItemFairness: Sendable {
    /// With fewer in either group, unfair items mostly go unnoticed.
    package static let learnersNeeded = 100

    /// Learners of one level of ability: those whose total is the same.
    package struct Stratum: Sendable, Hashable {
        package let referenceRight: Int
        package let referenceWrong: Int
        package let focalRight: Int
        package let focalWrong: Int

        package init(
            referenceRight: Int, referenceWrong: Int, focalRight: Int, focalWrong: Int
        ) {
            self.referenceRight = referenceRight
            self.referenceWrong = referenceWrong
            self.focalRight = focalRight
            self.focalWrong = focalWrong
        }

        fileprivate var reference: Int { referenceRight + referenceWrong }
        fileprivate var focal: Int { focalRight + focalWrong }
        fileprivate var right: Int { referenceRight + focalRight }
        fileprivate var wrong: Int { referenceWrong + focalWrong }
        fileprivate var learners: Int { reference + focal }
        /// Nothing can be compared where a group or an outcome is missing.
        fileprivate var compares: Bool { reference > 0 && focal > 0 && right > 0 && wrong > 0 }
    }

    /// The classes of the Educational Testing Service.
    package enum Class: String, Sendable, Hashable {
        /// Negligible.
        case a = "A"
        /// To be looked at.
        case b = "B"
        /// Not to be used without good reason.
        case c = "C"
    }

    /// The reference group's odds of being right against the focal group's.
    package let oddsRatio: Figure
    /// On the Service's scale of difficulty; less than zero is harder for the focal group.
    package let difference: Figure
    package let standardError: Double
    /// With the correction for continuity.
    package let chiSquare: Quantity
    package let uncorrectedChiSquare: Quantity
    package let `class`: Class

    package var significance: Double {
        Distribution.chiSquare(freedom: 1).above(chiSquare.double)
    }
}

extension ItemFairness {
    package init(
        _ strata: [Stratum], learnersNeeded: Int = Self.learnersNeeded
    ) throws(Undefined) {
        let learners = [strata.map(\.reference), strata.map(\.focal)].map { $0.reduce(0, +) }
        guard learners.allSatisfy({ $0 >= learnersNeeded }) else {
            throw .tooFewUnits(needed: learnersNeeded)
        }
        let sums = Sums(strata.filter(\.compares))
        guard !sums.forFocal.isZero, !sums.forReference.isZero, !sums.variance.isZero else {
            throw .noVariation
        }
        let basis = Basis(units: learners.reduce(0, +))
        let ratio = sums.forReference / sums.forFocal
        let logarithm = log(ratio.double)
        let error = sums.logVariance.squareRoot()
        let reach = error * Interval.normalReach
        oddsRatio = Figure(
            ratio.value, on: basis,
            interval: Interval(
                lower: exp(logarithm - reach), upper: exp(logarithm + reach), method: .normal))
        let difference = Self.points(logarithm)
        self.difference = Figure(
            .approximate(difference), on: basis,
            interval: Interval(
                lower: Self.points(logarithm + reach), upper: Self.points(logarithm - reach),
                method: .normal))
        standardError = abs(Self.points(error))
        let apart = sums.excess.magnitude
        let corrected = max(.zero, apart - Quantity(1, over: 2))
        chiSquare = corrected * corrected / sums.variance
        uncorrectedChiSquare = apart * apart / sums.variance
        let isSignificant =
            Distribution.chiSquare(freedom: 1).above(chiSquare.double) < 0.05
        let isSurelyLarge =
            (abs(difference) - 1) / standardError > Distribution.normal.quantile(above: 0.05)
        `class` =
            abs(difference) < 1 || !isSignificant
            ? .a : abs(difference) >= 1.5 && isSurelyLarge ? .c : .b
    }

    /// A logarithm of odds on the Service's scale, where an item is four points harder by one
    /// standard deviation of ability.
    private static func points(_ logarithm: Double) -> Double { -2.35 * logarithm }

    /// Sorts learners by their totals, the item itself counted, and compares the groups.
    package init(
        item: Int, responses: [[Bool]], isFocal: [Bool],
        learnersNeeded: Int = Self.learnersNeeded
    ) throws(Undefined) {
        precondition(responses.count == isFocal.count, "each learner is in one of the groups")
        var counts: [Int: [Int]] = [:]
        for (responses, isFocal) in zip(responses, isFocal) {
            let cell = (isFocal ? 2 : 0) + (responses[item] ? 0 : 1)
            counts[responses.count(where: \.self), default: [0, 0, 0, 0]][cell] += 1
        }
        try self.init(
            counts.sorted { $0.key < $1.key }.map { _, cells in
                Stratum(
                    referenceRight: cells[0], referenceWrong: cells[1], focalRight: cells[2],
                    focalWrong: cells[3])
            }, learnersNeeded: learnersNeeded)
    }
}

/// What the strata add up to.
private struct Sums {
    /// Right in the reference group, times wrong in the focal group, over all learners.
    let forReference: Quantity
    let forFocal: Quantity
    /// How many more of the reference group are right than would be if the groups were alike.
    let excess: Quantity
    let variance: Quantity
    /// Of the logarithm of the odds ratio: Robins, Breslow and Greenland, "Estimators of the
    /// Mantel–Haenszel variance consistent in both sparse data and large-strata limiting models",
    /// 1986.
    let logVariance: Double

    init(_ strata: [ItemFairness.Stratum]) {
        forReference =
            strata.map { Quantity($0.referenceRight * $0.focalWrong, over: $0.learners) }.total()
        forFocal =
            strata.map { Quantity($0.referenceWrong * $0.focalRight, over: $0.learners) }.total()
        excess =
            strata.map {
                Quantity($0.referenceRight) - Quantity($0.reference * $0.right, over: $0.learners)
            }.total()
        variance =
            strata.map {
                Quantity($0.reference * $0.focal, over: $0.learners * $0.learners)
                    * Quantity($0.right * $0.wrong, over: $0.learners - 1)
            }.total()
        var (both, mixed, neither) = (0.0, 0.0, 0.0)
        for stratum in strata {
            let learners = Double(stratum.learners)
            let alike = Double(stratum.referenceRight + stratum.focalWrong) / learners
            let unlike = Double(stratum.referenceWrong + stratum.focalRight) / learners
            let first = Double(stratum.referenceRight * stratum.focalWrong) / learners
            let second = Double(stratum.referenceWrong * stratum.focalRight) / learners
            both += alike * first
            mixed += alike * second + unlike * first
            neither += unlike * second
        }
        let (first, second) = (forReference.double, forFocal.double)
        logVariance =
            both / (2 * first * first) + mixed / (2 * first * second)
            + neither / (2 * second * second)
    }
}
