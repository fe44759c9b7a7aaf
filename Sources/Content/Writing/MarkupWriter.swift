import Assessment

/// Writes XML in the one form we call canonical: the same value always gives the same bytes.
///
/// Two blanks a level, attributes in the order given, text of several lines on lines of its own.
/// What reading tidies away, writing never puts in.
package struct MarkupWriter {
    package private(set) var bytes: [UInt8] = Array(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0

    package init() {}

    /// Attributes in order; those that are nil are left out.
    package typealias Attributes = KeyValuePairs<String, String?>

    /// An element that holds elements, or nothing.
    package mutating func element(
        _ name: String, _ attributes: Attributes = [:], content: (inout MarkupWriter) -> Void
    ) {
        indent()
        open(name, attributes)
        let empty = bytes.count
        write(">\n")
        let start = bytes.count
        depth += 1
        content(&self)
        depth -= 1
        if bytes.count == start {
            bytes.removeSubrange(empty...)
            write("/>\n")
        } else {
            indent()
            write("</\(name)>\n")
        }
    }

    package mutating func empty(_ name: String, _ attributes: Attributes = [:]) {
        element(name, attributes) { _ in }
    }

    /// An element of words, and perhaps feedback behind them.
    mutating func text(
        _ name: String, _ attributes: Attributes, _ text: String, feedback: String? = nil
    ) {
        indent()
        open(name, attributes)
        write(">")
        words(text)
        if let feedback {
            write("\n")
            depth += 1
            self.text("feedback", feedback)
            depth -= 1
            indent()
        } else if text.utf8.contains(UInt8(ascii: "\n")) {
            write("\n")
            indent()
        }
        write("</\(name)>\n")
    }

    mutating func text(_ name: String, _ text: String) {
        self.text(name, [:], text)
    }

    mutating func text(_ name: String, ifAny text: String?) {
        if let text { self.text(name, text) }
    }

    /// An element of words that every reader gets as they are, with no line break or blank more.
    ///
    /// What no XML can hold is spelled as on a terminal.
    package mutating func exact(_ name: String, _ text: String) {
        var held = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isHeldByXML {
                held.append(scalar)
            } else {
                held.append(contentsOf: scalar.terminalEscape.unicodeScalars)
            }
        }
        indent()
        open(name, [:])
        write(">")
        escape(String(held), inAttribute: false)
        write("</\(name)>\n")
    }

    // MARK: Bytes

    private mutating func open(_ name: String, _ attributes: Attributes) {
        write("<\(name)")
        for case (let name, .some(let value)) in attributes {
            write(" \(name)=\"")
            escape(value, inAttribute: true)
            write("\"")
        }
    }

    /// One line stays beside its tag; several go below it, one level deeper.
    private mutating func words(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1 else { return escape(text, inAttribute: false) }
        depth += 1
        for line in lines {
            write("\n")
            if !line.isEmpty { indent() }
            escape(line, inAttribute: false)
        }
        depth -= 1
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func escape(_ text: some StringProtocol, inAttribute: Bool) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "<"): write("&lt;")
            case UInt8(ascii: ">"): write("&gt;")
            case UInt8(ascii: "\"") where inAttribute: write("&quot;")
            case UInt8(ascii: "\t") where inAttribute: write("&#9;")
            case UInt8(ascii: "\n") where inAttribute: write("&#10;")
            case UInt8(ascii: "\r"): write("&#13;")
            default: bytes.append(byte)
            }
        }
    }
}

extension Unicode.Scalar {
    /// https://www.w3.org/TR/xml/#charsets
    fileprivate var isHeldByXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: true
        case 0x00..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}

extension Bool {
    /// `yes` or `no`, or nil where it is what a file need not say.
    func word(unless usual: Bool) -> String? { self == usual ? nil : self ? "yes" : "no" }
}

extension RawRepresentable<String> where Self: Equatable {
    /// The word a file uses, or nil where it is what a file need not say.
    func word(unless usual: Self) -> String? { self == usual ? nil : rawValue }
}

extension Rational {
    /// The share as a percentage, which a tolerance needs in order to be told from a plain number.
    ///
    /// Five decimals stand for a fraction that has no end: reading knows 33.33333% as a third.
    var percentText: String {
        let text = shareText
        guard !text.hasSuffix("%"), let percent = try? self * .hundred else { return text }
        return percent.rounded(toDecimals: 5) + "%"
    }
}
