import Assessment
import Testing

@Suite struct `Before a sitting` {
    private static let now = Moment(
        time: Timestamp(microseconds: 1_700_000_000_000_000), uptime: 0, boot: "A")

    /// Six items, two to be drawn; f is retired.
    private func bank() throws -> Bank {
        let items = try ["a", "b", "c", "d", "e", "f"].map { id in
            Item(
                id: try #require(Identifier(id)), status: id == "f" ? .retired : .active,
                prompt: "?", interactions: [])
        }
        return Bank(id: try #require(Identifier("b")), version: "1", title: "B", items: items)
    }

    private func quiz(_ policy: QuizPolicy, draws: Int = 2, fixed: [String] = []) throws -> Quiz {
        Quiz(
            id: try #require(Identifier("q")), title: "Q", passMark: try Rational(4, over: 5),
            policy: policy, draws: draws > 0 ? [Quiz.Draw(count: draws)] : [],
            fixedItems: fixed.compactMap { Item.ID($0) })
    }

    /// `ab 60`: asked a and b, ended 60 seconds ago; `ab` is open. `ab/a 60` saw only a.
    private func earlier(_ scripts: [String]) -> [EarlierSitting] {
        zip(1..., scripts).map { attempt, script in
            let words = script.split(separator: " ")
            let sides = words[0].split(separator: "/")
            let ids = sides.map { $0.compactMap { Item.ID(String($0)) } }
            let ago = words.count > 1 ? Int(words[1]) : nil
            return EarlierSitting(
                attempt: attempt, items: ids[0], seen: Set(ids.last ?? []),
                ending: ago.map { _ in .submitted },
                ended: ago.map { Self.now.time.advanced(by: .seconds(-$0)) })
        }
    }

    private static let limited = QuizPolicy {
        $0.attempts = 3
        $0.wait = Seconds(3_600)
    }

    @Test(
        arguments: [
            (limited, [], "attempt 1"),
            (QuizPolicy(), ["ab 1", "ab 1", "ab 1", "ab 1"], "attempt 5"),
            (limited, ["ab 3600"], "attempt 2"), (limited, ["ab 3599"], "in 1.0 seconds"),
            (limited, ["ab 0"], "in 3600.0 seconds"), (limited, ["ab -60"], "in 3660.0 seconds"),
            (limited, ["ab 90", "ab 9000"], "in 3510.0 seconds"),
            (limited, ["ab 9000", "ab 8000"], "attempt 3"), (limited, ["ab"], "resume 1"),
            (limited, ["ab 9000", "ab"], "resume 2"),
            (limited, ["ab 1", "ab 1", "ab"], "resume 3"),
            (limited, ["ab 9000", "ab 9000", "ab 9000"], "3 used up"),
            (limited, ["ab 1", "ab 1", "ab 1"], "3 used up"),
        ] as [(QuizPolicy, [String], String)]
    ) func `is said whether it may begin`(
        _ policy: QuizPolicy, _ sittings: [String], _ outcome: String
    ) throws {
        let beginning = try quiz(policy).beginning(
            from: try bank(), after: earlier(sittings), at: Self.now, seed: 7)
        let text =
            switch beginning {
            case .allowed(let plan): "attempt \(plan.attempt)"
            case .resume(let attempt): "resume \(attempt)"
            case .attemptsUsedUp(let allowed): "\(allowed) used up"
            case .notBefore(let time): "in \(time.since(Self.now.time))"
            case .poolTooSmall: "too small"
            }
        #expect(text == outcome)
    }

    @Test func `to the microsecond`() throws {
        let quiz = try quiz(Self.limited)
        let earlier = earlier(["ab 3600"])
        let opening = try #require(quiz.opening(after: earlier))
        for (early, isAllowed) in [(1, false), (0, true), (-1, true)] {
            let moment = Self.now.advanced(by: .microseconds(-early))
            let beginning = quiz.beginning(from: try bank(), after: earlier, at: moment, seed: 7)
            #expect((beginning == .notBefore(opening)) == !isAllowed)
        }
    }

    private static let same = QuizPolicy { $0.retake = .same }
    private static let sameListed = QuizPolicy {
        $0.retake = .same
        $0.arrangement = .listed
    }

    /// What every draw is one of, whatever the seed; letters in any order unless listed.
    @Test(
        arguments: [
            // What was not seen comes first; being drawn is not being seen.
            (QuizPolicy(), 3, [], ["ab/ab 1"], ["cde"]),
            (QuizPolicy(), 4, [], ["ab/a 1"], ["bcde"]),
            (QuizPolicy(), 3, [], ["ab 1", "cd/c 1"], ["bde", "ade", "cde"]),
            (QuizPolicy(), 2, [], ["ab 1", "cd 1", "ea 1"], ["bc", "bd", "be", "cd", "ce", "de"]),
            // An item everybody meets, and one that is no longer asked.
            (QuizPolicy(), 3, ["a"], ["ab 1"], ["acde"]), (QuizPolicy(), 5, [], ["f 1"], ["abcde"]),
            // The same again, as long as the bank can.
            (same, 2, [], ["ab 1"], ["ab"]), (same, 2, [], ["cd 1", "be 1"], ["be"]),
            (same, 2, ["a"], ["acd 1"], ["acd"]), (same, 3, [], ["ab 1"], ["cde"]),
            (same, 2, [], ["az 1"], ["bc", "bd", "be", "cd", "ce", "de"]),
            (same, 4, [], ["abcf 1"], ["abde", "acde", "bcde"]),
        ] as [(QuizPolicy, Int, [String], [String], [String])]
    ) func `items are drawn by what was met before`(
        _ policy: QuizPolicy, _ draws: Int, _ fixed: [String], _ sittings: [String],
        _ sets: [String]
    ) throws {
        let (bank, quiz) = (try bank(), try quiz(policy, draws: draws, fixed: fixed))
        let possible = Set(sets.map { String($0.sorted()) })
        var met: Set<String> = []
        for seed: UInt64 in 0..<300 {
            let beginning = quiz.beginning(
                from: bank, after: earlier(sittings), at: Self.now, seed: seed)
            guard case .allowed(let plan) = beginning else {
                Issue.record("\(beginning)")
                return
            }
            #expect(plan.seed == seed && plan.policy == policy)
            met.insert(String(plan.items.map(\.text).joined().sorted()))
        }
        #expect(met == possible)
    }

    @Test func `the same items come in another order, unless they are listed`() throws {
        for (policy, count) in [(Self.same, 6), (Self.sameListed, 1)] {
            let quiz = try quiz(policy, draws: 3)
            let orders = Set(
                try (0..<100).map { seed in
                    quiz.beginning(
                        from: try bank(), after: earlier(["dab 1"]), at: Self.now,
                        seed: UInt64(seed))
                }.compactMap { beginning -> [String]? in
                    if case .allowed(let plan) = beginning { plan.items.map(\.text) } else { nil }
                })
            #expect(orders.count == count)
            #expect(orders.contains(["d", "a", "b"]))
        }
    }

    @Test func `too small a bank is told`() throws {
        let beginning = try quiz(QuizPolicy(), draws: 6).beginning(
            from: try bank(), after: [], at: Self.now, seed: 1)
        guard case .poolTooSmall(let fault) = beginning else {
            Issue.record("\(beginning)")
            return
        }
        #expect(fault.draw.count == 6 && fault.available == 5)
    }

    /// Marks of each attempt, `-` where it was not graded; which stands as best, first and last.
    @Test(arguments: [
        ("", "0", "0", "0"), ("-", "0", "0", "0"), ("16/20", "1", "1", "1"),
        ("15/20 16/20", "2", "1", "2"), ("16/20 15/20", "1", "1", "2"),
        ("16/20 4/5 8/10", "1", "1", "3"), ("- 3/20 -", "2", "2", "2"),
        ("15/20 3/4 16/20 -", "3", "1", "3"), ("9/20 10/40", "1", "1", "2"),
        ("0/0 0/20", "2", "1", "2"), ("0/20 0/0", "1", "1", "2"), ("0/0", "1", "1", "1"),
        ("-1/20 0/0 -2/20", "1", "1", "3"), ("1/3 333333/1000000", "1", "1", "2"),
    ]) func `one of them stands`(
        _ marks: String, _ best: String, _ first: String, _ last: String
    ) throws {
        let sittings = zip(1..., marks.split(separator: " ")).map { attempt, text in
            let sides = text.split(separator: "/").compactMap { Int(String($0)) }
            let marks =
                sides.count == 2
                ? Marks(earned: Rational(sides[0]), possible: Rational(sides[1])) : nil
            return EarlierSitting(
                attempt: attempt, items: [], seen: [], ending: .submitted, marks: marks)
        }
        for (counting, stands) in zip(QuizPolicy.Counting.allCases, [best, first, last]) {
            let standing = try counting.standing(among: sittings, marks: \.marks)
            #expect("\(standing?.attempt ?? 0)" == stands, "\(counting)")
        }
    }

    @Test func `an earlier sitting is told from its steps`() throws {
        var scene = try Scene(QuizPolicy(), "^,@c,+d x,t5")
        #expect(EarlierSitting(scene.attempt).ending == nil)
        try scene.play(".")
        let marks = Marks(earned: .one, possible: .one)
        let sitting = EarlierSitting(scene.attempt, marks: marks)
        #expect(sitting.ending == .submitted && sitting.ended == scene.now.time)
        #expect(sitting.seen.map(\.text).sorted() == ["a", "c", "d"] && sitting.marks == marks)
        #expect(sitting.items.count == 5 && sitting.attempt == 1)
    }
}
