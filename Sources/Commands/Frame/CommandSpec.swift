/// One command or group of commands, as data: parsing, help, completions and the manual read it.
package struct CommandSpec: Sendable {
    package typealias Body = @Sendable (Invocation, Environment) throws -> ExitCode

    /// A command line worth copying, and what it shows.
    package struct Example: Sendable, Hashable {
        package let line: String
        package let shows: String

        package init(_ line: String, shows: String) {
            self.line = line
            self.shows = shows
        }
    }

    package var name: String
    package var aliases: [String]
    /// The heading it stands under in its parent's help.
    package var group: String?
    /// One line, a sentence with its full stop.
    package var summary: String
    package var discussion: [HelpBlock]
    package var examples: [Example]
    package var arguments: [ArgumentSpec]
    /// Its own options; those of the commands above it are accepted too.
    package var options: [OptionSpec]
    /// Sets of long names of which a command line may use one.
    package var exclusive: [[String]]
    package var subcommands: [CommandSpec]
    /// The subcommand meant when none is named.
    package var defaultSubcommand: String?
    package var isHidden: Bool
    package var run: Body?

    package init(
        _ name: String, aliases: [String] = [], group: String? = nil, summary: String,
        discussion: [HelpBlock] = [], examples: [Example] = [], arguments: [ArgumentSpec] = [],
        options: [OptionSpec] = [], exclusive: [[String]] = [], subcommands: [CommandSpec] = [],
        defaultSubcommand: String? = nil, isHidden: Bool = false, run: Body? = nil
    ) {
        self.name = name
        self.aliases = aliases
        self.group = group
        self.summary = summary
        self.discussion = discussion
        self.examples = examples
        self.arguments = arguments
        self.options = options
        self.exclusive = exclusive
        self.subcommands = subcommands
        self.defaultSubcommand = defaultSubcommand
        self.isHidden = isHidden
        self.run = run
    }

    /// The subcommand called so, by name or alias; prefixes are not names.
    package func subcommand(_ name: some StringProtocol) -> CommandSpec? {
        subcommands.first { $0.name == name || $0.aliases.contains { $0 == name } }
    }
}
