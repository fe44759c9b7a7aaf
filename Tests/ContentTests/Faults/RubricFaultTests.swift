import Assessment
import Content
import Testing

@Suite struct `A fault in a rubric` {
    private static let levels = #"kind="levels" scale="s""#

    @Test(arguments: [
        scale("level-order", #"<level id="c" ‸points="1"><label>C</label></level>"#),
        scale("level-order", #"<level id="c" ‸points="0.5"><label>C</label></level>"#),
        scale(
            "level-order",
            """
            <level id="n" points="none"><label>N</label></level>
            <level id="c" ‸points="1"><label>C</label></level>
            """),
        scale("duplicate-id", #"‸<level id="A" points="2"><label>C</label></level>"#),
        scale("bad-number", #"<level id="c" ‸points="many"><label>C</label></level>"#),
        scale("missing-attribute", #"‸<level id="c"><label>C</label></level>"#),
        scale("missing-element", #"‸<level id="c" points="2"/>"#),
        other("missing-element", #"‸<scale id="t">"#, "</scale>", isUsed: true),
        other("warning: unused", #"‸<scale id="t">"#, two + "</scale>", isUsed: false),
        other("duplicate-id", #"‸<scale id="S">"#, two + "</scale>", isUsed: true),
    ])
    func `in a scale is found`(_ fault: Fault) { fault.expect() }

    private static let two = """
        <level id="a" points="0"><label>A</label></level><level id="b" points="1"><label>B</label></level>
        """

    private static func scale(_ code: String, _ level: String) -> Fault {
        other(code, #"<scale id="t">"#, two + level + "</scale>", isUsed: true)
    }

    /// With another scale than `s`, and perhaps a criterion on it.
    private static func other(
        _ code: String, _ tag: String, _ rest: String, isUsed: Bool
    ) -> Fault {
        let id = isUsed ? tag.split(separator: "\"")[1] : "s"
        return .rubric(
            code,
            """
            \(tag)\(rest)<criteria combine="mean">
            <criterion id="a" kind="levels" scale="s"><title>A</title></criterion>
            <criterion id="b" kind="check" scale="\(id)"><title>B</title></criterion></criteria>
            """)
    }

    @Test(arguments: [
        Fault.criterion("dangling-id", #"kind="levels" ‸scale="z""#, ""),
        .criterion("dangling-id", #"kind="levels" ‸scale="S""#, "", advice: "did you mean 's'?"),
        .criterion(
            "dangling-id", levels, #"<level ‸ref="tip"><descriptor>D</descriptor></level>"# + all),
        .criterion("dangling-id", levels, #"<statement id="x" ‸level="tpo">S</statement>"#),
        .criterion("dangling-id", levels, #"<gate ‸min-level="lowest">G</gate>"#),
        .criterion("dangling-id", levels + #" comment="below" ‸comment-below="z""#, ""),
        .criterion("dangling-id", points + #" comment="below" ‸comment-below="top""#, ""),
        .criterion("dangling-id", points, #"<gate ‸min-level="top">G</gate>"#),
        .criterion("dangling-id", points, #"<statement id="x" ‸level="top">S</statement>"#),
        .criterion(
            "dangling-id", #"kind="text""#, #"<level ‸ref="top"><descriptor>D</descriptor></level>"#
        ),
        .criterion("dangling-id", levels + #" ‸sources="peers""#, ""),
        .criterion(
            "duplicate-id",
            "‸<criterion id=\"c\" \(levels)><title>C</title>\(all)\(again)</criterion>"),
        .criterion(
            "warning: missing-element",
            """
            ‸<criterion id="c" \(levels)><title>C</title>
            <level ref="top"><descriptor>D</descriptor></level>
            <level ref="mid"><descriptor>D</descriptor></level></criterion>
            """),
        .criterion(
            "duplicate-id", "‸<criterion id=\"Depth\" \(levels)><title>C</title></criterion>"),
        .criterion(
            "duplicate-id",
            """
            ‸<group id="depth" combine="sum"><title>G</title>
            <criterion id="c" \(levels)><title>C</title></criterion></group>
            """),
        .criterion(
            "duplicate-id", levels,
            #"<statement id="x">S</statement>‸<statement id="X">T</statement>"#),
        .criterion("missing-attribute", levels + #" ‸comment="below""#, ""),
        .criterion("warning: unused", levels + #" ‸comment-below="top""#, ""),
        .criterion("missing-attribute", "‸<criterion id=\"c\"><title>C</title></criterion>"),
        .criterion(
            "missing-attribute", #"‸<criterion id="c" kind="check"><title>C</title></criterion>"#),
        .criterion("bad-value", #"‸kind="level" scale="s""#, ""),
        .criterion("unknown-attribute", levels + #" ‸max="3""#, ""),
        .criterion("unknown-attribute", #"kind="text" ‸scale="s""#, ""),
        .criterion("bad-number", #"kind="points" min="0" ‸max="0""#, ""),
        .criterion("bad-number", #"kind="points" ‸min="x" max="3""#, ""),
        .criterion("bad-number", #"kind="points" min="0" max="10" ‸step="3""#, ""),
        .criterion("bad-number", #"kind="points" min="0" max="10" ‸step="0""#, ""),
        .criterion("bad-number", #"kind="measure" ‸target="101%""#, ""),
        .criterion("bad-number", #"kind="share" target="50%" ‸tolerance="-1%""#, ""),
        .criterion("bad-value", levels + #" ‸polarity="up""#, ""),
        .criterion("bad-value", levels + #" ‸comment="never""#, ""),
        .criterion("bad-value", levels + #" ‸evidence="yes""#, ""),
        .criterion("bad-value", levels + #" ‸not-applicable="yes""#, ""),
        .criterion("bad-value", levels + #" ‸audience="staff""#, ""),
        .criterion("bad-id", levels + #" ‸competency="a b""#, ""),
        .criterion("bad-id", levels + #" ‸sources=".a""#, ""),
        .criterion("empty-text", levels + #" ‸sources=" ""#, ""),
        .criterion("unknown-element", levels, "‸<descriptor>D</descriptor>"),
    ])
    func `in a criterion is found`(_ fault: Fault) { fault.expect() }

    private static let points = #"kind="points" min="0" max="9""#

    private static let again = #"<level ref="mid"><descriptor>D</descriptor></level>"#

    private static let all = ["low", "mid", "top"].map {
        "<level ref=\"\($0)\"><descriptor>D</descriptor></level>"
    }.joined()

    @Test(arguments: [
        Fault.criterion("missing-attribute", levels, "‸<gate>G</gate>"),
        .criterion("bad-value", levels, #"<gate min-level="top" ‸min-points="1">G</gate>"#),
        .criterion("bad-value", levels, #"<gate min-level="top" ‸judged-on="all">G</gate>"#),
        .criterion("bad-number", levels, #"<gate ‸min-points="a">G</gate>"#),
        .criterion("empty-text", levels, #"‸<gate min-level="top"/>"#),
        .criterion("empty-text", levels, #"<gate min-level="top" ‸waivable-by="">G</gate>"#),
        .criterion("unreachable", levels, #"<gate ‸min-level="unseen">G</gate>"#),
        .criterion("unreachable", levels, #"<gate ‸min-points="2.5">G</gate>"#),
        .criterion("unreachable", points, #"<gate ‸min-points="10">G</gate>"#),
        .criterion("unreachable", #"kind="text""#, #"‸<gate min-points="1">G</gate>"#),
    ])
    func `in a gate is found`(_ fault: Fault) { fault.expect() }

    @Test(arguments: [
        weighted("weights", "", "‸", "50", nil), weighted("weights", "", "‸", "50", "49"),
        weighted("weights", "", "‸", "50", "50.0001"), weighted("weights", "", "‸", "1/3", "1/3"),
        weighted("weights", #"combine="mean""#, "‸", "50", "50"),
        weighted("weights", #"combine="sum""#, "‸", nil, "50"),
        weighted("weights", #"combine="min""#, "‸", "1", "1"),
        weighted("weights", #"combine="all""#, "‸", "1", "1"),
        weighted("bad-value", #"‸combine="average""#, "", "50", "50"),
        .rubric(
            "weights",
            """
            <criteria><group id="g" weight="100"><title>G</title>
            <criterion id="a" \(levels) weight="100"><title>A</title></criterion>
            <criterion id="b" kind="text" ‸weight="5"><title>B</title></criterion></group></criteria>
            """),
        .rubric(
            "weights",
            """
            <criteria>‸<group id="g" weight="100"><title>G</title>
            <criterion id="a" \(levels) weight="99"><title>A</title></criterion></group></criteria>
            """),
        .rubric(
            "bad-number",
            """
            <criteria combine="mean"><group id="g" ‸weight="0"><title>G</title>
            <criterion id="a" \(levels) weight="100"><title>A</title></criterion></group></criteria>
            """),
        .document(
            "missing-element", .rubric,
            """
            <rubric xmlns="urn:assay:rubric:1" id="r" version="1"><title>R</title>‸<criteria/></rubric>
            """),
        .criterion("missing-element", #"‸<group id="g"><title>G</title></group>"#),
        .document(
            "missing-element", .rubric,
            #"‸<rubric xmlns="urn:assay:rubric:1" id="r" version="1"><title>R</title></rubric>"#),
    ])
    func `in the weights is found`(_ fault: Fault) { fault.expect() }

    private static func weighted(
        _ code: String, _ attributes: String, _ mark: String, _ weights: String?...
    ) -> Fault {
        let members = weights.enumerated().map { index, weight in
            """
            <criterion id="c\(index)" \(levels) \(weight.map { "weight=\"\($0)\"" } ?? "")>
            <title>C</title></criterion>
            """
        }.joined()
        return .rubric(code, "\(mark)<criteria \(attributes)>\(members)</criteria>")
    }
}
