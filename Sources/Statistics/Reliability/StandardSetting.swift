package import Assessment

/// Where a pass mark should be, by what judges say.
package enum StandardSetting {
    /// A cut with its standard error, in points.
    package struct Angoff: Sendable, Hashable {
        package let cut: Figure
        package let share: Figure
        /// What each judge's cut is.
        package let judges: [Rational]
        package let deviation: Figure
        package let standardError: Figure
    }

    /// Angoff's: each judge says, item by item, how likely somebody who just passes is right.
    package static func angoff(_ items: [[Rational]]) throws(Rational.Overflow) -> Angoff {
        let count = items.first?.count ?? 0
        precondition(items.allSatisfy { $0.count == count }, "every judge rates every item")
        var judges: [Rational] = []
        for judge in 0..<count { judges.append(try items.map { $0[judge] }.total()) }
        let basis = Basis(units: items.count, raters: count)
        let squares = try squares(of: judges)
        let deviation =
            count > 1 ? (Double(squares) / Double(count - 1)).squareRoot() : nil
        let few = Undefined.tooFewRaters(needed: 2)
        return Angoff(
            cut: Figure.mean(of: judges, on: basis),
            share: Figure(on: basis, otherwise: .noData) { () throws(Rational.Overflow) in
                try judges.total().divided(by: Rational(count * items.count))
            },
            judges: judges,
            deviation: Figure(on: basis, otherwise: few, about: deviation),
            standardError: Figure(
                on: basis, otherwise: few, about: deviation.map { $0 / Double(count).squareRoot() })
        )
    }

    /// The borderline group's: the mean or the median of those whom judges hold to be on the edge.
    package static func borderlineGroup(_ totals: [Rational]) -> (mean: Figure, median: Figure) {
        let basis = Basis(units: totals.count)
        return (Figure.mean(of: totals, on: basis), Figure.median(of: totals, on: basis))
    }

    /// The borderline regression's: the total that the line through all ratings has at the edge.
    package static func borderlineRegression(
        _ learners: [(rating: Rational, total: Rational)], borderline: Rational
    ) -> (slope: Figure, cut: Figure) {
        let basis = Basis(units: learners.count)
        let reason: Undefined = learners.count < 2 ? .tooFewUnits(needed: 2) : .noVariation
        func line() throws(Rational.Overflow) -> (slope: Rational, cut: Rational)? {
            let count = Rational(learners.count)
            guard
                let rating = try learners.map(\.rating).total().divided(by: count),
                let total = try learners.map(\.total).total().divided(by: count)
            else { return nil }
            var (products, squares) = (Rational.zero, Rational.zero)
            for learner in learners {
                let distance = try learner.rating - rating
                products = try products + distance * (learner.total - total)
                squares = try squares + distance * distance
            }
            guard let slope = try products.divided(by: squares) else { return nil }
            return (slope, try total + slope * (borderline - rating))
        }
        return (
            Figure(on: basis, otherwise: reason) { () throws(Rational.Overflow) in try line()?.slope
            },
            Figure(on: basis, otherwise: reason) { () throws(Rational.Overflow) in try line()?.cut }
        )
    }

    /// The contrasting groups': the total that puts fewest learners on the wrong side, or the
    /// middle of the totals that do.
    package static func contrastingGroups(notReady: [Rational], ready: [Rational]) -> Figure {
        let basis = Basis(units: notReady.count + ready.count)
        return Figure(on: basis, otherwise: .noData) { () throws(Rational.Overflow) in
            guard !notReady.isEmpty, !ready.isEmpty else { return nil }
            let totals = Set(notReady + ready).sorted()
            let wrong = totals.map { cut in
                notReady.count { $0 >= cut } + ready.count { $0 < cut }
            }
            let best = zip(totals, wrong).filter { $0.1 == wrong.min() }.map(\.0)
            guard let first = best.first, let last = best.last else { return nil }
            return try (first + last).divided(by: Rational(2))
        }
    }

    /// The squares of the distances from the mean, added up.
    private static func squares(of values: [Rational]) throws(Rational.Overflow) -> Rational {
        guard let mean = try values.total().divided(by: Rational(values.count)) else {
            return .zero
        }
        var sum = Rational.zero
        for value in values {
            let distance = try value - mean
            sum = try sum + distance * distance
        }
        return sum
    }
}
