/// An item or a criterion in the forms by which two versions of it are compared.
///
/// All of them are bytes, because the hashes tell bytes apart where Swift holds two texts equal.
struct ComparedPart {
    typealias Aspect = ContentChange.Aspect

    let id: String
    let content: [UInt8]
    let structure: [UInt8]
    private var aspects: [Aspect: [UInt8]] = [:]
    /// The words of each thing a learner can point at, by the place and the id they stand under.
    private var words: [String: [String: [UInt8]]] = [:]

    init(id: String, content: [UInt8], structure: [UInt8]) {
        self.id = id
        self.content = content
        self.structure = structure
    }

    /// Adds what counts for an aspect; the aspect is the same only where all of it is.
    mutating func note(_ aspect: Aspect, _ facts: String...) {
        for fact in facts {
            aspects[aspect, default: []] += fact.utf8
            aspects[aspect, default: []].append(0)
        }
    }

    mutating func note(_ aspect: Aspect, _ fact: [UInt8]) {
        aspects[aspect, default: []] += fact
    }

    mutating func note(words text: String, at place: String, _ id: String) {
        words[place, default: [:]][id] = Array(text.utf8)
    }

    /// Nil where nothing about it changed.
    func fate(in later: ComparedPart) -> ContentChange.Fate? {
        guard content != later.content else { return nil }
        var changed = Set(Aspect.allCases.filter { aspects[$0] != later.aspects[$0] })
        if movesWords(in: later) { changed.insert(.meaning) }
        // An aspect that nobody thought of must not pass for other words.
        if changed.isEmpty, structure != later.structure { changed.insert(.other) }
        return changed.isEmpty ? .reworded : .rescored(changed)
    }

    /// Whether words stand under an id now that stood under another id of the same place before.
    private func movesWords(in later: ComparedPart) -> Bool {
        words.contains { place, before in
            (later.words[place] ?? [:]).contains { id, text in
                before[id] != nil && before[id] != text && before.values.contains(text)
            }
        }
    }

    static func changes(
        from before: [ComparedPart], to after: [ComparedPart]
    ) -> [ContentChange.Part] {
        let old = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        let kept = Set(after.map(\.id))
        let present = after.compactMap { part -> ContentChange.Part? in
            let fate = old[part.id].map { $0.fate(in: part) } ?? .added
            return fate.map { ContentChange.Part(id: part.id, fate: $0) }
        }
        let gone = before.filter { !kept.contains($0.id) }
        return present + gone.map { ContentChange.Part(id: $0.id, fate: .removed) }
    }
}
