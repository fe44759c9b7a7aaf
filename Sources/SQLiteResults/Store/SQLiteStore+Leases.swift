package import Assessment
package import Results

extension SQLiteStore {
    package func lease(
        of sitting: UniqueID<SittingRecord>
    ) throws(StoreFault) -> Lease? {
        try select(
            """
            SELECT "token", "at", "host", "process", "process_start", "boot", "terminal"
            FROM "lease" WHERE "sitting" = ?
            """, [.bytes(sitting.bytes)]
        ) { fields throws(StoreFault) in
            guard case .bytes(let token) = fields[0], case .integer(let time) = fields[1],
                case .text(let host) = fields[2], case .integer(let process) = fields[3],
                case .integer(let start) = fields[4], case .text(let boot) = fields[5],
                let token = UniqueID<Lease>(bytes: token)
            else { throw .damaged("lease") }
            let terminal: String? = if case .text(let text) = fields[6] { text } else { nil }
            return Lease(
                sitting: sitting, token: token,
                holder: Lease.Holder(
                    host: host, process: Int(process), processStart: start, boot: boot,
                    terminal: terminal),
                time: Timestamp(microseconds: time))
        }.first
    }

    package func setLease(
        _ lease: Lease?, of sitting: UniqueID<SittingRecord>
    ) throws(StoreFault) {
        guard let lease else {
            try run(#"DELETE FROM "lease" WHERE "sitting" = ?"#, [.bytes(sitting.bytes)])
            return
        }
        try run(
            """
            INSERT OR REPLACE INTO "lease"
            ("sitting", "token", "at", "host", "process", "process_start", "boot", "terminal")
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .bytes(sitting.bytes), .bytes(lease.token.bytes),
                .integer(lease.time.microseconds), .text(lease.holder.host),
                .integer(Int64(lease.holder.process)), .integer(lease.holder.processStart),
                .text(lease.holder.boot), lease.holder.terminal.map { .text($0) } ?? .null,
            ])
    }
}
