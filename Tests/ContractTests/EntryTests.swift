import Assessment
import Results
import Testing

@Suite struct `Entries in a store` {
    @Test(arguments: StoreKind.allCases)
    func `come by sequence and then by hash, whichever chain they are of`(
        _ kind: StoreKind
    ) throws {
        let (one, two) = (try Classroom(kind, 1), try Classroom(kind, 2))
        _ = try one.store.merge(two.store, as: one.make.merging())
        let entries = try one.store.allEntries()
        #expect(entries.count == 2 * one.records.count + 1)
        let sorted = entries.sorted { ($0.sequence, $0.hash) < ($1.sequence, $1.hash) }
        #expect(entries == sorted)
        try one.store.reading { () throws(StoreFault) in
            for limit in [1, 7, 1_000] {
                var found: [AuditEntry] = []
                while true {
                    let page = try one.store.entries(after: found.last, limit: limit)
                    found += page
                    guard page.count == limit else { break }
                }
                #expect(found == entries)
            }
            #expect(try one.store.entries(after: nil, limit: 0).isEmpty)
            for entry in entries { #expect(try one.store.entry(entry.hash) == entry) }
            #expect(try one.store.entry(two.quiz.content.contentHash) == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `are found by their record, in every chain that has it`(_ kind: StoreKind) throws {
        let (one, two) = (try Classroom(kind, 1), try Classroom(kind, 2))
        try two.store.add([one.quiz], at: two.make.tick())
        _ = try one.store.merge(two.store, as: one.make.merging())
        try one.store.reading { () throws(StoreFault) in
            let (table, key) = (ContentRecord.table, Array(one.quiz.fields.prefix(1)))
            let entries = try one.store.entries(table, key: key)
            #expect(entries.count == 2)
            #expect(entries.allSatisfy { $0.table == "content" && $0.key == key.encoded })
            #expect(entries.map(\.sequence) == entries.map(\.sequence).sorted())
            #expect(try one.store.entries(SittingRecord.table, key: key).isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `follow one another from the store's own mark to its head`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let entries = try room.store.allEntries()
        var last = ChainHead.start(of: room.store.identity)
        for (entry, record) in zip(entries, room.records) {
            let table = type(of: record).table
            #expect(entry.isIntact && entry.previous == last.hash)
            #expect(entry.sequence == last.sequence + 1 && entry.table == table.name)
            #expect([Field](encoded: entry.key) == Array(record.fields.prefix(table.keyCount)))
            last = ChainHead(sequence: entry.sequence, hash: entry.hash)
        }
        #expect(entries.count == room.records.count)
        #expect(try room.store.reading { () throws(StoreFault) in try room.store.head } == last)
    }

    @Test(arguments: StoreKind.allCases)
    func `are added once, and move the head only when they are the store's own`(
        _ kind: StoreKind
    ) throws {
        let (one, two) = (try Classroom(kind, 1), try Classroom(kind, 2))
        let foreign = try #require(try two.store.allEntries().last)
        let head = try one.store.reading { () throws(StoreFault) in try one.store.head }
        func append(isOwn: Bool) throws(StoreFault) -> ChainHead {
            try one.store.writing { () throws(StoreFault) in
                try one.store.append(foreign, isOwn: isOwn)
                return try one.store.head
            }
        }
        #expect(try append(isOwn: false) == head)
        #expect(fault { _ = try append(isOwn: true) } != nil)
        #expect(try one.store.reading { () throws(StoreFault) in try one.store.head } == head)
        #expect(try one.store.allEntries().filter { $0 == foreign }.count == 1)
    }

}
