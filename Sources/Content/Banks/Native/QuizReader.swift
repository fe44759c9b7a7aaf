import Assessment
import MarkupReading

/// Reads a quiz: what it draws and the rules it is taken by.
struct QuizReader {
    private static let shape = Shape(
        attributes: [
            "id", "pass", "time", "grace", "clock", "attempts", "wait", "counts", "feedback",
            "order", "retake", "confidence", "proctored", "backtrack",
        ], children: ["title", "description", "draw", "use"])

    private let reader: ElementReader

    init(_ element: Markup.Element, in reading: Reading) {
        reader = ElementReader(element, Self.shape, in: reading)
    }

    private var reading: Reading { reader.reading }

    /// The quiz with the places of its draws and fixed items, which are checked once all items are known.
    func read() -> PlacedQuiz? {
        let title = reader.requiredText("title")
        let description = reader.text("description")
        let pass = readPassMark()
        let policy = readPolicy()
        let draws = readDraws()
        let uses = readUses()
        if reader.children("draw").isEmpty, reader.children("use").isEmpty {
            reading.error(
                .draw, "the quiz asks nothing", at: reader.offset,
                advice: "add a <draw count=\"…\"/> or a <use item=\"…\"/>")
        }
        guard let id: Quiz.ID = reader.ownID() else { return nil }
        let quiz = Quiz(
            id: id, title: title, description: description, passMark: pass, policy: policy,
            draws: draws.map(\.draw), fixedItems: uses.map(\.item))
        return PlacedQuiz(
            quiz: quiz, offset: reader.offset, drawOffsets: draws.map(\.offset),
            useOffsets: uses.map(\.offset))
    }

    private func readPassMark() -> Rational {
        guard reader.requiredAttribute("pass") != nil else { return .one }
        let pass = reader.share("pass", .zero...Rational.one) ?? .one
        if pass == .zero {
            reading.warning(
                .passMark, "a pass mark of 0% is passed by everybody",
                at: reader.offset(of: "pass"),
                advice: "raise it, or say in the title that the quiz is for practice")
        }
        return pass
    }

    private func readPolicy() -> QuizPolicy {
        var policy = QuizPolicy()
        policy.timeLimit = positiveDuration("time")
        policy.grace = reader.duration("grace")
        policy.clock = reader.choice("clock", default: policy.clock)
        if let attempts = reader.attribute("attempts"), attempts != "unlimited" {
            policy.attempts = reader.count("attempts", in: 1...1_000)
        }
        policy.wait = reader.duration("wait")
        policy.counting = reader.choice("counts", default: policy.counting)
        policy.feedback = reader.choice("feedback", default: policy.feedback)
        policy.arrangement = reader.choice("order", default: policy.arrangement)
        policy.retake = reader.choice("retake", default: policy.retake)
        policy.asksConfidence = reader.flag("confidence", default: false)
        policy.isProctored = reader.flag("proctored", default: false)
        policy.allowsBacktracking = reader.flag("backtrack", default: true)
        if policy.grace != nil, policy.timeLimit == nil {
            warnOfUnused("grace", "a quiz without a time limit needs no grace")
        }
        if policy.wait != nil, policy.attempts == 1 {
            warnOfUnused("wait", "a quiz of one attempt has no wait between attempts")
        }
        return policy
    }

    private func positiveDuration(_ name: String) -> Seconds? {
        guard let time = reader.duration(name) else { return nil }
        if time.count > 0 { return time }
        reading.error(
            .badNumber, "'\(name)' cannot be 0", at: reader.offset(of: name),
            advice: "write a length of time such as 45m, or remove it for no limit")
        return nil
    }

    private func warnOfUnused(_ name: String, _ message: String) {
        reading.warning(
            .unused, message, at: reader.offset(of: name), advice: "remove '\(name)'")
    }

    private func readDraws() -> [(draw: Quiz.Draw, offset: Int)] {
        reader.children("draw").compactMap { element in
            let draw = ElementReader(
                element, Shape(attributes: ["objective", "count"]), in: reading)
            guard draw.requiredAttribute("count") != nil,
                let count = draw.count("count", in: 1...10_000)
            else { return nil }
            return (
                Quiz.Draw(objective: draw.identifier("objective"), count: count), element.offset
            )
        }
    }

    private func readUses() -> [(item: Item.ID, offset: Int)] {
        reader.children("use").compactMap { element in
            let use = ElementReader(element, Shape(attributes: ["item"]), in: reading)
            return use.requiredIdentifier("item").map { ($0, element.offset) }
        }
    }
}

/// A quiz and where its parts stand in the file.
struct PlacedQuiz {
    let quiz: Quiz
    let offset: Int
    let drawOffsets: [Int]
    let useOffsets: [Int]
}

extension Diagnostic.Code {
    static let draw: Self = "draw"
    static let passMark: Self = "pass-mark"
}
