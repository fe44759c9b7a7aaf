import Assessment
import Testing

@Suite struct `A number in a file` {
    @Test(
        arguments: [
            ("0", 0, 1), ("00", 0, 1), ("0.0", 0, 1), ("0/5", 0, 1), ("2", 2, 1),
            ("-2", -2, 1), ("007", 7, 1), ("0.5", 1, 2), ("-0.5", -1, 2), ("2.50", 5, 2),
            ("1/3", 1, 3), ("-1/3", -1, 3), ("2/6", 1, 3), ("4/2", 2, 1), ("5/001", 5, 1),
            ("999999999", 999_999_999, 1), ("0.999999999", 999_999_999, 1_000_000_000),
            ("-999999999.999999999", -999_999_999_999_999_999, 1_000_000_000),
            ("1/999999999", 1, 999_999_999), ("0.333333", 333_333, 1_000_000),
        ] as [(String, Int128, Int128)]) func `is read exactly, and as a share the same`(
            _ text: String, top: Int128, bottom: Int128
        ) throws
    {
        let value = try Rational(top, over: bottom)
        #expect(try Rational(exactly: text) == value)
        #expect(try Rational(share: text) == value)
    }

    @Test(
        arguments: [
            ("", .empty),
            (" ", .notANumber), (" 1", .notANumber), ("1 ", .notANumber), ("1 000", .notANumber),
            ("1\n", .notANumber), ("\u{A0}1", .notANumber), ("1\u{0}", .notANumber),
            ("NaN", .notANumber), ("nan", .notANumber), ("inf", .notANumber), ("-inf", .notANumber),
            ("∞", .notANumber), ("one", .notANumber), ("1e3", .notANumber), ("1E-3", .notANumber),
            ("+1", .notANumber), ("--1", .notANumber), ("-", .notANumber), ("1-", .notANumber),
            ("\u{2212}1", .notANumber), ("-+1", .notANumber), ("- 1", .notANumber),
            (".", .notANumber), (".5", .notANumber), ("-.5", .notANumber), ("1.", .notANumber),
            ("1..2", .notANumber), ("1.2.3", .notANumber), ("1,5", .notANumber),
            ("1.-5", .notANumber),
            ("-0", .notANumber), ("-0.0", .notANumber), ("-0/5", .notANumber),
            ("٣", .notANumber), ("１", .notANumber), ("¼", .notANumber), ("1\u{301}", .notANumber),
            ("0x10", .notANumber), ("0b1", .notANumber), ("1_000", .notANumber),
            ("'1'", .notANumber),
            ("/", .notANumber), ("1/", .notANumber), ("/2", .notANumber), ("1/2/3", .notANumber),
            ("1//2", .notANumber), ("1/-2", .notANumber), ("1/-0", .notANumber),
            ("1/+2", .notANumber),
            ("1 / 2", .notANumber), ("1/x", .notANumber), ("1.0/2", .notANumber),
            ("1/2.0", .notANumber), ("1/0.0", .notANumber), ("1⁄2", .notANumber),
            ("1/0", .zeroDenominator), ("0/0", .zeroDenominator), ("-1/00", .zeroDenominator),
            ("1000000000", .tooManyDigits), ("0000000001", .tooManyDigits),
            ("0.0000000001", .tooManyDigits), ("1/1000000000", .tooManyDigits),
            (String(repeating: "9", count: 100_000), .tooManyDigits),
            ("0." + String(repeating: "3", count: 100_000), .tooManyDigits),
        ] as [(String, Rational.Malformed)]) func `is refused with the reason`(
            _ text: String, because fault: Rational.Malformed
        )
    {
        #expect(throws: fault) { try Rational(exactly: text) }
        #expect(throws: fault) { try Rational(share: text) }
    }

