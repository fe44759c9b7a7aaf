import Assessment
import TestSupport
import Testing

@Suite struct `An answer as text` {
    struct Row: Sendable, CustomTestStringConvertible {
        let answer: Answer
        let text: String
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ responses: Response?...) {
            answer = Answer(responses)
            self.text = text
        }
    }

    private static func ids(_ ids: String...) -> [Entry.ID] { ids.compactMap { Entry.ID($0) } }

    private static func pairs<Value>(_ pairs: [(String, Value)]) -> [Entry.ID: Value] {
        Dictionary(
            pairs.compactMap { left, right in Entry.ID(left).map { ($0, right) } },
            uniquingKeysWith: { first, _ in first })
    }

    private static func ids(_ pairs: [(String, String)]) -> [Entry.ID: Entry.ID] {
        Self.pairs(pairs).compactMapValues { Entry.ID($0) }
    }

    @Test(arguments: [
        Row(""), Row("-", nil), Row("-\n-", nil, nil), Row("chosen ", .chosen([])),
        Row("chosen a c", .chosen(ids("a", "c"))), Row("chosen true", .chosen(ids("true"))),
        Row("paired l1=r2 l2=x1", .paired(ids([("l2", "x1"), ("l1", "r2")]))),
        Row("paired ", .paired([:])), Row("ordered c a b", .ordered(ids("c", "a", "b"))),
        Row("sorted e1=g2", .sorted(ids([("e1", "g2")]))),
        Row("typed 3.5 days", .typed("3.5 days")),
        Row("typed ", .typed("")), Row("typed -", .typed("-")),
        Row("written a\\nb", .written("a\nb")),
        Row("written a\\\\nb", .written("a\\nb")),
        Row("filled b1=is%20recorded", .filled(pairs([("b1", "is recorded")]))),
        Row("filled b1= b2=%C3%A9%3D%25", .filled(pairs([("b2", "é=%"), ("b1", "")]))),
        Row("chosen a\n-\ntyped x", .chosen(ids("a")), nil, .typed("x")),
    ]) func `is one line for each response`(_ row: Row) throws {
        #expect(Array(row.answer.description.utf8) == Array(row.text.utf8))
        #expect(Answer(row.text) == row.answer)
    }

    @Test(arguments: [
        "\n", "-\n", " ", "x", "chosen", "Chosen a", "chosen a,b", "chosen é", "chosen a\u{301}",
        "paired a", "paired a=", "paired =b", "paired a=b a=c", "paired a=b=c", "typed", "typed \\",
        "typed \\x", "typed a\n", "filled a=%", "filled a=%2", "filled a=%GG", "filled a=%+1",
        "filled a=%FF", "filled a=1 a=1", "ordered /", "- ", "-\n\n-", "chosen\ta",
    ]) func `is not read from anything else`(_ text: String) {
        #expect(Answer(text) == nil)
    }

    @Test func `reads back byte by byte, whatever was typed`() throws {
        for text in HostileTexts.all {
            let rows: [Response] = [
                .typed(text), .written(text),
                .filled(Self.pairs([("a", text), ("b", text + text)])),
            ]
            for row in rows {
                let answer = Answer([nil, row, .written(text)])
                let line = answer.description
                #expect(line.utf8.count { $0 == UInt8(ascii: "\n") } == 2)
                let read = try #require(Answer(line), "\(line.debugDescription)")
                // Swift's texts are equal where their bytes may not be.
                #expect(read == answer && Array(read.description.utf8) == Array(line.utf8))
                for response in read.responses {
                    switch response {
                    case .typed(let words), .written(let words):
                        #expect(Array(words.utf8) == Array(text.utf8))
                    case .filled(let gaps):
                        #expect(
                            gaps.values.map { Array($0.utf8).count }.sorted()
                                == [text.utf8.count, 2 * text.utf8.count])
                    default: break
                    }
                }
            }
        }
    }

    @Test func `is another text for every other answer`() {
        var generator = SeededGenerator(seed: 5)
        let ids = Self.ids("a", "b", "c-1", "true", "x.y")
        let words = ["", "a", "a b", "a=b", "\n", "\\", "%20", "-", "é", "e", "\u{1F600}"]
        var texts: [String: Answer] = [:]
        for _ in 0..<4_000 {
            let responses = (0..<generator.index(below: 4)).map { _ -> Response? in
                var some = ids
                generator.shuffle(&some)
                some = [Entry.ID](some.prefix(generator.index(below: 4)))
                let word = words[generator.index(below: words.count)]
                switch generator.index(below: 8) {
                case 0: return .chosen(some)
                case 1: return .ordered(some)
                case 2: return .paired(Dictionary(uniqueKeysWithValues: zip(some, ids)))
                case 3: return .sorted(Dictionary(uniqueKeysWithValues: zip(some, ids)))
                case 4: return .typed(word)
                case 5: return .written(word)
                case 6:
                    return .filled(
                        Dictionary(
                            uniqueKeysWithValues: zip(some, words.shuffled(using: &generator))))
                default: return nil
                }
            }
            let answer = Answer(responses)
            let text = answer.description
            #expect(Answer(text) == answer)
            if let other = texts.updateValue(answer, forKey: text) { #expect(other == answer) }
        }
        #expect(texts.count > 1_000)
    }
}
