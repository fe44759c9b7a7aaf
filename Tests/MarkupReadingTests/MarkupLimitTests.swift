import Assessment
import MarkupReading
import Testing

@Suite struct `A file past a limit` {
    struct Row: Sendable, CustomTestStringConvertible {
        let document: String
        /// Where the fault is, or nil where the file just fits.
        let place: String?
        let flag: String

        var testDescription: String { "\(flag) \(document.prefix(40).debugDescription)" }

        init(_ flag: String, _ document: String, at place: String? = nil) {
            self.flag = flag
            self.document = document
            self.place = place
        }
    }

    private static func text(_ count: Int) -> String { String(repeating: "x", count: count) }

    @Test(arguments: [
        Row("--max-bytes", "<a>\n" + text(992) + "</a>"),
        Row("--max-bytes", "<a>\n" + text(993) + "</a>", at: "too-large"),
        Row("--max-tag", "<a>\n<b c='" + text(91) + "'/></a>"),
        Row("--max-tag", "<a>\n<b c='" + text(92) + "'/></a>", at: "too-large 2:1"),
        Row("--max-tag", "<a>\n</" + text(200) + ">", at: "too-large 2:1"),
        Row("--max-tag", "<a>\n <b c='>" + text(90) + ">'/></a>", at: "too-large 2:2"),
        Row("--max-depth", "<a><a><a>x</a></a></a>"),
        Row("--max-depth", "<a><a><a>\n <a>x</a></a></a></a>", at: "too-large 2:2"),
        Row("--max-attributes", "<a b='' c='' d='' e=''/>"),
        Row("--max-attributes", "<a>\n<a b='' c='' d='' e='' f=''/></a>", at: "too-large 2:1"),
        Row("--max-attributes", "<a xmlns='u' xmlns:b='u' c='' d='' f=''/>", at: "too-large 1:1"),
        Row("--max-text", "<a>\n" + text(49) + "<b/>" + text(50) + "</a>"),
        Row("--max-text", "<a>x<b>" + text(51) + "</b></a>", at: "too-large 1:8"),
        Row("--max-text", "<a>" + text(20) + "<!-- c -->" + text(31) + "</a>", at: "too-large 1:4"),
        Row("--max-text", "<a><![CDATA[" + text(41) + "]]></a>", at: "too-large 1:4"),
        Row("--max-text", "<a/>\n" + text(50).replacing("x", with: " "), at: "too-large 1:5"),
        Row("--max-text", "<a><!--" + text(393) + "--></a>"),
        Row("--max-text", "<a><!--" + text(394) + "--></a>", at: "too-large 1:4"),
        Row("--max-text", "<?p " + text(395) + "?><a/>", at: "too-large 1:1"),
    ]) func `is refused at its place, with the flag that lets it through`(_ row: Row) {
        var limits = MarkupLimits()
        limits.bytes = 1_000
        limits.tagBytes = 100
        limits.depth = 3
        limits.attributes = 4
        limits.textBytes = row.flag == "--max-text" ? 50 : 10_000
        let reading = Reading(row.document, limits: limits)
        #expect(reading.verdict == row.place ?? "accept")
        if row.place != nil {
            #expect(reading.first?.advice?.contains(row.flag) == true)
        }
    }

    @Test(arguments: [
        ("<a " + (0..<500_000).map { "a\($0)='' " }.joined() + "/>", "too-large 1:1"),
        ("<a>" + String(repeating: "<a>", count: 200_000), "too-large 1:97"),
        (String(repeating: "<", count: 2_000_000), "too-large 1:1"),
        (String(repeating: "<a b='", count: 300_000), "xml-syntax 1:7"),
        ("<a>" + String(repeating: "&#x41;", count: 160_000) + "</a>", "accept"),
        ("<a>" + String(repeating: "<![CDATA[x]]>", count: 80_000) + "</a>", "accept"),
        ("<a>" + String(repeating: "<!---->", count: 100_000) + "&x;</a>", "xml-syntax 1:700004"),
        ("<a>" + String(repeating: "x\u{200B}<b/>", count: 50_000) + "</a>", "unsafe-char 1:5"),
    ]) func `costs no more than its length`(_ document: String, verdict: String) {
        let reading = Reading(document)
        #expect(reading.verdict == verdict)
    }
}
