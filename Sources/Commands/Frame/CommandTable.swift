/// Every command, option and help topic of the program: the one source that all else is made from.
package struct CommandTable: Sendable {
    package let root: CommandSpec
    package let topics: [HelpTopic]
    package let version: String
    package let date: String

    /// Adds to the commands what every program has: global options, `help`, `completions`, topics.
    ///
    /// `variables` are those that commands heed beyond the ones their options name.
    package init(
        name: String = Release.name, summary: String, discussion: [HelpBlock] = [],
        examples: [CommandSpec.Example] = [], commands: [CommandSpec], topics: [HelpTopic] = [],
        variables: [HelpBlock.Row] = [],
        version: String = Release.version, date: String = Release.date
    ) {
        let options = OptionSpec.everywhere
        let fromVariables = (options + commands.flatMap(\.everyOption)).reduce(into: [OptionSpec]())
        {
            if $1.variable != nil, !$0.contains($1) { $0.append($1) }
        }
        let topics = topics + HelpTopic.builtIn(options: fromVariables, variables: variables)
        let named = commands.filter { !$0.isHidden }.map { ValueKind.Choice($0.name, $0.summary) }
        let help = CommandSpec.help(
            hints: named + topics.map { ValueKind.Choice($0.name, $0.summary) })
        root = CommandSpec(
            name, summary: summary, discussion: discussion, examples: examples, options: options,
            exclusive: [["quiet", "verbose"]],
            subcommands: commands + [help, .completions, .generate])
        self.topics = topics
        self.version = version
        self.date = date
    }

    package var name: String { root.name }

    /// The commands from the root down to the one these words name, or nothing.
    package func path(_ words: [String]) -> [CommandSpec]? {
        var path = [root]
        for word in words {
            guard let next = path.last?.subcommand(word) else { return nil }
            path.append(next)
        }
        return path
    }

    /// Every command with the path that leads to it, parents first, in the order of the table.
    package var everyPath: [[CommandSpec]] { Self.paths(below: [root], root) }

    private static func paths(below path: [CommandSpec], _ command: CommandSpec) -> [[CommandSpec]]
    {
        [path] + command.subcommands.flatMap { paths(below: path + [$0], $0) }
    }
}

extension CommandSpec {
    /// Its options and those of every command below it.
    var everyOption: [OptionSpec] { options + subcommands.flatMap(\.everyOption) }
}

extension [CommandSpec] {
    /// The words that call the command: `assay bank check`.
    var line: String { map(\.name).joined(separator: " ") }

    /// The same without the program's own name, for places where that is understood.
    var inner: String { dropFirst().map(\.name).joined(separator: " ") }

    /// Whether the last command, or one above it, is left out of help.
    var isHidden: Bool { contains(where: \.isHidden) }
}
