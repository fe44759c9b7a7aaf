package import Assessment

/// That a reviewer sits on the panel of a submission, or no longer; the latest one counts.
package struct AssignmentRecord: Record {
    package static let table = Table(
        "assignment", keys: ["learner", "submission", "reviewer", "id"], .init("at"), .init("by"),
        .init("role"), .init("seated"), .init("conflict", .personal))

    package let learner: Person.ID
    package let submission: String
    package let reviewer: Person.ID
    package let id: UniqueID<AssignmentRecord>
    package let time: Timestamp
    package let author: String
    /// The role of the seat, where the rubric's panel has seats.
    package let role: String?
    package let isSeated: Bool
    /// What ties the reviewer to the learner, as the rubric names it; nil once it is erased.
    package let conflict: String?

    package init(
        learner: Person.ID, submission: String, reviewer: Person.ID,
        id: UniqueID<AssignmentRecord>, time: Timestamp, author: String, role: String?,
        isSeated: Bool = true, conflict: String?
    ) {
        self.learner = learner
        self.submission = submission
        self.reviewer = reviewer
        self.id = id
        self.time = time
        self.author = author
        self.role = role
        self.isSeated = isSeated
        self.conflict = conflict
    }

    package var fields: [Field] {
        [
            .id(learner), .text(submission), .id(reviewer), .id(id), .time(time), .text(author),
            .optional(role), .integer(isSeated ? 1 : 0), .optional(conflict),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        submission = try row.text("submission")
        reviewer = try row.id("reviewer")
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        role = try row.optionalText("role")
        isSeated = try row.flag("seated")
        conflict = try row.optionalText("conflict")
    }
}
