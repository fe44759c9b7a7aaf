import Results
import SQLiteResults
import Testing

@Suite struct `The tables of a store` {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    @Test(arguments: Table.all)
    func `have the columns of each kind of record, keys first`(_ table: Table) throws {
        let store = try Connection.open(try workspace.results(), .readOnly, newest: Schema.newest)
        let rows = try store.statement("PRAGMA table_info(\(table))")
        var (names, keys): ([String], [String]) = ([], [])
        while try rows.next() {
            names.append(try rows.text(1))
            if try rows.integer(5) > 0 { keys.append(try rows.text(1)) }
        }
        let seal = table.holdsPersonal ? ["salt", "seal"] : []
        #expect(names == table.columns.map(\.name) + seal)
        #expect(keys == table.columns.prefix(table.keyCount).map(\.name))
    }

    @Test(
        arguments: [
            ("DROP TRIGGER person_remains", "the trigger 'person_remains' is gone"),
            ("DROP INDEX sitting_quiz", "the index 'sitting_quiz' is gone"),
            (
                "CREATE TABLE more (one TEXT)",
                "there is a table 'more' that no program of ours made"
            ),
            (
                "ALTER TABLE merge ADD COLUMN more TEXT",
                "the table 'merge' was changed"
            ),
        ] as [(SQL, String)])
    func `are held against those that we make`(_ change: SQL, _ finding: String) throws {
        let path = try workspace.results()
        let connection = try Connection.open(path, .readWrite, newest: Schema.newest)
        try connection.run(change)
        try connection.close(checkpointing: true)
        #expect(try SQLiteStore.fileFindings(at: path).map(\.message) == [finding])
        let store = try SQLiteStore.open(path, .reading)
        #expect(try store.inspect().findings.map(\.message) == [finding])
    }
}
