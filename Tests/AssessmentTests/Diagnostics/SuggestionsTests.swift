import Assessment
import Testing

@Suite struct `A guess at a mistyped word` {
    struct Guess: Sendable, CustomTestStringConvertible {
        let word: String
        let among: [String]
        let near: [String]
        var testDescription: String { word }
    }

    @Test(arguments: [
        Guess(word: "scroe", among: ["list", "score"], near: ["score"]),
        Guess(word: "xslx", among: ["xlsx", "csv"], near: ["xlsx"]),
        Guess(word: "SCORE", among: ["score"], near: ["score"]),
        Guess(word: "bat", among: ["bad", "cat", "bank"], near: ["bad", "cat"]),
        Guess(word: "qualificaton", among: ["qualification"], near: ["qualification"]),
        Guess(word: "portfolo-x", among: ["portfolio"], near: ["portfolio"]),
        // Only the nearest, three at most, in their own order and each once.
        Guess(
            word: "abcdef", among: ["abcdxx", "abcdeg", "abcdefg"], near: ["abcdeg", "abcdefg"]),
        Guess(
            word: "set1", among: ["set9", "set8", "set9", "set7", "set6"],
            near: ["set9", "set8", "set7"]),
        Guess(word: "sc\u{F6}re", among: ["score"], near: ["score"]),
        Guess(word: "ÉCOLE", among: ["école"], near: ["école"]),
        Guess(word: "abcdef", among: ["abxxxf"], near: []),
        Guess(word: "x", among: ["a", "y"], near: []),
        Guess(word: "", among: ["a"], near: []),
        Guess(word: "verb", among: ["verbose", "version"], near: ["verbose"]),
        Guess(word: "VERB", among: ["verbose"], near: ["verbose"]),
        Guess(word: "s", among: ["score"], near: []),
        Guess(word: "apple", among: ["banana"], near: []),
        Guess(word: String(repeating: "a", count: 100_000), among: ["a"], near: []),
    ])
    func `is the nearest words`(_ guess: Guess) {
        #expect(Suggestions.near(guess.word, among: guess.among) == guess.near)
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "ab", 2), ("ab", "ba", 1), ("abc", "acb", 1),
        ("ca", "abc", 2), ("kitten", "sitting", 3), ("same", "same", 0), ("é", "e", 1),
        ("abcd", "badc", 2), ("abcdef", "fedcba", 5), ("a cat", "an abct", 3),
    ])
    func `is measured by letters changed and swapped`(
        _ first: String, _ second: String, _ distance: Int
    ) {
        #expect(Suggestions.distance(first, second) == distance)
        #expect(Suggestions.distance(second, first) == distance)
    }

    @Test func `is the nearest files of its folder`() {
        let listing = ["mentor.xml", "leadership.xml", "notes.txt"]
        #expect(Suggestions.fileNames(near: "mentr.xml", listing: listing) == ["mentor.xml"])
        #expect(
            Suggestions.fileNames(near: "a/b/Leadershp.xml", listing: listing)
                == ["a/b/leadership.xml"])
        #expect(Suggestions.fileNames(near: "zzz", listing: listing) == [])
        #expect(Suggestions.fileNames(near: "mentor.xml/", listing: listing) == [])
        #expect(Suggestions.fileNames(near: "/note.txt", listing: listing) == ["/notes.txt"])
        #expect(
            Suggestions.fileNames(near: "q0", listing: ["q3", "q1", "q2", "q4"]) == [
                "q1", "q2", "q3",
            ])
    }
}
