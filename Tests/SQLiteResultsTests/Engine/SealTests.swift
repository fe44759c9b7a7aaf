import Assessment
import Foundation
import Results
import SQLiteResults
import Testing

@Suite struct `The seals of a store's pages` {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    /// A closed store of more than 40 pages, free ones among them, and what its rows are.
    private func filled() throws -> [[Field]] {
        let store = try workspace.store()
        try store.write {
            try store.run("INSERT INTO person VALUES (1, 'Ann')")
            for id in 1...60 {
                let answer = Field.bytes(Array(repeating: UInt8(id), count: id * 150))
                try store.run(
                    "INSERT INTO step VALUES (?1, 1, ?1, ?2)", [.integer(Int64(id)), answer])
            }
        }
        try store.write { try store.run("DELETE FROM step WHERE id % 7 = 0") }
        #expect(try store.value("PRAGMA freelist_count") != .integer(0))
        let rows = try rows(store)
        try store.close(checkpointing: true)
        #expect(workspace.names == ["results.sqlite"])
        return rows
    }

    private func rows(_ store: Connection) throws -> [[Field]] {
        var rows: [[Field]] = []
        let statement = try store.statement("SELECT * FROM step ORDER BY id")
        while try statement.next() { rows.append(try statement.fields()) }
        return rows
    }

    @Test func `show every change of a byte`() throws {
        _ = try filled()
        let bytes = try workspace.bytes()
        #expect(bytes.count > 40 * 4_096)
        #expect(try PageCheck.firstFault(inFileAt: workspace.path()) == nil)
        let file = try FileHandle(forUpdating: URL(filePath: workspace.path()))
        var generator = SeededGenerator(seed: 20)
        for _ in 0..<1_000 {
            let place = generator.index(below: bytes.count)
            let change = UInt8(1 + generator.index(below: 255))
            func put(_ byte: UInt8) throws {
                try file.seek(toOffset: UInt64(place))
                try file.write(contentsOf: [byte])
            }
            try put(bytes[place] ^ change)
            let fault = try PageCheck.firstFault(inFileAt: workspace.path())
            #expect(fault == .page(place / 4_096 + 1), "byte \(place)")
            try put(bytes[place])
        }
        #expect(try PageCheck.firstFault(inFileAt: workspace.path()) == nil)
    }

