package import Assessment
internal import Content
package import Grading
package import Results

/// Work that was handed in, as the store holds it with everything that reviewers did about it.
package struct KeptSubmission: Sendable, Hashable {
    package let record: SubmissionRecord
    package let rubric: Rubric
    /// Everybody who sits on the panel, in the order they were seated.
    package let reviews: [KeptReview]
    /// Each verdict that was released, the first one first.
    package let released: [EvaluationRecord]

    package var id: String { record.submission }

    /// Reads it with all its sheets; a fault where its rubric can no longer be read.
    init(_ record: SubmissionRecord, in store: any ResultsStore) throws(ReviewFault) {
        let query = Query.submission(record.learner, record.submission)
        let (seats, steps, sheets) = try keeping { () throws(StoreFault) in
            (
                try store.records(AssignmentRecord.self, query),
                try store.records(ReviewStepRecord.self, query),
                try store.records(SheetRecord.self, query)
            )
        }
        let (evaluations, releases, contents) = try keeping { () throws(StoreFault) in
            (
                try store.records(EvaluationRecord.self, query),
                try store.records(VerdictReleaseRecord.self, query),
                try store.records(ContentRecord.self, .under([.bytes(record.rubric.bytes)]))
            )
        }
        rubric = try Self.rubric(contents.first)
        self.record = record
        let order = releases.sorted { ($0.time, $0.id) < ($1.time, $1.id) }.map(\.evaluation)
        released = order.compactMap { id in evaluations.first { $0.id == id } }
        let latest = Dictionary(grouping: seats, by: \.reviewer).values.compactMap { records in
            records.max { ($0.time, $0.id) < ($1.time, $1.id) }
        }.filter(\.isSeated).sorted { ($0.time, $0.id) < ($1.time, $1.id) }
        let (rubric, subjects) = (rubric, record.subjects)
        reviews = latest.compactMap { seat in
            guard let sheet = ScoreSheet.ID(seat.sheetName) else { return nil }
            let own = steps.filter { $0.sheet == sheet }
                .sorted { ($0.number, $0.id) < ($1.number, $1.id) }.map(\.step)
            let plan = ReviewPlan(rubric, subjects: subjects, role: seat.role)
            let filed = sheets.filter { $0.sheet == sheet }
                .sorted { ($0.revision, $0.id) < ($1.revision, $1.id) }
            return KeptReview(
                sheet: sheet, assignment: seat, review: Review(plan, own), filed: filed, steps: own)
        }
    }

    private static func rubric(_ record: ContentRecord?) throws(ReviewFault) -> Rubric {
        guard let content = record?.content else {
            throw .store(
                StoreFault(
                    .damaged, "the store lacks the rubric that was used",
                    advice: "run: assay store verify"))
        }
        let thawed: Freezing.Thawed
        do { thawed = try Freezing.thaw(content) } catch { throw .content(error) }
        guard case .rubric(let rubric) = thawed else {
            throw .store(StoreFault(.damaged, "what was used as a rubric is none"))
        }
        return rubric
    }

    package func review(by reviewer: Person.ID) -> KeptReview? {
        reviews.first { $0.reviewer == reviewer }
    }

    // MARK: What it comes to

    /// What the sheets handed in make of each subject, or of the work as one.
    ///
    /// Reviewers are called in it what the naming says.
    package func evaluations(
        naming name: (Person.ID) -> String
    ) throws(ReviewFault) -> [Evaluation] {
        let sheets = reviews.compactMap { review in
            var sheet = review.counting
            sheet?.reviewer = name(review.reviewer)
            return sheet
        }
        let subjects: [String?] = record.subjects.isEmpty ? [nil] : record.subjects
        return try scoring(rubric) { () throws(Rational.Overflow) in
            var found: [Evaluation] = []
            for subject in subjects { found.append(try rubric.evaluate(sheets, on: subject)) }
            return found
        }
    }

    /// What to call a reviewer where names are kept apart: `reviewer 2`.
    package func numbered(_ reviewer: Person.ID) -> String {
        let place = reviews.firstIndex { $0.reviewer == reviewer } ?? reviews.count
        return "reviewer \(place + 1)"
    }

    /// How far the panel has come: as far as with the subject that it has come least with.
    package func state() throws(ReviewFault) -> Evaluation.State {
        let states = try evaluations(naming: numbered).map(\.state)
        let waiting = states.first { if case .waiting = $0 { true } else { false } }
        return waiting ?? states.first { $0 != .decided } ?? .decided
    }

    /// What somebody may see of it.
    package func sight(of viewer: Sight.Viewer) throws(ReviewFault) -> Sight {
        (rubric.panel ?? Panel(quorum: 1)).sight(of: viewer, at: try state())
    }

    /// What a reviewer may see: marks of others once their own are in, and no earlier than sealed.
    package func sight(of reviewer: Person.ID) throws(ReviewFault) -> Sight {
        let own = review(by: reviewer)
        return try sight(
            of: .reviewer(hasSubmitted: own?.counting != nil, isBarred: own == nil))
    }
}

extension AssignmentRecord {
    /// One sheet for each reviewer of a submission, called the same in whatever store it is kept.
    var sheetName: String { "\(submission.prefix(50))_\(reviewer.description.suffix(12))" }
}
