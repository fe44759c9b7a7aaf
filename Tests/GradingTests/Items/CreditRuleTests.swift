import Assessment
import Grading
import Testing

/// Interactions that the tables below answer; each is worth 12 points.
private enum Asked {
    static let one = """
        <choose><option id="a" key="true">A</option><option id="b" credit="1/3">B</option>
        <option id="c" credit="-25%">C</option><option id="d">D</option></choose>
        """
    static let statement = "<true-false key=\"false\"/>"

    static func many(_ attributes: String) -> String {
        """
        <choose-many \(attributes)><option id="a" key="true">A</option>
        <option id="b" key="true">B</option><option id="c" key="true">C</option>
        <option id="d">D</option><option id="e">E</option></choose-many>
        """
    }

    static func credits(_ attributes: String) -> String {
        """
        <choose-many credit="per-option"\(attributes)><option id="a" credit="33.3333%">A</option>
        <option id="b" credit="33.3333%">B</option><option id="c" credit="33.3333%">C</option>
        <option id="d" credit="-50%">D</option><option id="e" credit="0%">E</option></choose-many>
        """
    }

    /// Their sum is 0.99999, which is as near to a whole as a file has to come.
    static let rough = """
        <choose-many credit="per-option"><option id="a" credit="0.49999">A</option>
        <option id="b" credit="0.5">B</option><option id="d" credit="-1">D</option></choose-many>
        """

    static func match(_ rule: String) -> String {
        """
        <match credit="\(rule)"><pair id="p"><left>P</left><right>1</right></pair>
        <pair id="q"><left>Q</left><right>2</right></pair>
        <pair id="r"><left>R</left><right>3</right></pair><extra id="x">4</extra></match>
        """
    }

    static func order(_ rule: String) -> String {
        """
        <order credit="\(rule)"><entry id="a">A</entry><entry id="b">B</entry>
        <entry id="c">C</entry><entry id="d">D</entry></order>
        """
    }

    static func sort(_ rule: String) -> String {
        """
        <sort credit="\(rule)"><group id="g">G</group><group id="h">H</group>
        <entry id="a" group="g">A</entry><entry id="b" group="h">B</entry>
        <entry id="c" group="g">C</entry></sort>
        """
    }

    static func blanks(_ rule: String) -> String {
        """
        <blanks credit="\(rule)"><passage>[[w]] and [[v]] and [[u]]</passage>
        <blank id="w"><accept>what</accept><accept credit="50%">that</accept></blank>
        <blank id="v"><option id="y" key="true">why</option><option id="z" credit="50%">how</option>
        <option id="n" credit="-100%">no</option></blank>
        <blank id="u"><accept>who</accept></blank></blanks>
        """
    }

    static let written = "<written rubric=\"r\"/>"
    static let two = """
        <choose id="x" weight="2"><option id="a" key="true">A</option>
        <option id="b" credit="-100%">B</option></choose>
        <true-false id="y" weight="1" key="true"/>
        """
    static let three = """
        <short-text id="x"><accept>tea</accept></short-text><number id="y"><accept value="2"/></number>
        <written id="z" rubric="r"/>
        """
}

/// What an answer has to earn of 12 points, and how the outcome is called.
private struct Row: CustomTestStringConvertible {
    let interaction: String
    let answer: String?
    let earned: String
    let outcome: Outcome
    let reason: InteractionGrade.Reason

    init(
        _ interaction: String, _ answer: String?, _ earned: String, _ outcome: Outcome,
        _ reason: InteractionGrade.Reason = .addedUp
    ) {
        self.interaction = interaction
        self.answer = answer
        self.earned = earned
        self.outcome = outcome
        self.reason = reason
    }

    var testDescription: String { "\(answer ?? "nothing") to \(interaction.prefix(40))" }
}

