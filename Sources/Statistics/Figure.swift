package import Assessment
import Glibc

/// A number computed from what people did, or why there is none, with what it rests on.
package struct Figure: Sendable, Hashable {
    package enum Value: Sendable, Hashable {
        /// Whole numbers made it, and nothing was rounded.
        case exact(Rational)
        /// Roots, logarithms or a search made it.
        case approximate(Double)
        case undefined(Undefined)
    }

    package let value: Value
    package let basis: Basis
    package var interval: Interval?

    package init(_ value: Value, on basis: Basis, interval: Interval? = nil) {
        self.value = value
        self.basis = basis
        self.interval = interval
    }

    /// Computes an exact figure; nil, as from a division by zero, means what `otherwise` says.
    package init(
        on basis: Basis, otherwise reason: Undefined = .noVariation,
        exactly value: () throws(Rational.Overflow) -> Rational?
    ) {
        self.basis = basis
        do {
            self.value = try value().map { .exact($0) } ?? .undefined(reason)
        } catch {
            self.value = .undefined(.tooLarge)
        }
    }

    /// Keeps an approximate figure; nil and whatever is no number mean what `otherwise` says.
    package init(
        on basis: Basis, otherwise reason: Undefined = .noVariation, about value: Double?,
        interval: Interval? = nil
    ) {
        self.basis = basis
        guard let value, value.isFinite else {
            self.value = .undefined(reason)
            return
        }
        self.value = .approximate(value)
        self.interval = interval
    }

    /// The nearest number a processor holds, for further computing and for charts.
    package var number: Double? {
        switch value {
        case .exact(let rational): Double(rational)
        case .approximate(let number): number
        case .undefined: nil
        }
    }

    package var exact: Rational? {
        guard case .exact(let rational) = value else { return nil }
        return rational
    }

    package var undefined: Undefined? {
        guard case .undefined(let reason) = value else { return nil }
        return reason
    }
}

/// How much a figure rests on.
package struct Basis: Sendable, Hashable {
    /// The learners, pieces of work or other units that were counted.
    package var units: Int
    /// The units, or the single marks, that were left out because something was not there.
    package var missing: Int
    package var raters: Int?

    package init(units: Int, missing: Int = 0, raters: Int? = nil) {
        self.units = units
        self.missing = missing
        self.raters = raters
    }
}

/// Where the true value lies, with the confidence given.
package struct Interval: Sendable, Hashable {
    package enum Method: String, Sendable, Hashable, CaseIterable {
        case feldt, f, normal, student, bootstrap, fisher, wilson, newcombe
    }

    package let lower: Double
    package let upper: Double
    package let confidence: Double
    package let method: Method

    package init(lower: Double, upper: Double, confidence: Double = 0.95, method: Method) {
        self.lower = lower
        self.upper = upper
        self.confidence = confidence
        self.method = method
    }
}

extension Interval {
    /// How many standard errors lie on either side of what 95% are within.
    static let normalReach = Distribution.normal.quantile(above: 0.025)

    /// Of a correlation among so many: Fisher, "On the probable error of a coefficient of correlation
    /// deduced from a small sample", 1921. Nil where so few say nothing of others.
    init?(fisher correlation: Double, units: Int) {
        guard units > 3, abs(correlation) < 1 else { return nil }
        let reach = Self.normalReach / Double(units - 3).squareRoot()
        self.init(
            lower: tanh(atanh(correlation) - reach), upper: tanh(atanh(correlation) + reach),
            method: .fisher)
    }

    /// Of a share that so many of all have: Wilson, "Probable inference, the law of succession, and
    /// statistical inference", 1927.
    package init?(wilson count: Int, of units: Int) {
        guard units > 0 else { return nil }
        let (share, all) = (Double(count) / Double(units), Double(units))
        let square = Self.normalReach * Self.normalReach / all
        let reach = Self.normalReach * (share * (1 - share) / all + square / (4 * all)).squareRoot()
        self.init(
            lower: max(0, share + square / 2 - reach) / (1 + square),
            upper: min(1, (share + square / 2 + reach) / (1 + square)), method: .wilson)
    }

    /// Of how much greater one group's share is than another's: Newcombe, "Interval estimation for
    /// the difference between independent proportions", 1998, method 10.
    package init?(
        newcombe one: (count: Int, units: Int), _ other: (count: Int, units: Int)
    ) {
        guard let first = Interval(wilson: one.count, of: one.units),
            let second = Interval(wilson: other.count, of: other.units)
        else { return nil }
        let shares = [one, other].map { Double($0.count) / Double($0.units) }
        func reach(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let difference = shares[0] - shares[1]
        self.init(
            lower: difference - reach(shares[0] - first.lower, second.upper - shares[1]),
            upper: difference + reach(first.upper - shares[0], shares[1] - second.lower),
            method: .newcombe)
    }
}

extension Double {
    /// The nearest number a processor holds, or the one beside it.
    package init(_ rational: Rational) {
        self = Double(rational.numerator) / Double(rational.denominator)
    }

    /// The nearest number a processor holds, or the one beside it.
    ///
    /// It stands before Swift's own initializer, which takes integers of every kind, and many times as
    /// long.
    init(_ whole: Int128) {
        let (high, low) = (whole.magnitude >> 64, whole.magnitude)
        let number =
            Double(UInt64(truncatingIfNeeded: high)) * 0x1p64
            + Double(UInt64(truncatingIfNeeded: low))
        self = whole < 0 ? -number : number
    }
}
