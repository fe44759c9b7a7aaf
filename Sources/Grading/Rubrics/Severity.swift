package import Assessment

/// How severe or lenient reviewers are, told apart from how good the work is.
///
/// Each score is taken as the work's worth plus the reviewer's leniency, both found by least
/// squares, exactly. That takes reviewers who are linked by work they have in common.
package enum Severity: Sendable, Hashable {
    /// One score of one reviewer on one piece of work.
    package struct Observation: Sendable, Hashable {
        package let work: String
        package let reviewer: String
        package let score: Rational

        package init(work: String, reviewer: String, score: Rational) {
            self.work = work
            self.reviewer = reviewer
            self.score = score
        }
    }

    /// The mean, each reviewer's leniency, less than 0 for the severe, and each work's fair score.
    case known(mean: Rational, leniency: [String: Rational], fair: [String: Rational])
    /// Groups of reviewers who share no work: nobody can say whether they or their work differ.
    case disconnected([[String]])

    package init(_ observations: [Observation]) throws(Rational.Overflow) {
        let groups = Self.linked(observations)
        guard groups.count == 1, let reviewers = groups.first else {
            self = .disconnected(groups)
            return
        }
        // In the order of their names, so that the order of the scores makes no difference.
        let works = Set(observations.map(\.work)).sorted()
        let leniency = try Self.leniency(of: reviewers, observations)
        var fair: [String: Rational] = [:]
        for work in works {
            var sum = Rational.zero
            var count = 0
            for observation in observations where observation.work == work {
                sum = try sum + observation.score - (leniency[observation.reviewer] ?? .zero)
                count += 1
            }
            fair[work] = try sum.divided(by: Rational(count))
        }
        let mean = try fair.values.total().divided(by: Rational(works.count)) ?? .zero
        self = .known(mean: mean, leniency: leniency, fair: fair)
    }

    /// What to take off each reviewer's scores; nothing where that cannot be known.
    package var leniency: [String: Rational] {
        switch self {
        case .known(_, let leniency, _): leniency
        case .disconnected: [:]
        }
    }

    /// The reviewers, in groups that share work directly or through others.
    private static func linked(_ observations: [Observation]) -> [[String]] {
        var groups: [(reviewers: Set<String>, works: Set<String>)] = []
        for observation in observations {
            var merged: (reviewers: Set<String>, works: Set<String>) = (
                [observation.reviewer], [observation.work]
            )
            groups.removeAll { group in
                guard
                    group.reviewers.contains(observation.reviewer)
                        || group.works.contains(observation.work)
                else { return false }
                merged.reviewers.formUnion(group.reviewers)
                merged.works.formUnion(group.works)
                return true
            }
            groups.append(merged)
        }
        return groups.map { $0.reviewers.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Solves the normal equations with the works' worth taken out of them.
    private static func leniency(
        of reviewers: [String], _ observations: [Observation]
    ) throws(Rational.Overflow) -> [String: Rational] {
        let places = Dictionary(
            uniqueKeysWithValues: reviewers.enumerated().map { ($1, $0) })
        var rows = [[Rational]](
            repeating: Array(repeating: .zero, count: reviewers.count + 1),
            count: reviewers.count)
        for group in Dictionary(grouping: observations, by: \.work).values {
            let share = try Rational(1, over: Int128(group.count))
            let mean = try group.map(\.score).total() * share
            for first in group {
                guard let row = places[first.reviewer] else { continue }
                rows[row][row] = try rows[row][row] + .one
                rows[row][reviewers.count] =
                    try rows[row][reviewers.count] + first.score - mean
                for second in group {
                    guard let column = places[second.reviewer] else { continue }
                    rows[row][column] = try rows[row][column] - share
                }
            }
        }
        // One equation follows from the others; that leniencies add up to nothing takes its place.
        rows[reviewers.count - 1] =
            Array(repeating: .one, count: reviewers.count) + [.zero]
        let solution = try solve(rows)
        return Dictionary(uniqueKeysWithValues: zip(reviewers, solution))
    }

    /// Gauss and Jordan's elimination of equations that have exactly one solution.
    private static func solve(
        _ equations: [[Rational]]
    ) throws(Rational.Overflow) -> [Rational] {
        var rows = equations
        for column in rows.indices {
            guard let pivot = rows[column...].indices.first(where: { rows[$0][column] != .zero })
            else { preconditionFailure("linked reviewers have one solution") }
            rows.swapAt(column, pivot)
            let head = rows[column][column]
            for index in rows[column].indices {
                rows[column][index] = try rows[column][index].divided(by: head) ?? .zero
            }
            for row in rows.indices where row != column && rows[row][column] != .zero {
                let factor = rows[row][column]
                for index in rows[row].indices {
                    rows[row][index] = try rows[row][index] - factor * rows[column][index]
                }
            }
        }
        return rows.map { $0[rows.count] }
    }
}
