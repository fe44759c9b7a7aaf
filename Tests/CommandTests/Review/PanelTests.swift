import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `A panel at the command line` {
    @Test func `sees nothing of each other before all sheets are in`() throws {
        let room = try ReviewRoom()
        room.submit(["ask = 3", "end = 2"], by: 1)
        _ = room.run("review start talk-1 --conflict none", by: 2)
        for reviewer in 1...2 {
            let shown = room.run("review show talk-1", by: reviewer)
            #expect(shown.output.contains("sealed until all sheets are in"))
            #expect(!shown.output.contains("Ana") && !shown.output.contains("sheet of"))
        }
        #expect(room.run("review queue", by: 2).output.contains("(hidden)"))
        let lead = room.run("panel show talk-1").output
        #expect(lead.contains("Rev1 (peer): submitted, version 1") && !lead.contains("%"))
        let release = room.run("panel release talk-1")
        #expect(release.code == .no && release.errors.contains("no verdict yet"))
        room.submit(["ask = 2", "end = 2"], by: 2)
        #expect(room.run("review show talk-1", by: 1).output.contains("The sheet of Rev2"))
    }

    @Test func `is told to settle what differs, sees both sides, and keeps the reason`() throws {
        let room = try ReviewRoom()
        room.submit(["ask = 3", "end = 2"], by: 1)
        #expect(room.run("panel adjudicate talk-1 --conflict none", by: 3).code == .no)
        room.submit(["ask = 1 = It never asks.", "end = 2"], by: 2)
        for reviewer in 1...2 {
            #expect(room.run("review queue", by: reviewer).output.contains("needs adjudication"))
        }
        let own = room.run("panel adjudicate talk-1 --conflict none", by: 1)
        #expect(own.code == .no && own.errors.contains("somebody else"))
        let settled = room.run(
            "panel adjudicate talk-1 --conflict none", by: 3, typing: ["2", "2", "", "submit"])
        #expect(settled.output.contains("reviewer 1: 3, Best"))
        #expect(settled.output.contains("reviewer 2: 1, Low. Comment: It never asks."))
        #expect(settled.output.contains("Missing: words on the whole, as the reason."))
        let reason = room.run(
            "review score talk-1", by: 3, typing: ["c Page 3 does ask.", "", "submit", "submit"])
        #expect(reason.output.hasSuffix("Submitted.\n"))
        let released = room.run("panel release talk-1")
        #expect(released.output == "talk-1: Passed, at 66.7%. Released.\n")
        #expect(room.run("panel show talk-1").output.contains("by ann: Passed, at 66.7%"))
    }

    @Test func `keeps what was given before a correction, and its reason`() throws {
        let room = try ReviewRoom()
        for reviewer in 1...2 { room.submit(["ask = 2", "end = 2"], by: reviewer) }
        #expect(room.run("panel release talk-1").output.contains("Released.\n"))
        #expect(room.run("review revise talk-1").code == .usage)
        #expect(room.run("review revise talk-1 --reason misread").code == .done)
        _ = room.run("review score talk-1", typing: ["ask = 3"], isTerminal: false)
        #expect(room.run("panel show talk-1").output.contains("at 66.7%"))
        #expect(room.run("review submit talk-1").output == "Submitted anew, as version 2.\n")
        #expect(
            room.run("panel release talk-1").output
                == "talk-1: Passed, at 79.2%. Released, as version 2.\n")
        #expect(room.run("store verify").code == .done)
    }

    /// What somebody runs, the exit code, and a part of what is said.
    @Test(
        arguments: [
            ("review scroe", .usage, "did you mean 'score'?"),
            ("review show talk-2", .noInput, "did you mean 'talk-1'?"),
            ("review start talk-1", .usage, "say --conflict none"),
            ("review start talk-1 --conflict kin", .no, "who is family may not score"),
            ("review start talk-1 --conflict none --role chair", .usage, "peer"),
            ("review start talk-1 --conflict none --reviewer S1", .no, "work of their own"),
            ("review score talk-1", .no, "'assay review start' takes one"),
            ("review score", .noInput, "nothing to score"),
            ("review hand-in S1 --rubric @/talk.xml --id talk-1", .no, "already"),
            ("review hand-in S1 --rubric @/talk.xml --id a/b", .usage, "cannot be an id"),
            ("review hand-in S2 --rubric @/talk.xml", .noInput, "nobody called 'S2'"),
            ("review hand-in S1 --rubric @/walk.xml", .noInput, "walk.xml"),
            (
                "review hand-in S1 --rubric @/talk.xml --evidence @/talk.txt", .noInput, "talk.txt"
            ), ("panel release talk-1", .no, "no verdict yet"),
            ("review import @/talk.md", .badData, "no column 'submission'"),
        ] as [(String, ExitCode, String)])
    func `says what is wrong, and does nothing`(
        _ line: String, _ code: ExitCode, _ said: String
    ) throws {
        let room = try ReviewRoom()
        let answer = room.run(line)
        #expect(answer.code == code, "\(answer.errors)")
        #expect(answer.errors.contains(said), "\(answer.errors)")
        let queue = room.run("review queue").errors
        #expect(queue.contains("nothing to score"))
        #expect(queue.contains("1 more lacks a reviewer: talk-1; 'assay review start'"))
    }

    @Test func `is told when the evidence is not what was handed in`() throws {
        let room = try ReviewRoom()
        // printf 'Hello \033[31mred\007\n' | sha256sum, and printf Other | sha256sum
        let then = "52a454c6a974cc9780eb59f70fda3a711fe5e92a80fba9575d2f9acb3df99f8e"
        let now = "f97e9da0e3b879f0a9df979ae260a5f7e1371edb127c1862d4f861981166cdc1"
        let start = room.run("review start talk-1 --conflict none")
        #expect(start.output.contains("handed in") && !start.output.contains("CHANGED"))
        _ = try room.room.folder.write("Other", to: "talk.md")
        #expect(room.run("review show talk-1").output.contains("CHANGED"))
        let shown = room.run("review show talk-1 --json", isTerminal: false).output
        #expect(shown.contains("\"sha256\":\"\(then)\",\"sha256Now\":\"\(now)\""))
    }

    @Test func `is told what an edit of a rubric in use would do, and to whom`() throws {
        let room = try ReviewRoom()
        room.submit(["ask = 2", "end = 2"], by: 1)
        _ = try room.room.folder.write(
            ReviewRoom.rubric.replacing("min=\"60%\"", with: "min=\"50%\""), to: "talk.xml")
        let answer = room.run("review hand-in S1 --rubric @/talk.xml")
        #expect(answer.code == .no)
        #expect(answer.errors.contains("version 1.0.0 of rubric 'talk' is in use"))
        #expect(answer.errors.contains("1 sheet would have to be computed again"))
    }
}

