package import Assessment

/// How long learners had an item on screen, in seconds.
package struct ItemTimes: Sendable, Hashable {
    /// What a quarter, half and three quarters of them were done within; none where fewer than
    /// `QuizStatistics.fewest` have a time, each of which would then show too much of one person.
    package let lowerQuartile: Figure
    package let median: Figure
    package let upperQuartile: Figure
    /// Nil where there are too few to say.
    package let hasty: Hasty?

    /// Those who were done so soon that they hardly read the item: in a tenth of the mean time, and
    /// in ten seconds at most.
    ///
    /// Wise and Ma, "Setting response time thresholds for a CAT item pool: the normative threshold
    /// method", 2012.
    package struct Hasty: Sendable, Hashable {
        package let learners: Int
        /// How many seconds are too few.
        package let limit: Rational
        /// The share that they earned of what the item gives.
        package let facility: Figure
        /// Whether more than one in ten did so, which leaves too few who tried: Wise, "An
        /// investigation of the differential effort received by items", 2006.
        package let isOften: Bool
    }

    /// The figures of learners who were asked, each with a time where one is known.
    init(
        _ asked: [(time: Rational?, mark: Rational)], possible: Rational
    ) throws(Rational.Overflow) {
        let times = asked.compactMap(\.time).sorted()
        let basis = Basis(units: times.count, missing: asked.count - times.count)
        let isEnough = times.count >= QuizStatistics.fewest
        func quarters(_ parts: Int) -> Figure {
            isEnough
                ? Figure.quantile(parts, of: 4, of: times, on: basis)
                : Figure(.undefined(.tooFewUnits(needed: QuizStatistics.fewest)), on: basis)
        }
        lowerQuartile = quarters(1)
        median = quarters(2)
        upperQuartile = quarters(3)
        hasty = isEnough ? try Hasty(asked, times, possible: possible) : nil
    }
}

extension ItemTimes.Hasty {
    fileprivate init(
        _ asked: [(time: Rational?, mark: Rational)], _ times: [Rational], possible: Rational
    ) throws(Rational.Overflow) {
        let tenth = try times.total().divided(by: Rational(10 * times.count)) ?? .zero
        limit = min(tenth, Rational(10))
        var marks: [Rational] = []
        for (time, mark) in asked {
            if let time, time < limit { marks.append(mark) }
        }
        let earned = marks
        learners = earned.count
        isOften = 10 * earned.count > times.count
        facility = Figure(
            on: Basis(units: earned.count), otherwise: earned.isEmpty ? .noData : .nothingToEarn
        ) { () throws(Rational.Overflow) in
            try earned.total().divided(by: Rational(earned.count) * possible)
        }
    }
}

extension [ItemTimes?] {
    /// With fewer items nothing is said of one that takes longer.
    private static var fewest: Int { 5 }

    /// The places of items that take far longer than the others: half of the learners need more than
    /// twice what the item in the middle takes, and it lies outside of Tukey's fences, "Exploratory
    /// data analysis", 1977.
    func slow() throws(Rational.Overflow) -> Set<Int> {
        let medians = compactMap { $0?.median.exact }.sorted()
        guard medians.count >= Self.fewest, let lower = try medians.quantile(1, of: 4),
            let middle = try medians.quantile(1, of: 2), let upper = try medians.quantile(3, of: 4)
        else { return [] }
        let fence = try upper + (upper - lower) * Rational(3, over: 2)
        let limit = Swift.max(fence, try middle * Rational(2))
        return Set(indices.filter { self[$0]?.median.exact.map { $0 > limit } ?? false })
    }
}
