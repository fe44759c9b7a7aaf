package import Assessment

/// That another store's records were taken in, up to the end of its chain.
package struct MergeRecord: Record {
    package static let table = Table(
        "merge", keys: ["id"], .init("at"), .init("by"), .init("head"), .init("records"))

    package let id: UniqueID<MergeRecord>
    package let time: Timestamp
    package let author: String
    /// The last hash of the other chain: from now on cutting that chain shows, too.
    package let head: Digest
    /// How many records were new.
    package let count: Int

    package init(
        id: UniqueID<MergeRecord>, time: Timestamp, author: String, head: Digest, count: Int
    ) {
        self.id = id
        self.time = time
        self.author = author
        self.head = head
        self.count = count
    }

    package var fields: [Field] {
        [.id(id), .time(time), .text(author), .digest(head), .integer(Int64(count))]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        head = try row.digest("head")
        count = Int(try row.integer("records"))
    }
}
