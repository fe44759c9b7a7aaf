import Assessment
import MarkupReading
import Testing

@Suite struct `A located tree` {
    private func tree(_ text: String) -> Markup.Element? {
        var diagnostics = Diagnostics()
        return MarkupReader.tree(SourceText(name: "x", bytes: Array(text.utf8)), into: &diagnostics)
    }

    @Test func `holds elements, attributes and text with their offsets`() {
        let text = "<?xml version='1.0'?>\n<a  x='1'\n y = \"é&amp;\"><b/>t<c>u</c></a>"
        #expect(
            tree(text)
                == Markup.Element(
                    name: "a",
                    attributes: [
                        .init(name: "x", value: "1", offset: 26, valueOffset: 29),
                        .init(name: "y", value: "é&", offset: 33, valueOffset: 38),
                    ],
                    children: [
                        .element(.init(name: "b", offset: 47, endOffset: 51)),
                        .text("t", offset: 51),
                        .element(
                            .init(
                                name: "c", children: [.text("u", offset: 55)], offset: 52,
                                endOffset: 60)),
                    ],
                    offset: 22, endOffset: 64))
    }

    @Test func `begins a tag of many lines at its first character`() throws {
        let text = "<a>\n  <b\n  c='d'\n  e='f'\n  >g</b></a>"
        let source = SourceText(name: "x", bytes: Array(text.utf8))
        var diagnostics = Diagnostics()
        let root = try #require(MarkupReader.tree(source, into: &diagnostics))
        for element in root.elements {
            diagnostics.error("here", "", at: element.offset)
            diagnostics.error("here", "", at: element.attribute("e")?.offset)
            diagnostics.error("here", "", at: element.textOffset)
        }
        diagnostics.locate(in: source)
        #expect(diagnostics.found.map { $0.place?.line } == [2, 4, 5])
        #expect(diagnostics.found.map { $0.place?.column } == [3, 3, 4])
    }

    struct TextRow: Sendable, CustomTestStringConvertible {
        let document: String
        let text: String
        let offset: Int

        var testDescription: String { document.debugDescription }
    }

    @Test(arguments: [
        TextRow(document: "<a>x</a>", text: "x", offset: 3),
        TextRow(document: "<a>\n  x</a>", text: "\n  x", offset: 6),
        TextRow(document: "<a>\r\n\r\nx</a>", text: "\n\nx", offset: 7),
        TextRow(document: "<a><![CDATA[x]]></a>", text: "x", offset: 12),
        TextRow(
            document: "<a>\n<![CDATA[ <b> &amp; ]]>&lt;</a>", text: "\n <b> &amp; <", offset: 14),
        TextRow(document: "<a><!-- no --> <?p no?>&#x20;y</a>", text: "  y", offset: 29),
        TextRow(document: "<a>x<!-- no -->y</a>", text: "xy", offset: 3),
        TextRow(document: "<a>&amp;&#233;</a>", text: "&é", offset: 3),
    ]) func `has text in one piece, decoded, from its first visible character`(_ row: TextRow) {
        let root = tree(row.document)
        #expect(root?.text == row.text)
        #expect(root?.textOffset == row.offset)
    }

    @Test(arguments: [
        ("&amp;", "&"), ("a&#38;b", "a&b"), ("&amp;#38;", "&#38;"), ("&amp;amp;", "&amp;"),
        ("&lt;&gt;&quot;&apos;", "<>\"'"), (" a\n\tb ", " a  b "), ("a&#10;b", "a\nb"),
        ("&#x1F600;", "😀"),
    ]) func `has the values of attributes decoded`(_ written: String, value: String) {
        #expect(tree("<a b=\"\(written)\"/>")?.attribute("b")?.value == value)
    }

    @Test func `knows namespaces, and keeps their declarations out of the attributes`() throws {
        let root = try #require(
            tree("<a xmlns='urn:a' xmlns:x='urn:x' x:b='1' c='2' xml:lang='en'><x:d/></a>"))
        #expect(root.namespace == "urn:a")
        #expect(root.attributes.map(\.name) == ["b", "c", "lang"])
        #expect(root.attributes.map(\.offset) == [33, 41, 47])
        #expect(root.attribute("b", namespace: "urn:x")?.value == "1")
        #expect(root.attribute("b") == nil)
        #expect(
            root.attribute("lang", namespace: "http://www.w3.org/XML/1998/namespace")?.value
                == "en")
        #expect(root.elements.map(\.namespace) == ["urn:x"])
    }

    @Test func `is none where the document is not well formed`() {
        #expect(tree("<a><b></a>") == nil)
        #expect(tree("") == nil)
    }

    @Test func `tells stray text from blanks`() {
        #expect(tree("<a> \n<b/>\t</a>")?.strayText == nil)
        #expect(tree("<a> \n<b/>\tx<c/>y</a>")?.strayText?.offset == 10)
    }
}
