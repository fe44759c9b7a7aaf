import Assessment

/// The sums over all learners that the figures of a quiz are made of.
struct TotalSums {
    let learners: Int128
    let sum: Int128
    /// The two middle totals together, which are one total twice where the number is odd.
    let middle: Int128
    // Each is `learners` squared times the population's.
    let variance: Int128
    let itemVariances: [Int128]
    let itemCovariances: [Int128]
    private let perPoint: Int
    private let possible: Int
    private let totals: [(total: Int, learners: Int)]

    init(_ counts: ItemCounts) {
        learners = Int128(counts.learners)
        perPoint = counts.perPoint
        possible = counts.maxima.reduce(0, +)
        let cells = counts.cells()
        let items = cells.map { cells in
            var sums = PairSums()
            for cell in cells { sums.add(cell.mark, cell.total, times: cell.learners) }
            return sums
        }
        itemVariances = items.map(\.firstVariance)
        itemCovariances = items.map(\.covariance)
        variance = items.first?.secondVariance ?? 0
        var totals: [(total: Int, learners: Int)] = []
        for cell in (cells.first ?? []).sorted(by: { $0.total < $1.total }) {
            if let last = totals.last, last.total == cell.total {
                totals[totals.count - 1].learners += cell.learners
            } else {
                totals.append((cell.total, cell.learners))
            }
        }
        self.totals = totals
        sum = totals.reduce(0) { $0 + Int128($1.total) * Int128($1.learners) }
        func total(at place: Int) -> Int128 {
            var left = place
            for (total, learners) in totals {
                if left < learners { return Int128(total) }
                left -= learners
            }
            return 0
        }
        middle = total(at: (counts.learners - 1) / 2) + total(at: counts.learners / 2)
    }

    /// Nil for nothing over nothing.
    func points(_ units: Int128, over count: Int128) throws(Rational.Overflow) -> Rational? {
        count == 0 ? nil : try Rational(units, over: count * Int128(perPoint))
    }

    /// Nil where the total is the same for all.
    func alpha(
        _ items: Int, _ itemVariance: Int128, _ variance: Int128
    ) throws(Rational.Overflow) -> Rational? {
        guard items > 1, variance > 0 else { return nil }
        return try Rational(Int128(items), over: Int128(items - 1))
            * Rational(variance - itemVariance, over: variance)
    }

    /// With the points that can be earned for the number of items.
    func kr21() throws(Rational.Overflow) -> Rational? {
        let items = try Rational(Int128(possible), over: Int128(perPoint))
        guard items > .one, variance > 0 else { return nil }
        let unexplained = try Rational(
            sum * (Int128(possible) * learners - sum), over: variance
        ).divided(by: items)
        return try (Rational.one - (unexplained ?? .zero))
            * (items.divided(by: items - .one) ?? .zero)
    }

    var deviation: Double {
        (Double(variance) / Double(learners) / Double(learners - 1)).squareRoot() / Double(perPoint)
    }

    /// The mean of the distances from the mean, raised to a power.
    private func moment(_ power: Int) -> Double {
        let mean = Double(sum) / Double(learners)
        return totals.reduce(0) { moment, row in
            let distance = Double(row.total) - mean
            return moment + Double(row.learners)
                * (0..<power).reduce(1) { product, _ in product * distance }
        } / Double(learners)
    }

    // Fisher's, as in https://docs.moodle.org/dev/Quiz_statistics_calculations.
    var skewness: Double? {
        guard learners > 2, variance > 0 else { return nil }
        let n = Double(learners)
        let second = n * moment(2) / (n - 1)
        return n * n * moment(3) / ((n - 1) * (n - 2)) / (second * second.squareRoot())
    }

    var kurtosis: Double? {
        guard learners > 3, variance > 0 else { return nil }
        let n = Double(learners)
        let second = n * moment(2) / (n - 1)
        let fourth = n * n * ((n + 1) * moment(4) - 3 * (n - 1) * moment(2) * moment(2))
        return fourth / ((n - 1) * (n - 2) * (n - 3)) / (second * second)
    }
}
