package import Assessment
internal import Content
package import Grading
package import Results

/// One sitting as the store holds it: what was asked, what was done, and what it came to.
package struct KeptSitting: Sendable {
    package let record: SittingRecord
    package let quiz: Quiz
    /// The part of the bank the quiz can ask, as it was when the sitting began; items that were set
    /// right since, and by which the sitting was graded anew, as they are now.
    package let bank: Bank
    /// In the order asked.
    package let items: [Item]
    package let attempt: Attempt
    /// The latest one; nil until it is graded.
    package let grade: GradeRecord?
    /// The frozen quiz that it counts by.
    package let content: FrozenContent
    /// What items earn whatever was answered to them.
    package let given: [Item.ID: Rational]
    /// Whether a lead let the learner see what it came to.
    package let isReleased: Bool
    /// The times away that its steps tell of.
    package let absences: [Absence]
    /// Who set the code that opened the quiz when it began; nil where it opened without one.
    package let proctor: String?
    /// The number of its last step, 0 before the first.
    let lastNumber: Int

    /// Reads it with all its steps; a fault where what it asked can no longer be read.
    package init(
        _ record: SittingRecord, in store: any ResultsStore
    ) throws(SittingFault) {
        let query = Query.sitting(record.learner, record.id)
        let (steps, grade, regrade, contents, releases, code) = try keeping {
            () throws(StoreFault) in
            try store.reading { () throws(StoreFault) in
                let grade = try store.records(GradeRecord.self, query).counting
                let regrade = try grade.flatMap { grade throws(StoreFault) in
                    try store.regrade(for: grade)
                }
                let key = Query.under([.bytes((regrade?.content ?? record.content).bytes)])
                return (
                    try store.records(StepRecord.self, query), grade, regrade,
                    try store.records(ContentRecord.self, key),
                    try store.records(ReleaseRecord.self, query),
                    try store.proctorCode(of: record.quiz, at: record.time)
                )
            }
        }
        guard let content = contents.first?.content else {
            throw .store(
                StoreFault(
                    .damaged, "the store lacks the quiz that was asked",
                    advice: "run: assay store verify"))
        }
        let thawed: Freezing.Thawed
        do { thawed = try Freezing.thaw(content) } catch { throw .content(error) }
        guard case .quiz(let quiz, let bank) = thawed else { throw .lacksItems(record.quiz) }
        let known = Dictionary(bank.items.map { ($0.id, $0) }) { first, _ in first }
        items = record.items.compactMap { known[$0] }
        guard items.count == record.items.count else { throw .lacksItems(record.quiz) }
        self.record = record
        self.content = content
        self.grade = grade
        given = regrade?.given ?? [:]
        self.quiz = quiz
        self.bank = bank
        let plan = SittingPlan(
            policy: quiz.policy, attempt: record.attempt, seed: record.seed, items: record.items)
        let ordered = steps.sorted { ($0.number, $0.id) < ($1.number, $1.id) }
        attempt = Attempt(plan, ordered.map(\.step))
        absences = Absence.all(in: ordered.map(\.step))
        lastNumber = ordered.last?.number ?? 0
        isReleased = !releases.isEmpty
        proctor = code?.hash == nil ? nil : code?.author
    }

    /// What it means for the next sitting of the quiz.
    package var asEarlier: EarlierSitting { EarlierSitting(attempt, marks: grade?.marks) }

    package var isOpen: Bool { if case .over = attempt.state { false } else { true } }

    /// Whether nobody may see yet what it came to.
    package var isHeld: Bool { quiz.policy.waitsForRelease && !isReleased }

    /// What its answers earn, computed from nothing but what is kept.
    package func graded() throws(SittingFault) -> QuizGrade {
        try quiz.grading(items, attempt.answers.current, giving: given)
    }
}

extension Quiz {
    func grading(
        _ items: [Item], _ answers: [Item.ID: Answer], giving given: [Item.ID: Rational] = [:]
    ) throws(SittingFault) -> QuizGrade {
        do { return try grade(items, answers, giving: given) } catch {
            throw .notGradable(id.text)
        }
    }
}

extension SittingRecord {
    func record(_ step: Step, number: Int, id: UniqueID<StepRecord>) -> StepRecord {
        StepRecord(learner: learner, sitting: self.id, number: number, id: id, step: step)
    }

    func record(
        _ grade: QuizGrade, id: UniqueID<GradeRecord>, at time: Timestamp, by author: String,
        cause: GradeRecord.Cause = .submitted, reason: String? = nil
    ) -> GradeRecord {
        GradeRecord(
            learner: learner, sitting: self.id, id: id, time: time, author: author,
            grader: Grading.version, cause: cause, marks: grade.marks, verdict: grade.verdict,
            items: grade.items.map { .init(item: $0.item, marks: $0.marks) }, reason: reason)
    }
}
