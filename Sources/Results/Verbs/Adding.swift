package import Assessment

extension ResultsStore {
    /// Keeps records for good: all of them, or none.
    ///
    /// What is there already is left as it is, so that a caller who did not hear the answer can ask
    /// again. A write whose end is not known is looked for before this throws. What is new is refused
    /// to whoever has lost the lease.
    package func add(
        _ records: [any Record], at time: Timestamp, holding lease: Lease? = nil
    ) throws(StoreFault) {
        try add(at: time, holding: lease) { records }
    }

    /// Keeps what the body makes of the store as it is once its turn has come.
    package func add(
        at time: Timestamp, holding lease: Lease? = nil,
        _ make: () throws(StoreFault) -> [any Record]
    ) throws(StoreFault) {
        var records: [any Record] = []
        do throws(StoreFault) {
            try writing { () throws(StoreFault) in
                records = try make()
                for record in records { try add(record, at: time, holding: lease) }
            }
        } catch {
            guard error.outcome == .unknown else { throw error }
            try settle(records, after: error)
        }
    }

    private func add(
        _ record: any Record, at time: Timestamp, holding lease: Lease?
    ) throws(StoreFault) {
        let table = type(of: record).table
        let fields = record.fields
        if let row = try row(table, key: Array(fields.prefix(table.keyCount))) {
            guard row.holds(fields) else {
                throw StoreFault(
                    .conflict, "the store holds another \(table.name) under the same id",
                    advice: "nothing was changed; run: assay store verify")
            }
            return
        }
        if let lease { try check(lease) }
        try check(record)
        var generator = SystemRandomNumberGenerator()
        try insert(own: SealedRow(table, fields, using: &generator), at: time)
    }

    /// Adds a row and its entry at the end of the store's own chain.
    func insert(own row: SealedRow, at time: Timestamp) throws(StoreFault) {
        try insert(row)
        try append(AuditEntry(of: row, at: time, after: head), isOwn: true)
    }

    /// After a failed end of a write only the store itself can tell what became of it.
    ///
    /// It is looked for within a write, since what is only read may not be on disk.
    private func settle(
        _ records: [any Record], after fault: StoreFault
    ) throws(StoreFault) {
        var fault = fault
        var isSaved = true
        do throws(StoreFault) {
            try reopen()
            try writing { () throws(StoreFault) in
                for record in records {
                    let table = type(of: record).table
                    let fields = record.fields
                    let row = try row(table, key: Array(fields.prefix(table.keyCount)))
                    isSaved = isSaved && row?.holds(fields) == true
                }
            }
        } catch {
            throw fault
        }
        guard !isSaved else { return }
        fault.outcome = .notSaved
        throw fault
    }

    func row(_ table: Table, key: [Field]) throws(StoreFault) -> SealedRow? {
        try rows(table, .under(key), after: nil, limit: 1).first
    }
}

extension SealedRow {
    /// Whether it is the record with these fields, erased or not.
    fileprivate func holds(_ other: [Field]) -> Bool {
        let plain = fields.count - table.personalCount
        return isErased ? fields.prefix(plain) == other.prefix(plain) : fields == other
    }
}
