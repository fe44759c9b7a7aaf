import Assessment
import Grading
import Results
import Sittings

/// A review for programs: what is null is not shown, or not yet.
struct ReviewJSON {
    private let review: SittingReview
    private let sitting: KeptSitting

    init(_ review: SittingReview, _ sitting: KeptSitting) {
        self.review = review
        self.sitting = sitting
    }

    var json: JSON {
        .object([
            ("schema", "assay/quiz-review/1"),
            ("sitting", .string(sitting.record.id.description)),
            ("quiz", .string(sitting.record.quiz)), ("attempt", .integer(sitting.record.attempt)),
            ("ending", .string(review.ending.rawValue)),
            ("released", .bool(!sitting.isHeld)),
            ("verdict", review.verdict.map { .string($0.rawValue) } ?? .null),
            ("earned", review.marks.map { .string($0.earned.description) } ?? .null),
            ("possible", review.marks.map { .string($0.possible.description) } ?? .null),
            ("passMark", .string(sitting.quiz.passMark.description)),
            (
                "objectives",
                .array(
                    review.objectives.map { part in
                        .object([
                            ("title", part.title.map { .string($0) } ?? .null),
                            ("earned", .string(part.marks.earned.description)),
                            ("possible", .string(part.marks.possible.description)),
                        ])
                    })
            ),
            ("questions", .array(review.questions.map(question))),
            ("review", .array(review.topics.map { .string($0) })),
            ("attemptsLeft", review.attemptsLeft.map { .integer($0) } ?? .null),
            ("opens", review.opens.map { .string($0.description) } ?? .null),
            ("codeBy", .optional(review.proctor)),
            ("absences", review.absences.map { .array($0.map(absence)) } ?? .null),
        ])
    }

    private func absence(_ absence: Absence) -> JSON {
        .object([
            ("kind", .string(absence.kind.rawValue)),
            ("from", .string(absence.start.time.description)),
            ("until", .optional(absence.end?.time.description)),
            ("seconds", absence.length.map { .integer(Int($0.components.seconds)) } ?? .null),
        ])
    }

    private func question(_ question: SittingReview.Question) -> JSON {
        .object([
            ("item", .string(question.item.id.text)),
            ("answer", question.answer.map { .string($0.description) } ?? .null),
            ("outcome", question.grade.map { .string($0.outcome.rawValue) } ?? .null),
            ("earned", question.grade.map { .string($0.marks.earned.description) } ?? .null),
            ("possible", question.grade.map { .string($0.marks.possible.description) } ?? .null),
        ])
    }
}
