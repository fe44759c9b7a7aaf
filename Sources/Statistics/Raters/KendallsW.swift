package import Assessment

/// How far reviewers put work in the same order: 1 for the same, 0 for no order in common (Kendall
/// and Babington Smith, "The problem of m rankings", 1939).
package struct KendallsW: Sendable {
    /// The squared distances of the works' sums of ranks from their mean, added up.
    package let squares: Quantity
    /// With the correction for ties.
    package let concordance: Figure
    package let chiSquare: Double?
    package let freedom: Int
    /// How likely so much order in common is where there is chance alone.
    package let significance: Double?

    /// Computes from a row of marks for each piece of work, a column for each reviewer.
    package init(marks: [[Rational?]]) {
        let table = marks.filter { !$0.contains(nil) }.map { $0.compactMap(\.self) }
        let (units, raters) = (table.count, table.first?.count ?? 0)
        let basis = Basis(
            units: units, missing: marks.joined().count { $0 == nil }, raters: raters)
        let rankings = (0..<raters).map { rater in Ranking(of: table.map { $0[rater] }) }
        let sums = (0..<units).map { unit in rankings.reduce(0) { $0 + $1.doubled[unit] } }
        let mean = Quantity(raters * (units + 1))
        squares =
            sums.map { (Quantity($0) - mean) * (Quantity($0) - mean) }.total() / Quantity(4)
        freedom = max(0, units - 1)
        let cubes = Quantity(units) * Quantity(units) * Quantity(units) - Quantity(units)
        let ties = Quantity(rankings.reduce(0) { $0 + $1.ties })
        let divisor = Quantity(raters) * (Quantity(raters) * cubes - ties)
        let reason: Undefined? =
            units < 2
            ? .tooFewUnits(needed: 2)
            : raters < 2 ? .tooFewRaters(needed: 2) : divisor.isZero ? .noVariation : nil
        if let reason {
            concordance = Figure(.undefined(reason), on: basis)
            (chiSquare, significance) = (nil, nil)
            return
        }
        let share = Quantity(12) * squares / divisor
        let statistic = Double(raters * freedom) * share.double
        concordance = Figure(share.value, on: basis)
        chiSquare = statistic
        significance = Distribution.chiSquare(freedom: Double(freedom)).above(statistic)
    }
}

/// One reviewer's order of the work.
private struct Ranking {
    /// Twice each rank, so that equal marks, which share the mean of their ranks, have whole ones.
    let doubled: [Int]
    /// The sum of n³ − n over all groups of n equal marks.
    let ties: Int

    init(of marks: [Rational]) {
        let order = marks.indices.sorted { marks[$0] < marks[$1] }
        var doubled = marks.map { _ in 0 }
        var ties = 0
        var first = 0
        while first < order.count {
            var next = first
            while next < order.count, marks[order[next]] == marks[order[first]] { next += 1 }
            for place in first..<next { doubled[order[place]] = first + next + 1 }
            let size = next - first
            ties += size * size * size - size
            first = next
        }
        (self.doubled, self.ties) = (doubled, ties)
    }
}
