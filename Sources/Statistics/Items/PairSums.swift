import Assessment

/// The sums of two whole numbers that each unit has, and what follows from them without rounding.
struct PairSums {
    private(set) var count: Int128 = 0
    private var first: Int128 = 0
    private var second: Int128 = 0
    private var firstSquares: Int128 = 0
    private var secondSquares: Int128 = 0
    private var products: Int128 = 0

    /// Takes numbers of 32 bits and sums of them, which leave room for every product.
    mutating func add(_ one: Int, _ other: Int, times: Int = 1) {
        let (one, other, times) = (Int128(one), Int128(other), Int128(times))
        let (some, others) = (times &* one, times &* other)
        count &+= times
        first &+= some
        second &+= others
        firstSquares &+= some &* one
        secondSquares &+= others &* other
        products &+= some &* other
    }

    var firstSum: Int128 { first }

    // Each is `count` squared times the population's.
    var firstVariance: Int128 { count * firstSquares - first * first }
    var secondVariance: Int128 { count * secondSquares - second * second }
    var covariance: Int128 { covariance(ofProducts: products) }

    /// What the covariance would be, were the pairs matched otherwise.
    func covariance(ofProducts products: Int128) -> Int128 { count * products - first * second }

    /// Nil where one of the two is the same for all.
    var correlation: Double? {
        guard firstVariance > 0, secondVariance > 0 else { return nil }
        return Double(covariance) / Double(firstVariance).squareRoot()
            / Double(secondVariance).squareRoot()
    }

    var correlationInterval: Interval? {
        correlation.flatMap { Interval(fisher: $0, units: Int(count)) }
    }

    /// The deviation of the first in a sample; nil for a single unit.
    func firstDeviation(perPoint: Int) -> Double? {
        guard count > 1 else { return nil }
        return (Double(firstVariance) / Double(count * (count - 1))).squareRoot() / Double(perPoint)
    }

    /// What one of the sums above is in a sample; nil for a single unit.
    func sample(_ scaled: Int128, perPoint: Int) throws(Rational.Overflow) -> Rational? {
        guard count > 1 else { return nil }
        let unit = Int128(perPoint)
        return try Rational(scaled, over: count * (count - 1))
            * Rational(1, over: unit * unit)
    }
}
