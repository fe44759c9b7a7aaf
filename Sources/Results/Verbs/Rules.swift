internal import Assessment

/// What must hold before a record is added, whoever adds it and whatever a screen has checked.
extension ResultsStore {
    func check(_ record: any Record) throws(StoreFault) {
        switch record {
        case let person as PersonRecord: try check(person.person)
        case let membership as MembershipRecord:
            try checkKnown(membership.person)
            guard
                try !rows(CohortRecord.table, .members(of: membership.cohort), after: nil, limit: 1)
                    .isEmpty
            else {
                throw .refused("there is no cohort '\(membership.cohort)'", "create it first")
            }
        case let sitting as SittingRecord: try check(sitting)
        case let step as StepRecord: try check(step)
        case let grade as GradeRecord: try checkClosed(grade.learner, grade.sitting)
        case let regrade as RegradeRecord:
            try checkClosed(regrade.learner, regrade.sitting)
            try checkKnown(content: regrade.content)
        case let release as ReleaseRecord: try checkClosed(release.learner, release.sitting)
        case let submission as SubmissionRecord:
            try checkKnown(submission.learner)
            try checkKnown(content: submission.rubric)
            let same = Query.submission(submission.learner, submission.submission)
            guard try rows(SubmissionRecord.table, same, after: nil, limit: 1).isEmpty else {
                throw .refused(
                    "there is a submission '\(submission.submission)' already",
                    "hand it in under another id")
            }
        case let assignment as AssignmentRecord:
            try checkKnown(assignment.reviewer)
            try checkKnown(assignment.learner, assignment.submission)
        case let step as ReviewStepRecord: try check(step)
        case let release as VerdictReleaseRecord: try check(release)
        case let sheet as SheetRecord: try check(sheet)
        case let evaluation as EvaluationRecord:
            try checkKnown(evaluation.learner)
            try checkKnown(content: evaluation.rubric)
        case let override as OverrideRecord:
            try checkKnown(override.learner)
            guard override.reason?.contains(where: { !$0.isWhitespace }) == true else {
                throw .refused("an override needs a reason", "say why in a sentence")
            }
        case let standing as StandingRecord:
            try checkKnown(standing.learner)
            try checkKnown(content: standing.content)
        case is ErasureRecord:
            throw .refused("a tombstone alone erases nothing", "erase the person")
        case is MergeRecord:
            throw .refused("only merging marks the end of another store", "merge the store")
        default: break
        }
    }

    private func check(_ person: Person) throws(StoreFault) {
        try checkNotErased(person.id)
        guard let externalID = person.externalID else { return }
        let same = Query.having("external_id", .text(externalID))
        for row in try rows(PersonRecord.table, same, after: nil, limit: .max) {
            let other = try PersonRecord(RowReader(row)).person.id
            // The external id may be one that the other had once.
            let isHeld = try self.person(other)?.externalID == externalID
            guard other == person.id || !isHeld else {
                throw .refused(
                    "the person \(other) has this external id", "look whether they are the same")
            }
        }
    }

    private func check(_ sitting: SittingRecord) throws(StoreFault) {
        try checkKnown(sitting.learner)
        try checkKnown(content: sitting.content)
        var earlier = 0
        for row in try rows(SittingRecord.table, .learner(sitting.learner), after: nil, limit: .max)
        {
            let other = try SittingRecord(RowReader(row))
            guard other.quiz == sitting.quiz else { continue }
            earlier += 1
            guard try isClosed(other.learner, other.id) else {
                throw .refused(
                    "the learner has an open sitting of this quiz, begun \(other.time)",
                    "resume it with: assay quiz resume")
            }
        }
        guard sitting.attempt == earlier + 1 else {
            throw .refused(
                "this is attempt \(earlier + 1), not \(sitting.attempt)", "begin the quiz again")
        }
        if let allowed = sitting.attemptsAllowed, sitting.attempt > allowed {
            throw .refused(
                "all \(allowed) attempts of this quiz are used", "ask the program lead")
        }
    }

    private func check(_ step: StepRecord) throws(StoreFault) {
        try checkKnown(step.learner, step.sitting)
        let last = try lastStep(step.learner, step.sitting)
        if last?.step.kind.isLast == true {
            throw .refused("the sitting is over", "nothing can be changed any more")
        }
        guard step.number == (last?.number ?? 0) + 1 else {
            throw .refused(
                "step \(step.number) does not follow step \(last?.number ?? 0)",
                "another terminal went on with this sitting; resume it")
        }
    }

