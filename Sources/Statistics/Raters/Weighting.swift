package import Assessment

/// How much two reviewers agree who chose different levels: 1 for the same, 0 for the farthest.
package enum Weighting: Sendable, Hashable {
    /// All or nothing.
    case unweighted
    /// Less by as much as the levels' points lie apart.
    case linear
    /// Less by the square of that.
    case quadratic
    /// Less by an author's table of what each disagreement costs, in any unit.
    case costs([[Rational]])

    /// The weight of each two levels.
    func weights(of levels: [Rational]) -> [[Quantity]] {
        let costs = costs(of: levels)
        guard let highest = costs.joined().max(), highest.isPositive else {
            return costs.map { row in row.map { _ in .one } }
        }
        return costs.map { row in row.map { .one - $0 / highest } }
    }

    /// What a disagreement between each two levels costs.
    func costs(of levels: [Rational]) -> [[Quantity]] {
        switch self {
        case .unweighted:
            return levels.indices.map { row in
                levels.indices.map { $0 == row ? .zero : .one }
            }
        case .linear, .quadratic:
            return levels.map { first in
                levels.map { second in
                    let apart = (Quantity.exact(first) - .exact(second)).magnitude
                    return self == .linear ? apart : apart * apart
                }
            }
        case .costs(let table):
            precondition(
                table.count == levels.count && table.allSatisfy { $0.count == levels.count },
                "a table of costs has a row and a column for each level")
            precondition(
                levels.indices.allSatisfy { row in
                    levels.indices.allSatisfy { table[row][$0] == table[$0][row] }
                }, "a disagreement costs the same whoever chose the lower level")
            return table.map { row in row.map { .exact($0) } }
        }
    }
}

extension [[Int]] {
    /// The sum of the counts, each times its weight.
    func sum(weighted weights: [[Quantity]]) -> Quantity {
        zip(self, weights).map { counts, weights in
            zip(counts, weights).filter { $0.0 != 0 }.map { Quantity($0) * $1 }.total()
        }.total()
    }
}
