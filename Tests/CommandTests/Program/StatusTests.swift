import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `The status of a program` {
    private let room: ReviewRoom

    /// A talk with two kinds of evidence and two reviewers, a quiz without a validation, and reading.
    private static let program = """
        <program xmlns="urn:assay:program:1" id="lead" version="1.0.0"><title>Lead</title>
        <scale id="c"><level id="starts" points="1"><label>Starts</label></level>
        <level id="does" points="2"><label>Does</label></level>
        <level id="leads" points="3"><label>Leads</label></level></scale>
        <competency id="speak" scale="c"><title>Speaking</title></competency>
        <target competency="speak" level="leads"/>
        <component id="talk" kind="lab" rubric="talk"><title>Give a talk</title>
        <evidence id="slides" kind="deck" min="2">Your slides.</evidence>
        <evidence id="notes" kind="document">Your notes.</evidence>
        <validation id="peers" kind="peer-review" rubric="talk" min-reviewers="2">Two peers say so.
        </validation><develops competency="speak" level="does"/></component>
        <component id="check" kind="quiz" quiz="b/q"><title>Check</title></component>
        <component id="books" kind="reading" required="no"><title>Books</title></component>
        <completion><all-of><require component="talk"/><require component="check"/></all-of>
        </completion></program>
        """

    init() throws {
        room = try ReviewRoom()
        try FileManager.default.createDirectory(
            at: room.room.folder.url.appending(path: "Programs"),
            withIntermediateDirectories: true)
        _ = try room.room.folder.write(Self.program, to: "Programs/lead.xml")
        _ = try room.room.folder.write(
            """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
            <item id="one"><prompt>Is it?</prompt><true-false key="true"/></item>
            <quiz id="q" pass="100%"><title>Q</title><use item="one"/></quiz></bank>
            """, to: "bank.xml")
    }

    private func run(_ line: String, typing lines: [String] = []) -> QuizRoom.Answer {
        room.room.run(
            line, typing: lines, isTerminal: false,
            variables: ["ASSAY_CONTENT": room.room.folder.url.path, "ASSAY_LEARNER": "S1"])
    }

    /// Everything to be done, one thing after the other, and what is said to be missing then.
    @Test func `says what is missing until nothing is`() throws {
        var missing: [[String]] = []
        func look() throws {
            let answer = run("program status S1 --program lead --json")
            struct Status: Decodable {
                struct Line: Decodable {
                    struct Component: Decodable { let missing: [String] }

                    let components: [Component]
                    let complete: Bool
                }

                let standings: [Line]
            }
            let status = try JSONDecoder().decode(Status.self, from: Data(answer.output.utf8))
            let line = try #require(status.standings.first)
            missing.append(line.components.flatMap(\.missing))
            #expect(line.complete == line.components.allSatisfy(\.missing.isEmpty))
        }
        try look()
        let handIn = "review hand-in S1 --rubric @/talk.xml --for lead/talk --id mine"
        #expect(
            run(handIn + " --evidence slides=@/talk.md --evidence notes=https://example.org")
                .code == .done)
        try look()
        for reviewer in 1...2 {
            _ = room.run("review start mine --conflict none", by: reviewer)
            _ = room.run(
                "review score mine", by: reviewer, typing: ["ask = 2", "end = 2", "", "submit"],
                isTerminal: false)
        }
        try look()
        #expect(run("panel release mine").code == .done)
        #expect(run("quiz take @/bank.xml", typing: ["2", "submit"]).code == .no)
        try look()
        #expect(
            run(
                "review hand-in S1 --rubric @/talk.xml --for lead/talk --evidence slides=@/talk.md"
            ).code == .done)
        #expect(run("quiz take @/bank.xml", typing: ["1", "submit"]).code == .done)
        try look()
        let slides = "To hand in (0 of 2): Your slides."
        let peers = "Not there yet: Two peers say so."
        let quiz = "Not passed yet: the quiz b/q"
        #expect(
            missing == [
                [slides, "To hand in: Your notes.", peers, quiz],
                ["To hand in (1 of 2): Your slides.", peers, quiz],
                // A verdict that nobody released is none yet.
                ["To hand in (1 of 2): Your slides.", peers, quiz],
                ["To hand in (1 of 2): Your slides.", quiz], [],
            ])
    }

    @Test func `is one line for each member of a cohort, and a page for one`() throws {
        _ = run("cohort create spring")
        _ = run("cohort add spring S1 R1")
        let table = run("program status spring --program lead").output
        #expect(
            table.split(separator: "\n").map { $0.split(separator: "  ").map { $0.trimmed } } == [
                ["LEARNER", "PROGRAM", "DONE", "STATE", "NEXT"],
                ["Ana", "lead", "0 of 2", "open", "Give a talk"],
                ["Rev1", "lead", "0 of 2", "open", "Give a talk"],
            ])
        let page = run("program status Ana --program lead").output
        #expect(page.contains("0 of 2 required components done."))
        #expect(page.contains("Books: nothing to hand in, not required"))
        #expect(page.contains("Speaking: no level yet; the target is Leads, 3 levels further"))
        let unnamed = run("program status S1")
        #expect(unnamed.code == .usage && unnamed.errors.contains("lead  Lead"))
        #expect(run("program status S9").code == .noInput)
    }
}

extension Substring {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
