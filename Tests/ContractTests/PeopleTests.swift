import Assessment
import Results
import Testing

@Suite struct `People and cohorts` {
    @Test(arguments: StoreKind.allCases)
    func `are as they were last written down`(_ kind: StoreKind) throws {
        let store = kind.place().open()
        let make = Maker()
        let ana = make.person("Ana", externalID: "1")
        let ben = make.person("Ben")
        let renamed = make.person("Anna", externalID: "2", roles: [.lead], as: ana.person.id)
        try store.add([ben, ana, renamed], at: make.tick())
        #expect(try store.people() == [renamed.person, ben.person])
        #expect(try store.person(ana.person.id) == renamed.person)
        #expect(try store.person(make.id()) == nil)
        #expect(try store.records(PersonRecord.self, .all) == [ana, renamed, ben])
    }

    @Test(arguments: StoreKind.allCases)
    func `are as the latest time says, in whichever order they were added`(_ kind: StoreKind) throws
    {
        let store = kind.place().open()
        let make = Maker()
        let first = make.person("First")
        let second = make.person("Second", as: first.person.id)
        // Ids decide between records of one time.
        let third = PersonRecord(
            id: make.id(), time: second.time, author: "lead",
            person: Person(id: first.person.id, name: "Third"))
        try store.add([third], at: make.tick())
        try store.add([second], at: make.tick())
        try store.add([first], at: make.tick())
        #expect(try store.people().map(\.name) == ["Third"])
    }

    @Test(arguments: StoreKind.allCases)
    func `come and go`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let (make, spring) = (room.make, room.cohort.cohort.id)
        let autumn = try #require(Cohort.ID("2026-A"))
        try room.store.add(
            [
                make.cohort(autumn, "Autumn"), make.cohort(spring, "Spring, late"),
                make.membership(spring, room.ana.person.id, isJoined: false),
                make.membership(autumn, room.ana.person.id),
                make.membership(spring, room.ben.person.id, isJoined: false),
                make.membership(spring, room.ben.person.id),
            ], at: make.tick())
        #expect(try room.store.members(of: spring) == [room.ben.person.id])
        #expect(try room.store.members(of: autumn) == [room.ana.person.id])
        let none = try #require(Cohort.ID("none"))
        #expect(try room.store.members(of: none).isEmpty)
        #expect(try room.store.cohorts().map(\.title) == ["Autumn", "Spring, late"])
    }
}

@Suite struct `The code of a quiz` {
    /// What was said of the code; nil that there is none any more.
    @Test(
        arguments: StoreKind.allCases,
        [[], ["a"], ["a", "b"], ["a", nil], ["a", nil, "c"]] as [[String?]])
    func `is what was last said of it`(_ kind: StoreKind, _ said: [String?]) throws {
        let store = kind.place().open()
        let make = Maker()
        try store.add([try make.code("other/quiz")], at: make.tick())
        let codes = try said.map { try make.code("b/q", $0.map { "$argon2id$" + $0 }) }
        // Merged stores hold them in any order.
        for code in codes.reversed() { try store.add([code], at: make.tick()) }
        #expect(try store.proctorCode(of: "b/q") == codes.last)
    }
}
