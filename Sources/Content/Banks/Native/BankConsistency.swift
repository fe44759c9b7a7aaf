import Assessment
import MarkupReading

/// What must hold between the parts of a bank: ids, objectives, pools, and a fair set of keys.
struct BankConsistency {
    private(set) var itemCount = 0
    private var items = UsedNames()
    private var objectives = UsedNames()
    private var objectiveOffsets: [Objective.ID: Int] = [:]
    private var quizzes = UsedNames()
    /// How many items that a quiz may draw each objective has; nil stands for those without one.
    private var drawable: [Objective.ID?: Int] = [:]
    /// Where an objective was first asked for.
    private var wanted: [Objective.ID: Int] = [:]
    /// The objective of each item a quiz could name, and whether it may be drawn.
    private var known: [Item.ID: KnownItem] = [:]
    private var stems: [Int: Item.ID] = [:]
    private var bias = BiasCheck()

    private struct KnownItem {
        let objective: Objective.ID?
        let isDrawable: Bool
    }

    mutating func note(_ id: Objective.ID, at offset: Int, in reading: Reading) {
        objectives.claim(id, "objective", at: offset, in: reading)
        objectiveOffsets[id] = offset
    }

    mutating func note(_ id: Quiz.ID, at offset: Int, in reading: Reading) {
        quizzes.claim(id, "quiz", at: offset, in: reading)
    }

    mutating func note(_ item: Item?, in element: Markup.Element, _ reading: Reading) {
        itemCount += 1
        guard let item else { return }
        items.claim(item.id, "item", at: element.offset, in: reading)
        let isDrawable = item.status == .active
        known[item.id] = KnownItem(objective: item.objective, isDrawable: isDrawable)
        if let objective = item.objective, wanted[objective] == nil {
            wanted[objective] = element.attribute("objective")?.offset ?? element.offset
        }
        guard isDrawable else { return }
        drawable[item.objective, default: 0] += 1
        noteStem(of: item, at: element.offset, reading)
        bias.note(item, at: element.offset, in: reading)
    }

    private mutating func noteStem(of item: Item, at offset: Int, _ reading: Reading) {
        guard !item.prompt.isEmpty else { return }
        // A hash is kept in place of the words: a bank may hold a hundred thousand prompts.
        let essence = Prose.essence(of: item.prompt).hashValue
        if let first = stems.updateValue(item.id, forKey: essence) {
            reading.warning(
                .duplicateStem, "item '\(item.id)' asks in the same words as '\(first)'",
                at: offset,
                advice: "reword one, or retire it: a quiz may draw both")
        }
    }

    // MARK: The whole

    func check(
        _ declared: [Objective], _ placed: [PlacedQuiz], root: Markup.Element, in reading: Reading
    ) {
        if itemCount == 0 {
            reading.error(
                .emptyBank, "the bank has no items", at: root.offset, advice: "add an <item>")
        }
        let ids = Set(declared.map(\.id))
        for (objective, offset) in wanted where !ids.contains(objective) {
            reportUnknown(objective, declared, at: offset, in: reading)
        }
        for objective in declared where wanted[objective.id] == nil && itemCount > 0 {
            reading.warning(
                .unused, "no item is about objective '\(objective.id)'",
                at: objectiveOffsets[objective.id] ?? root.offset,
                advice: "add items about it, or remove it")
        }
        for quiz in placed { check(quiz, declared, in: reading) }
        bias.report(at: root.offset, in: reading)
    }

    private func check(_ placed: PlacedQuiz, _ declared: [Objective], in reading: Reading) {
        let quiz = placed.quiz
        var left = drawable
        var usable = Set<Item.ID>()
        for (item, offset) in zip(quiz.fixedItems, placed.useOffsets) {
            guard let found = known[item] else {
                let guess = Suggestions.near(item.text, among: known.keys.map(\.text).sorted())
                    .first
                reading.error(
                    .danglingID,
                    "quiz '\(quiz.id)' uses item '\(item)', which the bank does not have",
                    at: offset,
                    advice: guess.map { "did you mean '\($0)'?" } ?? "add it, or name another")
                continue
            }
            if !usable.insert(item).inserted {
                reading.error(
                    .duplicateID, "quiz '\(quiz.id)' uses item '\(item)' twice", at: offset,
                    advice: "remove one of them")
            } else if found.isDrawable {
                left[found.objective, default: 0] -= 1
            }
        }
        let draws = Array(zip(quiz.draws, placed.drawOffsets))
        for (draw, offset) in draws {
            guard let objective = draw.objective else { continue }
            guard declared.contains(where: { $0.id == objective }) else {
                reportUnknown(objective, declared, at: offset, in: reading)
                continue
            }
            take(draw, from: left[objective] ?? 0, at: offset, of: quiz, in: reading)
            left[objective, default: 0] -= draw.count
        }
        var rest = left.values.reduce(0) { $0 + max(0, $1) }
        for (draw, offset) in draws where draw.objective == nil {
            take(draw, from: rest, at: offset, of: quiz, in: reading)
            rest -= draw.count
        }
    }

    private func take(
        _ draw: Quiz.Draw, from pool: Int, at offset: Int, of quiz: Quiz, in reading: Reading
    ) {
        guard draw.count > max(0, pool) else { return }
        let about = draw.objective.map { " about '\($0)'" } ?? ""
        reading.error(
            .draw,
            "quiz '\(quiz.id)' draws \(draw.count) items\(about), and \(max(0, pool)) "
                + "\(pool == 1 ? "is" : "are") left to draw",
            at: offset, advice: "lower the count, or add active items\(about)")
    }

    private func reportUnknown(
        _ objective: Objective.ID, _ declared: [Objective], at offset: Int, in reading: Reading
    ) {
        let guess = Suggestions.near(objective.text, among: declared.map(\.id.text)).first
        reading.error(
            .danglingID, "there is no objective '\(objective)'", at: offset,
            advice: guess.map { "did you mean '\($0)'?" }
                ?? "add an <objective id=\"\(objective)\">")
    }
}

extension Diagnostic.Code {
    static let emptyBank: Self = "empty-bank"
    static let duplicateStem: Self = "duplicate-stem"
}
