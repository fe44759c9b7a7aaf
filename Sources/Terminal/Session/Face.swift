/// How a program meets its user: on a screen of its own, or line by line.
package enum Face: Sendable, Hashable, CaseIterable {
    case fullScreen, lines

    /// Lines wherever somebody asked for them or a screen cannot be had: `--plain`, `ACCESSIBLE`, a
    /// stream that is no terminal, and terminals that are dumb or do not say what they are.
    package init(
        isPlain: Bool, inputIsTerminal: Bool, outputIsTerminal: Bool,
        variable: (String) -> String?
    ) {
        let term = variable("TERM") ?? ""
        let accessible = variable("ACCESSIBLE")?.lowercased() ?? ""
        let isAccessible = !["", "0", "false", "no"].contains(accessible)
        let hasScreen =
            inputIsTerminal && outputIsTerminal && !["", "dumb", "unknown"].contains(term)
        self = !isPlain && hasScreen && !isAccessible ? .fullScreen : .lines
    }
}
