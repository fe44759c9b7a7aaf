/// A kind of chance fitted to marks: the agreement it makes for, and each piece of work's part in it.
struct ChanceModel {
    let expected: Quantity
    private let chance: Chance
    private let weights: [[Double]]
    /// How often each level is chosen: the mean over pieces of work.
    private let spread: [Double]
    private let reviewers: [Reviewer]

    /// A reviewer who gave marks.
    private struct Reviewer {
        let place: Int
        /// The share of the work that has a mark of this reviewer.
        let coverage: Double
        /// For each level, how far it agrees with what all the others choose.
        let agreement: [Double]
        /// The same of this reviewer's levels as they are spread.
        let mean: Double
    }

    /// Nil where there is but one level, so that nothing can differ.
    init?(_ chance: Chance, of ratings: Ratings, weights: [[Quantity]]) {
        let levels = ratings.levels.count
        guard levels > 1 else { return nil }
        let tallies = ratings.tallies
        let rated = tallies.reduce(0) { $0 + $1.units }
        let spread = (0..<levels).map { level in
            tallies.map { Quantity($0.chosen[level], over: $0.marks * rated) }.total()
        }
        let sum = weights.joined().total()
        let reviewers = (0..<ratings.raters).map { ratings.chosen(by: $0) }
        switch chance {
        case .fleiss:
            expected = Self.agreement(of: spread, and: spread, weights)
        case .gwet:
            expected =
                sum * spread.map { $0 * (.one - $0) }.total() / Quantity(levels * (levels - 1))
        case .brennanPrediger:
            expected = sum / Quantity(levels * levels)
        case .conger:
            let own = reviewers.filter { $0.marks > 0 }.map { reviewer in
                reviewer.chosen.map { Quantity($0, over: reviewer.marks) }
            }
            guard own.count > 1 else { return nil }
            let together = (0..<levels).map { level in own.map { $0[level] }.total() }
            let alone = own.map { Self.agreement(of: $0, and: $0, weights) }.total()
            expected =
                (Self.agreement(of: together, and: together, weights) - alone)
                / Quantity(own.count * (own.count - 1))
        }
        self.chance = chance
        let weights = weights.map { $0.map(\.double) }
        self.weights = weights
        self.spread = spread.map(\.double)
        let spreads = reviewers.map { reviewer in
            reviewer.chosen.map { Double($0) / Double(max(1, reviewer.marks)) }
        }
        let together = (0..<levels).map { level in spreads.reduce(0) { $0 + $1[level] } }
        self.reviewers = reviewers.indices.filter { reviewers[$0].marks > 0 }.map { place in
            let agreement = weights.map { $0.dot(together) - $0.dot(spreads[place]) }
            return Reviewer(
                place: place, coverage: Double(reviewers[place].marks) / Double(rated),
                agreement: agreement, mean: spreads[place].dot(agreement))
        }
    }

    private static func agreement(
        of first: [Quantity], and second: [Quantity], _ weights: [[Quantity]]
    ) -> Quantity {
        zip(first, weights).map { share, row in
            share * zip(row, second).map { $0 * $1 }.total()
        }.total()
    }

    /// What the expected agreement would be if all work were like this piece.
    func pull(of unit: [Int?], counts: [Int]) -> Double {
        let own = counts.map { Double($0) / Double(counts.reduce(0, +)) }
        switch chance {
        case .fleiss:
            return own.dot(weights.map { $0.dot(spread) })
        case .gwet:
            let sum = weights.reduce(0) { $0 + $1.reduce(0, +) }
            let levels = Double(own.count)
            return sum * own.dot(spread.map { 1 - $0 }) / (levels * (levels - 1))
        case .brennanPrediger:
            return expected.double
        case .conger:
            let sum = reviewers.reduce(0.0) { sum, reviewer in
                let beyond = unit[reviewer.place].map { reviewer.agreement[$0] - reviewer.mean }
                return sum + (beyond ?? 0) / reviewer.coverage + reviewer.mean
            }
            return sum / Double(reviewers.count * (reviewers.count - 1))
        }
    }
}

extension Ratings {
    /// How often a reviewer chose each level.
    fileprivate func chosen(by reviewer: Int) -> (marks: Int, chosen: [Int]) {
        var chosen = levels.map { _ in 0 }
        for unit in units { if let level = unit[reviewer] { chosen[level] += 1 } }
        return (chosen.reduce(0, +), chosen)
    }
}
