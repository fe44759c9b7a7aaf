/// How many colors a terminal has, or is allowed to show.
package enum ColorDepth: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    case none, sixteen, twoHundredFiftySix, trueColor

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

    /// What a depth was settled by.
    package enum Reason: Sendable, Hashable {
        case choice, noTerminal
        /// A variable, by its name.
        case variable(String)
    }

    /// Settles the depth: `--color` first, then the customs of no-color.org and CLICOLOR, then what
    /// the terminal is known for.
    ///
    /// The choice is `always`, `never`, or anything else for *auto*.
    package init(choice: String?, isTerminal: Bool = true, variable: (String) -> String?) {
        self = Self.settled(choice: choice, isTerminal: isTerminal, variable: variable).depth
    }

    /// The same with what settled it.
    package static func settled(
        choice: String?, isTerminal: Bool = true, variable: (String) -> String?
    ) -> (depth: Self, by: Reason) {
        func isSet(_ name: String) -> Bool { variable(name).map { !$0.isEmpty } ?? false }
        let (depth, name) = known(variable: variable)
        switch choice {
        case "always": return (max(depth, .sixteen), .choice)
        case "never": return (.none, .choice)
        default: break
        }
        if isSet("NO_COLOR") { return (.none, .variable("NO_COLOR")) }
        if isSet("CLICOLOR_FORCE"), variable("CLICOLOR_FORCE") != "0" {
            return (max(depth, .sixteen), .variable("CLICOLOR_FORCE"))
        }
        guard isTerminal else { return (.none, .noTerminal) }
        if variable("CLICOLOR") == "0" { return (.none, .variable("CLICOLOR")) }
        return (depth, .variable(name))
    }

    /// What TERM and COLORTERM say, and which of them says it.
    private static func known(variable: (String) -> String?) -> (depth: Self, name: String) {
        let term = variable("TERM") ?? ""
        let family = term.prefix { $0 != "-" }
        let isMono =
            term.hasSuffix("-m") || term.hasSuffix("-mono") || family == "vt52"
            || family.hasPrefix("vt1") || family.hasPrefix("vt2")
        if term.isEmpty || family == "dumb" || isMono { return (.none, "TERM") }
        if ["truecolor", "24bit"].contains(variable("COLORTERM")) {
            return (.trueColor, "COLORTERM")
        }
        if term.hasSuffix("-direct") || term.hasSuffix("-truecolor") {
            return (.trueColor, "TERM")
        }
        return (term.contains("256color") ? .twoHundredFiftySix : .sixteen, "TERM")
    }
}
