package import Assessment
internal import Content
package import Results

/// One reviewer's sheet as the store holds it: what was done to it, and what was handed in.
package struct KeptReview: Sendable, Hashable {
    package let sheet: ScoreSheet.ID
    package let assignment: AssignmentRecord
    package let review: Review
    /// Each time the sheet was handed in or withdrawn, the first one first.
    package let filed: [SheetRecord]
    /// In the order they were kept.
    package let steps: [ReviewStep]

    package var reviewer: Person.ID { assignment.reviewer }

    /// When the reviewer last did something.
    package var touched: Timestamp? { steps.last?.time }

    /// What counts: the last sheet that was handed in, whatever has been changed since; nil where
    /// there is none, or its words were erased.
    package var counting: ScoreSheet? {
        guard let last = filed.last, last.status == .submitted, let words = last.words else {
            return nil
        }
        var diagnostics = Diagnostics()
        let source = SourceText(name: "sheet \(sheet)", bytes: Array(words.utf8))
        return ScoreSheetReader.sheet(from: source, into: &diagnostics)
    }

    /// What a piece of evidence was found to be when the reviewer last opened it.
    package func found(_ link: String) -> Exhibit? {
        steps.reversed().lazy.filter { $0.kind == .looked }
            .compactMap { $0.words.flatMap { Exhibit($0) } }.first { $0.link == link }
    }

    /// The sheet as it stands now, for the status it is to have.
    package func scoreSheet(
        _ status: ScoreSheet.Status, about submission: SubmissionRecord, at time: Timestamp
    ) -> ScoreSheet {
        ScoreSheet(
            id: sheet, rubric: review.plan.rubric.id, rubricVersion: review.plan.rubric.version,
            rubricHash: submission.rubric.hex, submission: submission.submission,
            reviewer: assignment.reviewer.description, role: assignment.role, status: status,
            time: time.toTheSecond, conflict: assignment.conflict, marks: review.marks,
            overall: review.overall)
    }
}

extension Timestamp {
    /// As score sheets have it, without decimals.
    var toTheSecond: String { description.prefix { $0 != "." && $0 != "Z" } + "Z" }
}
