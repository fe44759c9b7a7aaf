import Assessment
import Content
import Results
import Reviews

/// What taking in a file of marks comes to, row by row.
struct SheetIntake {
    struct Change {
        let row: MarkTable.Row
        let submission: KeptSubmission
        let place: ReviewStep.Place
        let criterion: Criterion
        let before: Judgment
        let after: Judgment
    }

    struct Rejection {
        let row: MarkTable.Row
        /// Which of its columns is to be put right.
        let column: MarkTable.Column
        let reason: String
    }

    private(set) var changed: [Change] = []
    private(set) var same = 0
    private(set) var rejected: [Rejection] = []
    private let entries: [QueueEntry]
    private let reviewer: Person.ID
    private var seen: Set<[String]> = []

    init(_ entries: [QueueEntry], of reviewer: Person.ID) {
        self.entries = entries
        self.reviewer = reviewer
    }

    mutating func add(_ row: MarkTable.Row) {
        let name = row.cells[.submission]?.trimmed ?? ""
        guard let entry = entries.first(where: { $0.submission.id == name }),
            let own = entry.submission.review(by: reviewer)?.review
        else {
            let near = Suggestions.near(name, among: entries.map(\.submission.id))
            return reject(
                row, .submission, "you have no sheet on '\(name)'" + CommandFault.guess(near))
        }
        guard [.waiting, .inProgress].contains(entry.state) else {
            return reject(row, .submission, "the sheet is \(SubmissionWords.state(entry.state))")
        }
        let rubric = entry.submission.rubric
        let word = row.cells[.criterion]?.trimmed ?? ""
        guard let criterion = Criterion.ID(word).flatMap({ rubric.criterion($0) }) else {
            let near = Suggestions.near(word, among: rubric.allCriteria.map(\.id.text))
            return reject(
                row, .criterion, "there is no criterion '\(word)'" + CommandFault.guess(near))
        }
        let subject = row.cells[.subject]?.trimmed ?? ""
        let place = ReviewStep.Place.criterion(
            criterion.id, subject: subject.isEmpty ? nil : subject)
        guard seen.insert([name, criterion.id.text, subject]).inserted else {
            return reject(row, .criterion, "the file has the criterion twice")
        }
        let before = own.judgment(at: place)
        do {
            let after = try SheetTable.judgment(row, after: before, on: criterion, in: rubric)
            if after == before {
                same += 1
                return
            }
            var trial = own
            if trial.state == .notBegun { _ = trial.receive(.begin, at: Self.trialTime) }
            if case .refuse(let refusal) = trial.receive(
                .judge(place, after), at: Self.trialTime)
            {
                return reject(row, .mark, SubmissionWords.refusal(refusal))
            }
            changed.append(
                Change(
                    row: row, submission: entry.submission, place: place, criterion: criterion,
                    before: before, after: after))
        } catch {
            reject(row, error.column, error.reason)
        }
    }

    private static let trialTime = Timestamp(microseconds: 0)

    private mutating func reject(
        _ row: MarkTable.Row, _ column: MarkTable.Column, _ reason: String
    ) {
        rejected.append(Rejection(row: row, column: column, reason: reason))
    }

    /// Does what changed, each as if it had been typed.
    func keep(_ desk: ReviewDesk) throws {
        var open: [String: LiveReview] = [:]
        for change in changed {
            var live =
                try open[change.submission.id]
                ?? desk.secretary.open(change.submission, as: reviewer)
            try desk.carryOut(.judge(change.place, change.after), &live)
            open[change.submission.id] = live
        }
    }
}

extension CommandFault {
    /// `; did you mean 'talk-1'?`, or nothing where nothing is near.
    static func guess(_ near: [String]) -> String {
        near.isEmpty ? "" : "; did you mean \(list(near.map(quoted)))?"
    }
}
