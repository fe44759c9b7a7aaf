import Assessment
import Grading
import Results
import Sittings
import StoreTesting
import Testing

@Suite struct `A sitting in progress` {
    @Test func `is kept before its first question, and step by step after`() throws {
        let room = try Room()
        var live = try room.begin()
        #expect(live.record.items.map(\.text) == ["one", "two", "three"])
        #expect(try room.steps().map(\.step.kind) == [.begun, .moved])
        try live.receive(try Room.answer("one", "chosen a"))
        try live.receive(try Room.answer("one", "chosen a"))
        try live.receive(.move(to: try Room.item("two")))
        #expect(try room.steps().map(\.step.kind) == [.begun, .moved, .answered, .moved])
        #expect(try room.steps().map(\.number) == [1, 2, 3, 4])
        #expect(live.place == 1)
        #expect(live.standing.unanswered == [1, 2])
        #expect(try room.kept().map(\.attempt.answers) == [live.attempt.answers])
    }

    struct Ending: Sendable, CustomTestStringConvertible {
        let answers: [String]
        let marks: Int
        let verdict: Verdict
        var testDescription: String { "\(answers.count) answered: \(verdict)" }
    }

    /// Six tenths of three is 1.8.
    @Test(arguments: [
        Ending(answers: [], marks: 0, verdict: .notPassed),
        Ending(answers: ["one chosen a"], marks: 1, verdict: .notPassed),
        Ending(answers: ["one chosen a", "two chosen true"], marks: 2, verdict: .passed),
        Ending(
            answers: ["one chosen a", "two chosen true", "three typed 7.0"], marks: 3,
            verdict: .passed),
        Ending(answers: ["one chosen b", "two chosen true"], marks: 1, verdict: .notPassed),
    ])
    func `is graded as it is handed in, and the same by whoever grades again`(_ row: Ending) throws
    {
        let room = try Room()
        var live = try room.begin()
        for line in row.answers {
            let parts = line.split(separator: " ", maxSplits: 1).map { String($0) }
            try live.receive(try Room.answer(parts[0], parts[1]))
        }
        try live.receive(.submit)
        #expect(live.isOver)
        #expect(live.grade?.verdict == row.verdict)
        let grade = try #require(try room.grades().first)
        #expect(grade.verdict == row.verdict)
        #expect(grade.marks == Marks(earned: Rational(row.marks), possible: Rational(3)))
        #expect(grade.author == "ann")
        let content = try InMemoryStore(at: room.place).records(ContentRecord.self, .all)
        #expect(
            Regrading().recompute(
                GradeBasis(
                    grade: grade, sitting: live.record, steps: try room.steps(),
                    content: content[0].content)) == .same
        )
        #expect(try live.receive(.submit) == .refuse(.over(.submitted)))
        #expect(try room.grades().count == 1)
    }

    struct Failure: Sendable, CustomTestStringConvertible {
        let failure: InMemoryStore.Failure
        let goes: Bool
        let outcome: StoreFault.Outcome?
        var testDescription: String { "\(failure), gone: \(goes)" }
    }

    @Test(arguments: [
        Failure(failure: .full, goes: false, outcome: .notSaved),
        Failure(failure: .nextIsLost, goes: false, outcome: .notSaved),
        Failure(failure: .nextIsSaved, goes: false, outcome: nil),
        Failure(failure: .nextIsLost, goes: true, outcome: .unknown),
        Failure(failure: .nextIsSaved, goes: true, outcome: .unknown),
    ])
    func `stays what it was where a write fails, and is kept once by trying again`(
        _ row: Failure
    ) throws {
        let room = try Room()
        var live = try room.begin()
        let before = live.attempt
        room.place.failure = row.failure
        room.place.goesWithFailure = row.goes
        let event = try Room.answer("one", "chosen a")
        if let outcome = row.outcome {
            let fault = #expect(throws: SittingFault.self) { try live.receive(event) }
            #expect(fault?.store?.outcome == outcome)
            #expect(live.attempt == before)
            // As long as nothing has changed, it fails again and loses nothing.
            if row.failure == .full || row.goes {
                #expect(throws: SittingFault.self) { try live.receive(event) }
                #expect(live.attempt == before)
            }
            room.place.failure = nil
            room.place.isGone = false
            try live.receive(event)
        } else {
            try live.receive(event)
        }
        try live.receive(.undo())
        try live.receive(try Room.answer("two", "chosen true"))
        #expect(
            try room.steps().map(\.step.kind) == [.begun, .moved, .answered, .undone, .answered])
        #expect(try room.kept().map(\.attempt.answers) == [live.attempt.answers])
    }

    @Test func `is open at one terminal at a time`() throws {
        let room = try Room()
        var first = try room.begin(1)
        let kept = try room.kept()[0]
        let fault = #expect(throws: SittingFault.self) {
            try room.invigilator(2).resume(kept)
        }
        #expect(
            fault?.store?.message
                == "this sitting is open on desk in terminal pts/3, process 1, "
                + "since 2026-03-08T20:00:00Z")
        #expect(fault?.store?.kind == .leased)
        var second = try room.invigilator(2).resume(kept, takingOver: true)
        let lost = #expect(throws: SittingFault.self) {
            try first.receive(try Room.answer("one", "chosen a"))
        }
        #expect(lost?.store?.kind == .leased || lost?.store?.kind == .refused)
        try second.receive(try Room.answer("one", "chosen b"))
        try second.leave()
        #expect(try room.steps().last?.step.kind == .paused)
        // Nobody has it now; and the lease of a process that is gone is nobody's.
        let third = try room.invigilator(1).resume(kept)
        #expect(third.attempt.answers.current.count == 1)
        room.running = []
        _ = try room.invigilator(2).resume(kept)
    }
}

