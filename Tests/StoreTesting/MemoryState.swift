package import Assessment
package import Results

/// Everything a store in memory keeps, as one value.
package struct MemoryState {
    private var rows: [Table: Sorted<RowKey, SealedRow>] = [:]
    private var entries = Sorted<EntryKey, AuditEntry>()
    private var entriesByHash: [Digest: AuditEntry] = [:]
    private var entriesByRecord: [[Field]: Sorted<EntryKey, AuditEntry>] = [:]
    package var leases: [UniqueID<SittingRecord>: Lease] = [:]
    package var head: ChainHead

    init(head: ChainHead) {
        self.head = head
    }

    package func row(_ table: Table, key: [Field]) -> SealedRow? {
        rows[table]?[RowKey(key)]
    }

    /// Puts a row in the place of what has its key.
    package mutating func put(_ row: SealedRow) {
        rows[row.table, default: Sorted()][RowKey(row.key)] = row
    }

    package mutating func removeRow(_ table: Table, key: [Field]) {
        rows[table]?[RowKey(key)] = nil
    }

    func rows(
        _ table: Table, _ query: Query, after key: [Field]?, limit: Int
    ) -> [SealedRow] {
        let rows = rows[table] ?? Sorted()
        let range = range(of: query, in: rows)
        let start = key.map { key in rows.firstPlace { $0 > RowKey(key) } } ?? 0
        let meant = rows.values[range].dropFirst(max(0, start - range.lowerBound))
        guard case .having(let column, let value) = query else {
            return [SealedRow](meant.prefix(limit))
        }
        return [SealedRow](
            meant.lazy.filter { $0.holds(value, in: column) }.prefix(limit))
    }

    func lastRow(_ table: Table, _ query: Query) -> SealedRow? {
        let rows = rows[table] ?? Sorted()
        let meant = rows.values[range(of: query, in: rows)]
        guard case .having(let column, let value) = query else { return meant.last }
        return meant.last { $0.holds(value, in: column) }
    }

    private func range(
        of query: Query, in rows: Sorted<RowKey, SealedRow>
    ) -> Range<Int> {
        guard case .under(let fields) = query else { return rows.values.indices }
        let start = RowKey(fields)
        return rows.firstPlace { $0 >= start }..<rows.firstPlace { $0.reaches(past: start) }
    }
}

extension MemoryState {
    /// Puts an entry among the others.
    package mutating func put(_ entry: AuditEntry) {
        let key = EntryKey(entry)
        entries[key] = entry
        entriesByHash[entry.hash] = entry
        entriesByRecord[entry.record, default: Sorted()][key] = entry
    }

    package mutating func removeEntry(_ hash: Digest) {
        guard let entry = entriesByHash.removeValue(forKey: hash) else { return }
        let key = EntryKey(entry)
        entries[key] = nil
        entriesByRecord[entry.record]?[key] = nil
    }

    package func entry(_ hash: Digest) -> AuditEntry? { entriesByHash[hash] }

    func entries(after entry: AuditEntry?, limit: Int) -> [AuditEntry] {
        let start = entry.map { entry in entries.firstPlace { $0 > EntryKey(entry) } } ?? 0
        return [AuditEntry](entries.values.dropFirst(start).prefix(limit))
    }

    func entries(_ table: Table, key: [Field]) -> [AuditEntry] {
        entriesByRecord[[.text(table.name), .bytes(key.encoded)]]?.values ?? []
    }
}

struct EntryKey: Comparable {
    let sequence: Int64
    let hash: Digest

    init(_ entry: AuditEntry) {
        sequence = entry.sequence
        hash = entry.hash
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.sequence, left.hash) < (right.sequence, right.hash)
    }
}

extension AuditEntry {
    fileprivate var record: [Field] { [.text(table), .bytes(key)] }
}

extension SealedRow {
    fileprivate func holds(_ value: Field, in column: String) -> Bool {
        guard let index = table.index(of: column), table.columns[index].isLooked else {
            preconditionFailure("nothing is looked up by '\(column)'")
        }
        return fields[index] == value
    }
}
