/// A document as a tree that remembers where in its file each part stands.
package enum Markup {
    package struct Element: Sendable, Hashable {
        /// The local name, without its prefix.
        package let name: String
        package let namespace: String?
        package let attributes: [Attribute]
        package internal(set) var children: [Node]
        /// The byte of the `<` that opens the element.
        package let offset: Int
        /// The byte after the `>` that ends it; `nil` where the file broke off before that.
        package internal(set) var endOffset: Int?

        package init(
            name: String, namespace: String? = nil, attributes: [Attribute] = [],
            children: [Node] = [], offset: Int, endOffset: Int? = nil
        ) {
            self.name = name
            self.namespace = namespace
            self.attributes = attributes
            self.children = children
            self.offset = offset
            self.endOffset = endOffset
        }
    }

    package struct Attribute: Sendable, Hashable {
        package let name: String
        package let namespace: String?
        package let value: String
        /// The first byte of its name.
        package let offset: Int
        /// The first byte of its value, after the quote.
        package let valueOffset: Int

        package init(
            name: String, namespace: String? = nil, value: String, offset: Int, valueOffset: Int
        ) {
            self.name = name
            self.namespace = namespace
            self.value = value
            self.offset = offset
            self.valueOffset = valueOffset
        }
    }

    /// What stands between two tags: a whole element, or all the text up to the next one.
    ///
    /// Text is one node even where comments or CDATA sections interrupt it in the file. Its offset
    /// is the byte of its first visible character, or of its first one where all are blank.
    package enum Node: Sendable, Hashable {
        case element(Element)
        case text(String, offset: Int)
    }
}

extension Markup.Element {
    /// The child elements, without the text between them.
    package var elements: some Sequence<Markup.Element> {
        children.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The text that stands directly in this element, in one piece.
    package var text: String {
        if children.count == 1, case .text(let text, _) = children[0] { return text }
        return children.reduce(into: "") { whole, node in
            if case .text(let text, _) = node { whole += text }
        }
    }

    /// Where its text begins, or the element itself where it has none.
    package var textOffset: Int {
        for case .text(let text, let offset) in children where !text.isBlankMarkup { return offset }
        return offset
    }

    /// The first text in it that is not blank, for elements that should hold elements only.
    package var strayText: (text: String, offset: Int)? {
        for case .text(let text, let offset) in children where !text.isBlankMarkup {
            return (text, offset)
        }
        return nil
    }

    /// The attribute of that name in no namespace, or in the one named.
    package func attribute(_ name: String, namespace: String? = nil) -> Markup.Attribute? {
        attributes.first { $0.name == name && $0.namespace == namespace }
    }
}

extension String {
    /// Whether there is nothing here but what XML calls white space.
    package var isBlankMarkup: Bool {
        utf8.allSatisfy(\.isBlankMarkup)
    }
}

extension UInt8 {
    /// What XML 1.0 calls white space: space, tab, LF and CR.
    var isBlankMarkup: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
