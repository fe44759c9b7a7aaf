import Results
import SQLiteResults
import Testing

@Suite struct `A connection` {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    /// As https://sqlite.org/pragma.html gives their numbers back.
    @Test(
        arguments: [
            ("PRAGMA journal_mode", .text("wal")), ("PRAGMA synchronous", .integer(2)),
            ("PRAGMA foreign_keys", .integer(1)), ("PRAGMA recursive_triggers", .integer(1)),
            ("PRAGMA busy_timeout", .integer(5_000)), ("PRAGMA trusted_schema", .integer(0)),
            ("PRAGMA cell_size_check", .integer(1)), ("PRAGMA mmap_size", .integer(0)),
            ("PRAGMA secure_delete", .integer(1)), ("PRAGMA temp_store", .integer(2)),
            ("PRAGMA page_size", .integer(4_096)), ("PRAGMA application_id", .integer(0x4153_4159)),
            ("PRAGMA encoding", .text("UTF-8")), ("PRAGMA auto_vacuum", .integer(0)),
            ("PRAGMA locking_mode", .text("normal")),
            ("PRAGMA wal_autocheckpoint", .integer(1_000)),
        ] as [(SQL, Field)]) func `has every setting in force`(
            _ question: SQL, _ answer: Field
        ) throws
    {
        try workspace.store().close()
        for access in [Connection.Access.readOnly, .readWrite] {
            #expect(try workspace.open(access).value(question) == answer)
        }
    }

    @Test(
        arguments: [
            // Some are refused with words; DEFENSIVE lets others pass without effect.
            "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema;",
            "PRAGMA journal_mode = OFF;", "SELECT load_extension('x');",
            "SELECT \"no such column\";", "SELECT * FROM \"person\" WHERE name = \"Ann\";",
            "ATTACH 'a' AS a; ATTACH 'b' AS b;", "DELETE FROM person;",
            "REPLACE INTO person VALUES (1, 'Bob');",
        ] as [StaticString]) func `leaves its tables alone whatever it is asked`(
            _ script: StaticString
        ) throws
    {
        let store = try workspace.store()
        try store.run("INSERT INTO person VALUES (1, 'Ann')")
        if (try? store.run(script: script)) != nil {
            #expect("\(script)".contains("journal_mode"), "it was carried out")
        }
        #expect(try store.value("PRAGMA journal_mode") == .text("wal"))
        #expect(try store.value("SELECT name FROM person") == .text("Ann"))
        #expect(try store.value("SELECT count(*) FROM sqlite_schema") == .integer(4))
    }

    @Test(
        arguments: [
            .null, .integer(0), .integer(.min), .integer(.max), .text(""), .text("a\0b\0"),
            .text("\u{E9}"), .text("e\u{301}"), .text("😀\u{FFFD}"), .bytes([]),
            .bytes([0, 255, 0]), .bytes(Array(repeating: 7, count: 100_000)),
        ] as [Field]) func `gives back each value as it was put in`(_ value: Field) throws
    {
        let store = try workspace.store()
        try store.run("INSERT INTO person VALUES (1, 'Ann')")
        try store.run("INSERT INTO step VALUES (1, 1, NULL, ?1)", [value])
        #expect(try store.value("SELECT answer FROM step") == value)
        let found = try store.value("SELECT count(*) FROM step WHERE answer IS ?1", [value])
        #expect(found == .integer(1))
    }

    @Test func `tells texts apart by their bytes`() throws {
        #expect(Field.text("\u{E9}") != .text("e\u{301}"))
        #expect(Set([Field.text("\u{E9}"), .text("e\u{301}")]).count == 2)
    }

    @Test(
        arguments: [
            ("INSERT INTO person VALUES (2, 'Ann')", .constraint(.unique)),
            ("INSERT INTO person VALUES (1, 'Bob')", .constraint(.primaryKey)),
            ("INSERT INTO person VALUES (2, NULL)", .constraint(.notNull)),
            ("INSERT INTO person VALUES ('two', 'Bob')", .constraint(.dataType)),
            ("INSERT INTO step VALUES (1, 1, 'many', NULL)", .constraint(.dataType)),
            ("INSERT INTO step VALUES (1, 1, -1, NULL)", .constraint(.check)),
            ("INSERT INTO step VALUES (1, 9, 1, NULL)", .constraint(.foreignKey)),
            ("DELETE FROM person", .constraint(.trigger)),
            ("INSERT INTO step VALUES (1, 1, 1, zeroblob(70000000))", .tooBig),
            ("INSERT INTO nowhere VALUES (1)", .other),
        ] as [(SQL, SQLiteFault.Kind)]) func `names the rule that a record breaks`(
            _ sql: SQL, _ kind: SQLiteFault.Kind
        ) throws
    {
        let store = try workspace.store()
        try store.run("INSERT INTO person VALUES (1, 'Ann')")
        let fault = #expect(throws: SQLiteFault.self) { try store.write { try store.run(sql) } }
        #expect(fault?.kind == kind)
        #expect(fault?.leavesOutcomeUnknown == false)
        #expect(!store.isInTransaction && !store.isSpent)
        #expect(try store.value("SELECT count(*) FROM step") == .integer(0))
    }

    @Test func `refuses to write where it was opened for reading`() throws {
        try workspace.store().close()
        let store = try workspace.open(.readOnly)
        let fault = #expect(throws: SQLiteFault.self) {
            try store.run("INSERT INTO person VALUES (1, 'Ann')")
        }
        #expect(fault?.kind == .readOnly)
    }

    @Test func `reports what another program put in as damage`() throws {
        let store = try workspace.store()
        try store.run("INSERT INTO person VALUES (1, CAST(x'FF' AS TEXT))")
        try store.run("INSERT INTO step VALUES (1, 1, NULL, 0.5)")
        for sql: SQL in ["SELECT name FROM person", "SELECT answer FROM step"] {
            let fault = #expect(throws: SQLiteFault.self) { try store.value(sql) }
            #expect(fault?.kind == .corrupt(page: nil))
        }
    }

    @Test func `lends one statement to two users at once`() throws {
        let store = try workspace.store()
        var pairs: [[Field]] = []
        func numbers() throws -> Statement { try store.statement("VALUES (1), (2)") }
        let outer = try numbers()
        while try outer.next() {
            let inner = try numbers()
            while try inner.next() { pairs.append([try outer.field(0), try inner.field(0)]) }
        }
        let one = Field.integer(1)
        let two = Field.integer(2)
        #expect(pairs == [[one, one], [one, two], [two, one], [two, two]])
    }
}
