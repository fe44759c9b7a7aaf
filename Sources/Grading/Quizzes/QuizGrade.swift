package import Assessment

/// What a sitting earned, item by item, and whether that suffices.
package struct QuizGrade: Sendable, Hashable {
    /// The marks of the items about one objective.
    package struct Part: Sendable, Hashable {
        /// Nil for items about none.
        package let objective: Objective.ID?
        package let marks: Marks
        package let reachable: Marks
    }

    /// What was earned so far; a text nobody has scored yet adds nothing.
    package let marks: Marks
    /// What it would be, were reviewers to give everything that waits for them.
    package let reachable: Marks
    package let passMark: Rational
    package let verdict: Verdict
    /// In the order asked.
    package let items: [ItemGrade]
    /// In the order in which they were first asked about.
    package let objectives: [Part]

    package var needsReviewer: Bool { items.contains(where: \.needsReviewer) }

    /// Grades the items that were asked, by what was last answered to each.
    package init(
        _ asked: [Item], _ answers: [Item.ID: Answer], passMark: Rational
    ) throws(Rational.Overflow) {
        var items: [ItemGrade] = []
        for item in asked { items.append(try item.grade(answers[item.id])) }
        try self.init(items, passMark: passMark)
    }

    /// Adds up grades that were given before.
    package init(_ items: [ItemGrade], passMark: Rational) throws(Rational.Overflow) {
        var order: [Objective.ID?] = []
        var groups: [Objective.ID?: [ItemGrade]] = [:]
        for item in items {
            if groups[item.objective] == nil { order.append(item.objective) }
            groups[item.objective, default: []].append(item)
        }
        var objectives: [Part] = []
        for objective in order {
            let group = groups[objective] ?? []
            objectives.append(
                Part(
                    objective: objective, marks: try Self.total(group.map(\.marks)),
                    reachable: try Self.total(group.map(\.reachable))))
        }
        let marks = try Self.total(items.map(\.marks))
        let reachable = try Self.total(items.map(\.reachable))
        self.items = items
        self.objectives = objectives
        self.marks = marks
        self.reachable = reachable
        self.passMark = passMark
        verdict = try Self.verdict(atLeast: marks, atMost: reachable, passMark: passMark)
    }

    /// Decided as soon as no reviewer can change it.
    private static func verdict(
        atLeast least: Marks, atMost most: Marks, passMark: Rational
    ) throws(Rational.Overflow) -> Verdict {
        switch (try least.reach(passMark), try most.reach(passMark)) {
        case (true, true): .passed
        case (false, false): .notPassed
        default: .undecided
        }
    }

    private static func total(_ marks: [Marks]) throws(Rational.Overflow) -> Marks {
        Marks(
            earned: try marks.map(\.earned).total(), possible: try marks.map(\.possible).total())
    }
}

extension Quiz {
    /// Some items earn what is given, whatever was answered to them.
    package func grade(
        _ asked: [Item], _ answers: [Item.ID: Answer], giving given: [Item.ID: Rational] = [:]
    ) throws(Rational.Overflow) -> QuizGrade {
        let grade = try QuizGrade(asked, answers, passMark: passMark)
        guard !given.isEmpty else { return grade }
        return try QuizGrade(
            grade.items.map { item in given[item.item].map { item.given($0) } ?? item },
            passMark: passMark)
    }
}
