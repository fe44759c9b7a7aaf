package import Assessment

extension Panel.Rule {
    /// One value of several, each with its reviewer's weight; nil for none.
    package func combine(
        _ values: [(value: Rational, weight: Rational)]
    ) throws(Rational.Overflow) -> Rational? {
        let sorted = values.map(\.value).sorted()
        guard let least = sorted.first, let most = sorted.last else { return nil }
        switch self {
        case .min: return least
        case .max: return most
        case .mean: return try Self.mean(sorted)
        case .median:
            let middle = sorted.count / 2
            let isEven = sorted.count.isMultiple(of: 2)
            return try Self.mean(sorted[(isEven ? middle - 1 : middle)...middle])
        case .trimmedMean:
            return try Self.mean(sorted.count > 2 ? sorted.dropFirst().dropLast() : sorted[...])
        case .weightedMean:
            var sum = Rational.zero
            for value in values { sum = try sum + value.value * value.weight }
            return try sum.divided(by: values.map(\.weight).total())
        case .vote:
            // The most that more than half of the reviewers gave at least.
            return sorted[(sorted.count - 1) / 2]
        }
    }

    private static func mean(
        _ values: some Collection<Rational>
    ) throws(Rational.Overflow) -> Rational? {
        try values.total().divided(by: Rational(values.count))
    }
}

extension [Rational] {
    /// Where those stand that are nearest to each other: more than two where pairs are equally near.
    func nearestToEachOther() throws(Rational.Overflow) -> Set<Int> {
        let order = indices.sorted { self[$0] < self[$1] }
        var least: Rational?
        var chosen: Set<Int> = []
        for (first, second) in zip(order, order.dropFirst()) {
            let distance = try self[second] - self[first]
            if let least, distance > least { continue }
            if distance != least { chosen = [] }
            least = distance
            chosen.formUnion([first, second])
        }
        return chosen
    }
}
