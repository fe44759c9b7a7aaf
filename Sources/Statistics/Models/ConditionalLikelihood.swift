import Glibc

/// How likely marks are to lie over the columns of a table as they do, given each row's total.
///
/// What a row's person can do cancels out, so that nothing need be assumed of how people differ
/// (Andersen, "Conditional inference and models for measuring", 1973). Rows at the lowest or
/// highest total say nothing and drop out, and a row may lack marks.
struct ConditionalLikelihood {
    /// Rows with marks in the same columns.
    private struct Group {
        let columns: [Int]
        /// How many rows have each total.
        var rows: [Int]
        /// How often each column got each category.
        var chosen: [[Int]]
    }

    /// How much each parameter adds to the logarithm of a column's category.
    private let effects: [[[Double]]]
    private let groups: [Group]

    init(rows: [[Int?]], effects: [[[Double]]]) {
        self.effects = effects
        var groups: [[Int]: Group] = [:]
        for row in rows {
            let columns = row.indices.filter { row[$0] != nil }
            let total = row.reduce(0) { $0 + ($1 ?? 0) }
            let highest = columns.reduce(0) { $0 + effects[$1].count - 1 }
            guard total > 0, total < highest else { continue }
            var group =
                groups[columns]
                ?? Group(
                    columns: columns, rows: Array(repeating: 0, count: highest + 1),
                    chosen: columns.map { Array(repeating: 0, count: effects[$0].count) })
            group.rows[total] += 1
            for (place, column) in columns.enumerated() {
                if let category = row[column] { group.chosen[place][category] += 1 }
            }
            groups[columns] = group
        }
        self.groups = groups.values.sorted { $0.columns.lexicographicallyPrecedes($1.columns) }
    }

    /// The logarithm of the likelihood, and its slope along each parameter.
    func at(_ parameters: [Double]) -> (height: Double, slope: [Double]) {
        var height = 0.0
        var slope = parameters.map { _ in 0.0 }
        for group in groups {
            let logs = group.columns.map { column in effects[column].map { $0.dot(parameters) } }
            let weights = logs.map { $0.map { exp($0) } }
            let whole = Self.symmetricFunctions(of: weights)
            for (total, rows) in group.rows.enumerated() where rows > 0 {
                height -= Double(rows) * log(whole[total])
            }
            for (place, column) in group.columns.enumerated() {
                var others = weights
                others.remove(at: place)
                let rest = Self.symmetricFunctions(of: others)
                for (category, weight) in weights[place].enumerated() {
                    var expected = 0.0
                    for (total, rows) in group.rows.enumerated()
                    where rows > 0 && rest.indices.contains(total - category) {
                        expected += Double(rows) * weight * rest[total - category] / whole[total]
                    }
                    let observed = Double(group.chosen[place][category])
                    height += observed * logs[place][category]
                    for (parameter, effect) in effects[column][category].enumerated() {
                        slope[parameter] += (observed - expected) * effect
                    }
                }
            }
        }
        return (height, slope)
    }

    /// For each total, the sum over all ways to reach it of the products of the weights.
    private static func symmetricFunctions(of columns: [[Double]]) -> [Double] {
        columns.reduce([1]) { sums, weights in
            var next = Array(repeating: 0.0, count: sums.count + weights.count - 1)
            for (total, sum) in sums.enumerated() {
                for (category, weight) in weights.enumerated() {
                    next[total + category] += sum * weight
                }
            }
            return next
        }
    }
}
