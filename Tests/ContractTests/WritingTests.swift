import Assessment
import Results
import Testing

@Suite struct `Reading and writing` {
    private let stop = StoreFault(.refused, "enough")

    @Test(arguments: StoreKind.allCases)
    func `keeps all of a writing or nothing of it`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let before = (try room.store.everything(), try room.store.allEntries())
        let lease = room.make.lease(room.open.id, on: "lab-1")
        let ana = Field.bytes(room.ana.person.id.bytes)
        let row = try #require(
            before.0.first { $0.table == PersonRecord.table && $0.fields[0] == ana })
        let found = fault {
            try room.store.writing { () throws(StoreFault) in
                var generator = SystemRandomNumberGenerator()
                let tombstone = room.make.erasure(room.ana.person.id)
                try room.store.insert(
                    SealedRow(ErasureRecord.table, tombstone.fields, using: &generator))
                try room.store.erasePersonal(row)
                try room.store.setLease(lease, of: lease.sitting)
                let head = try room.store.head
                let entry = AuditEntry(of: row, at: lease.time, after: head)
                try room.store.append(entry, isOwn: true)
                throw stop
            }
        }
        #expect(found == stop)
        for store in [room.store, room.place.open()] {
            #expect(try store.everything() == before.0)
            #expect(try store.allEntries() == before.1)
            try store.reading { () throws(StoreFault) in
                #expect(try store.head.hash == before.1.last?.hash)
                #expect(try store.lease(of: lease.sitting) == nil)
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `is seen within the writing, and by others from its end on`(_ kind: StoreKind) throws {
        let place = kind.place()
        let (store, other) = (place.open(), place.open())
        #expect(store.identity == other.identity)
        let make = Maker()
        let cohort = make.cohort(try #require(Cohort.ID("a")), "A")
        try store.add([cohort], at: make.tick())
        let row = try #require(try store.everything().first)
        let lease = make.lease(make.id(), on: "lab-1")
        try store.writing { () throws(StoreFault) in
            try store.setLease(lease, of: lease.sitting)
            #expect(try store.lease(of: lease.sitting) == lease)
            // A reading within is part of the writing.
            try store.reading { () throws(StoreFault) in
                #expect(try store.lease(of: lease.sitting) == lease)
                #expect(try store.lastRow(row.table, .all) == row)
            }
            try other.reading { () throws(StoreFault) in
                #expect(try other.lease(of: lease.sitting) == nil)
            }
        }
        try other.reading { () throws(StoreFault) in
            #expect(try other.lease(of: lease.sitting) == lease)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `sees one state to the end of the outermost reading`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let other = room.place.open()
        let newcomer = room.make.person("Cy")
        try room.store.reading { () throws(StoreFault) in
            let before = try room.store.people().count
            try other.add([newcomer], at: newcomer.time)
            try room.store.reading { () throws(StoreFault) in
                #expect(try room.store.people().count == before)
            }
            #expect(try room.store.person(newcomer.person.id) == nil)
            #expect(try other.person(newcomer.person.id) == newcomer.person)
        }
        #expect(try room.store.person(newcomer.person.id) == newcomer.person)
    }

    @Test(arguments: StoreKind.allCases)
    func `goes on after a fault and after reopening`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        _ = fault { try room.store.reading { () throws(StoreFault) in throw stop } }
        _ = fault { try room.store.writing { () throws(StoreFault) in throw stop } }
        let newcomer = room.make.person("Cy")
        try room.store.add([newcomer], at: newcomer.time)
        let before = try room.store.everything()
        try room.store.reopen()
        #expect(try room.store.everything() == before)
        #expect(try room.store.findings().isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `gives every store another identity, and copies the same`(_ kind: StoreKind) {
        let (one, two) = (kind.place(), kind.place())
        #expect(one.open().identity != two.open().identity)
        #expect(one.open().identity == one.copy().open().identity)
    }
}
