import Assessment
import Results
import TestSupport
import Testing

@Suite struct `Erasing a person` {
    private func isAbout(_ person: Person.ID, _ row: SealedRow) -> Bool {
        row.table.holdsPersonal && row.key.first == .bytes(person.bytes)
    }

    @Test(arguments: StoreKind.allCases)
    func `empties every personal column of theirs, and nothing else`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let ana = room.ana.person.id
        let before = (try room.store.everything(), try room.store.allEntries())
        // The test would mean nothing if a table had no row of hers.
        #expect(Set(before.0.filter { isAbout(ana, $0) }.map(\.table)).count == 9)
        let erasure = room.make.erasure(ana)
        try room.store.erase(erasure)

        for store in [room.store, room.place.open()] {
            let after = try store.everything()
            #expect(
                after.filter { $0.table != ErasureRecord.table }
                    == before.0.map { isAbout(ana, $0) ? $0.erased() : $0 })
            for row in after where isAbout(ana, row) {
                #expect(row.salt == nil)
                #expect(row.fields.suffix(row.table.personalCount).allSatisfy { $0 == .null })
            }
            #expect(try store.records(ErasureRecord.self, .all) == [erasure])
            #expect(try store.allEntries().dropLast() == before.1[...])
            #expect(try store.findings().isEmpty)
            #expect(try store.person(ana) == Person(id: ana, name: nil))
            #expect(try store.people().map(\.name) == [nil, "Ben", "Rita"])
            #expect(try store.members(of: room.cohort.cohort.id).contains(ana))
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `shows first what holds words`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let found = try room.store.erasure(of: room.ana.person.id)
            .map { "\($0.table.name) \($0.records) \($0.columns.joined(separator: ","))" }
        #expect(
            found == [
                "person 1 name,external_id,email", "step 1 words", "grade 1 reason",
                "submission 1 exhibits", "assignment 1 conflict", "review_step 1 words",
                "sheet 2 words", "evaluation 1 words", "override 1 reason",
            ])
        let ben = try room.store.erasure(of: room.ben.person.id).map(\.columns)
        #expect(ben == [["name", "external_id"], ["words"]])
        #expect(try room.store.erasure(of: room.make.id()).isEmpty)
        try room.store.erase(room.make.erasure(room.ana.person.id))
        #expect(try room.store.erasure(of: room.ana.person.id).isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `twice leaves one tombstone`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let erasure = room.make.erasure(room.ana.person.id)
        try room.store.erase(erasure)
        let after = (try room.store.everything(), try room.store.allEntries())
        try room.store.erase(erasure)
        try room.store.erase(room.make.erasure(room.ana.person.id))
        #expect(try room.store.everything() == after.0)
        #expect(try room.store.allEntries() == after.1)
    }

    @Test(arguments: StoreKind.allCases)
    func `is refused where nobody has the id`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let before = try room.store.everything()
        let found = fault { try room.store.erase(room.make.erasure(room.make.id())) }
        #expect(found?.kind == .refused)
        #expect(try room.store.everything() == before)
    }

    @Test(arguments: StoreKind.allCases)
    func `lets what was added before be asked for again`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        try room.store.erase(room.make.erasure(room.ana.person.id))
        let after = (try room.store.everything(), try room.store.allEntries())
        try room.store.add(room.records, at: room.make.tick())
        #expect(try room.store.everything() == after.0)
        #expect(try room.store.allEntries() == after.1)
        // What is public about it still has to be the same.
        let twin = PersonRecord(
            id: room.ana.id, time: room.ana.time, author: "other", person: room.ana.person)
        #expect(fault { try room.store.add([twin], at: room.make.tick()) }?.kind == .conflict)
    }

    @Test(arguments: StoreKind.allCases)
    func `frees their external id`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        try room.store.erase(room.make.erasure(room.ana.person.id))
        try room.store.add([room.make.person("Anew", externalID: "s-1")], at: room.make.tick())
        #expect(try room.store.conflicts().isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `takes more records than fit a page`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let steps = (2...2_400).map { room.make.step(room.open, $0, .answered, .typed("w \($0)")) }
        try room.store.add(steps, at: room.make.tick())
        let ben = room.ben.person.id
        #expect(try room.store.erasure(of: ben).map(\.records) == [1, 2_399, 1])
        try room.store.erase(room.make.erasure(ben))
        #expect(try room.store.everything().filter { isAbout(ben, $0) }.allSatisfy(\.isErased))
        #expect(try room.store.findings().isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `leaves no word of theirs in any field`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        try room.store.erase(room.make.erasure(room.ana.person.id))
        let words = [
            "Ana", "López", "s-1", "ana@", "seven", "listens", "Well done", "power", "asked",
            "work/", "manages",
        ]
        for row in try room.store.everything()
        where row.key.first == .bytes(room.ana.person.id.bytes) {
            for case .text(let text) in row.fields {
                // The sheet's own id is not hers.
                let isHers = words.contains { text.contains($0) } && text != "s-1"
                #expect(!isHers, "\(row.table.name)")
            }
        }
    }
}
