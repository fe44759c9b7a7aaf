import Assessment
import Commands
import Foundation
import Grading
import Results
import SQLiteResults
import TestSupport
import Testing

@Suite struct `An exam that somebody watches` {
    private static let code = "chalk-4711"

    private static func bank(_ rules: String = #"proctored="yes""#) -> String {
        """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="one"><prompt>Is it?</prompt><true-false key="true"/></item>
        <quiz id="q" pass="60%" \(rules)><title>Exam</title><use item="one"/></quiz></bank>
        """
    }

    /// A room with a learner, and a code where one is set.
    private static func room(hasCode: Bool = true) throws -> QuizRoom {
        let room = try QuizRoom(bank: bank())
        _ = room.run("learner add Ann")
        for (name, text) in [("right", code + "\n"), ("wrong", "chalk-4712\n")] {
            _ = try room.folder.write(text, to: name)
        }
        _ = try room.folder.write("one chosen true\nsubmit\n", to: "answers")
        if hasCode {
            let set = room.run("quiz proctor @/bank.xml --code-file @/right", isTerminal: false)
            #expect(set.code == .done && set.output == "b/q opens with the new code now.\n")
            room.pass(seconds: 1)
        }
        return room
    }

    private static let handIn = "quiz take @/bank.xml --learner Ann --answers @/answers"

    private static func sittings(_ room: QuizRoom) throws -> Int {
        let store = try SQLiteStore.open(room.folder.url.path + "/store.sqlite", .reading)
        defer { try? store.close() }
        return try store.records(SittingRecord.self, .all).count
    }

    struct Setting: Sendable, CustomTestStringConvertible {
        let line: String
        let typed: [String]
        var isTerminal = true
        let code: ExitCode
        let says: String
        /// Which code opens it then, if one does.
        let opens: String?
        var testDescription: String { "\(line) \(typed)" }
    }

    @Test(arguments: [
        Setting(
            line: "", typed: ["board-1234", "board-1234"], code: .done,
            says: "b/q opens with the new code now.\n", opens: "board-1234"),
        Setting(
            line: "", typed: [" board-1234", "board-1234 "], code: .done,
            says: "b/q opens with the new code now.\n", opens: "board-1234"),
        Setting(
            line: "", typed: ["board-1234", "board-1243"], code: .usage,
            says: "the two codes are not the same", opens: code),
        Setting(
            line: "", typed: ["12345"], code: .usage, says: "a code has 6 characters or more",
            opens: code),
        Setting(line: "", typed: [], code: .usage, says: "no code was typed", opens: code),
        Setting(line: "", typed: ["board-1234", "^C"], code: .signal(2), says: "", opens: code),
        Setting(
            line: "", typed: [], isTerminal: false, code: .usage,
            says: "there is nobody to ask for a code", opens: code),
        Setting(
            line: "--code-file @/absent", typed: [], code: .noInput, says: "absent", opens: code),
        Setting(
            line: "--code-file @/wrong", typed: [], code: .done,
            says: "b/q opens with the new code now.\n", opens: "chalk-4712"),
        Setting(
            line: "--clear", typed: [], code: .done, says: "b/q opens without a code now.\n",
            opens: nil),
    ])
    func `opens with the code that was last set`(_ row: Setting) throws {
        let room = try Self.room()
        let run = room.run(
            "quiz proctor @/bank.xml \(row.line)", typing: row.typed, isTerminal: row.isTerminal)
        #expect(run.code == row.code)
        let said = run.output + run.errors
        #expect(row.says.isEmpty || said.contains(row.says), "\(said)")
        #expect(room.hidden.count == min(row.typed.count + (row.says.hasPrefix("no c") ? 1 : 0), 2))
        let open = room.run(Self.handIn, isTerminal: false)
        #expect(open.code == (row.opens == nil ? .done : .permission))
        guard let code = row.opens else { return }
        #expect(room.run(Self.handIn + " --proctor-code \(code)", isTerminal: false).code == .done)
        let bytes = try room.bytes(of: "store.sqlite")
        #expect(bytes.range(of: Data("$argon2id$".utf8)) != nil)
        #expect(bytes.range(of: Data(code.utf8)) == nil)
    }