@Suite struct `Sheets that are filled in elsewhere` {
    @Test func `come back as they went`() throws {
        let room = try ReviewRoom()
        _ = room.run("review start talk-1 --conflict none")
        _ = room.run(
            "review score talk-1", typing: ["ask = 1 = =SUM(A1)", "s 1", "v 1", "end = na = Cut"],
            isTerminal: false)
        for name in ["m.csv", "m.xml"] {
            #expect(room.run("review export --output @/\(name)").code == .done)
            let answer = room.run("review import @/\(name)")
            #expect(answer.code == .done && answer.output.isEmpty)
            #expect(answer.errors.contains("2 the same, 0 changed"))
        }
        #expect(room.run("review export --output @/m.csv").code == .cannotWrite)
    }

    /// What is edited in the table, what becomes of it, and the sheet after it.
    @Test(
        arguments: [
            ("\"good\"", "\"best\"", "good → best", "ask best", .done),
            ("\"good\"", "\"\"", "good → no mark", "", .done),
            ("\"good\"", "\"7\"", "'7' is no mark on 'ask'", "ask good", .no),
            ("\"ask\"", "\"asks\"", "did you mean 'ask'?", "ask good", .no),
            ("\"talk-1\"", "\"talk-l\"", "did you mean 'talk-1'?", "ask good", .no),
            ("\"end\"", "\"ask\"", "the file has the criterion twice", "ask good", .no),
        ] as [(String, String, String, String, ExitCode)])
    func `are compared line by line, and written only when asked`(
        _ old: String, _ new: String, _ said: String, _ sheet: String, _ code: ExitCode
    ) throws {
        let room = try ReviewRoom()
        _ = room.run("review start talk-1 --conflict none")
        _ = room.run("review score talk-1", typing: ["2", "q"])
        _ = room.run("review export --output @/m.csv")
        let path = room.room.folder.url.appending(path: "m.csv")
        let table = try String(contentsOf: path, encoding: .utf8)
        #expect(table.contains(old))
        _ = try room.room.folder.write(table.replacing(old, with: new), to: "m.csv")
        let dry = room.run("review import @/m.csv --dry-run", isTerminal: false)
        #expect(dry.code == code && dry.output.contains(said), "\(dry.output)")
        #expect(try `Scoring line by line`.sheet(room) == "ask good")
        #expect(room.run("review import @/m.csv", isTerminal: false).code == code)
        #expect(try `Scoring line by line`.sheet(room) == sheet)
    }
}

@Suite struct `Marks on anchor work` {
    private static let header = "submission,criterion,mark\n"

    /// The agreed marks, where the reviewer gave best and good, and what comes of it.
    @Test(
        arguments: [
            ("talk-1,ask,best\ntalk-1,end,good\n", "2 (100%)", "neither milder", .done),
            ("talk-1,ask,good\ntalk-1,end,good\n", "1 (50.0%)", "1 level milder", .done),
            ("talk-1,ask,best\ntalk-1,end,3\n", "1 (50.0%)", "1 level more severe", .done),
            ("talk-1,ask,none\n", "0 (0%)", "3 levels milder", .done),
            ("talk-1,aks,best\n", "", "did you mean 'ask'?", .no),
            ("talk-1,ask,superb\n", "", "'superb' is no level of 'ask'", .no),
            ("talk-2,ask,best\n", "", "there is no submission 'talk-2'", .noInput),
        ] as [(String, String, String, ExitCode)])
    func `are compared with the reviewer's own`(
        _ rows: String, _ exact: String, _ said: String, _ code: ExitCode
    ) throws {
        let room = try ReviewRoom()
        room.submit(["best", "good"], by: 1)
        _ = try room.room.folder.write(Self.header + rows, to: "anchors.csv")
        let answer = room.run("review calibrate @/anchors.csv")
        #expect(answer.code == code, "\(answer.errors)")
        #expect(exact.isEmpty || answer.output.contains(exact), "\(answer.output)")
        #expect((answer.output + answer.errors).contains(said))
    }

    @Test func `are compared with sheets that were submitted only`() throws {
        let room = try ReviewRoom()
        _ = room.run("review start talk-1 --conflict none")
        _ = try room.room.folder.write(Self.header + "talk-1,ask,best\n", to: "anchors.csv")
        let answer = room.run("review calibrate @/anchors.csv")
        #expect(answer.code == .no)
        #expect(answer.errors.contains("you have submitted no sheet on 'talk-1'"))
    }
}
