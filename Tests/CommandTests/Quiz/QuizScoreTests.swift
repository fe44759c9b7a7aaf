import Commands
import Foundation
import TestSupport
import Testing

/// A quiz of a point for a choice and four for a text, of which four pass.
@Suite struct `A text that waits for a reviewer` {
    private static let bank = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="one"><prompt>Which?</prompt>
        <choose><option id="a" key="true">A</option><option id="b">B</option></choose></item>
        <item id="two" points="4"><prompt>Why?</prompt><written rubric="written-answer">
        <guidance>Look for a reason.</guidance><model-answer>Because.</model-answer></written></item>
        <quiz id="q" pass="80%" order="listed"><title>Q</title>
        <use item="one"/><use item="two"/></quiz></bank>
        """

    private func room() throws -> QuizRoom {
        let room = try QuizRoom(bank: Self.bank)
        #expect(room.run("learner add Ann --id S1").code == .done)
        let answers = "one chosen a\ntwo written I had \u{1B}[31mno choice\nsubmit\n"
        _ = try room.folder.write(answers, to: "answers.txt")
        let taken = room.run(
            "quiz take @/bank.xml --learner Ann --answers @/answers.txt", isTerminal: false)
        #expect(taken.output.contains("Not decided yet: 1 of 5 (20%)"), "\(taken)")
        return room
    }

    private func sitting(_ room: QuizRoom) -> String {
        let list = room.run("quiz score", isTerminal: false).output
        return list.split(separator: "\n").last.map { String($0.prefix { $0 != " " }) } ?? ""
    }

    @Test func `is listed and shown without a name`() throws {
        let room = try room()
        let list = room.run("quiz score", isTerminal: false)
        #expect(list.output.contains("b/q") && list.output.contains("two"))
        let page = room.run("quiz score \(sitting(room))")
        for words in [
            "two, up to 4 points", "Why?", "no choice", "Guidance: Look for a reason.",
            "Model answer: Because.", "Rubric: written-answer", "\(sitting(room)) two POINTS",
        ] { #expect(page.output.contains(words), "\(page.output)") }
        for run in [list, page] {
            #expect(!run.output.contains("Ann") && !run.output.contains("\u{1B}[31m"))
        }
    }

    /// What is given, the exit code and the words of the learner's result.
    @Test(arguments: [
        ("3", ExitCode.done, "Passed: 4 of 5 (80%)"),
        ("75%", .done, "Passed: 4 of 5 (80%)"), ("4", .done, "Passed: 5 of 5 (100%)"),
        ("2.99", .done, "Not passed: 3.99 of 5 (79.8%)"), ("0", .done, "Not passed: 1 of 5 (20%)"),
        ("1/3", .done, "Not passed: 1.33 of 5 (26.7%)"), ("4.01", .usage, "Not decided yet"),
        ("-1", .usage, "Not decided yet"), ("101%", .usage, "Not decided yet"),
        ("many", .usage, "Not decided yet"), ("", .usage, "Not decided yet"),
    ])
    func `gets marks of what it can earn`(
        _ points: String, _ code: ExitCode, _ words: String
    ) throws {
        let room = try room()
        let name = sitting(room)
        let run = room.run("quiz score --comment Clear. \(name) two -- \(points)")
        #expect(run.code == code, "\(run.errors)")
        let review = room.run("quiz review --learner Ann", columns: 200)
        #expect(review.output.contains(words), "\(review.output)")
        #expect(review.output.contains("The reviewer says: Clear.") == (code == .done))
        #expect(room.run("store verify").code == .done)
    }

    @Test func `waits also where the verdict does not hang on it`() throws {
        let room = try QuizRoom(bank: Self.bank.replacing("80%", with: "20%"))
        #expect(room.run("learner add Ann --id S1").code == .done)
        _ = try room.folder.write("one chosen a\ntwo written Why not\nsubmit\n", to: "a")
        let taken = room.run("quiz take @/bank.xml --learner Ann --answers @/a", isTerminal: false)
        #expect(taken.code == .done && taken.output.contains("Passed: 1 of 5"), "\(taken.output)")
        #expect(room.run("quiz score \(sitting(room)) two 4").output.hasPrefix("Passed: 5 of 5"))
    }

    @Test func `keeps old marks beside new ones, which need a comment`() throws {
        let room = try room()
        let name = sitting(room)
        #expect(room.run("quiz score \(name) two 1").code == .done)
        #expect(room.run("quiz score", isTerminal: false).errors.contains("no text waits"))
        #expect(room.run("quiz score \(name) two 4").errors.contains("was scored before"))
        let same = room.run("quiz score \(name) two 1 --comment Same")
        #expect(same.code == .usage && same.errors.contains("has these marks already"))
        room.pass(seconds: 60)
        let again = room.run("quiz score \(name) two 4 --comment Overlooked")
        #expect(again.code == .done && again.output.hasPrefix("Passed: 5 of 5"))
        #expect(try room.grades().count == 3)
        room.pass(seconds: 60)
        // A key set right later leaves the reviewer's marks alone.
        _ = try room.folder.write(
            Self.bank.replacing(
                #"id="a" key="true">A</option><option id="b">"#,
                with: #"id="a">A</option><option id="b" key="true">"#), to: "bank.xml")
        let regrade = room.run("quiz regrade @/bank.xml --reason wrong-key")
        #expect(regrade.output.contains("5 of 5 (100%), now 4 of 5 (80%); passed"))
        #expect(room.run("quiz review --learner Ann").output.contains("Overlooked"))
        #expect(room.run("store verify").code == .done)
    }

    @Test(arguments: [
        ("quiz score ffff", ExitCode.noInput, "there is no sitting 'ffff'"),
        ("quiz score @ one 1", .noInput, "no question 'one' that a reviewer scores"),
        ("quiz score @ tow 1", .noInput, "two"),
        ("quiz score @ --json", .usage, "--json is for the list of what waits"),
    ])
    func `is named, and nothing else`(_ line: String, _ code: ExitCode, _ words: String) throws {
        let room = try room()
        let run = room.run(line.replacing("@", with: sitting(room)))
        #expect(run.code == code && run.errors.contains(words), "\(run.errors)")
        #expect(try room.grades().count == 1)
    }
}
