import Results
import SQLiteResults
import Testing

@Suite struct `A connection` {
    private let workspace: Workspace
    init() throws { workspace = try Workspace() }

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
        ] as [(StaticString, Field)]) func `has every setting in force`(
            _ question: StaticString, _ answer: Field
        ) throws
    {
        let creator = try workspace.store()
        #expect(try creator.value(question) == answer)
        try creator.close()
        for access in [Connection.Access.readOnly, .readWrite] {
            #expect(try workspace.open(access).value(question) == answer)
        }
    }
}
