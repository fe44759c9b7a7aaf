package import Assessment
internal import Grading
internal import Results

/// A line of what there is to do: one submission, and where it stands for somebody.
package struct QueueEntry: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// Seated, and nothing done yet; for a lead, sheets are missing.
        case waiting
        case inProgress = "in-progress"
        /// The reviewers differ too much.
        case adjudication
        /// Handed in, and others are not.
        case submitted
        case withdrawn
        /// Decided, and not released to the learner.
        case decided
        case released
    }

    /// How many criteria are judged.
    package struct Progress: Sendable, Hashable {
        package let done: Int
        package let all: Int
    }

    package let submission: KeptSubmission
    package let state: State
    /// A reviewer's own; nil where all there is was asked for.
    package let progress: Progress?
}

extension Secretary {
    /// Everything a reviewer is seated for, or all there is; the oldest first.
    package func queue(for reviewer: Person.ID? = nil) throws(ReviewFault) -> [QueueEntry] {
        var entries: [QueueEntry] = []
        for submission in try submissions() {
            let panel = try panelState(of: submission)
            guard let reviewer else {
                entries.append(QueueEntry(submission: submission, state: panel, progress: nil))
                continue
            }
            guard let own = submission.review(by: reviewer) else { continue }
            let state: QueueEntry.State =
                switch own.review.state {
                case .notBegun: .waiting
                case .open: .inProgress
                case .withdrawn: .withdrawn
                case .submitted: panel == .waiting ? .submitted : panel
                }
            entries.append(
                QueueEntry(submission: submission, state: state, progress: own.progress))
        }
        return entries
    }

    private func panelState(
        of submission: KeptSubmission
    ) throws(ReviewFault) -> QueueEntry.State {
        switch try submission.state() {
        case .waiting: .waiting
        case .disputed: .adjudication
        case .decided: submission.released.isEmpty ? .decided : .released
        }
    }
}

extension KeptReview {
    /// How far the reviewer is; the words on the whole are no criterion.
    package var progress: QueueEntry.Progress {
        QueueEntry.Progress(done: review.marks.count, all: review.plan.places.count - 1)
    }
}
