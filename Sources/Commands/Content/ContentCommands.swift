import Assessment
import Content

/// The nouns for content: each can be checked and shown.
extension CommandSpec {
    static let bank = content(
        .bank, summary: "Check and read question banks.",
        shows: "the questions, without what is right",
        options: [
            OptionSpec("keys", help: "Show what is right, with feedback and explanations.")
        ])

    static let rubric = content(
        .rubric, summary: "Check and read rubrics and score sheets.",
        shows: "the criteria, their levels and the verdicts")

    static let program = content(
        .program, summary: "Check and read programs, and see where learners stand.",
        shows: "what to do, and what completes it", further: [programStatus])

    private static let programStatus = CommandSpec(
        "status", summary: "Show where a learner or a cohort stands in a program.",
        discussion: [
            """
            Each component with what was handed in and who said yes to it, each competency with the \
            level reached and its target, and what is still missing. Results that were not released \
            to the learner do not count yet.
            """
        ],
        examples: [
            .init("assay program status S1", shows: "Where somebody stands."),
            .init(
                "assay program status spring --program module-210 --json",
                shows: "Everybody in a cohort, for a program to read."),
        ],
        arguments: [ArgumentSpec("who", help: "A learner or a cohort.")],
        options: [
            .store,
            OptionSpec(
                "program", nil, .value(.file(extensions: ["xml"])), placeholder: "program",
                help: "A program's file, or its id; those with work of theirs if none."), .json,
        ], run: StatusCommand.run)

    private static func content(
        _ kind: ContentKind, summary: String, shows: String, options: [OptionSpec] = [],
        further: [CommandSpec] = []
    ) -> CommandSpec {
        let files = ArgumentSpec(
            "file", .file(extensions: ["xml"]), arity: .many,
            help: "Files, folders with .xml files below them, or - for standard input.")
        return CommandSpec(
            kind.noun, group: "Content", summary: summary,
            subcommands: [
                CommandSpec(
                    "check", summary: "Say everything that is wrong with \(kind.noun) files.",
                    discussion: [
                        """
                        Reads each file to its end and names every fault with its line and column, \
                        what is wrong, and what to do. Exits with 0 where nothing is wrong, and with \
                        1 where there are errors. Warnings alone are no errors, unless --strict is \
                        given.
                        """
                    ],
                    examples: [
                        .init(
                            "assay \(kind.noun) check \(kind.folder)",
                            shows: "Check every file in the folder \(kind.folder)."),
                        .init(
                            "assay \(kind.noun) check --json - < file.xml",
                            shows: "Check standard input, for a program to read."),
                    ],
                    arguments: [files],
                    options: [
                        .json,
                        OptionSpec("strict", help: "Let warnings fail the check, too."),
                        OptionSpec(
                            "max-findings", nil, .value(.number(1...1_000_000)), standard: "1000",
                            help: "How many faults of a file to print."),
                    ] + limits(kind),
                    run: { try CheckCommand(kind: kind).run($0, $1) }),
                CommandSpec(
                    "show", summary: "Print \(kind.noun) files for people: \(shows).",
                    examples: [
                        .init(
                            "assay \(kind.noun) show \(kind.folder) | less",
                            shows: "Read all there is in \(kind.folder).")
                    ],
                    arguments: [files], options: options + limits(kind),
                    run: { try ShowCommand(kind: kind).run($0, $1) }),
                schema(kind),
            ] + further)
    }

    /// The grammar by which editors complete and check as one writes.
    private static func schema(_ kind: ContentKind) -> CommandSpec {
        let names = kind.schemas.map { ValueKind.Choice($0.rawValue) }
        return CommandSpec(
            "schema", summary: "Print the RELAX NG grammar of \(kind.noun) files, for editors.",
            examples: [
                .init(
                    "assay \(kind.noun) schema > \(kind.noun).rng",
                    shows: "Save the grammar where an editor finds it.")
            ],
            arguments: [
                ArgumentSpec(
                    "kind", .choice(names), arity: .optional, help: "Which files it is for.",
                    standard: kind.schemas[0].rawValue)
            ],
            run: { invocation, environment in
                let name = invocation.argument("kind") ?? ""
                guard let schema = Schema(rawValue: name) else { return .usage }
                environment.console.output.write(bytes: schema.bytes)
                return .done
            })
    }

    private static func limits(_ kind: ContentKind) -> [OptionSpec] {
        let all: [OptionSpec] = [
            OptionSpec(
                "max-bytes", nil, .value(.size), standard: "256MiB", help: "Largest file to read.",
                section: "Limits"),
            OptionSpec(
                "max-items", nil, .value(.number(1...100_000_000)), standard: "200000",
                help: "Most items in a bank.", section: "Limits"),
            OptionSpec(
                "max-text", nil, .value(.size), standard: "1MiB",
                help: "Longest text between two tags.", section: "Limits"),
            OptionSpec(
                "max-tag", nil, .value(.size), standard: "16KiB", help: "Longest tag.",
                section: "Limits"),
            OptionSpec(
                "max-attributes", nil, .value(.number(1...100_000)), standard: "64",
                help: "Most attributes in a tag.", section: "Limits"),
            OptionSpec(
                "max-depth", nil, .value(.number(1...250)), standard: "32",
                help: "Deepest nesting of elements.", section: "Limits"),
        ]
        return kind.holdsItems ? all : all.filter { $0.long != "max-items" }
    }
}

extension OptionSpec {
    static let json = OptionSpec("json", help: "Print one JSON object, for programs to read.")
}
