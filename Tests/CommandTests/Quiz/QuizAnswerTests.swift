import Assessment
import Commands
import Foundation
import Results
import Testing

@Suite struct `Answers line by line` {
    static func bank(_ items: String, _ rules: String = "") -> String {
        let ids = items.matches(of: /id="(i[0-9]+)"/).map { $0.output.1 }
        return """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>\(items)
            <quiz id="q" pass="50%" order="listed" \(rules)><title>Quiz</title>
            \(ids.map { "<use item=\"\($0)\"/>" }.joined())</quiz></bank>
            """
    }

    static let several = bank(
        """
        <item id="i1"><prompt>Which, and how many?</prompt>
        <choose id="which" shuffle="no"><option id="a" key="true">Alpha</option>
        <option id="b">Beta</option></choose><number id="count"><accept value="3"/></number></item>
        <item id="i2"><prompt>Is it?</prompt><true-false key="true"/></item>
        """)

    static let text = bank(
        """
        <item id="i1"><prompt>Why?</prompt><short-text><accept>so</accept></short-text></item>
        <item id="i2"><prompt>Describe it.</prompt><written rubric="r"/></item>
        """)

    struct Script: Sendable, CustomTestStringConvertible {
        let lines: [String]
        /// What stands at the end, in the order of the questions.
        let answers: [String]
        var says = ""
        var testDescription: String { lines.joined(separator: ", ") }
    }

    /// A line for each thing that an item asks.
    @Test(arguments: [
        Script(
            lines: ["i1#which chosen a", "i2 chosen true", "i1#count typed 3", "submit"],
            answers: ["chosen a\ntyped 3", "chosen true"], says: "Passed: 2 of 2 (100%)"),
        Script(
            lines: ["i1#count typed 3", "submit"], answers: ["-\ntyped 3"],
            says: "Not passed: 0.5 of 2 (25%)"),
        Script(
            lines: ["i1#which chosen a", "i1#count typed 3", "i1#which -", "submit"],
            answers: ["-\ntyped 3"]),
        Script(
            lines: ["i1#which chosen a", "i1#which -", "i2 chosen true", "i2 -", "submit"],
            answers: []),
        Script(
            lines: ["i2 chosen true", "i1 chosen a"], answers: ["chosen true"],
            says:
                "line 2 of the answers was not understood: i1 wants its answers as i1#which"
        ),
        Script(
            lines: ["i1#3 chosen a"], answers: [],
            says: "not understood: i1 wants its answers as i1#which or i1#count."),
        Script(
            lines: ["i1#count drei"], answers: [], says: "What comes after i1#count is no answer."),
        Script(lines: ["i2#x chosen a"], answers: [], says: "i2 asks one thing"),
        Script(lines: ["i9#1 chosen a"], answers: [], says: "Type a number from 1 to 2."),
    ])
    func `may come from a script`(_ script: Script) throws {
        let room = try QuizRoom(bank: Self.several)
        _ = room.run("learner add Ann")
        let run = room.run("quiz take @/bank.xml", typing: script.lines, isTerminal: false)
        #expect(
            script.says.isEmpty || (run.output + run.errors).contains(script.says),
            "\(run.output)\(run.errors)")
        let isWhole = script.lines.last == "submit"
        #expect((run.code == .badData) == !isWhole)
        #expect(try room.answers() == script.answers)
    }

    /// The first question takes any words, and none of these is meant for it.
    @Test(
        arguments: [
            (["i2 written We chose.", "submit"], 0, ["written We chose."], ""),
            (["i2 written We chose.", "/submit"], 0, ["written We chose."], ""),
            (["i2 written We chose.", "", "submit"], 0, ["written We chose."], ""),
            (["i1 typed so", "i3 typed no", "submit"], 65, ["typed so"], "names no item"),
            (["so", "i2 written We chose.", "submit"], 0, ["typed so", "written We chose."], ""),
        ] as [([String], Int, [String], String)])
    func `of a script that names its items are none but those`(
        _ lines: [String], _ code: Int, _ answers: [String], _ said: String
    ) throws {
        let room = try QuizRoom(bank: Self.text)
        _ = room.run("learner add Ann")
        let run = room.run("quiz take @/bank.xml", typing: lines, isTerminal: false)
        #expect(try room.answers() == answers, "\(run.output)")
        #expect(run.code == (code == 0 ? .done : .badData), "\(run.errors)")
        #expect(said.isEmpty || (run.output + run.errors).contains(said), "\(run.output)")
    }

    @Test func `are written in an editor where somebody likes that better`() throws {
        let room = try QuizRoom(bank: Self.text)
        _ = room.run("learner add Ann")
        var before = ""
        room.editor = { file in
            before = (try? String(contentsOfFile: file, encoding: .utf8)) ?? "none"
            try? "- We chose\n```\n  boring\t\u{1B}[2J\n\n".write(
                toFile: file, atomically: true, encoding: .utf8)
            return true
        }
        let run = room.run(
            "quiz take @/bank.xml",
            typing: ["", "", "/e", "so", "We", ".", "b", "/e", "s", "submit"])
        #expect(run.left == 0)
        #expect(run.output.contains("Only a text is written in an editor."))
        #expect(run.output.contains("/e for your editor, Enter to skip,"))
        #expect(before == "We")
        #expect(try room.answers() == ["typed so", "written - We chose\\n```\\n  boring    [2J"])
        #expect(
            run.output.contains(
                """
                  Your answer: - We chose
                               ```
                                 boring    [2J

                """), "\(run.output)")
    }

    @Test func `stay what they were when the editor fails`() throws {
        let room = try QuizRoom(bank: Self.text)
        _ = room.run("learner add Ann")
        let run = room.run(
            "quiz take @/bank.xml", typing: ["", "", "/n", "We", ".", "b", "/e", "/q"])
        #expect(run.output.contains("The editor failed; nothing was changed."))
        #expect(try room.answers() == ["written We"])
        let script = room.run("quiz resume", typing: ["g 2", "/e"], isTerminal: false)
        #expect(script.code == .badData)
    }

    @Test func `are judged at once where the quiz shows what was right after each`() throws {
        let room = try QuizRoom(
            bank: Self.bank(
                """
                <item id="i1"><prompt>Which?</prompt><choose shuffle="no">
                <option id="a" key="true">Alpha</option><option id="b">Beta</option></choose>
                <explanation>It comes first.</explanation></item>
                <item id="i2"><prompt>Is it?</prompt><true-false key="true"/></item>
                """, "feedback=\"after-each\""))
        _ = room.run("learner add Ann")
        let run = room.run(
            "quiz take @/bank.xml",
            typing: ["", "", "2", "y", "b", "1", "n", "2", "", "s", "submit"])
        #expect(run.left == 0)
        #expect(
            run.output.contains(
                """
                y to see what was right, which is final, Enter to go on: Question 1: wrong, 0 of 1 (0%)
                  Which?
                  Your answer: Beta
                  Right: Alpha
                  Why: It comes first.

                Question 2 of 2.
                """), "\(run.output)")
        #expect(
            run.output.contains("What was right in question 1 was shown: its answer stands.\n"))
        #expect(try room.answers() == ["chosen b", "chosen false"])
        #expect(run.code == .no)
    }
}
