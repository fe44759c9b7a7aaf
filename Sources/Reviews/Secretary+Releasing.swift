internal import Assessment
internal import Grading
internal import Results

extension Secretary {
    /// Lets the learner see what the panel decided, and keeps it as it is now.
    ///
    /// Releasing again, after a sheet was revised, adds a further verdict beside the ones before.
    package func release(_ submission: KeptSubmission) throws(ReviewFault) -> KeptSubmission {
        let evaluations = try submission.evaluations(naming: submission.numbered)
        guard let first = evaluations.first, evaluations.allSatisfy({ $0.state == .decided }) else {
            throw .notDecided
        }
        let sheets = submission.reviews.compactMap { review in
            review.counting == nil ? nil : review.filed.last?.id
        }
        let words = try scoring(submission.rubric) { () throws(Rational.Overflow) in
            var lines: [String] = []
            for evaluation in evaluations {
                lines += try evaluation.explanation(by: submission.rubric)
            }
            return lines
        }
        let evaluation = EvaluationRecord(
            learner: submission.record.learner, submission: submission.id, id: newID(), time: now,
            author: author, grader: Grading.version, rubric: submission.record.rubric,
            sheets: sheets, score: first.score, verdict: first.verdict?.id.text ?? "",
            details: evaluations.map(Self.details).joined(separator: "\n"),
            words: words.joined(separator: "\n"))
        let release = VerdictReleaseRecord(
            learner: evaluation.learner, submission: submission.id, id: newID(), time: now,
            author: author, evaluation: evaluation.id)
        try keeping { () throws(StoreFault) in try store.add([evaluation, release], at: now) }
        return try again(submission)
    }

    /// `kafka: 7/8 pass`, without a word of anybody's.
    private static func details(of evaluation: Evaluation) -> String {
        let subject = evaluation.subject.map { "\($0): " } ?? ""
        let score = evaluation.score.map { "\($0.numerator)/\($0.denominator)" } ?? "-"
        return "\(subject)\(score) \(evaluation.verdict?.id.text ?? "-")"
    }
}
