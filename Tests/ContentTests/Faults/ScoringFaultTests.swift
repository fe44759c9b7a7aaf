import Assessment
import Content
import Testing

@Suite struct `A fault in how a rubric scores` {
    @Test(arguments: [
        profile(
            "dangling-id", #"‸<target criterion="dept" level="top"/>"#, "did you mean 'depth'?"),
        profile("dangling-id", #"‸<target criterion="depth" level="tip"/>"#),
        profile("unreachable", #"‸<target criterion="depth" points="3"/>"#),
        profile("unreachable", #"‸<target criterion="count" points="-1"/>"#),
        profile("unreachable", #"‸<target criterion="count" points="9.5"/>"#),
        profile("bad-value", #"‸<target criterion="count" level="top"/>"#),
        profile("missing-attribute", #"‸<target criterion="depth"/>"#),
        profile("missing-attribute", #"‸<target level="top"/>"#),
        profile("bad-value", #"<target criterion="depth" level="top" ‸points="1"/>"#),
        profile("bad-value", #"<target criterion="depth" level="top" ‸priority="high"/>"#),
        profile("empty-text", #"<target criterion="depth" level="top" ‸timeline=" "/>"#),
        .beside("missing-element", #"‸<profile id="p"><title>P</title></profile>"#),
        .beside("duplicate-id", twoProfiles),
    ])
    func `in a profile is found`(_ fault: Fault) { fault.expect() }

    private static let twoProfiles = ["<profile id=\"p\">", "‸<profile id=\"P\">"].map {
        "\($0)<title>P</title><target criterion=\"depth\" level=\"top\"/></profile>"
    }.joined()

    private static func profile(_ code: String, _ target: String, _ advice: String? = nil) -> Fault
    {
        .rubric(
            code,
            """
            <criteria combine="mean">
            <criterion id="depth" kind="levels" scale="s"><title>Depth</title></criterion>
            <criterion id="count" kind="points" min="0" max="9"><title>C</title></criterion>
            </criteria><profile id="p"><title>P</title>\(target)</profile>
            """, advice: advice)
    }

    @Test(arguments: [
        Fault.verdict(
            "unreachable", #"id="a" min="80%""#, #"‸id="b" min="80%""#, #"id="c" min="0""#),
        .verdict("unreachable", #"id="a" min="60%""#, #"‸id="b" min="80%""#, #"id="c" min="0""#),
        .verdict("unreachable", #"id="a" min="80%""#, #"‸id="b" min="0.01%""#),
        .verdict("unreachable", #"id="a" any="low""#, #"‸id="b" all="top""#),
        .verdict("unreachable", #"id="a" min="0%""#, #"‸id="b" otherwise="yes""#),
        .verdict("unreachable", #"id="a" otherwise="yes""#, #"‸id="b" any="low""#),
        .verdict("dangling-id", #"‸id="a" any="lowest""#, #"id="b" otherwise="yes""#),
        .verdict("dangling-id", #"‸id="a" all="Top""#, #"id="b" otherwise="yes""#),
        .verdict("unreachable", #"id="a" min="9%""#, #"id="b" otherwise="yes" ‸passes="yes""#),
        .verdict("unreachable", #"‸id="a" min="0%" passes="yes""#),
        .verdict("bad-value", #"id="a" min="9%" ‸passes="1""#, #"id="b" otherwise="yes""#),
        .rubric(
            "warning: unused",
            """
            <criteria combine="mean"><criterion id="depth" kind="check" scale="s"><title>D</title>
            <gate min-level="mid">G</gate></criterion></criteria>
            <verdict>‸<band id="a" min="0"><label>B</label></band></verdict>
            """),
        .verdict("bad-number", #"id="a" ‸min="101%""#),
        .verdict("bad-value", #"id="a" ‸otherwise="no""#),
        .verdict("missing-attribute", #"‸id="a""#),
        .verdict("bad-value", #"‸id="a" min="0" any="low""#),
        .verdict("duplicate-id", #"id="a" min="50%""#, #"‸id="A" min="0""#),
        .beside("missing-element", "‸<verdict/>"),
        .beside("missing-element", #"<verdict>‸<band id="a" min="0"/></verdict>"#),
    ])
    func `in a verdict is found`(_ fault: Fault) { fault.expect() }

    @Test(arguments: [
        Fault.beside("quorum", panel("‸", #"quorum="3""#, #"<seat id="a" role="r" min="2"/>"#)),
        .beside("weights", panel("‸", #"quorum="1" combine="weighted-mean""#)),
        .beside("quorum", panel("‸", #"quorum="2" combine="trimmed-mean""#)),
        .beside("warning: unused", panel("‸", #"quorum="2" on-disagreement="adjudicate""#)),
        .beside("missing-attribute", panel("‸", "")),
        .beside("bad-number", panel("", #"‸quorum="0""#)),
        .beside("bad-number", panel("", #"‸quorum="101""#)),
        .beside("bad-value", panel("", #"quorum="1" ‸combine="sum""#)),
        .beside("bad-value", panel("", #"quorum="1" ‸level="mark""#)),
        .beside("bad-value", panel("", #"quorum="1" ‸sealed="0""#)),
        .beside("bad-value", panel("", #"quorum="1" ‸blind="triple""#)),
        .beside("bad-number", panel("", #"quorum="1" ‸tolerance-total="2""#)),
        .beside("bad-number", panel("", #"quorum="1" ‸tolerance-levels="1%""#)),
        .beside("bad-value", panel("", #"quorum="1" ‸on-disagreement="ask""#)),
        .beside("bad-value", panel("", #"quorum="1" ‸adjudication="last""#)),
        .beside("bad-value", panel("", #"quorum="1" ‸severity="on""#)),
        .beside("missing-attribute", panel("", #"quorum="1""#, #"‸<seat id="a"/>"#)),
        .beside("bad-number", panel("", #"quorum="1""#, #"<seat id="a" role="r" ‸weight="0"/>"#)),
        .beside(
            "duplicate-id",
            panel("", #"quorum="1""#, #"<seat id="a" role="r"/>‸<seat id="a" role="s"/>"#)),
        .beside(
            "bad-value", panel("", #"quorum="1""#, #"<conflict id="a" ‸action="x">C</conflict>"#)),
        .beside("missing-attribute", panel("", #"quorum="1""#, #"‸<calibration exact="60%"/>"#)),
        .beside("bad-number", panel("", #"quorum="1""#, #"<calibration anchors="3" ‸exact="x"/>"#)),
    ])
    func `in a panel is found`(_ fault: Fault) { fault.expect() }

    private static func panel(_ mark: String, _ attributes: String, _ text: String = "") -> String {
        "\(mark)<panel \(attributes)>\(text)</panel>"
    }

    @Test(arguments: [
        Fault.beside("unreachable", gaps(#"<class id="b" ‸max="2">B</class>"#)),
        .beside("unreachable", gaps(#"‸<class id="b">B</class><class id="c">C</class>"#)),
        .beside("unreachable", gaps(#"<class id="b" ‸max="1">B</class><class id="c">C</class>"#)),
        .beside("duplicate-id", gaps(#"‸<class id="A">B</class>"#)),
        .beside("bad-number", gaps(#"<class id="b" ‸max="x">B</class><class id="c">C</class>"#)),
        .beside("empty-text", gaps(#"‸<class id="b"/>"#)),
        .beside("missing-element", "‸<gaps/>"),
        .beside("bad-number", #"<gaps ‸priority-over="1%"><class id="a">A</class></gaps>"#),
        .beside("bad-value", #"<scoring ‸base="one"/>"#),
        .beside("bad-value", #"<scoring ‸missing="skip"/>"#),
        .beside("bad-number", #"<scoring ‸min-assessed-weight="175%"/>"#),
        .beside("bad-number", #"<scoring ‸display-decimals="7"/>"#),
        .beside("bad-number", #"<source id="a" ‸min-respondents="0"><title>A</title></source>"#),
        .beside("bad-number", #"<source id="a" ‸weight="-1"><title>A</title></source>"#),
        .beside("bad-value", #"<source id="a" ‸self="me"><title>A</title></source>"#),
        .beside("missing-element", #"‸<source id="a"/>"#),
        .beside(
            "duplicate-id",
            "<source id=\"a\"><title>A</title></source>‸<source id=\"A\"><title>B</title></source>"),
        .document(
            "warning: unused", .rubric,
            """
            ‸<rubric xmlns="urn:assay:rubric:1" id="r" version="1" subjects="many"><title>R</title>
            <criteria combine="mean"><criterion id="c" kind="measure" target="1"><title>C</title>
            </criterion></criteria><panel quorum="1" combine="vote"/></rubric>
            """),
        .document(
            "version", .rubric, #"‸<rubric xmlns="urn:assay:rubric:12" id="r" version="1"/>"#),
        .document("unknown-element", .rubric, #"‸<score-sheet xmlns="urn:assay:rubric:1"/>"#),
    ])
    func `in gaps, sources and the rest is found`(_ fault: Fault) { fault.expect() }

    private static func gaps(_ classes: String) -> String {
        "<gaps><class id=\"a\" max=\"1\">A</class>\(classes)</gaps>"
    }
}