    @Test(arguments: [1, 100, 4_095, 4_097]) func `show a file that was cut or lengthened`(
        _ count: Int
    ) throws {
        _ = try filled()
        let bytes = try workspace.bytes()
        try workspace.put(bytes.dropLast(count))
        #expect(
            try PageCheck.firstFault(inFileAt: workspace.path()) == .size(bytes.count - count))
        try workspace.put(bytes + Array(repeating: 0, count: count))
        #expect(try PageCheck.firstFault(inFileAt: workspace.path()) != nil)
    }

    @Test func `show pages that changed places`() throws {
        _ = try filled()
        var bytes = try workspace.bytes()
        let third = bytes[8_192..<12_288]
        bytes.replaceSubrange(8_192..<12_288, with: bytes[12_288..<16_384])
        bytes.replaceSubrange(12_288..<16_384, with: third)
        try workspace.put(bytes)
        let faults = try PageCheck.faults(inFileAt: workspace.path(), upTo: 9)
        #expect(faults == [.page(3), .page(4)])
    }

    @Test func `make reading fail instead of giving other rows`() throws {
        let rows = try filled()
        let bytes = try workspace.bytes()
        var generator = SeededGenerator(seed: 3)
        var failures = 0
        for round in 0..<120 {
            // The first rounds go into the header, which decides what is read at all.
            let place = generator.index(below: round < 40 ? 100 : bytes.count)
            var damaged = bytes
            damaged[place] ^= UInt8(1 << generator.index(below: 8))
            try workspace.put(damaged)
            do {
                let store = try workspace.open(.readOnly)
                // The rows are too long to be printed.
                let isSame = try self.rows(store) == rows
                #expect(isSame, "byte \(place)")
            } catch let fault as SQLiteFault {
                failures += 1
                switch fault.kind {
                case .corrupt(let page): #expect(page == place / 4_096 + 1, "byte \(place)")
                case .notADatabase: #expect(place < 16)
                case .notAStore: #expect((68..<72).contains(place))
                default: Issue.record("byte \(place): \(fault)")
                }
            }
            for suffix in ["-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: workspace.path() + suffix)
            }
        }
        #expect(failures > 90)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>) func `are right after any work`(
        _ seed: UInt64
    ) throws {
        var store = try workspace.store()
        var generator = SeededGenerator(seed: seed)
        try store.run("INSERT INTO person VALUES (1, 'Ann')")
        for _ in 0..<60 {
            switch generator.index(below: 12) {
            case 0: try store.checkpoint()
            case 1: try store.run("VACUUM")
            case 2:
                try store.close(checkpointing: true)
                #expect(try PageCheck.firstFault(inFileAt: workspace.path()) == nil)
                store = try workspace.open()
            case 3:
                struct Change: Error {}
                #expect(throws: Change.self) {
                    try store.write {
                        try store.run("INSERT INTO step VALUES (NULL, 1, 0, zeroblob(90000))")
                        throw Change()
                    }
                }
            case 4...6:
                let rest = Field.integer(Int64(generator.index(below: 5)))
                try store.write { try store.run("DELETE FROM step WHERE id % 5 = ?1", [rest]) }
            default:
                try store.write {
                    for _ in 0...generator.index(below: 8) {
                        let size = generator.index(below: 30_000)
                        let answer = Field.bytes(Array(repeating: 9, count: size))
                        try store.run("INSERT INTO step VALUES (NULL, 1, 0, ?1)", [answer])
                    }
                }
            }
        }
        #expect(try store.integrityFaults().isEmpty)
        try store.close(checkpointing: true)
        #expect(try PageCheck.firstFault(inFileAt: workspace.path()) == nil)
    }

    @Test(.enabled(if: Python.isThere, "python3 is not installed"))
    func `are what a model in Python makes them`() throws {
        _ = try filled()
        let answer = try Python.run(
            """
            import sys
            mask = 2**64 - 1
            def mix(x):
                x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9 & mask
                x = (x ^ x >> 27) * 0x94D049BB133111EB & mask
                return x ^ x >> 31
            data = open(sys.argv[1], 'rb').read()
            wrong = 0
            for number in range(len(data) // 4096):
                page = data[number * 4096:][:4096]
                words = [int.from_bytes(page[i:i + 8], 'little') for i in range(0, 4096, 8)]
                h = mix(number + 1 + 0x9E3779B97F4A7C15 & mask)
                for word in words[:-1]:
                    h = (h ^ word) * 0xFF51AFD7ED558CCD & mask
                    h ^= h >> 32
                wrong += mix(h) != words[-1]
            print(len(data) // 4096 > 40, wrong)
            """, workspace.path())
        #expect(answer == "True 0\n")
    }

    @Test(.enabled(if: Python.isThere, "python3 is not installed"))
    func `do not keep other programs from reading`() throws {
        _ = try filled()
        let answer = try Python.run(
            """
            import sqlite3, sys
            store = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)
            print(store.execute('PRAGMA integrity_check').fetchall())
            print(store.execute('SELECT count(*), sum(length(answer)) FROM step').fetchall())
            """, workspace.path())
        let kept = (1...60).filter { $0 % 7 != 0 }
        #expect(answer == "[('ok',)]\n[(\(kept.count), \(kept.reduce(0, +) * 150))]\n")
    }
}

/// Another program that knows SQLite, and another language to compute in.
enum Python {
    private static let path = "/usr/bin/python3"
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

    static func run(_ script: String, _ argument: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = ["-c", script, argument]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
