import Assessment
import MarkupReading
import Testing

@Suite struct `Characters that readers would not see` {
    @Test(arguments: [
        Marked("accept", "<a>日本語 العربية עברית Ελληνικά हिन्दी ไทย 한국어</a>"),
        Marked("accept", "<a>family 👨‍👩‍👧 👩🏽‍🚀 ❤️‍🔥 👁️‍🗨️ flags 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇫🇷 1️⃣</a>"),
        Marked("accept", "<a>می‌خواهم क्‍ष</a>"),
        Marked("accept", "<a>א\u{200F}!</a>"),
        Marked("accept", "<a>e\u{301}\u{302}\u{303} Việt 葛\u{E0100}</a>"),
        Marked("accept", "<a>&#160;</a>"),
        Marked("accept", "<a>x\n\ty</a>"),
        Marked("unsafe-char", "<a>Q ‸\u{202E}abc\u{202C}</a>"),
        Marked("unsafe-char", "<a>Q &amp;\r\n‸\u{2066}abc</a>"),
        Marked("unsafe-char", "<a>abc‸\u{200F}</a>"),
        Marked("unsafe-char", "<a>pass‸\u{200B}word</a>"),
        Marked("unsafe-char", "<a>a‸&#xFEFF;b</a>"),
        Marked("unsafe-char", "<a>co‸\u{AD}op</a>"),
        Marked("unsafe-char", "<a>a‸\u{E0041}b</a>"),
        Marked("unsafe-char", "<a>🏴‸\u{E0067}\u{E0062}b</a>"),
        Marked("unsafe-char", "<a>a‸\u{E000}b</a>"),
        Marked("unsafe-char", "<a>a‸\u{F0000}b</a>"),
        Marked("unsafe-char", "<a>‸\u{FFF9}a\u{FFFB}b</a>"),
        Marked("unsafe-char", "<a>a‸\u{3164}b</a>"),
        Marked("unsafe-char", "<a>a‸\u{200D}b</a>"),
        Marked("unsafe-char", "<a>a‸\u{2060}b</a>"),
        Marked("unsafe-char", "<a>Z" + String(repeating: "\u{301}", count: 8) + "‸\u{301}</a>"),
        Marked("unsafe-char", "<a b='1‸&#x200B;'/>"),
        Marked("unsafe-char", "<a xml:lang='en' b='1'>x<b c='&amp;&#38;y‸\u{202E}'/></a>"),
        Marked("invisible-text", "<a> ‸\u{200B}\u{2060} </a>"),
        Marked("invisible-text", "<a>‸\u{3164}</a>"),
        Marked("invisible-text", "<a>\n<!-- x -->‸&#x200B;</a>"),
    ]) func `are found where they stand, and fine where writing needs them`(_ row: Marked) {
        let reading = Reading(bytes: row.bytes)
        #expect((reading.first?.code.rawValue ?? "accept") == row.code)
        #expect(reading.first?.offset == row.offset)
        #expect(reading.isWhole)
    }

    @Test func `are found in their attribute where another one has a name of none`() {
        let row = Marked("unsafe-char", "<a xmlns:='u' b='x' c='1‸&#x200B;&#9;'/>")
        let hidden = Reading(bytes: row.bytes).diagnostics.found.first {
            $0.code.rawValue == row.code
        }
        #expect(hidden?.offset == row.offset)
    }

    @Test func `can be made warnings, for banks that come from elsewhere`() {
        let source = SourceText(name: "x", bytes: Array("<a>pass\u{200B}word &#13;</a>".utf8))
        var diagnostics = Diagnostics()
        let tree = MarkupReader.tree(source, hiddenCharacters: .warning, into: &diagnostics)
        #expect(tree?.text == "pass\u{200B}word \r")
        #expect(diagnostics.found.map(\.severity) == [.warning])
    }
}
