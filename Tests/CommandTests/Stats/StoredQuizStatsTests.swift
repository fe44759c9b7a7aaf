import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `The statistics of a quiz that was taken` {
    private let room: QuizRoom

    /// Four items that everybody is asked; the key of `wrong` is not the right answer.
    private static func bank(points: String = "1") -> String {
        let items = ["one", "two", "three"].map { id in
            """
            <item id="\(id)"><prompt>\(id)?</prompt><choose><option id="a" key="true">A</option>\
            <option id="b">B</option></choose></item>
            """
        }
        return """
            <bank xmlns="urn:assay:bank:1" id="b" version="1.0.\(points)"><title>B</title>
            \(items.joined(separator: "\n"))
            <item id="wrong" points="\(points)"><prompt>Which?</prompt><choose>
            <option id="a" key="true">A</option><option id="b">B</option>
            <option id="c">C</option></choose></item>
            <quiz id="q" pass="50%" order="listed" feedback="after-submit"><title>Q</title>
            \(["one", "two", "three", "wrong"].map { "<use item=\"\($0)\"/>" }.joined())
            </quiz></bank>
            """
    }

    /// Twelve learners: number n has the first n / 4 items right, and those who have two choose B of
    /// `wrong`, the others the key.
    init() throws {
        room = try QuizRoom(bank: Self.bank())
        for number in 0..<12 {
            #expect(room.run("learner add L\(number) --id S\(number)").code == .done)
            take(number, right: number / 4 + 1, number >= 4 ? "b" : "a")
        }
        _ = room.run("cohort create few")
        _ = room.run("cohort add few S0 S1")
    }

    private func take(_ learner: Int, right: Int, _ choice: String) {
        let lines = ["one", "two", "three"].enumerated().map { place, id in
            "\(id) chosen \(place < right ? "a" : "b")"
        }
        let answer = room.run(
            "quiz take @/bank.xml --learner S\(learner) --answers -",
            typing: lines + ["wrong chosen \(choice)", "submit"], isTerminal: false)
        #expect(answer.errors == "")
    }

    @Test func `say which key to check, by the options that were chosen`() {
        let answer = room.run("stats item b --item wrong", isTerminal: false)
        #expect(answer.code == .done)
        #expect(
            answer.output == """
                wrong

                FIGURE          N  VALUE  95%
                ease           12   0.33
                deviation      12   0.49
                rest           12  -0.87  -0.96 to -0.58
                efficiency     12  -1.00
                D              12  -0.50
                weight meant   12   0.25
                weight had     12      -  not defined: those who do well here do worse in all
                alpha without  12   0.50

                OPTION  CHOSE  BEST  LAST   REST
                a           4   0.0   3.0  -0.87  key
                b           8   3.0   0.0   0.87
                c           0   0.0   0.0      -

                - 12 learners are few: what stands out may be chance. Look, and decide with 30
                  or more.
                - wrong: 8 chose b, 4 the key; those who did well elsewhere chose b (0.87)
                  rather than the key (-0.87): check the key.

                """)
    }

    @Test func `count one attempt of each learner, and say what is left out`() throws {
        _ = try room.folder.write(Self.bank(points: "2"), to: "bank.xml")
        take(0, right: 3, "a")
        #expect(room.run("quiz take @/bank.xml --learner S1", typing: ["", "q"]).code == .done)
        let first = room.run("stats quiz", isTerminal: false)
        #expect(first.code == .done)
        for words in [
            "12 learners, 4 questions, 5 points.",
            "first attempt of each learner counts here. Left",
            "Left out: 1 sitting without a verdict yet.", "2 versions of the quiz were asked",
            "Left out: 12 marks on items that gave other points.", "reach 50%",
        ] {
            let text = first.output.replacing("\n  ", with: " ")
            #expect(text.contains(words), "\(words) in \(text)")
        }
        let best = room.run("stats item b/q --attempt best --json", isTerminal: false).output
        // The new version of the item is the only one that gives two points, and one learner had it.
        #expect(best.contains(#""ease":{"exact":"1","missing":11,"n":1,"value":"1.000000000"}"#))
    }

    /// Two of twelve take a second for each line that they type, and the others half a minute; the
    /// last line, which hands in, is typed while the fourth item is on screen.
    @Test func `say how long learners had items on screen`() throws {
        let room = try QuizRoom(bank: Self.bank())
        for number in 0..<12 {
            #expect(room.run("learner add L\(number) --id S\(number)").code == .done)
            room.pace = number < 2 ? 1 : 30
            let take = room.run(
                "quiz take @/bank.xml --learner S\(number)",
                typing: ["", "1", "1", "1", "1", "submit"])
            #expect(take.left == 0 && take.errors == "")
        }
        let all = room.run("stats item b", isTerminal: false).output
        let lines = all.split(separator: "\n")
        for (item, time) in [("one", "30s"), ("two", "30s"), ("three", "30s"), ("wrong", "60s")] {
            #expect(lines.contains { $0.hasPrefix(item) && $0.contains(time) }, "\(all)")
        }
        let text = all.replacing("\n  ", with: " ")
        #expect(text.contains("D  TIME  LOOK"))
        #expect(text.contains("TIME is what half of the learners were done within."), "\(all)")
        let hasty = "one: 2 of 12 were done within 2.5 seconds, too few to read it"
        #expect(text.contains(hasty), "\(all)")
        let one = room.run("stats item b --item wrong", isTerminal: false).output
        #expect(one.contains("seconds, 75%   12  60.00"), "\(one)")
        let data = room.run("stats item b --item wrong --json", isTerminal: false).output
        let median = #""median":{"exact":"60","missing":0,"n":12,"value":"60.000000000"}"#
        #expect(data.contains(median), "\(data)")
    }

    @Test func `may be those of a cohort`() {
        let few = room.run("stats quiz --cohort few", isTerminal: false).output
        #expect(few.contains("2 learners, 4 questions"))
        #expect(room.run("stats quiz --cohort none").code == .noInput)
        #expect(room.run("stats quiz other").code == .noInput)
        #expect(room.run("stats quiz b --matrix @/x.csv").code == .usage)
        #expect(room.run("stats quiz --cohort few --matrix @/x.csv").code == .usage)
        _ = room.run("cohort create empty")
        let nobody = room.run("stats item --cohort empty")
        #expect(nobody.code == .noInput && nobody.errors.contains("nobody in empty has taken b/q"))
        _ = room.run("cohort create late")
        _ = room.run("learner add Late --id S99 --cohort late")
        #expect(room.run("quiz take @/bank.xml --learner S99", typing: ["", "q"]).code == .done)
        for line in ["stats quiz --cohort late", "stats item --cohort late", "report cohort late"] {
            let late = room.run(line)
            #expect(late.code == .noInput, "\(line)")
            #expect(late.errors.contains("nobody has a result of 'Q' yet"), "\(late.errors)")
        }
        let since = room.run("stats quiz b --since 2026-03-09")
        #expect(since.code == .noInput && since.errors.contains("from 2026-03-09 on"))
    }
}