@Suite struct `A sitting that nobody is at` {
    @Test(arguments: [(599, true), (629, true), (631, false)])
    func `is ended and graded by whoever looks after its time`(_ second: Int, _ isOpen: Bool) throws
    {
        let room = try Room()
        var live = try room.begin()
        try live.receive(try Room.answer("one", "chosen a"))
        room.seconds = Int64(second)
        let kept = try room.kept()
        #expect(kept.map(\.isOpen) == [isOpen])
        #expect(try room.grades().count == (isOpen ? 0 : 1))
        if isOpen { return }
        #expect(kept[0].attempt.state == .over(.timeRanOut))
        // It ran out at the deadline, and not when somebody looked.
        #expect(
            try room.steps().last?.step.time == Timestamp(microseconds: 1_773_000_600_000_000))
        #expect(kept[0].grade?.marks.earned == .one)
        #expect(try room.kept().count == 1)
        // The terminal it was open at hears of it with its next step.
        try live.receive(try Room.answer("two", "chosen true"))
        #expect(live.attempt.state == .over(.timeRanOut))
        #expect(live.grade?.marks.earned == .one)
        #expect(try room.grades().count == 1)
    }

    @Test func `decides when the next may begin`() throws {
        let room = try Room()
        var live = try room.begin()
        let open = #expect(throws: SittingFault.self) { try room.begin() }
        #expect(open == .notNow(.resume(attempt: 1)))
        try live.receive(.submit)
        let early = #expect(throws: SittingFault.self) { try room.begin() }
        #expect(
            early == .notNow(.notBefore(Timestamp(microseconds: 1_773_003_600_000_000))))
        room.seconds = 3_600
        live = try room.begin()
        #expect(live.record.attempt == 2)
        try live.receive(.abandon)
        room.seconds = 9_000
        let used = #expect(throws: SittingFault.self) { try room.begin() }
        #expect(used == .notNow(.attemptsUsedUp(allowed: 2)))
    }
}

@Suite struct `A review of a sitting` {
    private static func review(_ rules: String) throws -> SittingReview? {
        let room = try Room(rules)
        var live = try room.begin()
        try live.receive(try Room.answer("one", "chosen b"))
        try live.receive(try Room.answer("two", "chosen true"))
        try live.receive(.submit)
        let kept = try room.kept()
        return try SittingReview(kept[0], among: kept.map(\.asEarlier))
    }

    @Test func `shows what the quiz discloses, and nothing else`() throws {
        let all = try #require(try Self.review(#"wait="1h" attempts="3""#))
        #expect(all.verdict == .notPassed)
        #expect(all.questions.map { $0.grade?.outcome } == [.wrong, .right, .missing])
        #expect(all.objectives.map(\.title) == ["Objective", nil])
        #expect(all.topics == ["Objective"])
        #expect(all.attemptsLeft == 2)
        #expect(all.opens == Timestamp(microseconds: 1_773_003_600_000_000))
        let never = try #require(try Self.review(#"feedback="never""#))
        #expect(never.verdict == .notPassed)
        #expect(never.questions.allSatisfy { $0.grade == nil && !$0.showsExplanation })
        #expect(never.attemptsLeft == nil)
        let held = try #require(try Self.review(#"feedback="after-release""#))
        #expect(held.verdict == nil)
        #expect(held.marks == nil)
        #expect(held.objectives.isEmpty)
        #expect(held.topics == [])
    }
}
