/// The noun for those who ask how good quizzes, items and reviewers' marks are.
extension CommandSpec {
    static let stats = CommandSpec(
        "stats", group: "Statistics",
        summary: "Say how good quizzes, items and marks are, and what to do.",
        discussion: [
            """
            Every figure says how many it rests on, and where it is not defined, why. Sentences say \
            what the figures mean, what they do not, and what to do. 'assay help statistics' says how \
            each is computed.
            """
        ], options: [.store],
        subcommands: [
            statsQuiz, statsItem, statsPanel, statsCriterion, statsWorksheet, statsCut,
            statsSchema,
        ])

    private static let statsQuiz = CommandSpec(
        "quiz", summary: "Say how far a quiz and its verdicts can be relied on.",
        discussion: [matrixFormat],
        examples: [
            .init("assay stats quiz module-210", shows: "Compute from what the store holds."),
            .init(
                "assay stats quiz --matrix marks.csv --pass 80%",
                shows: "Compute from a table of marks."),
        ],
        arguments: [quizArgument], options: marks + [.json], exclusive: marksExclusive,
        run: QuizStats.quiz)

    private static let statsItem = CommandSpec(
        "item", summary: "Say which items to look at, and why.",
        discussion: [matrixFormat],
        examples: [
            .init("assay stats item module-210 --cohort spring", shows: "All items, for a cohort."),
            .init("assay stats item module-210 --item r-14", shows: "One item in full."),
        ],
        arguments: [quizArgument],
        options: [
            OptionSpec(
                "item", nil, .value(.text), placeholder: "id", repeats: true,
                help: "Show this item in full.")
        ] + marks + [.json], exclusive: marksExclusive, run: QuizStats.item)

    private static let statsPanel = CommandSpec(
        "panel", summary: "Say how severe reviewers are, and which verdicts hang on it.",
        discussion: [
            """
            Compares the scores of all complete panels by a rubric, of 100. A matrix has a row for each             piece of work, named in the first column, and a column of scores for each reviewer.
            """
        ],
        examples: [
            .init("assay stats panel lab-adr-writing", shows: "Compute from what the store holds."),
            .init(
                "assay stats panel --matrix scores.csv --pass 80",
                shows: "Compute from a table of scores."),
        ],
        arguments: [
            ArgumentSpec(
                "rubric", arity: .optional,
                help: "The id of a rubric that was used; the only one where none is named.")
        ],
        options: [
            matrix,
            OptionSpec(
                "pass", nil, .value(.text), placeholder: "score",
                help: "The score that passes; that of the rubric where none is given."), .json,
        ], run: ReviewerStats.panel)

    private static let statsCriterion = CommandSpec(
        "criterion", summary: "Say how far reviewers agree on a criterion.",
        discussion: [
            """
            A matrix has a row for each piece of work, named in the first column, and a column for             each reviewer; a cell is the id or the points of a level, blank or na where there is no             mark. What the levels are is said by --rubric or --levels, since one that nobody chose             counts too.
            """
        ],
        examples: [
            .init(
                "assay stats criterion lab-adr-writing#context",
                shows: "Compute from what the store holds."),
            .init(
                "assay stats criterion --matrix marks.csv --levels low,good,best",
                shows: "Compute from a table of marks."),
        ],
        arguments: [
            ArgumentSpec(
                "rubric", arity: .optional, help: "A criterion, as RUBRIC#CRITERION.")
        ],
        options: [
            matrix,
            OptionSpec(
                "rubric", nil, .value(.text), placeholder: "criterion",
                help: "Whose levels a matrix has: RUBRIC#CRITERION, by file or by id."),
            OptionSpec(
                "levels", nil, .value(.text), placeholder: "names",
                help: "The levels that a matrix has, the lowest first, with commas."), .json,
        ], exclusive: [["rubric", "levels"]], run: ReviewerStats.criterion)

    private static let statsWorksheet = CommandSpec(
        "worksheet", summary: "Print a worksheet on which judges set a pass mark.",
        discussion: [
            """
            Prints CSV with a row for each item that the quiz can ask and a column for each judge, who \
            writes how many of 100 learners who just pass would get the item right: 70% or 0.7. \
            'assay stats cut' computes the pass mark from it.
            """
        ],
        examples: [
            .init(
                "assay stats worksheet module-210 --judge Ana --judge Bo > cut.csv",
                shows: "A worksheet for two judges.")
        ],
        arguments: [
            ArgumentSpec(
                "quiz", .file(extensions: ["xml"]), arity: .optional,
                help: "A bank's file, FILE#QUIZ, or an id; the only quiz where none is named.")
        ],
        options: [
            OptionSpec(
                "judge", nil, .value(.text), placeholder: "name", repeats: true,
                help: "Whose column to make; five of them where nobody is named.")
        ], run: CutStats.worksheet)

    private static let statsCut = CommandSpec(
        "cut", summary: "Say where judges put the pass mark.",
        discussion: ["Computes from a worksheet that judges filled in, by Angoff's method."],
        examples: [
            .init(
                "assay stats cut cut.csv --pass 80%",
                shows: "Hold the judges' pass mark against that of the quiz.")
        ],
        arguments: [
            ArgumentSpec(
                "worksheet", .file(extensions: ["csv", "tsv"]),
                help: "A worksheet that is filled in, or standard input for -.")
        ],
        options: [
            OptionSpec(
                "pass", nil, .value(.text), placeholder: "share",
                help: "The pass mark to hold it against, such as 80%."), .json,
        ], run: CutStats.cut)

    private static let statsSchema = CommandSpec(
        "schema", summary: "Print the JSON Schema of what --json prints, for programs.",
        examples: [
            .init(
                "assay stats schema item > item.schema.json",
                shows: "Save the schema where a program finds it.")
        ],
        arguments: [
            ArgumentSpec(
                "kind", .choice(StatisticsSchema.allCases.map { .init($0.rawValue) }),
                help: "Which statistics it is for.")
        ],
        run: { call, environment in
            let name = call.argument("kind") ?? ""
            guard let schema = StatisticsSchema(rawValue: name) else { return .usage }
            environment.console.output.write(bytes: schema.bytes)
            return .done
        })

    // MARK: What several take

    private static let matrixFormat = HelpBlock.paragraph(
        """
        A matrix is CSV with commas, semicolons or tabs: a row for each learner, who is named in the \
        first column, and a column for each item, named in the first row. A blank cell says that the \
        item was not asked. Items give a point each, unless a first row 'possible' says otherwise.
        """)
    private static let quizArgument = ArgumentSpec(
        "quiz", .file(extensions: ["xml"]), arity: .optional,
        help: "The id of a bank or a quiz that was taken; the only one where none is named.")
    private static let matrix = OptionSpec(
        "matrix", nil, .value(.file(extensions: ["csv", "tsv"])), placeholder: "file",
        help: "Take the marks from a table, or from standard input for -.")
    private static let marks = [
        matrix,
        OptionSpec(
            "cohort", nil, .value(.text), placeholder: "id", help: "Only learners of this cohort."),
        OptionSpec(
            "attempt", nil,
            .value(
                .choice([
                    .init("first", "which nobody had practiced for"), .init("best"), .init("last"),
                ])), standard: "first", help: "The attempt of each learner that counts here."),
        SittingSelection.since,
        OptionSpec(
            "pass", nil, .value(.text), placeholder: "share",
            help: "The pass mark, such as 80%; that of the quiz where none is given."),
    ]
    private static let marksExclusive = [
        ["matrix", "cohort"], ["matrix", "attempt"], ["matrix", "since"],
    ]
}
