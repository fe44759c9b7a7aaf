/// One word, or run of words, that a command takes by its position.
package struct ArgumentSpec: Sendable, Hashable {
    package enum Arity: Sendable, Hashable {
        case one, optional
        /// One or more.
        case many
        /// None or more.
        case any
    }

    package var name: String
    package var kind: ValueKind
    package var arity: Arity
    package var help: String
    /// The value when the argument is not given; help shows it.
    package var standard: String?

    package init(
        _ name: String, _ kind: ValueKind = .text, arity: Arity = .one, help: String,
        standard: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.arity = arity
        self.help = help
        self.standard = standard
    }

    /// How few words it can do with.
    var minimum: Int {
        switch arity {
        case .one, .many: 1
        case .optional, .any: 0
        }
    }

    var takesSeveral: Bool { arity == .many || arity == .any }

    /// How a usage line shows it: `<file>`, `[<file>]`, `<file>...`.
    var usage: String {
        switch arity {
        case .one: "<\(name)>"
        case .optional: "[<\(name)>]"
        case .many: "<\(name)>..."
        case .any: "[<\(name)>...]"
        }
    }
}
