import Assessment
import Testing

@Suite struct `A sitting under a hundred thousand events` {
    private static let limits: [Int?] = [nil, 60, 600, 6_000]

    /// Every clock, with and without a limit and grace, and every rule by turns.
    private static func policy(_ number: Int) -> QuizPolicy {
        QuizPolicy {
            $0.clock = number % 2 == 0 ? .wall : .active
            $0.timeLimit = limits[number / 2 % 4].map { Seconds($0) }
            $0.grace = number / 8 % 2 == 0 ? nil : Seconds(20)
            $0.allowsBacktracking = number % 3 != 0
            $0.feedback = number % 5 < 2 ? .afterEach : .afterSubmit
            $0.isProctored = number % 7 == 0
            $0.asksConfidence = number % 4 == 1
        }
    }

    /// A machine, and a learner who does anything at all.
    private struct World {
        var generator: SeededGenerator
        var now = Moment(
            time: Timestamp(microseconds: 1_700_000_000_000_000), uptime: 9_000_000, boot: "0")
        let items = ["a", "b", "c", "d", "e", "z"].compactMap { Item.ID($0) }

        mutating func chance(_ one: Int) -> Bool { generator.index(below: one) == 0 }

        mutating func pass() {
            let steps: [Duration] = [
                .zero, .microseconds(1), .milliseconds(300), .seconds(1), .seconds(5),
                .seconds(31), .seconds(700),
            ]
            let likely = chance(40) ? steps.count : steps.count - 2
            now = now.advanced(by: steps[generator.index(below: likely)])
            if chance(60) {
                let days = Int64(generator.index(below: 7)) - 3
                now.time = now.time.advanced(by: .seconds(days * 86_400))
            }
        }

        mutating func restart() {
            let passed = Duration.seconds(Int64(generator.index(below: 100)))
            now.time = now.time.advanced(by: passed)
            now.uptime = Int64(generator.index(below: 1_000_000))
            now.boot = "\(generator.index(below: 1_000_000))"
        }

        mutating func event() -> Attempt.Event {
            let item = items[generator.index(below: chance(20) ? items.count : items.count - 1)]
            let maybe = chance(2) ? item : nil
            let words = ["chosen x", "chosen y", "typed é", "-", "written a\\nb"]
            let answer = Answer(words[generator.index(below: words.count)]) ?? Answer([])
            switch generator.index(below: 60) {
            case 0..<22: return .answer(item, answer, confidence: generator.index(below: 3))
            case 22..<25: return .clear(item)
            case 25..<27: return .settle(item)
            case 27..<30: return .flag(item)
            case 30..<32: return .unflag(item)
            case 32..<40: return .move(to: item)
            case 40..<44: return .undo(maybe)
            case 44..<47: return .redo(maybe)
            case 47: return .leftScreen
            case 48: return .cameBack
            case 49: return .pause
            case 50..<54: return .look
            case 54..<57: return .resume
            case 57: return .begin
            case 58: return chance(8) ? .submit : .look
            default: return chance(12) ? .abandon : .look
            }
        }
    }

