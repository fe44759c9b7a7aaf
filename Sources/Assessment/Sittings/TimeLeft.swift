/// Where a sitting stands against its time limit.
package enum TimeLeft: Sendable, Hashable {
    case unlimited
    /// Zero is still in time: the deadline belongs to the learner.
    case left(Duration)
    /// The deadline has passed, and a submission is still taken for so long.
    case grace(Duration)
    case out
}

/// How little time must be left for a learner to be told.
package enum TimeWarning: Int, Sendable, Hashable, CaseIterable {
    case fiveMinutes = 5
    case oneMinute = 1

    package var left: Duration { .seconds(60 * rawValue) }
}

extension AttemptClock {
    package func timeLeft(at moment: Moment, isOnScreen: Bool) -> TimeLeft {
        guard let limit else { return .unlimited }
        let left = limit - elapsed(at: moment, isOnScreen: isOnScreen)
        if left >= .zero { return .left(left) }
        return left + grace >= .zero ? .grace(left + grace) : .out
    }

    /// When the time ends by the last step's clocks; nil without a limit or a step.
    ///
    /// Time that ran out while nobody was there ran out then, and not when somebody looked.
    package var deadline: Moment? {
        guard let limit, let last else { return nil }
        return last.advanced(by: max(.zero, limit - elapsed))
    }

    /// The warning that came due on screen after one moment and not after another.
    ///
    /// Where a sleeping machine missed both, only the more urgent one is of use.
    package func warning(after earlier: Moment, until later: Moment) -> TimeWarning? {
        guard let limit else { return nil }
        let before = limit - elapsed(at: earlier, isOnScreen: true)
        let now = limit - elapsed(at: later, isOnScreen: true)
        guard now >= .zero else { return nil }
        return TimeWarning.allCases.last { $0.left < before && now <= $0.left }
    }
}
