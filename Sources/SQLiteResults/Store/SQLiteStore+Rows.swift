internal import Assessment
package import Results

extension SQLiteStore {
    package func rows(
        _ table: Table, _ query: Query, after key: [Field]?, limit: Int
    ) throws(StoreFault) -> [SealedRow] {
        guard try holds(table) else { return [] }
        let select = sql(.select(query.shape, goingOn: key != nil), in: table)
        let values = query.values + (key ?? []) + [.integer(Int64(limit))]
        return try sealedRows(table, select, values)
    }

    package func lastRow(_ table: Table, _ query: Query) throws(StoreFault) -> SealedRow? {
        guard try holds(table) else { return nil }
        return try sealedRows(table, sql(.selectLast(query.shape), in: table), query.values).first
    }

    /// Whether the file has the table: one that is only read may be older than the table is.
    func holds(_ table: Table) throws(StoreFault) -> Bool {
        let version = Schema.firstVersion(with: table)
        if version == 1 { return true }
        return try inSQLite { try connection.version() } >= version
    }

    package func insert(_ row: SealedRow) throws(StoreFault) {
        var values = row.fields
        if row.table.holdsPersonal {
            values.append(row.salt.map { .bytes($0) } ?? .null)
            values.append(row.personalSeal.map { .bytes($0.bytes) } ?? .null)
        }
        try run(sql(.insert, in: row.table), values)
    }

    package func erasePersonal(_ row: SealedRow) throws(StoreFault) {
        try run(sql(.erase, in: row.table), row.key)
    }

    private func sealedRows(
        _ table: Table, _ sql: SQL, _ values: [Field]
    ) throws(StoreFault) -> [SealedRow] {
        try select(sql, values) { fields in
            guard table.holdsPersonal else {
                return SealedRow(table, fields, salt: nil, personalSeal: nil)
            }
            let (salt, seal) = (fields[table.columns.count], fields[table.columns.count + 1])
            return SealedRow(
                table, Array(fields.prefix(table.columns.count)), salt: salt.bytes,
                personalSeal: seal.bytes.flatMap { Digest(bytes: $0) })
        }
    }
}

extension Field {
    fileprivate var bytes: [UInt8]? {
        if case .bytes(let bytes) = self { bytes } else { nil }
    }
}
