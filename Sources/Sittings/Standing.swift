package import Assessment

/// Which questions of a sitting still want something, by their places counted from 0.
package struct Standing: Sendable, Hashable {
    /// How many questions there are.
    package let count: Int
    package let unanswered: [Int]
    package let flagged: [Int]

    package init(_ items: [Item], _ answers: Answers) {
        count = items.count
        unanswered = items.indices.filter { answers.current[items[$0].id] == nil }
        flagged = items.indices.filter { answers.flagged.contains(items[$0].id) }
    }
}
