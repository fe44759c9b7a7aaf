import Assessment
import Terminal
import Testing

@Suite struct `A field of text` {
    struct Row: Sendable, CustomTestStringConvertible {
        let inputs: [Input]
        /// The text with `|` where the cursor is.
        let text: String
        let isMultiline: Bool
        let width: Int
        var testDescription: String { text }

        init(_ parts: Any..., is text: String, isMultiline: Bool = true, width: Int = 80) {
            inputs = parts.flatMap { part -> [Input] in
                if let text = part as? String { return text.map { .key(.character($0)) } }
                if let key = part as? Key { return [.key(key)] }
                return (part as? Input).map { [$0] } ?? []
            }
            self.text = text
            self.isMultiline = isMultiline
            self.width = width
        }
    }

    @Test(arguments: [
        Row("abc", is: "abc|"),
        Row("abc", Key.left, Key.backspace, is: "a|c"),
        Row("abc", Key.home, Key.delete, Key.end, "d", is: "bcd|"),
        Row("caf", "e", "\u{301}", is: "cafe\u{301}|"),
        Row("cafe\u{301}", Key.backspace, is: "caf|"),
        Row("ae", Key.left, Key.right, "\u{301}", Key.left, is: "a|e\u{301}"),
        Row("👩‍🏫x", Key.left, Key.backspace, is: "|x"),
        Row("👩🏫", Key.left, "\u{200D}", is: "👩\u{200D}🏫|"),
        Row("one two  three", Key.deleteWord, Key.control("w"), is: "one |"),
        Row("one two", Key.wordLeft, Key.alt("b"), Key.alt("d"), is: "| two"),
        Row("one two", Key.home, Key.wordRight, Key.control("k"), is: "one|"),
        Row("one two", Key.wordLeft, Key.control("u"), is: "|two"),
        Row("a", Key.enter, "b", Key.lineBreak, "c", Key.home, is: "a\nb\n|c"),
        Row("abc", Key.enter, "d", Key.enter, "efg", Key.up, Key.up, is: "abc|\nd\nefg"),
        Row("abc", Key.enter, "defg", Key.up, Key.up, is: "|abc\ndefg"),
        Row("abc", Key.enter, "d", Key.up, Key.down, Key.down, is: "abc\nd|"),
        Row("aaa bbb ccc", Key.up, is: "aaa| bbb ccc", width: 9),
        Row("aaa bbb ccc", Key.up, Key.down, is: "aaa bbb ccc|", width: 9),
        Row(Input.paste("x\r\ny\tz\u{1B}[A\u{202E}\u{0}"), is: "x\ny    z[A|"),
        Row(Input.paste("x\r\ny\rz"), is: "x y z|", isMultiline: false),
        Row("a", Key.enter, Key.up, is: "a|", isMultiline: false),
        Row(Key.backspace, Key.delete, Key.left, Key.deleteWord, Key.up, Key.down, is: "|"),
    ])
    func `is changed by keys`(_ row: Row) {
        var field = TextField(isMultiline: row.isMultiline)
        for input in row.inputs { field.receive(input, width: row.width) }
        var marked = Array(field.text)
        marked.insert("|", at: field.cursor)
        #expect(String(marked) == row.text)
    }

    @Test(arguments: [
        ("", 10, [""], 0, 0), ("abc", 10, ["abc"], 0, 3), ("abc def", 5, ["abc ", "def"], 1, 3),
        ("abcdef", 4, ["abc", "def"], 1, 3), ("abc\n", 10, ["abc", ""], 1, 0),
        ("日本語", 5, ["日本", "語"], 1, 2), ("a b", 2, ["a ", "b"], 1, 1),
        ("abcd", 5, ["abcd"], 0, 4), ("one  two", 6, ["one  ", "two"], 1, 3),
        ("x\n\ny", 4, ["x", "", "y"], 2, 1),
    ])
    func `is laid out in rows`(
        _ text: String, _ width: Int, _ rows: [String], _ row: Int, _ column: Int
    ) {
        let layout = TextField(text, isMultiline: true).layout(width: width)
        #expect(layout.rows == rows)
        #expect(layout.cursor == Grid.Position(row: row, column: column))
    }

    @Test func `has its cursor on its rows and loses nothing, whatever is typed`() {
        var random = SeededGenerator(seed: 3)
        let keys: [Key] = [
            .left, .right, .up, .down, .home, .end, .wordLeft, .wordRight, .backspace, .delete,
            .deleteWord, .enter, .control("k"), .pageUp, .pageDown,
        ]
        for width in [1, 2, 7, 20] {
            var field = TextField(isMultiline: true, limit: 60)
            for _ in 0..<250 {
                if random.index(below: 2) == 0 {
                    field.insert(Grid.samples[random.index(below: Grid.samples.count)])
                } else {
                    field.receive(.key(keys[random.index(below: keys.count)]), width: width)
                }
                let layout = field.layout(width: width)
                guard layout.rows.indices.contains(layout.cursor.row),
                    (0..<max(width, 2)).contains(layout.cursor.column),
                    layout.rows.joined().columns >= field.text.filter({ $0 != "\n" }).count,
                    field.text.count <= 60, (0...field.text.count).contains(field.cursor),
                    field.window(width: 9).cursor < 9, field.window(width: 9).text.columns <= 9
                else {
                    Issue.record(
                        "\(layout.rows) \(layout.cursor) \(field.text.count) \(field.cursor)")
                    return
                }
            }
        }
    }

    @Test(arguments: [
        (3, "abcdef", false, "abc"), (6, "abcdef", true, "abcdef"), (2, "日本語", false, "日本"),
        (0, "a", false, ""), (1, "e\u{301}", true, "e\u{301}"),
    ])
    func `takes as much as it may`(_ limit: Int, _ text: String, _ isAll: Bool, _ kept: String) {
        var field = TextField(limit: limit)
        #expect(field.insert(text) == isAll)
        #expect(field.text == kept)
        #expect(field.cursor == kept.count)
    }

    @Test func `goes where somebody clicks`() {
        var field = TextField("aaa bbb ccc\n日本", isMultiline: true)
        for (row, column, cursor) in [
            (0, 1, 1), (0, 99, 7), (1, 2, 10), (2, 1, 12), (2, 2, 13), (9, 9, 14),
        ] {
            field.click(row: row, column: column, width: 9)
            #expect(field.cursor == cursor)
        }
    }
}
