import Assessment
import MarkupReading

/// Reads one element by its shape, and reports what the shape does not allow.
///
/// Every accessor reports a fault where the value stands and returns nil or a default, so that
/// reading goes on and one run finds all faults.
struct ElementReader {
    let element: Markup.Element
    let reading: Reading

    init(_ element: Markup.Element, _ shape: Shape, in reading: Reading) {
        self.element = element
        self.reading = reading
        reportUnknownAttributes(shape)
        reportUnknownContent(shape)
    }

    var offset: Int { element.offset }
    var name: String { element.name }

    // MARK: What the shape does not allow

    private func reportUnknownAttributes(_ shape: Shape) {
        for attribute in element.attributes where !shape.attributes.contains(attribute.fullName) {
            let guess = Suggestions.near(attribute.fullName, among: shape.attributes).first
            let known = shape.attributes.joined(separator: ", ")
            reading.error(
                .unknownAttribute, "<\(name)> has no attribute '\(attribute.fullName)'",
                at: attribute.offset,
                advice: guess.map { "did you mean '\($0)'?" }
                    ?? (known.isEmpty
                        ? "remove it: <\(name)> takes no attributes" : "it may have: \(known)"))
        }
    }

    private func reportUnknownContent(_ shape: Shape) {
        var reportedText = false
        for node in element.children {
            switch node {
            case .element(let child):
                if child.namespace == element.namespace, shape.children.contains(child.name) { continue }
                reportUnknownElement(child, among: shape.children, holdsText: shape.holdsText)
            case .text(let text, let offset):
                guard !shape.holdsText, !reportedText, !text.isBlank else { continue }
                reportedText = true
                reading.error(
                    .strayText, "words stand directly in <\(name)>",
                    at: offset,
                    advice: "put them into one of the elements it holds, or remove them")
            }
        }
    }

    func reportUnknownElement(
        _ child: Markup.Element, among known: [String], holdsText: Bool = false
    ) {
        let advice: String
        if let guess = Suggestions.near(child.name, among: known).first {
            advice = "did you mean <\(guess)>?"
        } else if holdsText {
            advice = "text is Markdown: write **bold** or `code`, and &lt; for a plain <"
        } else {
            advice =
                known.isEmpty
                ? "remove it: <\(name)> holds no elements"
                : "it may hold: \(known.map { "<\($0)>" }.joined(separator: ", "))"
        }
        reading.error(
            .unknownElement, "<\(name)> cannot hold <\(child.name)>", at: child.offset,
            advice: advice)
    }

    // MARK: Children

    func children(_ name: String) -> [Markup.Element] {
        element.children.compactMap { node in
            guard case .element(let child) = node, child.name == name,
                child.namespace == element.namespace
            else { return nil }
            return child
        }
    }

    /// The only child of that name; a second one is a fault.
    func child(_ name: String) -> Markup.Element? {
        let all = children(name)
        if all.count > 1 {
            reading.error(
                .duplicateElement, "<\(self.name)> has a second <\(name)>", at: all[1].offset,
                advice: "keep one of them")
        }
        return all.first
    }

    func requiredChild(_ name: String) -> Markup.Element? {
        let found = child(name)
        if found == nil { reportMissing(name) }
        return found
    }

    func reportMissing(_ child: String) {
        reading.error(
            .missingElement, "<\(name)> has no <\(child)>", at: offset,
            advice: "add <\(child)>…</\(child)> inside it")
    }

    // MARK: Text

    /// The words of the element itself, tidied; a fault where there are none.
    func ownText() -> String {
        let text = Prose.tidied(element.text)
        if text.isEmpty {
            reading.error(
                .emptyText, "<\(name)> has no words", at: offset,
                advice: "write its text, or remove the element")
        }
        warnOfMarkup(text)
        return text
    }

    func text(_ name: String) -> String? {
        child(name).map { ElementReader($0, .text, in: reading).ownText() }
    }

    func requiredText(_ name: String) -> String {
        requiredChild(name).map { ElementReader($0, .text, in: reading).ownText() } ?? ""
    }

    func texts(_ name: String) -> [String] {
        children(name).map { ElementReader($0, .text, in: reading).ownText() }
    }

    private func warnOfMarkup(_ text: String) {
        guard let tag = Prose.firstTag(in: text) else { return }
        reading.warning(
            .markupInText, "the words of <\(name)> hold the HTML tag '\(tag)'", at: offset,
            advice: "it will be shown as it stands: write Markdown, or put the tag in `code` marks")
    }
}