@Suite struct `An answer earns` {
    @Test(arguments: [
        Row(Asked.one, "chosen a", "12", .right), Row(Asked.one, "chosen b", "4", .partly),
        // A penalty stops at zero unless the item says otherwise.
        Row(Asked.one, "chosen c", "0", .wrong), Row(Asked.one, "chosen d", "0", .wrong),
        Row(Asked.one, nil, "0", .missing, .unanswered),
        Row(Asked.one, "-", "0", .missing, .unanswered),
        Row(Asked.one, "chosen ", "0", .missing, .unanswered),
        Row(Asked.one, "chosen zz", "0", .wrong),
        Row(Asked.one, "chosen a b", "0", .wrong, .tooManyPicked(limit: 1)),
        Row(Asked.one, "chosen a zz", "0", .wrong, .tooManyPicked(limit: 1)),
        Row(Asked.one, "chosen a a", "0", .wrong, .namesTwice),
        Row(Asked.one, "typed a", "0", .wrong, .wrongKind),
        Row(Asked.one, "ordered a", "0", .wrong, .wrongKind),
        // A response too many has no interaction to answer.
        Row(Asked.one, "chosen a\nchosen b", "12", .right),
        Row(Asked.one, "-\nchosen a", "0", .missing, .unanswered),
        Row(Asked.statement, "chosen false", "12", .right),
        Row(Asked.statement, "chosen true", "0", .wrong),
        Row(Asked.statement, "chosen no", "0", .wrong),
        Row(Asked.statement, "chosen true false", "0", .wrong, .tooManyPicked(limit: 1)),
        Row(Asked.statement, nil, "0", .missing, .unanswered),
    ]) fileprivate func `by the one option picked`(_ row: Row) throws {
        try check(row)
    }

    @Test(arguments: [
        Row(Asked.many(""), "chosen a b c", "12", .right, .allRight),
        Row(Asked.many(""), "chosen c a b", "12", .right, .allRight),
        Row(Asked.many(""), "chosen a b", "0", .wrong, .notAllRight),
        Row(Asked.many(""), "chosen a b c d", "0", .wrong, .notAllRight),
        Row(Asked.many(""), "chosen d", "0", .wrong, .notAllRight),
        Row(Asked.many(""), "chosen ", "0", .missing, .unanswered),
        Row(Asked.many(""), "chosen a a b c", "0", .wrong, .namesTwice),
        Row(Asked.many(""), "chosen a b c zz", "12", .right, .allRight),
        Row(Asked.many(""), "chosen zz", "0", .wrong, .notAllRight),
        Row(Asked.many(""), "sorted a=b", "0", .wrong, .wrongKind),
        Row(Asked.many("credit=\"per-key\""), "chosen a b c", "12", .right),
        Row(Asked.many("credit=\"per-key\""), "chosen a b", "8", .partly),
        Row(Asked.many("credit=\"per-key\""), "chosen a b d", "4", .partly),
        Row(Asked.many("credit=\"per-key\""), "chosen a b c d", "8", .partly),
        Row(Asked.many("credit=\"per-key\""), "chosen a b c d e", "4", .partly),
        Row(Asked.many("credit=\"per-key\""), "chosen a d", "0", .wrong),
        Row(Asked.many("credit=\"per-key\""), "chosen a d e", "0", .wrong, .stoppedAtZero),
        Row(Asked.many("credit=\"per-key\""), "chosen a zz", "4", .partly),
        Row(Asked.many("credit=\"per-key\" at-most=\"3\""), "chosen a b d", "4", .partly),
        Row(
            Asked.many("credit=\"per-key\" at-most=\"3\""), "chosen a b c d", "0", .wrong,
            .tooManyPicked(limit: 3)),
        Row(Asked.credits(""), "chosen a b c", "12", .right),
        Row(Asked.credits(""), "chosen a", "4", .partly),
        Row(Asked.credits(""), "chosen a b e", "8", .partly),
        Row(Asked.credits(""), "chosen a b d", "2", .partly),
        Row(Asked.credits(""), "chosen a b c d", "6", .partly),
        Row(Asked.credits(""), "chosen d", "0", .wrong),
        Row(Asked.credits(""), "chosen e", "0", .wrong),
        Row(
            Asked.credits(" at-most=\"3\""), "chosen a b c e", "0", .wrong,
            .tooManyPicked(limit: 3)),
        Row(Asked.rough, "chosen a b", "12", .right),
        Row(Asked.rough, "chosen a b d", "0", .wrong),
    ]) fileprivate func `by the options picked`(_ row: Row) throws {
        try check(row)
    }

