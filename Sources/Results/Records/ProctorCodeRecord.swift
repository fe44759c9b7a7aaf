package import Assessment
package import Sealing

/// The code that opens a quiz from a moment on, or that none does any more; the latest one counts.
///
/// The key begins with the quiz. It is about no learner, so that it goes wherever the quiz's content
/// goes, and is read by one look at the few records of that quiz before any sitting is touched.
package struct ProctorCodeRecord: Record {
    package static let table = Table(
        "proctor_code", keys: ["quiz", "id"], .init("at"), .init("by"), .init("hash"))

    /// The bank's id and the quiz's: `module-210/knowledge-check`.
    package let quiz: String
    package let id: UniqueID<ProctorCodeRecord>
    package let time: Timestamp
    package let author: String
    /// Nil where no code is needed from now on.
    package let hash: PasswordHash?

    package init(
        quiz: String, id: UniqueID<ProctorCodeRecord>, time: Timestamp, author: String,
        hash: PasswordHash?
    ) {
        self.quiz = quiz
        self.id = id
        self.time = time
        self.author = author
        self.hash = hash
    }

    package var fields: [Field] {
        [.text(quiz), .id(id), .time(time), .text(author), .optional(hash?.text)]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        quiz = try row.text("quiz")
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        hash = try row.optionalValue("hash") { PasswordHash(text: $0) }
    }
}
