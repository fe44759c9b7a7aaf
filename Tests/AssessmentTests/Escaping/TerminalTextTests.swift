import Assessment
import Testing

@Suite struct `Text for a terminal` {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let shown: String

        var testDescription: String { shown }
    }

    @Test(arguments: [
        Row(text: "Ana López", shown: "Ana López"),
        Row(text: "\u{1B}[2J", shown: "\\u{1B}[2J"),
        Row(text: "\u{9B}31m", shown: "\\u{9B}31m"),
        Row(text: "a\u{7F}\u{85}b", shown: "a\\u{7F}\\u{85}b"),
        Row(text: "a\r\nb\tc", shown: "a\\u{D}\\u{A}b\\u{9}c"),
        Row(text: "\u{1B}\u{301}[2J", shown: "\\u{1B}\u{301}[2J"),
        Row(text: "\u{202E}txt\u{2066}\u{200F}", shown: "\\u{202E}txt\\u{2066}\\u{200F}"),
        Row(text: "a\u{2028}b\u{2029}", shown: "a\\u{2028}b\\u{2029}"),
        Row(text: "a\u{200B}\u{AD}\u{FEFF}b", shown: "a\\u{200B}\\u{AD}\\u{FEFF}b"),
        Row(text: "a\u{FFFE}\u{1FFFF}", shown: "a\\u{FFFE}\\u{1FFFF}"),
        Row(text: "\u{E0041}", shown: "\\u{E0041}"),
        Row(text: "👩‍🚀 می‌خواهم क्‍ष", shown: "👩‍🚀 می‌خواهم क्‍ष"),
        Row(text: "", shown: ""),
    ]) func `spells out what a terminal would act on or hide`(_ row: Row) {
        #expect(Array(row.text.terminalSafe().unicodeScalars) == Array(row.shown.unicodeScalars))
    }

    @Test func `is all that a diagnostic says, whatever it quotes`() {
        let fault = Diagnostic(.error, "fault", "'\u{1B}[2J' is wrong", advice: "try '\u{202E}\n'")
        #expect(fault.message == "'\\u{1B}[2J' is wrong")
        #expect(fault.advice == "try '\\u{202E}\\u{A}'")
    }

    @Test func `keeps line breaks where it is asked to, and only LF`() {
        #expect("a\n\r\u{1B}b".terminalSafe(keepingLineBreaks: true) == "a\n\\u{D}\\u{1B}b")
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한글", 4), ("ﾊﾝ", 2), ("Ａ", 2),
        ("👍", 2), ("👍🏽", 2), ("👩‍🚀", 2), ("👨‍👩‍👧", 2), ("🇫🇷", 2), ("❤️", 2), ("❤", 1), ("‍", 0), ("☕", 2),
        ("한", 2), ("ก็", 1), ("\u{9B}", 0), ("→…“”", 4), ("𝔸", 1), ("𠀀", 2), ("a\u{200B}b", 2),
    ]) func `is measured in columns`(_ text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }
}
