import Assessment
import Foundation
import TestSupport
import Testing

/// Every way out of the program, judged by the same strings.
@Suite struct `Hostile strings` {
    struct Output: Sendable, CustomTestStringConvertible {
        let name: String
        let escape: @Sendable (String) -> String
        let expected: @Sendable (HostileStrings.Case) -> String?

        var testDescription: String { name }
    }

    @Test(
        .enabled(if: HostileStrings.url != nil, "the shared corpus is not here"),
        arguments: [
            Output(name: "terminal", escape: { $0.terminalSafe() }, expected: \.terminal),
            Output(name: "log", escape: { $0.logSafe() }, expected: \.log),
            Output(name: "html", escape: { $0.htmlSafe() }, expected: \.html),
            Output(name: "csv", escape: { CSV.cell($0).written }, expected: \.csv),
            Output(name: "filename", escape: { $0.fileNameSafe() }, expected: \.filename),
        ])
    func `come out of each output as the corpus says`(_ output: Output) throws {
        let cases = try HostileStrings.cases()
        let texts = cases.compactMap(\.text)
        #expect(texts.count > 60)
        #expect(cases.filter { output.expected($0) == nil }.allSatisfy { $0.text == nil })
        for row in cases {
            guard let text = row.text else { continue }
            let expected = try #require(output.expected(row))
            #expect(output.escape(text).isSame(as: expected), "\(row.id)")
        }
        #expect(Set(texts.map { $0.fileNameSafe().lowercased() }).count == texts.count)
    }

    @Test(arguments: [
        ("Ana López", "Ana López"), ("a\r\nb\u{85}c\u{2028}", "a\\u{D}\\u{A}b\\u{85}c\\u{2028}"),
        ("\u{1B}\u{301}[2J\u{9B}31m", "\\u{1B}\u{301}[2J\\u{9B}31m"),
        ("\u{202E}txt\u{2069}", "\\u{202E}txt\\u{2069}"),
    ])
    func `stay within one line of a log`(_ text: String, _ expected: String) {
        #expect(text.logSafe().isSame(as: expected))
    }

    @Test(arguments: [
        ("plain 1-2 text", "plain 1-2 text"), ("<b>&lt;", "&lt;b&gt;&amp;lt;"),
        ("\"\u{301} x='1'", "&quot;\u{301} x=&#39;1&#39;"),
        ("<\u{338}&\u{301}", "&lt;\u{338}&amp;\u{301}"),
        ("a\r\n\tb", "a\\u{D}\n\tb"), ("\u{9B}\u{85}\u{7F}\u{0}", "\\u{9B}\\u{85}\\u{7F}\\u{0}"),
        ("\u{202E}a\u{2066}\u{FFFE}", "\\u{202E}a\\u{2066}\\u{FFFE}"), ("👩‍🚀", "👩‍🚀"),
    ])
    func `are text and nothing else on a page`(_ text: String, _ expected: String) {
        #expect(text.htmlSafe().isSame(as: expected))
    }

    @Test func `are what a reader of HTML finds in an element and in an attribute`() throws {
        let pages = try HostileStrings.texts().map { text in
            let shown = text.unicodeScalars.map {
                $0 == "\n" || $0 == "\t" ? String($0) : String($0).terminalSafe()
            }
            let safe = text.htmlSafe()
            return [shown.joined(), "<p title=\"\(safe)\" lang='\(safe)'>\(safe)</p>"]
        }
        try expectPythonFindsNoFault(
            in: pages,
            """
            from html.parser import HTMLParser
            class Reader(HTMLParser):
                def handle_starttag(self, tag, attributes): seen.append((tag, attributes))
                def handle_data(self, data): seen.append(data)
                def handle_endtag(self, tag): seen.append('/' + tag)
                def handle_comment(self, data): seen.append('comment')
                def handle_decl(self, data): seen.append('declaration')
                def handle_pi(self, data): seen.append('instruction')
            for text, page in rows:
                seen = []
                reader = Reader(); reader.feed(page); reader.close()
                expected = [('p', [('title', text), ('lang', text)])]
                expected += [text, '/p'] if text else ['/p']
                if seen != expected: print(ascii(text), ascii(seen))
            """)
    }

    struct FileName: Sendable, CustomTestStringConvertible {
        let text: String
        let slug: String

        var testDescription: String { slug }
    }

    @Test(arguments: [
        FileName(text: "Ana López", slug: "Ana-Lopez"),
        FileName(text: "Ana Lo\u{301}pez", slug: "Ana-Lopez"),
        FileName(
            text: "Nguyễn Ǣ Łódź Þór Æsir Groß Sığ", slug: "Nguyen-AE-Lodz-Thor-AEsir-Gross-Sig"),
        FileName(text: "ŉ ŋ ƿ ʒ", slug: "n-n"), FileName(text: "a\u{A0}b–c", slug: "a-bc"),
        FileName(text: "..", slug: "x"), FileName(text: "", slug: "x"),
        FileName(text: "../etc\u{0}/passwd", slug: "etc-passwd"),
        FileName(text: "-_-rf", slug: "rf"), FileName(text: "con.txt ", slug: "con-txt"),
        FileName(text: "日本", slug: "x"), FileName(text: "日-本7", slug: "7"),
        FileName(text: "/\u{301}a.\u{301}b", slug: "a-b"),
        FileName(text: String(repeating: "a", count: 100), slug: String(repeating: "a", count: 40)),
        FileName(
            text: String(repeating: "a", count: 39) + " b",
            slug: String(repeating: "a", count: 39)),
        FileName(
            text: String(repeating: "a", count: 39) + "ß",
            slug: String(repeating: "a", count: 39) + "s"),
    ])
    func `become names that every file system takes`(_ row: FileName) {
        let hash = Digest.sha256(Array(row.text.utf8)).hex.prefix(8)
        #expect(row.text.fileNameSafe() == "\(row.slug)-\(hash)")
    }
}
