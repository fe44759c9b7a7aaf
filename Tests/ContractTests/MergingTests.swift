import Assessment
import Results
import Testing

@Suite struct `Merging stores` {
    @Test(arguments: StoreKind.allCases)
    func `brings every record and entry, and a mark of where the other ended`(
        _ kind: StoreKind
    ) throws {
        let (one, two) = (try Classroom(kind, 1), try Classroom(kind, 2))
        let rows = Set(try one.store.everything() + two.store.everything())
        let entries = Set(try one.store.allEntries() + two.store.allEntries())
        let other = (try two.store.everything(), try two.store.allEntries())
        let end = try #require(other.1.last)
        let summary = try one.store.merge(two.store, as: one.make.merging())

        #expect(summary.total == two.records.count && summary.erased == 0)
        #expect(summary.added["step"] == 5 && summary.added["person"] == 3)
        let marks = try one.store.records(MergeRecord.self, .all)
        #expect(marks.map(\.head) == [end.hash] && marks.map(\.count) == [summary.total])
        let kept = try one.store.everything().filter { $0.table != MergeRecord.table }
        #expect(Set(kept) == rows)
        let merged = try one.store.allEntries()
        #expect(Set(merged).isSuperset(of: entries) && merged.count == entries.count + 1)
        #expect(try one.store.findings().isEmpty)
        // The other one is as it was.
        #expect(try two.store.everything() == other.0 && two.store.allEntries() == other.1)
        // The own chain goes on where it was.
        try one.store.add([one.make.person("Cy")], at: one.make.tick())
        #expect(try one.store.findings().isEmpty)
        let head = try one.store.reading { () throws(StoreFault) in try one.store.head }
        #expect(head.sequence == Int64(one.records.count + 2))
    }

