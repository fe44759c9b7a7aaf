package import Assessment

/// That a learner may see a panel's verdict; the latest one counts, and none is taken back.
package struct VerdictReleaseRecord: Record {
    package static let table = Table(
        "verdict_release", keys: ["learner", "submission", "id"], .init("at"), .init("by"),
        .init("evaluation"))

    package let learner: Person.ID
    package let submission: String
    package let id: UniqueID<VerdictReleaseRecord>
    package let time: Timestamp
    package let author: String
    package let evaluation: UniqueID<EvaluationRecord>

    package init(
        learner: Person.ID, submission: String, id: UniqueID<VerdictReleaseRecord>,
        time: Timestamp, author: String, evaluation: UniqueID<EvaluationRecord>
    ) {
        self.learner = learner
        self.submission = submission
        self.id = id
        self.time = time
        self.author = author
        self.evaluation = evaluation
    }

    package var fields: [Field] {
        [
            .id(learner), .text(submission), .id(id), .time(time), .text(author), .id(evaluation),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        submission = try row.text("submission")
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        evaluation = try row.id("evaluation")
    }
}
