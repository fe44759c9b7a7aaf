import Statistics
import Testing

@Suite struct `An interval` {
    struct Pair: Sendable, CustomTestStringConvertible {
        let one: (count: Int, units: Int)
        let other: (count: Int, units: Int)
        let lower: Double
        let upper: Double
        var testDescription: String { "\(one.count)/\(one.units) - \(other.count)/\(other.units)" }
    }

    /// Table II of Newcombe's paper, method 10, to the four decimals it prints.
    @Test(arguments: [
        Pair(one: (56, 70), other: (48, 80), lower: 0.0524, upper: 0.3339),
        Pair(one: (9, 10), other: (3, 10), lower: 0.1705, upper: 0.8090),
        Pair(one: (6, 7), other: (2, 7), lower: 0.0582, upper: 0.8062),
        Pair(one: (5, 56), other: (0, 29), lower: -0.0381, upper: 0.1926),
        Pair(one: (0, 10), other: (0, 20), lower: -0.1611, upper: 0.2775),
        Pair(one: (0, 10), other: (0, 10), lower: -0.2775, upper: 0.2775),
        Pair(one: (10, 10), other: (0, 20), lower: 0.6791, upper: 1.0000),
        Pair(one: (10, 10), other: (0, 10), lower: 0.6075, upper: 1.0000),
    ]) func `of a difference of shares is the published one`(pair: Pair) throws {
        let interval = try #require(Interval(newcombe: pair.one, pair.other))
        #expect(abs(interval.lower - pair.lower) < 0.00005)
        #expect(abs(interval.upper - pair.upper) < 0.00005)
    }

    @Test func `of a difference needs two groups`() {
        #expect(Interval(newcombe: (0, 0), (1, 2)) == nil)
        #expect(Interval(newcombe: (1, 2), (0, 0)) == nil)
    }
}
