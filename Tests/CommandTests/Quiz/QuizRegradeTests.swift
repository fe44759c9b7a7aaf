import Commands
import Foundation
import TestSupport
import Testing

/// A quiz of two questions, of which one right answer passes, and a key that was wrong.
@Suite struct `A key that is set right` {
    private static let bank = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="one"><prompt>Which?</prompt>
        <choose><option id="a" key="true">A</option><option id="b">B</option></choose></item>
        <item id="two"><prompt>Is it?</prompt><true-false key="true"/></item>
        <quiz id="q" pass="50%" order="listed"><title>Q</title>
        <use item="one"/><use item="two"/></quiz></bank>
        """
    private static let corrected = bank.replacing(
        #"<option id="a" key="true">A</option><option id="b">"#,
        with: #"<option id="a">A</option><option id="b" key="true">"#)

    /// Ann chose the old key and Bob the right one; Cy chose that and has the other question right too.
    private func room() throws -> QuizRoom {
        let room = try QuizRoom(bank: Self.bank)
        for (name, answers) in [
            ("Ann", "one chosen a\ntwo chosen false\nsubmit\n"),
            ("Bob", "one chosen b\ntwo chosen false\nsubmit\n"),
            ("Cy", "one chosen b\ntwo chosen true\nsubmit\n"),
        ] {
            #expect(room.run("learner add \(name) --id \(name)").code == .done)
            _ = try room.folder.write(answers, to: "answers.txt")
            _ = room.run(
                "quiz take @/bank.xml --learner \(name) --answers @/answers.txt", isTerminal: false)
        }
        return room
    }

    @Test func `changes whose results it changes, once a lead says why`() throws {
        let room = try room()
        let same = room.run("quiz regrade @/bank.xml --dry-run")
        #expect(
            same.output == """
                b/q: 3 graded sittings, and nothing to set right in what they were asked
                nothing was written, as --dry-run asks

                """)
        _ = try room.folder.write(Self.corrected, to: "bank.xml")
        let changes = """
            Ann (Ann), attempt 1: 1 of 2 (50%), now 0 of 2 (0%); passed, now not passed
            Bob (Bob), attempt 1: 0 of 2 (0%), now 1 of 2 (50%); not passed, now passed
            Cy (Cy), attempt 1: 1 of 2 (50%), now 2 of 2 (100%); passed
            set right: one
            3 of 3 graded sittings change: 1 from not passed to passed, 1 from passed to not passed, 1 with fewer marks than before

            """
        let look = room.run("quiz regrade @/bank.xml --dry-run")
        #expect(look.output == changes + "nothing was written, as --dry-run asks\n")
        #expect(try room.grades().count == 3)
        let silent = room.run("quiz regrade @/bank.xml")
        #expect(silent.code == .usage && silent.errors.contains("new grades need a reason"))
        #expect(room.run("quiz regrade @/bank.xml --reason wrong-key").output == changes)
        #expect(try room.grades().count == 6)
        #expect(room.run("quiz review --learner Ann").code == .no)
        let review = room.run("quiz review --learner Bob")
        #expect(review.code == .done && review.output.contains("Question 1: right"))
        #expect(room.run("store verify").code == .done)
        let again = room.run("quiz regrade @/bank.xml --reason wrong-key")
        #expect(again.output.contains("nothing to set right"))
        #expect(try room.grades().count == 6)
    }

    /// What is asked for, the results after it, and what the output holds.
    @Test(arguments: [
        ("--keep-marks", ["1/2", "1/2", "2/2"], "2 of 3 graded sittings change: 1 from not"),
        ("--learner Bob", ["1/2", "1/2", "1/2"], "1 of 1 graded sitting changes: 1 from not"),
        ("--award two", ["1/2", "2/2", "2/2"], "set right: one, two"),
        ("--award two --award one", ["2/2", "2/2", "2/2"], "3 of 3 graded sittings change"),
    ])
    func `is as lenient as a lead is`(_ line: String, _ marks: [String], _ words: String) throws {
        let room = try room()
        _ = try room.folder.write(Self.corrected, to: "bank.xml")
        let run = room.run("quiz regrade @/bank.xml --reason fair \(line)")
        #expect(run.output.contains(words), "\(run.output)")
        let results = ["Ann", "Bob", "Cy"].map { name in
            let json = room.run("quiz review --learner \(name) --json", isTerminal: false).output
            return ["earned", "possible"].map { key in
                json.split(separator: "\"\(key)\":\"").dropFirst().first?.prefix { $0 != "\"" }
                    ?? ""
            }.joined(separator: "/")
        }
        #expect(results == marks)
        #expect(room.run("store verify").code == .done)
    }

    @Test func `leaves alone a question of which more was changed, and says how to go on`() throws {
        let room = try room()
        _ = try room.folder.write(
            Self.corrected.replacing("B</option>", with: "B</option><option id=\"c\">C</option>"),
            to: "bank.xml")
        let run = room.run("quiz regrade @/bank.xml --dry-run")
        #expect(
            run.output.contains(
                "one stays as it was asked: what can be answered changed; --award one gives "
                    + "everybody full marks for it\n"))
        let json = room.run("quiz regrade @/bank.xml --dry-run --json", isTerminal: false).output
        #expect(json.contains(#""unfit":[{"changed":["answers"],"item":"one"}]"#))
        let unknown = room.run("quiz regrade @/bank.xml --dry-run --award tow")
        #expect(unknown.code == .noInput && unknown.errors.contains("two"))
    }
}
