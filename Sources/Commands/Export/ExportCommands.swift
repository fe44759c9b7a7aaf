import Exchange

/// The verb for those who take results elsewhere.
extension CommandSpec {
    static let export = CommandSpec(
        "export", group: "Results", summary: "Write results of quizzes for another system.",
        discussion: [
            """
            Each learner has one result of a quiz in it: where somebody handed it in more than once, \
            --attempt says which. Open sittings and erased people are left out. A lead gets every \
            result; with --learner-view only what the quizzes let learners see by now, to hand it to \
            them.
            """,
            """
            The same results give the same bytes: every date in them is one of a sitting or of a \
            grade. Rounding never takes marks across the pass mark. Only you can read the file.
            """,
            .heading("Formats"),
            .rows([
                .init("qti", "A zip of QTI 3 result reports, one for each sitting."),
                .init(
                    "openbadges",
                    "A zip of Open Badges 3.0 drafts for those who passed. They are not signed."),
                .init("xapi", "xAPI statements, one a line, also on each answer."),
                .init("caliper", "A Caliper 1.2 envelope of grade events."),
                .init("oneroster", "A zip of the OneRoster 1.2 gradebook tables."),
                .init("canvas", "A table for the gradebook of Canvas."),
                .init("moodle", "A table for the gradebook of Moodle."),
                .init("moodle-xml", "The same as markup, by the id numbers of quiz and learner."),
                .init("ags", "LTI scores of one quiz, one a line."),
            ]),
            .heading("Gradebooks"),
            """
            They find learners by the id that 'assay learner list' shows. In a table, names that a \
            spreadsheet would compute get an apostrophe before them; a learner with such an id is left \
            out and named, and the exit code is 1.
            """,
            .heading("Pseudonyms"),
            """
            With --pseudonymize, learners and sittings get other ids, always the same by one key. What \
            was typed or written is left out; what was chosen, all marks and all times stay. The file \
            is made where there is none: keep it apart from what you give away.
            """,
        ],
        examples: [
            .init(
                "assay export --to canvas --quiz module-210 --assignment 'Quiz (1234)' --output c.csv",
                shows: "Marks for an assignment of Canvas."),
            .init(
                "assay export --to xapi --cohort spring-26 --attempt best --output -",
                shows: "Statements about a cohort, for another program."),
        ],
        options: [
            .store,
            OptionSpec(
                "to", nil,
                .value(.choice(ExchangeFormat.allCases.map { .init($0.rawValue) })),
                placeholder: "format", isRequired: true, help: "What to write."),
            OptionSpec(
                "output", "o", .value(.file(extensions: [])), placeholder: "file",
                isRequired: true, help: "The file to write, or - for standard output."),
            OptionSpec("force", help: "Replace a file of that name."),
        ] + which.map { $0.under("Which results") } + how.map { $0.under("How") },
        exclusive: [["cohort", "learner"]], run: ExportCommand.run)

    private static let which =
        [
            OptionSpec(
                "quiz", nil, .value(.text), placeholder: "quiz", help: "Only this quiz."),
            OptionSpec(
                "cohort", nil, .value(.text), placeholder: "id", help: "Only of this cohort."),
            OptionSpec(
                "learner", nil, .value(.text), placeholder: "who",
                help: "Only of this person: an id, or a whole name."),
        ] + SittingSelection.options + [
            OptionSpec("learner-view", help: "Only what the quizzes let learners see by now.")
        ]

    private static let how = [
        OptionSpec("keys", help: "Also tell what would have been right (qti, xapi)."),
        OptionSpec(
            "pseudonymize", nil, .value(.file(extensions: [])), placeholder: "file",
            help: "Replace names and ids by the key in this file."),
        OptionSpec(
            "assignment", nil, .value(.text), placeholder: "name",
            help: "What the gradebook calls the quiz; its title if not given."),
        OptionSpec(
            "points", nil, .value(.text), placeholder: "number",
            help: "What full marks are in the gradebook; those of the quiz if not given."),
        OptionSpec(
            "site", nil, .value(.text), placeholder: "url", standard: "urn:assay",
            help: "The system that knows learners by id (xapi, caliper), or the issuer's site."),
        OptionSpec(
            "issuer", nil, .value(.text), placeholder: "name",
            help: "Who issues the badges (openbadges)."),
        OptionSpec(
            "class", nil, .value(.text), placeholder: "id",
            help: "The class's sourcedId (oneroster); the cohort if not given."),
        OptionSpec(
            "session", nil, .value(.text), placeholder: "id",
            help: "The academic session's sourcedId (oneroster)."),
        OptionSpec(
            "school", nil, .value(.text), placeholder: "id",
            help: "The school's sourcedId (oneroster)."),
    ]
}
