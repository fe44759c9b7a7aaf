import Assessment
import Results
import SQLiteResults
import Testing

@Suite struct `A store's log` {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private static let frameSize = 24 + 4_096

    /// A log of twenty transactions; the answer is how many frames each of them ends behind.
    private func filled() throws -> [Int] {
        let store = try workspace.store()
        var ends: [Int] = []
        for id in 1...20 {
            try store.write {
                try store.run("INSERT INTO person VALUES (?1, ?1)", [.integer(Int64(id))])
                if id.isMultiple(of: 5) {
                    let id = Field.integer(Int64(id))
                    try store.run("INSERT INTO step VALUES (?1, ?1, 1, zeroblob(20000))", [id])
                }
            }
            ends.append((try workspace.bytes("results.sqlite-wal").count - 32) / Self.frameSize)
        }
        try store.close()
        return ends
    }

    private func check() throws -> LogCheck { try LogCheck(ofStoreAt: workspace.path()) }

    @Test func `is whole when it was written in peace, or is not there`() throws {
        let ends = try filled()
        #expect(try check().frames == ends.last)
        #expect(try check().damage == nil)
        #expect(try check().pages.isSuperset(of: [2, 3]))
        try workspace.open().close(checkpointing: true)
        #expect(try check() == LogCheck(ofStoreAt: workspace.path("other")))
    }

    @Test func `shows every change of a byte before the last transaction`() throws {
        let ends = try filled()
        let log = try workspace.bytes("results.sqlite-wal")
        let last = 32 + ends[ends.count - 2] * Self.frameSize
        var generator = SeededGenerator(seed: 8)
        for round in 0..<150 {
            let place = generator.index(below: round < 30 ? 32 : last)
            var damaged = log
            damaged[place] ^= UInt8(1 << generator.index(below: 8))
            try workspace.put(damaged, "results.sqlite-wal")
            let check = try check()
            guard place >= 32 else {
                #expect(check.damage == .header, "byte \(place)")
                continue
            }
            let frame = (place - 32) / Self.frameSize
            #expect(check.damage == .frame(after: frame), "byte \(place)")
            // What SQLite makes of it: everything up to the last end before the damage.
            #expect(check.frames == ends.last { $0 <= frame } ?? 0)
        }
    }

    @Test func `is no worse than a crash leaves it where its end is missing`() throws {
        let ends = try filled()
        let log = try workspace.bytes("results.sqlite-wal")
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<60 {
            let count = generator.index(below: log.count)
            try workspace.put(Array(log[..<count]), "results.sqlite-wal")
            let check = try check()
            #expect(check.damage == nil)
            let whole = max(0, (count - 32)) / Self.frameSize
            #expect(check.frames == ends.last { $0 <= whole } ?? 0)
        }
    }

    @Test func `may hold what was there before it was begun again`() throws {
        _ = try filled()
        let store = try workspace.open()
        try store.run(script: "PRAGMA wal_checkpoint(RESTART);")
        try store.write { try store.run("INSERT INTO person VALUES (90, 'Ann')") }
        #expect(try check().damage == nil)
        #expect((1..<9).contains(try check().frames))
    }

    @Test func `stands in for pages of the file that were half written`() throws {
        _ = try filled()
        var bytes = try workspace.bytes()
        let pages = try check().pages
        for page in pages where page * 4_096 <= bytes.count { bytes[page * 4_096 - 9] ^= 1 }
        try workspace.put(bytes)
        let path = workspace.path()
        #expect(try PageCheck.firstFault(inFileAt: path) != nil)
        #expect(try PageCheck.faults(inFileAt: path, upTo: 1, inLog: pages).isEmpty)
        let store = try workspace.open()
        #expect(try store.value("SELECT count(*) FROM person") == .integer(20))
        try store.close(checkpointing: true)
        #expect(try PageCheck.firstFault(inFileAt: path) == nil)
    }
}
