import Assessment
import Testing

@Suite struct `Marks against a cut` {
    @Test(
        arguments: [
            ("16", "20", "80%", true), ("15.99", "20", "80%", false), ("16.01", "20", "80%", true),
            ("15.999999999", "20", "80%", false), ("20", "20", "100%", true),
            ("19.999999999", "20", "100%", false), ("2", "3", "2/3", true),
            ("2", "3", "66.7%", false),
            ("2", "3", "66.66667%", true), ("0", "20", "0%", true), ("-1", "20", "0%", false),
            ("0.1", "0.3", "1/3", true), ("2863/36", "100", "80%", false),
            ("21", "20", "100%", true),
            ("0", "0", "80%", nil), ("5", "0", "80%", nil), ("0", "0", "0%", nil),
        ] as [(String, String, String, Bool?)]) func `reach it or do not, and 0 of 0 does neither`(
            _ earned: String, of possible: String, _ cut: String, _ reached: Bool?
        ) throws
    {
        let marks = Marks(
            earned: try Rational(exactly: earned), possible: try Rational(exactly: possible))
        let cut = try Rational(share: cut)
        #expect(try marks.reach(cut) == reached)
        #expect(try marks.share().map { $0 >= cut } == reached)
    }

    @Test(
        arguments: [
            // Rounding would print the cut for what is below it.
            ("79.995", "80", 2, "79.99"), ("79.996", "80", 2, "79.99"),
            ("79.996", "80", 1, "79.99"),
            ("79.996", "80", 0, "79.99"), ("79.996", "80", 3, "79.996"),
            ("79.9999999", "80", 2, "79.99"), ("79.9999999", "80", 6, "79.999999"),
            ("79.95", "80", 1, "79.95"), ("79.5", "80", 0, "79.50"), ("79.4", "80", 0, "79"),
            ("2863/36", "80", 0, "79.52"), ("2863/36", "80", 1, "79.5"),
            ("2863/36", "80", 2, "79.53"),
            ("2863/36", "79.53", 2, "79.52"), ("200/3", "66.67", 2, "66.66"),
            ("1/3", "0.334", 2, "0.33"),
            ("-0.001", "0", 2, "-0.01"), ("-0.001", "0", 0, "-0.01"),
            ("-80.004", "-80", 2, "-80.01"),
            // Rounding would print less than the cut for what reaches it.
            ("79.4", "79.4", 0, "79.40"), ("79.994", "79.994", 2, "80.00"),
            ("79.45", "79.42", 1, "79.5"),
            ("79.44", "79.42", 1, "79.44"), ("100/3", "100/3", 2, "33.34"),
            ("-0.5", "-0.5", 0, "-0.50"),
            ("-79.995", "-79.995", 2, "-79.99"),
            // Nothing to mind.
            ("80", "80", 2, "80.00"), ("80", "80", 0, "80"), ("80.004", "80", 2, "80.00"),
            ("79.99", "80", 2, "79.99"), ("0", "0", 0, "0"), ("99.999", "80", 2, "100.00"),
            ("12.345", "80", 2, "12.35"), ("2863/36", "2863/36", 2, "79.53"),
        ] as [(String, String, Int, String)]) func `print on their side of it`(
            _ score: String, _ cut: String, _ places: Int, _ text: String
        ) throws
    {
        let (score, cut) = (try Rational(exactly: score), try Rational(exactly: cut))
        #expect(score.rounded(toDecimals: places, neverAcross: cut) == text)
    }

    /// A decimal of no sign as whole numbers: its digits, and how many such units make one.
    private func units(of text: String) -> (count: Int, scale: Int) {
        var (count, scale) = (0, 0)
        for byte in text.utf8 {
            if byte == UInt8(ascii: ".") {
                scale = 1
            } else {
                (count, scale) = (count * 10 + Int(byte) - 48, scale * 10)
            }
        }
        return (count, max(scale, 1))
    }

    @Test(arguments: 0...2)
    func `never print against the verdict, for k of n and every whole percent`(
        _ places: Int
    ) throws {
        var seen: Set<Rational> = []
        for possible in 1...60 {
            for earned in 0...possible {
                let score = try Rational(Int128(100 * earned), over: Int128(possible))
                guard seen.insert(score).inserted else { continue }
                for cut in 0...100 {
                    let text = score.rounded(toDecimals: places, neverAcross: Rational(cut))
                    let passed = 100 * earned >= cut * possible
                    let (count, scale) = units(of: text)
                    let miss = abs(count * possible - 100 * earned * scale)
                    if (count >= cut * scale) != passed || miss >= possible {
                        Issue.record("\(earned) of \(possible) at \(cut)% prints \(text)")
                    }
                }
            }
        }
        #expect(seen.count > 1_000)
    }

    @Test(arguments: [
        "79.4", "79.45", "79.995", "79.996", "66.66", "66.67", "33.333", "0.5", "99.99", "99.999",
    ]) func `never print against the verdict, for a cut with decimals`(_ cut: String) throws {
        let (count, scale) = units(of: cut)
        let exact = try Rational(exactly: cut)
        for possible in [7, 12, 20, 36, 200, 2_000, 20_000] {
            // The marks around the cut, where rounding can cross it.
            let near = count * possible / (100 * scale)
            for earned in max(0, near - 40)...min(possible, near + 40) {
                let score = try Rational(Int128(100 * earned), over: Int128(possible))
                let passed = 100 * earned * scale >= count * possible
                let marks = Marks(earned: Rational(earned), possible: Rational(possible))
                #expect(try marks.reach(exact.divided(by: .hundred) ?? .zero) == passed)
                for places in 0...4 {
                    let text = score.rounded(toDecimals: places, neverAcross: exact)
                    let (units, unit) = self.units(of: text)
                    let miss = abs(units * possible - 100 * earned * unit)
                    if (units * scale >= count * unit) != passed || miss >= possible {
                        Issue.record("\(earned) of \(possible) at \(cut)% prints \(text)")
                    }
                }
            }
        }
    }
}