    private func check(
        _ action: Attempt.Action, _ before: Attempt, _ after: Attempt, _ event: Attempt.Event
    ) {
        let limit = before.clock.limit
        switch action {
        case .nothing, .refuse: #expect(after == before)
        case .keep(let steps):
            #expect(!steps.isEmpty)
            // What is kept was in time.
            if let limit, steps.last?.kind != .abandoned { #expect(after.clock.elapsed <= limit) }
        case .keepAndGrade(let steps):
            let end = steps.last?.kind
            #expect(end == .submitted || end == .timeRanOut)
            if let limit {
                let latest = end == .timeRanOut ? limit : limit + before.clock.grace
                #expect(after.clock.elapsed <= latest)
                #expect(end == .submitted || after.clock.elapsed == limit)
            }
        }
        if case .over = before.state { #expect(action.steps.isEmpty) }
        #expect(after.clock.elapsed >= before.clock.elapsed)
        #expect(after.clock.isProvable == false || before.clock.isProvable)
        if case .keep = action, case .answer(let item, let answer, _) = event {
            #expect(after.answers.current[item] == (answer.isEmpty ? nil : answer))
        }
        if !before.plan.policy.allowsBacktracking, let from = before.item, let to = after.item {
            #expect(from <= to)
        }
        for item in before.answers.settled {
            #expect(after.answers.current[item] == before.answers.current[item])
        }
    }

    /// Only a clock that was set goes back, and that is written down.
    private func checkTimes(_ steps: [Step]) {
        for (earlier, later) in zip(steps, steps.dropFirst()) {
            if later.boot == earlier.boot { #expect(later.uptime >= earlier.uptime) }
            if later.time < earlier.time {
                let near = steps.filter { $0.moment == later.moment }
                #expect(near.contains { $0.kind == .clockJumped })
            }
        }
        #expect(steps.dropLast().allSatisfy { !$0.kind.isLast })
    }

    @Test func `replays to what it was, loses no answer and keeps its time`() throws {
        var (events, kept) = (0, 0)
        var ends: [Step.Kind: Int] = [:]
        for number in 0..<600 {
            var world = World(generator: SeededGenerator(seed: UInt64(number)))
            let plan = SittingPlan(
                policy: Self.policy(number), attempt: 1, seed: 1, items: world.items.dropLast())
            var attempt = Attempt(plan)
            var steps: [Step] = []
            for index in 0..<200 {
                world.pass()
                if world.chance(90) { world.restart() }
                let lives = attempt.clock.last.map { $0.boot == world.now.boot } ?? true
                if !lives || world.chance(80) { attempt = Attempt(plan, steps) }
                let before = attempt
                let event = index == 0 ? .begin : world.event()
                let action = attempt.receive(event, at: world.now)
                steps += action.steps
                events += 1
                check(action, before, attempt, event)
                if index % 8 == 0 || !action.steps.isEmpty && index % 3 == 0 {
                    checkReplay(attempt, steps, at: world.now)
                }
            }
            checkReplay(attempt, steps, at: world.now)
            checkTimes(steps)
            kept += steps.count
            for step in steps { ends[step.kind, default: 0] += 1 }
        }
        #expect(events >= 100_000 && kept > 20_000)
        // The walk met everything there is.
        #expect(Step.Kind.allCases.allSatisfy { ends[$0, default: 0] > 10 }, "\(ends)")
    }

    private func checkReplay(_ attempt: Attempt, _ steps: [Step], at now: Moment) {
        let replay = Attempt(attempt.plan, steps)
        #expect(replay.answers == attempt.answers && replay.clock == attempt.clock)
        #expect(replay.stepCount == attempt.stepCount && replay.item == attempt.item)
        #expect(replay.answers == Answers.replay(steps))
        switch attempt.state {
        case .onScreen: #expect(replay.state == .away)
        case .notBegun, .away, .over: #expect(replay == attempt)
        }
        if attempt.plan.policy.clock == .wall {
            #expect(replay.timeLeft(at: now) == attempt.timeLeft(at: now))
        }
    }

    /// Clocks that no machine has, and steps in an order that no sitting has.
    @Test func `never traps`() {
        let extremes: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]
        var world = World(generator: SeededGenerator(seed: 99))
        for number in 0..<400 {
            let plan = SittingPlan(
                policy: Self.policy(number), attempt: 1, seed: 1, items: world.items.dropLast())
            var attempt = Attempt(plan)
            var steps: [Step] = []
            for _ in 0..<40 {
                let moment = Moment(
                    time: Timestamp(microseconds: extremes[world.generator.index(below: 7)]),
                    uptime: extremes[world.generator.index(below: 7)],
                    boot: ["A", "B", nil][world.generator.index(below: 3)])
                let before = attempt.stepCount
                let action = attempt.receive(world.chance(4) ? .begin : world.event(), at: moment)
                steps += action.steps
                #expect(attempt.stepCount == before + action.steps.count)
            }
            world.generator.shuffle(&steps)
            #expect(Attempt(plan, steps).stepCount <= steps.count)
        }
    }
}
