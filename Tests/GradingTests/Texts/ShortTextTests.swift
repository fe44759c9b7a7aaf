import Assessment
import Grading
import TestSupport
import Testing

@Suite struct `A typed text` {
    private static let plain = TextComparison()
    private static let exact = TextComparison(ignoresCase: false, collapsesSpacing: false)
    private static let unaccented = TextComparison(ignoresAccents: true)
    private static let unaccentedCase = TextComparison(ignoresCase: false, ignoresAccents: true)

    @Test(arguments: [
        ("tea", "tea", plain, true), ("tea", "Tea", plain, true), ("tea", "TEA", plain, true),
        ("tea", "Tea", exact, false), ("tea", "tea ", exact, false), ("tea", "tea", exact, true),
        ("green tea", " green \t tea\n", plain, true), ("green tea", "greentea", plain, false),
        ("green  tea", "green tea", plain, true), ("green  tea", "green tea", exact, false),
        ("green tea", "green\u{A0}tea", plain, true), ("tea", "t\u{AD}ea\u{200B}", plain, true),
        ("tea", "t\u{AD}ea", exact, false), ("tea", "te", plain, false),
        ("te", "tea", plain, false),
        ("café", "cafe\u{301}", plain, true), ("cafe\u{301}", "CAFÉ", plain, true),
        ("café", "cafe\u{301}", exact, true), ("café", "cafe", plain, false),
        ("cafe", "café", plain, false), ("café", "cafe", unaccented, true),
        ("cafe", "CAFÉ", unaccented, true), ("cafe", "CAFÉ", unaccentedCase, false),
        ("Cafe", "Café", unaccentedCase, true), ("Việt", "viet", unaccented, true),
        ("Straße", "STRASSE", plain, true), ("straße", "strasse", plain, true),
        ("Straße", "Strasse", exact, false), ("ΟΔΟΣ", "οδος", plain, true),
        ("οδός", "ΟΔΟΣ", unaccented, true), ("ИЙ", "ий", plain, true), ("й", "и", unaccented, true),
        ("й", "и", plain, false), ("ᾳ", "ΑΙ", plain, true), ("İ", "i\u{307}", plain, true),
        ("ı", "i", plain, false), ("ı", "I", plain, false), ("\u{212A}", "k", plain, true),
        ("한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", plain, true),
        ("Å", "\u{212B}", plain, true), ("Å", "A\u{30A}", exact, true),
        ("a\u{323}\u{302}", "a\u{302}\u{323}", plain, true),
        ("a\u{301}\u{302}", "a\u{302}\u{301}", plain, false),
        // A stroke through a sign is no accent, nor is a vowel sign or a voicing mark.
        ("=", "\u{2260}", unaccented, false), ("क", "कु", unaccented, false),
        ("か", "が", unaccented, false), ("o", "ø", unaccented, false),
        ("が", "か\u{3099}", plain, true),
        ("豈", "\u{F900}", plain, true), ("ﬁ", "fi", exact, false),
    ]) func `is compared as the item says`(
        _ accepted: String, _ typed: String, _ comparison: TextComparison, _ fits: Bool
    ) throws {
        try check(accepted, .text, typed, comparison, fits)
    }

    @Test(arguments: [
        ("*", "anything at all", plain, true), ("t*", "t", plain, true),
        ("t*a", "Tea", plain, true),
        ("t*a", "teas", plain, false), ("t?a", "tea", plain, true), ("t?a", "ta", plain, false),
        ("t?a", "téa", plain, true), ("t?a", "te\u{301}a", plain, true),
        ("te*", "té", plain, false), ("te*", "te\u{301}", plain, false),
        ("te*", "té", unaccented, true), ("?", "\u{1112}\u{1161}\u{11AB}", plain, true),
        ("*tea*", "green tea, please", plain, true), ("a*b*c", "abbcbc", plain, true),
        ("a*b*c", "abbcb", plain, false), ("**", "x", plain, true), ("\\*", "*", plain, true),
        ("\\*", "x", plain, false), ("\\?", "?", plain, true), ("\\?", "x", plain, false),
        ("\\\\", "\\", plain, true), ("C:\\x*", "c:\\xyz", plain, true),
        ("a\\", "a\\", plain, true),
        ("*  tea", "green tea", plain, true), ("[ab].", "[ab].", plain, true),
        ("[ab].", "ax", plain, false), ("stra?e", "straße", plain, false),
        ("stra??e", "straße", plain, true), ("stra?e", "straße", exact, true),
        // Marks stay on their letter.
        ("*\u{301}", "te\u{301}", plain, false),
    ]) func `is held against wildcards`(
        _ accepted: String, _ typed: String, _ comparison: TextComparison, _ fits: Bool
    ) throws {
        try check(accepted, .wildcard, typed, comparison, fits)
    }

