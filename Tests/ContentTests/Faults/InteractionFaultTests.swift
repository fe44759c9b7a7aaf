import Assessment
import Content
import Testing

@Suite struct `A fault in a way to answer` {
    private static let keyed = #"<option id="a" key="true">A</option><option id="b">B</option>"#

    @Test(arguments: [
        Fault.inside("‸<choose>", "no-choices", ""),
        .inside("‸<choose>", "no-choices", #"<option id="a" key="true">A</option>"#),
        .inside("‸<choose>", "too-many-choices", options(27)),
        .inside("‸<choose-many>", "no-choices", #"<option id="a" key="true">A</option>"#),
        .inside("‸<match>", "no-choices", pairs(1)),
        .inside("‸<match>", "too-many-choices", pairs(101)),
        .inside("‸<order>", "no-choices", #"<entry id="a">A</entry>"#),
        .inside(
            "‸<sort>", "no-choices",
            """
            <group id="g">G</group><entry id="a" group="g">A</entry><entry id="b" group="g">B</entry>
            """),
        .inside(
            "<blanks>", "no-choices",
            #"<passage>[[a]]</passage>‸<blank id="a"><option id="x" key="true">A</option></blank>"#),
        .inside("‸<blanks>", "no-choices", "<passage>No gap at all.</passage>"),
        .inside(
            "<choose>", "duplicate-choice",
            #"<option id="a" key="true">A  b</option>‸<option id="b">A b</option>"#),
        .inside(
            "<match>", "duplicate-choice",
            pairs(2) + #"‸<pair id="c"><left>l1</left><right>R</right></pair>"#),
        .inside("<match>", "duplicate-choice", pairs(2) + #"‸<extra id="c">r1</extra>"#),
        .inside(
            "<order>", "duplicate-choice", #"<entry id="a">A</entry>‸<entry id="b">A</entry>"#),
        .inside(
            "<sort>", "duplicate-choice",
            """
            <group id="g">G</group>‸<group id="h">G</group>
            <entry id="a" group="g">A</entry><entry id="b" group="h">B</entry>
            """),
    ])
    func `that offers too little or too much is found`(_ fault: Fault) { fault.expect() }

    private static func options(_ count: Int) -> String {
        (0..<count).map { index in
            "<option id=\"o\(index)\"\(index == 0 ? " key=\"true\"" : "")>Option \(index)</option>"
        }.joined()
    }

    private static func pairs(_ count: Int) -> String {
        (0..<count).map { "<pair id=\"p\($0)\"><left>l\($0)</left><right>r\($0)</right></pair>" }
            .joined()
    }

    @Test(arguments: [
        Fault.inside(
            "‸<choose>", "answer-key", #"<option id="a">A</option><option id="b">B</option>"#),
        .inside("‸<choose>", "answer-key", keyed + #"<option id="c" key="true">C</option>"#),
        .inside(
            "‸<choose>", "answer-key",
            #"<option id="a" key="true" credit="50%">A</option><option id="b">B</option>"#),
        .inside("‸<choose>", "answer-key", keyed + #"<option id="c" credit="100%">C</option>"#),
        .inside(
            "‸<choose-many>", "answer-key", #"<option id="a">A</option><option id="b">B</option>"#),
        .inside(
            "‸<choose-many>", "answer-key", keyed + #"<option id="c" credit="50%">C</option>"#),
        .inside(
            "‸<choose-many credit=\"per-key\">", "answer-key",
            keyed + #"<option id="c" credit="-50%">C</option>"#),
        .inside(
            "‸<choose-many credit=\"per-option\">", "answer-key",
            #"<option id="a" credit="50%">A</option><option id="b" credit="40%">B</option>"#),
        .inside(
            "‸<choose-many credit=\"per-option\">", "answer-key",
            #"<option id="a" credit="60%">A</option><option id="b" credit="2/3">B</option>"#),
        .inside(
            "‸<choose-many credit=\"per-option\">", "answer-key",
            #"<option id="a" credit="100%">A</option><option id="b">B</option>"#),
        .inside(
            "‸<choose-many credit=\"per-option\">", "answer-key",
            #"<option id="a" key="true" credit="100%">A</option><option id="b" credit="0%">B</option>"#
        ),
        .inside(
            "<choose-many ‸at-most=\"1\">", "answer-key",
            keyed + #"<option id="c" key="true">C</option>"#),
        .inside("‸<number>", "answer-key", ""),
        .inside("‸<number>", "answer-key", #"<accept value="1" credit="99%"/>"#),
        .inside("‸<number unit=\"required\">", "answer-key", #"<accept value="1"/>"#),
        .inside(
            "‸<number unit=\"optional\">", "answer-key",
            #"<accept value="1"/><unit id="m" factor="60">minutes</unit>"#),
        .inside(
            "‸<number>", "warning: unused", #"<accept value="1"/><unit id="m" factor="1">m</unit>"#),
        .inside("‸<short-text>", "answer-key", ""),
        .inside("‸<short-text>", "answer-key", #"<accept credit="1/2">a</accept>"#),
        .inside("<blanks>", "answer-key", #"<passage>[[a]]</passage>‸<blank id="a"/>"#),
        .inside(
            "<blanks>", "answer-key",
            "<passage>[[a]]</passage><blank id=\"a\"><accept>x</accept>"
                + keyed.replacing("<option id=\"a\"", with: "‸<option id=\"a\"") + "</blank>"),
        .inside(
            "<blanks>", "answer-key",
            "<passage>[[a]]</passage>‸<blank id=\"a\"><option id=\"a\">A</option>"
                + "<option id=\"b\">B</option></blank>"),
        .item(
            "missing-attribute", #"<true-false id="t" key="true"/>‸<true-false key="true"/>"#),
        .bank(
            "weights",
            """
            ‸<item id="i"><prompt>?!</prompt><true-false id="s" key="true" weight="1"/>
            <true-false id="t" key="true"/></item>
            """),
    ])
    func `that full marks cannot answer is found`(_ fault: Fault) { fault.expect() }

    @Test(arguments: [
        ("(a", "a ( is not closed"), ("a)", "a ) closes nothing"), ("*a", "a * repeats nothing"),
        ("a|+b", "a + repeats nothing"), ("a??", "a ? repeats nothing"),
        ("(+a)", "a + repeats nothing"), ("[ab", "a [ is not closed"),
        ("[]a", "a [] holds nothing"),
        (#"a\"#, #"it ends in a single \"#), (#"[a\"#, #"it ends in a single \"#),
        ("a{2}", #"a { has to be written \{"#), ("^a", #"a ^ has to be written \^"#),
        ("a$", #"a $ has to be written \$"#), ("a]", #"a ] has to be written \]"#),
        ("[^a]", #"a ^ has to be written \^"#), (#"\d+"#, #"a \ before d has no meaning"#),
        (#"[\w]"#, #"a \ before w has no meaning"#),
        (String(repeating: "a", count: 1_001), "it has more than 1000 characters"),
    ])
    func `that is a pattern says what is wrong with it`(_ pattern: String, _ reason: String) {
        let fault = Fault.inside(
            "<short-text>", "bad-value",
            "<accept>a</accept>‸<accept match=\"pattern\">\(pattern)</accept>")
        fault.expect()
        let shown = pattern.count > 60 ? pattern.prefix(57) + "…" : pattern[...]
        #expect(
            fault.read().found.first?.message
                == "the pattern '\(shown)' cannot be read: \(reason)")
    }

    @Test(arguments: [
        "a", "a?b*c+", "(one|two)+", "[a-z0]?", #"\(\)\[\]\*\\"#, "(|a)", "é.ß", "",
    ])
    func `that is a pattern is not found where there is none`(_ pattern: String) {
        let text = "<short-text><accept match=\"pattern\">x\(pattern)</accept></short-text>"
        #expect(Fault.item("-", text).read().found.map(\.summary) == [])
    }
}
