import Assessment
import Results
import Testing

@Suite struct `Rows in a store` {
    /// Each list ascends as bytes do; neither Swift's order of texts nor that of UTF-16 agrees.
    private static let submissions = [
        "", "A", "a", "a\u{0}", "a b", "ab", "e\u{301}", "z", "\u{E9}", "\u{FFFD}", "\u{1F600}",
    ]
    private static let revisions: [Int64] = [.min, -10, -9, 0, 1, 9, 10, 100, .max]
    private static let ids: [[UInt8]] = [
        [UInt8](repeating: 0, count: 16), [UInt8](repeating: 0x7F, count: 16),
        [UInt8](repeating: 0x80, count: 16), [UInt8](repeating: 0xFF, count: 16),
    ]

    private static func rows() -> [SealedRow] {
        var rows: [SealedRow] = []
        for learner in ids.prefix(2) {
            for submission in submissions {
                for sheet in ["s", "s-1"] {
                    for (place, revision) in revisions.enumerated() {
                        rows.append(row(learner, submission, sheet, revision, ids[place % 4]))
                    }
                    rows.append(row(learner, submission, sheet, .max, ids[3]))
                }
            }
        }
        return rows
    }

    private static func row(
        _ learner: [UInt8], _ submission: String, _ sheet: String, _ revision: Int64, _ id: [UInt8]
    ) -> SealedRow {
        var generator = SystemRandomNumberGenerator()
        let fields: [Field] = [
            .bytes(learner), .text(submission), .text(sheet), .integer(revision), .bytes(id),
            .integer(0), .bytes(id), .bytes(id + id), .text("draft"), .text(""), .null,
        ]
        return SealedRow(SheetRecord.table, fields, using: &generator)
    }

    /// A store with the rows, put in without an order.
    private func filled(_ kind: StoreKind) throws -> any ResultsStore {
        let store = kind.place().open()
        var rows = Self.rows()
        var generator = SeededGenerator(seed: 3)
        generator.shuffle(&rows)
        // The rubrics that the sheets go by.
        for id in Self.ids {
            let fields: [Field] = [
                .bytes(id + id), .text("rubric"), .text("r"), .text("1"), .bytes(id + id),
                .bytes([]),
            ]
            rows.insert(SealedRow(ContentRecord.table, fields, using: &generator), at: 0)
        }
        try store.writing { () throws(StoreFault) in for row in rows { try store.insert(row) } }
        return store
    }

    private static let queries: [(Query, @Sendable (SealedRow) -> Bool)] = [
        (.all, { _ in true }),
        (.under([]), { _ in true }),
        (.under([.bytes(ids[0])]), { $0.key[0] == .bytes(ids[0]) }),
        (
            .under([.bytes(ids[1]), .text("a")]),
            { $0.key.prefix(2) == [.bytes(ids[1]), .text("a")] }
        ),
        (
            .under([.bytes(ids[0]), .text("e\u{301}"), .text("s")]),
            { $0.key.prefix(3) == [.bytes(ids[0]), .text("e\u{301}"), .text("s")] }
        ),
        (.under([.bytes(ids[0]), .text("b")]), { _ in false }),
        (.under([.bytes(ids[2])]), { _ in false }),
        (
            .under(row(ids[1], "z", "s", 9, ids[1]).key),
            { $0.key == row(ids[1], "z", "s", 9, ids[1]).key }
        ),
    ]

