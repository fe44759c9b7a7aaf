package import Assessment
internal import Sealing

/// One link of the audit chain: that a record was added, after what, and its digest.
///
/// Chains of merged stores lie side by side and never change: an entry is found by its hash, and
/// names the one before it by hash.
package struct AuditEntry: Sendable, Hashable {
    /// One more than the entry before; 1 begins a chain.
    package let sequence: Int64
    package let time: Timestamp
    package let table: String
    /// The record's key fields, encoded.
    package let key: [UInt8]
    /// The record's.
    package let digest: Digest
    /// The hash of the entry before, or for a first one the store's own mark.
    package let previous: Digest
    package let hash: Digest

    /// The entry that adds a row after another entry.
    package init(of row: SealedRow, at time: Timestamp, after last: ChainHead) {
        sequence = last.sequence + 1
        self.time = time
        table = row.table.name
        key = row.key.encoded
        digest = row.digest
        previous = last.hash
        hash = Self.hash(sequence, time, table, key, digest, previous)
    }

    /// Takes an entry as a store held it, without trusting it.
    package init(
        sequence: Int64, time: Timestamp, table: String, key: [UInt8], digest: Digest,
        previous: Digest, hash: Digest
    ) {
        self.sequence = sequence
        self.time = time
        self.table = table
        self.key = key
        self.digest = digest
        self.previous = previous
        self.hash = hash
    }

    /// Whether the hash is that of everything else.
    package var isIntact: Bool {
        hash == Self.hash(sequence, time, table, key, digest, previous)
    }

    private static func hash(
        _ sequence: Int64, _ time: Timestamp, _ table: String, _ key: [UInt8], _ digest: Digest,
        _ previous: Digest
    ) -> Digest {
        let fields: [Field] = [
            .digest(previous), .integer(sequence), .time(time), .text(table), .bytes(key),
            .digest(digest),
        ]
        return .sealing(fields.encoded)
    }
}

/// Where a store's own chain ends.
package struct ChainHead: Sendable, Hashable {
    package let sequence: Int64
    package let hash: Digest

    package init(sequence: Int64, hash: Digest) {
        self.sequence = sequence
        self.hash = hash
    }

    /// Before the first entry of a store.
    package static func start(of store: UniqueID<any ResultsStore>) -> ChainHead {
        ChainHead(sequence: 0, hash: .sealing([Field.text("assay"), .id(store)].encoded))
    }
}
