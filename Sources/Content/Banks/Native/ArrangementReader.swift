import Assessment
import MarkupReading

/// Reads what a learner matches, orders or sorts.
struct ArrangementReader {
    private static let limits = 2...100

    private let reader: ElementReader

    init(_ reader: ElementReader) {
        self.reader = reader
    }

    private var reading: Reading { reader.reading }

    func match() -> Match {
        let pairShape = Shape(attributes: ["id"], children: ["left", "right", "feedback"])
        var names = UsedNames()
        var rights = UsedTexts("right side")
        var lefts = UsedTexts("left side")
        let pairs = counted("pair").compactMap { element -> Match.Pair? in
            let pair = ElementReader(element, pairShape, in: reading)
            let left = pair.requiredText("left")
            let right = pair.requiredText("right")
            let feedback = pair.text("feedback")
            lefts.claim(left, at: element.offset, in: reading)
            rights.claim(right, at: element.offset, in: reading)
            guard let id: Entry.ID = pair.ownID() else { return nil }
            names.claim(id, "pair", at: element.offset, in: reading)
            return Match.Pair(id: id, left: left, right: right, feedback: feedback)
        }
        let extras = entries("extra", &names, &rights, Self.titleShape).map(\.entry)
        return Match(
            pairs: pairs, extras: extras,
            credit: reader.choice("credit", default: .perPair, among: Match.creditRules))
    }

    func order() -> Order {
        var names = UsedNames()
        var texts = UsedTexts("entry")
        _ = counted("entry")
        return Order(
            entries: entries("entry", &names, &texts, Self.entryShape()).map(\.entry),
            credit: reader.choice("credit", default: .allOrNothing, among: Order.creditRules))
    }

    func sort() -> Sort {
        var groupNames = UsedNames()
        var names = UsedNames()
        var titles = UsedTexts("group")
        var texts = UsedTexts("entry")
        _ = counted("group")
        _ = counted("entry")
        let groups = entries("group", &groupNames, &titles, Self.titleShape).map(\.entry)
        var members: [Sort.Member] = []
        for (entry, source) in entries("entry", &names, &texts, Self.entryShape(["group"])) {
            guard let group: Entry.ID = source.requiredIdentifier("group") else { continue }
            if !groups.contains(where: { $0.id == group }) {
                let guess = Suggestions.near(group.text, among: groups.map(\.id.text)).first
                reading.error(
                    .danglingID, "entry '\(entry.id)' belongs to no group: there is no '\(group)'",
                    at: source.offset(of: "group"),
                    advice: guess.map { "did you mean '\($0)'?" }
                        ?? "name one of the groups above it")
            }
            members.append(Sort.Member(entry: entry, group: group))
        }
        for group in groups where !members.contains(where: { $0.group == group.id }) {
            reading.warning(
                .unused, "no entry belongs to group '\(group.id)'", at: reader.offset,
                advice: "sort an entry into it, or remove it")
        }
        return Sort(
            groups: groups, members: members,
            credit: reader.choice("credit", default: .perEntry, among: Sort.creditRules))
    }

    /// Of what nobody can answer with alone, so that there is no feedback to give.
    private static let titleShape = Shape(attributes: ["id"], holdsText: true)

    private static func entryShape(_ attributes: [String] = []) -> Shape {
        Shape(attributes: ["id"] + attributes, children: ["feedback"], holdsText: true)
    }

    private func counted(_ name: String) -> [Markup.Element] {
        let found = reader.children(name)
        if !Self.limits.contains(found.count) {
            reading.error(
                found.count < 2 ? .noChoices : .tooManyChoices,
                "<\(reader.name)> has \(found.count) of <\(name)>", at: reader.offset,
                advice: "write from \(Self.limits.lowerBound) to \(Self.limits.upperBound) of them")
        }
        return found
    }

    private func entries(
        _ name: String, _ names: inout UsedNames, _ texts: inout UsedTexts,
        _ shape: Shape
    ) -> [(entry: Entry, reader: ElementReader)] {
        reader.children(name).compactMap { element in
            let entry = ElementReader(element, shape, in: reading)
            let text = entry.ownText()
            let feedback = entry.text("feedback")
            texts.claim(text, at: element.offset, in: reading)
            guard let id: Entry.ID = entry.ownID() else { return nil }
            names.claim(id, name, at: element.offset, in: reading)
            return (Entry(id: id, text: text, feedback: feedback), entry)
        }
    }
}

/// Tells when the same words appear twice where a learner has to tell them apart.
struct UsedTexts {
    private let noun: String
    private var seen: Set<String> = []

    init(_ noun: String) {
        self.noun = noun
    }

    mutating func claim(_ text: String, at offset: Int, in reading: Reading) {
        guard !text.isEmpty, !seen.insert(text.spacingCollapsed).inserted else { return }
        reading.error(
            .duplicateChoice, "another \(noun) has the same words", at: offset,
            advice: "reword one: a learner cannot tell them apart")
    }
}

extension Diagnostic.Code {
    static let unused: Self = "unused"
}
