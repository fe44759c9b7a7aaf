package import Assessment

/// The tombstone of a person: that, when and by whom what was personal was erased.
package struct ErasureRecord: Record {
    package static let table = Table(
        "erasure", keys: ["learner", "id"], .init("at"), .init("by"))

    package let learner: Person.ID
    package let id: UniqueID<ErasureRecord>
    package let time: Timestamp
    package let author: String

    package init(
        learner: Person.ID, id: UniqueID<ErasureRecord>, time: Timestamp, author: String
    ) {
        self.learner = learner
        self.id = id
        self.time = time
        self.author = author
    }

    package var fields: [Field] { [.id(learner), .id(id), .time(time), .text(author)] }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
    }
}
