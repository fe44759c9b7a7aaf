import Assessment
import Testing

@Suite struct `An exact number` {
    struct Fraction: Sendable, CustomTestStringConvertible {
        let written: (top: Int128, bottom: Int128)
        let held: (top: Int128, bottom: Int128)

        var testDescription: String { "\(written.top)/\(written.bottom)" }
    }

    @Test(arguments: [
        Fraction(written: (6, 8), held: (3, 4)),
        Fraction(written: (-6, 8), held: (-3, 4)),
        Fraction(written: (6, -8), held: (-3, 4)),
        Fraction(written: (-6, -8), held: (3, 4)),
        Fraction(written: (0, -5), held: (0, 1)),
        Fraction(written: (1, 1), held: (1, 1)),
        Fraction(written: (.min, 2), held: (.min / 2, 1)),
        Fraction(written: (2, .min), held: (-1, 1 << 126)),
        Fraction(written: (.min, .min), held: (1, 1)),
        Fraction(written: (.max, .max), held: (1, 1)),
        Fraction(written: (.max, -1), held: (-.max, 1)),
        Fraction(written: (1, .max), held: (1, .max)),
    ]) func `is held in lowest terms, its sign above`(_ row: Fraction) throws {
        let value = try Rational(row.written.top, over: row.written.bottom)
        #expect(value.numerator == row.held.top)
        #expect(value.denominator == row.held.bottom)
        #expect(value == (try Rational(row.held.top, over: row.held.bottom)))
        #expect(value.isWhole == (row.held.bottom == 1))
        #expect(value.isNegative == (row.held.top < 0))
    }

    struct Sum: Sendable, CustomTestStringConvertible {
        let left: String
        let sign: Character
        let right: String
        let result: String?

        init(_ left: String, _ sign: Character, _ right: String, _ result: String?) {
            (self.left, self.sign, self.right, self.result) = (left, sign, right, result)
        }

        var testDescription: String { "\(left) \(sign) \(right)" }
    }

    /// The answers are Python's, from its `fractions`.
    @Test(arguments: [
        Sum("1/3", "+", "1/6", "1/2"), Sum("0.1", "+", "0.2", "0.3"),
        Sum("-1/6", "+", "1/10", "-1/15"), Sum("1/999999999", "+", "1/999999998", nil),
        Sum("2863/36", "-", "80", "-17/36"), Sum("1/3", "-", "1/3", "0"),
        Sum("0", "-", "0.001", "-0.001"), Sum("7/9", "*", "27/14", "3/2"),
        Sum("-2/3", "*", "-3/4", "1/2"), Sum("0", "*", "-5", "0"), Sum("1/3", "/", "-2/9", "-3/2"),
        Sum("0", "/", "-7", "0"), Sum("80", "/", "100", "0.8"), Sum("0", "/", "0", nil),
        Sum("1", "/", "0", nil),
    ]) func `adds, subtracts, multiplies and divides without loss`(_ row: Sum) throws {
        let (left, right) = (try Rational(exactly: row.left), try Rational(exactly: row.right))
        let result: Rational? =
            switch row.sign {
            case "+": try left + right
            case "-": try left - right
            case "*": try left * right
            default: try left.divided(by: right)
            }
        if row.sign == "+", row.result == nil {
            // Has more digits than a text may have, so it is given here.
            #expect(result == (try Rational(1_999_999_997, over: 999_999_997_000_000_002)))
        } else {
            #expect(result == (try row.result.map { try Rational(exactly: $0) }))
        }
    }

    @Test func `obeys the laws of arithmetic`() throws {
        let values = try [
            "-999999999", "-7/3", "-1", "-0.5", "-1/999999999", "0", "1/7", "0.2", "1", "3/2",
            "2863/36", "80", "999999999/1000000",
        ].map { try Rational(exactly: $0) }
        for a in values {
            #expect(try a + .zero == a && a * .one == a && a * .zero == .zero && a - a == .zero)
            #expect(try -(-a) == a && .zero - a == -a && a * Rational(-1) == -a)
            #expect(a.magnitude >= .zero && (a.magnitude == a || a.magnitude == -a))
            #expect(try a.divided(by: .zero) == nil)
            for b in values {
                #expect(try a + b == b + a && a * b == b * a && a - b == -(b - a))
                #expect(try (a < b) == (a - b).isNegative && (a == b) == (a - b == .zero))
                #expect([a < b, a == b, a > b].count { $0 } == 1)
                #expect((a <= b) == !(a > b) && (a >= b) == !(a < b))
                if b != .zero {
                    let quotient = try #require(try a.divided(by: b))
                    #expect(try quotient * b == a)
                }
                for c in values {
                    #expect(try (a + b) + c == a + (b + c) && (a * b) * c == a * (b * c))
                    #expect(try a * (b + c) == a * b + a * c)
                    #expect(try [a, b, c].total() == a + b + c)
                }
            }
        }
        #expect(try [Rational]().total() == .zero)
    }

    @Test func `is one value however it was reached`() throws {
        let third = try Rational(exactly: "1/3")
        let halves = [
            try Rational(2, over: 4), try Rational(-1, over: -2), try Rational(exactly: "0.5"),
            try Rational(share: "50%"), try third + (try Rational(1, over: 6)),
        ]
        #expect(Set(halves).count == 1)
        #expect(try third + third + third == .one)
    }
}
