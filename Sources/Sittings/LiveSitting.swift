package import Assessment
package import Grading
package import Results

/// A sitting that somebody is at: every event is kept before anything says so.
///
/// Where a write fails, the attempt stays what it was: the fault says whether the steps were saved,
/// were not, or may be, and ``retry()`` does the same again without doing it twice.
package struct LiveSitting {
    package let record: SittingRecord
    package let quiz: Quiz
    package let bank: Bank
    /// In the order asked.
    package let items: [Item]
    package private(set) var attempt: Attempt
    /// What it earned, once it is over and graded.
    package private(set) var grade: QuizGrade?
    private let lease: Lease
    private let store: any ResultsStore
    private let surroundings: Surroundings
    private var lastNumber: Int
    private var failed: Pending?

    /// What an event makes of the sitting, until it is known to be kept.
    private struct Pending {
        let event: Attempt.Event
        let action: Attempt.Action
        let attempt: Attempt
        let grade: QuizGrade?
        let records: [any Record]
        let time: Timestamp
        var isUnknown = false
    }

    init(
        _ kept: KeptSitting, _ attempt: Attempt, _ lease: Lease, _ store: any ResultsStore,
        _ surroundings: Surroundings
    ) {
        record = kept.record
        quiz = kept.quiz
        bank = kept.bank
        items = kept.items
        lastNumber = kept.lastNumber
        self.attempt = attempt
        self.lease = lease
        self.store = store
        self.surroundings = surroundings
    }

    // MARK: What stands

    package var now: Moment { surroundings.now }

    package var isOver: Bool { if case .over = attempt.state { true } else { false } }

    /// Counted from 0: the question on screen, or the one to come back to.
    package var place: Int {
        attempt.item.flatMap { id in items.firstIndex { $0.id == id } } ?? 0
    }

    /// A new draft of the answer to a question, with what stands already.
    package func draft(at place: Int) -> Draft {
        let item = items[place]
        return Draft(item, seed: record.seed, answer: attempt.answers.current[item.id])
    }

    package var standing: Standing { Standing(items, attempt.answers) }

    // MARK: What happens

    /// Does what the event asks and makes it durable; over means graded, too.
    @discardableResult
    package mutating func receive(
        _ event: Attempt.Event
    ) throws(SittingFault) -> Attempt.Action {
        if let failed {
            let action = try retry()
            // Asking again for what failed is one event and not two.
            if failed.event == event { return action ?? .nothing }
        }
        let now = surroundings.now
        var next = attempt
        let action = next.receive(event, at: now)
        let steps = action.steps
        guard !steps.isEmpty else { return action }
        var records: [any Record] = steps.enumerated().map { index, step in
            record.record(step, number: lastNumber + index + 1, id: surroundings.newID())
        }
        var grade: QuizGrade?
        if case .keepAndGrade = action {
            let earned = try quiz.grading(items, next.answers.current)
            records.append(
                record.record(
                    earned, id: surroundings.newID(), at: now.time, by: surroundings.author))
            grade = earned
        }
        failed = Pending(
            event: event, action: action, attempt: next, grade: grade, records: records,
            time: now.time)
        return try retry() ?? action
    }

    /// Tries once more to keep what could not be kept; nil where nothing waits for that.
    @discardableResult
    package mutating func retry() throws(SittingFault) -> Attempt.Action? {
        guard let pending = failed else { return nil }
        do {
            if pending.isUnknown { try store.reopen() }
            try store.add(pending.records, at: pending.time, holding: lease)
        } catch {
            if error.outcome == .unknown {
                failed?.isUnknown = true
            } else if !pending.isUnknown || error.kind == .refused || error.kind == .leased {
                // It did not happen; the clocks will have gone on when it is asked for again.
                failed = nil
                if error.kind == .refused, try wasEndedElsewhere() { return .nothing }
            }
            throw .store(error)
        }
        failed = nil
        attempt = pending.attempt
        lastNumber += pending.action.steps.count
        grade = pending.grade ?? grade
        return pending.action
    }

    /// Lets go of it, so that another terminal may go on; open sittings stay open.
    package mutating func leave() throws(SittingFault) {
        if !isOver { try receive(.pause) }
        try keeping { () throws(StoreFault) in try store.giveBack(lease) }
    }

    /// Whether whoever looked from elsewhere found the time run out.
    private mutating func wasEndedElsewhere() throws(SittingFault) -> Bool {
        let kept = try KeptSitting(record, in: store)
        guard !kept.isOpen else { return false }
        attempt = kept.attempt
        lastNumber = kept.lastNumber
        grade = kept.grade == nil ? nil : try kept.graded()
        return true
    }
}
