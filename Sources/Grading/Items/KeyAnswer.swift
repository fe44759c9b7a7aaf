package import Assessment

extension Item {
    /// An answer that earns the full marks; nil in place of a response that cannot be told from the
    /// item: a text of the learner's own, or one that only patterns describe.
    package var keyAnswer: Answer { Answer(interactions.map(\.kind.keyResponse)) }
}

extension Interaction.Kind {
    package var keyResponse: Response? {
        switch self {
        case .choose(let kind):
            return kind.options.first(where: \.isKey).map { .chosen([$0.entry.id]) }
        case .chooseMany(let kind):
            return .chosen(kind.options.filter { kind.isRight($0) }.map(\.entry.id))
        case .trueFalse(let kind): return Entry.ID("\(kind.isTrue)").map { .chosen([$0]) }
        case .match(let kind):
            return .paired(Self.unique(kind.pairs.map { ($0.id, $0.id) }))
        case .order(let kind): return .ordered(kind.entries.map(\.id))
        case .sort(let kind):
            return .sorted(Self.unique(kind.members.map { ($0.entry.id, $0.group) }))
        case .number(let kind): return kind.keyText.map { .typed($0) }
        case .shortText(let kind): return kind.keyText.map { .typed($0) }
        case .blanks(let kind):
            let keys = kind.blanks.map { ($0.id, $0.filling.keyText) }
            guard keys.allSatisfy({ $0.1 != nil }) else { return nil }
            return .filled(Self.unique(keys.compactMap { id, key in key.map { (id, $0) } }))
        case .written: return nil
        }
    }

    /// Ids are unique in what was read from a file, and nowhere else by force.
    private static func unique<Value>(_ pairs: [(Entry.ID, Value)]) -> [Entry.ID: Value] {
        Dictionary(pairs) { first, _ in first }
    }
}

extension NumberEntry {
    /// The first value that earns everything, with its unit where one has to be typed.
    var keyText: String? {
        guard let value = accepted.first(where: { $0.credit >= .one })?.value else { return nil }
        let unit = unitRule == .required ? units.first { $0.factor == .one }?.symbol.text : nil
        return [value.description, unit].compactMap(\.self).joined(separator: " ")
    }
}

extension ShortText {
    /// The first plain text that earns everything.
    var keyText: String? { accepted.first { $0.credit >= .one && $0.form == .text }?.text }
}

extension Blanks.Filling {
    fileprivate var keyText: String? {
        switch self {
        case .typed(let accepted): accepted.keyText
        case .picked(let options): options.first(where: \.isKey)?.entry.id.text
        }
    }
}
