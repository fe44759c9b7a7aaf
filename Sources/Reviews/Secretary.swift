package import Assessment
internal import Content
internal import Grading
package import Results

/// Takes work in, seats reviewers, and keeps what they do; knows no screen.
///
/// ```swift
/// let secretary = Secretary(store: store, author: "lea", clock: { now }, newBits: { bits })
/// let work = try secretary.handIn(rubric, by: learner, exhibits: exhibits)
/// let seated = try secretary.seat(reviewer, at: work, role: "peer", conflict: "none")
/// var review = try secretary.open(seated, as: reviewer)
/// try review.receive(.judge(place, judgment))
/// ```
package struct Secretary {
    package let store: any ResultsStore
    package let author: String
    private let clock: () -> Timestamp
    private let newBits: () -> UInt128

    package init(
        store: any ResultsStore, author: String, clock: @escaping () -> Timestamp,
        newBits: @escaping () -> UInt128
    ) {
        self.store = store
        self.author = author
        self.clock = clock
        self.newBits = newBits
    }

    var now: Timestamp { clock() }

    func newID<Named>(_ type: Named.Type = Named.self) -> UniqueID<Named> {
        UniqueID(bits: newBits())
    }

    // MARK: Looking

    /// All work that was handed in, of one learner or of everybody, the oldest first.
    package func submissions(of learner: Person.ID? = nil) throws(ReviewFault) -> [KeptSubmission] {
        let records = try keeping { () throws(StoreFault) in
            try store.records(SubmissionRecord.self, learner.map { .learner($0) } ?? .all)
        }
        var kept: [KeptSubmission] = []
        for record in records.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) }) {
            kept.append(try KeptSubmission(record, in: store))
        }
        return kept
    }

    /// The same submission as the store has it now.
    package func again(_ submission: KeptSubmission) throws(ReviewFault) -> KeptSubmission {
        try KeptSubmission(submission.record, in: store)
    }

    // MARK: Handing in

    /// Keeps what a learner hands in, and the rubric as it is now.
    ///
    /// A version of a rubric that was used is never another text: the fault says what the edit would
    /// do, and to which sheets.
    package func handIn(
        _ rubric: Rubric, by learner: Person.ID, as name: String? = nil,
        for component: String? = nil,
        subjects: [String] = [], exhibits: [Exhibit]
    ) throws(ReviewFault) -> KeptSubmission {
        let content: FrozenContent
        do { content = try Freezing.rubric(rubric) } catch { throw .content(error) }
        let earlier = try submissions()
        try checkUnedited(content, among: earlier)
        let submission = SubmissionRecord(
            learner: learner, submission: try submissionID(name, rubric, among: earlier),
            id: newID(), time: now, author: author, rubric: content.contentHash,
            component: component, subjects: subjects, exhibits: exhibits)
        try keeping { () throws(StoreFault) in
            try store.add([ContentRecord(content), submission], at: now)
        }
        return try KeptSubmission(submission, in: store)
    }

    private func submissionID(
        _ name: String?, _ rubric: Rubric, among earlier: [KeptSubmission]
    ) throws(ReviewFault) -> String {
        // Eight digits of chance, since two classrooms' stores may be merged.
        let digits = String(UInt32(truncatingIfNeeded: newBits()), radix: 16)
        let text = name ?? "\(rubric.id.text.prefix(50))-\(digits)"
        guard let id = Identifier<SubmissionRecord>(text) else { throw .badID(text) }
        if earlier.contains(where: { $0.id.lowercased() == id.folded }) { throw .takenID(text) }
        return id.text
    }

    /// Refuses another text of a rubric version that submissions were made with.
    private func checkUnedited(
        _ content: FrozenContent, among earlier: [KeptSubmission]
    ) throws(ReviewFault) {
        let same = earlier.filter {
            $0.rubric.id.text == content.id && $0.rubric.version == content.version
                && $0.record.rubric != content.contentHash
        }
        guard let used = same.first else { return }
        do {
            throw ReviewFault.editedInUse(
                try RubricEdit(
                    from: try Freezing.rubric(used.rubric), to: content,
                    used: same.flatMap(\.reviews).compactMap(\.counting)))
        } catch let fault as FreezingFault {
            throw .content(fault)
        } catch let fault as ReviewFault {
            throw fault
        } catch {}
    }

    // MARK: Reviewing

    /// Goes on with a reviewer's sheet, or begins it.
    package func open(
        _ submission: KeptSubmission, as reviewer: Person.ID
    ) throws(ReviewFault) -> LiveReview {
        var live = try look(submission, as: reviewer)
        if live.review.state == .notBegun { try live.receive(.begin) }
        return live
    }

    /// A reviewer's sheet as it stands, without doing anything to it.
    package func look(
        _ submission: KeptSubmission, as reviewer: Person.ID
    ) throws(ReviewFault) -> LiveReview {
        guard let kept = submission.review(by: reviewer) else { throw .notSeated }
        return LiveReview(submission.record, kept, self)
    }
}
