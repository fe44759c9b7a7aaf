import Assessment
import Results
import Testing

@Suite struct `Tampering with a store` {
    /// A classroom that took in another and erased a person, so that every table holds something.
    private func filled(_ kind: StoreKind) throws -> Classroom {
        let (room, other) = (try Classroom(kind, 1), try Classroom(kind, 2))
        _ = try room.store.merge(other.store, as: room.make.merging())
        try room.store.erase(room.make.erasure(other.ana.person.id))
        #expect(Set(try room.store.everything().map(\.table)) == Set(Table.all))
        // Takes a kind's own rules away here, once for all the copies.
        room.place.tamper(
            .setHead(try room.store.reading { () throws(StoreFault) in try room.store.head }))
        return room
    }

    /// Makes the changes in a copy, and expects something to be found there.
    private func expectFinding(
        in room: Classroom, _ what: String, _ changes: [Tampering], known: [Digest] = [],
        like expected: String? = nil
    ) throws {
        let copy = room.place.copy()
        for change in changes { copy.tamper(change) }
        let findings = try copy.open().findings(known: known)
        if let expected {
            #expect(findings.contains { $0.contains(expected) }, "\(what): \(findings)")
        } else if findings.isEmpty {
            Issue.record("\(what) is not found")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `is found in every field of every record`(_ kind: StoreKind) throws {
        let room = try filled(kind)
        #expect(try room.store.findings().isEmpty)
        for row in try room.store.everything() {
            for (index, column) in row.table.columns.enumerated() {
                var values = [row.fields[index].other]
                if row.fields[index] != .null, column.part != .key { values.append(.null) }
                for value in values {
                    let change = [Tampering.remove(row), .put(row.altered(column.name, value))]
                    try expectFinding(in: room, "\(row.table.name).\(column.name)", change)
                }
            }
            let name = row.table.name
            guard row.table.holdsPersonal else { continue }
            let seal = try #require(room.make.digest())
            let changes: [(String, SealedRow)] = [
                ("salt", row.altered(salt: .some([UInt8](repeating: 1, count: 16)))),
                ("seal", row.altered(personalSeal: .some(seal))),
                ("no seal", row.altered(personalSeal: .some(nil))),
                ("no salt", row.altered(salt: row.isErased ? .some([]) : .some(nil))),
            ]
            for (what, changed) in changes {
                try expectFinding(in: room, "\(name) \(what)", [.put(changed)])
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `is found where a record or an entry is gone`(_ kind: StoreKind) throws {
        let room = try filled(kind)
        for row in try room.store.everything() {
            try expectFinding(
                in: room, row.table.name, [.remove(row)],
                like: "record: the \(row.table.name) that entry")
        }
        let rows = try room.store.everything()
        for entry in try room.store.allEntries() {
            try expectFinding(in: room, "entry \(entry.sequence)", [.removeEntry(entry.hash)])
            // With the record that it added.
            let row = try #require(rows.first { $0.digest == entry.digest })
            try expectFinding(
                in: room, "record and entry \(entry.sequence)",
                [.removeEntry(entry.hash), .remove(row)], like: "chain: ")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `is found in every part of every entry`(_ kind: StoreKind) throws {
        let room = try filled(kind)
        let other = try #require(room.make.digest())
        for entry in try room.store.allEntries() {
            let changes: [(String, AuditEntry)] = [
                ("sequence", entry.altered(sequence: entry.sequence + 1)),
                ("sequence 0", entry.altered(sequence: 0)),
                ("last sequence", entry.altered(sequence: .max)),
                ("time", entry.altered(time: Timestamp(microseconds: 0))),
                ("table", entry.altered(table: "persons")),
                ("key", entry.altered(key: entry.key + [0])),
                ("digest", entry.altered(digest: other)),
                ("previous", entry.altered(previous: other)),
                ("hash", entry.altered(hash: other)),
            ]
            for (what, changed) in changes {
                try expectFinding(
                    in: room, "\(what) of \(entry.sequence)",
                    [.replaceEntry(entry.hash, changed)], like: "chain: ")
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `is found where something was added`(_ kind: StoreKind) throws {
        let room = try filled(kind)
        var generator = SystemRandomNumberGenerator()
        let cy = room.make.person("Cy")
        let row = SealedRow(PersonRecord.table, cy.fields, using: &generator)
        let (time, store) = (room.make.tick(), room.store)
        let entries = try store.allEntries()
        let head = try store.reading { () throws(StoreFault) in try store.head }
        let last = try #require(entries.first { $0.hash == head.hash })
        let middle = try #require(entries.first { $0.sequence == 3 })
        let rows: [(String, String, [Tampering])] = [
            ("without an entry", "record: a person was added without an entry", [.put(row)]),
            (
                "after the own end", "chain: the audit chain goes on past its end",
                [.put(row), .addEntry(AuditEntry(of: row, at: time, after: head))]
            ),
            (
                "in the middle", "chain: the audit chain goes on past its end",
                [.put(row), .addEntry(AuditEntry(of: row, at: time, after: middle.end))]
            ),
            (
                "as a chain of its own", "chain: the audit chain goes on past its end",
                [
                    .put(row),
                    .addEntry(AuditEntry(of: row, at: time, after: .start(of: room.make.id()))),
                ]
            ),
            (
                "in the place of the end", "chain: the audit chain lacks the entry",
                [
                    .put(row),
                    .replaceEntry(
                        last.hash,
                        AuditEntry(
                            of: row, at: time,
                            after: ChainHead(sequence: last.sequence - 1, hash: last.previous))),
                ]
            ),
            (
                "out of nowhere", "is gone",
                [
                    .addEntry(
                        AuditEntry(
                            of: row, at: time, after: ChainHead(sequence: 5, hash: last.digest))
                    )
                ]
            ),
        ]
        for (what, finding, changes) in rows {
            try expectFinding(in: room, what, changes, like: finding)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `is found where an end was cut off, the own one by a hash that was kept`(
        _ kind: StoreKind
    ) throws {
        let (room, other) = (try Classroom(kind, 1), try Classroom(kind, 2))
        let (mine, foreign) = (try room.store.allEntries(), try other.store.allEntries())
        func cut(_ entries: ArraySlice<AuditEntry>, _ rows: [SealedRow]) -> [Tampering] {
            entries.flatMap { entry in
                [.removeEntry(entry.hash)]
                    + rows.filter { $0.digest == entry.digest }.map { .remove($0) }
            }
        }
        let end = try #require(mine.last)
        let rows = try room.store.everything()
        for count in [1, 5, mine.count] {
            let left = mine.dropLast(count).last?.end ?? .start(of: room.store.identity)
            let changes = cut(mine.suffix(count), rows)
            try expectFinding(
                in: room, "\(count) cut, the mark left", changes,
                like: "lacks the entry \(end.hash)")
            let clean = changes + [.setHead(left)]
            try expectFinding(
                in: room, "\(count) cut", clean, known: [end.hash],
                like: "chain: the audit chain lacks the entry \(end.hash)")
            // Nothing in the store itself tells of it, as verifying says.
            let copy = room.place.copy()
            for change in clean { copy.tamper(change) }
            #expect(try copy.open().findings() == [])
        }
        _ = try room.store.merge(other.store, as: room.make.merging())
        for count in [1, 5, foreign.count] {
            let changes = cut(foreign.suffix(count), try room.store.everything())
            try expectFinding(
                in: room, "\(count) cut from the other", changes,
                like: "chain: the audit chain lacks the entry")
        }
        let known = [end.hash, try #require(foreign.last).hash]
        #expect(try room.store.findings(known: known).isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `is found at the mark of the end`(_ kind: StoreKind) throws {
        let room = try filled(kind)
        let store = room.store
        let head = try store.reading { () throws(StoreFault) in try store.head }
        let first = try #require(try store.allEntries().first)
        let digest = try #require(room.make.digest())
        let heads = [
            ChainHead(sequence: head.sequence, hash: digest), .start(of: store.identity),
            ChainHead(sequence: head.sequence - 1, hash: head.hash), first.end,
            ChainHead(sequence: .max, hash: head.hash),
        ]
        for head in heads {
            try expectFinding(in: room, "\(head.sequence)", [.setHead(head)], like: "chain: ")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `is found where words come back or go without an erasure`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let before = try room.store.everything().filter { $0.table.holdsPersonal }
        for row in before {
            try expectFinding(
                in: room, row.table.name, [.put(row.erased())],
                like: "erasure: a \(row.table.name) lost its words without an erasure")
        }
        try room.store.erase(room.make.erasure(room.ana.person.id))
        let hers = before.filter { $0.key.first == .bytes(room.ana.person.id.bytes) }
        #expect(hers.count == 15)
        for row in hers {
            try expectFinding(
                in: room, row.table.name, [.put(row)],
                like: "erasure: a \(row.table.name) of an erased person still has its words")
        }
    }
}
