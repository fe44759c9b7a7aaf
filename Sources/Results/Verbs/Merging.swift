internal import Assessment

/// What a merge brought.
package struct MergeSummary: Sendable, Hashable {
    /// How many records of each kind were new.
    package fileprivate(set) var added: [String: Int] = [:]
    package fileprivate(set) var erased = 0
    package var total: Int { added.values.reduce(0, +) }
}

extension ResultsStore {
    /// Takes in every record and chain entry of another store.
    ///
    /// A record is what its key and digest are, wherever it lies, so that merging twice, or in
    /// another order, comes to the same. What was erased in either store is erased afterwards.
    package func merge(
        _ other: any ResultsStore, as record: (ChainHead, Int) -> MergeRecord
    ) throws(StoreFault) -> MergeSummary {
        var summary = MergeSummary()
        try writing { () throws(StoreFault) in
            try other.reading { () throws(StoreFault) in
                for table in Table.all {
                    try other.forEachRow(table) { row throws(StoreFault) in
                        if try adopt(row) { summary.added[table.name, default: 0] += 1 }
                    }
                }
                var isNews = false
                try other.forEachEntry { entry throws(StoreFault) in
                    guard try self.entry(entry.hash) == nil else { return }
                    try append(entry, isOwn: false)
                    isNews = true
                }
                for learner in try erasedLearners() {
                    for count in try erasure(of: learner) { summary.erased += count.records }
                    try erasePersonal(of: learner)
                }
                guard isNews else { return }
                let merged = record(try other.head, summary.total)
                var generator = SystemRandomNumberGenerator()
                try insert(
                    own: SealedRow(MergeRecord.table, merged.fields, using: &generator),
                    at: merged.time)
            }
        }
        if summary.erased > 0 { try scrubWhatIsErased() }
        return summary
    }

    /// Whether the row was new here.
    private func adopt(_ row: SealedRow) throws(StoreFault) -> Bool {
        guard let own = try self.row(row.table, key: row.key) else {
            try insert(row)
            return true
        }
        guard own.digest == row.digest else {
            throw StoreFault(
                .conflict, "both stores hold a \(row.table.name) under one id, and they differ",
                advice: "one of them was changed by hand; run: assay store verify, on both")
        }
        return false
    }

    private func erasedLearners() throws(StoreFault) -> [Person.ID] {
        var learners: [Person.ID] = []
        try forEachRow(ErasureRecord.table) { row throws(StoreFault) in
            learners.append(try ErasureRecord(RowReader(row)).learner)
        }
        return learners
    }
}