    @Test(arguments: [
        ("tea|coffee", "Coffee", plain, true), ("tea|coffee", "teacoffee", plain, false),
        ("(green )?tea", "green  tea", plain, true), ("(green )?tea", "tea", plain, true),
        ("te+a", "teeea", plain, true), ("te+a", "ta", plain, false), ("te*a", "ta", plain, true),
        ("t.a", "téa", plain, true), ("t[eé]a", "TÉA", plain, true),
        ("t[eé]a", "tïa", plain, false),
        ("t[ae.]a", "t.a", plain, true), ("t\\.a", "t.a", plain, true),
        ("t\\.a", "tea", plain, false),
        ("[\\]]", "]", plain, true), ("\\(\\)", "()", plain, true), ("()", "a", plain, false),
        ("a()b", "ab", plain, true), ("(a|)b", "b", plain, true), ("(a*)*b", "aaab", plain, true),
        ("(a+)+b", "aaa", plain, false), ("((a|b)c)+", "acbcac", plain, true),
        ("((a|b)c)+", "acbca", plain, false), ("colou?r", "color", plain, true),
        ("[ß]", "SS", plain, true), ("ß+", "ssss", plain, true), ("ß+", "sss", plain, false),
        ("caf[eé]+", "cafe\u{301}e", plain, true), ("cafe", "café", unaccented, true),
        ("A|b", "a", exact, false), ("a  b", "a b", plain, true), ("a  b", "a b", exact, false),
        ("[a-c]+", "abcba", plain, true), ("[a-c]+", "abd", plain, false),
        ("[A-C]+", "abc", plain, true), ("[A-C]+", "abc", exact, false),
        ("[0-9]x[-+]", "7x-", plain, true), ("[a\\-c]", "b", plain, false),
        ("[c-a]", "b", plain, false), ("[c-a]", "-", plain, true), ("[a-e]", "é", plain, false),
        ("[a-e]", "é", unaccented, true),
        // What is no pattern fits nothing, and breaks nothing.
        ("(a", "(a", plain, false), ("a)", "a)", plain, false), ("*a", "*a", plain, false),
        ("a**", "a", plain, false), ("[", "[", plain, false), ("[]", "[]", plain, false),
        ("a\\", "a\\", plain, false), ("a{2}", "aa", plain, false), ("^a$", "a", plain, false),
    ]) func `is held against patterns`(
        _ accepted: String, _ typed: String, _ comparison: TextComparison, _ fits: Bool
    ) throws {
        try check(accepted, .pattern, typed, comparison, fits)
    }

    private func check(
        _ accepted: String, _ form: AcceptedText.Form, _ typed: String,
        _ comparison: TextComparison, _ fits: Bool
    ) throws {
        let item = try Sample.item(accepting: accepted, as: form, comparedBy: comparison)
        let grade = try item.grade(Answer([.typed(typed)]))
        #expect(grade.marks.earned == (fits ? .one : .zero))
    }

    /// Some of these take a backtracking matcher longer than there is time; none takes us a minute.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            (.wildcard, "*a*a*a*b", "a", "b"), (.wildcard, "?*?*x", "a", "x"),
            (.pattern, "(a*)*b", "a", "b"), (.pattern, "(a|a)*(a|a)*b", "a", "b"),
            (.pattern, "(a?a?a?a?)*aaaab", "a", "b"), (.text, "a", "a", "b"),
            (.pattern, ".*\u{301}", "\u{301}", "b"),
        ] as [(AcceptedText.Form, String, String, String)]
    ) func `of a hundred thousand letters is judged in a moment`(
        _ form: AcceptedText.Form, _ accepted: String, _ letter: String, _ last: String
    ) throws {
        let item = try Sample.item(accepting: accepted, as: form)
        let long = String(repeating: letter, count: 100_000)
        #expect(try item.grade(Answer([.typed(long)])).outcome == .wrong)
        let fits = form != .text && letter != "\u{301}"
        let short = String(repeating: letter, count: 1_000) + last
        #expect(try (item.grade(Answer([.typed(short)])).outcome == .right) == fits)
    }

    @Test func `is held against parentheses a hundred thousand deep`() throws {
        let deep = String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000)
        let item = try Sample.item(accepting: deep + "a", as: .pattern)
        #expect(try item.grade(Answer([.typed("a")])).outcome == .right)
        #expect(try item.grade(Answer([.typed("b")])).outcome == .wrong)
    }

    @Test func `that fits twice earns the better of both, wherever that stands`() throws {
        let item = try Sample.item(
            """
            <short-text><accept match="wildcard" credit="25%">*tea*</accept><accept>green tea</accept>
            <accept match="pattern" credit="50%">.+ tea</accept></short-text>
            """)
        for (typed, earned) in [("green tea", 12), ("black tea", 6), ("teapot", 3), ("te", 0)] {
            #expect(try item.grade(Answer([.typed(typed)])).marks.earned == Rational(earned))
        }
    }
}
