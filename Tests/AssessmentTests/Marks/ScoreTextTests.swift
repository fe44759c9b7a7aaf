import Assessment
import Testing

@Suite struct `A score in words` {
    @Test(
        arguments: [
            ("16", "20", "80%", "16 of 20 (80%)"), ("15.99", "20", "80%", "15.99 of 20 (79.95%)"),
            ("15.999", "20", "80%", "15.99 of 20 (79.99%)"),
            ("15.999999", "20", "80%", "15.99 of 20 (79.99%)"),
            ("16.001", "20", "80%", "16 of 20 (80%)"), ("2", "3", "2/3", "2 of 3 (66.7%)"),
            ("2", "3", "66.67%", "2 of 3 (66.66%)"), ("2", "3", "70%", "2 of 3 (66.7%)"),
            ("2", "3", nil, "2 of 3 (66.7%)"), ("1/3", "2", nil, "0.33 of 2 (16.7%)"),
            ("15.5", "20", "80%", "15.5 of 20 (77.5%)"), ("0", "20", "80%", "0 of 20 (0%)"),
            ("20", "20", "100%", "20 of 20 (100%)"), ("-1", "20", "80%", "-1 of 20 (-5%)"),
            ("0", "0", "80%", "0 of 0"), ("1", "0.1234", nil, "1 of 0.12 (810.4%)"),
        ] as [(String, String, String?, String)]
    ) func `says the marks and the share`(
        _ earned: String, _ possible: String, _ passMark: String?, _ text: String
    ) throws {
        let marks = Marks(
            earned: try Rational(exactly: earned), possible: try Rational(exactly: possible))
        #expect(marks.text(passMark: try passMark.map { try Rational(share: $0) }) == text)
    }

    @Test func `never contradicts the verdict, for k thousandths of n`() throws {
        var seen = 0
        for possible in [3, 7, 9, 20] {
            for percent in [50, 66, 80, 100] {
                let passMark = try Rational(Int128(percent), over: 100)
                let near = possible * percent * 10
                for thousandths in (near - 30)...(near + 30) {
                    let marks = Marks(
                        earned: try Rational(Int128(thousandths), over: 1_000),
                        possible: Rational(possible))
                    let text = marks.text(passMark: passMark)
                    let numbers = text.split { !"0123456789.".contains($0) }
                    let shown = try numbers.map { try Rational(exactly: String($0)) }
                    let passed = try marks.reach(passMark)
                    let cut = try passMark * Rational(possible)
                    #expect((shown[0] >= cut) == passed, "\(text) at \(percent)%")
                    #expect((shown[2] >= Rational(percent)) == passed, "\(text)")
                    seen += 1
                }
            }
        }
        #expect(seen == 976)
    }
}
