package import Assessment

/// One state of a reviewer's score sheet; every change is a further revision.
package struct SheetRecord: Record {
    package static let table = Table(
        "sheet", keys: ["learner", "submission", "sheet", "revision", "id"], .init("at"),
        .init("reviewer"), .init("rubric"), .init("status"), .init("marks"),
        .init("words", .personal))

    package let learner: Person.ID
    package let submission: String
    package let sheet: ScoreSheet.ID
    /// 1 for the first.
    package let revision: Int
    package let id: UniqueID<SheetRecord>
    package let time: Timestamp
    package let reviewer: Person.ID
    package let rubric: Digest
    package let status: ScoreSheet.Status
    /// The marks in canonical form, without a word of the reviewer's.
    package let marks: String
    /// The whole sheet in canonical form; nil once it is erased.
    package let words: String?

    package init(
        learner: Person.ID, submission: String, sheet: ScoreSheet.ID, revision: Int,
        id: UniqueID<SheetRecord>, time: Timestamp, reviewer: Person.ID, rubric: Digest,
        status: ScoreSheet.Status, marks: String, words: String?
    ) {
        self.learner = learner
        self.submission = submission
        self.sheet = sheet
        self.revision = revision
        self.id = id
        self.time = time
        self.reviewer = reviewer
        self.rubric = rubric
        self.status = status
        self.marks = marks
        self.words = words
    }

    package var fields: [Field] {
        [
            .id(learner), .text(submission), .text(sheet.text), .integer(Int64(revision)), .id(id),
            .time(time), .id(reviewer), .digest(rubric), .text(status.rawValue), .text(marks),
            .optional(words),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        submission = try row.text("submission")
        sheet = try row.value("sheet") { ScoreSheet.ID($0) }
        revision = Int(try row.integer("revision"))
        id = try row.id("id")
        time = try row.time("at")
        reviewer = try row.id("reviewer")
        rubric = try row.digest("rubric")
        status = try row.value("status") { ScoreSheet.Status(rawValue: $0) }
        marks = try row.text("marks")
        words = try row.optionalText("words")
    }
}
