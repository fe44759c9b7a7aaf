import Terminal
import Testing

@Suite struct `Words that stand out` {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        /// With what stands out in brackets.
        let shown: String
        var testDescription: String { text }
    }

    /// The rows are those of CommonMark 0.31.2, section 6.2, as far as asterisks alone go.
    @Test(arguments: [
        Case(text: "Which **two** hold?", shown: "Which [two] hold?"),
        Case(text: "*foo bar*", shown: "[foo] [bar]"),
        Case(text: "a * foo bar*", shown: "a * foo bar*"),
        Case(text: "**foo bar**, and more", shown: "[foo] [bar], and more"),
        Case(text: "** foo bar**", shown: "** foo bar**"),
        Case(text: "**foo bar **", shown: "**foo bar **"),
        Case(text: "*foo", shown: "*foo"),
        Case(text: "**foo*", shown: "**foo*"),
        Case(text: "2*3*4 and 2 * 3 * 4", shown: "2*3*4 and 2 * 3 * 4"),
        Case(text: "*foo*bar", shown: "*foo*bar"),
        Case(text: "(*foo*), *(bar)*", shown: "([foo]), [(bar)]"),
        Case(text: "`*a*` and **`b*c`**", shown: "`*a*` and [`b*c`]"),
        Case(text: "`open *a* **b**", shown: "`open [a] [b]"),
        Case(text: "``a`*b*`` *c*", shown: "``a`*b*`` [c]"),
        Case(text: "***", shown: "***"),
        Case(text: "****", shown: "****"),
        Case(text: "* one\n* **two**", shown: "* one\n* [two]"),
        Case(text: "**日本** و*كم*؟", shown: "[日本] و*كم*؟"),
    ]) func `are what pairs of asterisks enclose`(row: Case) {
        let rows = Prosewrap(width: 60, breaking: true).rows(of: row.text)
        let shown = rows.map { row in
            row.spans.map { $0.isStrong ? "[\($0.text)]" : $0.text }.joined()
        }
        #expect(shown.joined(separator: "\n") == row.shown)
    }

    @Test func `stay so over the end of a line`() {
        let rows = Prosewrap(width: 12, breaking: true).rows(of: "- one **two three** four")
        #expect(
            rows.map(\.spans) == [
                [Span("- one "), Span("two", isStrong: true)],
                [Span("  "), Span("three", isStrong: true), Span(" four")],
            ])
    }

    @Test func `keep their asterisks where nothing can stand out`() {
        #expect(Prosewrap(width: 60).lines(of: "Which **two**?") == ["Which **two**?"])
    }

    /// Each is read in time that grows with its length alone: the slowest took hours otherwise.
    @Test(arguments: ["*a ", "**a ", "`a ", "``a *b ", "`*a* **", "*"])
    func `are looked for once`(piece: String) {
        let text = String(repeating: piece, count: 10_000)
        let rows = Prosewrap(width: 80, breaking: true).rows(of: text)
        #expect(
            rows.reduce(0) { $0 + $1.text.utf8.filter { $0 == 97 }.count }
                == text.utf8.filter { $0 == 97 }.count)
    }
}
