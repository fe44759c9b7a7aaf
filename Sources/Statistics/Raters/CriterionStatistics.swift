package import Assessment

/// Which levels several reviewers chose for pieces of work, on one criterion.
package struct CriterionRatings: Sendable, Hashable {
    /// The names of the levels, lowest first.
    package let levels: [String]
    package let reviewers: [String]
    package let works: [String]
    package let ratings: Ratings

    /// A row of levels for each piece of work, by their places; nil where there is no mark.
    package init(
        levels: [(name: String, points: Rational)], reviewers: [String], works: [String],
        chosen: [[Int?]]
    ) {
        precondition(works.count == chosen.count, "every piece of work has a row")
        self.levels = levels.map(\.name)
        self.reviewers = reviewers
        self.works = works
        ratings = Ratings(levels: levels.map(\.points), units: chosen)
    }
}

/// All that is said of how reviewers use one criterion.
package struct CriterionStatistics: Sendable {
    /// With fewer pieces of work that two have marked nothing is said of reviewers.
    package static let fewest = 10
    /// With fewer what is said may be chance.
    package static let enough = 30

    /// What one reviewer does differently from the others, on the work that they share.
    package struct Reviewer: Sendable, Hashable {
        package let name: String
        /// How many levels higher than the others' mean, on average.
        package let above: Figure
        /// How often each other reviewer of the work chose the same level.
        package let agreement: Figure
    }

    /// A piece of work whose marks lie more than a level apart.
    package struct Apart: Sendable, Hashable {
        package let work: String
        /// The names of the levels, lowest first.
        package let levels: [String]
        package let steps: Int
    }

    /// Two levels that reviewers of the same work chose.
    package struct Confusion: Sendable, Hashable {
        package let lower: String
        package let higher: String
        /// Pairs of reviewers.
        package let times: Int
    }

    /// The pieces of work that two reviewers or more have marked.
    package let compared: Int
    package let exact: Figure
    package let adjacent: Figure
    /// Beyond the chance that each reviewer's own marks make for: Cohen's, for two.
    package let kappa: Figure
    /// Beyond the chance that is left where nearly all marks are alike: Gwet's AC1.
    package let firstOrder: Figure
    /// Krippendorff's, for levels in order.
    package let alpha: Figure
    package let reviewers: [Reviewer]
    /// How many marks each level has, lowest first.
    package let chosen: [(level: String, marks: Int)]
    /// The farthest apart first.
    package let apart: [Apart]
    /// Those that are not the same, the most frequent first.
    package let confusions: [Confusion]

    package init(_ criterion: CriterionRatings) {
        let ratings = criterion.ratings
        exact = ratings.agreement()
        adjacent = ratings.adjacentAgreement()
        kappa = ratings.agreement(beyond: .conger).coefficient
        firstOrder = ratings.agreement(beyond: .gwet).coefficient
        alpha = ratings.krippendorffsAlpha(.ordinal).alpha
        let tallies = ratings.tallies
        compared = tallies.filter { $0.marks > 1 }.reduce(0) { $0 + $1.units }
        reviewers = criterion.reviewers.indices.map { place in
            Reviewer(ratings, place, name: criterion.reviewers[place])
        }
        chosen = criterion.levels.enumerated().map { level, name in
            (name, tallies.reduce(0) { $0 + $1.chosen[level] })
        }
        apart = zip(criterion.works, ratings.units).compactMap { work, unit in
            let marks = Set(unit.compactMap(\.self)).sorted()
            guard let low = marks.first, let high = marks.last, high - low > 1 else { return nil }
            return Apart(
                work: work, levels: marks.map { criterion.levels[$0] }, steps: high - low)
        }.enumerated().sorted { (-$0.1.steps, $0.0) < (-$1.1.steps, $1.0) }.map(\.1)
        var confusions: [Confusion] = []
        for (low, lower) in criterion.levels.enumerated() {
            for (high, higher) in criterion.levels.enumerated() where high > low {
                let times = tallies.reduce(0) { $0 + $1.pairs[low][high] }
                if times > 0 {
                    confusions.append(Confusion(lower: lower, higher: higher, times: times))
                }
            }
        }
        self.confusions = confusions.enumerated().sorted {
            (-$0.1.times, $0.0) < (-$1.1.times, $1.0)
        }.map(\.1)
    }

    /// The level that more than four of five marks are, where there is one: kappa says little then.
    package var prevalent: String? {
        let marks = chosen.reduce(0) { $0 + $1.marks }
        return chosen.first { 5 * $0.marks > 4 * marks }?.level
    }
}

extension CriterionStatistics.Reviewer {
    fileprivate init(_ ratings: Ratings, _ place: Int, name: String) {
        self.name = name
        var (distance, same, pairs, units) = (Quantity.zero, 0, 0, 0)
        for unit in ratings.units {
            guard let own = unit[place] else { continue }
            let others = unit.enumerated().compactMap { $0 == place ? nil : $1 }
            guard !others.isEmpty else { continue }
            units += 1
            pairs += others.count
            same += others.count { $0 == own }
            distance =
                distance + Quantity(own * others.count - others.reduce(0, +), over: others.count)
        }
        let basis = Basis(units: units, missing: ratings.units.count - units)
        above = Figure(
            units == 0 ? .undefined(.noOverlap) : (distance / Quantity(units)).value, on: basis)
        agreement = Figure(
            pairs == 0 ? .undefined(.noOverlap) : Quantity(same, over: pairs).value, on: basis)
    }
}
