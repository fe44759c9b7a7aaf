import Assessment
import MarkupReading
import Testing

/// A file that is like a good one but for a single change.
struct Mutation {
    let name: String
    let bytes: [UInt8]

    /// Every small change to a document: each of its tags and attributes, left out, misspelled,
    /// emptied, doubled, or given something it cannot hold.
    static func all(of bytes: [UInt8]) -> [Mutation] {
        var diagnostics = Diagnostics()
        let source = SourceText(name: "sample", bytes: bytes)
        guard let root = MarkupReader.tree(source, into: &diagnostics) else { return [] }
        var mutator = Mutator(bytes: bytes)
        for attribute in root.attributes { mutator.change(attribute, of: root) }
        for child in root.elements { mutator.change(child, in: root.name) }
        return mutator.found
    }
}

private struct Mutator {
    let bytes: [UInt8]
    var found: [Mutation] = []
    private var seen: Set<String> = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Puts other bytes in the place of some; the same change elsewhere would tell nothing new.
    private mutating func replace(_ edits: [(Range<Int>, String)], _ name: String, at offset: Int) {
        guard seen.insert(name).inserted else { return }
        var changed = bytes
        for (range, text) in edits.reversed() { changed.replaceSubrange(range, with: text.utf8) }
        found.append(Mutation(name: "\(name) at byte \(offset)", bytes: changed))
    }

    /// An element with what decides on the rules for it.
    private static func tag(of element: Markup.Element) -> String {
        let rule = ["kind", "credit", "points", "comment"].first { element.attribute($0) != nil }
        let value = rule.flatMap { element.attribute($0)?.value }
        let text = value.map { $0.utf8.allSatisfy { $0 >= 58 } ? " \($0)" : "" } ?? ""
        return "<\(element.name)\(text)>"
    }

    mutating func change(_ element: Markup.Element, in parent: String) {
        for attribute in element.attributes { change(attribute, of: element) }
        guard let end = element.endOffset else { return }
        let whole = element.offset..<end
        let name = "\(Self.tag(of: element)) in <\(parent)>"
        replace([(whole, "")], "without \(name)", at: element.offset)
        let copy = String(decoding: bytes[whole], as: UTF8.self)
        replace([(end..<end, copy)], "twice \(name)", at: element.offset)
        let afterName = element.offset + 1 + element.name.utf8.count
        if bytes[end - 2] == UInt8(ascii: "/") {
            replace([(afterName..<afterName, "q")], "misspelled \(name)", at: element.offset)
        } else {
            let closed = end - 1
            replace(
                [(afterName..<afterName, "q"), (closed..<closed, "q")], "misspelled \(name)",
                at: element.offset)
            let inside = end - element.name.utf8.count - 3
            replace([(inside..<inside, "words")], "words in \(name)", at: element.offset)
            replace([(inside..<inside, "<q/>")], "<q/> in \(name)", at: element.offset)
        }
        for child in element.elements {
            change(
                child, in: element.name + (element.attribute("kind").map { " \($0.value)" } ?? ""))
        }
    }

    mutating func change(_ attribute: Markup.Attribute, of element: Markup.Element) {
        let quote = bytes[attribute.valueOffset - 1]
        guard let end = bytes[attribute.valueOffset...].firstIndex(of: quote) else { return }
        let name = "\(attribute.name) of \(Self.tag(of: element))"
        replace([(attribute.offset..<end + 1, "")], "without \(name)", at: attribute.offset)
        replace([(attribute.valueOffset..<end, "")], "empty \(name)", at: attribute.offset)
        replace([(attribute.valueOffset..<end, "?")], "strange \(name)", at: attribute.offset)
        let afterName = bytes[attribute.offset...].firstIndex(of: UInt8(ascii: "=")) ?? end
        replace([(afterName..<afterName, "q")], "misspelled \(name)", at: attribute.offset)
    }
}
