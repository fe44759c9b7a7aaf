/// One question: what is asked, how it is answered, what each answer is worth, what is said after.
package struct Item: Sendable, Hashable {
    package typealias ID = Identifier<Item>

    /// Whether learners may meet it.
    package enum Status: String, Sendable, Hashable, CaseIterable {
        case active, draft, retired
    }

    package var id: ID
    package var objective: Objective.ID?
    package var points: Rational
    package var status: Status
    /// Whether wrong answers may take the item's marks below zero.
    package var allowsNegativeMarks: Bool
    package var prompt: String
    package var interactions: [Interaction]
    package var hints: [String]
    package var explanation: String?
    /// The topic to read again, in one line.
    package var review: String?

    package init(
        id: ID, objective: Objective.ID? = nil, points: Rational = .one, status: Status = .active,
        allowsNegativeMarks: Bool = false, prompt: String, interactions: [Interaction],
        hints: [String] = [], explanation: String? = nil, review: String? = nil
    ) {
        self.id = id
        self.objective = objective
        self.points = points
        self.status = status
        self.allowsNegativeMarks = allowsNegativeMarks
        self.prompt = prompt
        self.interactions = interactions
        self.hints = hints
        self.explanation = explanation
        self.review = review
    }

    /// Whether a program can mark it alone, or a reviewer has to.
    package var needsReviewer: Bool {
        interactions.contains { if case .written = $0.kind { true } else { false } }
    }
}

/// What a group of items is about: the unit of blueprints and of "what to review next".
package struct Objective: Sendable, Hashable {
    package typealias ID = Identifier<Objective>

    package var id: ID
    package var title: String
    package var description: String?
    /// How much of the course it is, in any unit shared by the bank's objectives, such as hours.
    package var weight: Rational?

    package init(id: ID, title: String, description: String? = nil, weight: Rational? = nil) {
        self.id = id
        self.title = title
        self.description = description
        self.weight = weight
    }
}
