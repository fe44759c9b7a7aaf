import Assessment
import Foundation
import Results
import SQLiteResults

/// A file of its own for one store, gone when the tests are.
final class SQLitePlace {
    private let folder: URL
    private var path: String { folder.appending(path: "results.sqlite").path }

    /// In memory where there is such a folder: durability is for other tests.
    private static let places: URL = {
        let memory = URL(filePath: "/dev/shm")
        let parent =
            FileManager.default.isWritableFile(atPath: memory.path)
            ? memory : FileManager.default.temporaryDirectory
        return parent.appending(path: "assay-tests-\(getpid())")
    }()

    /// A store may outlive the place it was opened at, so that only the end removes them.
    private static let isRemovedAtTheEnd =
        atexit { try? FileManager.default.removeItem(at: SQLitePlace.places) } == 0

    init() {
        precondition(Self.isRemovedAtTheEnd, "the stores would stay behind")
        folder = Self.places.appending(path: UUID().uuidString)
    }

    func open() -> any ResultsStore {
        attempt {
            FileManager.default.fileExists(atPath: path)
                ? try SQLiteStore.open(path, .writing) : try SQLiteStore.create(at: path)
        }
    }

    func copy() -> SQLitePlace {
        let copy = SQLitePlace()
        attempt {
            try FileManager.default.createDirectory(
                at: copy.folder, withIntermediateDirectories: true)
            try connect().backup(to: copy.path)
        }
        return copy
    }

    /// Changes the file as nobody can who goes by its rules: they are taken away first.
    func tamper(_ change: Tampering) {
        attempt {
            let connection = try connect()
            try connection.run("PRAGMA foreign_keys = OFF")
            for table in Table.all { try loosen(table, connection) }
            try loosen("audit", keys: ["sequence", "hash"], connection)
            _ = try connection.run("DROP TRIGGER IF EXISTS \"store_stays\"")
            try apply(change, connection)
        }
    }

    private func connect() throws -> Connection {
        try Connection.open(path, .readWrite, newest: Schema.newest)
    }

    /// Puts a table without types, checks and triggers in the place of one that has them.
    private func loosen(_ table: Table, _ connection: Connection) throws {
        try loosen(
            table.name, keys: table.columns.prefix(table.keyCount).map(\.name), connection)
    }

    private func loosen(
        _ name: String, keys: [String], _ connection: Connection
    ) throws {
        let triggers = try connection.value(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
            [.text(name)])
        guard triggers != .integer(0) else { return }
        var columns: [String] = []
        do {
            let statement = try connection.statement(
                SQL(stringLiteral: "PRAGMA table_info(\"\(name)\")"))
            while try statement.next() { columns.append(try statement.text(1)) }
        }
        let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let key = keys.map { "\"\($0)\"" }.joined(separator: ", ")
        for sql in [
            "CREATE TABLE \"loose\" (\(list), PRIMARY KEY (\(key))) WITHOUT ROWID",
            "INSERT INTO \"loose\" SELECT \(list) FROM \"\(name)\"",
            "DROP TABLE \"\(name)\"",
            "ALTER TABLE \"loose\" RENAME TO \"\(name)\"",
        ] {
            try connection.run(SQL(stringLiteral: sql))
        }
    }

    private func apply(_ change: Tampering, _ connection: Connection) throws {
        switch change {
        case .put(let row):
            var values = row.fields
            if row.table.holdsPersonal {
                values.append(row.salt.map { .bytes($0) } ?? .null)
                values.append(row.personalSeal.map { .bytes($0.bytes) } ?? .null)
            }
            let places = values.map { _ in "?" }.joined(separator: ", ")
            try connection.run(
                SQL(stringLiteral: "REPLACE INTO \"\(row.table.name)\" VALUES (\(places))"),
                values)
        case .remove(let row):
            let found = row.table.columns.prefix(row.table.keyCount)
                .map { "\"\($0.name)\" = ?" }.joined(separator: " AND ")
            try connection.run(
                SQL(stringLiteral: "DELETE FROM \"\(row.table.name)\" WHERE \(found)"), row.key)
        case .replaceEntry(let hash, let entry):
            try apply(.removeEntry(hash), connection)
            try apply(.addEntry(entry), connection)
        case .addEntry(let entry):
            try connection.run(
                "REPLACE INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    .integer(entry.sequence), .bytes(entry.hash.bytes),
                    .bytes(entry.previous.bytes), .integer(entry.time.microseconds),
                    .text(entry.table), .bytes(entry.key), .bytes(entry.digest.bytes),
                ])
        case .removeEntry(let hash):
            try connection.run("DELETE FROM audit WHERE hash = ?", [.bytes(hash.bytes)])
        case .setHead(let head):
            try connection.run(
                "UPDATE store SET sequence = ?, head = ?",
                [.integer(head.sequence), .bytes(head.hash.bytes)])
        }
    }
}

/// A place that fails has no test to fail, but it can end them all.
private func attempt<Made>(_ make: () throws -> Made) -> Made {
    do { return try make() } catch { preconditionFailure("a store's place failed: \(error)") }
}
