/// How many colors a terminal has, or is allowed to show.
package enum ColorDepth: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    case none, sixteen, twoHundredFiftySix, trueColor

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

    /// Settles the depth: `--color` first, then the customs of no-color.org and CLICOLOR, then what
    /// the terminal is known for.
    ///
    /// The choice is `always`, `never`, or anything else for *auto*.
    package init(choice: String?, isTerminal: Bool = true, variable: (String) -> String?) {
        func isSet(_ name: String) -> Bool { variable(name).map { !$0.isEmpty } ?? false }
        let depth = Self(variable: variable)
        switch choice {
        case "always": self = max(depth, .sixteen)
        case "never": self = .none
        default:
            if isSet("NO_COLOR") {
                self = .none
            } else if isSet("CLICOLOR_FORCE"), variable("CLICOLOR_FORCE") != "0" {
                self = max(depth, .sixteen)
            } else {
                self = isTerminal && variable("CLICOLOR") != "0" ? depth : .none
            }
        }
    }

    /// What TERM and COLORTERM say.
    private init(variable: (String) -> String?) {
        let term = variable("TERM") ?? ""
        let family = term.prefix { $0 != "-" }
        let isMono =
            term.hasSuffix("-m") || term.hasSuffix("-mono") || family == "vt52"
            || family.hasPrefix("vt1") || family.hasPrefix("vt2")
        if term.isEmpty || family == "dumb" || isMono {
            self = .none
        } else if ["truecolor", "24bit"].contains(variable("COLORTERM"))
            || term.hasSuffix("-direct") || term.hasSuffix("-truecolor")
        {
            self = .trueColor
        } else if term.contains("256color") {
            self = .twoHundredFiftySix
        } else {
            self = .sixteen
        }
    }
}
