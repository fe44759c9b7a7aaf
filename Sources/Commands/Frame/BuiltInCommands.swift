import Assessment

extension CommandSpec {
    /// `assay help`: the same pages as `--help`, and the topics.
    static func help(hints: [ValueKind.Choice]) -> CommandSpec {
        CommandSpec(
            "help", group: "Getting help", summary: "Explain a command or a topic.",
            examples: [
                .init("assay help", shows: "List the commands and topics."),
                .init("assay help exit-codes", shows: "Explain what a run tells the shell."),
            ],
            arguments: [
                ArgumentSpec(
                    "topic", .hinted(hints), arity: .any,
                    help: "A topic, or the words of a command.")
            ],
            options: [
                OptionSpec("all", help: "Also show what is hidden: commands for packagers.")
            ],
            run: explain)
    }

    private static func explain(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let words = call.arguments("topic")
        let console = environment.console
        if let path = call.table.path(words) {
            let page = HelpPage(call.table, path, call.flag("all") ? .all : .full)
            console.write(page.text(console.width, console.outputPalette))
        } else if let topic = call.table.topics.first(where: { [$0.name] == words }) {
            console.write(topic.text(console.width, console.outputPalette))
        } else {
            throw CommandFault.unknownTopic(words, of: call.table)
        }
        return .done
    }

    /// `assay completions`: what a shell must know to complete our command lines.
    static let completions = CommandSpec(
        "completions", group: "Getting help",
        summary: "Print the script that teaches a shell to complete commands.",
        discussion: [
            "The script goes to standard output. Keep it where your shell looks for such scripts."
        ],
        examples: [
            .init(
                "assay completions bash > ~/.local/share/bash-completion/completions/assay",
                shows: "Bash, for the next shell you open."),
            .init(
                "assay completions zsh > ~/.zfunc/_assay",
                shows: "Zsh, where ~/.zfunc is in $fpath."),
            .init(
                "assay completions fish > ~/.config/fish/completions/assay.fish", shows: "Fish."),
        ],
        arguments: [
            ArgumentSpec("shell", .choice(["bash", "zsh", "fish"]), help: "The shell.")
        ],
        run: { call, environment in
            let table = call.table
            switch call.argument("shell") {
            case "bash": environment.console.write(BashCompletion(table).script)
            case "zsh": environment.console.write(ZshCompletion(table).script)
            default: environment.console.write(FishCompletion(table).script)
            }
            return .done
        })

    /// `assay generate`: for whoever packages the program.
    static let generate = CommandSpec(
        "generate", group: "Getting help",
        summary: "Print the manual page or the table of commands.",
        arguments: [
            ArgumentSpec(
                "form",
                .choice([
                    .init("man", "the manual page assay(1)"),
                    .init("json", "every command and option"),
                ]), help: "What to print.")
        ],
        isHidden: true,
        run: { call, environment in
            if call.argument("form") == "json" {
                environment.console.output.write(bytes: call.table.dump.bytes(indented: true))
                environment.console.write("\n")
            } else {
                environment.console.write(ManualPage(call.table).text)
            }
            return .done
        })
}
