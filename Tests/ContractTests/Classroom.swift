import Assessment
import Results
import Testing

/// A store with something of every kind: a learner who is done, another who is not, a reviewer.
struct Classroom {
    let place: StorePlace
    let store: any ResultsStore
    let make: Maker

    let ana: PersonRecord
    let ben: PersonRecord
    let rita: PersonRecord
    let cohort: CohortRecord
    let memberships: [MembershipRecord]
    let quiz: ContentRecord
    let rubric: ContentRecord
    let program: ContentRecord
    let code: ProctorCodeRecord
    /// Ana's, submitted.
    let sitting: SittingRecord
    let steps: [StepRecord]
    let grade: GradeRecord
    /// The same sitting graded anew, and by what.
    let regraded: GradeRecord
    let regrade: RegradeRecord
    let release: ReleaseRecord
    /// Ben's, with one step.
    let open: SittingRecord
    let begun: StepRecord
    let submission: SubmissionRecord
    let assignment: AssignmentRecord
    let reviewSteps: [ReviewStepRecord]
    let sheets: [SheetRecord]
    let evaluation: EvaluationRecord
    let verdictRelease: VerdictReleaseRecord
    let override: OverrideRecord
    let standing: StandingRecord

    init(_ kind: StoreKind, _ number: UInt64 = 1) throws {
        place = kind.place()
        store = place.open()
        let make = Maker(number)
        self.make = make
        ana = make.person("Ana López", externalID: "s-1", email: "ana@example.org")
        ben = make.person("Ben", externalID: "s-2")
        rita = make.person("Rita", roles: [.reviewer, .lead])
        cohort = make.cohort(try #require(Cohort.ID("2026-a")), "Spring")
        memberships = [ana, ben].map { [cohort] in make.membership(cohort.cohort.id, $0.person.id) }
        quiz = try make.content(.quiz, "module-210/check")
        rubric = try make.content(.rubric, "briefing")
        program = try make.content(.program, "lead")
        code = try make.code()
        sitting = make.sitting(ana.person.id, quiz)
        steps = make.steps(sitting)
        grade = make.grade(sitting, reason: "Ana asked for it")
        regraded = make.grade(sitting, cause: .regraded)
        regrade = RegradeRecord(
            regraded, by: quiz.content.contentHash,
            giving: Dictionary(uniqueKeysWithValues: sitting.items.map { ($0, .one) }))
        release = make.release(sitting)
        open = make.sitting(ben.person.id, quiz)
        begun = make.step(open, 1, .begun)
        let (learner, reviewer) = (ana.person.id, rita.person.id)
        submission = make.submission(learner, rubric)
        assignment = make.assignment(submission, reviewer)
        reviewSteps = [
            try make.reviewStep(submission, reviewer, 1),
            try make.reviewStep(submission, reviewer, 2, Judgment(value: .points(.one))),
        ]
        sheets = [
            try make.sheet(learner, reviewer, rubric),
            try make.sheet(learner, reviewer, rubric, revision: 2, words: "She listens well."),
            try make.sheet(ben.person.id, reviewer, rubric),
        ]
        evaluation = make.evaluation(learner, rubric, of: [sheets[1]])
        verdictRelease = make.release(evaluation)
        override = make.override(grade)
        standing = try make.standing(learner, program)
        try store.add(records, at: make.tick())
    }

    var records: [any Record] {
        var records: [any Record] = [ana, ben, rita, cohort]
        records += memberships as [any Record]
        records += [quiz, rubric, program, code, sitting] as [any Record]
        records += steps as [any Record]
        records += [grade, regraded, regrade, release, open, begun] as [any Record]
        records += [submission, assignment] as [any Record]
        records += reviewSteps as [any Record]
        records += sheets as [any Record]
        records += [evaluation, verdictRelease, override, standing] as [any Record]
        return records
    }
}

extension ResultsStore {
    /// Everything in the store, in the order of tables and keys.
    func everything() throws(StoreFault) -> [SealedRow] {
        try reading { () throws(StoreFault) in
            var rows: [SealedRow] = []
            for table in Table.all {
                rows += try self.rows(table, .all, after: nil, limit: .max)
            }
            return rows
        }
    }

    func allEntries() throws(StoreFault) -> [AuditEntry] {
        try reading { () throws(StoreFault) in try entries(after: nil, limit: .max) }
    }

    /// What verifying finds where every verdict computes to what it is.
    func findings(known: [Digest] = []) throws(StoreFault) -> [String] {
        try verify(known: known) { _ in .same }.findings
            .map { "\($0.kind.rawValue): \($0.message)" }
    }
}

/// The fault that the body throws, nil where it throws none.
func fault(_ body: () throws -> Void) -> StoreFault? {
    do {
        try body()
        return nil
    } catch {
        return error as? StoreFault
    }
}
