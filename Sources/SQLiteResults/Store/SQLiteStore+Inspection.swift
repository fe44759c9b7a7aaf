internal import CSQLite
internal import Disk
package import Results

/// What SQLite and the file tell of a store, before anyone looks at its records.
package struct StoreInspection: Sendable, Hashable {
    /// Of the tables in the file.
    package let version: Int
    /// The newest that this program knows.
    package let newestVersion: Int
    package let journal: String
    package let contents: StoreContents
    package let findings: [StoreFinding]
}

extension SQLiteStore {
    /// SQLite's own version.
    package static var engineVersion: String { String(cString: sqlite3_libversion()) }

    /// Whether this SQLite may lose pages where two programs write and checkpoint at once.
    ///
    /// The queue that all programs of ours stand in keeps that from happening.
    package static var engineHasLogResetFault: Bool {
        (3_007_000..<3_051_003).contains(sqlite3_libversion_number())
    }

    /// Looks at what can be looked at quickly.
    package func inspect() throws(StoreFault) -> StoreInspection {
        let connection = connection
        let (version, journal, faults) = try inSQLite {
            let mode = try connection.value("PRAGMA journal_mode")
            let journal = if case .text(let text)? = mode { text } else { "unknown" }
            let faults =
                try connection.integrityFaults(isQuick: true) + connection.schemaFaults()
            return (try connection.version(), journal, faults)
        }
        return StoreInspection(
            version: version, newestVersion: Schema.newest, journal: journal,
            contents: try contents(), findings: faults.map { StoreFinding(.file, $0) })
    }

    /// Whether two names lead to one file.
    package static func areSame(_ path: String, _ other: String) -> Bool {
        StoreFile.areSame(path, other)
    }

    /// Looks at every byte of a store's file and its log, and at what SQLite makes of them.
    ///
    /// Writers wait meanwhile, since pages that somebody is writing would look damaged. A store that
    /// was never written to, such as a backup, has no queue to stand in.
    package static func fileFindings(
        at path: String, patience: Patience = Patience()
    ) throws(StoreFault) -> [StoreFinding] {
        guard StoreFile.exists(path + ".lock") else { return try findings(at: path) }
        let lock: QueueLock
        do throws(StoreFault) {
            lock = try queue(for: path)
        } catch {
            guard [.denied, .readOnly].contains(error.kind) else { throw error }
            return try findings(at: path)
        }
        return try lock.withLock(
            until: .now + patience.limit, onWait: patience.onWait, failing: { StoreFault($0) }
        ) { () throws(StoreFault) in try findings(at: path) }
    }

    private static func findings(at path: String) throws(StoreFault) -> [StoreFinding] {
        var found = try inSQLite { try damage(at: path) }
        do {
            let connection = try connect(path, .reading)
            let faults = try inSQLite {
                try connection.integrityFaults() + connection.schemaFaults()
            }
            found += faults
            try inSQLite { try connection.close() }
        } catch {
            guard error.kind == .damaged else { throw error }
            if found.isEmpty { found.append(error.message) }
        }
        return found.map { StoreFinding(.file, $0) }
    }

    private static func damage(at path: String) throws(SQLiteFault) -> [String] {
        var found: [String] = []
        let log = try LogCheck(ofStoreAt: path)
        switch log.damage {
        case .header: found.append("the first bytes of the log are damaged, and all of it is lost")
        case .frame(let good):
            found.append("the log is damaged after \(good) pages, and what follows is lost")
        case nil: break
        }
        for fault in try PageCheck.faults(inFileAt: path, upTo: 100, inLog: log.pages) {
            switch fault {
            case .page(let page): found.append("page \(page) of the file is damaged")
            case .size(let size): found.append("the file ends within a page, after \(size) bytes")
            }
        }
        return found
    }
}

extension Connection {
    /// How the tables, indexes and triggers differ from those that we make.
    func schemaFaults() throws -> [String] {
        let version = try version()
        let fresh = try Connection(opening: ":memory:", .readWrite)
        for migration in Schema.migrations where migration.version <= version {
            try fresh.run(script: migration.script)
        }
        let (ours, theirs) = (try fresh.definitions(), try definitions())
        return Set(ours.keys).union(theirs.keys).sorted().compactMap { name in
            switch (ours[name], theirs[name]) {
            case (nil, _): "there is a \(name) that no program of ours made"
            case (_, nil): "the \(name) is gone"
            case (let our?, let their?): our == their ? nil : "the \(name) was changed"
            }
        }
    }

    private func definitions() throws -> [String: Field] {
        var definitions: [String: Field] = [:]
        let rows = try statement(#"SELECT "type", "name", "sql" FROM "sqlite_schema""#)
        while try rows.next() {
            definitions["\(try rows.text(0)) '\(try rows.text(1))'"] = try rows.field(2)
        }
        return definitions
    }
}
