import Terminal
import TestSupport
import Testing

@Suite struct `Wrapped text` {
    @Test(arguments: [
        ("", 10, [""]), ("one two", 10, ["one two"]), ("one two three", 7, ["one two", "three"]),
        ("one two", 3, ["one", "two"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("ab cdefgh", 4, ["ab", "cdef", "gh"]), ("日本語 テスト", 5, ["日本", "語 テ", "スト"]),
        ("a\n\nb", 5, ["a", "", "b"]), ("é\u{301}x", 1, ["é\u{301}", "x"]),
        ("日", 1, ["日"]), ("a  b", 2, ["a", "b"]), ("  in", 4, ["  in"]),
    ])
    func `breaks at blanks, and within words only where it has to`(
        _ text: String, _ width: Int, _ rows: [String]
    ) {
        #expect(text.wrapped(to: width) == rows)
    }

    @Test(arguments: [1, 8, 40])
    func `never reaches beyond a screen`(_ width: Int) {
        for text in HostileTexts.all + Grid.samples.map({ $0 + "\n```\n\t" + $0 + $0 }) {
            // A letter of two columns fits into no single one.
            let widest = max(width, 4)
            #expect(text.wrapped(to: width).allSatisfy { $0.columns <= widest })
            let lines = Prosewrap(width: width, breaking: true).lines(of: "- \(text)\n\n\(text)")
            #expect(lines.allSatisfy { $0.columns <= widest })
        }
    }

    @Test(arguments: [
        ("Read:\n```\nlet total = a + b\n```", ["Read:", " let total =", " a + b"]),
        ("- averylongwordindeed it is", ["- averylongwo", "  rdindeed it", "  is"]),
        ("```\n\tif x {\n\t\ty\n```", ["     if x {", "         y"]),
        ("| a | b | c | d |", ["| a | b | c |", "d |"]),
    ])
    func `keeps code and lists readable on a narrow screen`(_ text: String, _ lines: [String]) {
        #expect(Prosewrap(width: 13, breaking: true).lines(of: text) == lines)
    }

    @Test func `makes a page of rows`() {
        var page = Page()
        page.heading("Rules of the quiz")
        page.paragraph("Sixteen of twenty.", indent: 2)
        page.space()
        page.item("a)", "the first of them")
        let rows = page.rows(width: 14, breaking: true)
        #expect(
            rows.map(\.text) == [
                "Rules of the", "quiz", "  Sixteen of", "  twenty.", "", "a) the first",
                "   of them",
            ])
        #expect(rows.map { $0.style == .title } == [true, true, false, false, false, false, false])
    }
}
