import Assessment
import Content
import Sittings
import Testing

@Suite struct `An answer under construction` {
    private static let source = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="one"><prompt>P</prompt><choose shuffle="no"><option id="a" key="true">A</option>
        <option id="b">B</option></choose></item>
        <item id="many"><prompt>P</prompt><choose-many shuffle="no" at-most="2">
        <option id="a" key="true">A</option><option id="b" key="true">B</option>
        <option id="c">C</option></choose-many></item>
        <item id="holds"><prompt>P</prompt><true-false key="true"/></item>
        <item id="pairs"><prompt>P</prompt><match><pair id="p1"><left>L1</left><right>R1</right></pair>
        <pair id="p2"><left>L2</left><right>R2</right></pair></match></item>
        <item id="line"><prompt>P</prompt><order><entry id="e1">E1</entry><entry id="e2">E2</entry>
        </order></item>
        <item id="text"><prompt>P</prompt><short-text><accept>x</accept></short-text></item>
        <quiz id="q" pass="80%"><title>Q</title><draw count="6"/></quiz></bank>
        """

    private static func draft(_ item: String) throws -> Draft {
        var diagnostics = Diagnostics()
        let text = SourceText(name: "b.xml", bytes: Array(source.utf8))
        let bank = try #require(BankReader.bank(from: text, into: &diagnostics))
        #expect(diagnostics.found.filter { $0.severity == .error }.map(\.message) == [])
        return Draft(try #require(bank.items.first { $0.id.text == item }), seed: 3)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let item: String
        let edits: [Draft.Edit]
        /// In the text form of answers, or the refusal of the last edit.
        let answer: String
        var refusal: Draft.Refusal?
        var testDescription: String { "\(item) \(edits)" }
    }

    @Test(arguments: [
        Row(item: "one", edits: [.choose(1)], answer: "chosen b"),
        Row(item: "one", edits: [.choose(1), .choose(0)], answer: "chosen a"),
        Row(item: "one", edits: [.choose(0), .clear], answer: "-"),
        Row(
            item: "one", edits: [.choose(0), .choose(2)], answer: "chosen a", refusal: .notOffered),
        Row(item: "one", edits: [.type("a")], answer: "-", refusal: .notOffered),
        Row(item: "many", edits: [.toggle(2), .toggle(0)], answer: "chosen a c"),
        Row(item: "many", edits: [.toggle(2), .toggle(2)], answer: "-"),
        Row(item: "many", edits: [.chooseAll([1, 0])], answer: "chosen a b"),
        Row(
            item: "many", edits: [.chooseAll([0, 1, 2])], answer: "-", refusal: .tooMany(limit: 2)),
        Row(item: "holds", edits: [.choose(1)], answer: "chosen false"),
        Row(item: "line", edits: [.arrange([0])], answer: "-", refusal: .incomplete),
        Row(item: "line", edits: [.arrange([0, 0])], answer: "-", refusal: .incomplete),
        // Entries never come on screen in the right order.
        Row(item: "line", edits: [.arrange([0, 1])], answer: "ordered e2 e1"),
        Row(item: "line", edits: [.arrange([1, 0])], answer: "ordered e1 e2"),
        Row(item: "text", edits: [.type(" a b ")], answer: "typed  a b "),
        Row(item: "text", edits: [.type("a"), .type("  ")], answer: "-"),
    ])
    func `takes what is offered, and nothing else`(_ row: Row) throws {
        var draft = try Self.draft(row.item)
        let part = draft.parts[0]
        for edit in row.edits.dropLast() { try draft.edit(part, edit) }
        var refusal: Draft.Refusal?
        if let last = row.edits.last {
            do throws(Draft.Refusal) { try draft.edit(part, last) } catch { refusal = error }
        }
        #expect(refusal == row.refusal)
        #expect(draft.answer.description == row.answer)
        #expect(draft.isFilled(part) == (row.answer != "-"))
    }

    @Test func `is paired one by one, by what is shown`() throws {
        var draft = try Self.draft("pairs")
        let part = draft.parts[0]
        guard case .match(let left, let right) = draft.control(of: part) else {
            Issue.record("this is a match")
            return
        }
        #expect(left.map(\.text) == ["L1", "L2"])
        try draft.edit(part, .pair([0: 1]))
        #expect(draft.answer.responses == [.paired([left[0].id: right[1].id])])
        #expect(!draft.isFilled(part))
        try draft.edit(part, .pair([1: 1]))
        #expect(draft.pairs(in: part) == [0: 1, 1: 1])
        #expect(draft.isFilled(part))
        try draft.edit(part, .unpair(0))
        #expect(draft.pairs(in: part) == [1: 1])
        #expect(throws: Draft.Refusal.notOffered) { try draft.edit(part, .pair([0: 2])) }
    }
}
