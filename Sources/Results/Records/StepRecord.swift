package import Assessment

/// One step of a sitting.
///
/// Two steps of one number can only come from two copies of a store that were both written to.
package struct StepRecord: Record {
    package static let table = Table(
        "step", keys: ["learner", "sitting", "number", "id"], .init("at"), .init("uptime"),
        .init("boot"), .init("kind"), .init("item"), .init("answer"), .init("confidence"),
        .init("words", .personal))

    package let learner: Person.ID
    package let sitting: UniqueID<SittingRecord>
    /// 1 for the first step.
    package let number: Int
    package let id: UniqueID<StepRecord>
    package let step: Step

    /// Which start of which machine its uptime counts from.
    package var boot: String? { step.boot }

    package init(
        learner: Person.ID, sitting: UniqueID<SittingRecord>, number: Int,
        id: UniqueID<StepRecord>, boot: String? = nil, step: Step
    ) {
        self.learner = learner
        self.sitting = sitting
        self.number = number
        self.id = id
        var step = step
        step.boot = boot ?? step.boot
        self.step = step
    }

    package var fields: [Field] {
        let answer = step.answer.map { ($0.description, $0.holdsWords) }
        return [
            .id(learner), .id(sitting), .integer(Int64(number)), .id(id), .time(step.time),
            .integer(step.uptime), .optional(boot), .text(step.kind.rawValue),
            .optional(step.item?.text), .optional(answer.flatMap { $1 ? nil : $0 }),
            .optional(step.confidence.map { Int64($0) }),
            .optional(answer.flatMap { $1 ? $0 : nil }),
        ]
    }

    package init(_ row: RowReader) throws(StoreFault) {
        learner = try row.id("learner")
        sitting = try row.id("sitting")
        number = Int(try row.integer("number"))
        id = try row.id("id")
        let column = try row.optionalText("words") == nil ? "answer" : "words"
        step = Step(
            try row.value("kind") { Step.Kind(rawValue: $0) },
            item: try row.optionalValue("item") { Item.ID($0) },
            answer: try row.optionalValue(column) { Answer($0) },
            confidence: try row.optionalInteger("confidence").map { Int($0) },
            time: try row.time("at"), uptime: try row.integer("uptime"),
            boot: try row.optionalText("boot"))
    }
}
