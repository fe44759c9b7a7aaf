import Assessment
import Statistics
import Testing

@Suite struct `The times that items take` {
    /// Each learner has as many seconds for the first item as is told, and ten for the others; those
    /// with less than five get it right, and the others do not.
    private func statistics(
        _ seconds: [Double?], items: Int = 1
    ) throws -> [ItemStatistics] {
        var marks = QuizMarks((0..<items).map { QuizMarks.Item(id: "q\($0)", possible: .one) })
        for (learner, time) in seconds.enumerated() {
            var times = [Int: Rational](
                uniqueKeysWithValues: (0..<items).map { ($0, Rational(10)) })
            times[0] = try time.map { try Rational(Int128($0 * 10), over: 10) }
            let mark: Rational = time.map { $0 < 5 } ?? true ? .one : .zero
            try marks.add("L\(learner)", Array(repeating: mark, count: items), times: times)
        }
        return try QuizStatistics(marks).items
    }

    /// What numpy 2.4 says: `numpy.quantile(times, [0.25, 0.5, 0.75])`.
    @Test(arguments: [
        (Array(stride(from: 1.0, through: 10, by: 1)), [3.25, 5.5, 7.75]),
        ([9, 1, 8.5, 2, 7, 3, 6, 4, 5, 5, 100], [3.5, 5, 7.75]),
        (Array(repeating: 4, count: 12), [4, 4, 4]),
    ]) func `are told by their quarters`(_ seconds: [Double], _ quarters: [Double]) throws {
        let times = try #require(try statistics(seconds + [nil])[0].times)
        let own = [times.lowerQuartile, times.median, times.upperQuartile]
        #expect(own.map(\.number) == quarters)
        #expect(own.allSatisfy { $0.basis == Basis(units: seconds.count, missing: 1) })
    }

    @Test func `are not told of few, nor where none is known`() throws {
        let times = try #require(try statistics([1, 2, 3, 4, 5, 6, 7, 8, 9])[0].times)
        #expect(times.median.undefined == .tooFewUnits(needed: 10))
        #expect(times.hasty == nil)
        #expect(try statistics([nil, nil])[0].times == nil)
    }

    /// A tenth of the mean, and ten seconds at most, is too fast to have read an item.
    @Test(arguments: [
        // The mean is 802 / 11, so that 7 seconds are just too few, and 9 are not.
        ([100, 100, 100, 100, 100, 100, 100, 85, 9, 7, 1], 2, "7.290909091", true),
        ([100, 100, 100, 100, 100, 100, 100, 100, 100, 1], 1, "9.01", false),
        ([900, 900, 900, 900, 900, 900, 900, 900, 10, 9.9], 1, "10", false),
        (Array(repeating: 3, count: 20), 0, "0.3", false),
    ]) func `show who was done too soon`(
        _ seconds: [Double], _ learners: Int, _ limit: String, _ isOften: Bool
    ) throws {
        let item = try statistics(seconds)[0]
        let hasty = try #require(item.times?.hasty)
        #expect(hasty.learners == learners)
        #expect(isClose(Double(hasty.limit), Double(limit), relative: 1e-7))
        #expect(hasty.isOften == isOften && item.flags.contains(.hasty) == isOften)
        let fast = seconds.filter { $0 < Double(hasty.limit) }
        #expect(
            isClose(
                hasty.facility.number,
                fast.isEmpty ? nil : Double(fast.count { $0 < 5 }) / Double(fast.count)))
    }

    /// The other items take ten seconds each.
    @Test(arguments: [(20.0, 6, false), (20.1, 6, true), (90, 6, true), (90, 4, false)])
    func `stand out where they are far longer than the others`(
        _ seconds: Double, _ items: Int, _ isSlow: Bool
    ) throws {
        let found = try statistics(Array(repeating: seconds, count: 12), items: items)
        #expect(found[0].flags.contains(.slow) == isSlow)
        #expect(found.dropFirst().allSatisfy { !$0.flags.contains(.slow) })
    }
}
