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
        ], options: [.store], subcommands: [statsQuiz, statsItem])

    private static let statsQuiz = CommandSpec(
        "quiz", summary: "Say how far a quiz and its verdicts can be relied on.",
        discussion: [matrixFormat],
        examples: [
            .init(
                "assay stats quiz --matrix marks.csv --pass 80%",
                shows: "Compute from a table of marks.")
        ],
        options: [markMatrix, pass, .json], run: QuizStats.quiz)

    private static let statsItem = CommandSpec(
        "item", summary: "Say which items to look at, and why.",
        discussion: [matrixFormat],
        examples: [
            .init("assay stats item --matrix marks.csv", shows: "All items in a table."),
            .init(
                "assay stats item --matrix marks.csv --item r-14", shows: "One item in full."),
        ],
        options: [
            OptionSpec(
                "item", nil, .value(.text), placeholder: "id", repeats: true,
                help: "Show this item in full."), markMatrix, pass, .json,
        ], run: QuizStats.item)

    // MARK: What several take

    private static let matrixFormat = HelpBlock.paragraph(
        """
        A matrix is CSV with commas, semicolons or tabs: a row for each learner, who is named in the \
        first column, and a column for each item, named in the first row. A blank cell says that the \
        item was not asked. Items give a point each, unless a first row 'possible' says otherwise.
        """)
    private static let markMatrix = OptionSpec(
        "matrix", nil, .value(.file(extensions: ["csv", "tsv"])), placeholder: "file",
        help: "A table of marks, or standard input for -.")
    private static let pass = OptionSpec(
        "pass", nil, .value(.text), placeholder: "share",
        help: "The pass mark, such as 80%.")
}
