package import Assessment

/// Records that cannot all be right, as two stores that were merged may hold.
package enum Conflict: Sendable, Hashable, CustomStringConvertible {
    /// A copy of the store was written to, as well as the store.
    case forkedSitting(Person.ID, UniqueID<SittingRecord>, atStep: Int)
    case forkedSheet(Person.ID, ScoreSheet.ID, atRevision: Int)
    case sharedSubmission(Person.ID, String)
    case forkedReview(Person.ID, ScoreSheet.ID, atStep: Int)
    case sharedExternalID([Person.ID])
    case twoOpenSittings(Person.ID, quiz: String)
    case sameAttempt(Person.ID, quiz: String, attempt: Int)

    package var description: String {
        switch self {
        case .forkedSitting(let learner, let sitting, let step):
            "sitting \(sitting) of learner \(learner) has two versions from step \(step) on"
        case .forkedSheet(let learner, let sheet, let revision):
            "sheet '\(sheet)' about learner \(learner) has two versions of revision \(revision)"
        case .sharedSubmission(let learner, let submission):
            "learner \(learner) has two submissions called '\(submission)'"
        case .forkedReview(let learner, let sheet, let step):
            "sheet '\(sheet)' about learner \(learner) has two versions from step \(step) on"
        case .sharedExternalID(let people):
            "\(people.count) people have the same external id: "
                + people.map(\.description).joined(separator: ", ")
        case .twoOpenSittings(let learner, let quiz):
            "learner \(learner) has two open sittings of '\(quiz)'"
        case .sameAttempt(let learner, let quiz, let attempt):
            "learner \(learner) has two sittings of '\(quiz)' that are attempt \(attempt)"
        }
    }
}

extension ResultsStore {
    /// Every contradiction the store holds; none can come from writing to one store alone.
    package func conflicts() throws(StoreFault) -> [Conflict] {
        try reading { () throws(StoreFault) in
            try sharedIDs() + forks() + attempts()
        }
    }

    private func sharedIDs() throws(StoreFault) -> [Conflict] {
        let people = try people().filter { $0.externalID != nil }
        return Dictionary(grouping: people) { Field.optional($0.externalID) }.values
            .filter { $0.count > 1 }.map { $0.map(\.id).sorted() }
            .sorted { $0.lexicographicallyPrecedes($1) }.map { .sharedExternalID($0) }
    }

    private func forks() throws(StoreFault) -> [Conflict] {
        var conflicts: [Conflict] = []
        try forEachTwin(StepRecord.table, sharing: 3) { row throws(StoreFault) in
            let step = try StepRecord(RowReader(row))
            // Only the first step of the fork tells something.
            if case .forkedSitting(step.learner, step.sitting, _) = conflicts.last { return }
            conflicts.append(.forkedSitting(step.learner, step.sitting, atStep: step.number))
        }
        try forEachTwin(SheetRecord.table, sharing: 4) { row throws(StoreFault) in
            let sheet = try SheetRecord(RowReader(row))
            if case .forkedSheet(sheet.learner, sheet.sheet, _) = conflicts.last { return }
            conflicts.append(
                .forkedSheet(sheet.learner, sheet.sheet, atRevision: sheet.revision))
        }
        try forEachTwin(SubmissionRecord.table, sharing: 2) { row throws(StoreFault) in
            let again = try SubmissionRecord(RowReader(row))
            let conflict = Conflict.sharedSubmission(again.learner, again.submission)
            if conflicts.last != conflict { conflicts.append(conflict) }
        }
        try forEachTwin(ReviewStepRecord.table, sharing: 4) { row throws(StoreFault) in
            let step = try ReviewStepRecord(RowReader(row))
            if case .forkedReview(step.learner, step.sheet, _) = conflicts.last { return }
            conflicts.append(.forkedReview(step.learner, step.sheet, atStep: step.number))
        }
        return conflicts
    }

    /// Calls the body with every row that has the same first keys as the one before it.
    private func forEachTwin(
        _ table: Table, sharing count: Int, _ body: (SealedRow) throws(StoreFault) -> Void
    ) throws(StoreFault) {
        var last: [Field] = []
        try forEachRow(table) { row throws(StoreFault) in
            let shared = Array(row.key.prefix(count))
            if shared == last { try body(row) }
            last = shared
        }
    }

    private func attempts() throws(StoreFault) -> [Conflict] {
        var conflicts: [Conflict] = []
        var taken: [Taken: [SittingRecord]] = [:]
        try forEachRow(SittingRecord.table) { row throws(StoreFault) in
            let sitting = try SittingRecord(RowReader(row))
            taken[Taken(learner: sitting.learner, quiz: sitting.quiz), default: []].append(sitting)
        }
        let several = taken.filter { $0.value.count > 1 }
            .sorted { ($0.key.learner, $0.key.quiz) < ($1.key.learner, $1.key.quiz) }
        for (who, sittings) in several {
            var open = 0
            for sitting in sittings where try !isClosed(sitting.learner, sitting.id) { open += 1 }
            if open > 1 { conflicts.append(.twoOpenSittings(who.learner, quiz: who.quiz)) }
            let same = Dictionary(grouping: sittings, by: \.attempt).filter { $0.value.count > 1 }
            conflicts += same.keys.sorted().map {
                .sameAttempt(who.learner, quiz: who.quiz, attempt: $0)
            }
        }
        return conflicts
    }
}

/// A quiz as one learner takes it, however often.
private struct Taken: Hashable {
    let learner: Person.ID
    let quiz: String
}
