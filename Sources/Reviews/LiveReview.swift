package import Assessment
internal import Content
package import Grading
package import Results

/// A sheet that somebody is working on: every event is kept before anything says so.
///
/// Where a write fails, the sheet stays what it was, and asking again for the same does it once.
package struct LiveReview {
    package let submission: SubmissionRecord
    package private(set) var kept: KeptReview
    private let secretary: Secretary
    private var failed: Pending?

    package var review: Review { kept.review }

    /// What an event makes of the sheet, until it is known to be kept.
    private struct Pending {
        let event: Review.Event
        let action: Review.Action
        let kept: KeptReview
        let records: [any Record]
        let time: Timestamp
    }

    init(_ submission: SubmissionRecord, _ kept: KeptReview, _ secretary: Secretary) {
        self.submission = submission
        self.kept = kept
        self.secretary = secretary
    }

    // MARK: What stands

    /// What the sheet comes to so far, and what it lacks to be handed in; subject by subject.
    package func scores() throws(ReviewFault) -> [SheetScore] {
        let sheet = kept.scoreSheet(.draft, about: submission, at: secretary.now)
        let rubric = review.plan.rubric
        let subjects: [String?] = review.plan.subjects.isEmpty ? [nil] : review.plan.subjects
        return try scoring(rubric) { () throws(Rational.Overflow) in
            var scores: [SheetScore] = []
            for subject in subjects { scores.append(try rubric.score(sheet, on: subject)) }
            return scores
        }
    }

    // MARK: What happens

    /// Does what the event asks and makes it durable; a sheet handed in is filed with it.
    @discardableResult
    package mutating func receive(_ event: Review.Event) throws(ReviewFault) -> Review.Action {
        if let failed, failed.event == event { return try keep(failed) }
        failed = nil
        let now = secretary.now
        var next = review
        let action = next.receive(event, at: now)
        guard !action.steps.isEmpty else { return action }
        var records: [any Record] = action.steps.enumerated().map { index, step in
            ReviewStepRecord(
                learner: submission.learner, submission: submission.submission, sheet: kept.sheet,
                number: review.stepCount + index + 1, id: secretary.newID(),
                reviewer: kept.reviewer, step: step)
        }
        var filed = kept.filed
        if case .keepAndFile(_, let status) = action {
            let sheet = file(status, at: now)
            records.append(sheet)
            filed.append(sheet)
        }
        let after = KeptReview(
            sheet: kept.sheet, assignment: kept.assignment, review: next, filed: filed,
            steps: kept.steps + action.steps)
        return try keep(
            Pending(event: event, action: action, kept: after, records: records, time: now))
    }

    private mutating func keep(_ pending: Pending) throws(ReviewFault) -> Review.Action {
        do {
            try secretary.store.add(pending.records, at: pending.time)
        } catch {
            // Only what may be on the disk has to be asked for under the same ids.
            failed = error.outcome == .unknown ? pending : nil
            throw .store(error)
        }
        failed = nil
        kept = pending.kept
        return pending.action
    }

    /// Notes what each piece of evidence is found to be, where that is news.
    package mutating func look(at found: [Exhibit]) throws(ReviewFault) {
        for exhibit in found where kept.found(exhibit.link) != exhibit {
            try receive(.look(exhibit.description))
        }
    }

    private func file(_ status: ScoreSheet.Status, at time: Timestamp) -> SheetRecord {
        let sheet = kept.scoreSheet(status, about: submission, at: time)
        let marks = sheet.marks.map { mark in
            let subject = mark.subject.map { " of \($0)" } ?? ""
            return "\(mark.criterion)\(subject): \(Judgment(mark).markText)"
        }
        return SheetRecord(
            learner: submission.learner, submission: submission.submission, sheet: kept.sheet,
            revision: review.revision + 1, id: secretary.newID(), time: time,
            reviewer: kept.reviewer, rubric: submission.rubric, status: status,
            marks: marks.joined(separator: "\n"),
            words: String(decoding: ScoreSheetWriter.bytes(of: sheet), as: UTF8.self))
    }
}
