package import Assessment

/// The levels that several reviewers chose for the same pieces of work.
///
/// The levels are those the rubric declares, used or not: to drop an unused one would make its
/// neighbors adjacent and change every weighted figure.
package struct Ratings: Sendable, Hashable {
    /// The points of the levels, lowest first.
    package let levels: [Rational]
    /// For each piece of work, the place of the level that each reviewer chose, or nil.
    package let units: [[Int?]]

    package init(levels: [Rational], units: [[Int?]]) {
        precondition(
            units.allSatisfy { $0.count == units.first?.count },
            "every piece of work has a place for each reviewer's mark")
        precondition(
            units.joined().allSatisfy { $0.map(levels.indices.contains) ?? true },
            "a mark is one of the declared levels")
        self.levels = levels
        self.units = units
    }

    /// Takes the levels of a rubric's scale in the order of their points. One without points is an
    /// answer outside the scale, so whoever chose it gave no mark.
    package init(scale: Scale, chosen: [[Scale.Level.ID?]]) {
        let steps = scale.levels.compactMap { level in level.points.map { (level.id, $0) } }
            .sorted { $0.1 < $1.1 }
        self.init(
            levels: steps.map(\.1),
            units: chosen.map { row in row.map { id in steps.firstIndex { $0.0 == id } } })
    }

    package var raters: Int { units.first?.count ?? 0 }

    /// How many marks reviewers have not given.
    package var missing: Int { units.joined().count { $0 == nil } }
}

/// Pieces of work that have the same number of marks, counted together.
struct RatingTally {
    /// How many marks each piece has.
    let marks: Int
    private(set) var units = 0
    /// How often each level was chosen.
    private(set) var chosen: [Int]
    /// How often one reviewer chose the one level and another reviewer, for the same piece, the
    /// other; each two reviewers count twice, once in either order.
    private(set) var pairs: [[Int]]

    init(marks: Int, levels: Int) {
        self.marks = marks
        chosen = Array(repeating: 0, count: levels)
        pairs = Array(repeating: chosen, count: levels)
    }

    mutating func add(_ unit: [Int]) {
        units += 1
        for (rater, level) in unit.enumerated() {
            chosen[level] += 1
            for (other, met) in unit.enumerated() where other != rater { pairs[level][met] += 1 }
        }
    }
}

extension Ratings {
    /// The counts that agreement is computed from, fewest marks first; work without marks is in none.
    var tallies: [RatingTally] {
        var bySize: [Int: RatingTally] = [:]
        for unit in units {
            let given = unit.compactMap(\.self)
            guard !given.isEmpty else { continue }
            bySize[
                given.count, default: RatingTally(marks: given.count, levels: levels.count)
            ].add(given)
        }
        return bySize.values.sorted { $0.marks < $1.marks }
    }

    /// For each piece of work with so many marks, how many reviewers chose each level.
    func counts(withAtLeast marks: Int) -> [[Int]] {
        units.compactMap { unit in
            let given = unit.compactMap(\.self)
            guard given.count >= marks else { return nil }
            return given.reduce(into: Array(repeating: 0, count: levels.count)) { $0[$1] += 1 }
        }
    }
}