    @Test(arguments: [
        Row(Asked.match("per-pair"), "paired p=p q=q r=r", "12", .right),
        Row(Asked.match("per-pair"), "paired p=p q=r r=q", "4", .partly),
        Row(Asked.match("per-pair"), "paired p=p q=p r=p", "4", .partly),
        Row(Asked.match("per-pair"), "paired p=x q=q", "4", .partly),
        Row(Asked.match("per-pair"), "paired p=zz q=q zz=p", "4", .partly),
        Row(Asked.match("per-pair"), "paired p=x", "0", .wrong),
        Row(Asked.match("per-pair"), "paired zz=p", "0", .missing, .unanswered),
        Row(Asked.match("per-pair"), "paired ", "0", .missing, .unanswered),
        Row(Asked.match("all-or-nothing"), "paired p=p q=q r=r", "12", .right, .allRight),
        Row(Asked.match("all-or-nothing"), "paired p=p q=q", "0", .wrong, .notAllRight),
        Row(Asked.match("all-or-nothing"), "paired p=p q=q r=x", "0", .wrong, .notAllRight),
        Row(Asked.match("all-or-nothing"), "sorted p=p q=q r=r", "0", .wrong, .wrongKind),
        Row(Asked.order("all-or-nothing"), "ordered a b c d", "12", .right, .allRight),
        Row(Asked.order("all-or-nothing"), "ordered a b d c", "0", .wrong, .notAllRight),
        Row(Asked.order("all-or-nothing"), "ordered a b c", "0", .wrong, .notAllRight),
        Row(Asked.order("all-or-nothing"), "ordered a b zz c d", "12", .right, .allRight),
        Row(Asked.order("all-or-nothing"), "ordered ", "0", .missing, .unanswered),
        Row(Asked.order("per-position"), "ordered a b c d", "12", .right),
        Row(Asked.order("per-position"), "ordered a b d c", "6", .partly),
        Row(Asked.order("per-position"), "ordered b c d a", "0", .wrong),
        Row(Asked.order("per-position"), "ordered a", "3", .partly),
        Row(Asked.order("per-position"), "ordered a a c d", "0", .wrong, .namesTwice),
        Row(Asked.order("per-neighbor"), "ordered a b c d", "12", .right),
        Row(Asked.order("per-neighbor"), "ordered b c d a", "8", .partly),
        Row(Asked.order("per-neighbor"), "ordered a b d c", "4", .partly),
        Row(Asked.order("per-neighbor"), "ordered d c b a", "0", .wrong),
        Row(Asked.order("per-neighbor"), "ordered c d a b", "8", .partly),
        Row(Asked.order("per-neighbor"), "ordered a b a b", "0", .wrong, .namesTwice),
        Row(Asked.order("per-neighbor"), "chosen a b c d", "0", .wrong, .wrongKind),
        Row(Asked.sort("per-entry"), "sorted a=g b=h c=g", "12", .right),
        Row(Asked.sort("per-entry"), "sorted a=g b=g c=g", "8", .partly),
        Row(Asked.sort("per-entry"), "sorted a=h b=g", "0", .wrong),
        Row(Asked.sort("per-entry"), "sorted a=zz b=h", "4", .partly),
        Row(Asked.sort("all-or-nothing"), "sorted a=g b=h c=g", "12", .right, .allRight),
        Row(Asked.sort("all-or-nothing"), "sorted a=g b=h c=h", "0", .wrong, .notAllRight),
        Row(Asked.blanks("per-blank"), "filled w=what v=y u=who", "12", .right),
        Row(Asked.blanks("per-blank"), "filled w=THAT v=z u=who", "8", .partly),
        Row(Asked.blanks("per-blank"), "filled w=what v=why u=", "4", .partly),
        Row(Asked.blanks("per-blank"), "filled w=that v=n", "0", .wrong),
        Row(Asked.blanks("per-blank"), "filled w=what v=%20%00 u=%0A", "4", .partly),
        Row(Asked.blanks("per-blank"), "filled w=%20 zz=what", "0", .missing, .unanswered),
        Row(Asked.blanks("all-or-nothing"), "filled w=what v=y u=who", "12", .right, .allRight),
        Row(Asked.blanks("all-or-nothing"), "filled w=that v=y u=who", "0", .wrong, .notAllRight),
        Row(Asked.written, "written A few words.", "0", .needsReviewer, .awaitsReviewer),
        Row(Asked.written, "written  ", "0", .missing, .unanswered),
        Row(Asked.written, nil, "0", .missing, .unanswered),
        Row(Asked.written, "typed words", "0", .wrong, .wrongKind),
    ]) fileprivate func `by what was arranged or filled in`(_ row: Row) throws {
        try check(row)
    }

