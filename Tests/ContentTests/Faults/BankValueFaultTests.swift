import Assessment
import Content
import Testing

@Suite struct `A value in a bank` {
    /// Interactions with one attribute marked and its value left out.
    private static let numbers: [(text: String, bad: [String])] = [
        (
            "<number id=\"n\" ‸weight=\"#\"><accept value=\"1\"/></number>",
            ["0", "-1", "1001", "5%"]
        ),
        ("<number><accept ‸value=\"#\"/></number>", ["a", "1e3", "+1", ".5", "1.", "5%", "1/0"]),
        ("<number><accept value=\"1\" ‸tolerance=\"#\"/></number>", ["-1", "101%", "a", "%"]),
        ("<number><accept value=\"0\" ‸tolerance=\"#\"/></number>", ["5%"]),
        (
            "<number><accept value=\"1\"/><accept value=\"2\" ‸credit=\"#\"/></number>",
            ["0", "101%", "-1%", "x"]
        ),
        (
            "<number unit=\"required\"><accept value=\"1\"/><unit id=\"h\" factor=\"1\">h</unit>"
                + "<unit id=\"m\" ‸factor=\"#\">m</unit></number>", ["0", "-1", "5%", "1234567890"]
        ),
        (
            "<short-text><accept>a</accept><accept ‸credit=\"#\">b</accept></short-text>",
            ["0%", "2"]
        ),
        (
            "<choose><option id=\"a\" key=\"true\">A</option>"
                + "<option id=\"b\" ‸credit=\"#\">B</option></choose>", ["101%", "-101%", "half"]
        ),
        (
            "<choose-many ‸at-most=\"#\"><option id=\"a\" key=\"true\">A</option>"
                + "<option id=\"b\">B</option></choose-many>", ["0", "3", "1.5", "-1", "two"]
        ),
        ("<written rubric=\"r\" ‸min-words=\"#\"/>", ["0", "10001", "1.5"]),
        ("<written rubric=\"r\" ‸max-words=\"#\"/>", ["0", "10001", "1 "]),
        ("<written rubric=\"r\" min-words=\"9\" ‸max-words=\"#\"/>", ["8"]),
    ]

    @Test func `is refused where a number is wanted and it is none in range`() {
        for (text, values) in Self.numbers {
            for value in values {
                Fault.item("bad-number", text.replacing("#", with: value)).expect()
            }
        }
        for value in ["0", "-1", "1001", "0.00001", "1/3", "33%", "a", "1,5", " 1"] {
            Fault.bank(
                "bad-number",
                "<item id=\"i\" ‸points=\"\(value)\"><prompt>?!</prompt><true-false key=\"true\"/></item>"
            ).expect()
        }
        for value in ["0", "-2", "50%"] {
            Fault.bank(
                "bad-number",
                """
                <objective id="o" ‸weight="\(value)"><title>O</title></objective>
                <item id="i" objective="o"><prompt>?!</prompt><true-false key="true"/></item>
                """
            ).expect()
        }
    }

    @Test(arguments: [
        ("pass", ["101%", "1.01", "-1%", "80 %", "all", "1/0"]),
        ("time", ["0m", "45", "m", "1.5h", "400d", "-1m", "45 m"]), ("wait", ["1w", "24H"]),
        ("attempts", ["0", "1001", "many", "-1"]), ("grace", ["x"]),
    ])
    func `of a quiz is refused where it is no number in range`(_ name: String, _ values: [String]) {
        for value in values {
            let others =
                name == "pass" ? "" : #"pass="80%""# + (name == "grace" ? #" time="1m""# : "")
            Fault.quiz("bad-number", "\(others) ‸\(name)=\"\(value)\"").expect()
        }
    }

