import Foundation
import Results
import SQLiteResults

/// A folder of its own for a test, which goes away with it.
final class Workspace {
    let folder: URL

    /// In memory where there is such a folder: no test here needs a disk, and a disk is slow.
    private static let parent =
        FileManager.default.isWritableFile(atPath: "/dev/shm")
        ? URL(filePath: "/dev/shm") : FileManager.default.temporaryDirectory

    init() throws {
        folder = Self.parent.appending(path: "assay-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String = "results.sqlite") -> String {
        folder.appending(path: name).path
    }

    func bytes(_ name: String = "results.sqlite") throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    func put(_ bytes: [UInt8], _ name: String = "results.sqlite") throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    /// A store with the sample's tables, opened.
    func store() throws -> Connection {
        if !FileManager.default.fileExists(atPath: path()) {
            try Connection.create(at: path(), Sample.migrations)
        }
        return try open()
    }

    func open(_ access: Connection.Access = .readWrite) throws -> Connection {
        try Connection.open(path(), access, newest: Sample.newest)
    }
}

/// Tables as small as the tests can do with.
enum Sample {
    static let newest = 1
    static let migrations = [
        Migration(
            to: 1,
            """
            CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
            CREATE TABLE step (
                id INTEGER PRIMARY KEY,
                person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
                mark INTEGER CHECK (mark >= 0), answer ANY) STRICT;
            CREATE TRIGGER kept BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'kept'); END;
            PRAGMA user_version = 1;
            """)
    ]
}
