package import Assessment

/// How the marks of each two items go together, among the learners who were asked both.
package struct Covariances: Sendable {
    /// Row by row.
    private let values: [[Rational?]]
    private let basis: Basis

    package init(_ table: MarkTable) throws(Rational.Overflow) {
        let (perPoint, units, _) = try table.units()
        let (codes, items) = (table.codes, table.items)
        var values = Array(repeating: [Rational?](repeating: nil, count: items), count: items)
        var fewest = table.learners
        for one in 0..<items {
            for other in one..<items {
                var sums = PairSums()
                for first in stride(from: 0, to: codes.count, by: items)
                where codes[first + one] > 0 && codes[first + other] > 0 {
                    sums.add(
                        units[one][Int(codes[first + one]) - 1],
                        units[other][Int(codes[first + other]) - 1])
                }
                fewest = min(fewest, Int(sums.count))
                let value = try sums.sample(sums.covariance, perPoint: perPoint)
                (values[one][other], values[other][one]) = (value, value)
            }
        }
        self.values = values
        basis = Basis(units: fewest, missing: table.learners - fewest)
    }

    /// Cronbach's alpha from all there is, which for a table without gaps is that of `QuizFigures`;
    /// it counts the learners of the two items that fewest were asked together.
    package var alpha: Figure {
        Figure(on: basis, otherwise: reason) { () throws(Rational.Overflow) in
            guard let all = try total(values.joined()), values.count > 1,
                let own = try total(values.indices.map { values[$0][$0] })
            else { return nil }
            return try (all - own).divided(by: all).map { (share) throws(Rational.Overflow) in
                try share * Rational(Int128(values.count), over: Int128(values.count - 1))
            }
        }
    }

    /// The share of the total's spread that one thing common to all items makes: McDonald's omega.
    ///
    /// Standardized, it is that of items that all spread alike.
    package func omega(standardized: Bool = false) -> Figure {
        let loadings = oneFactor()
        let omega = loadings.map { loadings in
            let scales = values.indices.map { standardized ? 1 : deviation($0) }
            let common = zip(loadings, scales).reduce(0) { $0 + $1.0 * $1.1 }
            let own = zip(loadings, scales).reduce(0) {
                $0 + (1 - $1.0 * $1.0) * $1.1 * $1.1
            }
            return common * common / (common * common + own)
        }
        let isFlat = values.indices.contains { deviation($0) == 0 } || values.count < 3
        return Figure(on: basis, otherwise: isFlat ? reason : .noConvergence, about: omega)
    }

    private var reason: Undefined {
        if basis.units < 2 { return basis.units == 0 ? .noData : .tooFewUnits(needed: 2) }
        return values.count < 3 ? .tooFewItems(needed: values.count < 2 ? 2 : 3) : .noVariation
    }

    private func deviation(_ item: Int) -> Double {
        values[item][item].map { Double($0).squareRoot() } ?? 0
    }

    private func total(_ values: some Sequence<Rational?>) throws(Rational.Overflow) -> Rational? {
        var sum = Rational.zero
        for value in values {
            guard let value else { return nil }
            sum = try sum + value
        }
        return sum
    }

    /// The loadings of standardized items on one common factor that make the marks most likely.
    ///
    /// Rubin and Thayer, "EM algorithms for ML factor analysis", 1982: each step is a likelier
    /// one. Nil for fewer than three items, which fit many.
    private func oneFactor() -> [Double]? {
        let items = values.indices
        let deviations = items.map(deviation)
        guard items.count > 2, deviations.allSatisfy({ $0 > 0 }) else { return nil }
        let correlations = items.map { one in
            items.map { other in
                (values[one][other].map { Double($0) } ?? 0) / deviations[one] / deviations[other]
            }
        }
        var loadings = Array(repeating: 0.5, count: items.count)
        for _ in 0..<100_000 {
            let own = loadings.map { max(1 - $0 * $0, 1e-9) }
            let precise = zip(loadings, own).reduce(1) { $0 + $1.0 * $1.0 / $1.1 }
            let weights = zip(loadings, own).map { $0 / $1 / precise }
            let together = correlations.map { row in
                zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 }
            }
            let spread = 1 / precise + zip(weights, together).reduce(0) { $0 + $1.0 * $1.1 }
            let next = together.map { $0 / spread }
            let change = zip(next, loadings).map { abs($0 - $1) }.max() ?? 0
            loadings = next
            if change < 1e-13 {
                // An item that is nothing but the common factor is a boundary, not an answer.
                return loadings.allSatisfy { abs($0) < 0.9999 } ? loadings : nil
            }
        }
        return nil
    }
}
