/// What a piece of text is, so that color follows meaning; the words alone must say it too.
package enum TextRole: Sendable, Hashable, CaseIterable {
    case title, error, warning, passed, failed, hint

    /// The sixteen-color attributes, which every theme has made readable.
    fileprivate var attributes: String {
        switch self {
        case .title: "1"
        case .error: "1;31"
        case .warning: "33"
        case .passed: "32"
        case .failed: "31"
        case .hint: "36"
        }
    }
}

/// Colors text, or leaves it plain.
package struct Palette: Sendable, Hashable {
    package let isOn: Bool

    package init(isOn: Bool) {
        self.isOn = isOn
    }

    /// Settles whether to color: the option first, then the customs of no-color.org and CLICOLOR.
    package init(choice: String?, isTerminal: Bool, variable: (String) -> String?) {
        func isSet(_ name: String) -> Bool { variable(name).map { !$0.isEmpty } ?? false }
        switch choice {
        case "always": isOn = true
        case "never": isOn = false
        default:
            if isSet("NO_COLOR") {
                isOn = false
            } else if isSet("CLICOLOR_FORCE"), variable("CLICOLOR_FORCE") != "0" {
                isOn = true
            } else {
                let term = variable("TERM") ?? "dumb"
                isOn = isTerminal && term != "dumb" && !term.isEmpty && variable("CLICOLOR") != "0"
            }
        }
    }

    package func paint(_ text: String, as role: TextRole) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(role.attributes)m\(text)\u{1B}[0m" : text
    }
}
