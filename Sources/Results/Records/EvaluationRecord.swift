package import Assessment

/// What a rubric made of a submission's sheets; the latest one counts.
package struct EvaluationRecord: Record {
    package static let table = Table(
        "evaluation", keys: ["learner", "submission", "id"], .init("at"), .init("by"),
        .init("grader"), .init("rubric"), .init("sheets"), .init("score"), .init("verdict"),
        .init("details"), .init("words", .personal))

    package let learner: Person.ID
    package let submission: String
    package let id: UniqueID<EvaluationRecord>
    package let time: Timestamp
    package let author: String
    package let grader: String
    package let rubric: Digest
    /// The revisions of sheets it was made of.
    package let sheets: [UniqueID<SheetRecord>]
    /// Nil where there is none, as with a rubric that only counts open findings.
    package let score: Rational?
    /// The id of the band, as the rubric names it.
    package let verdict: String
    /// How it came about, in canonical form and without free text.
    package let details: String
    package let words: String?

    package init(
        learner: Person.ID, submission: String, id: UniqueID<EvaluationRecord>, time: Timestamp,
        author: String, grader: String, rubric: Digest, sheets: [UniqueID<SheetRecord>],
        score: Rational?, verdict: String, details: String, words: String? = nil
    ) {
        self.learner = learner
        self.submission = submission
        self.id = id
        self.time = time
        self.author = author
        self.grader = grader
        self.rubric = rubric
        self.sheets = sheets
        self.score = score
        self.verdict = verdict
        self.details = details
        self.words = words
    }

    package var fields: [Field] {
        [
            .id(learner), .text(submission), .id(id), .time(time), .text(author), .text(grader),
            .digest(rubric), .text(sheets.map(\.description).joined(separator: " ")),
            .optional(score?.exactText), .text(verdict), .text(details), .optional(words),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        submission = try row.text("submission")
        id = try row.id("id")
        time = try row.time("at")
        author = try row.text("by")
        grader = try row.text("grader")
        rubric = try row.digest("rubric")
        sheets = try row.list("sheets") { UniqueID<SheetRecord>($0) }
        score = try row.optionalValue("score") { Rational(exactText: $0) }
        verdict = try row.text("verdict")
        details = try row.text("details")
        words = try row.optionalText("words")
    }
}
