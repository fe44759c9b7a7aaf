internal import Disk
package import Results

extension SQLiteStore {
    /// Opens the store that is there, bringing its tables up to date before anything is written.
    ///
    /// A file that is no store, or one that a newer program wrote, is refused and left untouched.
    package static func open(
        _ path: String, _ access: Access, patience: Patience = Patience()
    ) throws(StoreFault) -> SQLiteStore {
        try checkPlace(of: path)
        let store = try SQLiteStore(
            path, access, patience, try connect(path, access))
        if access == .writing { try store.bringUpToDate() }
        return store
    }

    /// Makes a new store with its folder, for the owner alone; what is there already is a fault.
    package static func create(
        at path: String, patience: Patience = Patience()
    ) throws(StoreFault) -> SQLiteStore {
        try inDisk { () throws(DiskFault) in try PrivateFolder.make(StoreFile.split(path).folder) }
        try checkPlace(of: path)
        try Self.queue(for: path).withLock(
            until: .now + patience.limit, onWait: patience.onWait, failing: { StoreFault($0) }
        ) { () throws(StoreFault) in
            try inSQLite { try Connection.create(at: path, Schema.migrations) }
        }
        return try open(path, .writing, patience: patience)
    }

    /// Opens the store, and makes it where there is none; another program may do so as well.
    package static func openOrCreate(
        _ path: String, patience: Patience = Patience()
    ) throws(StoreFault) -> SQLiteStore {
        do throws(StoreFault) {
            return try open(path, .writing, patience: patience)
        } catch {
            guard error.kind == .missing else { throw error }
        }
        do throws(StoreFault) {
            return try create(at: path, patience: patience)
        } catch {
            guard error.kind == .conflict else { throw error }
        }
        return try open(path, .writing, patience: patience)
    }

    /// Opens a store that nobody writes to, such as a backup, on whatever drive it lies.
    package static func openCopy(_ path: String) throws(StoreFault) -> SQLiteStore {
        try SQLiteStore(path, .reading, Patience(), try connect(path, .reading))
    }

    private func bringUpToDate() throws(StoreFault) {
        let version = try inSQLite { try connection.version() }
        guard version < Schema.newest else { return }
        try inTurn { () throws(StoreFault) in
            try inSQLite {
                try connection.migrate(Schema.migrations) { connection, version in
                    try connection.backup(to: "\(path).version-\(version)")
                }
            }
        }
    }

    static func connect(
        _ path: String, _ access: Access
    ) throws(StoreFault) -> Connection {
        try inSQLite {
            try Connection.open(
                path, access == .writing ? .readWrite : .readOnly, newest: Schema.newest)
        }
    }

    static func queue(for path: String) throws(StoreFault) -> QueueLock {
        try inDisk { () throws(DiskFault) in try QueueLock(path + ".lock") }
    }

    /// Locks cannot be trusted on a network file system, nor can the log's shared memory.
    static func checkPlace(of path: String) throws(StoreFault) {
        let folder = StoreFile.split(path).folder
        let system = try inDisk { () throws(DiskFault) in try FileSystem.describe(folder) }
        guard !system.isNetworkOrUserSpace else {
            throw StoreFault(
                .unsafePlace,
                "a store is not safe on \(system.name), where programs cannot lock each other out",
                advice: "name a file on a disk of this machine with --store")
        }
    }
}
