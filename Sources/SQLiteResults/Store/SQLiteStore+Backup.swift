internal import Disk
package import Results

extension SQLiteStore {
    /// Copies the store, as it is now, to a file for the owner alone, and tells what the copy holds.
    ///
    /// Others may go on writing. The copy is whole and checked before it gets its name, and outlasts
    /// a power cut once this returns. It is a store as well, and one file without a log.
    package func backup(to path: String, replacing: Bool) throws(StoreFault) -> StoreContents {
        for suffix in Self.suffixes where StoreFile.areSame(self.path + suffix, path) {
            throw StoreFault(
                .refused, "a store cannot be backed up onto itself", advice: "name another file")
        }
        let connection = connection
        return try Self.writeCopy(of: path, replacing: replacing) { draft throws(StoreFault) in
            try inSQLite { try connection.backup(into: draft) }
            let copy = try Self.openCopy(draft)
            let contents = try copy.contents()
            try copy.close()
            return contents
        }
    }

    /// What belongs to a store beside its file, each after its name.
    static let suffixes = ["", "-wal", "-shm", "-journal", ".lock", ".new"]

    private static func writeCopy<Answer>(
        of path: String, replacing: Bool, _ body: (String) throws(StoreFault) -> Answer
    ) throws(StoreFault) -> Answer {
        let draft = try inDisk { () throws(DiskFault) in
            try PrivateDraft(of: path, replacing: replacing)
        }
        let answer = try body(draft.temporaryPath)
        do throws(DiskFault) { try draft.commit() } catch { throw StoreFault(error) }
        return answer
    }
}

/// What a store holds, counted.
package struct StoreContents: Sendable, Hashable {
    /// Records of each kind, in the order of ``Table/all``.
    package let records: [Count]
    package let entries: Int
    package let head: ChainHead

    package struct Count: Sendable, Hashable {
        package let table: Table
        package let records: Int
    }

    package var total: Int { records.reduce(0) { $0 + $1.records } }
}

extension SQLiteStore {
    package func contents() throws(StoreFault) -> StoreContents {
        try reading { () throws(StoreFault) in
            var records: [StoreContents.Count] = []
            for table in Table.all {
                let count = try holds(table) ? try count("\(table)") : 0
                records.append(.init(table: table, records: count))
            }
            return StoreContents(
                records: records, entries: try count(#""audit""#), head: try head)
        }
    }

    private func count(_ table: SQL) throws(StoreFault) -> Int {
        let counts = try select("SELECT count(*) FROM \(table)", []) {
            fields throws(StoreFault) in
            guard case .integer(let count) = fields[0] else { throw .damaged("store") }
            return Int(count)
        }
        return counts.first ?? 0
    }
}
