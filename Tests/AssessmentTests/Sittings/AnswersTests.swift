import Assessment
import Testing

@Suite struct `Steps replayed` {
    /// `+i a` answers item i with option a, `-i` clears it, `<` undoes and `>` redoes (`<i` of item
    /// i alone), `!i` and `?i` flag and unflag, `@i` moves, `.` submits, `x` runs out of time.
    private func steps(_ script: String) throws -> [Step] {
        try script.split(separator: ",").enumerated().map { index, word in
            let words = word.split(separator: " ")
            let sign = try #require(words.first?.first)
            let item = Item.ID(String(words[0].dropFirst()))
            let kinds: [Character: Step.Kind] = [
                "+": .answered, "-": .cleared, "<": .undone, ">": .redone, "!": .flagged,
                "?": .unflagged, "@": .moved, ".": .submitted, "x": .timeRanOut, "a": .abandoned,
                "^": .begun, "p": .paused,
            ]
            return Step(
                try #require(kinds[sign]), item: item,
                answer: words.count > 1 ? Answer("chosen \(words[1])") : nil,
                confidence: words.count > 2 ? Int(words[2]) : nil,
                time: Timestamp(microseconds: Int64(index)), uptime: Int64(index))
        }
    }

    private func text(_ answers: Answers) -> String {
        answers.current.sorted { $0.key < $1.key }.map { item, answer in
            let sure = answers.confidences[item].map { ":\($0)" } ?? ""
            return "\(item)=\("\(answer)".dropFirst(7))\(sure)"
        }.joined(separator: " ")
    }

    @Test(arguments: [
        ("", ""), ("^", ""), ("+i a", "i=a"), ("+i a,+i b", "i=b"), ("+i a,+j b", "i=a j=b"),
        ("+i a,-i", ""), ("-i,+i a", "i=a"), ("+i a,<", ""), ("+i a,+i b,<", "i=a"),
        ("+i a,+i b,<,<", ""), ("+i a,+i b,<,<,<", ""), ("+i a,+i b,<,>", "i=b"),
        ("+i a,+i b,<,<,>", "i=a"), ("+i a,+i b,<,<,>,>,>", "i=b"), ("+i a,-i,<", "i=a"),
        ("+i a,-i,<,>", ""), ("+i a,+j b,<", "i=a"), ("+i a,+j b,<i", "j=b"),
        ("+i a,+j b,<i,>i", "i=a j=b"), ("+i a,+j b,<i,<j,>", "j=b"), ("+i a,<k", "i=a"),
        // A new answer ends what could be redone of its item, and of no other.
        ("+i a,<,+i b,>", "i=b"), ("+i a,<i,+j b,>i", "i=a j=b"), ("+i a,+i b,<,+i c,<", "i=a"),
        ("+i a,+j x,+i b,<i,<i,>i,>i", "i=b j=x"),
        ("+i a 3,+i b 1", "i=b:1"), ("+i a 3,+i b 1,<", "i=a:3"), ("+i a 3,-i", ""),
        ("+i a,.,+i b", "i=a"), ("+i a,x,-i", "i=a"), ("+i a,a,<", "i=a"), ("<,>,>,+i a", "i=a"),
        ("+i", ""), ("+i a,p,@j,!i,+j b,<", "i=a"),
    ]) func `give the answers that stand`(_ script: String, _ standing: String) throws {
        #expect(text(Answers.replay(try steps(script))) == standing)
    }

    @Test(
        arguments: [
            ("!i", ["i"], nil), ("!i,!j,?i", ["j"], nil), ("?i", [], nil), ("!i,<", ["i"], nil),
            ("@i,@j", [], "j"), ("@i,+j a", [], "i"), ("@i,.,@j,!j", [], "i"), ("@i,@", [], "i"),
        ] as [(String, [String], String?)]
    ) func `remember flags and the item on screen`(
        _ script: String, _ flagged: [String], _ last: String?
    ) throws {
        let answers = Answers.replay(try steps(script))
        #expect(answers.flagged.map(\.text).sorted() == flagged)
        #expect(answers.lastItem?.text == last)
    }
}
