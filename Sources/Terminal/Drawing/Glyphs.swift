/// The signs that screens are made of, each with a twin in ASCII.
///
/// All of them take one column in every terminal. Screens say the same in words where it matters.
package struct Glyphs: Sendable, Hashable {
    package let isASCII: Bool

    package init(isASCII: Bool) {
        self.isASCII = isASCII
    }

    /// Why signs are those of ASCII.
    package enum Limit: Sendable, Hashable {
        /// Somebody asked for it: `--ascii`.
        case choice
        /// The font of the Linux console lacks most signs.
        case console
        /// The locale names another encoding than UTF-8; here is the variable that does.
        case locale(String)
    }

    /// ASCII wherever there is a ``Limit``.
    package init(choosingASCII: Bool, variable: (String) -> String?) {
        isASCII = Self.limit(choosingASCII: choosingASCII, variable: variable) != nil
    }

    /// The first thing that keeps signs to ASCII, where there is one; a locale that is not set names
    /// no encoding.
    package static func limit(
        choosingASCII: Bool = false, variable: (String) -> String?
    ) -> Limit? {
        if choosingASCII { return .choice }
        if variable("TERM") == "linux" { return .console }
        for name in localeVariables {
            guard let locale = variable(name)?.lowercased(), !locale.isEmpty else { continue }
            return locale.contains("utf-8") || locale.contains("utf8") ? nil : .locale(name)
        }
        return nil
    }

    /// The variables that name a locale for letters; the first that is set counts.
    package static let localeVariables = ["LC_ALL", "LC_CTYPE", "LANG"]

    package var rule: String { isASCII ? "-" : "─" }
    package var bar: String { isASCII ? "#" : "█" }
    package var barRest: String { isASCII ? "-" : "░" }
    package var pointer: String { isASCII ? ">" : "›" }
    package var bullet: String { isASCII ? "*" : "•" }
    package var unseen: String { isASCII ? "." : "·" }
    package var seen: String { isASCII ? "-" : "–" }
    package var right: String { isASCII ? "+" : "✓" }
    package var wrong: String { isASCII ? "x" : "✗" }
    package var arrow: String { isASCII ? ">" : "→" }
    package var up: String { isASCII ? "^" : "↑" }
    package var down: String { isASCII ? "v" : "↓" }
    package var ellipsis: String { isASCII ? "." : "…" }

    /// Parentheses and brackets read well everywhere, aloud as well.
    package func choice(isOn: Bool, amongMany: Bool) -> String {
        switch (isOn, amongMany) {
        case (true, false): "(*)"
        case (false, false): "( )"
        case (true, true): "[x]"
        case (false, true): "[ ]"
        }
    }

    package func progress(_ done: Int, of all: Int, columns: Int) -> String {
        let filled = all > 0 ? min(max(done, 0), all) * max(columns, 0) / all : 0
        return String(repeating: bar, count: filled)
            + String(repeating: barRest, count: max(columns, 0) - filled)
    }
}
