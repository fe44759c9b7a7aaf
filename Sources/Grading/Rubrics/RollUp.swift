package import Assessment

/// How results over time become one.
package enum RollUp: Sendable, Hashable {
    case highest, latest, average
    /// The latest at the share given, and the mean of all before it at the rest.
    case latestAndMean(latest: Rational)
    /// Each result at the share given, and all before it, weighed the same way, at the rest.
    case decaying(latest: Rational)
    /// The mean of those at least this good, once there are as many as asked.
    case mastery(count: Int, atLeast: Rational)

    /// The result of scores, the oldest first; nil where there is none yet.
    package func result(of scores: [Rational]) throws(Rational.Overflow) -> Rational? {
        guard let latest = scores.last else { return nil }
        switch self {
        case .highest: return scores.max()
        case .latest: return latest
        case .average: return try Self.mean(scores[...])
        case .latestAndMean(let share):
            guard let before = try Self.mean(scores.dropLast()) else { return latest }
            return try share * latest + (.one - share) * before
        case .decaying(let share):
            var result = scores[0]
            for score in scores.dropFirst() {
                result = try share * score + (.one - share) * result
            }
            return result
        case .mastery(let count, let least):
            let mastered = scores.filter { $0 >= least }
            return mastered.count < max(count, 1) ? nil : try Self.mean(mastered[...])
        }
    }

    private static func mean(
        _ scores: ArraySlice<Rational>
    ) throws(Rational.Overflow) -> Rational? {
        try scores.total().divided(by: Rational(scores.count))
    }
}
