package import Assessment

/// How a quiz did as a whole, among learners who were asked all of it.
package struct QuizFigures: Sendable, Hashable {
    package let mean: Figure
    package let median: Figure
    /// The standard deviation of the totals, in points.
    package let deviation: Figure
    package let skewness: Figure
    /// Beyond that of a normal distribution.
    package let kurtosis: Figure
    /// Cronbach's alpha with Feldt's interval; where marks are all or nothing it is KR-20.
    package let alpha: Figure
    /// What alpha would be without each item.
    package let alphaWithout: [Figure]
    /// What alpha would be, were all items of one point equally hard.
    package let kr21: Figure
    /// How far a learner's total strays from what they would earn on average, in points.
    package let standardError: Figure

    package init(_ table: MarkTable) throws(Rational.Overflow) {
        let complete = table.complete
        let counts = try ItemCounts(complete)
        let basis = Basis(
            units: complete.learners, missing: table.learners - complete.learners)
        self.init(TotalSums(counts), on: basis)
    }

    private init(_ sums: TotalSums, on basis: Basis) {
        let none: Undefined = basis.units == 0 ? .noData : .tooFewUnits(needed: 2)
        mean = Figure(on: basis, otherwise: .noData) { () throws(Rational.Overflow) in
            try sums.points(sums.sum, over: sums.learners)
        }
        median = Figure(on: basis, otherwise: .noData) { () throws(Rational.Overflow) in
            try sums.points(sums.middle, over: basis.units == 0 ? 0 : 2)
        }
        let deviation = basis.units < 2 ? nil : sums.deviation
        self.deviation = Figure(on: basis, otherwise: none, about: deviation)
        skewness = Figure(
            on: basis, otherwise: basis.units < 3 ? .tooFewUnits(needed: 3) : .noVariation,
            about: sums.skewness)
        kurtosis = Figure(
            on: basis, otherwise: basis.units < 4 ? .tooFewUnits(needed: 4) : .noVariation,
            about: sums.kurtosis)
        let flat: Undefined = basis.units < 2 ? none : .noVariation
        let items = sums.itemVariances.count
        var alpha = Figure(
            on: basis, otherwise: items < 2 ? .tooFewItems(needed: 2) : flat
        ) { () throws(Rational.Overflow) in
            try sums.alpha(items, sums.itemVariances.reduce(0, +), sums.variance)
        }
        alpha.interval = alpha.number.map { number in
            Interval(feldt: number, learners: basis.units, items: items)
        }
        self.alpha = alpha
        alphaWithout = zip(sums.itemVariances, sums.itemCovariances).map { variance, covariance in
            Figure(
                on: basis, otherwise: items < 3 ? .tooFewItems(needed: 3) : flat
            ) { () throws(Rational.Overflow) in
                try sums.alpha(
                    items - 1, sums.itemVariances.reduce(0, +) - variance,
                    sums.variance + variance - 2 * covariance)
            }
        }
        kr21 = Figure(on: basis, otherwise: items < 2 ? .tooFewItems(needed: 2) : flat) {
            () throws(Rational.Overflow) in try sums.kr21()
        }
        standardError = Figure(
            on: basis, otherwise: alpha.undefined ?? flat,
            about: alpha.number.flatMap { alpha in
                deviation.map { $0 * (1 - alpha).squareRoot() }
            })
    }
}

extension QuizFigures {
    /// How far the number of right answers strays at a level, whatever the others score.
    ///
    /// Lord, "Tests of the same length do have the same standard error of measurement", 1959.
    package static func standardError(at right: Int, of items: Int) -> Double? {
        items < 2 ? nil : (Double(right * (items - right)) / Double(items - 1)).squareRoot()
    }
}

extension Interval {
    /// Feldt, "The approximate sampling distribution of Kuder-Richardson reliability coefficient
    /// twenty", 1965.
    package init(feldt alpha: Double, learners: Int, items: Int, confidence: Double = 0.95) {
        let ratio = Distribution.f(
            Double(learners - 1), Double((learners - 1) * (items - 1)))
        let tail = (1 - confidence) / 2
        self.init(
            lower: 1 - (1 - alpha) * ratio.quantile(above: tail),
            upper: 1 - (1 - alpha) * ratio.quantile(below: tail), confidence: confidence,
            method: .feldt)
    }
}
