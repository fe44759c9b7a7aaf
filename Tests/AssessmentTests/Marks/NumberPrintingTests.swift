import Assessment
import Testing

@Suite struct `A number as text` {
    @Test(
        arguments: [
            (0, 1, "0", "0%"), (1, 1, "1", "100%"), (-1, 1, "-1", "-100%"),
            (4, 5, "0.8", "80%"), (1, 8, "0.125", "12.5%"), (-1, 8, "-0.125", "-12.5%"),
            (1, 3, "1/3", "1/3"), (-2, 7, "-2/7", "-2/7"), (2_863, 36, "2863/36", "2863/36"),
            (1, 20, "0.05", "5%"), (1, 400, "0.0025", "0.25%"), (333, 1_000, "0.333", "33.3%"),
            (33_333, 100_000, "0.33333", "33.333%"),
            // As a percentage, these would be read as a third, a sixth and a seventh.
            (333_333, 1_000_000, "0.333333", "0.333333"),
            (166_667, 1_000_000, "0.166667", "0.166667"),
            (142_857, 1_000_000, "0.142857", "0.142857"),
            (999_999, 1_000_000, "0.999999", "99.9999%"),
            (1, 1_000_000_000, "0.000000001", "0.0000001%"),
            (1, 1_024, "1/1024", "0.09765625%"), (1, 512, "0.001953125", "0.1953125%"),
            (999_999_999, 1, "999999999", "999999999"), (9_999_999, 1, "9999999", "999999900%"),
        ] as [(Int128, Int128, String, String)])
    func `is a decimal where one is exact, and else a fraction`(
        _ top: Int128, over bottom: Int128, _ plain: String, _ share: String
    ) throws {
        let value = try Rational(top, over: bottom)
        #expect("\(value)" == plain)
        #expect(value.shareText == share)
    }

    private func expectToReadBack(_ value: Rational) {
        let (plain, share) = (value.description, value.shareText)
        if (try? Rational(exactly: plain)) != value || (try? Rational(share: share)) != value {
            Issue.record("\(value.numerator)/\(value.denominator) as '\(plain)' and '\(share)'")
        }
    }

    @Test func `reads back as the same value`() throws {
        for bottom: Int128 in 1...60 {
            for top: Int128 in -120...120 { expectToReadBack(try Rational(top, over: bottom)) }
        }
        // Every cut-off form of a fraction that a percentage could be taken for.
        for bottom: Int128 in [3, 6, 7, 9, 11, 12] {
            for top in 1..<bottom {
                for power in 1...9 {
                    let scale = (0..<power).reduce(Int128(1)) { scale, _ in scale * 10 }
                    for nudge: Int128 in -2...2 {
                        let units = top * scale / bottom + nudge
                        expectToReadBack(try Rational(units, over: scale))
                    }
                }
            }
        }
        var generator = SeededGenerator(seed: 20_250)
        let bounds = [10, 1_000, 100_000, 1_000_000_000]
        for round in 0..<4_000 {
            let top = Int128(generator.index(below: bounds[round % 4]))
            let bottom = Int128(generator.index(below: bounds[round / 4 % 4] - 1) + 1)
            expectToReadBack(try Rational(round.isMultiple(of: 3) ? -top : top, over: bottom))
            expectToReadBack(try Rational(top, over: 1_000_000))
            expectToReadBack(try Rational(top, over: 1_000_000_000))
        }
    }

    /// The answers are Python's `decimal` with `ROUND_HALF_UP`, which is away from zero.
    @Test(
        arguments: [
            ("0", 0, "0"), ("0", 2, "0.00"), ("12", 0, "12"), ("12", 1, "12.0"), ("0.5", 0, "1"),
            ("-0.5", 0, "-1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("-2.5", 0, "-3"),
            ("0.49", 0, "0"),
            ("-0.49", 0, "0"), ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("0.135", 2, "0.14"),
            ("2.675", 2, "2.68"), ("1.005", 2, "1.01"), ("0.285", 2, "0.29"), ("1.115", 2, "1.12"),
            ("79.995", 2, "80.00"), ("99.995", 2, "100.00"), ("-99.995", 2, "-100.00"),
            ("999999999.5", 0, "1000000000"), ("1/3", 2, "0.33"), ("2/3", 2, "0.67"),
            ("-2/3", 2, "-0.67"), ("2863/36", 1, "79.5"), ("2863/36", 0, "80"),
            ("1/6", 4, "0.1667"),
            ("0.004", 2, "0.00"), ("-0.004", 2, "0.00"), ("-0.005", 2, "-0.01"),
            ("1/7", 9, "0.142857143"),
            ("1/7", 30, "0.142857143"), ("7/2", -3, "4"),
        ] as [(String, Int, String)]) func `is rounded half away from zero`(
            _ exact: String, _ places: Int, _ text: String
        ) throws
    {
        #expect(try Rational(exactly: exact).rounded(toDecimals: places) == text)
    }

    /// The answers are Python's `fractions`; on the way to them, the digits need more than 128 bits.
    @Test(
        arguments: [
            (
                1_000_000_000_000_000_000_000_000_000_000_000_007,
                300_000_000_000_000_000_000_000_000_000_000_001, 6, "3.333333"
            ),
            (
                -1_000_000_000_000_000_000_000_000_000_000_000_007,
                300_000_000_000_000_000_000_000_000_000_000_001, 6, "-3.333333"
            ),
            (
                170_141_183_460_469_231_731_687_303_715_884_105_727,
                170_141_183_460_469_231_731_687_303_715_884_105_725, 9, "1.000000000"
            ),
            (
                85_070_591_730_234_615_865_843_651_857_942_052_864,
                170_141_183_460_469_231_731_687_303_715_884_105_727, 9, "0.500000000"
            ),
            (
                170_141_183_460_469_231_731_687_303_715_884_105_726, 3, 0,
                "56713727820156410577229101238628035242"
            ),
            (1, 170_141_183_460_469_231_731_687_303_715_884_105_727, 9, "0.000000000"),
            (
                999_999_748_000_023_813_998_999_812_015_752,
                999_999_716_000_030_245_998_568_356_025_411, 9, "1.000000032"
            ),
        ] as [(Int128, Int128, Int, String)])
    func `is rounded however long its fraction is`(
        _ top: Int128, over bottom: Int128, _ places: Int, _ text: String
    ) throws {
        #expect(try Rational(top, over: bottom).rounded(toDecimals: places) == text)
    }

    @Test func `is rounded to the nearest`() throws {
        for bottom in 1...40 {
            for top in -90...90 {
                let value = try Rational(Int128(top), over: Int128(bottom))
                for (places, scale) in [1, 10, 100, 1_000].enumerated() {
                    let text = value.rounded(toDecimals: places)
                    let units = try #require(Int(text.filter { $0 != "." }))
                    let miss = abs(units * bottom - top * scale) * 2
                    let isAway = abs(units) * bottom > abs(top) * scale
                    if miss > bottom || (miss == bottom && !isAway) {
                        Issue.record("\(top)/\(bottom) as \(text)")
                    }
                }
            }
        }
    }
}
