import Assessment
import Results
import Sealing
import Testing

/// Makes records whose ids and times come one after the other, the same for the same number.
final class Maker {
    private(set) var generator: SeededGenerator
    private(set) var now: Timestamp

    init(_ number: UInt64 = 1) {
        generator = SeededGenerator(seed: number)
        now = Timestamp(microseconds: 1_773_065_100_000_000)
    }

    func tick() -> Timestamp {
        now = Timestamp(microseconds: now.microseconds + 1_000_001)
        return now
    }

    func id<Named>() -> UniqueID<Named> { UniqueID(at: tick(), using: &generator) }

    func index(below bound: Int) -> Int { generator.index(below: bound) }

    func digest() -> Digest? {
        Digest(bytes: (0..<32).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
    }

    func person(
        _ name: String?, externalID: String? = nil, email: String? = nil,
        roles: Set<Person.Role> = [.learner], as id: Person.ID? = nil
    ) -> PersonRecord {
        let person = Person(
            id: id ?? self.id(), name: name, externalID: externalID, email: email, roles: roles)
        return PersonRecord(id: self.id(), time: tick(), author: "lead", person: person)
    }

    func cohort(_ id: Cohort.ID, _ title: String) -> CohortRecord {
        CohortRecord(
            id: self.id(), time: tick(), author: "lead", cohort: Cohort(id: id, title: title))
    }

    func membership(
        _ cohort: Cohort.ID, _ person: Person.ID, isJoined: Bool = true
    ) -> MembershipRecord {
        MembershipRecord(
            id: id(), time: tick(), author: "lead", cohort: cohort, person: person,
            isJoined: isJoined)
    }

    func content(_ kind: FrozenContent.Kind, _ id: String) throws -> ContentRecord {
        let hash = try #require(digest())
        return ContentRecord(
            FrozenContent(
                kind: kind, id: id, version: "1.0.0", contentHash: hash,
                structureHash: try #require(digest()), bytes: [0, 10, 0xFF, 39]))
    }

    /// By default under a code that the authors of Argon2 give with its hash: "password".
    func code(
        _ quiz: String = "module-210/check",
        _ hash: String? = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
            + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
    ) throws -> ProctorCodeRecord {
        ProctorCodeRecord(
            quiz: quiz, id: id(), time: tick(), author: "lead",
            hash: try hash.map { try #require(PasswordHash(text: $0)) })
    }

    func release(_ sitting: SittingRecord) -> ReleaseRecord {
        ReleaseRecord(
            learner: sitting.learner, sitting: sitting.id, id: id(), time: tick(), author: "lead")
    }

    func sitting(
        _ learner: Person.ID, _ content: ContentRecord, attempt: Int = 1, allowed: Int? = 3,
        quiz: String = "module-210/check"
    ) -> SittingRecord {
        SittingRecord(
            learner: learner, id: id(), time: tick(), quiz: quiz,
            content: content.content.contentHash, seed: generator.next(), attempt: attempt,
            attemptsAllowed: allowed, items: ["i-1", "i-2"].compactMap { Item.ID($0) })
    }

    func step(
        _ sitting: SittingRecord, _ number: Int, _ kind: Step.Kind, _ response: Response? = nil
    ) -> StepRecord {
        let time = tick()
        return StepRecord(
            learner: sitting.learner, sitting: sitting.id, number: number, id: id(), boot: "b-1",
            step: Step(
                kind, item: kind == .answered ? Item.ID("i-1") : nil,
                answer: response.map { Answer([$0]) }, time: time, uptime: time.microseconds))
    }

    /// The steps of a sitting that is answered in words and submitted.
    func steps(_ sitting: SittingRecord) -> [StepRecord] {
        [
            step(sitting, 1, .begun),
            step(sitting, 2, .answered, .chosen(["a"].compactMap { Entry.ID($0) })),
            step(sitting, 3, .answered, .typed("seven 'days'\nof silence")),
            step(sitting, 4, .submitted),
        ]
    }

    func grade(
        _ sitting: SittingRecord, reason: String? = nil, cause: GradeRecord.Cause = .submitted
    ) -> GradeRecord {
        let marks = Marks(earned: .one, possible: .hundred)
        return GradeRecord(
            learner: sitting.learner, sitting: sitting.id, id: id(), time: tick(), author: "assay",
            grader: "1", cause: cause, marks: marks, verdict: .notPassed,
            items: sitting.items.map { GradeRecord.ItemMarks(item: $0, marks: marks) },
            reason: reason)
    }

    func submission(
        _ learner: Person.ID, _ rubric: ContentRecord, _ id: String = "lab 1",
        exhibits: [Exhibit]? = [Exhibit(link: "work/briefing.md")]
    ) -> SubmissionRecord {
        SubmissionRecord(
            learner: learner, submission: id, id: self.id(), time: tick(), author: "lead",
            rubric: rubric.content.contentHash, exhibits: exhibits)
    }

    func assignment(
        _ submission: SubmissionRecord, _ reviewer: Person.ID, conflict: String? = "manages"
    ) -> AssignmentRecord {
        AssignmentRecord(
            learner: submission.learner, submission: submission.submission, reviewer: reviewer,
            id: id(), time: tick(), author: "lead", role: "peer", conflict: conflict)
    }

    func reviewStep(
        _ submission: SubmissionRecord, _ reviewer: Person.ID, _ number: Int,
        _ judgment: Judgment = Judgment(comment: "She listens.")
    ) throws -> ReviewStepRecord {
        let place = ReviewStep.Place.criterion(try #require(Criterion.ID("ask")))
        return ReviewStepRecord(
            learner: submission.learner, submission: submission.submission,
            sheet: try #require(ScoreSheet.ID("s-1")), number: number, id: id(),
            reviewer: reviewer, step: ReviewStep(.judged, at: place, judgment, time: tick()))
    }

    func release(_ evaluation: EvaluationRecord) -> VerdictReleaseRecord {
        VerdictReleaseRecord(
            learner: evaluation.learner, submission: evaluation.submission, id: id(),
            time: tick(), author: "lead", evaluation: evaluation.id)
    }

    func sheet(
        _ learner: Person.ID, _ reviewer: Person.ID, _ rubric: ContentRecord, revision: Int = 1,
        submission: String = "lab 1", words: String? = "She listens."
    ) throws -> SheetRecord {
        SheetRecord(
            learner: learner, submission: submission, sheet: try #require(ScoreSheet.ID("s-1")),
            revision: revision, id: id(), time: tick(), reviewer: reviewer,
            rubric: rubric.content.contentHash, status: .submitted, marks: "ask=yes", words: words)
    }

    func evaluation(
        _ learner: Person.ID, _ rubric: ContentRecord, of sheets: [SheetRecord]
    ) -> EvaluationRecord {
        EvaluationRecord(
            learner: learner, submission: "lab 1", id: id(), time: tick(), author: "assay",
            grader: "1", rubric: rubric.content.contentHash, sheets: sheets.map(\.id),
            score: .hundred, verdict: "pass", details: "ask=2", words: "Well done.")
    }

    func override(_ grade: GradeRecord, reason: String? = "The power went.") -> OverrideRecord {
        OverrideRecord(
            learner: grade.learner, target: UniqueID(bits: grade.id.bits), id: id(), time: tick(),
            author: "lead", kind: .grade, before: "not-passed", after: "passed", reason: reason)
    }

    func standing(
        _ learner: Person.ID, _ program: ContentRecord
    ) throws -> StandingRecord {
        StandingRecord(
            learner: learner, program: try #require(Program.ID("lead")), id: id(), time: tick(),
            author: "assay", content: program.content.contentHash, verdict: .undecided,
            details: "check=passed")
    }

    func erasure(_ learner: Person.ID) -> ErasureRecord {
        ErasureRecord(learner: learner, id: id(), time: tick(), author: "lead")
    }

    func merging() -> (ChainHead, Int) -> MergeRecord {
        let (id, time): (UniqueID<MergeRecord>, Timestamp) = (id(), tick())
        return { MergeRecord(id: id, time: time, author: "lead", head: $0.hash, count: $1) }
    }

    func lease(_ sitting: UniqueID<SittingRecord>, on host: String) -> Lease {
        Lease(
            sitting: sitting, token: id(),
            holder: Lease.Holder(
                host: host, process: 4_711, processStart: 12, boot: "b-1", terminal: "pts/3"),
            time: tick())
    }
}
