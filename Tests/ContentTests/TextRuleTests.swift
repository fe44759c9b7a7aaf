import Assessment
import Content
import MarkupReading
import Testing

@Suite struct `The text of an element` {
    struct Row: Sendable, CustomTestStringConvertible {
        /// What stands between the tags of a description.
        let file: String
        let text: String
        var testDescription: String { file.debugDescription }

        init(_ file: String, _ text: String) {
            self.file = file
            self.text = text
        }
    }

    private static func bank(_ description: String) -> [UInt8] {
        Array(
            """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
            <description>\(description)</description>
            <item id="i"><prompt>?!</prompt><true-false key="true"/></item></bank>
            """.utf8)
    }

    private func read(_ bytes: [UInt8]) throws -> Bank {
        let (value, diagnostics) = ContentReading.read(bytes, as: .bank)
        #expect(diagnostics.found.map(\.summary) == [])
        guard case .bank(let bank) = try #require(value) else { throw NoBank() }
        return bank
    }

    private struct NoBank: Error {}

    @Test(arguments: [
        Row("plain", "plain"), Row("  plain \t", "plain"), Row("\n      plain\n   ", "plain"),
        Row("\n\tplain\n", "plain"), Row("one\ntwo", "one\ntwo"),
        Row("one\n     two\n     three\n  ", "one\ntwo\nthree"),
        Row("one\n     two\n       three", "one\ntwo\n  three"),
        Row("\n    one\n      two\n    three\n  ", "one\n  two\nthree"),
        Row("\n      one\n    two\n", "  one\ntwo"),
        Row("\n    one\n\n\n    two\n", "one\n\n\ntwo"),
        Row("\n\n \n    one\n    \n\n", "one"),
        Row("\n    one   \n    two\t \n", "one\ntwo"),
        Row("\n\tone\n\t\ttwo\n\tthree\n", "one\n\ttwo\nthree"),
        Row("\n\tone\n    two\n", "\tone\n    two"),
        Row("\n  \tone\n  \ttwo\n  three\n", "\tone\n\ttwo\nthree"),
        Row("\n    ```\n      code\n\n    ```\n", "```\n  code\n\n```"),
        Row("a<![CDATA[ `<b>` & ]]>c", "a `<b>` & c"),
        Row("<![CDATA[\n    one\n      two\n]]>", "one\n  two"),
        Row("<![CDATA[]]]]><![CDATA[>]]>", "]]>"), Row("]]&gt;", "]]>"),
        Row("&lt; &amp; &gt; &quot; &apos;", "< & > \" '"), Row("\"it's\"", "\"it's\""),
        Row("a &#65;&#x42;", "a AB"), Row("one<!-- no\nword -->two", "onetwo"),
        Row("one\r\ntwo\r\n", "one\ntwo"), Row("one\rtwo", "one\ntwo"),
        Row("a&#9;b&#10;c", "a\tb\nc"),
        Row("e\u{301} ﬁ 日本語 👩‍👩‍👧", "e\u{301} ﬁ 日本語 👩‍👩‍👧"),
        Row("\u{A0}one\u{A0}", "\u{A0}one\u{A0}"), Row("a  b", "a  b"),
        Row("| a  |\n| - |", "| a  |\n| - |"),
        Row("\n    - one\n      more\n    - two\n", "- one\n  more\n- two"),
        Row("1.\n    two", "1.\ntwo"),
    ])
    func `is freed of its layout, and is the same when written and read again`(_ row: Row) throws {
        let bank = try read(Self.bank(row.file))
        #expect(bank.description.map { Array($0.unicodeScalars) } == Array(row.text.unicodeScalars))
        let written = BankWriter.bytes(of: bank)
        let again = try read(written)
        #expect(again.description.map { Array($0.utf8) } == Array(row.text.utf8))
        #expect(BankWriter.bytes(of: again) == written)
        #expect(RelaxNG.faults(in: written, by: Schema.bank.bytes) == [])
    }

    @Test(arguments: [
        "a]]>b", "a & b", "a < b", "a&nbsp;b", "a&#0;b", "a\u{7}b", "a&#x1B;b", "a&#13;b",
        "a\u{202E}b",
    ])
    func `is refused where it is not what it looks like`(_ text: String) {
        let (_, diagnostics) = ContentReading.read(Self.bank(text), as: .bank)
        #expect(diagnostics.hasErrors)
    }

    @Test func `keeps its place beside feedback, however many lines either has`() throws {
        for (text, feedback) in [
            ("one", "two"), ("one\n  two\n\nthree", "four"), ("one", "```\n  x\n```\n\ny"),
            ("  one\ntwo", "  three\nfour"), ("one <two> & \"three\"", "]]>"),
            ("\tone\ntwo", "a\n\tb"),
        ] {
            let options = [
                Option(entry: Entry(id: try id("a"), text: text, feedback: feedback), isKey: true),
                Option(entry: Entry(id: try id("b"), text: "other")),
            ]
            var bank = try read(Self.bank("x"))
            bank.items[0].interactions = [Interaction(kind: .choose(ChooseOne(options: options)))]
            bank.items[0].hints = [text, feedback]
            var diagnostics = Diagnostics()
            let source = SourceText(name: "b", bytes: BankWriter.bytes(of: bank))
            #expect(BankReader.bank(from: source, into: &diagnostics) == bank)
        }
    }

    private func id<Named>(_ text: String) throws -> Identifier<Named> {
        try #require(Identifier(text))
    }

    @Test func `of an attribute keeps every sign it holds`() throws {
        let (value, _) = ContentReading.read(
            Array(
                """
                <score-sheet xmlns="urn:assay:rubric:1" id="s" rubric="r" rubric-version="1"
                submission=" a &lt;b> &amp; &quot;c&quot; 'd'&#9;&#10;&#13; " reviewer="Ж 日本"
                at="2026-05-01T10:00:00Z"/>
                """.utf8), as: .scoreSheet)
        guard case .sheet(let sheet) = value else { return #expect(Bool(false), "no sheet") }
        #expect(sheet.submission == " a <b> & \"c\" 'd'\t\n\r ")
        #expect(sheet.reviewer == "Ж 日本")
        let written = ScoreSheetWriter.bytes(of: sheet)
        #expect(ContentReading.read(written, as: .scoreSheet).0 == .sheet(sheet))
    }
}
