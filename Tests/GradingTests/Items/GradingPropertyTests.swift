import Assessment
import Grading
import TestSupport
import Testing

@Suite struct `Every item we ship` {
    private static let seeds = UInt64(1)...UInt64(12)

    @Test(arguments: Sample.banks)
    func `gives its key the full marks, and no answer none`(_ path: String) throws {
        let bank = try Sample.bank(path)
        #expect(bank.items.count > 20)
        for item in bank.items {
            let full = try item.grade(item.keyAnswer)
            // A reviewer's item has no key.
            #expect(full.marks.earned == (item.needsReviewer ? .zero : item.points), "\(item.id)")
            #expect(full.outcome == (item.needsReviewer ? .missing : .right), "\(item.id)")
            #expect(full.marks == full.reachable)
            for answer in [nil, Answer([]), Answer(item.interactions.map { _ in nil })] {
                let empty = try item.grade(answer)
                #expect(empty.marks == Marks(earned: .zero, possible: item.points))
                #expect(empty.outcome == .missing)
                #expect(empty.feedback == [])
            }
        }
    }

    @Test(arguments: Sample.banks)
    func `never gives more than it has, and accounts for what it gives`(_ path: String) throws {
        for item in try Sample.bank(path).items {
            for seed in Self.seeds {
                var generator = SeededGenerator(seed: seed)
                let answer = Answer(
                    item.interactions.map { RandomResponse.to($0.kind, &generator) })
                let grade = try item.grade(answer)
                #expect(grade.marks.earned <= grade.reachable.earned)
                #expect(grade.reachable.earned <= item.points, "\(item.id) \(answer)")
                #expect(item.allowsNegativeMarks || grade.marks.earned >= .zero)
                #expect(try grade == item.grade(Answer("\(answer)")), "as it is stored")
                for part in grade.interactions {
                    let sum = try part.parts.map(\.credit).total()
                    #expect(part.reason == .stoppedAtZero ? sum < .zero : sum == part.credit)
                }
                // The same options in another order are the same answer.
                let shuffled = Answer(
                    answer.responses.map { response in
                        guard case .chosen(var ids) = response else { return response }
                        generator.shuffle(&ids)
                        return .chosen(ids)
                    })
                #expect(try item.grade(shuffled).marks == grade.marks)
            }
        }
    }

    @Test(arguments: Sample.banks) func `takes any text for what it is`(_ path: String) throws {
        let texts = HostileTexts.all
        // One of each kind is enough to type everything into.
        var seen: Set<String> = []
        for item in try Sample.bank(path).items {
            for interaction in item.interactions {
                let kind = interaction.kind
                guard seen.insert(String("\(kind)".prefix { $0 != "(" })).inserted else { continue }
                for text in texts {
                    for response in RandomResponse.holding(text, in: kind) {
                        let answer = Answer(item.interactions.map { _ in response })
                        let grade = try item.grade(answer)
                        #expect(grade.marks.earned <= item.points)
                    }
                }
            }
        }
    }
}

/// Responses that may be right, wrong, half done or nonsense.
private enum RandomResponse {
    static func to(
        _ kind: Interaction.Kind, _ generator: inout SeededGenerator
    ) -> Response? {
        switch generator.index(below: 12) {
        case 0: nil
        case 1: kind.keyResponse
        case 2: .typed("1")
        default: fitting(kind, &generator)
        }
    }

    private static func fitting(
        _ kind: Interaction.Kind, _ generator: inout SeededGenerator
    ) -> Response? {
        switch kind {
        case .choose(let kind): .chosen([pick(kind.options.map(\.entry.id), &generator)])
        case .chooseMany(let kind): .chosen(some(of: kind.options.map(\.entry.id), &generator))
        case .trueFalse: .chosen([Entry.ID("true"), Entry.ID("maybe")].compactMap(\.self))
        case .match(let kind):
            .paired(
                map(
                    kind.pairs.map(\.id), to: (kind.pairs.map(\.id) + kind.extras.map(\.id)),
                    &generator))
        case .order(let kind): .ordered(some(of: kind.entries.map(\.id), &generator))
        case .sort(let kind):
            .sorted(map(kind.members.map(\.entry.id), to: kind.groups.map(\.id), &generator))
        case .number(let kind):
            .typed("\(kind.accepted[generator.index(below: kind.accepted.count)].value)")
        case .shortText(let kind):
            .typed(kind.accepted[generator.index(below: kind.accepted.count)].text)
        case .blanks(let kind):
            .filled(
                Dictionary(
                    kind.blanks.map { blank in
                        switch blank.filling {
                        case .typed(let text):
                            (blank.id, text.accepted.first?.text ?? "")
                        case .picked(let options):
                            (blank.id, pick(options.map(\.entry.id), &generator).text)
                        }
                    }, uniquingKeysWith: { first, _ in first }))
        case .written: .written("Because it was decided.")
        }
    }

    /// The text wherever words may stand, of this kind of response and of another.
    static func holding(_ text: String, in kind: Interaction.Kind) -> [Response] {
        var gaps: [Entry.ID: String] = [:]
        if case .blanks(let blanks) = kind { for blank in blanks.blanks { gaps[blank.id] = text } }
        let numbered = [text, "1" + text, text + "1", "1 " + text]
        return numbered.map { .typed($0) } + [.filled(gaps), .written(text)]
    }

    private static func pick(_ ids: [Entry.ID], _ generator: inout SeededGenerator) -> Entry.ID {
        ids[generator.index(below: ids.count)]
    }

    private static func some(
        of ids: [Entry.ID], _ generator: inout SeededGenerator
    ) -> [Entry.ID] {
        var ids = ids
        generator.shuffle(&ids)
        return Array(ids.prefix(generator.index(below: ids.count + 1)))
    }

    private static func map(
        _ left: [Entry.ID], to right: [Entry.ID], _ generator: inout SeededGenerator
    ) -> [Entry.ID: Entry.ID] {
        Dictionary(
            some(of: left, &generator).map { ($0, pick(right, &generator)) },
            uniquingKeysWith: { first, _ in first })
    }
}
