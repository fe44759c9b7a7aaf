import Assessment
import MarkupReading
import Testing

/// The same document as another person would have written it: with other layout, quotes and
/// prefixes, attributes in another order, comments, and references in place of letters.
enum Reformatting {
    static func bytes(of document: [UInt8]) throws -> [UInt8] {
        var diagnostics = Diagnostics()
        let source = SourceText(name: "document", bytes: document)
        let root = try #require(MarkupReader.tree(source, into: &diagnostics))
        var text = "<?xml version='1.0'?>\r\n<!-- written anew -->"
        write(root, isRoot: true, to: &text)
        return Array((text + "\n<!-- the end -->\n").utf8)
    }

    private static func write(
        _ element: Markup.Element, isRoot: Bool = false, to text: inout String
    ) {
        text += "<q:\(element.name)"
        for attribute in element.attributes.reversed() {
            // Only xml:lang has a namespace.
            let prefix = attribute.namespace == nil ? "" : "xml:"
            text += "\n\t\(prefix)\(attribute.name)  =  '\(coded(attribute.value, "'"))'"
        }
        if isRoot { text += "\n\txmlns:q='\(element.namespace ?? "")'" }
        guard !element.children.isEmpty else { return text += " ></q:\(element.name)\n>" }
        text += "\n>"
        for child in element.children {
            switch child {
            case .element(let child):
                text += "<!-- <\(child.name)> --><?next?>\n\n"
                write(child, to: &text)
            case .text(let words, _):
                // Deeper by the same amount on every line, which is layout and nothing else.
                let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
                text += lines.map { coded(String($0), "\t") }.joined(separator: "   \r\n\t  ")
            }
        }
        text += "</q:\(element.name)  >"
    }

    /// With references in place of what XML reserves, of one more sign, and of all but ASCII.
    private static func coded(_ text: String, _ sign: Unicode.Scalar) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain =
                scalar.isASCII && scalar.value >= 0x20 && !"&<>".unicodeScalars.contains(scalar)
            return isPlain && scalar != sign
                ? String(scalar) : "&#x\(String(scalar.value, radix: 16));"
        }.joined()
    }
}
