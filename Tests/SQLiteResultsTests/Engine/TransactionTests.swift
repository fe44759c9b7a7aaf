import Disk
import Foundation
import Glibc
import Results
import SQLiteResults
import Testing

@Suite struct `A transaction` {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private struct Refusal: Error {}

    @Test func `keeps all that was written or nothing of it`() throws {
        let store = try workspace.store()
        try store.write {
            try store.run("INSERT INTO person VALUES (1, 'Ann')")
            try store.run("INSERT INTO person VALUES (2, 'Bob')")
        }
        #expect(throws: Refusal.self) {
            try store.write {
                try store.run("INSERT INTO person VALUES (3, 'Cid')")
                throw Refusal()
            }
        }
        #expect(try store.value("SELECT group_concat(id) FROM person") == .text("1,2"))
    }

    @Test func `reads the store as it was while another writes`() throws {
        let writer = try workspace.store()
        let reader = try workspace.open(.readOnly)
        func count(_ store: Connection) throws -> Field? {
            try store.value("SELECT count(*) FROM person")
        }
        try reader.read {
            #expect(try count(reader) == .integer(0))
            try writer.write { try writer.run("INSERT INTO person VALUES (1, 'Ann')") }
            #expect(try !writer.checkpoint(), "the reader still needs the old pages")
            #expect(try count(reader) == .integer(0))
        }
        #expect(try count(reader) == .integer(1))
        #expect(try writer.checkpoint())
    }

    @Test func `takes turns with others`() throws {
        try workspace.store().close()
        let path = workspace.path()
        try Threads.run(4) { writer in
            let queue = try QueueLock(path + ".lock")
            func inTurn(_ body: () throws -> Void) throws {
                let deadline = ContinuousClock.now + .seconds(60)
                try queue.withLock(until: deadline, failing: { $0 as any Error }, body)
            }
            let store = try Connection.open(path, .readWrite, newest: Sample.newest)
            for number in 0..<25 {
                try inTurn {
                    try store.write {
                        let name = Field.text("\(writer)-\(number)")
                        try store.run("INSERT INTO person (name) VALUES (?1)", [name])
                    }
                }
            }
            try inTurn { try store.close(checkpointing: true) }
        }
        let store = try workspace.open()
        #expect(try store.value("SELECT count(*) FROM person") == .integer(100))
        #expect(try store.integrityFaults().isEmpty)
    }

    @Test func `waits for one who did not queue`() throws {
        try workspace.store().close()
        let path = workspace.path()
        try Threads.run(2) { writer in
            let store = try Connection.open(path, .readWrite, newest: Sample.newest)
            try store.write {
                try store.run("INSERT INTO person (name) VALUES (?1)", [.text("\(writer)")])
                usleep(20_000)
            }
        }
        #expect(try workspace.open().value("SELECT count(*) FROM person") == .integer(2))
    }

    @Test func `is undone as a whole when a statement finds no room`() throws {
        let store = try workspace.store()
        try store.run(script: "PRAGMA max_page_count = 20;")
        let fault = #expect(throws: SQLiteFault.self) {
            try store.write {
                try store.run("INSERT INTO person VALUES (1, 'Ann')")
                try store.run("INSERT INTO step VALUES (1, 1, 1, zeroblob(200000))")
            }
        }
        #expect(fault?.kind == .full)
        #expect(fault?.leavesOutcomeUnknown == false)
        #expect(try store.value("SELECT count(*) FROM person") == .integer(0))
    }

    /// The log's descriptor is given another device: one that is full, or one that takes what it
    /// is given and cannot be synced.
    @Test(
        arguments: [("/dev/full", .full), ("/dev/null", .ioError)]
            as [(String, SQLiteFault.Kind)])
    func `has an unknown end where committing fails`(
        _ device: String, _ kind: SQLiteFault.Kind
    ) throws {
        let store = try workspace.store()
        try store.write { try store.run("INSERT INTO person VALUES (1, 'Ann')") }
        try workspace.replaceLog(by: device)
        let fault = #expect(throws: SQLiteFault.self) {
            try store.write { try store.run("INSERT INTO person VALUES (2, 'Bob')") }
        }
        #expect(fault?.kind == kind)
        #expect(fault?.action == .committing)
        #expect(fault?.leavesOutcomeUnknown == true)
        #expect(store.isSpent)
        let next = #expect(throws: SQLiteFault.self) { try store.version() }
        #expect(next?.kind == .spent)
        try store.close()
        let again = try workspace.open()
        #expect(try again.value("SELECT group_concat(name) FROM person") == .text("Ann"))
        try again.write { try again.run("INSERT INTO person VALUES (2, 'Bob')") }
        #expect(try again.integrityFaults().isEmpty)
    }
}

extension Workspace {
    /// Puts a device behind every descriptor that this process has for the log.
    func replaceLog(by device: String) throws {
        let log = path() + "-wal"
        let replacement = Glibc.open(device, O_RDWR)
        defer { close(replacement) }
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            let link = "/proc/self/fd/\(name)"
            guard (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) == log,
                let descriptor = Int32(name)
            else { continue }
            dup2(replacement, descriptor)
        }
    }
}
