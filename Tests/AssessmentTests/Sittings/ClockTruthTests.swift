import Assessment
import Testing

@Suite struct `The clock of a sitting against the true time` {
    /// A learner who sets the clock, sleeps and restarts the machine, as often as they like.
    ///
    /// They do not set it while the sitting is closed and then restart: no clock is left to tell.
    @Test(arguments: QuizPolicy.Clock.allCases)
    func `is right to the second, or says that it cannot be proved`(
        _ policy: QuizPolicy.Clock
    ) throws {
        var (proved, unproved) = (0, 0)
        for seed: UInt64 in 0..<400 {
            var generator = SeededGenerator(seed: seed)
            var scene = try Scene(QuizPolicy { $0.clock = policy }, "^")
            var (truth, seconds) = (Duration.zero, 0)
            for _ in 0..<40 {
                let passed = generator.index(below: 3_000)
                let isThere = scene.attempt.state == .onScreen
                seconds += passed
                try scene.play("t\(seconds)")
                if policy == .wall || isThere { truth += .seconds(passed) }
                switch generator.index(below: 8) {
                case 0: try scene.play("~,w\((1 + generator.index(below: 3)) * 86_400),k")
                case 1: try scene.play("~,w-\((1 + generator.index(below: 3)) * 86_400),k")
                case 2: try scene.play("~,w-\(3 + generator.index(below: 90)),k")
                case 3: try scene.play("p,b,~")
                case 4: try scene.play("p")
                case 5, 6: try scene.play("~")
                default: try scene.play("@\(["a", "b"][generator.index(below: 2)])")
                }
                let clock = scene.attempt.clock
                let isOnScreen = scene.attempt.state == .onScreen
                let elapsed = clock.elapsed(at: scene.now, isOnScreen: isOnScreen)
                if clock.isProvable(at: scene.now) {
                    proved += 1
                    #expect(elapsed == truth)
                } else {
                    // In doubt, nobody is told of more time than passed.
                    unproved += 1
                    #expect(elapsed <= truth)
                    break
                }
            }
        }
        #expect(proved > 3_000)
        // Active time needs no wall clock: nobody is there while the machine is off.
        #expect(policy == .wall ? unproved > 100 : unproved == 0)
    }
}
