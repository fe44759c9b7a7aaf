import Assessment
import Grading
import Testing

@Suite struct `A typed number` {
    @Test(arguments: [
        ("7", "7", ""), (" 7\n", "7", ""), ("007", "7", ""), ("+7", "7", ""), ("-7", "-7", ""),
        ("- 7", "-7", ""), ("\u{2212}7", "-7", ""), ("\u{2013}7", "-7", ""), ("-0", "0", ""),
        ("7.", "7", ""), (".5", "0.5", ""), (",5", "0.5", ""), ("0.5", "0.5", ""),
        ("0.1", "0.1", ""), ("1.10", "1.1", ""), ("3,5", "3.5", ""), ("3,50", "3.5", ""),
        ("0,234", "0.234", ""), ("1,2345", "1.2345", ""), ("1234,567", "1234.567", ""),
        // A single point is the decimal point of this program's files.
        ("1.234", "1.234", ""), ("1.234.567", "1234567", ""), ("1,234,567", "1234567", ""),
        ("1,234.5", "1234.5", ""), ("1.234,5", "1234.5", ""), ("1,234.567", "1234.567", ""),
        ("12 345", "12345", ""), ("12\u{A0}345,678", "12345.678", ""),
        ("1\u{202F}234\u{202F}567.25", "1234567.25", ""), ("1'234.5", "1234.5", ""),
        ("1\u{2019}234", "1234", ""), ("1_000_000", "1000000", ""), ("1/3", "1/3", ""),
        ("-2 / 4", "-0.5", ""), ("22\u{2044}7", "22/7", ""), ("20%", "0.2", ""),
        ("12.5 %", "0.125", ""), ("1/3%", "1/300", ""), ("1e3", "1000", ""),
        ("1.5E-3", "0.0015", ""),
        ("2e+2", "200", ""), ("٤٢", "42", ""), ("٣٫٥", "3.5", ""), ("१२", "12", ""),
        ("４２", "42", ""),
        ("\u{200F}42\u{FEFF}", "42", ""), ("3.5 days", "3.5", "days"), ("3.5days", "3.5", "days"),
        ("5 eV", "5", "eV"), ("5e", "5", "e"), ("3 km/h", "3", "km/h"), ("10 %x", "0.1", "x"),
        ("5, 6", "5", "6"), ("3-4", "3", "-4"), ("1/2/3", "0.5", "/3"), ("0x1F", "0", "x1F"),
        ("0.333333333333333333", "0.333333333333333333", ""),
        ("0.50000000000000000000000000", "0.5", ""),
        ("000000000000000000000000000012", "12", ""),
    ]) func `is read exactly, with what follows it`(
        _ text: String, _ value: String, _ unit: String
    ) throws {
        let typed = try TypedNumber(text)
        #expect(typed.value == (try wide(value)))
        #expect(Array(typed.unit.unicodeScalars) == Array(unit.unicodeScalars))
    }

