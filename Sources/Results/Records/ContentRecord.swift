package import Assessment

/// Content as it was when it was used, kept once however often that was.
package struct ContentRecord: Record {
    package static let table = Table(
        "content", keys: ["hash"], .init("kind"), .init("name"), .init("version"),
        .init("structure"), .init("bytes"))

    package let content: FrozenContent

    package init(_ content: FrozenContent) {
        self.content = content
    }

    package var fields: [Field] {
        [
            .digest(content.contentHash), .text(content.kind.rawValue), .text(content.id),
            .text(content.version), .digest(content.structureHash), .bytes(content.bytes),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        content = FrozenContent(
            kind: try row.value("kind") { FrozenContent.Kind(rawValue: $0) },
            id: try row.text("name"), version: try row.text("version"),
            contentHash: try row.digest("hash"), structureHash: try row.digest("structure"),
            bytes: try row.bytes("bytes"))
    }
}
