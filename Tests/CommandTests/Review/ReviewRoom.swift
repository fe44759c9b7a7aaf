import Commands
import Foundation
import TestSupport
import Testing

/// A learner, three reviewers, a rubric for a panel of two, and a piece of work.
final class ReviewRoom {
    let room: QuizRoom

    /// Two criteria; sealed and double blind, and two levels apart has to be settled.
    static let rubric = """
        <rubric xmlns="urn:assay:rubric:1" id="talk" version="1.0.0"><title>Talk</title>
        <scale id="s"><level id="none" points="0"><label>None</label>
          <descriptor>There is no such thing.</descriptor></level>
        <level id="low" points="1"><label>Low</label></level>
        <level id="good" points="2"><label>Good</label></level>
        <level id="best" points="3"><label>Best</label></level></scale>
        <criteria><criterion id="ask" kind="levels" scale="s" weight="75" comment="below"
          comment-below="good"><title>Ask</title><prompt>Does it ask?</prompt>
          <statement id="sooner">Ask sooner.</statement></criterion>
        <criterion id="end" kind="levels" scale="s" weight="25" not-applicable="allowed">
          <title>End</title></criterion></criteria>
        <panel quorum="2" combine="mean" level="total" sealed="yes" blind="double"
          tolerance-levels="1" on-disagreement="adjudicate" adjudication="replace">
          <seat id="one" role="peer" min="2"/>
          <conflict id="kin" action="bar">is family</conflict></panel>
        <verdict><band id="pass" min="60%" passes="yes"><label>Passed</label></band>
        <band id="again" min="0%"><label>Not yet</label></band></verdict></rubric>
        """

    init(handingIn count: Int = 1) throws {
        room = try QuizRoom()
        _ = try room.folder.write(Self.rubric, to: "talk.xml")
        _ = try room.folder.write("Hello \u{1B}[31mred\u{7}\n", to: "talk.md")
        for line in ["Ana --id S1"] + (1...3).map({ "Rev\($0) --id R\($0) --role reviewer" }) {
            #expect(room.run("learner add \(line)").code == .done)
        }
        for number in 1...count {
            room.pass(seconds: 60)
            #expect(
                room.run(
                    "review hand-in S1 --rubric @/talk.xml --evidence @/talk.md --id talk-\(number)"
                ).code == .done)
        }
    }

    /// A command of reviewer 1 to 3, with the lines typed at it.
    func run(
        _ line: String, by reviewer: Int = 1, typing lines: [String] = [], isTerminal: Bool = true
    ) -> QuizRoom.Answer {
        room.run(
            line, typing: lines, isTerminal: isTerminal,
            variables: ["ASSAY_REVIEWER": "R\(reviewer)"])
    }

    /// Seats a reviewer, and submits the marks.
    func submit(_ marks: [String], by reviewer: Int) {
        #expect(run("review start talk-1 --conflict none", by: reviewer).code == .done)
        let answer = run("review score talk-1", by: reviewer, typing: marks, isTerminal: false)
        #expect(answer.code == .done, "\(answer.errors)")
        #expect(run("review submit talk-1", by: reviewer).code == .done)
    }
}