    /// Of more digits than a file may hold.
    private func wide(_ text: String) throws -> Rational {
        let parts = text.split(separator: ".")
        guard parts.count == 2, parts[1].count > 9 else { return try Rational(exactly: text) }
        let scale = parts[1].reduce(Int128(1)) { scale, _ in scale * 10 }
        return try Rational(#require(Int128(parts[0] + parts[1])), over: scale)
    }

    @Test(
        arguments: [
            ("", .notANumber), ("  ", .notANumber), ("eight", .notANumber), ("-", .notANumber),
            (".", .notANumber), (",", .notANumber), ("NaN", .notANumber), ("inf", .notANumber),
            ("$5", .notANumber), ("--5", .notANumber), ("e5", .notANumber), ("½", .notANumber),
            ("1 1/2", .notANumber), ("1.5/2", .notANumber), ("1,234", .ambiguousComma),
            ("12,345", .ambiguousComma), ("-999,999", .ambiguousComma),
            ("1,234 h", .ambiguousComma),
            ("12 34", .strayGrouping), ("1,23,456", .strayGrouping), ("1234 567", .strayGrouping),
            ("1.2.3", .strayGrouping), ("1,234,56", .strayGrouping), ("1 234'567", .strayGrouping),
            ("0,123,456", .strayGrouping), ("1.5 000", .strayGrouping),
            ("1.234,567.8", .strayGrouping), ("1,5,", .strayGrouping), ("1/0", .zeroDenominator),
            ("0/000", .zeroDenominator), ("1234567890123456789", .tooManyDigits),
            ("0.1234567890123456789", .tooManyDigits), ("1e19", .tooManyDigits),
            ("1e999999999999999999999", .tooManyDigits), ("1e-19", .tooManyDigits),
            ("1/1234567890123456789", .tooManyDigits),
        ] as [(String, TypedNumber.Fault)]
    ) func `that may mean two things, or none, is not read`(
        _ text: String, _ fault: TypedNumber.Fault
    ) throws {
        #expect(throws: fault) { try TypedNumber(text) }
    }

    private static let exact = "<number><accept value=\"12.5\"/></number>"
    private static let near = "<number><accept value=\"12.5\" tolerance=\"0.5\"/></number>"
    private static let share = "<number><accept value=\"-200\" tolerance=\"5%\"/></number>"
    private static let third = "<number><accept value=\"1/3\"/></number>"
    private static let best = """
        <number><accept value="10" tolerance="5" credit="50%"/><accept value="12" tolerance="1"/>
        <accept value="30" credit="25%"/></number>
        """

    private static func time(_ rule: String) -> String {
        """
        <number unit="\(rule)"><accept value="12"/><unit id="h" factor="1">hours</unit>
        <unit id="min" factor="1/60">Minuten  je Tag</unit><unit id="hd" factor="2">half  days</unit>
        <unit id="age" factor="999999999">ages</unit></number>
        """
    }

    @Test(arguments: [
        (exact, "12.5", "12"), (exact, "12,50", "12"), (exact, "25/2", "12"),
        (exact, "1250%", "12"),
        (exact, "12.500000000000000001", "0"), (exact, "-12.5", "0"), (exact, "12.5 h", "0"),
        (near, "12", "12"), (near, "13", "12"), (near, "13.000000000000000001", "0"),
        (near, "11.999999999999999999", "0"), (share, "-190", "12"), (share, "-210", "12"),
        (share, "-210.0000001", "0"), (share, "-189.99", "0"), (share, "200", "0"),
        (third, "1/3", "12"), (third, "2/6", "12"), (third, "0.333333333333333333", "0"),
        (best, "12", "12"), (best, "13", "12"), (best, "14", "6"), (best, "30", "3"),
        (best, "31", "0"),
        (time("optional"), "12", "12"), (time("optional"), "12 h", "12"),
        (time("optional"), "12h.", "12"), (time("optional"), "12 HOURS", "12"),
        (time("optional"), "720 min", "12"), (time("optional"), "720 min.", "12"),
        (time("optional"), "720 minuten je  tag", "12"), (time("optional"), "6 half days", "12"),
        // A symbol's case may tell a thousandth from a million.
        (time("optional"), "12 H", "0"), (time("optional"), "12 days", "0"),
        (time("optional"), "12 min", "0"), (time("required"), "12", "0"),
        (time("required"), "12 h", "12"), (time("required"), "720min", "12"),
        (time("required"), "1200%", "0"), (time("none"), "12", "12"), (time("none"), "12 h", "0"),
    ]) func `earns what the value it lies near does`(
        _ interaction: String, _ text: String, _ earned: String
    ) throws {
        let grade = try Sample.item(interaction).grade(Answer([.typed(text)]))
        #expect(grade.marks.earned == (try Rational(exactly: earned)))
    }

    @Test(
        arguments: [
            ("required", "12", .missingUnit), ("required", "12 days", .unknownUnit("days")),
            ("optional", "12 .", .unknownUnit(".")), ("none", "12 h", .unitNotAskedFor("h")),
            ("optional", "999999999999999999e18 ages", .tooManyDigits),
        ] as [(String, String, TypedNumber.Fault)]
    ) func `with the wrong unit says which`(
        _ rule: String, _ text: String, _ fault: TypedNumber.Fault
    ) throws {
        let grade = try Sample.item(Self.time(rule)).grade(Answer([.typed(text)]))
        #expect(
            grade.interactions.flatMap(\.parts).map(\.reason) == [.notUnderstood(fault)])
    }
}
