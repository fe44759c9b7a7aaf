package import Assessment
internal import Content
package import Results

/// Lets learners begin quizzes, come back to them, and look at what they came to; knows no screen.
///
/// ```swift
/// let invigilator = Invigilator(store: store, surroundings: surroundings)
/// var sitting = try invigilator.begin(quiz, of: bank, by: learner)
/// try sitting.receive(.answer(item, answer))
/// ```
/// A sitting whose time ran out while nobody was there is ended and graded by whoever looks first.
package struct Invigilator {
    package let store: any ResultsStore
    package let surroundings: Surroundings
    private let shelf = QuizShelf()

    package init(store: any ResultsStore, surroundings: Surroundings) {
        self.store = store
        self.surroundings = surroundings
    }

    // MARK: Looking

    /// Every sitting of a learner's, of one quiz or of any, in the order they began.
    package func sittings(
        of learner: Person.ID, quiz: String? = nil
    ) throws(SittingFault) -> [KeptSitting] {
        let records = try keeping { () throws(StoreFault) in
            try store.records(SittingRecord.self, .learner(learner))
        }
        var kept: [KeptSitting] = []
        for record in records.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) })
        where quiz == nil || record.quiz == quiz {
            kept.append(try look(at: KeptSitting(record, in: store, by: shelf)))
        }
        return kept
    }

    /// Ends and grades a sitting that is overdue; any other stays as it is.
    private func look(at sitting: KeptSitting) throws(SittingFault) -> KeptSitting {
        guard sitting.isOpen else { return sitting }
        let now = surroundings.now
        var attempt = sitting.attempt
        guard case .keepAndGrade(let steps) = attempt.receive(.look, at: now) else {
            return sitting
        }
        let grade = try sitting.quiz.grading(sitting.items, attempt.answers.current)
        let record = sitting.record
        var records: [any Record] = steps.enumerated().map { index, step in
            record.record(
                step, number: sitting.lastNumber + index + 1, id: surroundings.newID())
        }
        records.append(
            record.record(
                grade, id: surroundings.newID(), at: now.time, by: surroundings.author))
        do {
            try store.add(records, at: now.time)
        } catch {
            // Somebody else looked at the same time, and did the same.
            guard error.kind == .refused else { throw .store(error) }
        }
        return try KeptSitting(record, in: store)
    }

    /// Whether and how the learner may begin the quiz now.
    package func beginning(
        of quiz: Quiz, of bank: Bank, by learner: Person.ID
    ) throws(SittingFault) -> Beginning {
        beginning(
            of: quiz, of: bank,
            after: try sittings(of: learner, quiz: quiz.name(in: bank)).map(\.asEarlier))
    }

    package func beginning(
        of quiz: Quiz, of bank: Bank, after earlier: [EarlierSitting]
    ) -> Beginning {
        quiz.beginning(
            from: bank, after: earlier, at: surroundings.now, seed: surroundings.newSeed())
    }

    // MARK: Sitting

    /// Begins the quiz as the bank has it now, and keeps both before the first question is shown.
    package func begin(
        _ quiz: Quiz, of bank: Bank, by learner: Person.ID
    ) throws(SittingFault) -> LiveSitting {
        let content: FrozenContent
        do { content = try Freezing.quiz(quiz.id, of: bank) } catch { throw .content(error) }
        let beginning = try beginning(of: quiz, of: bank, by: learner)
        guard case .allowed(let plan) = beginning else { throw .notNow(beginning) }
        let now = surroundings.now
        let record = SittingRecord(
            learner: learner, id: surroundings.newID(), time: now.time,
            quiz: quiz.name(in: bank), content: content.contentHash, seed: plan.seed,
            attempt: plan.attempt, attemptsAllowed: plan.policy.attempts, items: plan.items)
        var attempt = Attempt(plan)
        let steps = attempt.receive(.begin, at: now).steps.enumerated().map { index, step in
            record.record(step, number: index + 1, id: surroundings.newID())
        }
        let lease = try takeLease(of: record.id)
        do {
            try keeping { () throws(StoreFault) in
                try store.add(
                    [ContentRecord(content), record] as [any Record] + steps, at: now.time,
                    holding: lease)
            }
        } catch {
            try? store.giveBack(lease)
            throw error
        }
        // What the screen shows from now on is what was kept, and not what the file says.
        return LiveSitting(
            try KeptSitting(record, in: store), attempt, lease, store, surroundings)
    }

    /// Goes on with an open sitting; where another terminal has it, the fault says which.
    package func resume(
        _ sitting: KeptSitting, takingOver: Bool = false
    ) throws(SittingFault) -> LiveSitting {
        let lease = try takeLease(of: sitting.record.id, takingOver: takingOver)
        do {
            let kept = try KeptSitting(sitting.record, in: store)
            var live = LiveSitting(kept, kept.attempt, lease, store, surroundings)
            try live.receive(.resume)
            return live
        } catch {
            try? store.giveBack(lease)
            throw error
        }
    }

    private func takeLease(
        of sitting: UniqueID<SittingRecord>, takingOver: Bool = false
    ) throws(SittingFault) -> Lease {
        let lease = Lease(
            sitting: sitting, token: surroundings.newID(), holder: surroundings.holder,
            time: surroundings.now.time)
        try keeping { () throws(StoreFault) in
            try store.take(
                lease, takingOver: takingOver, isRunning: { surroundings.isRunning($0) })
        }
        return lease
    }
}

extension Quiz {
    /// What sittings of it are kept under: `module-210/knowledge-check`.
    package func name(in bank: Bank) -> String {
        Component.QuizReference(bank: bank.id, quiz: id).description
    }
}
