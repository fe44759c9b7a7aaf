/// Which items are asked, and the rules of asking.
package struct Quiz: Sendable, Hashable {
    package typealias ID = Identifier<Quiz>

    /// A number of items taken from the pool, of one objective or of any.
    package struct Draw: Sendable, Hashable {
        package var objective: Objective.ID?
        package var count: Int

        package init(objective: Objective.ID? = nil, count: Int) {
            self.objective = objective
            self.count = count
        }
    }

    package var id: ID
    package var title: String
    package var description: String?
    /// The share of the marks that passes: reaching it exactly is passing.
    package var passMark: Rational
    package var policy: QuizPolicy
    package var draws: [Draw]
    /// Items that everybody meets.
    package var fixedItems: [Item.ID]

    package init(
        id: ID, title: String, description: String? = nil, passMark: Rational,
        policy: QuizPolicy = QuizPolicy(), draws: [Draw] = [], fixedItems: [Item.ID] = []
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.passMark = passMark
        self.policy = policy
        self.draws = draws
        self.fixedItems = fixedItems
    }

    /// How many questions a sitting has.
    package var length: Int { draws.reduce(fixedItems.count) { $0 + $1.count } }
}
