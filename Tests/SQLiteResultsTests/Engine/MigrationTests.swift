import Results
import SQLiteResults
import Testing

@Suite struct `Bringing a store forward` {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private static let second = Migration(
        to: 2, "ALTER TABLE person ADD COLUMN cohort TEXT; PRAGMA user_version = 2;")
    private static let third = Migration(
        to: 3, "UPDATE person SET cohort = 'A'; PRAGMA user_version = 3;")

    private func filled() throws -> Connection {
        let store = try workspace.store()
        try store.run("INSERT INTO person VALUES (1, 'Ann')")
        return store
    }

    @Test func `takes each step once, and a copy before the first`() throws {
        let store = try filled()
        let steps = Sample.migrations + [Self.second, Self.third]
        var kept: [Int] = []
        for _ in 0..<2 {
            try store.migrate(steps) { store, version in
                kept.append(version)
                try store.backup(to: workspace.path("before"))
            }
        }
        #expect(kept == [1])
        #expect(try store.version() == 3)
        #expect(try store.value("SELECT cohort FROM person") == .text("A"))
        let copy = try Connection.open(workspace.path("before"), .readOnly, newest: 1)
        #expect(try copy.value("SELECT count(*) FROM person") == .integer(1))
        // The file says so itself, without its log, to programs that are older.
        #expect(try workspace.bytes()[63] == 3)
    }

    @Test func `makes a new store in all its steps`() throws {
        try Connection.create(
            at: workspace.path(), Sample.migrations + [Self.second, Self.third])
        let store = try Connection.open(workspace.path(), .readWrite, newest: 3)
        #expect(try store.version() == 3)
    }

    @Test func `stops before it begins where no copy can be kept`() throws {
        struct Full: Error {}
        let store = try filled()
        #expect(throws: Full.self) {
            try store.migrate(Sample.migrations + [Self.second]) { _, _ in throw Full() }
        }
        #expect(try store.version() == 1)
    }

    @Test(
        arguments: [
            "CREATE TABLE good (a) STRICT; PRAGMA user_version = 2;",
            "CREATE TABLE good (a INTEGER) STRICT; SELECT nothing; PRAGMA user_version = 2;",
            "INSERT INTO step VALUES (1, 9, 1, NULL); PRAGMA user_version = 2;",
        ] as [StaticString]) func `undoes a step that fails`(
            _ script: StaticString
        ) throws
    {
        let store = try filled()
        #expect(throws: SQLiteFault.self) {
            try store.migrate(Sample.migrations + [Migration(to: 2, script)]) { _, _ in }
        }
        #expect(try store.version() == 1)
        #expect(try store.value("SELECT count(*) FROM sqlite_schema") == .integer(4))
        #expect(try store.value("SELECT count(*) FROM step") == .integer(0))
    }

    @Test func `refuses to go back`() throws {
        let store = try filled()
        try store.migrate(Sample.migrations + [Self.second]) { _, _ in }
        let fault = #expect(throws: SQLiteFault.self) {
            try store.migrate(Sample.migrations) { _, _ in }
        }
        #expect(fault?.kind == .newer(version: 2))
    }
}
