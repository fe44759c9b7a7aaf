/// The signs that screens are made of, each with a twin in ASCII.
///
/// All of them take one column in every terminal. Screens say the same in words where it matters.
package struct Glyphs: Sendable, Hashable {
    package let isASCII: Bool

    package init(isASCII: Bool) {
        self.isASCII = isASCII
    }

    /// ASCII if asked for (`--ascii`), on the Linux console, whose font lacks most signs, and where
    /// the locale names another encoding than UTF-8; a locale that is not set names none.
    package init(choosingASCII: Bool, variable: (String) -> String?) {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable)
            .first { !$0.isEmpty }
        let encoding = locale?.lowercased() ?? "utf-8"
        isASCII =
            choosingASCII || variable("TERM") == "linux"
            || !(encoding.contains("utf-8") || encoding.contains("utf8"))
    }

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
