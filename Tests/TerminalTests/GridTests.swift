import Assessment
import Terminal
import TestSupport
import Testing

@Suite struct `A grid` {
    struct Drawing: Sendable, CustomTestStringConvertible {
        let texts: [(String, Int)]
        let shown: String
        let used: Int
        var testDescription: String { String(reflecting: texts.map(\.0)) }

        init(_ texts: (String, Int)..., shows shown: String, used: Int) {
            self.texts = texts
            self.shown = shown
            self.used = used
        }
    }

    /// Ten columns; widths by Unicode's EastAsianWidth.txt and what terminals agree on.
    @Test(arguments: [
        Drawing(("plain", 0), shows: "plain", used: 5),
        Drawing(("0123456789abc", 0), shows: "0123456789", used: 10),
        Drawing(("日本語", 0), shows: "日本語", used: 6),
        Drawing(("a日本語日本", 0), shows: "a日本語日", used: 9),
        Drawing(("日本語", 5), shows: "     日本", used: 4),
        Drawing(("日本語", 0), ("x", 1), shows: " x本語", used: 1),
        Drawing(("日本語", 0), ("x", 2), shows: "日x 語", used: 1),
        Drawing(("日本語", 0), ("本", 1), shows: " 本 語", used: 2),
        Drawing(("e\u{301}x", 0), shows: "e\u{301}x", used: 2),
        Drawing(("\u{301}x", 0), shows: " \u{301}x", used: 2),
        Drawing(("👩‍🏫 👨‍👩‍👧‍👦 🇪🇸", 0), shows: "👩‍🏫 👨‍👩‍👧‍👦 🇪🇸", used: 8),
        Drawing(("ابن خلدون", 0), shows: "ابن خلدون", used: 9),
        Drawing(("स्त्री", 0), shows: "स्त्री", used: 4),
        Drawing(("\u{1B}[31m", 0), shows: "\\u{1B}[31m", used: 10),
        Drawing(("a\tb\n", 0), shows: "a\\u{9}b\\u{", used: 10),
        Drawing(("\u{202E}abc", 0), shows: "\\u{202E}ab", used: 10),
        Drawing(("abc", -2), shows: "c", used: 3),
        Drawing(("日本", -1), shows: " 本", used: 4),
        Drawing(("abc", 10), shows: "", used: 0),
    ])
    func `shows text by its columns and cuts no letter in half`(_ row: Drawing) {
        var grid = Grid(columns: 10, rows: 1)
        var used = 0
        for (text, column) in row.texts { used = grid.draw(text, row: 0, column: column) }
        #expect(grid.text == [row.shown])
        #expect(used == row.used)
        #expect(grid.isWhole)
    }

    @Test func `leaves out what lies beyond its edges`() {
        var grid = Grid(columns: 4, rows: 2)
        for row in [-1, 2, .max] { #expect(grid.draw("x", row: row) == 0) }
        grid.draw("abcdef", row: 1, column: 1, limit: 2)
        grid.draw("x", row: 0, limit: -1)
        grid.clear(row: 5)
        grid.restyle(row: 1, columns: -3..<99, as: .chosen)
        #expect(grid.text == ["", " ab"])
        #expect(Grid(columns: 0, rows: -3).text == [""])
    }

    @Test func `shows its styles as marks`() {
        var grid = Grid(columns: 30, rows: 3)
        let used = grid.draw("Question 7", row: 0, style: .title)
        grid.draw("[flagged]", row: 0, column: used + 1, style: .flag)
        grid.draw("plain", row: 1)
        grid.restyle(row: 2, columns: 0..<3, as: .marked)
        #expect(
            grid.styledText == [
                "<title>Question 7</title> <flag>[flagged]</flag>", "plain", "<marked>   </marked>",
            ])
    }

    @Test func `takes rows of another, such as those scrolled to`() {
        var page = Grid(columns: 4, rows: 9)
        for row in 0..<9 { page.draw("行\(row)", row: row) }
        var grid = Grid(columns: 6, rows: 4)
        grid.place(page, from: 3..<5, row: 1, column: 1)
        grid.place(page, from: 8..<20, row: 3, column: 4)
        grid.place(page, from: 0..<1, row: 0, column: -1)
        #expect(grid.text == [" 0", " 行3", " 行4", "    行"])
    }

    @Test func `stays whole whatever is drawn where`() {
        var random = SeededGenerator(seed: 17)
        var grid = Grid(columns: 13, rows: 5)
        for _ in 0..<5000 {
            grid.drawAnything(using: &random)
            guard grid.isWhole else {
                Issue.record("half a letter in \(grid.text)")
                return
            }
        }
    }

    @Test func `holds nothing that a terminal would act on`() {
        for text in HostileTexts.all {
            var grid = Grid(columns: 60, rows: 1)
            grid.draw(text, row: 0)
            let line = grid.text[0]
            #expect(!line.unicodeScalars.contains { !$0.isSafeInTerminal })
            // Both boundaries spell things out alike, save for marks that get a blank to stand on.
            let scalars = text.terminalSafe().unicodeScalars
            if scalars.allSatisfy({ $0.displayWidth > 0 }), text.columns <= 60 {
                #expect(grid.row(0).map(\.text).joined().hasPrefix(text.terminalSafe()))
            }
        }
    }
}

extension Grid {
    /// Whether each cluster has its cells, and each cell amid one has its cluster.
    var isWhole: Bool {
        (0..<rows).allSatisfy { row in
            var column = 0
            while column < columns {
                let width = self[row, column].width
                guard width > 0, column + width <= columns,
                    (column + 1..<column + max(width, 1)).allSatisfy({
                        self[row, $0].width == 0 && self[row, $0].text.isEmpty
                    })
                else { return false }
                column += width
            }
            return true
        }
    }

    static let samples = [
        "a", "word by word", "日本語", "e\u{301}", "👩‍🏫", "🇪🇸🇪🇸", "ابن", "स्त्री", "\u{301}", "─│█░", "☕️", "⚠",
        "한국어", "\u{1B}[2J", "   ", " ", "กำ", "x\u{20DD}y",
    ]

    mutating func drawAnything(using random: inout SeededGenerator) {
        let row = random.index(below: rows)
        let styles = Style.allCases
        switch random.index(below: 12) {
        case 0: clear(row: row)
        case 1:
            let start = random.index(below: columns)
            restyle(
                row: row, columns: start..<min(start + random.index(below: 9), columns),
                as: styles[random.index(below: styles.count)])
        case 2: cursor = random.index(below: 2) == 0 ? nil : Position(row: row, column: 0)
        default:
            draw(
                Self.samples[random.index(below: Self.samples.count)], row: row,
                column: random.index(below: columns + 2) - 2,
                style: styles[random.index(below: styles.count)])
        }
    }
}
