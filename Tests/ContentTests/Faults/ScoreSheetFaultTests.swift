import Assessment
import Content
import MarkupReading
import TestSupport
import Testing

@Suite struct `A fault in a score sheet` {
    private static let tag =
        #"id="s" rubric="r" rubric-version="1" submission="w" reviewer="me" at="2026-05-01T10:00:00Z""#

    private static func sheet(_ code: String, _ text: String) -> Fault {
        root(code, tag, text)
    }

    private static func root(_ code: String, _ attributes: String, _ text: String = "") -> Fault {
        let mark = attributes.hasPrefix("‸ ") ? "‸" : ""
        let attributes = mark.isEmpty ? attributes : String(attributes.dropFirst())
        return .document(
            code, .scoreSheet,
            "\(mark)<score-sheet xmlns=\"urn:assay:rubric:1\" \(attributes)>\(text)</score-sheet>")
    }

    @Test(arguments: [
        sheet("duplicate-id", #"<mark criterion="a" level="x"/>‸<mark criterion="A" level="y"/>"#),
        sheet(
            "duplicate-id",
            #"<mark criterion="a" subject="t" level="x"/>‸<mark criterion="a" subject="t" level="x"/>"#
        ),
        sheet("bad-value", #"‸<mark criterion="a" level="x" points="1"/>"#),
        sheet("bad-value", #"‸<mark criterion="a" points="1" denominator="2"/>"#),
        sheet(
            "bad-value",
            #"‸<mark criterion="a" numerator="1" denominator="2" not-applicable="yes"/>"#),
        sheet("missing-attribute", #"‸<mark criterion="a" numerator="1"/>"#),
        sheet("missing-attribute", #"‸<mark criterion="a" denominator="1"/>"#),
        sheet("bad-number", #"<mark criterion="a" numerator="1" ‸denominator="-1"/>"#),
        sheet("bad-number", #"<mark criterion="a" ‸points="5%"/>"#),
        sheet("bad-value", #"<mark criterion="a" ‸not-applicable="no"/>"#),
        sheet("missing-attribute", #"‸<mark level="x"/>"#),
        sheet("bad-id", #"<mark ‸criterion="a b" level="x"/>"#),
        sheet("empty-text", #"<mark criterion="a" ‸subject="" level="x"/>"#),
        sheet("missing-attribute", #"<mark criterion="a" level="x">‸<evidence kind="k"/></mark>"#),
        sheet("bad-id", #"<mark criterion="a" level="x"><use ‸statement="!"/></mark>"#),
        sheet("duplicate-element", "<overall>A</overall>‸<overall>B</overall>"),
        sheet("missing-attribute", "‸<declaration/>"),
        sheet("empty-text", #"<declaration ‸conflict=" "/>"#),
        root("missing-attribute", "‸ " + tag.replacing(#"reviewer="me""#, with: "")),
        root("empty-text", tag.replacing("submission=\"w\"", with: "‸submission=\"\"")),
        root("bad-value", tag + #" ‸status="open""#), root("bad-id", tag + #" ‸supersedes="..""#),
        root("unknown-attribute", tag + #" ‸version="1""#),
        root("bad-value", tag.replacing("rubric-version=\"1\"", with: "‸rubric-version=\"v1\"")),
    ])
    func `is found without its rubric`(_ fault: Fault) { fault.expect() }

    @Test(arguments: [
        "2026-05-01", "2026-05-01T10:00:00", "2026-05-01T10:00:00+02:00", "2026-05-01T10:00:00.5Z",
        "2026-13-01T10:00:00Z", "2026-00-01T10:00:00Z", "2026-04-31T10:00:00Z",
        "2026-02-29T10:00:00Z", "2100-02-29T10:00:00Z", "2026-05-00T10:00:00Z",
        "2026-05-01T24:00:00Z", "2026-05-01T10:60:00Z", "2026-05-01T10:00:60Z", "today",
        "２026-05-01T10:00:00Z",
    ])
    func `is found in a time that no clock shows`(_ time: String) {
        Self.root(
            "bad-value", Self.tag.replacing("at=\"2026-05-01T10:00:00Z\"", with: "‸at=\"\(time)\"")
        )
        .expect()
    }

    @Test(arguments: ["2028-02-29T23:59:59Z", "2000-02-29T00:00:00Z", "2026-12-31T00:00:00Z"])
    func `is not found in a time that is one`(_ time: String) {
        let fault = Self.root("-", Self.tag.replacing("2026-05-01T10:00:00Z", with: time))
        #expect(fault.read().found.map(\.summary) == [])
    }

    // MARK: With its rubric

    private static let rubric = """
        <rubric xmlns="urn:assay:rubric:1" id="r" version="1"><title>R</title>
        <scale id="s"><level id="low" points="0"><label>L</label></level>
        <level id="top" points="2"><label>T</label></level></scale>
        <criteria combine="mean">
        <criterion id="depth" kind="levels" scale="s"><title>D</title></criterion>
        <criterion id="style" kind="check" scale="s" not-applicable="allowed"><title>S</title></criterion>
        <criterion id="size" kind="points" min="1" max="9" step="0.5"><title>Z</title></criterion>
        <criterion id="on-time" kind="measure" target="1"><title>T</title></criterion>
        <criterion id="part" kind="share" target="1"><title>P</title></criterion>
        <criterion id="words" kind="text"><title>W</title></criterion></criteria></rubric>
        """

    private func read(_ fault: Fault, against rubric: [UInt8]) throws -> Diagnostics {
        var diagnostics = Diagnostics()
        let rubric = try #require(
            RubricReader.rubric(from: SourceText(name: "r", bytes: rubric), into: &diagnostics))
        _ = ScoreSheetReader.sheet(
            from: SourceText(name: "s", bytes: fault.parts.bytes), against: rubric,
            into: &diagnostics)
        return diagnostics
    }

    @Test(arguments: [
        (#"criterion="dept" level="low""#, "rubric 'r' has no criterion 'dept'"),
        (#"criterion="depth" level="mid""#, "criterion 'depth' has no level 'mid'"),
        (
            #"criterion="depth" not-applicable="yes""#,
            "criterion 'depth' has to be marked: it always applies"
        ),
        (
            #"criterion="depth" points="1""#,
            "criterion 'depth' is of kind 'levels', and the mark is not"
        ),
        (#"criterion="depth""#, "criterion 'depth' is of kind 'levels', and the mark is not"),
        (#"criterion="size" points="0.5""#, "criterion 'size' takes 1 to 9 points"),
        (#"criterion="size" points="9.5""#, "criterion 'size' takes 1 to 9 points"),
        (#"criterion="size" points="1.25""#, "criterion 'size' takes points in steps of 0.5"),
        (
            #"criterion="size" level="low""#,
            "criterion 'size' is of kind 'points', and the mark is not"
        ),
        (
            #"criterion="on-time" points="1""#,
            "criterion 'on-time' is of kind 'measure', and the mark is not"
        ),
        (
            #"criterion="words" level="low""#,
            "criterion 'words' is of kind 'text', and the mark is not"
        ),
    ])
    func `is found in a mark its rubric does not take`(_ mark: String, _ message: String) throws {
        let fault = Self.sheet("-", "<mark \(mark)/>")
        let found = try read(fault, against: Array(Self.rubric.utf8)).found
        #expect(found.map(\.message) == [message])
        #expect(fault.read().found == [], "only the rubric shows it")
    }

    @Test func `is found where the rubric is another`() throws {
        let other = Self.rubric.replacing("id=\"r\"", with: "id=\"q\"")
        let found = try read(Self.sheet("-", ""), against: Array(other.utf8)).found
        #expect(found.map(\.message) == ["the sheet is about rubric 'r', and this is 'q'"])
    }

    @Test func `is not found where every mark fits`() throws {
        let marks = Self.sheet(
            "-",
            """
            <mark criterion="depth" level="top"/><mark criterion="style" not-applicable="yes"/>
            <mark criterion="size" points="1.5"/><mark criterion="part" points="35"/>
            <mark criterion="on-time" numerator="9" denominator="10"/>
            <mark criterion="words"><comment>Fine.</comment></mark>
            """)
        #expect(try read(marks, against: Array(Self.rubric.utf8)).found == [])
        let sample = Fault.document(
            "-", .scoreSheet,
            String(
                decoding: try Project.bytes("Tests/ContentTests/Samples/sheet.xml"), as: UTF8.self))
        let rubric = try Project.bytes("Tests/ContentTests/Samples/every-criterion.xml")
        #expect(try read(sample, against: rubric).found == [])
    }
}
