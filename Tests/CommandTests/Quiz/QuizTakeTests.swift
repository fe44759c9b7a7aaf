import Assessment
import Commands
import Foundation
import Results
import TestSupport
import Testing

@Suite struct `Taking a quiz line by line` {
    /// Questions of several kinds, in the order written.
    static let mixed = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="one"><prompt>Which?</prompt>
        <choose shuffle="no"><option id="a" key="true">Alpha</option><option id="b">Beta</option>
        </choose></item>
        <item id="days"><prompt>How long?</prompt>
        <number unit="required"><accept value="3000"/>
        <unit id="d" factor="1">days</unit></number></item>
        <item id="word"><prompt>Which word?</prompt><short-text><accept>free</accept></short-text>
        <explanation>Because.</explanation></item>
        <quiz id="q" pass="60%" order="listed" time="20m"><title>Quiz</title>
        <use item="one"/><use item="days"/><use item="word"/></quiz></bank>
        """

    /// Twenty statements that hold, the first of which has an option worth three quarters instead.
    static let twenty: String = {
        let items = (1...20).map { number in
            number == 1
                ? """
                <item id="i1"><prompt>Which?</prompt><choose>
                <option id="a" key="true">A</option><option id="b" credit="75%">B</option>
                <option id="c">C</option></choose></item>
                """
                : "<item id=\"i\(number)\"><prompt>Is it?</prompt><true-false key=\"true\"/></item>"
        }
        return """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>\(items.joined())
            <quiz id="q" pass="80%" attempts="2" wait="24h"><title>Quiz</title>
            <draw count="20"/></quiz></bank>
            """
    }()

    /// Twenty statements that hold, of which sixteen pass.
    static let statements = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        \((1...20).map {
            "<item id=\"i\($0)\"><prompt>Is it?</prompt><true-false key=\"true\"/></item>"
        }.joined())
        <quiz id="q" pass="80%"><title>Quiz</title><draw count="20"/></quiz></bank>
        """

    @Test func `asks, saves, and says what it came to`() throws {
        let room = try QuizRoom(bank: Self.mixed)
        let run = room.run(
            "quiz take @/bank.xml",
            typing: [
                "Ann Lee", "", "7", "2", "3,000 d", "3000", "3000 days", "/b", "n", "/f", "paid",
                "s", "", "1", "1", "z", "Z", "r", "s", "submit",
            ])
        #expect(run.errors == "")
        #expect(run.left == 0)
        #expect(run.code == .done)
        #expect(run.output == Transcript.mixed)
        #expect(try room.grades().map(\.verdict) == [.passed])
        let again = room.run("quiz review", isTerminal: false)
        #expect(run.output.hasSuffix(again.output))
        #expect(again.code == .done)
    }

    struct Score: Sendable, CustomTestStringConvertible {
        let first: String
        let wrong: Int
        let says: String
        let code: ExitCode
        let verdict: Verdict
        var testDescription: String { says }
    }

