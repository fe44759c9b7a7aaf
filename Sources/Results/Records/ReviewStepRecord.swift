package import Assessment

/// One step of a reviewer's work on a sheet.
///
/// Two steps of one number can only come from two copies of a store that were both written to.
package struct ReviewStepRecord: Record {
    package static let table = Table(
        "review_step", keys: ["learner", "submission", "sheet", "number", "id"], .init("at"),
        .init("reviewer"), .init("kind"), .init("criterion"), .init("subject"), .init("mark"),
        .init("words", .personal))

    package let learner: Person.ID
    package let submission: String
    package let sheet: ScoreSheet.ID
    /// 1 for the first step.
    package let number: Int
    package let id: UniqueID<ReviewStepRecord>
    package let reviewer: Person.ID
    package let step: ReviewStep

    package init(
        learner: Person.ID, submission: String, sheet: ScoreSheet.ID, number: Int,
        id: UniqueID<ReviewStepRecord>, reviewer: Person.ID, step: ReviewStep
    ) {
        self.learner = learner
        self.submission = submission
        self.sheet = sheet
        self.number = number
        self.id = id
        self.reviewer = reviewer
        self.step = step
    }

    /// What the column of criteria holds for the words on the whole: no criterion is called so.
    private static let overall = "/"

    package var fields: [Field] {
        var criterion: String?
        var subject: String?
        switch step.place {
        case .criterion(let id, let compared): (criterion, subject) = (id.text, compared)
        case .overall: criterion = Self.overall
        case nil: break
        }
        return [
            .id(learner), .text(submission), .text(sheet.text), .integer(Int64(number)), .id(id),
            .time(step.time), .id(reviewer), .text(step.kind.rawValue), .optional(criterion),
            .optional(subject), .optional(step.judgment?.markText),
            .optional(step.judgment?.wordsText ?? step.words),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        submission = try row.text("submission")
        sheet = try row.value("sheet") { ScoreSheet.ID($0) }
        number = Int(try row.integer("number"))
        id = try row.id("id")
        reviewer = try row.id("reviewer")
        let subject = try row.optionalText("subject")
        let words = try row.optionalText("words")
        let judgment = try row.optionalValue("mark") { Judgment(mark: $0, words: words) }
        step = ReviewStep(
            try row.value("kind") { ReviewStep.Kind(rawValue: $0) },
            at: try row.optionalValue("criterion") { text in
                text == Self.overall
                    ? .overall : Criterion.ID(text).map { .criterion($0, subject: subject) }
            }, judgment, words: judgment == nil ? words : nil, time: try row.time("at"))
    }
}
