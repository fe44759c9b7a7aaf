import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `Results for another system` {
    private static func bank(_ rules: String = "") -> String {
        """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <objective id="o"><title>O</title></objective>
        <item id="one" objective="o"><prompt>Is it?</prompt><true-false key="true"/></item>
        <item id="two"><prompt>Who?</prompt><short-text><accept>we</accept></short-text></item>
        <quiz id="q" pass="60%" order="listed" \(rules)><title>Exam</title><use item="one"/>
        <use item="two"/></quiz>
        </bank>
        """
    }

    /// Ann passed at the second time, Bob never did, and Cy has a quiz open.
    private static func room(_ rules: String = "") throws -> QuizRoom {
        let room = try QuizRoom(bank: bank(rules))
        for line in [
            "cohort create spring --title Spring", "learner add Ann --id S1 --cohort spring",
            "learner add Bob --id =2 --cohort spring", "learner add Cy --id S3",
        ] { #expect(room.run(line).code == .done) }
        _ = try room.folder.write("one chosen true\ntwo typed we\nsubmit\n", to: "right")
        _ = try room.folder.write("one chosen true\ntwo typed they\nsubmit\n", to: "wrong")
        _ = try room.folder.write("one chosen true\n", to: "half")
        for (who, answers) in [("S1", "wrong"), ("S1", "right"), ("=2", "wrong"), ("S3", "half")] {
            _ = room.run(
                "quiz take @/bank.xml --learner \(who) --answers @/\(answers)", isTerminal: false)
            room.pass(seconds: 86_400)
        }
        return room
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let line: String
        var rules = ""
        var isTerminal = false
        let code: ExitCode
        var output: String?
        var says = ""
        var testDescription: String { "\(line) \(rules)" }

        init(
            _ line: String, _ code: ExitCode = .done, rules: String = "", isTerminal: Bool = false,
            output: String? = nil, says: String = ""
        ) {
            self.line = line
            self.code = code
            self.rules = rules
            self.isTerminal = isTerminal
            self.output = output
            self.says = says
        }
    }

    private static let head =
        "\"Student\",\"ID\",\"SIS User ID\",\"SIS Login ID\",\"Section\",\"Exam\"\r\n"

    @Test(arguments: [
        Row(
            "--to canvas --output -", .usage, output: "",
            says: "learner 'S1' has 2 submitted attempts of b/q; choose --attempt first|best|last"),
        Row(
            "--to canvas --attempt best --output -", .no,
            output: head + "\"    Points Possible\",\"\",\"\",\"\",\"\",2.00\r\n"
                + "\"Ann\",\"\",\"S1\",\"\",\"\",2.00\r\n",
            says: "Bob was left out: a spreadsheet would compute the id =2"),
        Row(
            "--to canvas --attempt first --learner S1 --assignment Quiz(7) --points 100 --output -",
            output: head.replacing("Exam", with: "Quiz(7)")
                + "\"    Points Possible\",\"\",\"\",\"\",\"\",100.00\r\n"
                + "\"Ann\",\"\",\"S1\",\"\",\"\",50.00\r\n", says: "1 result written"),
        Row(
            "--to moodle-xml --attempt last --cohort spring --since 2026-03-10 --output -",
            output: """
                <?xml version="1.0" encoding="UTF-8"?>
                <results>
                  <result>
                    <assignment>b/q</assignment>
                    <student>=2</student>
                    <score>1.00000</score>
                  </result>
                </results>

                """),
        // The best one was before, and does not become a worse one.
        Row(
            "--to ags --attempt first --learner S1 --since 2026-03-09 --output -", .noInput,
            says: "there are no results to write"),
        Row("--to ags --learner S3 --output -", .noInput, says: "1 sitting still open"),
        Row("--to xapi --attempt last --quiz q --output @/x.jsonl", says: "2 results written"),
        Row("--to xapi --attempt last --quiz x --output -", .noInput, says: "taken a quiz 'x'"),
        Row("--to xapi --attempt last --cohort no --output -", .noInput, says: "no cohort 'no'"),
        Row("--to xapi --attempt last --since 2026-2-1 --output -", .usage, says: "is no date"),
        Row("--to ags --attempt last --points 0 --output -", .usage, says: "number of points"),
        Row("--to ags --attempt last --site x --output -", .usage, says: "no address for --site"),
        Row(
            "--to qti --attempt last --output -", .usage, isTerminal: true,
            says: "a terminal cannot show"),
        Row("--to qti --attempt last --output @/r.zip", says: "2 results written to @/r.zip"),
        Row("--to qti --attempt last --output @/bank.xml", .cannotWrite, says: "--force"),
        Row("--to qti --attempt last --force --output @/bank.xml"),
        Row("--to openbadges --attempt last --output @/b.zip", .usage, says: "--issuer and --site"),
        Row(
            "--to openbadges --attempt last --issuer School --site https://x.example --output @/b.zip",
            says: "1 result written"),
        Row(
            "--to openbadges --attempt first --issuer S --site https://x.example --output @/b.zip",
            .noInput, says: "only quizzes that were passed give badges"),
        Row("--to oneroster --attempt last --output @/o.zip", .usage, says: "--class, --session"),
        Row(
            "--to oneroster --attempt last --cohort spring --session T --school O --output @/o.zip",
            .no, says: "Bob was left out"),
        // A lead gets what nobody else may see yet.
        Row("--to ags --attempt last --output @/a", rules: #"proctored="yes""#, says: "2 results"),
        Row(
            "--to ags --attempt last --learner-view --output @/a", .noInput,
            rules: #"feedback="after-release""#, says: "3 results that learners may not see yet"),
        Row("--to ags --output -", .usage, rules: "", says: "choose --attempt"),
        Row("--to pdf --output -", .usage, says: "pdf"),
        Row("--to ags", .usage, says: "--output"),
    ])
    func `are written as far as they can be`(_ row: Row) throws {
        let room = try Self.room(row.rules)
        let run = room.run("export " + row.line, isTerminal: row.isTerminal)
        #expect(run.code == row.code, "\(run.errors)")
        if let output = row.output { #expect(run.output == output) }
        #expect(row.says.isEmpty || run.errors.contains(row.says), "\(run.errors)")
    }

    @Test(arguments: [
        (#"feedback="after-submit""#, true), (#"feedback="never""#, false),
    ])
    func `tell a learner no more than the quiz does`(_ rules: String, _ showsAnswers: Bool) throws {
        let room = try Self.room(rules)
        func lines(_ options: String) -> [Substring] {
            room.run("export --to xapi --attempt last --output - " + options, isTerminal: false)
                .output.split(separator: "\n")
        }
        #expect(lines("").count == 6)
        #expect(lines("--learner-view").count == (showsAnswers ? 6 : 2))
    }

    @Test func `have pseudonyms by a key that is made once and kept apart`() throws {
        let room = try Self.room()
        let line = "export --to xapi --attempt last --output - --pseudonymize @/key"
        let first = room.run(line, isTerminal: false)
        #expect(first.code == .done && first.errors.contains("the key is in @/key"))
        let again = room.run(line, isTerminal: false)
        #expect(again.output == first.output && !again.errors.contains("the key"))
        #expect(!first.output.contains("S1") && !first.output.contains("they"))
        let key = room.folder.url.appending(path: "key")
        let mode = try FileManager.default.attributesOfItem(atPath: key.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(try String(contentsOf: key, encoding: .utf8).utf8.count == 65)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key.path)
        #expect(room.run(line, isTerminal: false).code == .permission)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
        try Data("secret\n".utf8).write(to: key)
        let bad = room.run(line, isTerminal: false)
        #expect(bad.code == .badData && bad.output == "" && !bad.errors.contains("secret"))
    }

    @Test func `are only their owner's, and the same whenever they are written`() throws {
        let room = try Self.room()
        func write(_ name: String) throws -> Data {
            room.pass(seconds: 1_000)
            _ = room.run("export --to qti --attempt last --output @/\(name)", isTerminal: false)
            return try room.bytes(of: name)
        }
        #expect(try write("a.zip") == write("b.zip"))
        let path = room.folder.url.appending(path: "a.zip").path
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `do nothing to a terminal`() throws {
        let room = try Self.room()
        _ = room.run("learner edit S3 --name \u{1B}[31mCy")
        let run = room.run("export --to canvas --attempt last --learner S1 --output -")
        #expect(run.output.hasPrefix("\"Student\"") && !run.output.contains("\r"))
        #expect(!run.output.contains("\u{1B}"))
    }
}
