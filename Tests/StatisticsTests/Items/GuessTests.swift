import Assessment
import Statistics
import Testing

@Suite struct `Guessing blindly` {
    private static func entries(_ count: Int) -> [Entry] {
        (0..<count).compactMap { number in
            Entry.ID("e\(number)").map { Entry(id: $0, text: "\(number)") }
        }
    }

    private static func options(_ count: Int, credit: Rational? = nil) -> [Option] {
        entries(count).enumerated().map { place, entry in
            Option(entry: entry, isKey: place == 0, credit: place == 1 ? credit : nil)
        }
    }

    private static func match(_ credit: PartialCredit) -> Interaction.Kind {
        .match(
            Match(
                pairs: entries(2).map { Match.Pair(id: $0.id, left: "l", right: $0.text) },
                extras: Array(entries(4).suffix(2)), credit: credit))
    }

    private static func sort(_ credit: PartialCredit) -> Interaction.Kind {
        let groups = entries(3)
        return .sort(
            Sort(
                groups: groups,
                members: entries(2).map { Sort.Member(entry: $0, group: groups[0].id) },
                credit: credit))
    }

    private static func blanks(_ credit: PartialCredit) -> Interaction.Kind {
        let fillings: [Blanks.Filling] = [
            .picked(options(4)), .typed(ShortText(accepted: [])), .picked(options(2)),
        ]
        return .blanks(
            Blanks(
                passage: "",
                blanks: zip(entries(3), fillings).map { Blanks.Blank(id: $0.id, filling: $1) },
                credit: credit))
    }

    struct Row: Sendable {
        let kinds: [Interaction.Kind]
        let share: String?
    }

    @Test(arguments: [
        Row(kinds: [.choose(ChooseOne(options: options(4)))], share: "1/4"),
        Row(kinds: [.choose(ChooseOne(options: options(4, credit: .one)))], share: "1/2"),
        Row(kinds: [.trueFalse(TrueFalse(isTrue: true))], share: "1/2"),
        Row(kinds: [.chooseMany(ChooseMany(options: options(4)))], share: nil),
        Row(kinds: [match(.perPair)], share: "1/4"),
        Row(kinds: [match(.allOrNothing)], share: "1/16"),
        Row(kinds: [sort(.perEntry)], share: "1/3"),
        Row(kinds: [sort(.allOrNothing)], share: "1/9"),
        Row(kinds: [.order(Order(entries: entries(4)))], share: "1/24"),
        Row(kinds: [.order(Order(entries: entries(4), credit: .perPosition))], share: "1/4"),
        Row(kinds: [blanks(.perBlank)], share: "1/4"),
        Row(kinds: [blanks(.allOrNothing)], share: "0"),
        Row(kinds: [.number(NumberEntry(accepted: []))], share: "0"),
        Row(
            kinds: [.trueFalse(TrueFalse(isTrue: true)), .number(NumberEntry(accepted: []))],
            share: "1/4"),
    ]) func `earns what chance gives`(_ row: Row) throws {
        let item = Item(
            id: try #require(Item.ID("i")), prompt: "?",
            interactions: row.kinds.map { Interaction(kind: $0) })
        #expect(try item.guessShare() == row.share.map { try Rational(exactly: $0) })
    }
}
