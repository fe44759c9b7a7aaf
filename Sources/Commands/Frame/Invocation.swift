/// A command line that was understood: the command and what it was given.
///
/// Asking for an option or argument the command does not declare is a mistake of ours and traps.
package struct Invocation: Sendable {
    package enum Request: Sendable, Hashable {
        case run, shortHelp, fullHelp, version
    }

    enum Held: Sendable, Hashable {
        case flag(Bool)
        case count(Int)
        case values([String])
    }

    package let table: CommandTable
    /// From the root to the command itself.
    package let path: [CommandSpec]
    package let request: Request
    let held: [String: Held]
    let given: Set<String>
    let bound: [String: [String]]

    init(
        table: CommandTable, path: [CommandSpec], request: Request, held: [String: Held],
        given: Set<String>, arguments: [String: [String]]
    ) {
        self.table = table
        self.path = path
        self.request = request
        self.held = held
        self.given = given
        bound = arguments
    }

    /// The words that call the command: `assay bank check`.
    package var line: String { path.line }

    /// Whether the option stood on the command line, rather than coming from elsewhere.
    package func isGiven(_ long: String) -> Bool {
        _ = option(long)
        return given.contains(long)
    }

    package func flag(_ long: String) -> Bool {
        if case .flag(let isOn) = held[long] { return isOn }
        if case .invertibleFlag(let standard) = option(long).kind { return standard }
        return false
    }

    package func count(_ long: String) -> Int {
        _ = option(long)
        return if case .count(let count) = held[long] { count } else { 0 }
    }

    /// The last value given, else the variable's, else the default.
    package func value(_ long: String) -> String? { values(long).last }

    /// Every value given, in order; the default alone where there is none.
    package func values(_ long: String) -> [String] {
        if case .values(let values) = held[long] { return values }
        return option(long).standard.map { [$0] } ?? []
    }

    package func number(_ long: String) -> Int? { value(long).flatMap { Int($0) } }

    /// A `.size` value in bytes.
    package func size(_ long: String) -> Int? { value(long).flatMap { ByteSize.bytes($0) } }

    package func argument(_ name: String) -> String? { arguments(name).last }

    /// Every word bound to the argument, or its default where there is none.
    package func arguments(_ name: String) -> [String] {
        guard let spec = path.last?.arguments.first(where: { $0.name == name }) else {
            preconditionFailure("'\(line)' declares no argument <\(name)>")
        }
        if let words = bound[name], !words.isEmpty { return words }
        return spec.standard.map { [$0] } ?? []
    }

    private func option(_ long: String) -> OptionSpec {
        guard let option = OptionScope(path).options.first(where: { $0.long == long }) else {
            preconditionFailure("'\(line)' declares no option --\(long)")
        }
        return option
    }
}
