import Assessment
import Results
import StoreTesting
import Testing

@Suite struct `A commit that fails` {
    private let place = InMemoryStore.Place()
    private let make = Maker()

    private func filled() throws -> (InMemoryStore, PersonRecord) {
        let store = InMemoryStore(at: place)
        try store.add([make.person("Ana")], at: make.tick())
        return (store, make.person("Ben"))
    }

    @Test func `without a word, though all was saved, is no fault`() throws {
        let (store, ben) = try filled()
        place.failure = .nextIsSaved
        try store.add([ben], at: make.tick())
        #expect(try store.person(ben.person.id) == ben.person)
        #expect(try store.allEntries().count == 2)
        #expect(try store.findings().isEmpty)
    }

    @Test func `without a word, and nothing was saved, says so`() throws {
        let (store, ben) = try filled()
        place.failure = .nextIsLost
        let found = fault { try store.add([ben], at: make.tick()) }
        #expect(found?.kind == .inputOutput && found?.outcome == .notSaved)
        #expect(try store.person(ben.person.id) == nil)
        try store.add([ben], at: make.tick())
        #expect(try store.allEntries().count == 2)
    }

    @Test func `though the record lay there before is no fault`() throws {
        let (store, ben) = try filled()
        try store.add([ben], at: make.tick())
        place.failure = .nextIsLost
        try store.add([ben], at: make.tick())
        #expect(try store.allEntries().count == 2)
    }

    @Test func `with only a part of it there before was not saved`() throws {
        let (store, ben) = try filled()
        try store.add([ben], at: make.tick())
        let cy = make.person("Cy")
        for records in [[ben, cy], [cy, ben]] {
            place.failure = .nextIsLost
            #expect(fault { try store.add(records, at: make.tick()) }?.outcome == .notSaved)
            #expect(try store.person(cy.person.id) == nil)
        }
    }

    @Test(arguments: [InMemoryStore.Failure.nextIsSaved, .nextIsLost])
    func `is unknown while the store is gone, and made good afterwards`(
        _ failure: InMemoryStore.Failure
    ) throws {
        let (store, ben) = try filled()
        place.failure = failure
        place.goesWithFailure = true
        let found = fault { try store.add([ben], at: make.tick()) }
        #expect(found?.kind == .inputOutput && found?.outcome == .unknown)
        #expect(fault { _ = try store.people() }?.kind == .missing)
        place.isGone = false
        try store.reopen()
        try store.add([ben], at: make.tick())
        #expect(try store.people().map(\.name) == ["Ana", "Ben"])
        #expect(try store.allEntries().count == 2)
        #expect(try store.findings().isEmpty)
    }

    @Test func `for want of room leaves what was there, and goes on once there is some`() throws {
        let (store, ben) = try filled()
        place.failure = .full
        for _ in 0..<3 {
            let found = fault { try store.add([ben], at: make.tick()) }
            #expect(found?.kind == .full && found?.outcome == .notSaved)
            #expect(try store.people().map(\.name) == ["Ana"])
        }
        place.failure = nil
        try store.add([ben], at: make.tick())
        #expect(try store.people().map(\.name) == ["Ana", "Ben"])
    }

    @Test(arguments: InMemoryStore.Failure.allCases)
    func `in the midst of erasing or merging is made good by doing it again`(
        _ failure: InMemoryStore.Failure
    ) throws {
        let room = try Classroom(.memory)
        guard case .memory(let place) = room.place else { return }
        let other = try Classroom(.memory, 2)
        let erasure = room.make.erasure(room.ana.person.id)
        place.failure = failure
        #expect(fault { try room.store.erase(erasure) } != nil)
        place.failure = nil
        try room.store.reopen()
        try room.store.erase(erasure)
        #expect(try room.store.erasure(of: room.ana.person.id).isEmpty)

        place.failure = failure
        let merging = room.make.merging()
        #expect(fault { _ = try room.store.merge(other.store, as: merging) } != nil)
        place.failure = nil
        try room.store.reopen()
        _ = try room.store.merge(other.store, as: merging)
        #expect(try room.store.people().count == 6)
        #expect(try room.store.records(MergeRecord.self, .all).count == 1)
        #expect(try room.store.findings().isEmpty)
    }
}
