package import Assessment
package import Results

extension SQLiteStore {
    package var head: ChainHead {
        get throws(StoreFault) {
            let heads = try select(#"SELECT "sequence", "head" FROM "store""#, []) {
                fields throws(StoreFault) in
                guard case .integer(let sequence) = fields[0],
                    case .bytes(let bytes) = fields[1], let hash = Digest(bytes: bytes)
                else { throw .damaged("store") }
                return sequence == 0
                    ? .start(of: identity) : ChainHead(sequence: sequence, hash: hash)
            }
            guard let head = heads.first else { throw .damaged("store") }
            return head
        }
    }

    package func append(_ entry: AuditEntry, isOwn: Bool) throws(StoreFault) {
        try run(
            """
            INSERT INTO "audit" ("sequence", "hash", "previous", "at", "kind", "key", "digest")
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(entry.sequence), .bytes(entry.hash.bytes), .bytes(entry.previous.bytes),
                .integer(entry.time.microseconds), .text(entry.table), .bytes(entry.key),
                .bytes(entry.digest.bytes),
            ])
        if isOwn {
            try run(
                #"UPDATE "store" SET "sequence" = ?, "head" = ?"#,
                [.integer(entry.sequence), .bytes(entry.hash.bytes)])
        }
    }

    package func entries(
        after entry: AuditEntry?, limit: Int
    ) throws(StoreFault) -> [AuditEntry] {
        let place: [Field] = [
            .integer(entry?.sequence ?? 0), .bytes(entry?.hash.bytes ?? []),
        ]
        return try entries(
            #"WHERE ("sequence", "hash") > (?, ?) ORDER BY "sequence", "hash" LIMIT ?"#,
            place + [.integer(Int64(limit))])
    }

    package func entry(_ hash: Digest) throws(StoreFault) -> AuditEntry? {
        try entries(#"WHERE "hash" = ?"#, [.bytes(hash.bytes)]).first
    }

    package func entries(_ table: Table, key: [Field]) throws(StoreFault) -> [AuditEntry] {
        try entries(
            #"WHERE "kind" = ? AND "key" = ? ORDER BY "sequence", "hash""#,
            [.text(table.name), .bytes(key.encoded)])
    }

    private func entries(
        _ condition: SQL, _ values: [Field]
    ) throws(StoreFault) -> [AuditEntry] {
        let columns: SQL = #""sequence", "at", "kind", "key", "digest", "previous", "hash""#
        return try select("SELECT \(columns) FROM \"audit\" \(condition)", values) {
            fields throws(StoreFault) in
            guard case .integer(let sequence) = fields[0], case .integer(let time) = fields[1],
                case .text(let kind) = fields[2], case .bytes(let key) = fields[3],
                case .bytes(let digest) = fields[4], case .bytes(let previous) = fields[5],
                case .bytes(let hash) = fields[6], let digest = Digest(bytes: digest),
                let previous = Digest(bytes: previous), let hash = Digest(bytes: hash)
            else { throw .damaged("audit") }
            return AuditEntry(
                sequence: sequence, time: Timestamp(microseconds: time), table: kind, key: key,
                digest: digest, previous: previous, hash: hash)
        }
    }
}
