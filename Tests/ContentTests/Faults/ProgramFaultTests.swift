import Assessment
import Content
import Testing

@Suite struct `A fault in a program` {
    @Test(arguments: [
        program(
            "dangling-id", #"<target ‸competency="mentor" level="able"/>"#,
            "did you mean 'mentors'?"),
        program(
            "dangling-id", #"<target competency="mentors" ‸level="abel"/>"#, "did you mean 'able'?"),
        program("missing-attribute", #"‸<target competency="mentors"/>"#),
        program("dangling-id", #"<competency id="x" ‸scale="t"><title>X</title></competency>"#),
        program("missing-attribute", #"‸<competency id="x"><title>X</title></competency>"#),
        program(
            "duplicate-id", #"‸<competency id="Mentors" scale="s"><title>X</title></competency>"#),
        component("dangling-id", #"kind="reading" ‸phase="week-9""#),
        component("dangling-id", #"kind="reading""#, #"<develops ‸competency="x" level="able"/>"#),
        component(
            "dangling-id", #"kind="reading""#, #"<develops competency="mentors" ‸level="x"/>"#),
        component("bad-value", #"kind="quiz" ‸quiz="knowledge-check""#),
        component("bad-value", #"kind="quiz" ‸quiz="a/b/c""#),
        component("bad-value", #"kind="quiz" ‸quiz="a/..""#),
        component("bad-value", #"‸kind="lecture""#),
        component("bad-number", #"kind="reading" ‸hours="0""#),
        component("bad-number", #"kind="reading" ‸hours="3h""#),
        component("bad-value", #"kind="reading" ‸group="two""#),
        component("bad-value", #"kind="reading" ‸required="no!""#),
        component("bad-id", #"kind="reading" ‸rubric="a b""#),
        program(
            "missing-attribute", #"‸<component id="c" kind="quiz"><title>C</title></component>"#),
        program("missing-element", #"‸<component id="c" kind="lab"><title>C</title></component>"#),
        program(
            "missing-element", #"‸<component id="c" kind="project"><title>C</title></component>"#),
        program("missing-attribute", #"‸<component id="c"><title>C</title></component>"#),
        program(
            "duplicate-id", #"‸<component id="READ" kind="reading"><title>C</title></component>"#),
        component("missing-attribute", reading, #"‸<evidence id="e">E</evidence>"#),
        component("bad-value", reading, #"<evidence id="e" ‸kind="paper">E</evidence>"#),
        component("bad-number", reading, #"<evidence id="e" kind="link" ‸min="x">E</evidence>"#),
        component("empty-text", reading, #"‸<evidence id="e" kind="link"/>"#),
        component(
            "duplicate-id", reading,
            #"<evidence id="e" kind="link">E</evidence>‸<evidence id="e" kind="deck">F</evidence>"#),
        component("bad-value", reading, #"<validation id="v" ‸kind="peer">V</validation>"#),
        component(
            "bad-number", reading, #"<validation id="v" kind="panel" ‸pass="101%">V</validation>"#),
        component(
            "bad-number", reading,
            #"<validation id="v" kind="panel" ‸min-reviewers="0">V</validation>"#),
        component(
            "duplicate-id", reading,
            #"<validation id="v" kind="quiz">V</validation>‸<validation id="V" kind="quiz">W</validation>"#
        ),
    ])
    func `in its parts is found`(_ fault: Fault) { fault.expect() }

    private static let reading = #"kind="reading""#

    @Test(arguments: ["", "0", "2-1", "1-", "-2", "1-2-3", "one", "1 - 2", "1000", "1–2"])
    func `in the weeks of a phase is found`(_ weeks: String) {
        Self.program("bad-value", "<phase id=\"p\" ‸weeks=\"\(weeks)\"><title>P</title></phase>")
            .expect()
    }

    @Test(arguments: [
        completion("unreachable", #"<any-of ‸count="2"><require component="read"/></any-of>"#),
        completion("bad-number", #"<any-of ‸count="0"><require component="read"/></any-of>"#),
        completion("missing-attribute", #"‸<any-of><require component="read"/></any-of>"#),
        completion(
            "unknown-attribute", #"<all-of ‸count="1"><require component="read"/></all-of>"#),
        completion("dangling-id", #"<all-of><require ‸component="red"/></all-of>"#),
        completion(
            "missing-attribute", "<all-of><require component=\"read\"/>‸<require/></all-of>"),
        completion("missing-element", "‸<all-of/>"),
        program("missing-element", "‸<completion/>"),
        .document(
            "missing-element", .program,
            #"‸<program xmlns="urn:assay:program:1" id="p" version="1"><title>P</title></program>"#),
        .document("version", .program, #"‸<program xmlns="urn:assay:program:2"/>"#),
        .document("unknown-namespace", .program, "‸<program/>"),
    ])
    func `in what completes it is found`(_ fault: Fault) { fault.expect() }

    private static func completion(_ code: String, _ text: String) -> Fault {
        program(code, "<completion>\(text)</completion>")
    }

    private static func component(
        _ code: String, _ attributes: String, _ text: String = ""
    ) -> Fault {
        program(code, "<component id=\"c\" \(attributes)><title>C</title>\(text)</component>")
    }

    /// In a program with one competency and one component.
    private static func program(_ code: String, _ text: String, _ advice: String? = nil) -> Fault {
        .document(
            code, .program,
            """
            <program xmlns="urn:assay:program:1" id="p" version="1"><title>P</title>
            <scale id="s"><level id="new" points="1"><label>N</label></level>
            <level id="able" points="2"><label>A</label></level></scale>
            <competency id="mentors" scale="s"><title>M</title></competency>
            <component id="read" kind="reading"><title>R</title></component>\(text)</program>
            """, advice: advice)
    }
}