    @Test(arguments: StoreKind.allCases, queries.indices)
    func `come by their keys, whole pages or small ones`(_ kind: StoreKind, _ index: Int) throws {
        let (query, isMeant) = Self.queries[index]
        let store = try filled(kind)
        let meant = Self.rows().filter(isMeant).map(\.key)
        try store.reading { () throws(StoreFault) in
            let table = SheetRecord.table
            #expect(try store.rows(table, query, after: nil, limit: .max).map(\.key) == meant)
            #expect(try store.rows(table, query, after: nil, limit: 0).isEmpty)
            #expect(try store.lastRow(table, query)?.key == meant.last)
            for limit in [1, 7, 100] {
                var keys: [[Field]] = []
                while true {
                    let page = try store.rows(table, query, after: keys.last, limit: limit)
                    keys += page.map(\.key)
                    guard page.count == limit else { break }
                }
                #expect(keys == meant, "\(limit) at a time")
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `come after a key that none of them has`(_ kind: StoreKind) throws {
        let store = try filled(kind)
        let key = Self.row(Self.ids[0], "b", "s", 5, Self.ids[2]).key
        // Six texts come before it, each with two sheets of ten rows.
        let later = Self.rows().dropFirst(6 * 2 * 10)
        try store.reading { () throws(StoreFault) in
            let found = try store.rows(SheetRecord.table, .all, after: key, limit: .max)
            #expect(found.map(\.key) == later.map(\.key))
            let end = Self.row(Self.ids[3], "", "", 0, Self.ids[0]).key
            #expect(try store.rows(SheetRecord.table, .all, after: end, limit: 5).isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `are looked up by value, page by page`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let quiz = Query.sittings(ofQuiz: "module-210/check")
        let other = room.make.sitting(room.ana.person.id, room.quiz, quiz: "module-210/chec")
        try room.store.add([other], at: room.make.tick())
        try room.store.reading { () throws(StoreFault) in
            let table = SittingRecord.table
            let all = try room.store.rows(table, quiz, after: nil, limit: .max)
            let keys = [room.sitting, room.open].map { Array($0.fields.prefix(2)) }
            #expect(all.map(\.key) == keys)
            #expect(
                try room.store.rows(table, quiz, after: keys[0], limit: 9).map(\.key) == [keys[1]])
            #expect(try room.store.rows(table, quiz, after: nil, limit: 1).map(\.key) == [keys[0]])
            #expect(try room.store.lastRow(table, quiz)?.key == keys[1])
            #expect(try room.store.lastRow(table, .sittings(ofQuiz: "module")) == nil)
            let person = Query.having("external_id", .text("s-2"))
            #expect(
                try room.store.rows(PersonRecord.table, person, after: nil, limit: 9).map(\.key)
                    == [Array(room.ben.fields.prefix(2))])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `keep their own key`(_ kind: StoreKind) throws {
        let store = try filled(kind)
        let before = try store.everything()
        let twin = Self.row(Self.ids[0], "a", "s", 0, Self.ids[3])
        let found = fault { try store.writing { () throws(StoreFault) in try store.insert(twin) } }
        #expect(found != nil)
        #expect(try store.everything() == before)
    }

    @Test(arguments: StoreKind.allCases)
    func `lose what is personal and nothing else`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let tombstone = room.make.erasure(room.ana.person.id)
        try room.store.writing { () throws(StoreFault) in
            try room.store.insert(sealed(tombstone))
        }
        let before = try room.store.everything()
        let ana = Field.bytes(room.ana.person.id.bytes)
        let row = try #require(
            before.first { $0.table == PersonRecord.table && $0.fields[0] == ana })
        try room.store.writing { () throws(StoreFault) in
            try room.store.erasePersonal(row)
            #expect(
                try room.store.rows(row.table, .under(row.key), after: nil, limit: 2)
                    == [row.erased()])
        }
        #expect(try room.store.everything() == before.map { $0 == row ? row.erased() : $0 })
    }

    @Test(arguments: StoreKind.allCases)
    func `are seen while their words are erased underneath`(_ kind: StoreKind) throws {
        let store = kind.place().open()
        let make = Maker()
        let people = (0..<2_500).map { make.person("P \($0)") }
        try store.add(people, at: make.tick())
        try store.writing { () throws(StoreFault) in
            for person in people { try store.insert(sealed(make.erasure(person.person.id))) }
            var last: [Field]?
            var seen = 0
            while true {
                let page = try store.rows(PersonRecord.table, .all, after: last, limit: 1_000)
                for row in page { try store.erasePersonal(row) }
                seen += page.count
                last = page.last?.key
                guard page.count == 1_000 else { break }
            }
            #expect(seen == 2_500)
        }
        #expect(
            try store.everything().allSatisfy { $0.isErased == ($0.table == PersonRecord.table) })
    }

    private func sealed(_ record: any Record) -> SealedRow {
        var generator = SystemRandomNumberGenerator()
        return SealedRow(type(of: record).table, record.fields, using: &generator)
    }
}
