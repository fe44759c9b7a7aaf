package import Assessment

/// An answer under construction: what may be done next, in the order shown, and what stands so far.
///
/// Both faces change it by the places a person sees, and read the answer from it. It refuses
/// whatever the question does not offer.
package struct Draft: Sendable, Hashable {
    /// One thing to fill in: an interaction, or one gap of a text.
    package struct Part: Sendable, Hashable {
        package let interaction: Int
        package let gap: Entry.ID?
    }

    /// What a part offers, in the order shown.
    package enum Control: Sendable, Hashable {
        case choose([Entry])
        case chooseMany([Entry], limit: Int?)
        case match(left: [Entry], right: [Entry])
        case order([Entry])
        case sort([Entry], groups: [Entry])
        case number(NumberEntry)
        case words
        case written(Written)

        /// Whether letters that a person types are an answer, and no command.
        package var takesWords: Bool {
            switch self {
            case .words, .written: true
            default: false
            }
        }
    }

    /// What a person does to a part, by places counted from 0.
    package enum Edit: Sendable, Hashable {
        case choose(Int)
        case toggle(Int)
        case chooseAll([Int])
        /// Pairs lefts with rights, or puts entries into groups; the others stay.
        case pair([Int: Int])
        case unpair(Int)
        /// Every entry, in the new order.
        case arrange([Int])
        case type(String)
        case clear
    }

    package enum Refusal: Error, Hashable {
        /// The part offers no such thing.
        case notOffered
        case tooMany(limit: Int)
        /// Not every entry once.
        case incomplete
    }

    package let item: Item
    package let parts: [Part]
    private let orders: [ShownOrder]
    package private(set) var answer: Answer

    package init(_ item: Item, seed: UInt64, answer: Answer? = nil) {
        self.item = item
        orders = item.shownOrders(seed: seed)
        var responses = answer?.responses ?? []
        while responses.count < item.interactions.count { responses.append(nil) }
        self.answer = Answer(responses)
        parts = item.interactions.enumerated().flatMap { index, interaction -> [Part] in
            guard case .blanks(let blanks) = interaction.kind else {
                return [Part(interaction: index, gap: nil)]
            }
            return blanks.blanks.map { Part(interaction: index, gap: $0.id) }
        }
    }

    // MARK: What is offered

    package func control(of part: Part) -> Control {
        let order = orders[part.interaction]
        switch item.interactions[part.interaction].kind {
        case .choose(let choice): return .choose(shown(choice.options.map(\.entry), order))
        case .chooseMany(let choice):
            return .chooseMany(shown(choice.options.map(\.entry), order), limit: choice.limit)
        case .trueFalse: return .choose(Self.statements)
        case .match(let match):
            let left = match.pairs.map { Entry(id: $0.id, text: $0.left) }
            let right = match.pairs.map { Entry(id: $0.id, text: $0.right) } + match.extras
            guard case .sides(let lefts, let rights) = order else {
                return .match(left: left, right: right)
            }
            return .match(left: arranged(left, lefts), right: arranged(right, rights))
        case .order(let entries): return .order(shown(entries.entries, order))
        case .sort(let sort):
            return .sort(shown(sort.members.map(\.entry), order), groups: sort.groups)
        case .number(let number): return .number(number)
        case .shortText: return .words
        case .written(let written): return .written(written)
        case .blanks(let blanks):
            guard let blank = blanks.blanks.first(where: { $0.id == part.gap }),
                case .picked(let options) = blank.filling
            else { return .words }
            guard case .gaps(let gaps) = order, let ids = gaps[blank.id] else {
                return .choose(options.map(\.entry))
            }
            return .choose(arranged(options.map(\.entry), ids))
        }
    }

    private static let statements = ["true", "false"].compactMap { text in
        Entry.ID(text).map { Entry(id: $0, text: text == "true" ? "True" : "False") }
    }

    private func shown(_ entries: [Entry], _ order: ShownOrder) -> [Entry] {
        if case .entries(let ids) = order { arranged(entries, ids) } else { entries }
    }

    private func arranged(_ entries: [Entry], _ ids: [Entry.ID]) -> [Entry] {
        ids.compactMap { id in entries.first { $0.id == id } }
    }

    mutating func put(_ response: Response?, at interaction: Int) {
        answer.responses[interaction] = response
    }

    // MARK: What stands

    package func response(to part: Part) -> Response? { answer.responses[part.interaction] }

    /// What was typed into the part, or the id of what was picked for a gap.
    package func words(in part: Part) -> String? {
        switch response(to: part) {
        case .typed(let text), .written(let text): text
        case .filled(let gaps): part.gap.flatMap { gaps[$0] }
        default: nil
        }
    }

    /// The places chosen, or all places in the learner's order.
    package func chosen(in part: Part) -> [Int] {
        let entries: [Entry]
        switch control(of: part) {
        case .choose(let offered), .chooseMany(let offered, _), .order(let offered):
            entries = offered
        default: return []
        }
        let ids: [Entry.ID] =
            switch response(to: part) {
            case .chosen(let ids), .ordered(let ids): ids
            case .filled: words(in: part).flatMap { Entry.ID($0) }.map { [$0] } ?? []
            default: []
            }
        return ids.compactMap { id in entries.firstIndex { $0.id == id } }
    }

    /// Which right each left has, or which group each entry is in.
    package func pairs(in part: Part) -> [Int: Int] {
        guard let (left, right) = sides(of: part) else { return [:] }
        let ids: [Entry.ID: Entry.ID] =
            switch response(to: part) {
            case .paired(let ids), .sorted(let ids): ids
            default: [:]
            }
        var pairs: [Int: Int] = [:]
        for (index, entry) in left.enumerated() {
            pairs[index] = ids[entry.id].flatMap { id in right.firstIndex { $0.id == id } }
        }
        return pairs
    }

    /// Whether nothing is left to do in the part.
    package func isFilled(_ part: Part) -> Bool {
        switch control(of: part) {
        case .match(let left, _), .sort(let left, _): pairs(in: part).count == left.count
        case .choose, .chooseMany, .order: !chosen(in: part).isEmpty
        case .number, .words, .written: words(in: part) != nil
        }
    }

    private func sides(of part: Part) -> (left: [Entry], right: [Entry])? {
        switch control(of: part) {
        case .match(let left, let right): (left, right)
        case .sort(let entries, let groups): (entries, groups)
        default: nil
        }
    }
}
