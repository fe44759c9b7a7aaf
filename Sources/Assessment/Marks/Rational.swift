/// An exact number: marks, weights, credits and cuts are never anything else.
///
/// Held in lowest terms over `Int128` with a positive denominator, so equal numbers are equal
/// values. Arithmetic that would not fit throws ``Overflow`` instead of wrapping, trapping or
/// rounding.
///
/// ```swift
/// let third = try Rational(1, over: 3)
/// try third + third + third == .one  // true
/// ```
package struct Rational: Sendable, Hashable {
    package let numerator: Int128
    package let denominator: Int128

    /// Says that an exact result does not fit into 128 bits.
    package struct Overflow: Error, Hashable, CustomStringConvertible {
        package init() {}

        package var description: String { "the exact result is too large to hold" }
    }

    package static let zero = Rational(0)
    package static let one = Rational(1)
    package static let hundred = Rational(100)

    package init(_ whole: Int) {
        numerator = Int128(whole)
        denominator = 1
    }

    /// Reduces to lowest terms; a zero denominator is a mistake of ours, never of a file's.
    package init(_ numerator: Int128, over denominator: Int128) throws(Overflow) {
        precondition(denominator != 0, "a rational needs a denominator")
        let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let top = numerator.magnitude / divisor
        let bottom = denominator.magnitude / divisor
        guard let top = Int128(exactly: top), let bottom = Int128(exactly: bottom) else {
            throw Overflow()
        }
        self.numerator = (numerator < 0) == (denominator < 0) ? top : -top
        self.denominator = bottom
    }

    private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        var (larger, smaller) = (first, second)
        while smaller > UInt128(UInt64.max) { (larger, smaller) = (smaller, larger % smaller) }
        guard smaller != 0 else { return larger }
        // A processor divides numbers of one word many times faster than those of two.
        var (divisor, rest) = (UInt64(smaller), UInt64(larger % smaller))
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        return UInt128(divisor)
    }

    package var isNegative: Bool { numerator < 0 }
    package var isWhole: Bool { denominator == 1 }
}

extension Rational {
    package static func + (left: Rational, right: Rational) throws(Overflow) -> Rational {
        let shared = greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude)
        let common = Int128(shared)
        let first = try product(left.numerator, right.denominator / common)
        let second = try product(right.numerator, left.denominator / common)
        let (sum, overflow) = first.addingReportingOverflow(second)
        guard !overflow else { throw Overflow() }
        return try Rational(sum, over: product(left.denominator, right.denominator / common))
    }

    package static func - (left: Rational, right: Rational) throws(Overflow) -> Rational {
        try left + -right
    }

    package static func * (left: Rational, right: Rational) throws(Overflow) -> Rational {
        // Reducing crosswise first keeps a product that fits from overflowing on the way.
        let first = try Rational(left.numerator, over: right.denominator)
        let second = try Rational(right.numerator, over: left.denominator)
        return try Rational(
            product(first.numerator, second.numerator),
            over: product(first.denominator, second.denominator))
    }

    /// Nil where the divisor is zero: undefined is a value, not a trap.
    package func divided(by divisor: Rational) throws(Overflow) -> Rational? {
        guard divisor.numerator != 0 else { return nil }
        return try self * Rational(divisor.denominator, over: divisor.numerator)
    }

    package static prefix func - (value: Rational) -> Rational {
        Rational(negating: value)
    }

    package var magnitude: Rational { isNegative ? -self : self }

    /// A numerator is never `Int128.min`, because its magnitude was made to fit.
    private init(negating value: Rational) {
        numerator = -value.numerator
        denominator = value.denominator
    }

    private static func product(_ left: Int128, _ right: Int128) throws(Overflow) -> Int128 {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        guard !overflow else { throw Overflow() }
        return product
    }
}

extension Rational: Comparable {
    /// Right for every pair of values: compares the full 256-bit cross products.
    package static func < (left: Rational, right: Rational) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        let first = left.numerator.magnitude.multipliedFullWidth(by: right.denominator.magnitude)
        let second = right.numerator.magnitude.multipliedFullWidth(by: left.denominator.magnitude)
        let isSmaller = (first.high, first.low) < (second.high, second.low)
        let isLarger = (second.high, second.low) < (first.high, first.low)
        return left.isNegative ? isLarger : isSmaller
    }
}

extension Sequence where Element == Rational {
    /// The exact sum, zero for nothing.
    package func total() throws(Rational.Overflow) -> Rational {
        var sum = Rational.zero
        for term in self { sum = try sum + term }
        return sum
    }
}
