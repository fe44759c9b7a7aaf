import Assessment
import Grading
import Testing

@Suite struct `A sitting taken and graded` {
    /// The Module 210 quiz, taken by somebody who answers, changes their mind and is cut off.
    @Test func `earns the same live and replayed from its steps`() throws {
        let bank = try Sample.bank("QuestionBanks/module-210.xml")
        let quiz = try #require(bank.quizzes.first)
        let items = Dictionary(uniqueKeysWithValues: bank.items.map { ($0.id, $0) })
        var verdicts: Set<Verdict> = []
        for seed: UInt64 in 0..<60 {
            var generator = SeededGenerator(seed: seed)
            var now = Moment(time: Timestamp(microseconds: 0), uptime: 0, boot: "A")
            guard
                case .allowed(let plan) = quiz.beginning(
                    from: bank, after: [], at: now, seed: seed)
            else {
                Issue.record("a first sitting may begin")
                return
            }
            let asked = plan.items.compactMap { items[$0] }
            try #require(asked.count == quiz.length)
            var attempt = Attempt(plan)
            var steps = attempt.receive(.begin, at: now).steps
            // Some know nearly everything, some nearly nothing.
            let skill = generator.index(below: 12)
            while attempt.state == .onScreen {
                now = now.advanced(by: .seconds(20))
                let item = asked[generator.index(below: asked.count)]
                let knows = generator.index(below: 12) < skill
                let events: [Attempt.Event] = [
                    .answer(item.id, knows ? item.keyAnswer : Answer("chosen z") ?? Answer([])),
                    .undo(), .redo(), .clear(item.id), .move(to: item.id), .look,
                ]
                let index = generator.index(below: 20)
                steps += attempt.receive(events[index < 15 ? 0 : index - 14], at: now).steps
                if generator.index(below: 50) == 0 {
                    attempt = Attempt(plan, steps)
                    steps += attempt.receive(.resume, at: now).steps
                }
            }
            #expect(attempt.state == .over(.timeRanOut) && steps.last?.kind == .timeRanOut)
            let live = try quiz.grade(asked, attempt.answers.current)
            let replayed = try quiz.grade(asked, Answers.replay(steps).current)
            let rebuilt = try quiz.grade(asked, Attempt(plan, steps).answers.current)
            #expect(live == replayed && live == rebuilt)
            verdicts.insert(live.verdict)
        }
        #expect(verdicts == [.passed, .notPassed])
    }
}
