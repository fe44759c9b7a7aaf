package import Assessment

/// That a learner may see what a sitting came to; what was shown once cannot be taken back.
package struct ReleaseRecord: Record {
    package static let table = Table(
        "release", keys: ["learner", "sitting", "id"], .init("at"), .init("by"))

    package let learner: Person.ID
    package let sitting: UniqueID<SittingRecord>
    package let id: UniqueID<ReleaseRecord>
    package let time: Timestamp
    package let author: String

    package init(
        learner: Person.ID, sitting: UniqueID<SittingRecord>, id: UniqueID<ReleaseRecord>,
        time: Timestamp, author: String
    ) {
        self.learner = learner
        self.sitting = sitting
        self.id = id
        self.time = time
        self.author = author
    }

    package var fields: [Field] {
        [.id(learner), .id(sitting), .id(id), .time(time), .text(author)]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        sitting = try row.id("sitting")
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
    }
}
