import Assessment
import Results
import Sittings

/// What a store holds about one person, counted.
struct Dossier: Sendable {
    /// A quiz that the person sat.
    struct Quiz: Sendable, Hashable {
        let id: String
        var sittings = 0
        /// Neither submitted nor given up.
        var open = 0
        /// By the latest grade of each sitting; one that waits for its grade, or for somebody to
        /// release it, is undecided.
        var verdicts: [Verdict: Int] = [:]
        var last: Timestamp

        init(_ id: String, at time: Timestamp) {
            self.id = id
            last = time
        }
    }

    /// Work that reviewers score.
    struct Submission: Sendable, Hashable {
        let id: String
        var sheets: Set<ScoreSheet.ID> = []
        /// Of the latest evaluation, as the rubric names it.
        var verdict: String?
    }

    struct Standing: Sendable, Hashable {
        let program: Program.ID
        let verdict: Verdict
    }

    let person: Person
    let cohorts: [Cohort.ID]
    /// When the person was first and last written down, and by whom last.
    let versions: [PersonRecord]
    let quizzes: [Quiz]
    let submissions: [Submission]
    let standings: [Standing]
    let overrides: Int
    /// Score sheets the person wrote, about whomever.
    let sheetsWritten: Int
    let erasure: ErasureRecord?

    init(
        of person: Person, in register: Register, _ store: some ResultsStore
    ) throws(StoreFault) {
        self.person = person
        cohorts = register.cohorts(of: person.id)
        versions = try store.records(PersonRecord.self, .learner(person.id))
            .sorted { $0.time < $1.time }
        quizzes = try Self.quizzes(of: person.id, store)
        submissions = try Self.submissions(of: person.id, store)
        let standings = try store.records(StandingRecord.self, .learner(person.id))
        self.standings = Dictionary(grouping: standings, by: \.program)
            .sorted { $0.key < $1.key }.compactMap { program, records in
                records.max { $0.time < $1.time }
                    .map { Standing(program: program, verdict: $0.verdict) }
            }
        overrides = try store.records(OverrideRecord.self, .learner(person.id)).count
        let written = try store.records(SheetRecord.self, .all).filter { $0.reviewer == person.id }
        sheetsWritten = Set(written.map { "\($0.learner) \($0.sheet) \($0.submission)" }).count
        erasure = try store.records(ErasureRecord.self, .learner(person.id)).first
    }

    private static func quizzes(
        of person: Person.ID, _ store: some ResultsStore
    ) throws(StoreFault) -> [Quiz] {
        let closed = Set(
            try store.records(StepRecord.self, .learner(person))
                .filter { $0.step.kind.isLast }.map(\.sitting))
        let grades = Dictionary(
            grouping: try store.records(GradeRecord.self, .learner(person)), by: \.sitting)
        var quizzes: [String: Quiz] = [:]
        for sitting in try store.records(SittingRecord.self, .learner(person)) {
            var quiz = quizzes[sitting.quiz] ?? Quiz(sitting.quiz, at: sitting.time)
            quiz.sittings += 1
            quiz.last = max(quiz.last, sitting.time)
            if closed.contains(sitting.id) {
                let grade = grades[sitting.id]?.counting
                // Where the quiz cannot be read any more, nothing of it is left to hold back.
                let isHeld = (try? KeptSitting(sitting, in: store).isHeld) ?? false
                let verdict = isHeld ? .undecided : grade?.verdict ?? .undecided
                quiz.verdicts[verdict, default: 0] += 1
            } else {
                quiz.open += 1
            }
            quizzes[sitting.quiz] = quiz
        }
        return quizzes.values.sorted { $0.id < $1.id }
    }

    private static func submissions(
        of person: Person.ID, _ store: some ResultsStore
    ) throws(StoreFault) -> [Submission] {
        var submissions: [String: Submission] = [:]
        for record in try store.records(SubmissionRecord.self, .learner(person)) {
            submissions[record.submission] = Submission(id: record.submission)
        }
        for sheet in try store.records(SheetRecord.self, .learner(person)) {
            submissions[sheet.submission, default: Submission(id: sheet.submission)]
                .sheets.insert(sheet.sheet)
        }
        let evaluations = try store.records(EvaluationRecord.self, .learner(person))
        for (id, records) in Dictionary(grouping: evaluations, by: \.submission) {
            submissions[id, default: Submission(id: id)].verdict =
                records.max { ($0.time, $0.id) < ($1.time, $1.id) }?.verdict
        }
        return submissions.values.sorted { $0.id < $1.id }
    }
}
