import Assessment
import Testing

@Suite struct `The clock of a sitting` {
    /// Days, hours, minutes and seconds as `3d`, `2h`, `5m`, `1s`, with or without a sign.
    private func length(_ text: String) throws -> Duration {
        let digits = text.drop { $0 == "-" || $0 == "+" }
        let seconds = try #require(Seconds(text: String(digits)))
        return text.hasPrefix("-") ? .zero - Duration(seconds) : Duration(seconds)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// After ten minutes of a sitting: how far the wall clock and the uptime are, and the boot.
        let wall: String
        let uptime: String
        var boot: String? = "A"
        let elapsed: String
        var isProvable = true
        var hasJumped = false
    }

    @Test(arguments: [
        Case(testDescription: "nothing happens", wall: "5m", uptime: "5m", elapsed: "15m"),
        Case(
            testDescription: "set on by three days", wall: "3d", uptime: "5m", elapsed: "15m",
            hasJumped: true),
        Case(
            testDescription: "set back by three days", wall: "-3d", uptime: "5m", elapsed: "15m",
            hasJumped: true),
        Case(testDescription: "set back by a second", wall: "299s", uptime: "5m", elapsed: "15m"),
        Case(testDescription: "set on by two seconds", wall: "302s", uptime: "5m", elapsed: "15m"),
        Case(
            testDescription: "set back by three seconds", wall: "297s", uptime: "5m",
            elapsed: "15m", hasJumped: true),
        Case(testDescription: "slept", wall: "8h", uptime: "8h", elapsed: "490m"),
        Case(
            testDescription: "restarted", wall: "20m", uptime: "-600s", boot: "B", elapsed: "30m"),
        Case(
            testDescription: "restarted at once", wall: "0s", uptime: "-600s", boot: "B",
            elapsed: "10m"),
        Case(
            testDescription: "restarted and set back by three days", wall: "-3d", uptime: "-600s",
            boot: "B", elapsed: "10m", isProvable: false, hasJumped: true),
        Case(
            testDescription: "restarted and set back before the start", wall: "-11m",
            uptime: "1h", boot: "B", elapsed: "10m", isProvable: false, hasJumped: true),
        Case(
            testDescription: "restarted three days later", wall: "3d", uptime: "-600s", boot: "B",
            elapsed: "4330m"),
        Case(
            testDescription: "a false name of the boot", wall: "5m", uptime: "5m", boot: "forged",
            elapsed: "15m"),
        Case(
            testDescription: "an uptime that goes back", wall: "5m", uptime: "-300s",
            elapsed: "15m"),
        Case(
            testDescription: "an uptime and a wall clock that go back", wall: "-5m",
            uptime: "-300s", elapsed: "10m", isProvable: false, hasJumped: true),
        Case(
            testDescription: "no name of the boot", wall: "5m", uptime: "9h", boot: nil,
            elapsed: "15m"),
    ]) func `is right or says that it cannot be proved`(_ row: Case) throws {
        let start = Moment(
            time: Timestamp(microseconds: 1_700_000_000_000_000), uptime: 5_000_000_000, boot: "A")
        let answered = start.advanced(by: .seconds(600))
        let clock = AttemptClock(
            QuizPolicy(), [Step(.begun, at: start), Step(.answered, at: answered)])
        let moment = Moment(
            time: answered.advanced(by: try length(row.wall)).time,
            uptime: answered.advanced(by: try length(row.uptime)).uptime, boot: row.boot)
        #expect(clock.elapsed(at: moment, isOnScreen: true) == (try length(row.elapsed)))
        #expect(clock.elapsed(at: moment, isOnScreen: false) == (try length(row.elapsed)))
        #expect(clock.isProvable(at: moment) == row.isProvable)
        #expect(clock.hasJumped(at: moment) == row.hasJumped)
        // What is asked and what is written down agree, and the doubt stays.
        var later = clock
        later.follow(Step(.resumed, at: moment))
        #expect(later.elapsed == (try length(row.elapsed)) && later.isProvable == row.isProvable)
        let minute = moment.advanced(by: .seconds(60))
        #expect(
            later.elapsed(at: minute, isOnScreen: true)
                == (try length(row.elapsed)) + .seconds(60))
        #expect(later.isProvable(at: minute) == row.isProvable)
    }

    private static let active = QuizPolicy { $0.clock = .active }

    /// The seconds used when each script ends.
    @Test(
        arguments: [
            // Wall time never stops.
            (QuizPolicy(), "^,t10", 10), (QuizPolicy(), "^,t10,p,t50", 50),
            (QuizPolicy(), "^,t10,c,t50,~,t60", 60), (QuizPolicy(), "^,t10,.,t50", 10),
            (QuizPolicy(), "t10", 0),
            // Set three days back, then restarted: still wrong, or right again.
            (QuizPolicy(), "^,t10,w-259200,k,t20,p,b,t30,~,t40", 30),
            (QuizPolicy(), "^,t10,w-259200,k,t20,p,b,w259200,t30,~,t40", 40),
            (QuizPolicy(), "^,t10,w259200,k,t20,p,b,t30,~,t40", 40),
            (QuizPolicy(), "^,t10,w259200,k,t20,p,b,w-259200,t30,~,t40", 30),
            // Active time stops while nobody is there, and with a program that ends unseen.
            (active, "^,t10", 10), (active, "^,t10,p,t50", 10), (active, "^,t10,p,t50,~,t53", 13),
            (active, "^,t10,+a x,t20,c,t50", 10), (active, "^,t10,+a x,t20,c,t50,~,t53", 13),
            (active, "^,t10,+a x,t20,b,t50,~,t53", 13), (active, "^,t10,c,t50,x", 0),
            (active, "^,t10,p,w-999,t50,~,t53", 13), (active, "^,t10,w999,k,t20", 20),
            (active, "^,t10,p,w-999,b,t50,~,t53", 13), (active, "^,t10,.,t50", 10),
            // Every half minute without a step there is one, so that little is lost.
            (active, "^,t29,k,c,t99,~", 0), (active, "^,t30,k,c,t99,~", 30),
            (active, "^,t30,k,t59,k,c,t99,~", 30), (active, "^,t30,k,t60,k,c,t99,~", 60),
        ] as [(QuizPolicy, String, Int)]
    ) func `counts by the quiz's policy`(
        _ policy: QuizPolicy, _ script: String, _ seconds: Int
    ) throws {
        let scene = try Scene(policy, script)
        let isOnScreen = scene.attempt.state == .onScreen
        #expect(
            scene.attempt.clock.elapsed(at: scene.now, isOnScreen: isOnScreen)
                == .seconds(seconds), "\(script)")
    }

    private static let limited = QuizPolicy { $0.timeLimit = Seconds(600) }
    private static let graced = QuizPolicy {
        $0.timeLimit = Seconds(600)
        $0.grace = Seconds(30)
    }

    /// To the microsecond, on both clocks.
    @Test(
        arguments: [
            (limited, "599.999999", "answered", "!submitted"),
            (limited, "600", "answered", "!submitted"),
            (limited, "600.000001", "!time-ran-out", "!time-ran-out"),
            (graced, "599.999999", "answered", "!submitted"),
            (graced, "600", "answered", "!submitted"),
            (graced, "600.000001", "no timeIsUp(29.999999 seconds)", "!submitted"),
            (graced, "629.999999", "no timeIsUp(1e-06 seconds)", "!submitted"),
            (graced, "630", "no timeIsUp(0.0 seconds)", "!submitted"),
            (graced, "630.000001", "!time-ran-out", "!time-ran-out"),
        ] as [(QuizPolicy, String, String, String)]
    ) func `ends at its limit exactly`(
        _ policy: QuizPolicy, _ time: String, _ answering: String, _ submitting: String
    ) throws {
        for clock in QuizPolicy.Clock.allCases {
            var policy = policy
            policy.clock = clock
            for (event, action) in [("+a x", answering), (".", submitting)] {
                let scene = try Scene(policy, "^,t\(time),\(event)")
                #expect(scene.last == action)
            }
        }
    }

    @Test(
        arguments: [
            (600, "0", "1", nil), (600, "299", "300", .fiveMinutes), (600, "300", "301", nil),
            (600, "299", "301", .fiveMinutes), (600, "539", "540", .oneMinute),
            (600, "540", "541", nil), (600, "1", "599", .oneMinute), (600, "1", "601", nil),
            (600, "300", "300", nil), (300, "0", "1", nil), (301, "0", "1", .fiveMinutes),
            (60, "0", "1", nil), (90, "0", "30", .oneMinute), (600, "600", "600", nil),
            (600, "539.999999", "540", .oneMinute),
        ] as [(Int, String, String, TimeWarning?)]
    ) func `warns once at five minutes and once at one`(
        _ limit: Int, _ earlier: String, _ later: String, _ warning: TimeWarning?
    ) throws {
        let policy = QuizPolicy { $0.timeLimit = Seconds(limit) }
        var scene = try Scene(policy, "^,t\(earlier)")
        let before = scene.now
        try scene.play("t\(later)")
        #expect(scene.attempt.clock.warning(after: before, until: scene.now) == warning)
        #expect(AttemptClock(QuizPolicy()).warning(after: before, until: scene.now) == nil)
    }
}
