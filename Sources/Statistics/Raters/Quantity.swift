package import Assessment

/// A number that is exact while it fits into 128 bits, and as near as a double from there on.
///
/// What is asked of reviewers' marks is nearly always a quotient of sums of whole numbers. Where
/// one outgrows ``Rational``, the figure loses its last digits and not its meaning, so arithmetic
/// here never throws. Nothing that passes or fails anybody is computed with it.
package enum Quantity: Sendable, Hashable {
    case exact(Rational)
    case near(Double)

    package static let zero = Quantity(0)
    package static let one = Quantity(1)

    package init(_ whole: Int) {
        self = .exact(Rational(whole))
    }

    private init(_ whole: Int128) {
        self = (try? Rational(whole, over: 1)).map { .exact($0) } ?? .near(Double(whole))
    }

    /// The denominator is never zero: who divides by what may be zero asks first.
    package init(_ numerator: Int, over denominator: Int) {
        self = Quantity(numerator) / Quantity(denominator)
    }

    package var double: Double {
        switch self {
        case .exact(let value): Double(value)
        case .near(let value): value
        }
    }

    /// The same, as the value of a figure.
    package var value: Figure.Value {
        switch self {
        case .exact(let value): .exact(value)
        case .near(let value): .approximate(value)
        }
    }

    package var isZero: Bool { self == .zero || self == .near(0) }
    package var isPositive: Bool { double > 0 }
    package var magnitude: Quantity { double < 0 ? .zero - self : self }

    /// The next whole number.
    package var roundedUp: Quantity {
        switch self {
        case .exact(let value):
            let whole = value.truncated
            // Cutting off rounds up what is negative.
            return Quantity(value.isWhole || value.isNegative ? whole : whole + 1)
        case .near(let value):
            return .near(value.rounded(.up))
        }
    }

    package static func + (left: Quantity, right: Quantity) -> Quantity {
        combine(left, right, { a, b throws(Rational.Overflow) in try a + b }, +)
    }

    package static func - (left: Quantity, right: Quantity) -> Quantity {
        combine(left, right, { a, b throws(Rational.Overflow) in try a - b }, -)
    }

    package static func * (left: Quantity, right: Quantity) -> Quantity {
        combine(left, right, { a, b throws(Rational.Overflow) in try a * b }, *)
    }

    package static func / (left: Quantity, right: Quantity) -> Quantity {
        precondition(!right.isZero, "a quotient needs a divisor")
        return combine(left, right, { a, b throws(Rational.Overflow) in try a.divided(by: b) }, /)
    }

    private static func combine(
        _ left: Quantity, _ right: Quantity,
        _ exactly: (Rational, Rational) throws(Rational.Overflow) -> Rational?,
        _ nearly: (Double, Double) -> Double
    ) -> Quantity {
        if case .exact(let first) = left, case .exact(let second) = right,
            let result = try? exactly(first, second)
        {
            return .exact(result)
        }
        return .near(nearly(left.double, right.double))
    }
}

extension Quantity: Comparable {
    package static func < (left: Quantity, right: Quantity) -> Bool {
        if case .exact(let first) = left, case .exact(let second) = right { return first < second }
        return left.double < right.double
    }
}

extension Sequence where Element == Quantity {
    /// The sum, zero for nothing.
    package func total() -> Quantity { reduce(.zero, +) }
}
