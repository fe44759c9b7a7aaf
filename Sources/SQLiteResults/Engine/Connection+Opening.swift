internal import CSQLite
internal import Disk
internal import Results

extension Connection {
    /// Opens a store, or refuses the file and leaves it byte for byte as it was.
    ///
    /// Where a full disk has no room left for what readers share, it is opened for reading with
    /// everyone else kept out, who then wait; keep such a connection for as short as you can.
    /// The path must not be that of a symbolic link. `newest` is the newest version of the tables
    /// that the caller knows.
    package static func open(
        _ path: String, _ access: Access, newest: Int
    ) throws(SQLiteFault) -> Connection {
        let path = try StoreFile.resolve(path)
        try StoreFile.check(path, newest: newest)
        try StoreFile.checkBlocks(under: path)
        let connection: Connection
        do {
            connection = try Connection(opening: path, access)
        } catch {
            guard access == .readOnly, error.kind == .full else { throw error }
            connection = try Connection(opening: path, access, isAlone: true)
        }
        // The log may hold a newer version than the header told.
        let version = try connection.version()
        guard version <= newest else { throw .newer(version) }
        if access == .readWrite { try connection.keepLog() }
        return connection
    }

    /// Makes a new store, whole or not at all, with its folder, for the owner alone.
    ///
    /// Take the queue's lock. What is there already is left alone, and is a fault.
    package static func create(at path: String, _ migrations: [Migration]) throws {
        try PrivateFolder.make(StoreFile.split(path).folder)
        let path = try StoreFile.resolve(path)
        try StoreFile.checkBlocks(under: path)
        guard !StoreFile.exists(path) else {
            throw SQLiteFault(.exists, .creating, "there is a file of this name already")
        }
        // Under another name until it is finished, so that no crash leaves half a store. Always the
        // same one, so that what a crash leaves is gone when this is tried again.
        let name = path + ".new"
        StoreFile.remove(name)
        let draft = try PrivateDraft(
            of: path, replacing: false, temporaryNames: { StoreFile.split(name).name })
        do {
            let connection = try Connection(opening: name, .readWrite, isAlone: true)
            try connection.makeStore()
            try connection.migrate(migrations) { _, _ in }
            try connection.close(checkpointing: true)
        } catch {
            StoreFile.remove(name)
            throw error
        }
        try draft.commit()
    }

    /// The version of the tables; 0 where there are none yet.
    package func version() throws(SQLiteFault) -> Int {
        guard case .integer(let version)? = try value("PRAGMA user_version") else {
            throw SQLiteFault(.corrupt(page: 1), .reading, "the store has no version")
        }
        return Int(version)
    }

    /// Room at the end of each page for its seal; heeded only before the first page is written.
    func reserveSeals() throws(SQLiteFault) {
        var size = Int32(PageSeal.size)
        let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &size)
        guard code == SQLITE_OK else { throw fault(code, .creating) }
    }

    private func makeStore() throws(SQLiteFault) {
        try reserveSeals()
        try run(
            script: """
                PRAGMA page_size = 4096;
                PRAGMA encoding = 'UTF-8';
                PRAGMA auto_vacuum = NONE;
                PRAGMA application_id = 0x41534159;
                """)
        try keepLog()
    }

    /// Has changes written to a log first. The file remembers it, but a restored copy does not.
    func keepLog() throws(SQLiteFault) {
        guard try value("PRAGMA journal_mode = WAL") == .text("wal") else {
            throw SQLiteFault(.other, .opening, "SQLite cannot keep a write-ahead log here")
        }
    }
}