    @Test(arguments: [
        Score(
            first: "a", wrong: 4, says: "Passed: 16 of 20 (80%), pass mark 16.\n", code: .done,
            verdict: .passed),
        Score(
            first: "b", wrong: 4,
            says: "Not passed: 15.75 of 20 (78.75%), pass mark 16; 0.25 more needed.\n", code: .no,
            verdict: .notPassed),
        Score(
            first: "c", wrong: 4,
            says: "Not passed: 15 of 20 (75%), pass mark 16; 1 more needed.\n",
            code: .no, verdict: .notPassed),
        Score(
            first: "a", wrong: 0, says: "Passed: 20 of 20 (100%), pass mark 16.\n", code: .done,
            verdict: .passed),
    ])
    func `says the same on screen, to the shell and in the store`(_ row: Score) throws {
        let room = try QuizRoom(bank: Self.twenty)
        _ = room.run("learner add Ann")
        let lines = (2...20).map { "i\($0) chosen \($0 < 2 + row.wrong ? "false" : "true")" }
        let answers = ["i1 chosen \(row.first)", "absent chosen a"] + lines + ["submit"]
        _ = try room.folder.write(
            answers.filter { !$0.hasPrefix("absent") }.joined(separator: "\r\n"), to: "answers.txt")
        let run = room.run("quiz take @/bank.xml --answers @/answers.txt", isTerminal: false)
        #expect(run.errors == "")
        #expect(run.output.contains("\n" + row.says), "\(run.output)")
        #expect(run.code == row.code)
        #expect(try room.grades().map(\.verdict) == [row.verdict])
        #expect(room.run("quiz review", isTerminal: false).code == row.code)
        let next = room.run("quiz take @/bank.xml", isTerminal: false)
        #expect(next.code == .no)
        #expect(
            next.errors.hasPrefix("error: the next attempt may begin at 2026-03-09 20:00 UTC\n"))
        let verified = room.run("store verify", isTerminal: false)
        #expect(verified.code == .done, "\(verified.output)\(verified.errors)")
    }

    struct End: Sendable, CustomTestStringConvertible {
        let name: String
        let lines: [String]
        var isTerminal = true
        var program = "assay"
        let code: ExitCode
        let says: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        End(
            name: "q, with a program not on the path", lines: ["1", "q"],
            program: "./my tools/assay", code: .done,
            says: "Saved at question 2. To go on: './my tools/assay' quiz resume\n"),
        End(
            name: "q", lines: ["1", "q"], code: .done,
            says: "Saved at question 2. To go on: assay quiz resume\n"),
        End(
            name: "Ctrl-D", lines: ["1"], code: .done,
            says: "Saved at question 2. To go on: assay quiz resume\n"),
        End(
            name: "Ctrl-C", lines: ["1", "3000 d", "^C"], code: .signal(2),
            says: "Saved at question 3. To go on: assay quiz resume\n"),
        End(
            name: "answers that end", lines: ["1"], isTerminal: false, code: .badData,
            says: "the answers ended before the quiz was handed in\n"),
        End(
            name: "answers not understood", lines: ["1", "many"], isTerminal: false,
            code: .badData,
            says: "line 2 of the answers was not understood: This cannot be read as a number"),
    ])
    func `loses nothing, however it is left`(_ row: End) throws {
        let room = try QuizRoom(bank: Self.mixed)
        room.program = row.program
        _ = room.run("learner add Ann")
        let run = room.run(
            "quiz take @/bank.xml", typing: (row.isTerminal ? ["", ""] : []) + row.lines,
            isTerminal: row.isTerminal)
        #expect(run.code == row.code)
        #expect((run.output + run.errors).contains(row.says), "\(run.output)\(run.errors)")
        let again = room.run("quiz resume", typing: ["/g 1", "/q"])
        #expect(again.output.hasPrefix("Going on with Quiz, question "))
        #expect(again.output.contains("2. Beta\n\nYour answer: 1\n"), "\(again.output)")
        #expect(again.code == .done)
    }

    @Test func `is handed in as saved when the time is up`() throws {
        let room = try QuizRoom(bank: Self.mixed)
        _ = room.run("learner add Ann")
        room.pace = 450
        let run = room.run("quiz take @/bank.xml", typing: ["", "", "1", "3000 d", "free"])
        #expect(run.output.contains("Answer 1 saved.\n"))
        #expect(
            run.output.contains("The time ran out, and the answers were handed in as they were"))
        #expect(run.code == .done, "two of three are enough")
        #expect(try room.grades().map(\.marks.earned) == [Rational(2)])
        #expect(!run.output.contains("\"free\" saved"))
    }

    @Test func `warns once at five minutes and once at one`() throws {
        let room = try QuizRoom(bank: Self.mixed)
        _ = room.run("learner add Ann")
        room.pace = 50
        let run = room.run(
            "quiz take @/bank.xml", typing: ["", ""] + Array(repeating: "t", count: 23) + ["q"])
        #expect(run.output.ranges(of: "1 minute left.").count == 1)
        #expect(run.output.contains("5 minutes left."))
    }

    @Test func `belongs to one terminal at a time`() throws {
        let room = try QuizRoom(bank: Self.mixed)
        _ = room.run("learner add Ann")
        var other: QuizRoom.Answer?
        room.meanwhile = {
            room.process = 2
            other = room.run("quiz resume", typing: ["q"])
            let taken = room.run("quiz resume --take-over", typing: ["q"])
            #expect(taken.code == .done)
        }
        let run = room.run("quiz take @/bank.xml", typing: ["", "", "!", "1"])
        #expect(other?.code == .locked)
        #expect(
            other?.errors.contains("open on desk in terminal pts/3, process 1") == true,
            "\(other?.errors ?? "")")
        #expect(run.code == .locked)
        #expect(!run.output.contains("Answer 1 saved."))
    }

    @Test func `prints no byte of a bank that a terminal would act on`() throws {
        let hostile = "\u{9B}2J\u{202E}x"
        let bank = Self.mixed.replacing("Which?", with: hostile).replacing("Beta", with: hostile)
        let room = try QuizRoom(bank: bank)
        let run = room.run(
            "quiz take @/bank.xml", typing: ["Ann", "", "1", "1 d", "\u{1B}[2Jfree", "submit"])
        let bad = run.output.unicodeScalars.filter {
            ($0.value < 32 && $0 != "\n") || (127...159).contains($0.value)
                || (0x202A...0x202E).contains($0.value)
        }
        #expect(bad.isEmpty)
    }

    @Test func `finds the quiz that a word means`() throws {
        let room = try QuizRoom(bank: Self.mixed)
        let folder = ["ASSAY_CONTENT": room.folder.url.path]
        for line in [
            "quiz show", "quiz show b", "quiz show q", "quiz show b/q", "quiz show @/bank.xml",
            "quiz show @/bank.xml#q",
        ] {
            let run = room.run(line, isTerminal: false, variables: folder)
            #expect(run.code == .done, "\(line)")
            #expect(run.output.hasPrefix("Quiz\n"), "\(line)")
        }
        let wrong = room.run("quiz show b/p", isTerminal: false, variables: folder)
        #expect(wrong.code == .noInput)
        #expect(wrong.errors.contains("did you mean 'b/q'?"))
        let list = room.run("quiz list", isTerminal: false, variables: folder)
        #expect(list.output == "QUIZ  QUESTIONS  TITLE\nb/q           3  Quiz\n")
    }
}
