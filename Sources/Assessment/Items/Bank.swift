/// Items with what they are about and the quizzes made of them: the content of one file.
package struct Bank: Sendable, Hashable {
    package typealias ID = Identifier<Bank>

    package var id: ID
    package var version: String
    package var language: String?
    package var title: String
    package var description: String?
    package var objectives: [Objective]
    package var items: [Item]
    package var quizzes: [Quiz]

    package init(
        id: ID, version: String, language: String? = nil, title: String, description: String? = nil,
        objectives: [Objective] = [], items: [Item] = [], quizzes: [Quiz] = []
    ) {
        self.id = id
        self.version = version
        self.language = language
        self.title = title
        self.description = description
        self.objectives = objectives
        self.items = items
        self.quizzes = quizzes
    }
}
