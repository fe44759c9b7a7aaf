/// A length of time in whole seconds, as files and rules give it.
package struct Seconds: Sendable, Hashable, Comparable {
    package let count: Int

    package init(_ count: Int) {
        self.count = count
    }

    package static func < (left: Self, right: Self) -> Bool { left.count < right.count }

    /// In the largest unit that divides it, and one day as `24h`: `45m`, `90s`, `7d`.
    package var text: String {
        for (unit, length) in [("d", 86_400), ("h", 3_600), ("m", 60)]
        where count > 0 && count % length == 0 && !(unit == "d" && count == length) {
            return "\(count / length)\(unit)"
        }
        return "\(count)s"
    }

    /// Nil where the text is not a whole number and one of `s`, `m`, `h` and `d`, or is over a year.
    package init?(text: String) {
        let lengths: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let unit = text.last, let length = lengths[unit] else { return nil }
        let digits = text.dropLast()
        guard (1...9).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = Int(digits), number * length <= 366 * 86_400
        else { return nil }
        count = number * length
    }
}

/// The rules of a quiz that say nothing about its questions.
package struct QuizPolicy: Sendable, Hashable {
    /// What the clock counts: all time since the start, or the time a question was on screen.
    package enum Clock: String, Sendable, Hashable, CaseIterable {
        case wall, active
    }

    /// Which of several sittings stands.
    package enum Counting: String, Sendable, Hashable, CaseIterable {
        case best, first, last
    }

    /// When a learner sees what was right.
    package enum Feedback: String, Sendable, Hashable, CaseIterable {
        case afterSubmit = "after-submit"
        case afterEach = "after-each"
        case afterRelease = "after-release"
        case never
    }

    /// How the questions of a sitting are arranged.
    package enum Arrangement: String, Sendable, Hashable, CaseIterable {
        case shuffled, listed
    }

    /// What a second sitting asks.
    package enum Retake: String, Sendable, Hashable, CaseIterable {
        case fresh, same
    }

    /// The deadline is when so much was used; an answer given at that very moment is in time.
    package var timeLimit: Seconds?
    /// How long after the deadline a sitting may still be submitted as it stands; no answer may be
    /// given, changed or taken back then. After it the sitting is submitted by itself.
    package var grace: Seconds?
    package var clock = Clock.wall
    /// Nil means as many as the learner likes; one that was given up counts, too.
    package var attempts: Int?
    /// From the end of one sitting to the beginning of the next.
    package var wait: Seconds?
    package var counting = Counting.best
    package var feedback = Feedback.afterSubmit
    package var arrangement = Arrangement.shuffled
    package var retake = Retake.fresh
    package var asksConfidence = false
    /// Whether somebody watches: leaving the screen is recorded, and nothing is shown of the result
    /// before it is released.
    package var isProctored = false
    /// Whether a learner may come back to a question that was left; going ahead is always allowed.
    package var allowsBacktracking = true

    package init() {}
}

extension QuizPolicy.Counting {
    /// The sitting that stands, the best, the first or the last, of those that were graded.
    ///
    /// They come in the order they began. The best has the greatest share of its marks; of equal ones
    /// the earlier stands. One without a share, because nothing could be earned, is best only where
    /// there is no other.
    package func standing<Sitting>(
        among sittings: [Sitting], marks: (Sitting) -> Marks?
    ) throws(Rational.Overflow) -> Sitting? {
        let graded = sittings.filter { marks($0) != nil }
        switch self {
        case .first: return graded.first
        case .last: return graded.last
        case .best:
            var best = graded.first
            var bestShare = try best.flatMap(marks)?.share()
            for sitting in graded.dropFirst() {
                guard let share = try marks(sitting)?.share() else { continue }
                if let bestShare, share <= bestShare { continue }
                (best, bestShare) = (sitting, share)
            }
            return best
        }
    }
}
