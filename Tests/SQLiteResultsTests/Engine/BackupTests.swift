import Foundation
import Results
import SQLiteResults
import Testing

@Suite struct `A backup` {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    @Test func `is the whole store as one sealed file, and opens as a store`() throws {
        let store = try workspace.store()
        try store.write {
            try store.run("INSERT INTO person VALUES (1, 'Ann')")
            try store.run("INSERT INTO step VALUES (1, 1, 3, zeroblob(500000))")
        }
        try store.backup(to: workspace.path("copy.sqlite"))
        #expect(workspace.names.filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
        #expect(try PageCheck.firstFault(inFileAt: workspace.path("copy.sqlite")) == nil)
        let rights = try FileManager.default.attributesOfItem(
            atPath: workspace.path("copy.sqlite"))
        #expect(rights[.posixPermissions] as? Int == 0o600)
        let copy = try Connection.open(workspace.path("copy.sqlite"), .readWrite, newest: 1)
        #expect(try copy.value("PRAGMA journal_mode") == .text("wal"))
        #expect(try copy.value("SELECT length(answer) FROM step") == .integer(500_000))
        try copy.write { try copy.run("INSERT INTO person VALUES (2, 'Bob')") }
    }

    @Test func `is taken while another writes`() async throws {
        try workspace.store().close()
        let path = workspace.path()
        async let writing: Void = {
            let store = try Connection.open(path, .readWrite, newest: 1)
            for number in 0..<150 {
                try store.write {
                    let name = Field.text("\(number)")
                    try store.run("INSERT INTO person (name) VALUES (?1)", [name])
                    try store.run(
                        "INSERT INTO step VALUES (NULL, last_insert_rowid(), 0, zeroblob(9000))")
                }
            }
        }()
        let store = try workspace.open(.readOnly)
        for number in 0..<8 {
            let copyPath = workspace.path("copy-\(number)")
            let before = try store.value("SELECT count(*) FROM person")
            try store.backup(to: copyPath)
            let copy = try Connection.open(copyPath, .readOnly, newest: 1)
            let counts = try copy.statement(
                "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM step)")
            #expect(try counts.next())
            #expect(try counts.integer(0) == counts.integer(1))
            let found = try copy.value("SELECT count(*) >= ?1 FROM person", [before ?? .null])
            #expect(found == .integer(1))
        }
        try await writing
    }

    @Test func `leaves a file of its name alone`() throws {
        let store = try workspace.store()
        try workspace.put([1], "copy.sqlite")
        #expect(throws: SQLiteFault.self) { try store.backup(to: workspace.path("copy.sqlite")) }
        #expect(try workspace.bytes("copy.sqlite") == [1])
    }

    @Test func `of a damaged store fails, names the page and leaves nothing`() throws {
        let store = try workspace.store()
        try store.run("INSERT INTO person VALUES (1, 'Ann')")
        try store.run("INSERT INTO step VALUES (1, 1, 3, zeroblob(50000))")
        try store.close(checkpointing: true)
        var bytes = try workspace.bytes()
        bytes[9 * 4_096 + 17] ^= 4
        try workspace.put(bytes)
        let damaged = try workspace.open(.readOnly)
        let fault = #expect(throws: SQLiteFault.self) {
            try damaged.backup(to: workspace.path("copy.sqlite"))
        }
        #expect(fault?.kind == .corrupt(page: 10))
        #expect(!workspace.names.contains("copy.sqlite"))
    }

    /// Foreign keys are checked as well as the pages.
    @Test func `of a store with broken rules fails`() throws {
        let store = try workspace.store()
        try store.run(script: "PRAGMA foreign_keys = OFF; INSERT INTO step VALUES (7, 9, 1, 1);")
        #expect(try store.integrityFaults() == ["row 7 of 'step' belongs to none of 'person'"])
        #expect(throws: SQLiteFault.self) { try store.backup(to: workspace.path("copy")) }
    }
}
