import Commands
import Testing

@Suite struct `A table of commands` {
    @Test func `without mistakes has none to report`() {
        #expect(Sample.table.mistakes == [])
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let command: CommandSpec
        let mistake: String
        var testDescription: String { mistake }

        init(_ command: CommandSpec, _ mistake: String) {
            self.command = command
            self.mistake = mistake
        }
    }

    @Test(arguments: [
        Row(CommandSpec("x", summary: "X."), "'assay x' must either run or have subcommands"),
        Row(leaf(options: [OptionSpec("quiet", help: "")]), "'assay x' has '--quiet' twice"),
        Row(leaf(options: [OptionSpec("other", "q", help: "")]), "'assay x' has '-q' twice"),
        Row(
            leaf(options: [OptionSpec("input", nil, .invertibleFlag(standard: true), help: "")]),
            "'assay x' has '--no-input' twice"),
        Row(leaf(summary: "X"), "the summary of 'assay x' must be one line with a full stop"),
        Row(
            leaf(options: [OptionSpec("n", nil, .value(.number(1...2)), standard: "3", help: "")]),
            "'3' is no value for '--n' of 'assay x'"),
        Row(
            leaf(options: [OptionSpec("n", nil, .value(.choice(["a b"])), help: "")]),
            "'a b' of '--n' holds a space"),
        Row(
            leaf(exclusive: [["json", "quiet"]]),
            "'assay x' excludes '--json', which it does not have"),
        Row(
            leaf(arguments: [
                ArgumentSpec("a", arity: .any, help: ""), ArgumentSpec("b", arity: .many, help: ""),
            ]), "'assay x' has two arguments that take several words"),
        Row(
            CommandSpec("x", summary: "X.", subcommands: [leaf()], defaultSubcommand: "y"),
            "'assay x' has no subcommand 'y' to be its default"),
        Row(
            CommandSpec(
                "x", summary: "X.",
                subcommands: [
                    leaf(), CommandSpec("y", aliases: ["x"], summary: "Y.", run: nothing),
                ]),
            "'assay x' has the subcommand 'x' twice"),
        Row(
            CommandSpec(
                "x", summary: "X.", arguments: [ArgumentSpec("a", help: "")], subcommands: [leaf()]),
            "'assay x' has both subcommands and arguments"),
    ])
    func `has its mistakes named`(_ row: Row) {
        #expect(CommandTable(summary: "Test.", commands: [row.command]).mistakes == [row.mistake])
    }

    private static func leaf(
        summary: String = "X.", arguments: [ArgumentSpec] = [], options: [OptionSpec] = [],
        exclusive: [[String]] = []
    ) -> CommandSpec {
        CommandSpec(
            "x", summary: summary, arguments: arguments, options: options, exclusive: exclusive,
            run: nothing)
    }

    @Sendable private static func nothing(_: Invocation, _: Environment) throws -> ExitCode {
        .done
    }
}
