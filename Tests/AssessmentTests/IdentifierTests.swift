import Assessment
import Testing

@Suite struct `An id` {
    private typealias ID = Identifier<Item>

    @Test(arguments: [
        "a", "A", "7", "mentor-03", "module_210", "v1.0.3", "0-0", "a-", "a_", "a.", "a.b.c",
        "a-.b",
        "a.-.b", "Z9._-", String(repeating: "x", count: 64),
    ]) func `is letters, digits, dots, hyphens and underscores`(_ text: String) throws {
        let id = try #require(ID(text))
        #expect(id.text == text)
        #expect("\(id)" == text)
    }

    @Test(arguments: [
        "", " ", "-a", ".a", "_a", "..", "a..b", "a..", "../a", "a/b", "a\\b", "a b", " a", "a ",
        "a\n",
        "a\u{0}", "a:b", "a,b", "a'b", "a\"b", "a$b", "a%20b", "a*", "a+b", "a@b", "a~", "é", "aé",
        "e\u{301}", "a\u{301}", "a.\u{301}b", "а", "ａ", "a１", "٣", "a\u{200B}b", "a\u{2010}b", "日本",
        String(repeating: "x", count: 65), String(repeating: "x", count: 100_000),
    ]) func `is nothing that a shell or a file system could misread`(_ text: String) {
        #expect(ID(text) == nil)
    }

    @Test func `is itself only in its own case, but must not differ by case alone`() throws {
        let (upper, lower) = (try #require(ID("Mentor-A.1")), try #require(ID("mentor-a.1")))
        #expect(upper != lower)
        #expect(upper.folded == lower.folded)
        #expect(upper.folded == "mentor-a.1")
    }

    @Test func `sorts by its bytes, on every machine alike`() {
        let ascending = ["0", "10", "9", "A", "Z", "a", "a-1", "a-10", "a-2", "a.1", "aa", "a_"]
        let bytes = ascending.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        #expect(ascending.reversed().compactMap { ID($0) }.sorted().map(\.text) == bytes)
    }
}
