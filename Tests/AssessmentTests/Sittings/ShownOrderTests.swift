import Assessment
import Testing

@Suite struct `The parts of a question on screen` {
    private static func entries(_ ids: String) -> [Entry] {
        ids.compactMap { Entry.ID(String($0)) }.map { Entry(id: $0, text: "\($0)") }
    }

    private static func options(_ ids: String, pinned: String = "") -> [Option] {
        entries(ids).map { Option(entry: $0, isPinned: pinned.contains($0.id.text)) }
    }

    /// One of everything that can be shuffled, then what cannot.
    private static func item(_ id: String) throws -> Item {
        let group = try #require(entries("g").first)
        let kinds: [Interaction.Kind] = [
            .choose(ChooseOne(options: options("abcde"))),
            .chooseMany(ChooseMany(options: options("abcde", pinned: "ce"))),
            .match(
                Match(
                    pairs: entries("abc").map { Match.Pair(id: $0.id, left: "l", right: "r") },
                    extras: entries("xy"))),
            .order(Order(entries: entries("abc"))),
            .sort(
                Sort(
                    groups: [group],
                    members: entries("abcd").map { Sort.Member(entry: $0, group: group.id) })),
            .blanks(
                Blanks(
                    passage: "[[g]] [[t]]",
                    blanks: [
                        Blanks.Blank(
                            id: group.id, filling: .picked(options("abcd", pinned: "d"))),
                        Blanks.Blank(
                            id: try #require(Identifier("t")),
                            filling: .typed(ShortText(accepted: []))),
                    ])),
            .choose(ChooseOne(options: options("abcde"), shuffles: false)),
            .chooseMany(ChooseMany(options: options("abcde"), shuffles: false)),
            .trueFalse(TrueFalse(isTrue: true)), .shortText(ShortText(accepted: [])),
        ]
        return Item(
            id: try #require(Identifier(id)), prompt: "?",
            interactions: kinds.map { Interaction(kind: $0) })
    }

    private func text(_ order: ShownOrder) -> String {
        func joined(_ ids: [Entry.ID]) -> String { ids.map(\.text).joined() }
        return switch order {
        case .entries(let ids): joined(ids)
        case .sides(let left, let right): joined(left) + "-" + joined(right)
        case .gaps(let gaps): gaps.map { "\($0)=\(joined($1))" }.joined(separator: " ")
        case .asWritten: "as written"
        }
    }

    /// Computed by a model in Python: a sitting that is resumed must look as it did.
    @Test(
        arguments: [
            (0, "q-1", "cbeda bacde abc-xaycb cab dbac g=acbd"),
            (0, "q-2", "adebc bdcae abc-yacbx bca cbad g=bacd"),
            (42, "q-1", "deabc dacbe abc-yabxc bca acdb g=bacd"),
            (42, "q-2", "debac adcbe abc-yxbca bac bacd g=abcd"),
            (.max, "q-1", "cbdea dacbe abc-ycbax acb badc g=bcad"),
            (.max, "q-2", "bdcea bacde abc-cxyba bac dbac g=cabd"),
        ] as [(UInt64, String, String)]
    ) func `come in the same order for a seed and an item, for good`(
        _ seed: UInt64, _ id: String, _ orders: String
    ) throws {
        let shown = try Self.item(id).shownOrders(seed: seed).map { text($0) }
        #expect(shown.prefix(6).joined(separator: " ") == orders)
        #expect(shown.suffix(4) == ["abcde", "abcde", "as written", "as written"])
    }

    @Test func `keep what is pinned, lose nothing, and never start in the right order`() throws {
        let item = try Self.item("q-1")
        var met: [Set<String>] = Array(repeating: [], count: 6)
        for seed: UInt64 in 0..<3_000 {
            let shown = item.shownOrders(seed: seed).map { text($0) }
            for index in met.indices { met[index].insert(shown[index]) }
            let many = Array(shown[1])
            #expect(many[2] == "c" && many[4] == "e" && shown[5].hasSuffix("d"))
            #expect(shown[3] != "abc")
            #expect(shown[0].sorted() == Array("abcde") && shown[2].hasPrefix("abc-"))
            #expect(shown[2].dropFirst(4).sorted() == Array("abcxy"))
        }
        // Every order there may be: 5!, 3!, 5!, 3! but one, 4!, 3!.
        #expect(met.map(\.count) == [120, 6, 120, 5, 24, 6])
    }

    @Test func `that cannot be out of order are left as they are`() throws {
        for (ids, count) in [("", 0), ("a", 1), ("aa", 2)] {
            let item = Item(
                id: try #require(Identifier("i")), prompt: "?",
                interactions: [Interaction(kind: .order(Order(entries: Self.entries(ids))))])
            guard case .entries(let order) = item.shownOrders(seed: 1).first else {
                Issue.record("an order is a row of entries")
                return
            }
            #expect(order.count == count)
        }
    }
}
