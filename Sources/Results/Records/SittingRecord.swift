package import Assessment

/// That a person began to take a quiz: everything that is settled before the first question.
package struct SittingRecord: Record {
    package static let table = Table(
        "sitting", keys: ["learner", "sitting"], .init("at"), .init("quiz", isLooked: true),
        .init("content"), .init("seed"), .init("attempt"), .init("attempts_allowed"),
        .init("items"))

    package let learner: Person.ID
    package let id: UniqueID<SittingRecord>
    package let time: Timestamp
    /// The bank's id and the quiz's: `module-210/knowledge-check`.
    package let quiz: String
    package let content: Digest
    package let seed: UInt64
    /// 1 for a learner's first sitting of the quiz.
    package let attempt: Int
    /// Nil where there may be any number.
    package let attemptsAllowed: Int?
    /// In the order they are asked.
    package let items: [Item.ID]

    package init(
        learner: Person.ID, id: UniqueID<SittingRecord>, time: Timestamp, quiz: String,
        content: Digest, seed: UInt64, attempt: Int, attemptsAllowed: Int?, items: [Item.ID]
    ) {
        self.learner = learner
        self.id = id
        self.time = time
        self.quiz = quiz
        self.content = content
        self.seed = seed
        self.attempt = attempt
        self.attemptsAllowed = attemptsAllowed
        self.items = items
    }

    package var fields: [Field] {
        [
            .id(learner), .id(id), .time(time), .text(quiz), .digest(content),
            .integer(Int64(bitPattern: seed)), .integer(Int64(attempt)),
            .optional(attemptsAllowed.map { Int64($0) }),
            .text(items.map(\.text).joined(separator: " ")),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        id = try row.id("sitting")
        time = try row.time("at")
        quiz = try row.text("quiz")
        content = try row.digest("content")
        seed = UInt64(bitPattern: try row.integer("seed"))
        attempt = Int(try row.integer("attempt"))
        attemptsAllowed = try row.optionalInteger("attempts_allowed").map { Int($0) }
        items = try row.list("items") { Item.ID($0) }
    }
}
