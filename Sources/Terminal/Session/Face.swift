/// How a program meets its user: on a screen of its own, or line by line.
package enum Face: Sendable, Hashable, CaseIterable {
    case fullScreen, lines

    /// What keeps a program from a screen of its own.
    package enum Obstacle: Sendable, Hashable {
        /// Somebody asked for lines: `--plain`, or `ACCESSIBLE`.
        case plain, accessible
        /// A stream that is no terminal.
        case input, output
        /// A terminal that is dumb or does not say what it is.
        case term
    }

    /// Lines wherever there is an ``Obstacle``.
    package init(
        isPlain: Bool, inputIsTerminal: Bool, outputIsTerminal: Bool,
        variable: (String) -> String?
    ) {
        let obstacle = Self.obstacle(
            isPlain: isPlain, inputIsTerminal: inputIsTerminal,
            outputIsTerminal: outputIsTerminal, variable: variable)
        self = obstacle == nil ? .fullScreen : .lines
    }

    /// The first thing in the way of a screen, where there is one.
    package static func obstacle(
        isPlain: Bool = false, inputIsTerminal: Bool, outputIsTerminal: Bool,
        variable: (String) -> String?
    ) -> Obstacle? {
        if isPlain { return .plain }
        let accessible = variable("ACCESSIBLE")?.lowercased() ?? ""
        if !["", "0", "false", "no"].contains(accessible) { return .accessible }
        if !inputIsTerminal { return .input }
        if !outputIsTerminal { return .output }
        return ["", "dumb", "unknown"].contains(variable("TERM") ?? "") ? .term : nil
    }
}
