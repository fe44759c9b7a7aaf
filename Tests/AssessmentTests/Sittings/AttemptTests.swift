import Assessment
import Testing

@Suite struct `A sitting in progress` {
    /// A minute, ten seconds of grace.
    private static let minute = QuizPolicy {
        $0.timeLimit = Seconds(60)
        $0.grace = Seconds(10)
    }

    private static let situations = [
        ("not begun", "t6"), ("away", "^,t1,+a x,t2,p,t6"), ("on screen", "^,t1,+a x,t6"),
        ("in the grace", "^,t1,+a x,t65"), ("away in the grace", "^,t1,+a x,t2,p,t65"),
        ("out of time", "^,t1,+a x,t71"), ("away and out of time", "^,t1,+a x,t2,p,t71"),
        ("submitted", "^,t1,+a x,.,t6"), ("run out", "^,t1,+a x,t71,k"), ("given up", "^,t1,x,t2"),
    ]

    private static let notBegun = "no notBegun"
    private static let open = "no alreadyBegun"
    private static let away = "no away"
    private static let late = "no timeIsUp(5.0 seconds)"
    private static let out = "!time-ran-out"
    /// Once over, it is over for every event but those that nobody meant for it.
    private static let over = ["no submitted", "no time-ran-out", "no abandoned"]
    private static let quiet = ["-", "-", "-"]

    /// In the order of the situations.
    private static let pairs: [(event: String, actions: [String])] = [
        ("^", ["begun moved", open, open, open, open, out, out] + over),
        ("~", [notBegun, "resumed", "-", "-", out, out, out] + over),
        ("+a y", [notBegun, away, "answered", late, away, out, out] + over),
        ("-a", [notBegun, away, "cleared", late, away, out, out] + over),
        ("=a", [notBegun, away, "no settlesNothing", late, away, out, out] + over),
        ("!a", [notBegun, away, "flagged", late, away, out, out] + over),
        ("?a", [notBegun, away, "-", late, away, out, out] + over),
        ("@b", [notBegun, away, "moved", late, away, out, out] + over),
        ("<", [notBegun, away, "undone", late, away, out, out] + over),
        (">", [notBegun, away, "no nothingToRedo", late, away, out, out] + over),
        ("l", ["-", "-", "-", "-", "-", out, out] + quiet),
        ("i", ["-", "-", "-", "-", "-", out, out] + quiet),
        ("p", ["-", "-", "paused", out, "-", out, out] + quiet),
        ("k", ["-", "-", "-", "-", "-", out, out] + quiet),
        (".", [notBegun, away, "!submitted", "!submitted", away, out, out] + over),
        ("x", ["abandoned", "abandoned", "abandoned", "abandoned", "abandoned", out, out] + over),
    ]

    @Test(arguments: pairs.map(\.event)) func `meets every event in every state`(
        _ event: String
    ) throws {
        let actions = try #require(Self.pairs.first { $0.event == event }?.actions)
        try #require(actions.count == Self.situations.count)
        for ((name, script), action) in zip(Self.situations, actions) {
            var scene = try Scene(Self.minute, script)
            let before = scene.attempt
            try scene.play(event)
            #expect(scene.last == action, "\(name)")
            #expect((scene.attempt == before) == (action == "-" || action.hasPrefix("no ")))
            #expect(scene.attempt.stepCount == scene.steps.count)
        }
    }

    private static let forward = QuizPolicy { $0.allowsBacktracking = false }
    private static let afterEach = QuizPolicy { $0.feedback = .afterEach }
    private static let watched = QuizPolicy { $0.isProctored = true }
    private static let sure = QuizPolicy { $0.asksConfidence = true }