    @Test func `has a code only where its bank says that somebody watches`() throws {
        let room = try QuizRoom(bank: Self.bank(""))
        let run = room.run("quiz proctor @/bank.xml", typing: [Self.code, Self.code])
        #expect(run.code == .no)
        #expect(
            run.errors.contains("write proctored=\"yes\" on the quiz in @/bank.xml"),
            "\(run.errors)")
        #expect(room.hidden.isEmpty)
    }

    struct Try: Sendable, CustomTestStringConvertible {
        let name: String
        var line = ""
        var typed: [String] = []
        var isTerminal = false
        let code: ExitCode
        var says = ""
        var waits: Int64 = 0
        var testDescription: String { name }
    }

    @Test(arguments: [
        Try(name: "none", code: .permission, says: "b/q opens with a proctor's code only"),
        Try(name: "a file", line: "--proctor-code-file @/right", code: .done),
        Try(name: "the command line", line: "--proctor-code \(code)", code: .done),
        Try(
            name: "a wrong file", line: "--proctor-code-file @/wrong", code: .permission,
            says: "that is not the proctor's code", waits: 1),
        Try(
            name: "a file that is not there", line: "--proctor-code-file @/no", code: .noInput),
        Try(
            name: "both", line: "--proctor-code-file @/right --proctor-code \(code)", code: .usage),
        Try(name: "typed", typed: [code], isTerminal: true, code: .done),
        Try(
            name: "typed at the third time", typed: ["chalk", "CHALK-4711", code],
            isTerminal: true, code: .done, says: "That is not the code.", waits: 3),
        Try(
            name: "never typed", typed: ["a", "b", "c", code], isTerminal: true, code: .permission,
            says: "that is not the proctor's code", waits: 7),
        Try(
            name: "an empty line", typed: [""], isTerminal: true, code: .permission,
            says: "ask the proctor to type it here"),
        Try(name: "Ctrl-C", typed: ["^C"], isTerminal: true, code: .signal(2)),
    ])
    func `is begun only with its code`(_ row: Try) throws {
        let room = try Self.room()
        let run = room.run(
            Self.handIn + " " + row.line, typing: row.typed, isTerminal: row.isTerminal)
        #expect(run.code == row.code, "\(run.errors)")
        let said = run.output + run.errors
        #expect(row.says.isEmpty || said.contains(row.says), "\(said)")
        #expect(room.rested == row.waits)
        #expect(room.hidden.count == min(row.typed.count, 3))
        #expect(try Self.sittings(room) == (row.code == .done ? 1 : 0))
        let bytes = try room.bytes(of: "store.sqlite")
        #expect(bytes.range(of: Data("CHALK-4711".utf8)) == nil)
    }

    @Test func `is resumed only with its code, whatever its file says by then`() throws {
        let room = try Self.room()
        let begun = room.run("quiz take @/bank.xml", typing: ["", Self.code, "", "1", "q"])
        #expect(begun.code == .done && begun.output.contains("Saved at question 1."))
        _ = try room.folder.write(Self.bank(""), to: "bank.xml")
        for line in ["quiz resume --learner Ann", "quiz take @/bank.xml --learner Ann"] {
            let shut = room.run(line, isTerminal: false)
            #expect(shut.code == .permission && !shut.output.contains("Is it?"))
        }
        let open = room.run("quiz resume", typing: [Self.code, "s", "submit"])
        #expect(open.code == .done)
        #expect(
            open.output.contains(
                """
                Away from the screen
                  - 2026-03-08 20:00:06 UTC for 1 second: the quiz was left or stopped
                  - The code that ann set was needed to begin it.
                """), "\(open.output)")
        struct Absence: Decodable, Equatable {
            let kind: String
            let from: String
            let seconds: Int
        }
        struct Review: Decodable {
            let absences: [Absence]
            let codeBy: String
        }
        let json = room.run("quiz review --json", isTerminal: false).output
        let review = try JSONDecoder().decode(Review.self, from: Data(json.utf8))
        #expect(
            review.absences == [Absence(kind: "paused", from: "2026-03-08T20:00:06Z", seconds: 1)])
        #expect(review.codeBy == "ann")
    }

    @Test(arguments: [
        (Self.bank(), ["1", "^Z", "s", "submit"], "for 60 seconds: the quiz was left or stopped"),
        (
            Self.bank(#"proctored="yes" time="30s""#), ["1", "^Z", "2"],
            "The time ran out, and the answers were handed in as they were saved."
        ),
        (Self.bank(""), ["1", "^Z", "s", "submit"], "Passed: 1 of 1 (100%)"),
    ])
    func `notices a stop at a question`(_ bank: String, _ typed: [String], _ says: String) throws {
        let room = try QuizRoom(bank: bank)
        let run = room.run("quiz take @/bank.xml", typing: ["Ann", "^Z", ""] + typed)
        #expect(run.code == .done)
        #expect(run.output.contains(says), "\(run.output)")
        #expect(room.run("store verify", isTerminal: false).code == .done)
    }

    private static let answers: [(answer: String, verdict: Verdict, code: ExitCode, says: String)] =
        [
            ("true", .passed, .done, "Passed: 1 of 1 (100%)"),
            ("false", .notPassed, .no, "Not passed: 0 of 1 (0%)"),
        ]

    @Test(arguments: [#"proctored="yes""#, #"feedback="after-release""#], answers.map(\.answer))
    func `tells nothing of its result before it is released`(
        _ rules: String, _ answer: String
    ) throws {
        let row = try #require(Self.answers.first { $0.answer == answer })
        let room = try QuizRoom(bank: Self.bank(rules))
        _ = room.run("learner add Ann")
        _ = try room.folder.write("one chosen \(answer)\nsubmit\n", to: "answers")
        let taken = room.run(Self.handIn, isTerminal: false)
        #expect(taken.output.contains("Handed in. The result is shown once it is released."))
        let lines = ["quiz review", "quiz review --json", "learner show Ann", "quiz list @"]
        let held = [taken] + lines.map { room.run($0, isTerminal: false) }
        for run in held {
            #expect(run.code == .done)
            #expect(!run.output.contains("assed:") && !run.output.contains("1 of 1 (100%)"))
            #expect(!run.output.contains("\"earned\":\""))
        }
        #expect(held[3].output.contains("b/q          1     0       0           0          1"))
        #expect(try room.grades().map(\.verdict) == [row.verdict])

        let release = room.run("quiz release @/bank.xml", isTerminal: false)
        #expect(release.code == .done && release.output.hasSuffix("b/q: 1 result released\n"))
        let review = room.run("quiz review", isTerminal: false)
        #expect(review.code == row.code && review.output.hasPrefix(row.says))
        #expect(room.run("store verify", isTerminal: false).code == .done)
        // It is done, and stays done.
        let again = room.run("quiz release @/bank.xml", isTerminal: false)
        #expect(again.code == .done && again.output == "b/q: no result released\n")
        // The next sitting waits for a release of its own.
        let next = room.run(Self.handIn, isTerminal: false)
        #expect(next.code == .done && next.output.contains("once it is released"))
    }

    /// Whose results a release is for, of Ann's and Bob's, who is in a cohort; Cy has not handed in.
    @Test(arguments: [
        ("", ["Ann", "Bob"]), ("--learner Ann", ["Ann"]), ("--cohort spring", ["Bob"]),
        ("--sitting @", ["Ann"]), ("--sitting ffff", []), ("--learner Cy", []),
    ])
    func `is released for whom a lead names`(_ line: String, _ expected: [String]) throws {
        let room = try Self.room(hasCode: false)
        for line in [
            "learner add Bob", "learner add Cy", "cohort create spring", "cohort add spring Bob",
            Self.handIn, Self.handIn.replacing("Ann", with: "Bob"),
        ] { #expect(room.run(line, isTerminal: false).code == .done) }
        _ = room.run("quiz take @/bank.xml --learner Cy", typing: ["", "q"])
        var line = line
        if line.hasSuffix("@") {
            let json = room.run("quiz review --learner Ann --json", isTerminal: false).output
            let parts = json.split(separator: "\"sitting\":\"")
            line = "--sitting " + (parts.last?.prefix { $0 != "\"" } ?? "")
        }
        let run = room.run("quiz release @/bank.xml \(line)", isTerminal: false)
        #expect(run.code == .done, "\(run.errors)")
        let names = run.output.split(separator: "\n").dropLast().compactMap {
            $0.split(separator: " ").dropFirst().first.map { String($0) }
        }
        #expect(names == expected)
        for name in ["Ann", "Bob"] {
            let review = room.run("quiz review --learner \(name)", isTerminal: false)
            #expect(review.output.hasPrefix("Passed:") == expected.contains(name))
        }
        let open = run.errors.contains("1 sitting still open, and not released")
        #expect(open == (line == "" || line == "--learner Cy"))
    }
}