    @Test(arguments: StoreKind.allCases)
    func `with itself, a copy or an empty one changes nothing`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let before = (try room.store.everything(), try room.store.allEntries())
        for other in [room.store, room.place.open(), room.place.copy().open(), kind.place().open()]
        {
            let summary = try room.store.merge(other, as: room.make.merging())
            #expect(summary.total == 0 && summary.erased == 0)
            #expect(try room.store.everything() == before.0)
            #expect(try room.store.allEntries() == before.1)
        }
    }

    @Test(arguments: StoreKind.allCases, [true, false])
    func `erases everywhere whom either store has erased`(
        _ kind: StoreKind, _ isErasedHere: Bool
    ) throws {
        let room = try Classroom(kind)
        let copy = room.place.copy().open()
        let ana = room.ana.person.id
        let (here, there) = isErasedHere ? (room.store, copy) : (copy, room.store)
        try here.erase(room.make.erasure(ana))
        let late = try room.make.sheet(
            ana, room.rita.person.id, room.rubric, submission: "lab 2", words: "Late words")
        try there.add([late], at: room.make.tick())
        let summary = try room.store.merge(copy, as: room.make.merging())
        #expect(summary.erased == (isErasedHere ? 1 : 11))
        #expect(try room.store.erasure(of: ana).isEmpty)
        #expect(
            try room.store.records(SheetRecord.self, .learner(ana)).allSatisfy { $0.words == nil })
        #expect(try room.store.person(ana)?.name == nil)
        #expect(try room.store.person(room.ben.person.id) == room.ben.person)
        #expect(try room.store.findings().isEmpty && room.store.conflicts().isEmpty)
        #expect(try room.store.merge(copy, as: room.make.merging()).erased == 0)
    }

    @Test(arguments: StoreKind.allCases)
    func `keeps all as it was where the same id has other contents`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let copy = room.place.copy()
        let row = try #require(try room.store.everything().first)
        var fields = row.fields
        fields[3] = .text("somebody else")
        copy.tamper(
            .put(SealedRow(row.table, fields, salt: row.salt, personalSeal: row.personalSeal)))
        try copy.open().add([room.make.person("Cy")], at: room.make.tick())
        let before = (try room.store.everything(), try room.store.allEntries())
        let found = fault {
            _ = try room.store.merge(copy.open(), as: room.make.merging())
        }
        #expect(found?.kind == .conflict && found?.outcome == .notSaved)
        #expect(try room.store.everything() == before.0)
        #expect(try room.store.allEntries() == before.1)
    }

    /// What does not tell in which order stores were merged.
    private func facts(_ store: any ResultsStore) throws -> Facts {
        Facts(
            rows: try store.everything().filter { $0.table != MergeRecord.table },
            conflicts: try store.conflicts())
    }

    private struct Facts: Equatable {
        let rows: [SealedRow]
        let conflicts: [Conflict]
    }

    /// Three places: two classrooms that began apart, and a copy of the first that went on alone.
    private func classrooms(_ kind: StoreKind, _ number: UInt64) throws -> [StorePlace] {
        let contents = try RandomHistory.contents()
        let (one, two) = (kind.place(), kind.place())
        let first = RandomHistory(store: one.open(), make: Maker(number), contents: contents)
        try first.go(14)
        try RandomHistory(store: two.open(), make: Maker(number + 1_000), contents: contents).go(12)
        let three = one.copy()
        try first.go(8)
        try RandomHistory(store: three.open(), make: Maker(number + 2_000), contents: contents).go(
            8)
        return [one, two, three]
    }

    private func merged(_ places: [StorePlace], _ make: Maker) throws -> any ResultsStore {
        let store = try #require(places.first).copy().open()
        for place in places.dropFirst() {
            _ = try store.merge(place.open(), as: make.merging())
        }
        return store
    }

    @Test(arguments: StoreKind.allCases)
    func `comes to the same in any order, and again to nothing`(_ kind: StoreKind) throws {
        var conflicts: Set<String> = []
        let orders = [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        for number in 1...kind.histories {
            let places = try classrooms(kind, number)
            let make = Maker(number + 3_000)
            let store = try merged(places, make)
            let facts = try facts(store)
            #expect(try store.findings().isEmpty, "\(number)")

            for step in [0, 2] {
                let order = orders[(Int(number) + step) % orders.count]
                let other = try merged(order.map { places[$0] }, make)
                #expect(try self.facts(other) == facts, "\(number), \(order)")
            }
            // The second and third first, then both at once.
            let pair = try merged([places[1], places[2]], make)
            let late = places[0].copy().open()
            _ = try late.merge(pair, as: make.merging())
            #expect(try self.facts(late) == facts, "\(number)")
            #expect(try late.findings().isEmpty, "\(number)")

            let before = (try store.everything(), try store.allEntries())
            for place in places {
                let summary = try store.merge(place.open(), as: make.merging())
                #expect(summary.total == 0 && summary.erased == 0)
            }
            #expect(try store.everything() == before.0 && store.allEntries() == before.1)
            conflicts.formUnion(facts.conflicts.map(Self.kind))
        }
        // The histories reach every kind of conflict.
        #expect(conflicts.count == 7 || kind.histories < 100, "\(conflicts)")
    }

    private static func kind(_ conflict: Conflict) -> String {
        switch conflict {
        case .forkedSitting: "forked sitting"
        case .forkedSheet: "forked sheet"
        case .sharedSubmission: "shared submission"
        case .forkedReview: "forked review"
        case .sharedExternalID: "shared external id"
        case .twoOpenSittings: "two open sittings"
        case .sameAttempt: "same attempt"
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `of one history alone finds no contradiction`(_ kind: StoreKind) throws {
        for number in 1...kind.histories / 5 {
            let store = kind.place().open()
            try RandomHistory(
                store: store, make: Maker(number), contents: try RandomHistory.contents()
            ).go(60)
            #expect(try store.conflicts().isEmpty, "\(number)")
            #expect(try store.findings().isEmpty, "\(number)")
        }
    }
}
