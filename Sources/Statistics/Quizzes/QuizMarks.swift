package import Assessment

/// What many learners earned on the items of a quiz, and what they chose where that is known.
package struct QuizMarks: Sendable {
    package struct Item: Sendable, Hashable {
        package let id: String
        /// The points it gives.
        package let possible: Rational
        /// The share of them that blind guessing earns; nil where nobody can say.
        package let guessing: Rational?
        /// What there is to choose from; empty where answers are something else, or were not kept.
        package let options: [Option]

        package init(
            id: String, possible: Rational, guessing: Rational? = nil, options: [Option] = []
        ) {
            self.id = id
            self.possible = possible
            self.guessing = guessing
            self.options = options
        }
    }

    package struct Option: Sendable, Hashable {
        package let name: String
        package let isKey: Bool

        package init(name: String, isKey: Bool) {
            self.name = name
            self.isKey = isKey
        }
    }

    package let items: [Item]
    package private(set) var learners: [String] = []
    package private(set) var table: MarkTable
    /// Item by item, learner by learner: the places of the options chosen, nil where not asked.
    package private(set) var chosen: [[Set<Int>?]]
    /// Item by item, learner by learner: the seconds that the item was on screen, where known.
    package private(set) var times: [[Rational?]]

    package init(_ items: [Item]) {
        self.items = items
        table = MarkTable(maxima: items.map(\.possible))
        chosen = Array(repeating: [], count: items.count)
        times = chosen.map { _ in [] }
    }

    /// Adds a learner's marks, nil for what they were not asked, and by item what they chose and how
    /// many seconds they had it on screen.
    package mutating func add(
        _ learner: String, _ marks: [Rational?], chosen: [Int: Set<Int>] = [:],
        times: [Int: Rational] = [:]
    ) throws(MarkTable.TooManyMarks) {
        try table.append(marks)
        learners.append(learner)
        for item in items.indices {
            self.times[item].append(times[item])
            guard !items[item].options.isEmpty else { continue }
            self.chosen[item].append(marks[item] == nil ? nil : chosen[item] ?? [])
        }
    }

    /// How many marks there would be, had everybody been asked everything, and are not.
    package var missing: Int { table.codes.count { $0 == 0 } }

    /// What each learner earned, of what they were asked.
    package func totals() throws(Rational.Overflow) -> [Marks] {
        var totals: [Marks] = []
        for learner in learners.indices {
            var (earned, possible) = (Rational.zero, Rational.zero)
            for item in items.indices {
                guard let mark = table.mark(of: learner, on: item) else { continue }
                earned = try earned + mark
                possible = try possible + items[item].possible
            }
            totals.append(Marks(earned: earned, possible: possible))
        }
        return totals
    }

    /// The marks by the places of questions, where each learner was asked other items but as many,
    /// and each gives as many points: as quizzes have it that draw from a pool. Nil elsewhere.
    func byPlace() -> MarkTable? {
        let asked = learners.indices.map { learner in
            items.indices.filter { table.mark(of: learner, on: $0) != nil }
        }
        guard let first = asked.first, first.count < items.count, !first.isEmpty,
            asked.allSatisfy({ $0.count == first.count }),
            Set(items.map(\.possible)).count == 1
        else { return nil }
        var places = MarkTable(maxima: first.map { items[$0].possible })
        for (learner, asked) in asked.enumerated() {
            let marks = asked.map { table.mark(of: learner, on: $0) }
            guard (try? places.append(marks)) != nil else { return nil }
        }
        return places
    }
}
