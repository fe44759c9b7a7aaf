import Assessment

/// How an item did among the others.
///
/// Moodle's quiz statistics define most of them: it prints a hundred times ours, and calls the
/// correlation with the rest the discrimination index.
/// https://docs.moodle.org/dev/Quiz_statistics_calculations
package struct ItemFigures: Sendable, Hashable {
    /// The share that learners earned of what the item gives.
    package let facility: Figure
    /// The standard deviation of its marks, in points.
    package let deviation: Figure
    /// How its marks go with those of all other items, with a 95% interval.
    package let restCorrelation: Figure
    /// The share of the largest covariance with the rest that these marks could have had.
    package let efficiency: Figure
    /// What the best 27% earned more than the last 27%; who ties at the border counts in part.
    package let upperLower: Figure
    /// The share of the total's spread that the item makes.
    package fileprivate(set) var effectiveWeight: Figure
    /// The share of all points that the item gives.
    package let intendedWeight: Figure
}

extension ItemCounts {
    /// The figures of each item; a learner who was not asked is missing from that item's.
    package func figures() -> [ItemFigures] {
        let allPoints = maxima.reduce(0, +)
        var figures = cells().enumerated().map { item, cells in
            var sums = PairSums()
            for cell in cells { sums.add(cell.mark, cell.total - cell.mark, times: cell.learners) }
            let basis = Basis(units: Int(sums.count), missing: learners - Int(sums.count))
            let alone: Undefined = basis.units == 0 ? .noData : .tooFewUnits(needed: 2)
            let flat: Undefined = basis.units < 2 ? alone : .noVariation
            let possible = sums.count * Int128(maxima[item])
            return ItemFigures(
                facility: Figure(on: basis, otherwise: basis.units == 0 ? .noData : .nothingToEarn)
                {
                    () throws(Rational.Overflow) in
                    possible == 0 ? nil : try Rational(sums.firstSum, over: possible)
                },
                deviation: Figure(
                    on: basis, otherwise: alone,
                    about: sums.firstDeviation(perPoint: perPoint)),
                restCorrelation: Figure(
                    on: basis, otherwise: flat, about: sums.correlation,
                    interval: sums.correlationInterval),
                efficiency: Figure(on: basis, otherwise: flat) { () throws(Rational.Overflow) in
                    let largest = sums.covariance(ofProducts: Self.largestProducts(cells))
                    return largest == 0 ? nil : try Rational(sums.covariance, over: largest)
                },
                upperLower: Figure(
                    on: basis,
                    otherwise: Self.groupSize(basis.units) == 0 ? alone : .nothingToEarn
                ) { () throws(Rational.Overflow) in
                    try self.upperLower(cells, of: basis.units, maximum: maxima[item])
                },
                effectiveWeight: Figure(
                    on: basis, otherwise: basis.units < 2 ? alone : .negativeCovariance,
                    about: Self.weight(of: sums)),
                intendedWeight: Figure(on: basis, otherwise: .nothingToEarn) {
                    () throws(Rational.Overflow) in
                    allPoints == 0
                        ? nil : try Rational(Int128(maxima[item]), over: Int128(allPoints))
                })
        }
        let allWeights = figures.reduce(0) { $0 + ($1.effectiveWeight.number ?? 0) }
        for (item, figure) in figures.map(\.effectiveWeight).enumerated() {
            guard let weight = figure.number else { continue }
            figures[item].effectiveWeight = Figure(on: figure.basis, about: weight / allWeights)
        }
        return figures
    }

    /// Learners with one total and one mark.
    struct Cell {
        let total: Int
        let mark: Int
        let learners: Int
    }

    /// For each item those who were asked it, from the lowest mark on, and within a mark from the
    /// lowest total on.
    ///
    /// They are made for one item at a time, because those of all take much more memory than they
    /// are made of.
    func cells() -> some Collection<[Cell]> {
        let rows = totals.indices.sorted { totals[$0] < totals[$1] }
        return (0..<items).lazy.map { item in
            let slots = (item * stride + 1..<(item + 1) * stride).sorted { units[$0] < units[$1] }
            var cells: [Cell] = []
            cells.reserveCapacity(rows.count * 2)
            for slot in slots {
                for row in rows {
                    let learners = Int(counts[row * units.count + slot])
                    guard learners > 0 else { continue }
                    cells.append(Cell(total: totals[row], mark: units[slot], learners: learners))
                }
            }
            return cells
        }
    }

    /// The root of the covariance with the total; nil for a single learner, and where that is
    /// negative.
    private static func weight(of sums: PairSums) -> Double? {
        guard sums.count > 1 else { return nil }
        // The total is the rest and the mark itself.
        let covariance = sums.covariance + sums.firstVariance
        let scale = Double(sums.count) * (Double(sums.count) - 1)
        return covariance < 0 ? nil : (Double(covariance) / scale).squareRoot()
    }

    /// The sum of products of marks and rests, had the best of the rest earned the most here.
    private static func largestProducts(_ marks: [Cell]) -> Int128 {
        // Within a mark the rests are in order already, which leaves sorting to merge a few runs.
        let rests = marks.sorted { $0.total - $0.mark < $1.total - $1.mark }
        var products: Int128 = 0
        var (mark, rest) = (0, 0)
        var (left, right) = (marks.first?.learners ?? 0, rests.first?.learners ?? 0)
        while mark < marks.count, rest < rests.count {
            let both = min(left, right)
            let product = Int128(marks[mark].mark) &* Int128(rests[rest].total - rests[rest].mark)
            products &+= product &* Int128(both)
            left -= both
            right -= both
            if left == 0 {
                mark += 1
                left = mark < marks.count ? marks[mark].learners : 0
            }
            if right == 0 {
                rest += 1
                right = rest < rests.count ? rests[rest].learners : 0
            }
        }
        return products
    }

    /// Kelley, "The selection of upper and lower groups for the validation of test items", 1939,
    /// found 27% best.
    static func groupSize(_ learners: Int) -> Int { (27 * learners + 50) / 100 }

    private func upperLower(
        _ cells: [Cell], of learners: Int, maximum: Int
    ) throws(Rational.Overflow) -> Rational? {
        let size = Self.groupSize(learners)
        let cells = cells.sorted { $0.total < $1.total }
        let lower = try Self.earned(by: size, of: cells)
        let upper = try Self.earned(by: size, of: cells.reversed())
        return try (upper - lower).divided(by: Rational(size * maximum))
    }

    /// The units that the first so many earned, where equal totals share what is left of the
    /// group.
    static func earned(
        by size: Int, of cells: some Collection<Cell>
    ) throws(Rational.Overflow) -> Rational {
        var (earned, left) = (0, size)
        var rest = cells[...]
        while left > 0, let total = rest.first?.total {
            let tied = rest.prefix { $0.total == total }
            rest = rest.dropFirst(tied.count)
            let learners = tied.reduce(0) { $0 + $1.learners }
            let units = tied.reduce(0) { $0 + $1.mark * $1.learners }
            guard learners <= left else {
                let share = try Rational(Int128(units) * Int128(left), over: Int128(learners))
                return try Rational(earned) + share
            }
            earned += units
            left -= learners
        }
        return Rational(earned)
    }
}
