package import Assessment

/// What marks on one criterion are measured by.
package struct Yardstick: Sendable, Hashable {
    /// A level that has points.
    package struct Step: Sendable, Hashable {
        package let level: Scale.Level.ID
        package let points: Rational
    }

    package let criterion: Criterion.ID
    /// The scored levels, worst first; empty where marks are numbers.
    package let steps: [Step]
    package let lowest: Rational
    package let highest: Rational
    private let polarity: Criterion.Polarity
    private let base: Scoring.Base

    /// Nil for what is not scored: words, and scales without a single level that has points.
    init?(_ criterion: Criterion, in rubric: Rubric) {
        self.criterion = criterion.id
        polarity = criterion.polarity
        base = rubric.scoring.base
        switch criterion.kind {
        case .levels(let scale), .check(let scale):
            let levels = rubric.scales.first { $0.id == scale }?.levels ?? []
            let steps = levels.compactMap { level in
                level.points.map { points in
                    let own = criterion.descriptors.first { $0.level == level.id }?.points
                    return Step(level: level.id, points: own ?? points)
                }
            }.sorted { $0.points < $1.points }
            guard let first = steps.first, let last = steps.last else { return nil }
            self.steps = criterion.polarity == .higher ? steps : steps.reversed()
            (lowest, highest) = (first.points, last.points)
        case .points(let minimum, let maximum, _):
            (steps, lowest, highest) = ([], minimum, maximum)
        case .measure, .share:
            (steps, lowest, highest) = ([], .zero, .one)
        case .text: return nil
        }
    }

    /// What points come to; nil where even the best mark earns nothing.
    ///
    /// Where less is better it is the way from the highest that counts, whatever the base.
    func marks(for points: Rational) throws(Rational.Overflow) -> Marks? {
        let marks =
            switch (polarity, base) {
            case (.higher, .zero): Marks(earned: points, possible: highest)
            case (.higher, .minimumToMaximum):
                Marks(earned: try points - lowest, possible: try highest - lowest)
            case (.lower, _):
                Marks(earned: try highest - points, possible: try highest - lowest)
            }
        return marks.possible > .zero ? marks : nil
    }

    /// The points that come to the share, which no single mark need have.
    package func points(for share: Rational) throws(Rational.Overflow) -> Rational {
        switch (polarity, base) {
        case (.higher, .zero): try share * highest
        case (.higher, .minimumToMaximum): try lowest + share * (highest - lowest)
        case (.lower, _): try highest - share * (highest - lowest)
        }
    }

    package func points(of threshold: Gate.Threshold) -> Rational? {
        switch threshold {
        case .points(let points): points
        case .level(let level): steps.first { $0.level == level }?.points
        }
    }

    /// The share that a mark must come to; nil where no mark can.
    func share(of threshold: Gate.Threshold) throws(Rational.Overflow) -> Rational? {
        guard let points = points(of: threshold) else { return nil }
        return try marks(for: points)?.share()
    }

    /// How many scored levels the share has reached in full: 1 for the worst.
    package func stepsReached(by share: Rational) throws(Rational.Overflow) -> Int {
        var reached = 0
        for step in steps {
            if let needed = try self.share(of: .level(step.level)), needed <= share {
                reached += 1
            }
        }
        return reached
    }
}
