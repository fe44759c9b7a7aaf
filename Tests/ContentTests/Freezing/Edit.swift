import Assessment
import Content
import Testing

/// One change to content, and which of its two hashes that changes.
struct Edit<Content: Sendable & Equatable>: Sendable, CustomTestStringConvertible {
    enum Effect: Sendable {
        /// Neither hash: the content is not what is frozen.
        case nothing
        /// The content hash alone.
        case words
        /// Both hashes.
        case structure
        /// Both, and one item or criterion is known to be marked differently in this.
        case rescores(Set<ContentChange.Aspect>)
        /// Both, and these rules of the whole are known to be others.
        case rules(Set<ContentChange.Rule>)
    }

    /// The type and the name of what is changed, as in `Item.prompt`.
    let field: String
    let effect: Effect
    let apply: @Sendable (inout Content) -> Void

    init(_ field: String, _ effect: Effect, _ apply: @escaping @Sendable (inout Content) -> Void) {
        self.field = field
        self.effect = effect
        self.apply = apply
    }

    var testDescription: String { "\(field) \(effect)" }

    /// Expects what the row says of the content before and after it.
    func expect(
        in content: Content, sourceLocation: SourceLocation = #_sourceLocation,
        freeze: (Content) throws -> FrozenContent
    ) throws {
        var edited = content
        apply(&edited)
        #expect(edited != content, "the edit changes nothing", sourceLocation: sourceLocation)
        let (before, after) = (try freeze(content), try freeze(edited))
        let (isWords, isStructure) =
            switch effect {
            case .nothing: (false, false)
            case .words: (true, false)
            case .structure, .rescores, .rules: (true, true)
            }
        #expect(
            (before.contentHash != after.contentHash) == isWords, "the content hash",
            sourceLocation: sourceLocation)
        #expect(
            (before.structureHash != after.structureHash) == isStructure, "the structure hash",
            sourceLocation: sourceLocation)
        guard before.id == after.id, before.kind != .program else { return }
        try expectChange(from: before, to: after, sourceLocation)
        try expectChange(from: after, to: before, sourceLocation)
    }

    private func expectChange(
        from before: FrozenContent, to after: FrozenContent, _ sourceLocation: SourceLocation
    ) throws {
        let change = try ContentChange.between(before, after)
        let fates = change.parts.map(\.fate)
        let rescored = fates.filter { $0 != .reworded }
        switch effect {
        case .nothing:
            #expect(fates.isEmpty && change.rules.isEmpty, sourceLocation: sourceLocation)
        case .words:
            #expect(rescored.isEmpty && change.rules.isEmpty, sourceLocation: sourceLocation)
        case .structure:
            #expect(
                !rescored.isEmpty || !change.rules.isEmpty, sourceLocation: sourceLocation)
        case .rescores(let aspects):
            #expect(rescored == [.rescored(aspects)], sourceLocation: sourceLocation)
            #expect(change.rules == [], sourceLocation: sourceLocation)
        case .rules(let rules):
            #expect(rescored.isEmpty, sourceLocation: sourceLocation)
            #expect(change.rules == rules, sourceLocation: sourceLocation)
        }
    }
}

// MARK: Values for rows

/// An id of whatever kind is asked for.
func id<Named>(_ text: String) -> Identifier<Named> {
    guard let id = Identifier<Named>(text) else { preconditionFailure("no id: \(text)") }
    return id
}

func share(_ text: String) -> Rational {
    guard let value = try? Rational(share: text) else { preconditionFailure("no share: \(text)") }
    return value
}
