/// Content as it was when it was used.
package struct FrozenContent: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case quiz, rubric, program
    }

    package let kind: Kind
    package let id: String
    package let version: String
    package let contentHash: Digest
    package let structureHash: Digest
    package let bytes: [UInt8]

    package init(
        kind: Kind, id: String, version: String, contentHash: Digest, structureHash: Digest,
        bytes: [UInt8]
    ) {
        self.kind = kind
        self.id = id
        self.version = version
        self.contentHash = contentHash
        self.structureHash = structureHash
        self.bytes = bytes
    }
}
