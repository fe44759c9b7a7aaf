import Assessment
import Grading
import Testing

@Suite struct `A grade explains` {
    /// Id, what was given, what was expected, credit, outcome, reason: one line a part.
    private func lines(_ interactions: String, _ answer: String) throws -> [String] {
        let grade = try Sample.item(interactions).grade(Answer(answer))
        return grade.interactions.flatMap(\.parts).map { part in
            [
                part.id?.text ?? "-", text(part.given), text(part.expected), "\(part.credit)",
                part.outcome.rawValue, "\(part.reason)",
            ].joined(separator: " ")
        }
    }

    private func text(_ content: PartGrade.Content?) -> String {
        switch content {
        case nil: "-"
        case .entry(let id): id.text
        case .words(let words): "'\(words)'"
        }
    }

    @Test(
        arguments: [
            (
                "<choose><option id=\"a\" key=\"true\">A</option><option id=\"b\">B</option></choose>",
                "chosen b", ["b b a 0 wrong wrong"]
            ),
            (
                "<choose><option id=\"a\" key=\"true\">A</option><option id=\"b\">B</option></choose>",
                "chosen z", ["z z a 0 wrong unknownID"]
            ),
            ("<true-false key=\"true\"/>", "-", ["- - true 0 missing unanswered"]),
            (
                """
                <choose-many credit="per-key"><option id="a" key="true">A</option>
                <option id="b" key="true">B</option><option id="c">C</option>
                <option id="d">D</option></choose-many>
                """, "chosen a c zz",
                [
                    "a a a 0.5 right right", "b - b 0 missing unanswered", "c c - -0.5 wrong wrong",
                    "zz zz - 0 wrong unknownID",
                ]
            ),
            (
                """
                <match><pair id="p"><left>P</left><right>1</right></pair>
                <pair id="q"><left>Q</left><right>2</right></pair><extra id="x">3</extra></match>
                """, "paired p=p q=x", ["p p p 0.5 right right", "q x q 0 wrong wrong"]
            ),
            (
                """
                <match credit="all-or-nothing"><pair id="p"><left>P</left><right>1</right></pair>
                <pair id="q"><left>Q</left><right>2</right></pair></match>
                """, "paired p=p", ["p p p 0 right right", "q - q 0 missing unanswered"]
            ),
            (
                """
                <order credit="per-position"><entry id="a">A</entry><entry id="b">B</entry></order>
                """, "ordered b", ["a b a 0 wrong wrong", "b - b 0 missing unanswered"]
            ),
            (
                """
                <order credit="per-neighbor"><entry id="a">A</entry><entry id="b">B</entry>
                <entry id="c">C</entry></order>
                """, "ordered c a b", ["a b b 0.5 right right", "b - c 0 wrong wrong"]
            ),
            (
                "<number><accept value=\"7\" credit=\"50%\"/><accept value=\"8\"/></number>",
                "typed 7,0", ["- '7,0' '8' 0.5 partly accepted(index: 0)"]
            ),
            (
                "<number><accept value=\"8\"/></number>", "typed eight",
                ["- 'eight' '8' 0 wrong notUnderstood(Grading.TypedNumber.Fault.notANumber)"]
            ),
            (
                """
                <blanks><passage>[[w]] [[v]]</passage><blank id="w"><accept>what</accept></blank>
                <blank id="v"><option id="y" key="true">why</option><option id="z">how</option></blank>
                </blanks>
                """, "filled w=WHAT v=z",
                ["w 'WHAT' 'what' 0.5 right accepted(index: 0)", "v z y 0 wrong wrong"]
            ),
            (
                """
                <written rubric="r"><model-answer>Because.</model-answer></written>
                """, "written Thus", ["- 'Thus' 'Because.' 0 needs-reviewer awaitsReviewer"]
            ),
        ] as [(String, String, [String])]
    ) func `each part of it`(_ interaction: String, _ answer: String, _ parts: [String]) throws {
        #expect(try lines(interaction, answer) == parts)
    }

    @Test(
        arguments: [
            (
                """
                <choose><option id="a" key="true">A<feedback>Yes.</feedback></option>
                <option id="b">B<feedback>No.</feedback></option></choose>
                """, "chosen b", ["No."]
            ),
            (
                """
                <choose-many><option id="a" key="true">A<feedback>Yes.</feedback></option>
                <option id="b">B<feedback>No.</feedback></option>
                <option id="c">C</option></choose-many>
                """, "chosen b c", ["No."]
            ),
            (
                """
                <true-false key="true"><feedback when="true">So it is.</feedback>
                <feedback when="false">It is.</feedback></true-false>
                """, "chosen false", ["It is."]
            ),
            (
                """
                <number><accept value="1"/><accept value="2" credit="50%"><feedback>Halve it.</feedback>
                </accept></number>
                """, "typed 2", ["Halve it."]
            ),
            (
                """
                <sort><group id="g">G</group><group id="h">H</group>
                <entry id="a" group="g">A<feedback>A is a G.</feedback></entry>
                <entry id="b" group="h">B<feedback>B is an H.</feedback></entry></sort>
                """, "sorted b=g", ["B is an H."]
            ),
            (
                """
                <short-text><accept>tea<feedback>Hot.</feedback></accept>
                <accept match="wildcard" credit="20%">t*<feedback>Nearly.</feedback></accept></short-text>
                """, "typed Tea", ["Hot."]
            ),
        ] as [(String, String, [String])]
    ) func `itself in the words that were written for this answer`(
        _ interaction: String, _ answer: String, _ feedback: [String]
    ) throws {
        #expect(try Sample.item(interaction).grade(Answer(answer)).feedback == feedback)
        #expect(try Sample.item(interaction).grade(nil).feedback == [])
    }

    @Test func `that penalties came to more than was earned`() throws {
        let options = """
            <choose><option id="a" key="true">A</option><option id="b" credit="-25%">B</option></choose>
            """
        #expect(try Sample.item(options).grade(Answer("chosen b")).stoppedAtZero)
        #expect(try !Sample.item(options).grade(Answer("chosen a")).stoppedAtZero)
        #expect(try !Sample.item(options, belowZero: true).grade(Answer("chosen b")).stoppedAtZero)
    }
}
