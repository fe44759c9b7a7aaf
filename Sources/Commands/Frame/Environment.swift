/// Everything a command may touch of the world around it; tests put their own in its place.
package struct Environment {
    /// The words after the program's own name.
    package var arguments: [String]
    package var console: Console
    package var inputIsTerminal: Bool
    /// Whether a question may be put to the person: a terminal, and no `--no-input`.
    package var mayAsk: Bool
    private let lookUp: (String) -> String?
    private let list: (String) -> [String]

    package init(
        arguments: [String], console: Console, inputIsTerminal: Bool = false,
        variables: @escaping (String) -> String? = { _ in nil },
        names: @escaping (String) -> [String] = { _ in [] }
    ) {
        self.arguments = arguments
        self.console = console
        self.inputIsTerminal = inputIsTerminal
        mayAsk = inputIsTerminal
        lookUp = variables
        list = names
    }

    /// The value of an environment variable, perhaps empty.
    package func variable(_ name: String) -> String? { lookUp(name) }

    /// What a folder holds, in no order; nothing where it cannot be read.
    package func names(_ folder: String) -> [String] { list(folder) }
}
