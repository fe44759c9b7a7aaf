import Assessment

/// Elements of HTML and SVG, in which every text and every attribute is made safe.
///
/// The result is HTML and well-formed XML alike.
struct Markup {
    typealias Attributes = KeyValuePairs<String, String>

    private(set) var text = ""

    /// An element with whatever the closure adds to it.
    mutating func add(
        _ name: String, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void
    ) {
        start(name, attributes)
        text += ">"
        content(&self)
        text += "</\(name)>"
    }

    /// An element that holds nothing but a text.
    mutating func add(_ name: String, _ attributes: Attributes = [:], text content: String) {
        add(name, attributes) { $0.add(text: content) }
    }

    /// An element that never holds anything, such as `meta` or `rect`.
    mutating func add(empty name: String, _ attributes: Attributes) {
        start(name, attributes)
        text += "/>"
    }

    mutating func add(text content: String) { text += content.htmlSafe() }

    mutating func add(_ other: Markup) { text += other.text }

    /// A style sheet of ours, in which HTML reads no references.
    mutating func add(style: String) {
        precondition(!style.utf8.contains(UInt8(ascii: "<")), "a style sheet has no markup")
        text += "\n<style>\(style)</style>"
    }

    private static let inline: Set = ["a", "bdi", "cite", "span", "strong", "time"]

    private mutating func start(_ name: String, _ attributes: Attributes) {
        if !Self.inline.contains(name) { text += "\n" }
        text += "<" + name
        for (key, value) in attributes { text += " \(key)=\"\(value.htmlSafe())\"" }
    }
}
