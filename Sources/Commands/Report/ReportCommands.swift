/// The noun for what people take away.
extension CommandSpec {
    static let report = CommandSpec(
        "report", group: "Reports", summary: "Write what learners, reviewers and leads take away.",
        discussion: [
            """
            Every report says first what came out, and then why. The same data gives the same bytes. \
            The format is that of --format, or of the ending of --output, or text.
            """,
            """
            With --pseudonymize, people, sittings and work get other ids, always the same by one key, \
            and the same as in 'assay export'. What was typed or written is left out. The key's file is \
            made where there is none: keep it apart from what you give away.
            """,
        ],
        options: [.store],
        subcommands: [
            reportLearner, reportCohort, reportItem, reportPanel,
            CommandSpec(
                "schema", summary: "Print the JSON Schema of reports as JSON.",
                run: ReportCommand.schema),
        ])

    private static let reportLearner = CommandSpec(
        "learner", summary: "Report on one learner, for the learner.",
        discussion: [
            """
            Holds what the learner may know and nobody else's data. With --cohort or --all there is a \
            file for each learner in the folder of --output; one that fails is named, the others are \
            written, and the exit code is 1.
            """
        ],
        examples: [
            .init("assay report learner S1 --output s1.html", shows: "Write a page for a browser."),
            .init(
                "assay report learner --cohort spring --format html --output reports",
                shows: "Write one for each learner."),
        ],
        arguments: [
            ArgumentSpec(
                "learner", arity: .optional, help: "Whom it is about: an id, or a whole name.")
        ],
        options: [
            OptionSpec(
                "cohort", nil, .value(.text), placeholder: "cohort",
                help: "Everybody in this cohort, each in a file."),
            OptionSpec("all", help: "Every learner, each in a file."), SittingSelection.since,
        ] + formats,
        exclusive: [["cohort", "all"]], run: ReportCommand.learner)

    private static let reportCohort = CommandSpec(
        "cohort", summary: "Report on a quiz and a cohort, or on everybody who took it.",
        examples: [
            .init(
                "assay report cohort spring --output spring.html",
                shows: "Who passed, who is near, and which questions to look at."),
            .init("assay report cohort spring --format json", shows: "The same as data."),
            .init(
                "assay report cohort --format csv --table learners --fields learner,score,verdict",
                shows: "Three columns, for a spreadsheet or a script."),
        ],
        arguments: [
            ArgumentSpec(
                "cohort", arity: .optional, help: "A cohort; everybody where none is named.")
        ],
        options: [
            OptionSpec(
                "quiz", nil, .value(.text), placeholder: "quiz",
                help: "The quiz; the only one that was taken where none is named."),
            OptionSpec(
                "compare", nil, .value(.text), placeholder: "cohort",
                help: "Set the pass rate beside that of another cohort."),
        ] + SittingSelection.options + formats, run: ReportCommand.cohort)

    private static let reportItem = CommandSpec(
        "item", summary: "Report on one question: who chose what, and what to do.",
        examples: [
            .init("assay report item module-210 r-14", shows: "See whether the key may be wrong.")
        ],
        arguments: [
            ArgumentSpec("quiz", help: "A quiz that was taken."),
            ArgumentSpec("item", help: "The id of a question."),
        ],
        options: [
            OptionSpec(
                "cohort", nil, .value(.text), placeholder: "cohort",
                help: "The answers of this cohort only.")
        ] + SittingSelection.options + formats, run: ReportCommand.item)

    private static let reportPanel = CommandSpec(
        "panel", summary: "Report on a piece of work and what its panel made of it.",
        discussion: ["Marks that the rubric seals are not shown before all are in."],
        examples: [.init("assay report panel port-1 --output port-1.html", shows: "Write a page.")],
        arguments: [ArgumentSpec("submission", help: "The id of a submission.")],
        options: formats, run: ReportCommand.panel)

    private static let formats =
        [
            OptionSpec(
                "format", nil, .value(.choice(ReportFormat.allCases.map { .init($0.rawValue) })),
                help: "The form it takes."),
            OptionSpec(
                "table", nil, .value(.text), placeholder: "name",
                help: "The table that a CSV file is to hold."),
            OptionSpec(
                "fields", nil, .value(.text), placeholder: "names",
                help: "The columns of the CSV file, with commas; the whole file begins with all."),
            OptionSpec(
                "pseudonymize", nil, .value(.file(extensions: [])), placeholder: "file",
                help: "Replace names and ids by the key in this file, and leave out words."),
            OptionSpec("bom", help: "Begin a CSV file so that spreadsheets read it as UTF-8."),
        ] + ResultFile.options
}
