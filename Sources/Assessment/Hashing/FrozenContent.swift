/// Content as it was when somebody used it, so that an old mark can always be computed again.
///
/// Two hashes know it. The content hash is that of the bytes and changes with every word; the
/// structure hash changes only with what can change a mark or a verdict. Scores given under one
/// structure hash can be compared, whatever was reworded between them.
package struct FrozenContent: Sendable, Hashable {
    /// What was frozen: a quiz with the items it can ask, a whole rubric, or a whole program.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case quiz, rubric, program
    }

    package let kind: Kind
    /// Its id; a quiz's has its bank's id before it, as in `module-210/knowledge-check`.
    package let id: String
    package let version: String
    package let contentHash: Digest
    package let structureHash: Digest
    /// The content in canonical form.
    package let bytes: [UInt8]

    package init(
        kind: Kind, id: String, version: String, contentHash: Digest,
        structureHash: Digest, bytes: [UInt8]
    ) {
        self.kind = kind
        self.id = id
        self.version = version
        self.contentHash = contentHash
        self.structureHash = structureHash
        self.bytes = bytes
    }

    /// Whether the bytes are still those that were frozen.
    package var isIntact: Bool { Digest.sha256(bytes) == contentHash }
}
