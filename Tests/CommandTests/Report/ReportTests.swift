import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `A report` {
    private static let bank = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <objective id="o"><title>Objects</title></objective>
        <objective id="p"><title>Parts</title></objective>
        <item id="i1" objective="o"><prompt>Which **one**
        of these?</prompt><choose shuffle="no"><option id="a" key="true">&lt;b&gt;Alpha</option>
        <option id="b">=Beta()</option></choose></item>
        <item id="i2" objective="p"><prompt>Is it?</prompt><true-false key="true"/></item>
        <quiz id="q" pass="75%" order="listed" attempts="3"><title>Quiz</title>
        <use item="i1"/><use item="i2"/></quiz></bank>
        """

    private let room: QuizRoom

    /// Ann passes, Bob does not, and Cleo has not come.
    init() throws {
        room = try QuizRoom(bank: Self.bank)
        #expect(room.run("cohort create spring").code == .done)
        for (name, id) in [("Ann", "S1"), ("Bob", "S2"), ("Cleo", "S3")] {
            let line = "learner add \(name) --id \(id) --cohort spring"
            #expect(room.run(line).code == .done)
        }
        #expect(room.run("cohort create empty").code == .done)
        #expect(room.run("cohort create fall").code == .done)
        #expect(room.run("cohort add fall S1").code == .done)
        take("S1", ["1", "1", "submit"])
        take("S2", ["2", "1", "submit"])
    }

    private func take(_ learner: String, _ lines: [String]) {
        let run = room.run(
            "quiz take @/bank.xml --learner \(learner)", typing: lines, isTerminal: false)
        #expect([.done, .no].contains(run.code), "\(run.errors)")
    }

    @Test(
        arguments: [
            ("learner S1", ["Ann", "Quiz: Passed: 2 of 2 (100%), pass mark 1.5."]),
            (
                "learner S2",
                [
                    "Quiz: Not passed: 1 of 2 (50%)", "Which one of these?", "Your answer: =Beta()",
                    "Right: <b>Alpha", "Objects",
                ]
            ), ("learner S3", ["Nothing has been graded yet."]),
            (
                "cohort spring",
                ["1 of 2 passed.", "1 have no result.", "Cleo", "cannot tell how good a quiz is"]
            ), ("cohort", ["Everybody: Quiz", "1 of 2 passed."]),
            (
                "cohort spring --compare fall",
                ["In fall, 1 of 1 passed.", "the difference could be chance."]
            ), ("cohort spring --compare empty", ["Nobody in empty has a result."]),
            ("item b i1", ["i1, Quiz", "1 of 2 chose a"]),
            (
                "learner S2 --format html",
                ["=Beta()", "&lt;b&gt;Alpha", "<h3>Question 1: wrong, 0 of 1 (0%)</h3>"]
            ), ("learner S2 --format markdown", ["# Bob", "\n### Question 1: wrong, 0 of 1"]),
            ("cohort spring --format json", ["\"pass_rate\": \"0.5\"", "assay/report/1"]),
            ("cohort spring --format csv --table learners", ["\"learner\",\"score\"", "\"Ann\","]),
            (
                "cohort spring --format csv --table learners --fields verdict,learner,score",
                ["\"verdict\",\"learner\",\"score\"\r\n\"passed\",\"Ann\",1\r\n"]
            ),
            (
                "item b i2 --format csv --fields option,rest_correlation_reason",
                ["\"option\",\"rest_correlation_reason\"\r\n\"true\",\""]
            ),
        ] as [(String, [String])])
    func `tells what it is asked for, in the form it is asked for`(
        _ line: String, _ said: [String]
    ) {
        let run = room.run("report \(line)", isTerminal: false)
        #expect(run.code == .done, "\(run.errors)")
        for words in said { #expect(run.output.contains(words), "\(run.output)") }
    }

    @Test func `on a learner names nobody else`() {
        for format in ["text", "markdown", "html", "json"] {
            let run = room.run("report learner S1 --format \(format)", isTerminal: false)
            #expect(run.output.contains("Ann"))
            for other in ["Bob", "Cleo", "S2", "S3"] { #expect(!run.output.contains(other)) }
        }
    }

    @Test func `on a learner begins with what came of handed-in work, too`() throws {
        let reviews = try ReviewRoom()
        func start() -> [Substring] {
            let text = reviews.room.run("report learner S1", isTerminal: false).output
            return Array(text.split(separator: "\n").prefix(2))
        }
        #expect(start() == ["Ana", "Talk: no verdict yet."])
        for reviewer in 1...2 { reviews.submit(["ask = 3", "end = 2"], by: reviewer) }
        #expect(start() == ["Ana", "Talk: no verdict yet."])
        #expect(reviews.room.run("panel release talk-1").code == .done)
        #expect(start() == ["Ana", "Talk: Passed, at 91.7%."])
    }

    @Test func `names nobody where names are replaced, and replaces them alike each time`() throws {
        let line = "report cohort spring --pseudonymize @/key"
        let (first, second) = (room.run(line), room.run(line))
        #expect(first.code == .done && first.output == second.output)
        #expect(first.output.contains("1 of 2 passed."))
        for name in ["Ann", "Bob", "Cleo"] { #expect(!first.output.contains(name)) }
    }

    @Test(
        arguments: [
            ("learner", .usage, "it is not said whom to report on"),
            ("learner --all", .usage, "go into a folder"),
            ("learner S9", .noInput, "nobody called 'S9'"),
            ("cohort spring --format csv", .usage, "name one with --table"),
            ("cohort spring --format csv --table learner", .noInput, "did you mean 'learners'?"),
            (
                "cohort --format csv --table learners --fields learner,scor", .noInput,
                "the table learners has no column 'scor'"
            ),
            (
                "cohort --format csv --table learners --fields learner,scor", .noInput,
                "did you mean 'score'?"
            ),
            (
                "cohort --format csv --table learners --fields learner,", .noInput,
                "  learner\n  score\n  verdict\n  attempt\n  near\n"
            ),
            ("cohort --fields learner", .usage, "--fields is for a CSV file"),
            ("cohort --format xlsx --fields learner", .usage, "--fields is for a CSV file"),
            ("item b i9", .noInput, "nobody was asked an item 'i9'"),
            ("learner S1 --output @/bank.xml", .cannotWrite, "--force replaces a file"),
        ] as [(String, ExitCode, String)])
    func `says what it lacks`(_ line: String, _ code: ExitCode, _ said: String) {
        let run = room.run("report \(line)", isTerminal: false)
        #expect(run.code == code && run.errors.contains(said), "\(run.errors)")
    }

    @Test func `that is no text does not go to a terminal`() {
        let run = room.run("report learner S1 --format xlsx")
        #expect(run.code == .usage && run.output.isEmpty)
        #expect(run.errors.contains("a terminal cannot show"))
    }

    @Test func `does not choose among attempts in silence`() {
        room.pass(seconds: 60)
        take("S2", ["1", "1", "submit"])
        let refused = room.run("report cohort spring", isTerminal: false)
        #expect(refused.code == .usage)
        let reason =
            "learner 'S2' has 2 submitted attempts of b/q; choose --attempt first|best|last"
        #expect(refused.errors.contains(reason), "\(refused.errors)")
        for (attempt, passed) in [("first", 1), ("best", 2), ("last", 2)] {
            let run = room.run("report cohort spring --attempt \(attempt)", isTerminal: false)
            #expect(run.output.contains("\(passed) of 2 passed."))
        }
    }

    /// Ann and Bob take it on 2026-03-08, and Bob passes two days later.
    @Test(
        arguments: [
            ("cohort spring --attempt last --since 2026-03-10", ["1 of 1 passed.", "or later."]),
            ("cohort spring --attempt last --since 2026-03-08", ["2 of 2 passed.", "or later."]),
            (
                "cohort spring --attempt first --since 2026-03-09",
                ["nobody has a result of 'Quiz' from"]
            ),
            ("cohort spring --attempt last --compare fall --since 2026-03-10", ["Nobody in fall"]),
            ("item b i1 --attempt last --since 2026-03-10", ["1 of 1 chose a"]),
            ("learner S2 --since 2026-03-10", ["Passed: 2 of 2", "ended on 2026-03-10 or later."]),
            ("learner S1 --since 2026-03-10", ["Nothing that ended on 2026-03-10 or later"]),
        ] as [(String, [String])])
    func `tells of what ended on a day or later`(_ line: String, _ said: [String]) {
        room.pass(seconds: 2 * 86_400)
        take("S2", ["1", "1", "submit"])
        let run = room.run("report \(line)", isTerminal: false)
        let text = (run.output + run.errors).replacing("\n", with: " ")
        for words in said { #expect(text.contains(words), "\(text)") }
        #expect(run.code == (run.errors.isEmpty ? .done : .noInput))
        let wrong = room.run("report \(line)1", isTerminal: false)
        #expect(wrong.code == .usage && wrong.errors.contains("is no date"))
    }

    @Test func `goes into a file for each learner, the same one each time`() throws {
        let folder = room.folder.url.appending(path: "reports")
        let first = room.run("report learner --cohort spring --format html --output @/reports")
        #expect(first.code == .done && first.errors.contains("3 reports written"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count == 3 && names.allSatisfy { $0.hasSuffix(".html") })
        let before = try names.map { try Data(contentsOf: folder.appending(path: $0)) }
        let refused = room.run("report learner --all --format html --output @/reports")
        #expect(refused.code == .no && refused.errors.contains("Ann: "))
        #expect(
            room.run("report learner --all --format html --output @/reports --force").code == .done)
        #expect(try names.map { try Data(contentsOf: folder.appending(path: $0)) } == before)
    }

    @Test func `has no signs of color, which nobody could obey`() {
        let variables = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
        let run = room.run("report learner S1 --color=always", variables: variables)
        #expect(run.output.hasPrefix("Ann\n"), "\(run.output.debugDescription)")
        #expect(!run.output.contains("1B"))
    }

    private static let gone = "\r\u{1B}[K"

    @Test(
        arguments: [
            ("", true, "xterm", "1 of 3\(gone)2 of 3\(gone)3 of 3\(gone)"),
            ("--quiet", true, "xterm", ""),
            ("", false, "xterm", ""), ("", true, "dumb", ""),
        ])
    func `counts along on one line of a terminal, which is gone afterwards`(
        _ option: String, _ isTerminal: Bool, _ terminal: String, _ counting: String
    ) {
        let variables = ["TERM": terminal]
        let reports = room.run(
            "report learner --all --format html --output @/reports \(option)",
            isTerminal: isTerminal, variables: variables)
        let end = option.isEmpty ? "3 reports written to @/reports\n" : ""
        #expect(reports.errors == counting + end, "\(reports.errors.debugDescription)")
        let export = room.run(
            "export --to moodle --output @/m.csv \(option)", isTerminal: isTerminal,
            variables: variables)
        #expect(export.code == .done && export.errors.hasPrefix(counting))
        #expect(export.errors.contains("\u{1B}") == !counting.isEmpty)
    }

    @Test func `on somebody that fails is named on a line of its own`() throws {
        #expect(room.run("report learner --all --output @/r --format html").code == .done)
        let folder = room.folder.url.appending(path: "r")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let other = try #require(names.first { !$0.hasPrefix("S2-") })
        for name in names where name != other {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
        let run = room.run("report learner --all --output @/r --format html --color=never")
        #expect(run.code == .no)
        let who = other.hasPrefix("S1-") ? ("Ann", 1) : ("Cleo", 3)
        #expect(run.errors.contains("\(who.1) of 3\(Self.gone)error: \(who.0): "), "\(run.errors)")
        #expect(run.errors.hasSuffix("2 reports written to @/r, 1 failed\n"))
    }

    @Test(arguments: ["text", "markdown", "html", "json", "csv", "xlsx", "pdf"])
    func `has the same bytes wherever it is written`(format: String) throws {
        func bytes(_ surroundings: [String]) throws -> Data {
            let folder = try Folder([])
            let words = [
                PtyProgram.path, "report", "cohort", "spring", "--format", format, "--output",
                "out",
            ]
            let store = "ASSAY_STORE=\(room.folder.url.path)/store.sqlite"
            let table = format == "csv" ? ["--table", "learners"] : []
            let run = try Outside.run("env", surroundings + [store] + words + table, in: folder.url)
            #expect(run?.status == 0, "\(run?.errors ?? "")")
            return try Data(contentsOf: folder.url.appending(path: "out"))
        }
        let here = try bytes(["TZ=Asia/Kathmandu", "LC_ALL=C.UTF-8", "LANG=tr_TR.UTF-8"])
        #expect(try bytes(["TZ=America/St_Johns", "LC_ALL=C", "HOME=/nowhere"]) == here)
    }

    /// Of all totals from five to none, four of five is the one within an error of 80%.
    @Test func `tells two learners of one name apart who are near the pass mark and who are not`()
        throws
    {
        let items = (1...5).map {
            "<item id=\"i\($0)\"><prompt>Is it?</prompt><true-false key=\"true\"/></item>"
        }.joined()
        let uses = (1...5).map { "<use item=\"i\($0)\"/>" }.joined()
        let room = try QuizRoom(
            bank: """
                <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>\(items)
                <quiz id="q" pass="80%" order="listed"><title>Quiz</title>\(uses)</quiz></bank>
                """)
        for (number, right) in [4, 0, 5, 3, 2, 1].enumerated() {
            #expect(room.run("learner add Sam --id S\(number)").code == .done)
            let answers = (1...5).map { $0 <= right ? "1" : "2" } + ["submit"]
            _ = room.run(
                "quiz take @/bank.xml --learner S\(number)", typing: answers, isTerminal: false)
        }
        let run = room.run(
            "report cohort --format csv --table learners --fields learner,score,near",
            isTerminal: false)
        let near = run.output.split(separator: "\r\n").dropFirst().map { $0.hasSuffix("\"near\"") }
        #expect(near == [false, true, false, false, false, false], "\(run.output)")
    }
}
