import Assessment
import Terminal

/// A diagnostic as compilers print it, so that editors can jump to it.
enum DiagnosticText {
    /// The place and message, the faulty line with a caret under the fault, and what to do.
    static func lines(
        of diagnostic: Diagnostic, in file: String, _ palette: Palette
    ) -> String {
        var text = "\((diagnostic.place?.file ?? file).terminalSafe()):"
        if let place = diagnostic.place { text += "\(place.line):\(place.column):" }
        text += " "
        let severity = palette.paint(
            "\(diagnostic.severity.rawValue):", as: role(diagnostic.severity))
        text += "\(severity) \(diagnostic.message.terminalSafe()) [\(diagnostic.code.rawValue)]\n"
        if let excerpt = diagnostic.place?.excerpt {
            let indent = String(repeating: " ", count: excerpt.caretIndent)
            text += "    \(excerpt.text)\n    \(indent)\(palette.paint("^", as: .help))\n"
        }
        if let advice = diagnostic.advice { text += "    → \(advice.terminalSafe())\n" }
        return text
    }

    /// The same for programs.
    static func json(_ diagnostic: Diagnostic) -> JSON {
        .object([
            ("severity", .string(diagnostic.severity.rawValue)),
            ("code", .string(diagnostic.code.rawValue)),
            ("line", diagnostic.place.map { .integer($0.line) } ?? .null),
            ("column", diagnostic.place.map { .integer($0.column) } ?? .null),
            ("message", .string(diagnostic.message)),
            ("advice", diagnostic.advice.map { .string($0) } ?? .null),
        ])
    }

    private static func role(_ severity: Diagnostic.Severity) -> Style {
        switch severity {
        case .error: .wrong
        case .warning: .warning
        case .note: .help
        }
    }
}