    private func checkClosed(
        _ learner: Person.ID, _ sitting: UniqueID<SittingRecord>
    ) throws(StoreFault) {
        try checkKnown(learner, sitting)
        guard try isClosed(learner, sitting) else {
            throw .refused("the sitting is still open", "submit it first")
        }
    }

    private func check(_ step: ReviewStepRecord) throws(StoreFault) {
        try checkKnown(step.reviewer)
        try checkKnown(step.learner, step.submission)
        let sheet: [Field] = [.id(step.learner), .text(step.submission), .text(step.sheet.text)]
        let last = try lastRow(ReviewStepRecord.table, .under(sheet)).map {
            row throws(StoreFault) in
            try ReviewStepRecord(RowReader(row))
        }
        if let last, last.reviewer != step.reviewer {
            throw .refused("the sheet is another reviewer's", "take a seat on the panel first")
        }
        guard step.number == (last?.number ?? 0) + 1 else {
            throw .refused(
                "step \(step.number) of the sheet does not follow step \(last?.number ?? 0)",
                "it was changed from another terminal; open it again")
        }
    }

    private func check(_ release: VerdictReleaseRecord) throws(StoreFault) {
        try checkNotErased(release.learner)
        let key: [Field] = [
            .id(release.learner), .text(release.submission), .id(release.evaluation),
        ]
        guard try row(EvaluationRecord.table, key: key) != nil else {
            throw .refused("there is no such verdict on '\(release.submission)'", "check its id")
        }
    }

    private func check(_ sheet: SheetRecord) throws(StoreFault) {
        try checkKnown(sheet.learner)
        try checkKnown(sheet.reviewer)
        try checkKnown(content: sheet.rubric)
        let key: [Field] = [.id(sheet.learner), .text(sheet.submission), .text(sheet.sheet.text)]
        let last = try lastRow(SheetRecord.table, .under(key)).map { row throws(StoreFault) in
            try SheetRecord(RowReader(row))
        }
        guard sheet.revision == (last?.revision ?? 0) + 1 else {
            throw .refused(
                "revision \(sheet.revision) of the sheet does not follow revision "
                    + "\(last?.revision ?? 0)", "it was changed elsewhere; open it again")
        }
    }

    func isClosed(
        _ learner: Person.ID, _ sitting: UniqueID<SittingRecord>
    ) throws(StoreFault) -> Bool {
        try lastStep(learner, sitting)?.step.kind.isLast == true
    }

    private func lastStep(
        _ learner: Person.ID, _ sitting: UniqueID<SittingRecord>
    ) throws(StoreFault) -> StepRecord? {
        guard let row = try lastRow(StepRecord.table, .sitting(learner, sitting)) else {
            return nil
        }
        return try StepRecord(RowReader(row))
    }

    func checkKnown(_ person: Person.ID) throws(StoreFault) {
        guard try !rows(PersonRecord.table, .learner(person), after: nil, limit: 1).isEmpty else {
            throw .refused("the store knows nobody with the id \(person)", "add the person first")
        }
        try checkNotErased(person)
    }

    private func checkNotErased(_ person: Person.ID) throws(StoreFault) {
        guard try rows(ErasureRecord.table, .learner(person), after: nil, limit: 1).isEmpty else {
            throw .refused("this person's data were erased", "add the person anew")
        }
    }

    private func checkKnown(
        _ learner: Person.ID, _ sitting: UniqueID<SittingRecord>
    ) throws(StoreFault) {
        try checkNotErased(learner)
        guard try row(SittingRecord.table, key: [.id(learner), .id(sitting)]) != nil else {
            throw .refused("the store has no sitting \(sitting)", "check its id")
        }
    }

    private func checkKnown(
        _ learner: Person.ID, _ submission: String
    ) throws(StoreFault) {
        try checkNotErased(learner)
        let query = Query.submission(learner, submission)
        guard try !rows(SubmissionRecord.table, query, after: nil, limit: 1).isEmpty else {
            throw .refused("there is no submission '\(submission)'", "hand the work in first")
        }
    }

    private func checkKnown(content hash: Digest) throws(StoreFault) {
        guard try row(ContentRecord.table, key: [.digest(hash)]) != nil else {
            throw .refused("the store lacks the content it is about", "add the content first")
        }
    }
}

extension StoreFault {
    static func refused(_ message: String, _ advice: String) -> StoreFault {
        StoreFault(.refused, message, advice: advice)
    }
}
