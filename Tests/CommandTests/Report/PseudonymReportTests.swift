import Assessment
import Commands
import Foundation
import Results
import SQLiteResults
import TestSupport
import Testing

@Suite struct `A report without names` {
    private static let bank = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="i1"><prompt>Is it?</prompt><true-false key="true"/></item>
        <item id="i2"><prompt>Who?</prompt><short-text><accept>we</accept></short-text></item>
        <quiz id="q" pass="50%" order="listed"><title>Quiz</title>
        <use item="i1"/><use item="i2"/></quiz></bank>
        """

    /// Everybody may see everything, and what is ticked off is explained in the reviewer's words.
    private static let rubric = """
        <rubric xmlns="urn:assay:rubric:1" id="talk" version="1.0.0"><title>Talk</title>
        <scale id="s"><level id="low" points="0"><label>Low</label></level>
        <level id="good" points="1"><label>Good</label></level></scale>
        <criteria combine="mean"><criterion id="ask" kind="levels" scale="s"><title>Ask</title>
        <statement id="sooner">Ask sooner.</statement></criterion>
        <criterion id="end" kind="check" scale="s"><title>End</title></criterion></criteria>
        <panel quorum="1" combine="mean" level="total" blind="none">
        <seat id="one" role="peer" min="1"/></panel>
        <verdict><band id="pass" min="60%" passes="yes"><label>Passed</label></band>
        <band id="again" min="0%"><label>Not yet</label></band></verdict></rubric>
        """

    /// What stands in reports, and would tell who somebody is.
    private static let words = [
        "Zuzana", "S-4711", "Zbyněk", "S-0815", "Quentin", "R-1234", "pomegranate", "turnip",
        "cabbage", "zuzanas-work", "notes.md",
    ]

    private let room: QuizRoom
    private let ids: [String]

    init() throws {
        room = try QuizRoom(bank: Self.bank)
        _ = try room.folder.write(Self.rubric, to: "talk.xml")
        _ = try room.folder.write("Words", to: "notes.md")
        for line in [
            "cohort create spring", "learner add Zuzana --id S-4711 --cohort spring",
            "learner add Zbyněk --id S-0815 --cohort spring",
            "learner add Zora --id S-9 --cohort spring",
            "learner add Quentin --id R-1234 --role reviewer",
            "review hand-in S-4711 --rubric @/talk.xml --evidence @/notes.md --id zuzanas-work",
            "review start zuzanas-work --reviewer R-1234 --conflict none",
        ] { #expect(room.run(line).code == .done) }
        for (learner, word) in [("S-4711", "pomegranate"), ("S-0815", "cabbage")] {
            let run = room.run(
                "quiz take @/bank.xml --learner \(learner)", typing: ["2", word, "submit"],
                isTerminal: false)
            #expect(run.code == .no, "\(run.errors)")
        }
        let marks = ["ask = 0 = A turnip.", "s 1", "v 1", "end = 0 = Zuzana knows why.", "submit"]
        let scored = room.run(
            "review score zuzanas-work --reviewer R-1234", typing: marks, isTerminal: false)
        #expect(scored.code == .done, "\(scored.errors)")
        #expect(room.run("panel release zuzanas-work").code == .done)
        let store = try SQLiteStore.open(room.folder.url.path + "/store.sqlite", .reading)
        ids =
            try store.people().map(\.id.description)
            + store.records(SittingRecord.self, .all).map(\.id.description)
        try store.close()
        #expect(ids.count == 6)
    }

    /// Everything that somebody finds in a file, be it in its text or in what is said about it.
    private func words(in name: String) throws -> String {
        let program: (String, [String])
        switch name.split(separator: ".").last {
        case "pdf":
            program = (
                "sh", ["-c", "pdftotext \(name) - && pdfinfo \(name) && pdfinfo -meta \(name)"]
            )
        case "xlsx":
            let reading = """
                import sys, zipfile
                book = zipfile.ZipFile(sys.argv[1])
                for name in book.namelist(): print(name, book.read(name).decode())
                """
            program = ("python3", ["-c", reading, name])
        default: return String(decoding: try room.bytes(of: name), as: UTF8.self)
        }
        let result = try #require(try Outside.run(program.0, program.1, in: room.folder.url))
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    @Test(
        arguments: ["txt", "md", "html", "json", "csv", "xlsx", "pdf"],
        [
            (
                "learner S-4711", "sittings",
                ["zuzana", "pomegranate", "turnip", "zuzanas-work"]
            ),
            ("cohort spring", "learners", ["zuzana", "zbyněk"]), ("item b i1", "options-i1", []),
            (
                "panel zuzanas-work", "verdict-marks",
                ["zuzana", "quentin", "turnip", "zuzanas-work", "notes.md"]
            ),
        ] as [(line: String, table: String, words: [String])])
    func `holds no name, no id and no words in any form`(
        _ form: String, _ report: (line: String, table: String, words: [String])
    ) throws {
        let table = form == "csv" ? " --table \(report.table)" : ""
        let line = "report \(report.line) --output @/r.\(form) --force"
        let named = room.run(line + table)
        #expect(named.code == .done, "\(named.errors)")
        if form != "csv" {
            // What is looked for can be found.
            let text = try words(in: "r.\(form)").lowercased()
            for word in report.words { #expect(text.contains(word), "\(word)") }
        }
        let masked = room.run(line + table + " --pseudonymize @/key")
        #expect(masked.code == .done, "\(masked.errors)")
        let text = try words(in: "r.\(form)").lowercased()
        for word in Self.words + ids { #expect(!text.contains(word.lowercased()), "\(word)") }
        for word in Self.words + ids {
            #expect(try room.bytes(of: "r.\(form)").range(of: Data(word.utf8)) == nil)
        }
    }

    @Test func `keeps marks and what was chosen, and says where words were`() {
        let learner = room.run("report learner S-4711 --pseudonymize @/key", isTerminal: false)
        for part in ["Not passed: 0 of 2", "Your answer: False", "Your answer: left out"] {
            #expect(learner.output.contains(part), "\(learner.output)")
        }
        let panel = room.run("report panel zuzanas-work --pseudonymize @/key", isTerminal: false)
        for part in ["reviewer 1 (peer): submitted", "0, Low", "Comment: Ask sooner."] {
            #expect(panel.output.contains(part), "\(panel.output)")
        }
    }

    @Test func `calls people and sittings what an export calls them`() throws {
        #expect(room.run("export --to qti --output @/r.zip --pseudonymize @/key").code == .done)
        let exported = String(decoding: try room.bytes(of: "r.zip"), as: UTF8.self)
        let run = room.run(
            "export --to ags --learner S-4711 --output - --pseudonymize @/key", isTerminal: false)
        let scores = run.output
        let report = room.run(
            "report learner S-4711 --format json --pseudonymize @/key", isTerminal: false)
        let json = try #require(JSON(reading: Array(report.output.utf8)))
        let learner = try #require(json["learner"]?.text)
        #expect(scores.contains(learner), "\(scores)")
        let sitting = try #require(report.output.firstMatch(of: /sitting ([0-9a-f-]{36})/)).1
        #expect(exported.contains(sitting))
    }

    @Test func `goes into a file that is called by a pseudonym`() throws {
        let run = room.run(
            "report learner --cohort spring --format html --output @/reports --pseudonymize @/key")
        #expect(run.code == .done && run.errors.contains("3 reports written"), "\(run.errors)")
        let folder = room.folder.url.appending(path: "reports")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count == 3)
        for name in names {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for word in Self.words + ids {
                #expect(!name.contains(word) && !text.contains(word), "\(word)")
            }
        }
    }
}
