package import Assessment
internal import Disk
internal import Glibc
package import Results

/// What restoring a backup did.
package struct Restoration: Sendable, Hashable {
    package let contents: StoreContents
    /// Where the store lies now that was replaced.
    package let replaced: String?
}

extension SQLiteStore {
    /// Puts a copy of a backup in the place of the store, or where there is none yet.
    ///
    /// The copy is checked first, its records by `check`, which throws what it does not let pass.
    /// What is replaced stays beside it under a name with the time, log and all. Refuses while
    /// another program has the store open.
    package static func restore(
        from backup: String, to path: String, replacing: Bool, at time: Timestamp,
        patience: Patience = Patience(), check: (SQLiteStore) throws(StoreFault) -> Void
    ) throws(StoreFault) -> Restoration {
        if StoreFile.areSame(backup, path) {
            throw StoreFault(
                .refused, "the backup is the store itself", advice: "name another file")
        }
        let source = try openBackup(backup)
        try inDisk { () throws(DiskFault) in try PrivateFolder.make(StoreFile.split(path).folder) }
        try checkPlace(of: path)
        let queue = try queue(for: path)
        return try queue.withLock(
            until: .now + patience.limit, onWait: patience.onWait, failing: { StoreFault($0) }
        ) { () throws(StoreFault) in
            let draft = try inDisk { () throws(DiskFault) in
                try PrivateDraft(of: path, replacing: replacing)
            }
            let contents = try fill(draft.temporaryPath, from: source, check)
            let old = try lockOut(path)
            try inDisk { () throws(DiskFault) in try queue.confirm() }
            let replaced = old == nil ? nil : try setAside(path, at: time)
            do throws(DiskFault) { try draft.commit() } catch { throw StoreFault(error) }
            _ = consume old
            return Restoration(contents: contents, replaced: replaced)
        }
    }

    private static func openBackup(_ path: String) throws(StoreFault) -> Connection {
        let log = try inSQLite { try LogCheck(ofStoreAt: path) }
        if log.damage != nil {
            throw StoreFault(
                .damaged, "the log beside the backup is damaged",
                advice: "restore another backup")
        }
        return try connect(path, .reading)
    }

    private static func fill(
        _ draft: String, from source: Connection,
        _ check: (SQLiteStore) throws(StoreFault) -> Void
    ) throws(StoreFault) -> StoreContents {
        try inSQLite { try source.backup(into: draft) }
        let copy = try openCopy(draft)
        try check(copy)
        let contents = try copy.contents()
        try copy.close()
        return contents
    }

    /// Keeps everybody from opening the store that is there, if there is one.
    private static func lockOut(_ path: String) throws(StoreFault) -> Lockout? {
        guard StoreFile.exists(path) else { return nil }
        do {
            let lockout = try Lockout(path)
            return lockout
        } catch {
            guard error.kind == .busy else { throw StoreFault(error) }
            throw StoreFault(
                .busy, "another program has the store open",
                advice: "close it there, then try again")
        }
    }

    /// Gives the store's file and its log another name, and leaves its own names free.
    ///
    /// First both names, then one: whenever the power goes, the old store is whole under one of
    /// them. The log must be gone before the new file comes, or SQLite would take it for its own.
    private static func setAside(_ path: String, at time: Timestamp) throws(StoreFault) -> String {
        let moment = String(time.description.prefix { $0 != "." && $0 != "Z" })
        var kept = "\(path).replaced-\(moment.without(":"))Z"
        var number = 1
        while StoreFile.exists(kept) {
            number += 1
            kept = "\(path).replaced-\(moment.without(":"))Z-\(number)"
        }
        let logs = ["-journal", "-wal"].filter { StoreFile.exists(path + $0) }
        try inSQLite {
            for suffix in logs + [""] {
                try StoreFile.nameAlso(path + suffix, kept + suffix)
            }
            try StoreFile.syncFolder(of: path)
            for suffix in logs + ["-shm"] { unlink(path + suffix) }
            try StoreFile.syncFolder(of: path)
        }
        return kept
    }
}

/// Keeps every other connection out for as long as it lives.
private final class Lockout {
    private let file: RawFile

    init(_ path: String) throws(SQLiteFault) {
        let file = try RawFile(path, isWritable: true, .opening)
        try file.lockOut()
        self.file = file
    }
}

extension String {
    /// Without a sign that some drives do not let stand in a name.
    fileprivate func without(_ sign: Unicode.Scalar) -> String {
        String(String.UnicodeScalarView(unicodeScalars.filter { $0 != sign }))
    }
}
