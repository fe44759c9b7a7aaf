import Assessment
import Testing

@Suite struct `A fault in a file` {
    /// A file with a `‸` before the fault, and where the fault is.
    struct Spot: Sendable, CustomTestStringConvertible {
        let marked: String
        let line: Int
        let column: Int
        let excerpt: String
        let caret: Int

        var testDescription: String { marked.debugDescription }
    }

    @Test(arguments: [
        Spot(marked: "‸", line: 1, column: 1, excerpt: "", caret: 0),
        Spot(marked: "ab‸c\nd", line: 1, column: 3, excerpt: "abc", caret: 2),
        Spot(marked: "ab\n‸cd", line: 2, column: 1, excerpt: "cd", caret: 0),
        Spot(marked: "ab\r\ncd‸\r\n", line: 2, column: 3, excerpt: "cd", caret: 2),
        Spot(marked: "ab\rc\r‸d", line: 3, column: 1, excerpt: "d", caret: 0),
        Spot(marked: "\r\n\r\n\n\r‸x", line: 5, column: 1, excerpt: "x", caret: 0),
        Spot(marked: "ab\n‸", line: 2, column: 1, excerpt: "", caret: 0),
        Spot(marked: "\u{FEFF}a‸b", line: 1, column: 2, excerpt: "ab", caret: 1),
        Spot(marked: "\tx‸y", line: 1, column: 3, excerpt: "    xy", caret: 5),
        Spot(marked: "abc\t‸y", line: 1, column: 5, excerpt: "abc y", caret: 4),
        Spot(marked: "abcd‸\ty", line: 1, column: 5, excerpt: "abcd    y", caret: 4),
        Spot(marked: "日本‸語", line: 1, column: 3, excerpt: "日本語", caret: 4),
        Spot(marked: "日\t‸x", line: 1, column: 3, excerpt: "日  x", caret: 4),
        Spot(marked: "e\u{301}‸x", line: 1, column: 3, excerpt: "e\u{301}x", caret: 1),
        Spot(marked: "ae‸\u{301}x", line: 1, column: 3, excerpt: "ae\u{301}x", caret: 1),
        Spot(marked: "👩‍🚀‸x", line: 1, column: 4, excerpt: "👩‍🚀x", caret: 2),
        Spot(marked: "a\u{9B}b‸c", line: 1, column: 4, excerpt: "a\\u{9B}bc", caret: 8),
        Spot(marked: "a‸\u{200B}b", line: 1, column: 2, excerpt: "a\\u{200B}b", caret: 1),
    ]) func `is shown at its place, with the caret under it`(_ spot: Spot) throws {
        // By scalars: a combining mark after the sign would make it another character.
        let parts = spot.marked.unicodeScalars.split(
            separator: "‸", omittingEmptySubsequences: false
        ).map { Array(String($0).utf8) }
        let source = SourceText(name: "bank.xml", bytes: Array(parts.joined()))
        let fault = Diagnostic(.error, "fault", "It is here", offset: parts[0].count)
        let place = try #require(source.located([fault]).first?.place)
        #expect(
            place
                == Diagnostic.Place(
                    file: "bank.xml", line: spot.line, column: spot.column,
                    excerpt: Diagnostic.Excerpt(text: spot.excerpt, caretIndent: spot.caret)))
    }

    @Test func `among broken bytes is counted byte by byte, each shown as U+FFFD`() throws {
        let bytes: [UInt8] = [0x61, 0xE2, 0x82, 0x62, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x63]
        let source = SourceText(name: "x", bytes: bytes)
        let fault = Diagnostic(.error, "fault", "It is here", offset: 9)
        let place = try #require(source.located([fault]).first?.place)
        #expect(place.column == 10)
        #expect(
            place.excerpt?.text == "a\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}c")
    }

    struct Window: Sendable, CustomTestStringConvertible {
        let before: Int
        let after: Int
        let begins: String
        let ends: String
        let caret: Int

        var testDescription: String { "\(before) letters before, \(after) after" }
    }

    @Test(arguments: [
        Window(before: 50, after: 49, begins: "aaa", ends: "bbb", caret: 50),
        Window(before: 50, after: 500, begins: "aaa", ends: "bb…", caret: 50),
        Window(before: 500, after: 5, begins: "…aaa", ends: "bbb", caret: 94),
        Window(before: 1_000_000, after: 1_000_000, begins: "…aaa", ends: "bb…", caret: 61),
    ]) func `on a long line is shown in a window`(_ window: Window) throws {
        let line =
            String(repeating: "a", count: window.before) + "X"
            + String(repeating: "b", count: window.after - 1)
        let source = SourceText(name: "x", bytes: Array(line.utf8))
        let fault = Diagnostic(.error, "fault", "It is here", offset: window.before)
        let place = try #require(source.located([fault]).first?.place)
        let excerpt = try #require(place.excerpt)
        #expect(place.column == window.before + 1)
        #expect(excerpt.caretIndent == window.caret)
        #expect(excerpt.text.hasPrefix(window.begins))
        #expect(excerpt.text.hasSuffix(window.ends))
        #expect(excerpt.text.displayWidth <= 100)
        let column = excerpt.text.index(excerpt.text.startIndex, offsetBy: excerpt.caretIndent)
        #expect(excerpt.text[column] == "X")
    }

    @Test func `stands in the order of the file, those about all of it first`() {
        let source = SourceText(name: "x", bytes: Array("a\nb\nc".utf8))
        let found = source.located([
            Diagnostic(.error, "third", "", offset: 4), Diagnostic(.error, "first", ""),
            Diagnostic(.error, "second", "", offset: 2),
            Diagnostic(.note, "second-note", "", offset: 2),
        ])
        #expect(found.map(\.code) == ["first", "second", "second-note", "third"])
        #expect(found.map { $0.place?.line } == [nil, 2, 2, 3])
    }

    @Test func `costs one walk over the bytes, however many there are`() {
        let line = String(repeating: "a", count: 1_000_000)
        let source = SourceText(name: "x", bytes: Array(line.utf8))
        let faults = (0..<1_000).map { Diagnostic(.error, "fault", "", offset: $0 * 1_000) }
        #expect(source.located(faults).last?.place?.column == 999_001)
    }
}
