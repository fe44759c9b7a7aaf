package import Assessment
package import MarkupReading

/// Reads a native bank item by item, and everything that is wrong with it.
///
/// Holds one item at a time: what is kept of the others are ids and counts. The time is linear in
/// the size of the file.
///
/// ```swift
/// var diagnostics = Diagnostics()
/// let bank = BankReader.bank(from: source, into: &diagnostics)
/// ```
package struct BankReader {
    /// How many items a bank may hold unless the caller says more.
    package static let itemLimit = 200_000

    private static let shape = Shape(
        attributes: ["id", "version", "xml:lang"],
        children: ["title", "description", "objective", "item", "quiz"])

    private let reading: Reading
    private let itemLimit: Int
    private var bank: Bank?
    private var root: Markup.Element?
    private var title: String?
    private var description: String?
    private var consistency = BankConsistency()
    private var objectives: [Objective] = []
    private var quizzes: [PlacedQuiz] = []
    private var isForeign = false

    private init(_ reading: Reading, itemLimit: Int) {
        self.reading = reading
        self.itemLimit = itemLimit
    }

    /// The whole bank, or as much of it as could be read; nil where the file is no bank at all.
    package static func bank(
        from source: SourceText, limits: MarkupLimits = MarkupLimits(),
        itemLimit: Int = itemLimit, into diagnostics: inout Diagnostics
    ) -> Bank? {
        var items: [Item] = []
        var bank = read(source, limits: limits, itemLimit: itemLimit, into: &diagnostics) {
            items.append($0)
        }
        bank?.items = items
        return bank
    }

    /// The bank without its items, each of which is handed over as it is read and then forgotten.
    package static func read(
        _ source: SourceText, limits: MarkupLimits = MarkupLimits(), itemLimit: Int = itemLimit,
        into diagnostics: inout Diagnostics, eachItem: (Item) -> Void
    ) -> Bank? {
        let reading = Reading(diagnostics)
        var reader = BankReader(reading, itemLimit: itemLimit)
        let isComplete = reading.read(source, limits) { reader.receive($0, eachItem) }
        reader.finish(isComplete: isComplete)
        diagnostics = reading.located(in: source)
        return reader.bank
    }

    private mutating func receive(
        _ event: MarkupReader.Event, _ eachItem: (Item) -> Void
    ) -> MarkupReader.Next {
        switch event {
        case .root(let element):
            root = element
            isForeign = !RootKind.bank.admits(element, in: reading)
            guard !isForeign else { return .stop }
            begin(element)
        case .child(let element): return receiveChild(element, eachItem)
        case .text(_, let offset):
            reading.error(
                .strayText, "words stand directly in <bank>", at: offset,
                advice: "put them into <description>, or remove them")
        case .unfinished(let element) where element.name == "item":
            reading.judgePart { _ = ItemReader(element, in: $0).read() }
        case .unfinished: break
        }
        return .proceed
    }

    private mutating func begin(_ element: Markup.Element) {
        let reader = ElementReader(element, Self.shape, in: reading)
        let version = reader.requiredVersion()
        guard let id: Bank.ID = reader.ownID() else { return }
        bank = Bank(id: id, version: version, language: reader.language(), title: "")
    }

    private mutating func receiveChild(
        _ element: Markup.Element, _ eachItem: (Item) -> Void
    ) -> MarkupReader.Next {
        switch (element.namespace == RootKind.bank.namespace, element.name) {
        case (true, "item"): return receiveItem(element, eachItem)
        case (true, "objective"): receiveObjective(element)
        case (true, "quiz"):
            if let quiz = QuizReader(element, in: reading).read() {
                consistency.note(quiz.quiz.id, at: element.offset, in: reading)
                quizzes.append(quiz)
            }
        case (true, "title") where title == nil: title = words(element)
        case (true, "description") where description == nil: description = words(element)
        case (true, "title"), (true, "description"):
            reading.error(
                .duplicateElement, "<bank> has a second <\(element.name)>", at: element.offset,
                advice: "keep one of them")
        default:
            guard let root else { return .stop }
            ElementReader(sharing: root, in: reading)
                .reportUnknownElement(element, among: Self.shape.children)
        }
        return .proceed
    }

    private mutating func receiveItem(
        _ element: Markup.Element, _ eachItem: (Item) -> Void
    ) -> MarkupReader.Next {
        guard consistency.itemCount < itemLimit else {
            reading.error(
                .tooLarge, "the bank holds more than \(itemLimit) items", at: element.offset,
                advice: "split it, or raise the limit with --max-items")
            return .stop
        }
        let item = ItemReader(element, in: reading).read()
        consistency.note(item, in: element, reading)
        if let item { eachItem(item) }
        return .proceed
    }

    private mutating func receiveObjective(_ element: Markup.Element) {
        let reader = ElementReader(
            element, Shape(attributes: ["id", "weight"], children: ["title", "description"]),
            in: reading)
        let title = reader.requiredText("title")
        let description = reader.text("description")
        let weight = reader.number("weight", .zero...Rational(1_000_000), excluding: .zero)
        guard let id: Objective.ID = reader.ownID() else { return }
        consistency.note(id, at: element.offset, in: reading)
        objectives.append(
            Objective(id: id, title: title, description: description, weight: weight))
    }

    private func words(_ element: Markup.Element) -> String {
        ElementReader(element, .text, in: reading).ownText()
    }

    /// What can be said only once the whole file has been seen, and only if it has been.
    private mutating func finish(isComplete: Bool) {
        guard let root, !isForeign else { return }
        if isComplete {
            if title == nil {
                ElementReader(sharing: root, in: reading).reportMissing("title")
            }
            consistency.check(objectives, quizzes, root: root, in: reading)
        }
        bank?.title = title ?? ""
        bank?.description = description
        bank?.objectives = objectives
        bank?.quizzes = quizzes.map(\.quiz)
    }
}

extension Diagnostic.Code {
    static let tooLarge: Self = "too-large"
}
