/// The time a sitting has used and has left, from nothing but its steps and the moment of asking.
///
/// *Wall* time runs from the first step on, also while nobody is there; *active* time runs from a
/// beginning or a resuming to the pause after it, or to the last step before the program ended.
/// While the machine runs its uptime counts, and no hand can set that. Over a restart there is only
/// the wall clock: where it can't be right, the time is counted in the learner's favor, never below
/// what the last step knew, and ``isProvable`` says so.
package struct AttemptClock: Sendable, Hashable {
    /// How far the two clocks may part before it counts as a jump.
    package static let tolerance = Duration.seconds(2)

    package let policy: QuizPolicy.Clock
    package let limit: Duration?
    /// How long after the deadline a submission is still taken; answers are not.
    package let grace: Duration
    /// What was used up to the last step.
    package private(set) var elapsed = Duration.zero
    /// Whether the time used is known, up to the last step.
    package private(set) var isProvable = true
    package private(set) var last: Moment?
    private var first: Moment?
    /// Whether time after the last step counts.
    private var isCounting = false

    package init(_ policy: QuizPolicy, _ steps: some Sequence<Step> = []) {
        self.policy = policy.clock
        limit = policy.timeLimit.map { Duration($0) }
        grace = policy.grace.map { Duration($0) } ?? .zero
        for step in steps { follow(step) }
    }

    package mutating func follow(_ step: Step) {
        if let last, isCounting, policy == .wall || !Self.endsAbsence(step.kind) {
            let reading = reading(at: step.moment, since: last)
            elapsed = reading.elapsed
            isProvable = isProvable && reading.isProvable
        }
        first = first ?? step.moment
        last = step.moment
        switch step.kind {
        case .begun, .resumed: isCounting = true
        case .paused: isCounting = policy == .wall
        case .timeRanOut, .submitted, .abandoned: isCounting = false
        case .answered, .cleared, .flagged, .unflagged, .settled, .moved, .undone, .redone,
            .leftScreen, .cameBack, .clockJumped:
            isCounting = isCounting || policy == .wall
        }
    }

    /// Before these steps the program may have ended unseen, and active time with it.
    private static func endsAbsence(_ kind: Step.Kind) -> Bool {
        kind == .resumed || kind == .abandoned
    }

    /// What is used at a moment; active time stands still where the sitting is not on screen.
    package func elapsed(at moment: Moment, isOnScreen: Bool) -> Duration {
        guard let last, isCounting, policy == .wall || isOnScreen else { return elapsed }
        return reading(at: moment, since: last).elapsed
    }

    /// Whether what is used at a moment is known.
    package func isProvable(at moment: Moment) -> Bool {
        guard let last, isCounting, policy == .wall else { return isProvable }
        return isProvable && reading(at: moment, since: last).isProvable
    }

    /// Whether the wall clock was set since the last step, as far as can be told.
    package func hasJumped(at moment: Moment) -> Bool {
        guard let last else { return false }
        let passed = moment.time.since(last.time)
        guard let uptime = moment.uptime(since: last) else { return passed < .zero }
        return passed - uptime > Self.tolerance || uptime - passed > Self.tolerance
    }

    private func reading(
        at moment: Moment, since last: Moment
    ) -> (elapsed: Duration, isProvable: Bool) {
        if let passed = moment.uptime(since: last) { return (elapsed + passed, true) }
        let passed = moment.time.since(last.time)
        guard passed >= .zero else { return (elapsed, false) }
        let sinceLast = elapsed + passed
        guard policy == .wall, let first else { return (sinceLast, true) }
        // The two differ where the clock was set before the restart: nobody can tell which of its
        // times is right now.
        let sinceFirst = moment.time.since(first.time)
        let gap = max(sinceLast - sinceFirst, sinceFirst - sinceLast)
        return (max(elapsed, min(sinceLast, sinceFirst)), gap <= Self.tolerance)
    }
}
