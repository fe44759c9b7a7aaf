package import Assessment

/// How far two reviewers agree beyond the chance that either draws as that reviewer's marks are
/// spread (Cohen 1960, and with weights 1968).
package struct CohensKappa: Sendable {
    package let observed: Quantity
    package let expected: Quantity
    package let kappa: Figure
    /// Of kappa as it is: Fleiss, Cohen and Everitt, "Large sample standard errors of kappa and
    /// weighted kappa", 1969.
    package let standardError: Double?
    /// What it would be if the two agreed by chance alone; kappa is held against this one.
    package let standardErrorByChance: Double?

    /// Computes from how much work got each two levels: a row for each level of the first reviewer,
    /// a column for each of the second.
    package init(
        table: [[Int]], levels: [Rational], weighting: Weighting = .unweighted, missing: Int = 0
    ) {
        let units = table.joined().reduce(0, +)
        let basis = Basis(units: units, missing: missing, raters: 2)
        let weights = weighting.weights(of: levels)
        let rows = table.map { $0.reduce(0, +) }
        let columns = levels.indices.map { column in table.reduce(0) { $0 + $1[column] } }
        let products = rows.map { row in columns.map { row * $0 } }
        observed = units == 0 ? .zero : table.sum(weighted: weights) / Quantity(units)
        expected =
            units == 0 ? .zero : products.sum(weighted: weights) / Quantity(units * units)
        let beyond = Quantity.one - expected
        guard units > 0, !beyond.isZero else {
            kappa = Figure(.undefined(units > 0 ? .noVariation : .noOverlap), on: basis)
            (standardError, standardErrorByChance) = (nil, nil)
            return
        }
        let value = (observed - expected) / beyond
        let spread = Spread(table: table, rows: rows, columns: columns, weights: weights)
        let error = spread.standardError(around: value.double, chance: expected.double)
        let reach = error * Interval.normalReach
        kappa = Figure(
            value.value, on: basis,
            interval: Interval(
                lower: value.double - reach, upper: min(1, value.double + reach), method: .normal))
        standardError = error
        standardErrorByChance = spread.standardErrorByChance(expected.double)
    }
}

extension Ratings {
    /// How far two of the reviewers agree, on the work that both have marked.
    package func kappa(
        of first: Int, and second: Int, weighting: Weighting = .unweighted
    ) -> CohensKappa {
        var table = levels.map { _ in levels.map { _ in 0 } }
        var missing = 0
        for unit in units {
            if let row = unit[first], let column = unit[second] {
                table[row][column] += 1
            } else {
                missing += 1
            }
        }
        return CohensKappa(table: table, levels: levels, weighting: weighting, missing: missing)
    }
}

/// A table as shares of the work.
private struct Spread {
    private let cells: [(share: Double, byChance: Double, weight: Double, margins: Double)]
    private let units: Double

    init(table: [[Int]], rows: [Int], columns: [Int], weights: [[Quantity]]) {
        let units = Double(rows.reduce(0, +))
        let weights = weights.map { $0.map(\.double) }
        let (rows, columns) = (rows.map { Double($0) / units }, columns.map { Double($0) / units })
        let across = weights.map { $0.dot(columns) }
        let down = columns.indices.map { column in
            rows.indices.reduce(0) { $0 + rows[$1] * weights[$1][column] }
        }
        cells = rows.indices.flatMap { row in
            columns.indices.map { column in
                (
                    Double(table[row][column]) / units, rows[row] * columns[column],
                    weights[row][column], across[row] + down[column]
                )
            }
        }
        self.units = units
    }

    func standardError(around kappa: Double, chance: Double) -> Double {
        let squares = cells.reduce(0.0) { sum, cell in
            let pull = cell.weight - cell.margins * (1 - kappa)
            return sum + cell.share * pull * pull
        }
        let mean = kappa - chance * (1 - kappa)
        return root(squares - mean * mean, chance)
    }

    func standardErrorByChance(_ chance: Double) -> Double {
        let squares = cells.reduce(0.0) { sum, cell in
            let pull = cell.weight - cell.margins
            return sum + cell.byChance * pull * pull
        }
        return root(squares - chance * chance, chance)
    }

    private func root(_ variance: Double, _ chance: Double) -> Double {
        // Where there is no variance, rounding may leave a little less than none.
        (max(0, variance) / units).squareRoot() / (1 - chance)
    }
}
