import Assessment
import Content
import Testing

@Suite struct `A frozen quiz` {
    @Test(arguments: bankEdits + quizEdits + policyEdits)
    func `changes its hashes with its rules and items`(_ edit: Edit<Bank>) throws {
        try edit.expect(in: FreezingSample.bank(), freeze: FreezingSample.freeze)
    }

    @Test(
        arguments: itemEdits + .choices + .arrangements + .typed + .blanks)
    func `changes its structure hash only with what changes marks`(_ edit: Edit<Bank>) throws {
        try edit.expect(in: FreezingSample.bank(), freeze: FreezingSample.freeze)
    }

    @Test func `has a row here for every field of a bank`() throws {
        let edits =
            Self.bankEdits + Self.quizEdits + Self.policyEdits + Self.itemEdits
            + .choices + .arrangements + .typed + .blanks
        let fields = FieldWalk.fields(of: try FreezingSample.bank())
        #expect(fields.subtracting(edits.map(\.field)).sorted() == [], "fields without a row")
        #expect(Set(edits.map(\.field)).subtracting(fields).sorted() == [], "rows without a field")
    }

    private static let bankEdits: [Edit<Bank>] = [
        Edit("Bank.id", .structure) { $0.id = id("other") },
        Edit("Bank.version", .words) { $0.version = "9" },
        Edit("Bank.language", .words) { $0.language = nil },
        Edit("Bank.title", .words) { $0.title += "!" },
        Edit("Bank.description", .nothing) { $0.description = nil },
        Edit("Bank.objectives", .nothing) {
            $0.objectives.append(Objective(id: id("z"), title: "Z"))
        },
        Edit("Bank.objectives", .words) { $0.objectives.reverse() },
        Edit("Bank.items", .words) { $0.items.reverse() },
        Edit("Bank.items", .structure) { $0.items.removeFirst() },
        Edit("Bank.items", .structure) { bank in
            var item = bank.items[0]
            item.id = id("new")
            bank.items.append(item)
        },
        Edit("Bank.items", .nothing) { bank in
            var item = bank.items[0]
            item.id = id("new")
            item.status = .draft
            bank.items.append(item)
        },
        Edit("Bank.quizzes", .nothing) { $0.quizzes.removeLast() },
        Edit("Bank.quizzes", .nothing) { $0.quizzes[1].title = "Another" },
        Edit("Objective.id", .structure) { $0.objectives[2].id = id("typed") },
        Edit("Objective.title", .words) { $0.objectives[0].title += "!" },
        Edit("Objective.description", .words) { $0.objectives[0].description = nil },
        Edit("Objective.weight", .words) { $0.objectives[0].weight = .one },
    ]

    private static let quizEdits: [Edit<Bank>] = [
        .quiz("Quiz.id", .structure) { $0.id = id("other") },
        .quiz("Quiz.title", .words) { $0.title += "!" },
        .quiz("Quiz.description", .words) { $0.description = nil },
        .quiz("Quiz.passMark", .rules([.passMark])) { $0.passMark = share("79%") },
        .quiz("Quiz.policy", .rules([.timing, .attempts])) { $0.policy = QuizPolicy() },
        .quiz("Quiz.draws", .words) { $0.draws.reverse() },
        .quiz("Quiz.draws", .rules([.selection])) { $0.draws.removeFirst() },
        .quiz("Quiz.draws", .structure) { $0.draws.removeLast() },
        .quiz("Quiz.Draw.objective", .rules([.selection])) { $0.draws[0].objective = id("typing") },
        .quiz("Quiz.Draw.count", .rules([.selection])) { $0.draws[0].count += 1 },
        .quiz("Quiz.fixedItems", .words) { $0.fixedItems.reverse() },
        .quiz("Quiz.fixedItems", .rules([.selection])) { $0.fixedItems.append(id("number.3")) },
    ]

    private static let policyEdits: [Edit<Bank>] = [
        .policy("timeLimit", .rules([.timing])) { $0.timeLimit = nil },
        .policy("grace", .rules([.timing])) { $0.grace = Seconds(91) },
        .policy("clock", .rules([.timing])) { $0.clock = .active },
        .policy("attempts", .rules([.attempts])) { $0.attempts = nil },
        .policy("wait", .rules([.attempts])) { $0.wait = nil },
        .policy("counting", .rules([.attempts])) { $0.counting = .last },
        .policy("feedback", .words) { $0.feedback = .never },
        .policy("arrangement", .words) { $0.arrangement = .listed },
        .policy("retake", .rules([.selection])) { $0.retake = .same },
        .policy("asksConfidence", .words) { $0.asksConfidence = true },
        .policy("isProctored", .rules([.conduct])) { $0.isProctored = true },
        .policy("allowsBacktracking", .rules([.conduct])) { $0.allowsBacktracking = false },
    ]

    private static let itemEdits: [Edit<Bank>] = [
        .item("Item.id", .structure) { $0.id = id("other") },
        .item("Item.objective", .rescores([.objective])) { $0.objective = id("typing") },
        .item("Item.objective", .rescores([.objective])) { $0.objective = nil },
        .item("Item.points", .rescores([.points])) { $0.points = Rational(3) },
        .item("Item.status", .words, in: "written.1") { $0.status = .draft },
        .item("Item.status", .structure) { $0.status = .retired },
        .item("Item.allowsNegativeMarks", .rescores([.points])) { $0.allowsNegativeMarks = false },
        .item("Item.prompt", .words) { $0.prompt += "?" },
        .item("Item.interactions", .rescores([.answers, .key])) { item in
            item.interactions.append(Interaction(kind: .trueFalse(TrueFalse(isTrue: true))))
        },
        .item("Item.interactions", .rescores([.answers, .key, .points]), in: "several-parts") {
            $0.interactions.reverse()
        },
        .item("Item.hints", .words) { $0.hints.removeLast() },
        .item("Item.explanation", .words) { $0.explanation = nil },
        .item("Item.review", .words) { $0.review = nil },
        .item("Interaction.id", .rescores([.answers])) { $0.interactions[0].id = id("it") },
        .item("Interaction.weight", .rescores([.points]), in: "several-parts") {
            $0.interactions[0].weight = .one
        },
        .item("Interaction.kind", .rescores([.answers, .key, .credit])) {
            $0.interactions[0].kind = .trueFalse(TrueFalse(isTrue: true))
        },
    ]
}
