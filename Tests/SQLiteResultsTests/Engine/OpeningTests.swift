import Foundation
import Glibc
import Results
import SQLiteResults
import Testing

@Suite struct `Opening a store` {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    struct Foreign: Sendable, CustomStringConvertible {
        let description: String
        let kind: SQLiteFault.Kind
        /// What is done to the bytes of a closed store to get it.
        let change: @Sendable ([UInt8]) -> [UInt8]
    }

    /// The places are those of https://sqlite.org/fileformat2.html#the_database_header.
    private static let foreigners = [
        Foreign(description: "an empty file", kind: .notADatabase) { _ in [] },
        Foreign(description: "a letter", kind: .notADatabase) { _ in Array("Dear Ann".utf8) },
        Foreign(description: "half a header", kind: .notAStore) { Array($0[..<50]) },
        Foreign(description: "a long text", kind: .notADatabase) { bytes in
            bytes.map { _ in UInt8(ascii: "a") }
        },
        Foreign(description: "another program's database", kind: .notAStore) {
            replacing($0, 71, by: UInt8(ascii: "Z"))
        },
        Foreign(description: "pages of another size", kind: .corrupt(page: 1)) {
            replacing($0, 16, by: 0x20)
        },
        Foreign(description: "pages without room for a seal", kind: .corrupt(page: 1)) {
            replacing($0, 20, by: 0)
        },
    ]

    private static func replacing(_ bytes: [UInt8], _ place: Int, by byte: UInt8) -> [UInt8] {
        var bytes = bytes
        bytes[place] = byte
        return bytes
    }

    @Test(arguments: foreigners) func `refuses and leaves alone what is none`(
        _ row: Foreign
    ) throws {
        try workspace.store().close(checkpointing: true)
        try workspace.put(row.change(try workspace.bytes()))
        try expectRefusal(row.kind, newest: Sample.newest)
    }

    @Test func `refuses and leaves alone a newer one, and says which`() throws {
        try workspace.store().close(checkpointing: true)
        try expectRefusal(.newer(version: 1), newest: 0)
    }

    /// For every way of opening: the kind of fault, and not a byte or a time changed.
    private func expectRefusal(_ kind: SQLiteFault.Kind, newest: Int) throws {
        let bytes = try workspace.bytes()
        let before = try status("results.sqlite")
        for access in [Connection.Access.readOnly, .readWrite] {
            let fault = #expect(throws: SQLiteFault.self) {
                try Connection.open(workspace.path(), access, newest: newest)
            }
            #expect(fault?.kind == kind)
        }
        #expect(throws: SQLiteFault.self) {
            try Connection.create(at: workspace.path(), Sample.migrations)
        }
        let after = try status("results.sqlite")
        #expect(after.st_mtim.tv_sec == before.st_mtim.tv_sec)
        #expect(after.st_mtim.tv_nsec == before.st_mtim.tv_nsec)
        #expect(try workspace.bytes() == bytes)
        #expect(workspace.names == ["results.sqlite"])
    }

    private func status(_ name: String) throws -> stat {
        var status = stat()
        try #require(lstat(workspace.path(name), &status) == 0)
        return status
    }

    /// The newer version is in the log only, as where a program was killed before it checkpointed.
    @Test func `refuses one whose log is newer`() throws {
        let store = try workspace.store()
        try store.run(script: "PRAGMA user_version = 2;")
        try store.close()
        #expect(try workspace.bytes()[63] == 1)
        let fault = #expect(throws: SQLiteFault.self) { try workspace.open() }
        #expect(fault?.kind == .newer(version: 2))
    }

    @Test(arguments: ["missing", "no/such/folder/file", "", "folder/", "a\0b"])
    func `refuses a name that leads nowhere`(_ name: String) throws {
        #expect(throws: SQLiteFault.self) {
            try Connection.open(workspace.path() + name, .readWrite, newest: 1)
        }
        #expect(workspace.names.isEmpty)
    }

    @Test func `does not follow a link to the file, but one to its folder`() throws {
        try workspace.store().close(checkpointing: true)
        symlink(workspace.path(), workspace.path("link.sqlite"))
        symlink(workspace.folder.path, workspace.path("folder"))
        let fault = #expect(throws: SQLiteFault.self) {
            try Connection.open(workspace.path("link.sqlite"), .readOnly, newest: 1)
        }
        #expect(fault?.kind == .link)
        let store = try Connection.open(
            workspace.path("folder/results.sqlite"), .readWrite, newest: 1)
        #expect(try store.version() == 1)
        try store.close(checkpointing: true)
        symlink(workspace.path("nothing"), workspace.path("dangling.sqlite"))
        #expect(throws: SQLiteFault.self) {
            try Connection.create(at: workspace.path("dangling.sqlite"), Sample.migrations)
        }
        #expect(workspace.names.contains("nothing") == false)
    }

    @Test func `does not wait at a pipe`() throws {
        mkfifo(workspace.path(), 0o600)
        let fault = #expect(throws: SQLiteFault.self) { try workspace.open() }
        #expect(fault?.kind == .notADatabase)
    }

    @Test func `keeps everything to its owner`() throws {
        let path = workspace.path("a/b/results.sqlite")
        // What an earlier run left when it was killed.
        try FileManager.default.createDirectory(
            atPath: workspace.path("a"), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755])
        try Connection.create(at: path, Sample.migrations)
        let store = try Connection.open(path, .readWrite, newest: 1)
        try store.write { try store.run("INSERT INTO person VALUES (1, 'Ann')") }
        #expect(try status("a/b").st_mode & 0o777 == 0o700)
        for suffix in ["", "-wal", "-shm"] {
            #expect(try status("a/b/results.sqlite" + suffix).st_mode & 0o777 == 0o600)
        }
        #expect(try status("a").st_mode & 0o777 == 0o755)
    }

    @Test func `begins again where making it was cut short`() throws {
        try workspace.put([1, 2, 3], "results.sqlite.new")
        try workspace.put([1, 2, 3], "results.sqlite.new-wal")
        let store = try workspace.store()
        #expect(try store.version() == 1)
        try store.close(checkpointing: true)
        #expect(workspace.names == ["results.sqlite"])
    }

    /// The lock that keeps the log from being removed under others is lost when a file is opened
    /// and closed beside SQLite.
    @Test(.enabled(if: Python.isThere, "python3 is not installed"))
    func `leaves the locks of other connections in place`() throws {
        let store = try workspace.store()
        try store.write { try store.run("INSERT INTO person VALUES (1, 'Ann')") }
        _ = try workspace.open(.readOnly).version()
        _ = try PageCheck.firstFault(inFileAt: workspace.path())
        _ = try LogCheck(ofStoreAt: workspace.path())
        // As an SQLite of another process does that closes last: 2³⁰ + 2 is where readers lock.
        let answer = try Python.run(
            """
            import fcntl, sys
            with open(sys.argv[1], 'r+b') as file:
                try:
                    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
                    print('free')
                except OSError:
                    print('locked')
            """, workspace.path())
        #expect(answer == "locked\n")
        #expect(try store.value("SELECT name FROM person") == .text("Ann"))
    }
}
