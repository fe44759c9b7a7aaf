package import Assessment

/// The first character of a text, decoded, that a reader of it would not see or be misled by.
package struct TextFault {
    package enum Kind {
        case control, unassigned, bidi, invisible, tag, marks, nothingVisible
    }

    package let kind: Kind
    let scalar: Unicode.Scalar
    /// In bytes of the decoded text.
    package let position: Int

    /// How many marks may combine on one letter; real scripts need four or five.
    static let markLimit = 8

    /// Looks at a text without copying it; one of plain ASCII costs next to nothing.
    package init?(in bytes: borrowing Span<UInt8>) {
        if Self.isPlain(bytes) { return nil }
        var scan = TextScan()
        guard let fault = scan.firstFault(in: bytes) else { return nil }
        self = fault
    }

    init(_ kind: Kind, _ scalar: Unicode.Scalar, at position: Int) {
        self.kind = kind
        self.scalar = scalar
        self.position = position
    }

    private static func isPlain(_ bytes: borrowing Span<UInt8>) -> Bool {
        for index in bytes.indices {
            let byte = bytes[index]
            let isPlain = 0x20 <= byte && byte < 0x7F || byte == 0x0A || byte == 0x09
            if !isPlain { return false }
        }
        return true
    }

    /// The fault in words, at its place in the file.
    package func diagnostic(at offset: Int, severity: Diagnostic.Severity) -> Diagnostic {
        let name = scalar.codePoint
        switch kind {
        case .control:
            return .control(scalar, at: offset)
        case .nothingVisible:
            return Diagnostic(
                severity, "invisible-text",
                "this text has only invisible characters, such as \(name)",
                advice: "write the words that are missing, or leave the text empty",
                offset: offset)
        case .unassigned:
            return unsafe("\(name) is a private character, which looks different everywhere")
        case .bidi:
            return unsafe("\(name) turns the direction of the text around it")
        case .tag:
            return unsafe("\(name) is a tag character outside a flag, and hides text")
        case .marks:
            return unsafe("\(name) is one of more than \(Self.markLimit) marks on one letter")
        case .invisible:
            return unsafe("\(name) is an invisible character")
        }

        func unsafe(_ message: String) -> Diagnostic {
            Diagnostic(
                severity, "unsafe-char", message,
                advice: "delete it, or type the text anew instead of pasting it", offset: offset)
        }
    }
}
