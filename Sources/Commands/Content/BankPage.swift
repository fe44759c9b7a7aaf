import Assessment
import Terminal

/// A bank as a person reads it; what is right is shown only where it was asked for.
struct BankPage {
    private let bank: Bank
    private let showsKeys: Bool
    private var page = Page()

    static func page(of bank: Bank, showingKeys: Bool) -> Page {
        var builder = BankPage(bank: bank, showsKeys: showingKeys)
        builder.build()
        return builder.page
    }

    private init(bank: Bank, showsKeys: Bool) {
        self.bank = bank
        self.showsKeys = showsKeys
    }

    private mutating func build() {
        page.heading(bank.title)
        page.paragraph("\(bank.id), version \(bank.version)")
        if let description = bank.description {
            page.space()
            page.paragraph(description)
        }
        for quiz in bank.quizzes { show(quiz) }
        let known = Set(bank.objectives.map(\.id))
        for objective in bank.objectives {
            let items = bank.items.filter { $0.objective == objective.id }
            show(items, under: "\(objective.title) (\(counted(items.count, "item")))")
        }
        let others = bank.items.filter { $0.objective.map { !known.contains($0) } ?? true }
        if !others.isEmpty {
            show(others, under: bank.objectives.isEmpty ? "Items" : "Items about no objective")
        }
        if !showsKeys {
            page.space()
            page.paragraph("What is right is hidden; --keys shows it.")
        }
    }

    // MARK: Quizzes

    private mutating func show(_ quiz: Quiz) {
        page.heading(quiz.title)
        page.paragraph(quiz.description)
        page.space()
        page.item("•", QuizRules(quiz).sentence)
        for draw in quiz.draws {
            let objective = draw.objective.map { id in
                "about " + (bank.objectives.first { $0.id == id }?.title ?? id.text)
            }
            page.item("•", "\(counted(draw.count, "question")) \(objective ?? "of any kind")")
        }
        for item in quiz.fixedItems { page.item("•", "always asks \(item)") }
    }

    // MARK: Items

    private mutating func show(_ items: [Item], under title: String) {
        guard !items.isEmpty else { return }
        page.heading(title)
        for item in items { show(item) }
    }

    private mutating func show(_ item: Item) {
        page.space()
        let status = item.status == .active ? "" : ", \(item.status.rawValue)"
        let points = item.points == .one ? "1 point" : "\(item.points) points"
        page.paragraph("\(item.id) (\(points)\(status))")
        page.paragraph(item.prompt, indent: 2)
        for interaction in item.interactions {
            InteractionPage.show(interaction, showingKeys: showsKeys, on: &page)
        }
        guard showsKeys else { return }
        for hint in item.hints { page.item("hint:", hint, indent: 2) }
        if let explanation = item.explanation { page.item("why:", explanation, indent: 2) }
        if let review = item.review { page.item("review:", review, indent: 2) }
    }
}

/// What a learner has to know of a quiz before starting it.
struct QuizRules {
    private let quiz: Quiz

    init(_ quiz: Quiz) {
        self.quiz = quiz
    }

    var sentence: String {
        let policy = quiz.policy
        var parts = [
            "\(counted(quiz.length, "question")), \(quiz.passMark.shareText) of the marks pass"
        ]
        if let limit = policy.timeLimit {
            parts.append(
                policy.clock == .wall
                    ? "\(words(limit)) from the start, also while away"
                    : "\(words(limit)) while a question is on screen")
        }
        parts.append(policy.attempts.map { counted($0, "attempt") } ?? "any number of attempts")
        if let wait = policy.wait { parts.append("\(words(wait)) between attempts") }
        return parts.joined(separator: "; ")
    }

    private func words(_ time: Seconds) -> String {
        for (unit, length) in [("hour", 3_600), ("minute", 60)]
        where time.count > 0 && time.count % length == 0 {
            return counted(time.count / length, unit)
        }
        return counted(time.count, "second")
    }
}
