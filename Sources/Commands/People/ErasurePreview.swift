import Assessment
import Results

/// What erasing takes of a person and what it leaves, in words for whoever decides it.
struct ErasurePreview: Sendable, Hashable {
    /// How many records of a kind are meant, and what of them.
    struct Line: Sendable, Hashable {
        /// The store's name for the kind.
        let kind: String
        let count: Int
        let words: String
    }

    let goes: [Line]
    let stays: [Line]
    /// When it was done already.
    let erased: ErasureRecord?

    init(of person: Person.ID, in store: some ResultsStore) throws(StoreFault) {
        self = try store.reading { () throws(StoreFault) in
            try ErasurePreview(reading: person, store)
        }
    }

    private init(reading person: Person.ID, _ store: some ResultsStore) throws(StoreFault) {
        let versions = try store.records(PersonRecord.self, .learner(person))
        let sittings = try store.records(SittingRecord.self, .learner(person))
        let steps = try store.records(StepRecord.self, .learner(person))
        let grades = try store.records(GradeRecord.self, .learner(person))
        let submissions = try store.records(SubmissionRecord.self, .learner(person))
        let seats = try store.records(AssignmentRecord.self, .learner(person))
        let reviewSteps = try store.records(ReviewStepRecord.self, .learner(person))
        let sheets = try store.records(SheetRecord.self, .learner(person))
        let evaluations = try store.records(EvaluationRecord.self, .learner(person))
        let overrides = try store.records(OverrideRecord.self, .learner(person))
        let standings = try store.records(StandingRecord.self, .learner(person))
        let written = try store.records(SheetRecord.self, .all).count {
            $0.reviewer == person && $0.learner != person
        }
        let memberships = try store.records(MembershipRecord.self, .all).count {
            $0.person == person
        }
        erased = try store.records(ErasureRecord.self, .learner(person)).first
        goes = [
            Line(
                "person", versions.count { $0.person.name != nil },
                "entries with name, id and email"),
            Line(
                "step", steps.count { $0.step.answer?.holdsWords == true },
                "answers in words, typed or written"),
            Line("grade", grades.count { $0.reason != nil }, "reasons for a new grade"),
            Line(
                "submission", submissions.count { $0.exhibits != nil },
                "lists of files and links handed in"),
            Line("assignment", seats.count { $0.conflict != nil }, "ties to reviewers"),
            Line(
                "review_step",
                reviewSteps.count { $0.step.judgment?.wordsText != nil || $0.step.words != nil },
                "steps of reviews with comments on this person's work"),
            Line(
                "sheet", sheets.count { $0.words != nil },
                "score sheets' comments on this person's work"),
            Line(
                "evaluation", evaluations.count { $0.words != nil },
                "panels' comments on this person's work"),
            Line(
                "override", overrides.count { $0.reason != nil }, "reasons for deciding otherwise"),
        ].filter { $0.count > 0 }
        stays = [
            Line("person", versions.count, "entries with roles and dates, without a name"),
            Line("membership", memberships, "joinings and leavings of cohorts"),
            Line("sitting", sittings.count, "sittings: which quiz, when, which questions"),
            Line("step", steps.count, "steps of sittings: answers chosen, and when"),
            Line("grade", grades.count, "marks and verdicts, without a name"),
            Line("submission", submissions.count, "submissions: for which rubric, and when"),
            Line("assignment", seats.count, "seats of reviewers of this person's work"),
            Line("review_step", reviewSteps.count, "steps of reviews: marks, and when"),
            Line("sheet", sheets.count, "score sheets' marks on this person's work"),
            Line("evaluation", evaluations.count, "decisions of panels"),
            Line("override", overrides.count, "decisions made otherwise, and by whom"),
            Line("standing", standings.count, "standings in programs"),
            Line("sheet", written, "score sheets about others, with this person's comments"),
        ].filter { $0.count > 0 }
    }
}

extension ErasurePreview.Line {
    fileprivate init(_ kind: String, _ count: Int, _ words: String) {
        self.init(kind: kind, count: count, words: words)
    }
}

/// The preview as a page and as data.
struct ErasurePage {
    let person: Person
    let preview: ErasurePreview
    /// Files beside the store that are copies of it.
    let copies: [String]

    var text: String {
        var lines = ["\(person.shownName.terminalSafe()), \(person.handle.terminalSafe())"]
        lines += section("What goes, for good:", preview.goes)
        lines += section("What stays, under an id that names nobody:", preview.stays)
        lines += [
            "", "Backups, copies, exports and other stores that took this one in are not reached:",
            "erase there as well, or delete them.",
        ]
        if !copies.isEmpty {
            lines.append("These lie beside the store and may be such copies:")
            lines += copies.map { "  " + $0.terminalSafe() }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ heading: String, _ lines: [ErasurePreview.Line]) -> [String] {
        let counts = lines.map { String($0.count) }
        let width = counts.map(\.utf8.count).max() ?? 0
        let rows = zip(counts, lines).map {
            "  " + String(repeating: " ", count: width - $0.utf8.count) + $0 + "  " + $1.words
        }
        return ["", heading] + (rows.isEmpty ? ["  nothing"] : rows)
    }

    func json(isErased: Bool, isDryRun: Bool) -> JSON {
        let line = { (line: ErasurePreview.Line) -> JSON in
            [
                "kind": .string(line.kind), "records": .integer(line.count),
                "what": .string(line.words),
            ]
        }
        return [
            "schema": "assay/learner-erasure/1", "uniqueId": .string(person.id.description),
            "erased": .bool(isErased), "dryRun": .bool(isDryRun),
            "goes": .array(preview.goes.map(line)), "stays": .array(preview.stays.map(line)),
            "copies": .array(copies.map { .string($0) }),
        ]
    }
}
