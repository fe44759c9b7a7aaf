/// One sitting in progress: what its steps made of it, and what may happen next.
///
/// A value: clocks, disk and screen live outside. What a failed write could not keep did not happen,
/// so the copy that received the event takes the place of the old one only once its steps are safe:
///
/// ```swift
/// var next = attempt
/// let action = next.receive(.answer(item, answer), at: clock.now)
/// if case .keep(let steps) = action { try store.add(steps) }
/// attempt = next
/// ```
package struct Attempt: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        case notBegun
        /// Open, and nobody is there: it was paused, or the program that showed it ended.
        case away
        case onScreen
        case over(Ending)
    }

    package enum Ending: String, Sendable, Hashable, CaseIterable {
        case submitted
        case timeRanOut = "time-ran-out"
        /// Given up: it is not graded, and it counts as an attempt.
        case abandoned
    }

    package let plan: SittingPlan
    package private(set) var state = State.notBegun
    package private(set) var answers = Answers()
    package private(set) var clock: AttemptClock
    /// How many steps it has; the next one's number is one more.
    package private(set) var stepCount = 0
    /// Whether the screen was left while somebody was watching, and has not come back.
    private(set) var isOutOfSight = false
    private let places: [Item.ID: Int]

    /// Follows the steps kept so far; nobody is there until it is resumed.
    ///
    /// Steps that no machine of ours would have kept are followed as far as they make sense, and
    /// none after the one that ended the sitting.
    package init(_ plan: SittingPlan, _ steps: some Sequence<Step> = []) {
        self.plan = plan
        clock = AttemptClock(plan.policy)
        places = Dictionary(
            zip(plan.items, plan.items.indices), uniquingKeysWith: { first, _ in first })
        for step in steps { follow(step) }
        if state == .onScreen { state = .away }
    }

    /// The item on screen, or the one to come back to; nil where the sitting asks nothing.
    package var item: Item.ID? {
        if let item = answers.lastItem, places[item] != nil { item } else { plan.items.first }
    }

    /// When it was over, by the clock of the machine it was taken on.
    package var ended: Timestamp? {
        if case .over = state { clock.last?.time } else { nil }
    }

    package func timeLeft(at moment: Moment) -> TimeLeft {
        clock.timeLeft(at: moment, isOnScreen: state == .onScreen)
    }

    /// Counted from 0; nil where the sitting does not ask it.
    func place(of item: Item.ID) -> Int? { places[item] }

    mutating func follow(_ step: Step) {
        if case .over = state { return }
        answers.follow(step)
        clock.follow(step)
        stepCount += 1
        switch step.kind {
        case .leftScreen: isOutOfSight = true
        case .cameBack, .begun, .resumed: isOutOfSight = false
        default: break
        }
        switch step.kind {
        case .begun, .resumed: state = .onScreen
        case .paused: state = .away
        case .timeRanOut: state = .over(.timeRanOut)
        case .submitted: state = .over(.submitted)
        case .abandoned: state = .over(.abandoned)
        case .answered, .cleared, .flagged, .unflagged, .settled, .moved, .undone, .redone,
            .leftScreen, .cameBack, .clockJumped:
            if state == .notBegun { state = .away }
        }
    }
}
