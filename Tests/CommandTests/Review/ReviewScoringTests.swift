import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `Scoring line by line` {
    /// What is typed, the last thing said before the prompt or the end, and what the sheet holds
    /// then.
    @Test(
        arguments: [
            (["2"], "Ask: 2, Good. Saved.", "ask good"),
            (["good"], "Ask: 2, Good. Saved.", "ask good"),
            (["1"], "Still needed: a comment on Ask.", "ask low"),
            (["1", "c Say what you want."], "Comment saved.", "ask low 'Say what you want.'"),
            (["1", "c", "One.", "Two.", "."], "Comment saved.", "ask low 'One.\nTwo.'"),
            (["4"], "Type a number from 0 to 3, or ? for help.", ""),
            (["na"], "Criterion 'ask' has to be marked: it always applies.", ""),
            (["n", "na", "There was no time."], "End: does not apply. Saved.", "end na"),
            (["2", "b", "x"], "The mark is taken away.", ""),
            (["2", "z"], "Undone.", ""), (["2", "z", "Z"], "Redone.", "ask good"),
            (["z"], "There is nothing to undo.", ""),
            (["d"], "0. None (0). There is no such thing.", ""),
            (["s"], "1. Ask sooner.", ""), (["1", "s 1"], "Used.", "ask low +sooner"),
            (["s 2"], "Type s and a number from 1 to 1.", ""),
            (["2", "b", "v 1"], "Evidence noted.", "ask good @/talk.md"),
            (["v 2"], "Type v and a number from 1 to 1.", ""),
            (["o 1"], "Hello \\u{1B}[31mred", ""),
            (["2", "3", "t"], "Total: 75%.", "ask good; end best"),
            (["2", "t"], "There is no total before everything is there.", "ask good"),
            (["b"], "This is the first.", ""), (["?"], "take the mark away", ""),
        ] as [([String], String, String)])
    func `takes each line for what it says, and keeps it at once`(
        _ lines: [String], _ said: String, _ sheet: String
    ) throws {
        let room = try ReviewRoom()
        #expect(room.run("review start talk-1 --conflict none").code == .done)
        // The terminal is gone after the last line.
        let answer = room.run("review score talk-1", typing: lines)
        #expect(answer.output.contains(said), "\(answer.output)")
        #expect(try Self.sheet(room) == sheet)
    }

    /// `ask low 'A comment.' +statement evidence; end best`.
    static func sheet(_ room: ReviewRoom) throws -> String {
        let path = room.room.folder.url.path
        let answer = room.run("review show talk-1 --json")
        let shown = try JSONDecoder().decode(Shown.self, from: Data(answer.output.utf8))
        let marks = shown.sheets.first { $0.own }?.marks ?? []
        return marks.map { mark in
            let parts = [
                mark.criterion, mark.mark, mark.comment.map { "'\($0)'" },
                mark.statements.first.map { "+\($0)" },
                mark.evidence.first?.replacing(path, with: "@"),
            ]
            return parts.compactMap { $0 }.joined(separator: " ")
        }.joined(separator: "; ")
    }

    private struct Shown: Decodable {
        struct Sheet: Decodable {
            let own: Bool
            let marks: [Mark]
        }

        struct Mark: Decodable {
            let criterion: String
            let mark: String
            let comment: String?
            let statements: [String]
            let evidence: [String]
        }

        let sheets: [Sheet]
    }

    @Test func `goes on at the line where it was left, and submits a whole sheet only`() throws {
        let room = try ReviewRoom()
        _ = room.run("review start talk-1 --conflict none")
        let first = room.run("review score", typing: ["3", "q"])
        #expect(first.code == .done)
        #expect(
            first.output.hasSuffix("Saved, 1 of 2 marked. To go on: assay review score talk-1\n"))
        let refused = room.run("review submit talk-1")
        #expect(refused.code == .no && refused.errors.contains("a mark on End"))
        let interrupted = room.run("review score", typing: ["^C"])
        #expect(interrupted.code == .signal(2))
        let second = room.run("review score", typing: ["2", "", "submit", "submit"])
        #expect(second.output.contains("Criterion 2 of 2: End"))
        #expect(!second.output.contains("Criterion 1 of 2"))
        // 75 of 75 and 25 × 2/3 of 25.
        #expect(second.output.contains("Total: 91.7%."))
        #expect(second.output.hasSuffix("Submitted.\n"))
        let again = room.run("review score talk-1")
        #expect(again.code == .no && again.errors.contains("'assay review revise'"))
    }

    /// What the editor leaves, whether it ended well, and the comment that stands then.
    @Test(
        arguments: [
            ("From the editor.", true, "ask low 'From the editor.'"),
            ("Half a wor", false, "ask low 'Before.'"), ("", true, "ask low"),
        ])
    func `comments in an editor, and keeps the comment where that fails`(
        _ text: String, _ isDone: Bool, _ sheet: String
    ) throws {
        let room = try ReviewRoom()
        var before = ""
        room.room.editor = { path in
            before = (try? String(contentsOfFile: path, encoding: .utf8)) ?? "?"
            try? text.write(toFile: path, atomically: false, encoding: .utf8)
            return isDone
        }
        _ = room.run("review start talk-1 --conflict none")
        _ = room.run("review score talk-1", typing: ["1", "c Before.", "e", "q"])
        #expect(before == "Before.")
        #expect(try Self.sheet(room) == sheet)
    }

    /// Lines of a script, the exit code, and what stands after it.
    @Test(
        arguments: [
            (
                ["ask = 1 = Too late.", "end = na = It was cut."], .done,
                "ask low 'Too late.'; end na"
            ),
            (["end=best", "ask=good"], .done, "ask good; end best"),
            (["ask = 2", "v 1"], .done, "ask good @/talk.md"),
            (["ask = 2", "ends = 1"], .badData, "ask good"),
            (["ask = 2", "end = 7"], .badData, "ask good"), (["2", "what"], .badData, "ask good"),
            (["2", "2", "", "submit"], .done, "ask good; end good"),
        ] as [([String], ExitCode, String)])
    func `takes the same from a file`(
        _ lines: [String], _ code: ExitCode, _ sheet: String
    ) throws {
        let room = try ReviewRoom()
        _ = room.run("review start talk-1 --conflict none")
        _ = try room.room.folder.write(
            lines.map { $0 + "\n" }.joined(), to: "marks.txt")
        let answer = room.run("review score talk-1 --marks @/marks.txt", isTerminal: false)
        #expect(answer.code == code, "\(answer.errors)")
        #expect(try Self.sheet(room) == sheet)
    }

    @Test func `asks one criterion of all submissions`() throws {
        let room = try ReviewRoom(handingIn: 3)
        for number in 1...3 { _ = room.run("review start talk-\(number) --conflict none") }
        let answer = room.run("review score --criterion end", typing: ["1", "", "3"])
        #expect(answer.code == .done)
        #expect(!answer.output.contains("Ask"))
        #expect(answer.output.contains("Submission 3 of 3: talk-3"))
        #expect(answer.output.contains("Criterion 2 of 2: End"))
        let queue = room.run("review queue", isTerminal: false).output
        #expect(queue.components(separatedBy: "1 of 2").count == 3)
        #expect(queue.components(separatedBy: "0 of 2").count == 2)
        let unknown = room.run("review score --criterion ends")
        #expect(unknown.code == .noInput && unknown.errors.contains("did you mean 'end'?"))
    }
}