    @Test(
        arguments: [
            ("%", .notANumber), ("-%", .notANumber), ("80%%", .notANumber),
            ("%80", .notANumber), ("80 %", .notANumber), ("+80%", .notANumber),
            (".5%", .notANumber),
            ("80.%", .notANumber), ("8e1%", .notANumber), ("-0%", .notANumber),
            ("1/2%", .notANumber),
            ("50%/2", .notANumber), ("80％", .notANumber), ("80٪", .notANumber),
            ("NaN%", .notANumber),
            ("8\u{301}%", .notANumber), ("1000000000%", .tooManyDigits),
        ] as [(String, Rational.Malformed)]) func `is refused as a percentage with the reason`(
            _ text: String, because fault: Rational.Malformed
        )
    {
        #expect(throws: fault) { try Rational(share: text) }
    }

    @Test(arguments: ["80%", "-80%", "0%", "33.33333%", "%", "x%", "1/2%"])
    func `is no percentage where only numbers stand`(_ text: String) {
        #expect(throws: Rational.Malformed.percentNotAllowed) { try Rational(exactly: text) }
    }

    @Test(
        arguments: [
            // Exact, whatever they are near.
            ("80%", 4, 5), ("4/5", 4, 5), ("0.8", 4, 5), ("0%", 0, 1), ("100%", 1, 1),
            ("150%", 3, 2), ("-25%", -1, 4), ("12.5%", 1, 8), ("79.995%", 15_999, 20_000),
            ("33.3%", 333, 1_000), ("33.33%", 3_333, 10_000), ("33.333%", 33_333, 100_000),
            ("33.3330%", 33_333, 100_000), ("16.667%", 16_667, 100_000), ("5.00000%", 1, 20),
            ("0.33333", 33_333, 100_000), ("0.142857", 142_857, 1_000_000),
            ("999999999.999999999%", 999_999_999_999_999_999, 100_000_000_000),
            // Cut off by their authors, who could not write the fraction in full.
            ("33.3333%", 1, 3), ("33.33333%", 1, 3), ("33.333333333%", 1, 3), ("-33.33333%", -1, 3),
            ("66.66667%", 2, 3), ("66.66666%", 2, 3), ("133.33333%", 4, 3), ("16.66667%", 1, 6),
            ("83.33333%", 5, 6), ("-83.33333%", -5, 6), ("14.28571%", 1, 7), ("28.57143%", 2, 7),
            ("85.71429%", 6, 7), ("11.11111%", 1, 9), ("22.22222%", 2, 9), ("88.88889%", 8, 9),
            ("9.09091%", 1, 11), ("8.33333%", 1, 12), ("41.66667%", 5, 12),
            // Too far from the fraction to be it.
            ("33.3332%", 83_333, 250_000), ("33.3335%", 66_667, 200_000),
            ("14.2856%", 17_857, 125_000),
            ("11.1113%", 111_113, 1_000_000),
            // Near what can be written in full, and so not it.
            ("0.0001%", 1, 1_000_000), ("-0.0001%", -1, 1_000_000),
            ("99.9999%", 999_999, 1_000_000),
            ("99.99999%", 9_999_999, 10_000_000), ("50.0001%", 500_001, 1_000_000),
            ("25.00001%", 2_500_001, 10_000_000),
        ] as [(String, Int128, Int128)]) func `is read as a share`(
            _ text: String, top: Int128, bottom: Int128
        ) throws
    {
        #expect(try Rational(share: text) == (try Rational(top, over: bottom)))
    }

    @Test(
        arguments: [
            ("33.33333%", 3), ("16.66667%", 6), ("14.28571%", 7), ("11.11111%", 9), ("12.5%", 8),
            ("9.09091%", 11), ("8.33333%", 12),
        ] as [(String, Int)]) func `makes a whole with its equals`(_ text: String, _ count: Int)
        throws
    {
        let share = try Rational(share: text)
        #expect(try Array(repeating: share, count: count).total() == .one)
    }

    @Test func `is refused in words a teacher can act on`() {
        let all: [Rational.Malformed] = [
            .empty, .notANumber, .tooManyDigits, .zeroDenominator, .percentNotAllowed,
        ]
        #expect(all.allSatisfy { !$0.description.isEmpty && !$0.description.hasSuffix(".") })
        #expect(Set(all.map(\.description)).count == all.count)
    }
}
