import Commands

/// A small table with one of each thing the frame can do.
enum Sample {
    static let table = CommandTable(
        summary: "Grade quizzes and score reviews.",
        discussion: ["Content is read, a person sits it, and marks are computed from the steps."],
        examples: [.init("assay bank check leadership.xml", shows: "Look for faults in a bank.")],
        commands: [bank, review, store, peek],
        topics: [
            HelpTopic(
                "banks", summary: "How question banks are written.",
                blocks: [
                    "A bank is one file.", .literal(["<bank id=\"a\">", ".stop", "</bank>"]),
                    .rows([.init("id", "Names the bank; it's never shown.")]),
                ])
        ])

    private static let bank = CommandSpec(
        "bank", aliases: ["b"], group: "Content", summary: "Look after question banks.",
        options: [OptionSpec("strict", help: "Take warnings for errors.")],
        subcommands: [check, show])

    private static let check = CommandSpec(
        "check", aliases: ["lint"], summary: "Find faults in question banks.",
        discussion: ["Every fault is reported with its line and column, not only the first one."],
        examples: [
            .init("assay bank check leadership.xml", shows: "Check one bank."),
            .init("assay bank check --json *.xml", shows: "Check many, for a program to read."),
        ],
        arguments: [
            ArgumentSpec(
                "file", .file(extensions: ["xml", "zip"]), arity: .many, help: "Banks to check.")
        ],
        options: [
            OptionSpec("all", "a", help: "Also show notes."),
            OptionSpec(
                "format", "f",
                .value(
                    .choice([
                        "text", .init("json", "one object: all faults"), .init("csv", "a [table]"),
                    ])), placeholder: "format", standard: "text", help: "How to print findings."),
            OptionSpec("json", help: "Short for --format json."),
            OptionSpec(
                "limit", "n", .value(.number(1...1000)), standard: "100",
                help: "The most faults to show."),
            OptionSpec(
                "max-size", nil, .value(.size), standard: "64M", help: "The largest file to read.",
                section: "Limits", variable: "ASSAY_MAX_SIZE"),
            OptionSpec(
                "skip", "s", .value(.text), placeholder: "code", repeats: true,
                help: "A kind of fault to leave out."),
            OptionSpec(
                "excerpt", nil, .invertibleFlag(standard: true), help: "Show the faulty line."),
            OptionSpec(
                "report", "r", .value(.choice(["html", "md"])), whenBare: "html",
                help: "Also make a report."),
            OptionSpec("trace", help: "Show every step.", isHidden: true),
        ],
        exclusive: [["json", "format"]], run: describe)

    private static let show = CommandSpec(
        "show", summary: "Show a bank's items.",
        arguments: [
            ArgumentSpec("bank", .file(extensions: ["xml"]), help: "The bank."),
            ArgumentSpec("item", arity: .optional, help: "One item.", standard: "first"),
        ],
        options: [
            OptionSpec("into", "o", .value(.folder), isRequired: true, help: "Where to put it."),
            OptionSpec("offset", nil, .value(.number(.min ... .max)), help: "Skip so many."),
        ], run: describe)

    private static let review = CommandSpec(
        "review", group: "Reviewing", summary: "Score what was handed in.",
        subcommands: [
            CommandSpec(
                "list", summary: "List open reviews.",
                arguments: [ArgumentSpec("learner", arity: .any, help: "Only these learners.")],
                run: describe),
            CommandSpec(
                "score", summary: "Score one review.",
                arguments: [ArgumentSpec("review", help: "The review.")], run: describe),
        ], defaultSubcommand: "list")

    private static let store = CommandSpec(
        "store", group: "Content", summary: "Look after the store.",
        subcommands: [
            CommandSpec(
                "copy", summary: "Copy records.",
                arguments: [
                    ArgumentSpec("source", arity: .many, help: "From."),
                    ArgumentSpec("target", .folder, help: "To."),
                ], run: describe)
        ])

    private static let peek = CommandSpec(
        "peek", summary: "Look inside.", isHidden: true, run: describe)

    /// Prints what a command was given, leaving out what is neither given nor set.
    @Sendable private static func describe(
        _ call: Invocation, _ environment: Environment
    ) throws -> ExitCode {
        var words = [call.line]
        for argument in call.path.last?.arguments ?? [] {
            let values = call.arguments(argument.name)
            if !values.isEmpty { words.append("\(argument.name)=\(values.joined(separator: ","))") }
        }
        for option in call.path.flatMap(\.options) {
            switch option.kind {
            case .flag: if call.flag(option.long) { words.append(option.long) }
            case .invertibleFlag: if !call.flag(option.long) { words.append("no-" + option.long) }
            case .count:
                if call.count(option.long) > 0 {
                    words.append("\(option.long)=\(call.count(option.long))")
                }
            case .value:
                let values = call.values(option.long)
                if values != [option.standard].compactMap({ $0 }) {
                    words.append("\(option.long)=\(values.joined(separator: ","))")
                }
            }
        }
        environment.console.writeLine(words.joined(separator: " "))
        return .done
    }
}

/// One run of a table in an environment of the test's own.
struct Run {
    let code: ExitCode
    let output: String
    let errors: String

    init(
        _ arguments: [String], of table: CommandTable = Sample.table,
        variables: [String: String] = [:], columns: Int = 80, isTerminal: Bool = false,
        names: [String] = []
    ) {
        let output = OutputStream(isTerminal: isTerminal)
        let errors = OutputStream(isTerminal: isTerminal)
        let environment = Environment(
            arguments: arguments,
            console: Console(output: output, errors: errors, columns: columns),
            inputIsTerminal: isTerminal, variables: { variables[$0] }, names: { _ in names })
        code = table.run(in: environment)
        self.output = output.text
        self.errors = errors.text
    }

    init(_ line: String, variables: [String: String] = [:], columns: Int = 80) {
        self.init(Run.words(line), variables: variables, columns: columns)
    }

    /// The words of a line; `''` is an empty one.
    static func words(_ line: String) -> [String] {
        line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
    }
}