    @Test(arguments: [
        Fault.quiz("bad-number", #"pass="1""#, #"<draw ‸count="0"/>"#),
        .quiz("bad-number", #"pass="1""#, #"<draw ‸count="10001"/>"#),
        .quiz("missing-attribute", #"pass="1""#, "‸<draw/>"),
        .quiz("missing-attribute", #"pass="1""#, #"<draw count="1"/>‸<use/>"#),
        .quiz("warning: pass-mark", #"‸pass="0%""#),
        .quiz("warning: unused", #"pass="1" ‸grace="1m""#),
        .quiz("warning: unused", #"pass="1" attempts="1" ‸wait="1h""#),
        .quiz("draw", "‸", ""),
        .quiz("draw", #"pass="1""#, #"‸<draw objective="o" count="3"/>"#),
        .quiz("draw", #"pass="1""#, #"‸<draw count="4"/>"#),
        .quiz("draw", #"pass="1""#, #"<use item="i3"/>‸<draw objective="p" count="1"/>"#),
        .quiz(
            "draw", #"pass="1""#,
            #"<draw objective="o" count="2"/>‸<draw objective="o" count="1"/>"#),
        // What is drawn by objective is gone before the rest is drawn, whichever stands first.
        .quiz("draw", #"pass="1""#, #"‸<draw count="2"/><draw objective="o" count="2"/>"#),
        .quiz("draw", #"pass="1""#, #"<draw count="2"/>‸<draw count="2"/>"#),
    ])
    func `of a quiz is refused where the bank cannot honor it`(_ fault: Fault) { fault.expect() }

    @Test(arguments: [
        #"<draw objective="o" count="2"/><draw count="1"/>"#,
        #"<draw count="1"/><draw objective="o" count="2"/>"#,
        // A retired item is no part of the pool, and may still be named.
        #"<use item="i4"/><draw count="3"/>"#, #"<use item="i1"/><draw objective="o" count="1"/>"#,
    ])
    func `of a quiz is taken where the pool just suffices`(_ text: String) {
        #expect(Fault.quiz("-", #"pass="100%""#, text).read().found.map(\.summary) == [])
    }

    @Test(arguments: [
        Fault.bank("bad-value", item(#"‸status="actve""#), advice: "did you mean 'active'?"),
        .bank("bad-value", item(#"‸below-zero="true""#), advice: "it may be: yes, no"),
        .item("bad-value", #"<true-false ‸key="True"/>"#, advice: "did you mean 'true'?"),
        .item("missing-attribute", "‸<true-false/>"),
        .inside(
            #"<true-false key="true">"#, "bad-value", #"<feedback ‸when="yes">a</feedback>"#),
        .inside(#"<true-false key="true">"#, "missing-attribute", "‸<feedback>a</feedback>"),
        .inside(#"<choose ‸shuffle="maybe">"#, "bad-value", options),
        .inside(
            "<choose>", "bad-value", options + #"<option id="c" ‸key="false">C</option>"#),
        .inside("<choose>", "bad-value", options + #"<option id="c" ‸pin="1">C</option>"#),
        .inside(
            #"<choose-many ‸credit="per-pair">"#, "bad-value", options,
            advice: "it may be: all-or-nothing, per-key, per-option"),
        .inside(#"<number ‸unit="some">"#, "bad-value", #"<accept value="1"/>"#),
        .inside("<number>", "missing-attribute", "‸<accept/>"),
        .inside(
            #"<number unit="required">"#, "missing-attribute",
            #"<accept value="1"/><unit id="h" factor="1">h</unit>‸<unit id="m">m</unit>"#),
        .inside(#"<short-text ‸case="no">"#, "bad-value", "<accept>a</accept>"),
        .inside(#"<short-text ‸spacing="ignore">"#, "bad-value", "<accept>a</accept>"),
        .inside(#"<short-text ‸accents="collapse">"#, "bad-value", "<accept>a</accept>"),
        .inside("<short-text>", "bad-value", #"<accept ‸match="regex">a</accept>"#),
        .inside(
            "<blanks>", "unknown-attribute",
            "<passage>[[a]]</passage><blank id=\"a\" ‸case=\"exact\">\(options)</blank>"),
        .item("missing-attribute", "‸<written/>"),
        .bank(
            "missing-attribute",
            #"‸<quiz id="q"><title>Q</title><draw count="1"/></quiz>"#),
        .quiz("bad-value", #"pass="1" ‸clock="sun""#),
        .quiz("bad-value", #"pass="1" ‸counts="all""#),
        .quiz("bad-value", #"pass="1" ‸feedback="at once""#),
        .quiz("bad-value", #"pass="1" ‸order="random""#),
        .quiz("bad-value", #"pass="1" ‸retake="other""#),
        .quiz("bad-value", #"pass="1" ‸confidence="on""#),
        .quiz("bad-value", #"pass="1" ‸proctored="1""#),
        .quiz("bad-value", #"pass="1" ‸order="""#),
    ])
    func `that is a word is refused where it is another`(_ fault: Fault) { fault.expect() }

    private static let options = #"<option id="a" key="true">A</option><option id="b">B</option>"#

    private static func item(_ attributes: String) -> String {
        "<item id=\"i\" \(attributes)><prompt>?!</prompt><true-false key=\"true\"/></item>"
    }
}
