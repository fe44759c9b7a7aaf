package import Assessment
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
    /// The one that counts; nil until it is graded.
    package let grade: GradeRecord?
    /// The frozen quiz that it counts by.
    package let content: FrozenContent
    /// What items earn because somebody said so.
    package let given: [Item.ID: Rational]
    /// What those who scored texts said of them.
    package let comments: [Item.ID: String]
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
        _ record: SittingRecord, in store: any ResultsStore, by shelf: QuizShelf = QuizShelf()
    ) throws(SittingFault) {
        let query = Query.sitting(record.learner, record.id)
        let (steps, grades, regrades, releases, code) = try keeping { () throws(StoreFault) in
            try store.reading { () throws(StoreFault) in
                let grades = try store.records(GradeRecord.self, query)
                return (
                    try store.records(StepRecord.self, query), grades,
                    grades.count < 2 ? [] : try store.records(RegradeRecord.self, query),
                    try store.records(ReleaseRecord.self, query),
                    try store.proctorCode(of: record.quiz, at: record.time)
                )
            }
        }
        let grade = grades.counting
        self.grade = grade
        let regrade = regrades.first { $0.id == grade?.id }
        given = regrade?.given ?? [:]
        comments = Self.comments(grades, regrades)
        let asked = try shelf.quiz(of: regrade?.content ?? record.content, in: store)
        (content, quiz, bank) = (asked.content, asked.quiz, asked.bank)
        let known = Dictionary(bank.items.map { ($0.id, $0) }) { first, _ in first }
        items = record.items.compactMap { known[$0] }
        guard items.count == record.items.count else { throw .lacksItems(record.quiz) }
        self.record = record
        let plan = SittingPlan(
            policy: quiz.policy, attempt: record.attempt, seed: record.seed, items: record.items)
        let ordered = steps.sorted { ($0.number, $0.id) < ($1.number, $1.id) }
        attempt = Attempt(plan, ordered.map(\.step))
        absences = Absence.all(in: ordered.map(\.step))
        lastNumber = ordered.last?.number ?? 0
        isReleased = !releases.isEmpty
        proctor = code?.hash == nil ? nil : code?.author
    }

    /// Each with the item that got its marks together with it.
    private static func comments(
        _ grades: [GradeRecord], _ regrades: [RegradeRecord]
    ) -> [Item.ID: String] {
        let given = Dictionary(regrades.map { ($0.id, $0.given) }) { first, _ in first }
        var comments: [Item.ID: String] = [:]
        var before: [Item.ID: Rational] = [:]
        for grade in grades.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) }) {
            guard let now = given[grade.id] else { continue }
            if grade.cause == .scored {
                for item in now.keys where now[item] != before[item] {
                    comments[item] = grade.reason
                }
            }
            before = now
        }
        return comments
    }

    /// The items, of those asked, whose texts nobody has scored yet.
    package func waiting() throws(SittingFault) -> [Item] {
        let waiting = Set(try graded().items.filter(\.needsReviewer).map(\.item))
        return items.filter { waiting.contains($0.id) }
    }

    /// What it means for the next sitting of the quiz.
    package var asEarlier: EarlierSitting { EarlierSitting(attempt, marks: grade?.marks) }

    package var isOpen: Bool { if case .over = attempt.state { false } else { true } }

    /// When it was handed in, or its time ran out; one that is open still has only a beginning.
    package var ended: Timestamp { attempt.ended ?? record.time }

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