    private func check(_ row: Row) throws {
        let item = try Sample.item(row.interaction)
        let answer = try row.answer.map { try #require(Answer($0)) }
        let grade = try item.grade(answer)
        #expect(grade.marks.earned == (try Rational(exactly: row.earned)))
        #expect(grade.marks.possible == Rational(12))
        #expect(grade.outcome == row.outcome)
        #expect(grade.interactions.map(\.reason) == [row.reason])
    }

    @Test(arguments: [
        (Asked.one, "chosen c", "-3", "-3"), (Asked.credits(""), "chosen d", "-6", "-6"),
        // This rule never goes below zero by itself.
        (Asked.many("credit=\"per-key\""), "chosen d e", "0", "0"),
        (Asked.blanks("per-blank"), "filled v=n", "-4", "-4"),
        (Asked.two, "chosen b\nchosen true", "-4", "-4"),
        (Asked.two, "chosen b", "-8", "-8"),
    ]) func `less than nothing where the item allows it`(
        _ interaction: String, _ answer: String, _ earned: String, _ reachable: String
    ) throws {
        let item = try Sample.item(interaction, belowZero: true)
        let grade = try item.grade(Answer(answer))
        #expect(grade.marks.earned == (try Rational(exactly: earned)))
        #expect(grade.reachable.earned == (try Rational(exactly: reachable)))
        #expect(!grade.stoppedAtZero)
        #expect(grade.outcome != .right)
    }

    @Test(
        arguments: [
            (Asked.two, "chosen a\nchosen true", "12", "12", .right),
            (Asked.two, "chosen a", "8", "8", .partly),
            (Asked.two, "-\nchosen true", "4", "4", .partly),
            // What one interaction takes away is taken from the item.
            (Asked.two, "chosen b\nchosen true", "0", "0", .partly),
            (Asked.three, "typed tea\ntyped 2\nwritten So", "8", "12", .needsReviewer),
            (Asked.three, "typed tea\ntyped 3\nwritten So", "4", "8", .needsReviewer),
            (Asked.three, "typed tea\ntyped 2", "8", "8", .partly),
            (Asked.three, "-\n-\n-", "0", "0", .missing),
            (Asked.three, "-\n-\nwritten So", "0", "4", .needsReviewer),
        ] as [(String, String, String, String, Outcome)]
    ) func `by the weights of its interactions, without what a reviewer may add`(
        _ interactions: String, _ answer: String, _ earned: String, _ reachable: String,
        _ outcome: Outcome
    ) throws {
        let grade = try Sample.item(interactions).grade(Answer(answer))
        #expect(grade.marks.earned == (try Rational(exactly: earned)))
        #expect(grade.reachable.earned == (try Rational(exactly: reachable)))
        #expect(grade.outcome == outcome)
        #expect(grade.needsReviewer == (outcome == .needsReviewer))
        #expect(try grade.interactions.map(\.share).total() == .one)
    }
}
