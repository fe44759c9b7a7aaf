import Assessment
import Content
import MarkupReading
import TestSupport
import Testing

@Suite struct `A published grammar` {
    /// What only the meaning of a file shows, so that no grammar can say it.
    private static let semantic: Set<Diagnostic.Code> = [
        "answer-key", "dangling-id", "draw", "duplicate-choice", "duplicate-id", "level-order",
        "quorum", "unreachable", "weights",
    ]

    private static func isSemantic(_ diagnostic: Diagnostic) -> Bool {
        semantic.contains(diagnostic.code)
            || diagnostic.message.hasSuffix("needs an id beside other interactions")
    }

    @Test(arguments: ContentFile.samples)
    func `and the reader refuse the same changes to a good file`(_ file: ContentFile) throws {
        let mutations = Mutation.all(of: try Project.bytes(file.path))
        #expect(mutations.count > 100)
        guard let grammar = RelaxNG(grammar: file.schema.bytes) else {
            return #expect(Bool(false), "the grammar cannot be read")
        }
        var refusals = 0
        for mutation in mutations {
            let (_, diagnostics) = ContentReading.read(mutation.bytes, as: file.schema)
            let errors = diagnostics.found.filter { $0.severity == .error }
            let faults = grammar.faults(in: mutation.bytes)
            if faults.isEmpty {
                let unexplained = errors.filter { !Self.isSemantic($0) }
                #expect(
                    unexplained.map(\.summary) == [], "only the reader refuses \(mutation.name)")
            } else {
                refusals += 1
                #expect(!errors.isEmpty, "only the grammar refuses \(mutation.name): \(faults[0])")
            }
        }
        #expect(refusals > mutations.count / 2)
    }

    @Test(arguments: Schema.allCases)
    func `knows no element, attribute or word that no sample uses`(_ schema: Schema) throws {
        let grammar = try Vocabulary(grammar: schema.bytes)
        var used = Vocabulary()
        for file in ContentFile.samples where file.schema == schema {
            try used.add(document: Project.bytes(file.path))
        }
        #expect(grammar.elements.subtracting(used.elements).sorted() == [])
        #expect(grammar.attributes.subtracting(used.attributes).sorted() == [])
        // A panel combines in one way, and two rubrics cannot show all seven.
        guard schema == .bank else { return }
        #expect(grammar.values.subtracting(used.values).sorted() == [])
    }
}

/// The names and words a document is made of, or a grammar allows.
private struct Vocabulary {
    private(set) var elements: Set<String> = []
    private(set) var attributes: Set<String> = []
    /// `attribute=value`.
    private(set) var values: Set<String> = []

    init() {}

    mutating func add(document: [UInt8]) throws {
        collect(try Self.tree(document))
    }

    init(grammar: [UInt8]) throws {
        collect(rulesOf: try Self.tree(grammar), in: nil)
    }

    private static func tree(_ bytes: [UInt8]) throws -> Markup.Element {
        var diagnostics = Diagnostics()
        return try #require(
            MarkupReader.tree(SourceText(name: "tree", bytes: bytes), into: &diagnostics))
    }

    private mutating func collect(_ element: Markup.Element) {
        elements.insert(element.name)
        for attribute in element.attributes {
            attributes.insert(attribute.name)
            values.insert("\(attribute.name)=\(attribute.value)")
        }
        for child in element.elements { collect(child) }
    }

    private mutating func collect(rulesOf element: Markup.Element, in attribute: String?) {
        var inside = attribute
        let name = element.attribute("name")?.value
        switch (element.name, name) {
        case ("element", let name?): elements.insert(name)
        case ("attribute", let name?):
            let local = name.hasPrefix("xml:") ? String(name.dropFirst(4)) : name
            attributes.insert(local)
            inside = local
        case ("value", _):
            if let attribute { values.insert("\(attribute)=\(element.text)") }
        default: break
        }
        for child in element.elements { collect(rulesOf: child, in: inside) }
    }
}
