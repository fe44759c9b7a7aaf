import Assessment
import Results

extension SealedRow {
    /// The row with other fields, or another salt or seal, as only somebody with the file makes it.
    func altered(
        _ fields: [Field]? = nil, salt: [UInt8]?? = nil, personalSeal: Digest?? = nil
    ) -> SealedRow {
        SealedRow(
            table, fields ?? self.fields, salt: salt ?? self.salt,
            personalSeal: personalSeal ?? self.personalSeal)
    }

    func altered(_ column: String, _ value: Field) -> SealedRow {
        var fields = fields
        if let index = table.index(of: column) { fields[index] = value }
        return altered(fields)
    }
}

extension Field {
    /// Something else of the same kind, or something where nothing was.
    var other: Field {
        switch self {
        case .null: .text("x")
        case .integer(let number): .integer(number ^ 1)
        case .text(let text): .text(text + "x")
        case .bytes(let bytes): .bytes(bytes.dropLast() + [(bytes.last ?? 0) ^ 1])
        }
    }
}

extension AuditEntry {
    /// The entry with a change that its hash knows nothing of.
    func altered(
        sequence: Int64? = nil, time: Timestamp? = nil, table: String? = nil, key: [UInt8]? = nil,
        digest: Digest? = nil, previous: Digest? = nil, hash: Digest? = nil
    ) -> AuditEntry {
        AuditEntry(
            sequence: sequence ?? self.sequence, time: time ?? self.time,
            table: table ?? self.table, key: key ?? self.key, digest: digest ?? self.digest,
            previous: previous ?? self.previous, hash: hash ?? self.hash)
    }

    var end: ChainHead { ChainHead(sequence: sequence, hash: hash) }
}
