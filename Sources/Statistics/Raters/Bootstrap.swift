import Assessment

/// Finds how far a figure can be trusted by computing it again and again, each time from as much
/// work drawn with replacement (Efron, "Bootstrap methods: another look at the jackknife", 1979).
///
/// The same seed draws the same work on every machine, so that an interval can be computed again.
package struct Bootstrap: Sendable, Hashable {
    package let seed: UInt64
    package let draws: Int
    package let confidence: Double

    package init(seed: UInt64, draws: Int = 2_000, confidence: Double = 0.95) {
        precondition(draws > 0 && confidence > 0 && confidence < 1, "an interval needs draws")
        self.seed = seed
        self.draws = draws
        self.confidence = confidence
    }

    /// The middle share of the figures that the draws have; a draw without a figure, as where all
    /// its marks are equal, is left out. Nil where most draws have none.
    package func interval<Unit>(
        of units: [Unit], _ figure: ([Unit]) -> Double?
    ) -> Interval? {
        guard !units.isEmpty else { return nil }
        var generator = SeededGenerator(seed: seed)
        let found = (0..<draws).compactMap { _ in
            figure(units.map { _ in units[generator.index(below: units.count)] })
        }.sorted()
        guard 2 * found.count > draws else { return nil }
        let tail = (1 - confidence) / 2
        let place = Int((tail * Double(found.count)).rounded(.down))
        return Interval(
            lower: found[place], upper: found[found.count - 1 - place], confidence: confidence,
            method: .bootstrap)
    }
}

extension Ratings {
    /// The interval of whatever is computed from these ratings.
    package func interval(
        _ bootstrap: Bootstrap, of figure: (Ratings) -> Figure
    ) -> Interval? {
        bootstrap.interval(of: units) {
            figure(Ratings(levels: levels, units: $0)).number
        }
    }
}
