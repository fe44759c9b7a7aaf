import Assessment
import MarkupReading
import Testing

@Suite struct `The first fault of a file` {
    @Test(arguments: [
        Marked("accept", "<a/>"),
        Marked("accept", "\u{FEFF}<?xml version='1.0' encoding='utf-8'?>\r\n<a>x</a>\r\n"),
        Marked("accept", "<?xml version=\"1.0\" encoding=\"US-ASCII\" standalone=\"yes\"?><a/>"),
        Marked("accept", "<!-- <!DOCTYPE a> --><?p <!DOCTYPE a>?><a/>"),
        Marked("accept", "<a><![CDATA[<!DOCTYPE html>]]></a>"),
        Marked("accept", "<a b='x > y'>1 &lt; 2 &amp; &#233; &#x1F600;</a>"),
        Marked("empty-input", ""),
        Marked("empty-input", "\u{FEFF}"),
        Marked("empty-input", " \r\n\t\n"),
        Marked("xml-version", "<?xml version=\"‸1.1\"?>\n<a/>"),
        Marked("xml-version", "\u{FEFF}<?xml\n version = '‸2.0' ?><a/>"),
        Marked("encoding-declared", "<?xml version=\"1.0\" encoding=\"‸ISO-8859-1\"?>\n<a/>"),
        Marked("encoding-declared", "<?xml version='1.0' encoding='‸UTF-16'?><a/>"),
        Marked("encoding-declared", before: [], fault: [0xFF, 0xFE, 0x3C, 0]),
        Marked("encoding-declared", before: [], fault: [0xFE, 0xFF, 0, 0x3C]),
        Marked("encoding-declared", before: [], fault: [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C]),
        Marked("doctype", "‸<!DOCTYPE html><html/>"),
        Marked("doctype", "<!-- c -->\n‸<!DOCTYPE a [<!ENTITY b 'c'>]>\n<a>&b;</a>"),
        Marked("doctype", "<?p <!DOCTYPE?>\n\n‸<!DOCTYPE a><a/>"),
        Marked("control-char", "<a>\n x‸\u{0}y</a>"),
        Marked("control-char", "<a/>\n‸\u{0}<evil/>"),
        Marked("control-char", "<!-- ‸\u{1B}[2J --><a/>"),
        Marked("control-char", "<a b='x‸\u{9B}31m'/>"),
        Marked("control-char", "<a>‸\u{7F}</a>"),
        Marked("control-char", "<a>x‸\u{85}y\u{2028}</a>"),
        Marked("control-char", "<a>x‸\u{2029}y</a>"),
        Marked("control-char", "<a>x‸\u{FFFE}y</a>"),
        Marked("control-char", before: Array("<a>x".utf8), fault: [0xEF, 0xB7, 0x90]),
        Marked("control-char", "<a>é &amp; right‸&#13;wrong</a>"),
        Marked("control-char", "<a b='é &lt;\r\n‸&#x9b;'/>"),
        Marked("control-char", "<a>x<!-- &#13; --><![CDATA[ &#13; ]]>‸&#x2028;</a>"),
        Marked("control-char", "<a>‸&#xFDD0;</a>"),
        Marked("control-char", "PK‸\u{3}\u{4}"),
        Marked("encoding", before: Array("<a>".utf8), fault: [0xC0, 0xAF]),
        Marked("encoding", before: Array("<a>".utf8), fault: [0xED, 0xA0, 0x80]),
        Marked("encoding", before: Array("<a>".utf8), fault: [0xF4, 0x90, 0x80, 0x80]),
        Marked("encoding", before: Array("<a>".utf8), fault: [0xF8, 0x88, 0x80, 0x80, 0x80]),
        Marked("encoding", before: Array("<a>caf".utf8), fault: [0xE9, 0x3C]),
        Marked("encoding", before: Array("<a>caf".utf8), fault: [0xC3]),
        Marked("encoding", before: [], fault: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A]),
        Marked("encoding", before: Array("<a>".utf8), fault: [0x80]),
    ]) func `is named, and placed at its first character`(_ row: Marked) {
        let reading = Reading(bytes: row.bytes)
        #expect((reading.first?.code.rawValue ?? "accept") == row.code)
        #expect(reading.first?.offset == row.offset)
        #expect(reading.isWhole == !reading.diagnostics.hasErrors || row.code == "control-char")
    }

    struct Told: Sendable, CustomTestStringConvertible {
        let document: Marked
        let message: String

        var testDescription: String { document.testDescription }

        init(_ document: String, _ message: String) {
            self.document = Marked("xml-syntax", document)
            self.message = message
        }
    }

    @Test(arguments: [
        Told("<?xml version=\"1.0\"?>\n‸", "the file does not begin with a tag"),
        Told("‸hello<a/>", "the file does not begin with a tag"),
        Told("\u{FEFF}‸\u{FEFF}<a/>", "the file does not begin with a tag"),
        Told("<?xml ‸encoding='UTF-8'?><a/>", "the XML declaration is not written as it should be"),
        Told("<?xml version=‸1.0?><a/>", "the XML declaration is not written as it should be"),
        Told("<a ‸=''/>", "this is neither an attribute nor the end of the tag"),
        Told("<a/>\n‸trailing", "there is more after the end of the document"),
        Told("<a/>‸<b/>", "there is more after the end of the document"),
        Told("<a>\n<b>x</b>\n‸", "the file ends before <a>, opened on line 1, is closed"),
        Told("<a>\n<b\n>x‸</c ></a>", "the end tag </c> does not match <b>, opened on line 2"),
        Told(
            "<a>\n<x:b xmlns:x='u'>‸</b></a>",
            "the end tag </b> does not match <x:b>, opened on line 2"),
        Told("<a b='1' ‸b='2'/>", "the attribute 'b' stands twice in one tag"),
        Told("<a b=‸1/>", "the value of this attribute has no quotes"),
        Told(
            "<a b=‸“1”/>", "the quotes around this value are curly, as word processors make them"),
        Told(
            "<a b=‸‘1’/>", "the quotes around this value are curly, as word processors make them"),
        Told("<a b=‸…/>", "the value of this attribute has no quotes"),
        Told("<a b='x‸<y'/>", "a < stands in the value of an attribute"),
        Told("<a b='1'‸c='2'/>", "a space is missing between two attributes"),
        Told("<a>Q ‸& A</a>", "an & stands by itself"),
        Told("<a>&amp; Q‸&A and more</a>", "an & begins a reference that no ; ends"),
        Told("<a b='Q ‸& A'/>", "an & stands by itself"),
        Told("<a>1 ‸< 2</a>", "a < stands by itself"),
        Told("‸<!doctype a><a/>", "a < stands by itself"),
        Told("<a>x‸&nbsp;y</a>", "&nbsp; is no name that XML knows"),
        Told("<a b='‸&eacute;'/>", "&eacute; is no name that XML knows"),
        Told("<a>x‸&#0;y</a>", "this reference stands for no character that XML allows"),
        Told("<a>x‸&#xD800;y</a>", "this reference stands for no character that XML allows"),
        Told("<a>&lt;‸&#x110000;y</a>", "this reference stands for no character that XML allows"),
        Told("<a>x ‸]]> y</a>", "]]> stands in a text"),
        Told("<a>\n‸<!-- open\n</a>", "this comment is not closed"),
        Told("<a>\n‸<![CDATA[ open\n</a>", "this CDATA section is not closed"),
        Told("<a>\n‸<?p open\n</a>", "this <? is not closed"),
        Told("<!-- a ‸-- b --><a/>", "a comment holds --"),
        Told(
            " ‸<?xml version='1.0'?><a/>",
            "an XML declaration <?xml …?> may only be the very first thing in a file"),
        Told("<a>\n‸<b c='d", "the file ends within a tag"),
        Told("<a>\n‸<b c='d'", "the file ends within a tag"),
        Told("<a>\n‸<b", "the file ends within a tag"),
        Told("<a>\n‸</a", "the file ends within a tag"),
        Told("<a>\n‸<b c", "the file ends within a tag"),
        Told("<a>\n‸<x:y/></a>", "the prefix 'x' is not declared"),
        Told("<a>\n<y z='' ‸x:w=''/></a>", "the prefix 'x' is not declared"),
    ]) func `of syntax is told in plain words, at its place`(_ row: Told) throws {
        let reading = Reading(bytes: row.document.bytes)
        let first = try #require(reading.first)
        #expect(first.code == "xml-syntax")
        #expect(first.message == row.message)
        #expect(first.offset == row.document.offset)
        #expect(first.advice != nil)
        #expect(reading.diagnostics.found.count == 1)
    }

    @Test func `is shown with its line and a caret`() throws {
        let reading = Reading("<bank>\n\t<text>日本 & 語</text>\n</bank>")
        let place = try #require(reading.first?.place)
        #expect(place.line == 2)
        #expect(place.column == 11)
        #expect(place.excerpt?.text == "    <text>日本 & 語</text>")
        #expect(place.excerpt?.caretIndent == 15)
    }

    @Test func `is on the right line past line 65,535`() {
        let reading = Reading("<a>" + String(repeating: "\n", count: 69_999) + "  <b>\n</c></a>")
        #expect(reading.verdict == "xml-syntax 70001:1")
        #expect(
            reading.first?.message == "the end tag </c> does not match <b>, opened on line 70000")
    }

    @Test func `is on the right column of a long line`() {
        let reading = Reading("<a><!--" + String(repeating: "c", count: 2_000_000) + "-->&x;</a>")
        #expect(reading.verdict == "xml-syntax 1:2000011")
    }

    @Test func `does not hide those before it`() {
        let reading = Reading("<a><b>x\u{202E}y</b><b>\u{200B}</b><c></a>")
        #expect(
            reading.diagnostics.found.map(\.code)
                == ["unsafe-char", "invisible-text", "xml-syntax"])
    }

    @Test func `quotes the file only in safe characters`() {
        let reading = Reading("<a>\n<b\u{E0041}></c\u{E0042}></a>")
        #expect(
            reading.first?.message
                == "the end tag </c\\u{E0042}> does not match <b\\u{E0041}>, opened on line 2")
    }
}