    /// What the last event of each script does.
    @Test(
        arguments: [
            // Nothing is kept twice.
            (QuizPolicy(), "^,+a x,+a x", "-"), (QuizPolicy(), "^,-a", "-"),
            (QuizPolicy(), "^,+a x,+a y", "answered"), (QuizPolicy(), "^,!b,!b", "-"),
            (QuizPolicy(), "^,!b,?b", "unflagged"), (QuizPolicy(), "^,@a", "-"),
            (QuizPolicy(), "^,@c,@a", "moved"), (QuizPolicy(), "^,p,p", "-"),
            (QuizPolicy(), "^,c,p", "-"), (QuizPolicy(), "^,c,~", "resumed"),
            // An answer with nothing in it is none.
            (QuizPolicy(), "^,+a", "-"), (QuizPolicy(), "^,+a x,+a", "cleared"),
            // Only what is asked can be answered.
            (QuizPolicy(), "^,+z x", "no notInSitting(z)"),
            (QuizPolicy(), "^,@z", "no notInSitting(z)"),
            (QuizPolicy(), "^,!z", "no notInSitting(z)"),
            (QuizPolicy(), "^,<z", "no notInSitting(z)"),
            (QuizPolicy(), "^,-z", "no notInSitting(z)"), (afterEach, "^,=z", "no notInSitting(z)"),
            // Undoing.
            (QuizPolicy(), "^,<", "no nothingToUndo"),
            (QuizPolicy(), "^,+a x,<b", "no nothingToUndo"),
            (QuizPolicy(), "^,+a x,<,<", "no nothingToUndo"),
            (QuizPolicy(), "^,+a x,<,>", "redone"),
            (QuizPolicy(), "^,+a x,<,+a y,>", "no nothingToRedo"),
            (QuizPolicy(), "^,+a x,c,~,<", "undone"),
            // No way back.
            (forward, "^,+a x,@b,+a y", "no behind(a)"), (forward, "^,@b,@a", "no behind(a)"),
            (forward, "^,+b x", "no ahead(b)"), (forward, "^,!b", "no ahead(b)"),
            (forward, "^,+a x,@b,<", "no behind(a)"), (forward, "^,+a x,@b,<b", "no nothingToUndo"),
            (forward, "^,+a x,@b,-a", "no behind(a)"), (forward, "^,@c,+c x", "answered"),
            (forward, "^,@c,c,~,+b x", "no behind(b)"), (forward, "^,+a x,<,@b,>", "no behind(a)"),
            (forward, "^,@b,@b", "-"), (forward, "^,@b,+b x,<", "undone"),
            // What was shown cannot be answered any more.
            (afterEach, "^,=a", "no unanswered(a)"), (afterEach, "^,+a x,=a", "settled"),
            (afterEach, "^,+a x,=a,=a", "-"), (afterEach, "^,+a x,=a,+a y", "no settled(a)"),
            (afterEach, "^,+a x,=a,-a", "no settled(a)"),
            (afterEach, "^,+a x,=a,<a", "no settled(a)"),
            (afterEach, "^,+a x,=a,<", "no nothingToUndo"), (afterEach, "^,+a x,=a,!a", "flagged"),
            (afterEach, "^,+b x,+a x,=a,<", "undone"),
            (afterEach, "^,+a x,<,>,=a,>", "no nothingToRedo"),
            // Somebody watches.
            (watched, "^,l", "left-screen"), (watched, "^,l,l", "-"), (watched, "^,p,l", "-"),
            (watched, "^,i", "-"), (watched, "^,l,i", "came-back"), (watched, "^,l,i,i", "-"),
            (watched, "^,l,i,l", "left-screen"), (watched, "^,l,+a x,i", "came-back"),
            (watched, "^,l,p,i", "-"), (watched, "^,l,p,~,i", "-"),
            (watched, "^,l,p,~,l", "left-screen"), (watched, "^,l,c,~,l", "left-screen"),
            (QuizPolicy(), "^,l,i", "-"),
            // How sure a learner is counts only where it is asked.
            (sure, "^,+a x 1,+a x 3", "answered"), (sure, "^,+a x 3,+a x 3", "-"),
            (QuizPolicy(), "^,+a x 1,+a x 3", "-"),
            // A clock that was set is written down, with what was done or by looking.
            (QuizPolicy(), "^,w3,k", "clock-jumped"), (QuizPolicy(), "^,w3,k,k", "-"),
            (QuizPolicy(), "^,w-3,+a x", "clock-jumped answered"),
            (QuizPolicy(), "^,w-3,.", "!clock-jumped submitted"), (QuizPolicy(), "^,w2,k", "-"),
            (QuizPolicy(), "^,p,w9,~", "resumed clock-jumped"), (QuizPolicy(), "^,p,w9,k", "-"),
            (QuizPolicy(), "^,t9,b,w-12,~", "resumed clock-jumped"),
            (QuizPolicy(), "^,t9,b,~", "resumed"),
            (QuizPolicy(), "^,w9,+z x", "no notInSitting(z)"),
        ] as [(QuizPolicy, String, String)]
    ) func `follows the rules of its quiz`(
        _ policy: QuizPolicy, _ script: String, _ action: String
    ) throws {
        #expect(try Scene(policy, script).last == action, "\(script)")
    }

    @Test(arguments: [
        ("", "a"), ("^", "a"), ("^,@c", "c"), ("^,@c,c,~", "c"), ("^,@c,@b,p", "b"),
        ("^,@c,+e x", "c"), ("^,@d,.", "d"),
    ]) func `comes back to the question it was left at`(_ script: String, _ item: String) throws {
        #expect(try Scene(QuizPolicy(), script).attempt.item?.text == item)
    }

    @Test func `needs no questions`() throws {
        var scene = try Scene(QuizPolicy(), items: "", "^,k,+a x,p,~,<,.")
        #expect(scene.attempt.item == nil && scene.last == "!submitted")
        #expect(scene.steps.map(\.kind) == [.begun, .paused, .resumed, .submitted])
        try scene.play("k")
        #expect(scene.last == "-")
    }

    /// Steps of another program, or of a store that was damaged.
    @Test func `is rebuilt from whatever steps there are`() throws {
        let scene = try Scene(QuizPolicy(), "^,+a x,@b,.")
        for _ in 0..<200 {
            for steps in [
                scene.steps.shuffled(), scene.steps + scene.steps, scene.steps.dropFirst(1) + [],
            ] {
                let attempt = Attempt(scene.attempt.plan, steps)
                #expect(attempt.answers == Answers.replay(steps))
                if case .over = attempt.state {} else { #expect(attempt.state == .away) }
            }
        }
    }

    @Test(arguments: [
        ("^,t1,+a x,t30,@b,t65,k", 30), ("^,t60,+a x,t200,k", 60), ("^,t60,k,t60.000001,+a x", 0),
        ("^,t5,p,t9000,~", 5), ("^,t5,w86400,+a x,t9000,k", 5), ("^,t5,+a x,b,w9000,~", 5),
    ]) func `runs out at its deadline, whenever somebody looks`(
        _ script: String, _ lastStep: Int
    ) throws {
        let policy = QuizPolicy { $0.timeLimit = Seconds(60) }
        let scene = try Scene(policy, script)
        try #require(scene.last == "!time-ran-out")
        let (end, before) = (try #require(scene.steps.last), scene.steps[scene.steps.count - 2])
        #expect(scene.attempt.clock.elapsed == .seconds(60))
        #expect(end.time.since(before.time) == .seconds(60 - lastStep))
        #expect(end.boot == before.boot && scene.attempt.ended == end.time)
    }
}
