import Assessment
import Content
import Testing

@Suite struct `A fault in a bank` {
    @Test(arguments: [
        Fault.bank("unknown-element", "‸<itm/>", advice: "did you mean <item>?"),
        .bank(
            "unknown-element", "‸<zebra/>",
            advice: "it may hold: <title>, <description>, <objective>, <item>, <quiz>"),
        .item("unknown-element", #"<true-false key="true"/>‸<explain>x</explain>"#),
        .item("unknown-element", #"<true-false key="true"/>‸<hint xmlns="urn:other">x</hint>"#),
        .item(
            "unknown-element", #"<true-false key="true"/><hint>a ‸<b>c</b></hint>"#,
            advice: "text is Markdown: write **bold** or `code`, and &lt; for a plain <"),
        .inside("<true-false ‸answer=\"true\" key=\"true\">", "unknown-attribute", ""),
        .item(
            "unknown-attribute", #"<number ‸units="none"><accept value="1"/></number>"#,
            advice: "did you mean 'unit'?"),
        .item(
            "unknown-attribute", #"<number><accept value="1" ‸zebra="1"/></number>"#,
            advice: "it may have: value, tolerance, credit"),
        .item(
            "unknown-attribute", #"<true-false key="true"/><hint ‸id="h">x</hint>"#,
            advice: "remove it: <hint> takes no attributes"),
        .item("unknown-attribute", #"<true-false key="true" ‸xml:lang="en"/>"#),
        .inside(
            "<match>", "unknown-element",
            """
            <pair id="a"><left>A</left><right>1</right></pair>
            <pair id="b"><left>B</left><right>2</right></pair>
            <extra id="c">3‸<feedback>x</feedback></extra>
            """),
        .bank("duplicate-element", "‸<title>Again</title>"),
        .bank("duplicate-element", "<description>D</description>‸<description>E</description>"),
        .item("duplicate-element", #"<true-false key="true"/>‸<prompt>Again?</prompt>"#),
        .item(
            "duplicate-element", "<true-false key=\"true\"/><review>a</review>‸<review>b</review>"),
        .inside(
            #"<true-false key="true">"#, "duplicate-element",
            #"<feedback when="true">a</feedback>‸<feedback when="true">b</feedback>"#),
        .inside(
            "<short-text>", "duplicate-element",
            "<accept>a<feedback>b</feedback>‸<feedback>c</feedback></accept>"),
        .document(
            "missing-element", .bank,
            """
            ‸<bank xmlns="urn:assay:bank:1" id="b" version="1">
            <item id="good"><prompt>Good?</prompt><true-false key="true"/></item></bank>
            """),
        .bank("missing-element", #"‸<item id="i"><true-false key="true"/></item>"#),
        .bank("missing-element", #"‸<item id="i"><prompt>What?</prompt></item>"#),
        .bank("missing-element", #"‸<objective id="o"/>"# + about("o")),
        .inside(
            "<match>", "missing-element",
            """
            <pair id="a"><left>A</left><right>1</right></pair>‸<pair id="b"><left>B</left></pair>
            """),
        .inside("‸<blanks>", "missing-element", ""),
        .bank("stray-text", "\n  ‸words"),
        .bank(
            "stray-text",
            "<objective id=\"o\"><title>O</title>\n\n  ‸words</objective>" + about("o")),
        .item("stray-text", "\n  ‸words <true-false key=\"true\"/> and more"),
        .item("empty-text", #"<true-false key="true"/>‸<hint> </hint>"#),
        .inside(
            "<choose>", "empty-text",
            #"<option id="a" key="true">A</option>‸<option id="b"><feedback>x</feedback></option>"#),
        .item("warning: markup-in-text", #"<true-false key="true"/>‸<hint>a &lt;b&gt;c</hint>"#),
        .item("warning: markup-in-text", #"<true-false key="true"/>‸<hint>a &lt;/p&gt;</hint>"#),
    ])
    func `in its elements is found where it stands`(_ fault: Fault) { fault.expect() }

    private static func about(_ objective: String) -> String {
        item("i", "?!", "objective=\"\(objective)\"")
    }

    @Test(arguments: [
        Fault.document("empty-bank", .bank, bank("<title>B</title>", mark: "‸")),
        .document(
            "missing-attribute", .bank, whole(#"‸<bank xmlns="urn:assay:bank:1" version="1">"#)),
        .document("missing-attribute", .bank, whole(#"‸<bank xmlns="urn:assay:bank:1" id="b">"#)),
        .document("version", .bank, whole(#"‸<bank xmlns="urn:assay:bank:2" id="b" version="1">"#)),
        .document(
            "unknown-namespace", .bank, whole(#"‸<bank xmlns="urn:other" id="b" version="1">"#)),
        .document(
            "unknown-namespace", .bank, whole(#"‸<bank id="b" version="1">"#),
            advice: #"write <bank xmlns="urn:assay:bank:1" …>"#),
        .document("unknown-element", .bank, #"‸<rubric xmlns="urn:assay:rubric:1"/>"#),
        .document(
            "bad-value", .bank, whole(#"<bank xmlns="urn:assay:bank:1" id="b" ‸version="one">"#)),
        .document(
            "bad-value", .bank, whole(#"<bank xmlns="urn:assay:bank:1" id="b" ‸version="1.2.3.4">"#)
        ),
        .document(
            "bad-value", .bank,
            whole(#"<bank xmlns="urn:assay:bank:1" id="b" version="1" ‸xml:lang="e n">"#)),
        .document(
            "bad-value", .bank, whole(#"<bank xmlns="urn:assay:bank:1" id="b" ‸version="">"#)),
        .document(
            "bad-id", .bank, whole(#"<bank xmlns="urn:assay:bank:1" ‸id="../b" version="1">"#)),
    ])
    func `as a whole is found at its root`(_ fault: Fault) { fault.expect() }

    private static func bank(_ content: String, mark: String) -> String {
        "\(mark)<bank xmlns=\"urn:assay:bank:1\" id=\"b\" version=\"1\">\(content)</bank>"
    }

    private static func whole(_ tag: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        \(tag)<title>B</title>
        <item id="good"><prompt>Good?</prompt><true-false key="true"/></item></bank>
        """
    }

    @Test(arguments: ["", ".a", "-a", "a b", "a..b", "é", "a/b", String(repeating: "a", count: 65)])
    func `in an id is found in every place that has one`(_ id: String) {
        Fault.bank(
            "bad-id", "<item ‸id=\"\(id)\"><prompt>?!</prompt><true-false key=\"true\"/></item>"
        ).expect()
        Fault.item("bad-id", "<written ‸rubric=\"\(id)\"/>").expect()
        Fault.quiz("bad-id", #"pass="1""#, "<use ‸item=\"\(id)\"/><draw count=\"1\"/>").expect()
    }

    @Test(arguments: [
        Fault.bank("duplicate-id", item("twin") + "‸" + item("twin", "Another?")),
        .bank("duplicate-id", item("twin") + "‸" + item("Twin", "Another?")),
        .bank(
            "duplicate-id",
            """
            <objective id="o"><title>O</title></objective>‸<objective id="o"><title>P</title></objective>
            \(about("o"))
            """),
        .bank(
            "duplicate-id",
            """
            <quiz id="q" pass="1"><title>Q</title><draw count="1"/></quiz>
            ‸<quiz id="Q" pass="1"><title>Q</title><draw count="1"/></quiz>
            """),
        .item("duplicate-id", #"<true-false id="t" key="true"/>‸<true-false id="T" key="true"/>"#),
        .inside(
            "<choose>", "duplicate-id",
            #"<option id="a" key="true">A</option>‸<option id="a">B</option>"#),
        .inside(
            "<match>", "duplicate-id",
            """
            <pair id="a"><left>A</left><right>1</right></pair>
            <pair id="b"><left>B</left><right>2</right></pair>‸<extra id="B">3</extra>
            """),
        .inside(
            "<order>", "duplicate-id", #"<entry id="a">A</entry>‸<entry id="a">B</entry>"#),
        .inside(
            "<number unit=\"required\">", "duplicate-id",
            #"<accept value="1"/><unit id="m" factor="1">m</unit>‸<unit id="m" factor="2">n</unit>"#
        ),
        .inside(
            "‸<blanks>", "duplicate-id",
            "<passage>[[a]] and [[a]]</passage><blank id=\"a\"><accept>x</accept></blank>"),
        .quiz("duplicate-id", #"pass="1""#, #"<use item="i1"/>‸<use item="i1"/>"#),
        .bank(
            "dangling-id",
            """
            <objective id="mentor"><title>O</title></objective>
            \(item("j", "?!", #"objective="mentor""#))\(item("i", "!?!", #"‸objective="mentr""#))
            """, advice: "did you mean 'mentor'?"),
        .bank(
            "dangling-id",
            """
            <objective id="mentor"><title>O</title></objective>
            \(item("j", "?!", #"objective="mentor""#))\(item("i", "!?!", #"‸objective="Mentor""#))
            """, advice: "did you mean 'mentor'?"),
        .quiz("dangling-id", #"pass="1""#, #"‸<draw objective="x" count="1"/>"#),
        .quiz("dangling-id", #"pass="1""#, #"‸<draw objective="O" count="1"/>"#),
        .quiz("dangling-id", #"pass="1""#, #"‸<use item="i9"/>"#),
        .inside(
            "‸<blanks>", "dangling-id",
            """
            <passage>[[a]] and [[b]]</passage><blank id="a"><accept>x</accept></blank>
            """),
        .inside(
            "‸<blanks>", "dangling-id",
            """
            <passage>[[a]] and [b]</passage><blank id="a"><accept>x</accept></blank>
            <blank id="b"><accept>x</accept></blank>
            """),
    ])
    func `in what ids name is found where the name is used`(_ fault: Fault) { fault.expect() }

    private static func item(_ id: String, _ prompt: String = "One?", _ more: String = "") -> String
    {
        "<item id=\"\(id)\" \(more)><prompt>\(prompt)</prompt><true-false key=\"true\"/></item>"
    }

    @Test(arguments: [
        Fault.inside(
            "<sort>", "dangling-id",
            """
            <group id="fruit">F</group><group id="stone">S</group><entry id="a" group="fruit">A</entry>
            <entry id="b" group="stone">B</entry><entry id="c" ‸group="friut">C</entry>
            """, advice: "did you mean 'fruit'?"),
        .inside(
            "‸<sort>", "warning: unused",
            """
            <group id="fruit">F</group><group id="stone">S</group>
            <entry id="a" group="fruit">A</entry><entry id="b" group="fruit">B</entry>
            """),
        .bank(
            "warning: duplicate-stem",
            item("i", "Why?") + "‸" + item("j", "“why”…")),
        .document(
            "warning: unused", .bank,
            """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
            ‸<objective id="o"><title>O</title></objective>
            <item id="good"><prompt>Good?</prompt><true-false key="true"/></item></bank>
            """),
    ])
    func `between its parts is found`(_ fault: Fault) { fault.expect() }
}
