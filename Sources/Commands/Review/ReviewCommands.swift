import Assessment

/// The nouns for those who score what others handed in.
extension CommandSpec {
    static let reviews: [CommandSpec] = [review, panel]

    private static let review = CommandSpec(
        "review", group: "Reviews", summary: "Score work by a rubric.",
        discussion: [
            """
            Work is handed in, reviewers take seats on its panel, score it, and submit their sheets. \
            SUBMISSION is its id, or the beginning of one. What a reviewer does is saved with every \
            line; 'assay review score' goes on where it was left.
            """
        ],
        options: [.store],
        subcommands: [
            reviewHandIn, reviewQueue, reviewStart, reviewScore, reviewShow, reviewSubmit,
            reviewWithdraw, reviewRevise, reviewExport, reviewImport, reviewCalibrate,
        ])

    private static let reviewHandIn = CommandSpec(
        "hand-in", summary: "Hand in a learner's work, to be scored by a rubric.",
        discussion: [
            """
            Files are kept as their names, sizes and hashes, and not as copies: whoever opens them \
            later is told where they have changed. A version of a rubric that was used once cannot \
            be another text later; the refusal says what the edit would do to marks already given.
            """
        ],
        examples: [
            .init(
                "assay review hand-in S1 --rubric lab-adr-writing --evidence adr=work/adr-7.md",
                shows: "Hand in a file as the evidence 'adr'.")
        ],
        arguments: [ArgumentSpec("learner", help: "Whose work it is: an id, or a whole name.")],
        options: [
            OptionSpec(
                "rubric", nil, .value(.file(extensions: ["xml"])), placeholder: "rubric",
                isRequired: true, help: "A rubric's file, or its id in the folder Rubrics."),
            OptionSpec(
                "evidence", nil, .value(.text), placeholder: "file", repeats: true,
                help: "A file or an address; ID=FILE says which evidence of a program it is."),
            OptionSpec(
                "for", nil, .value(.text), placeholder: "component",
                help: "The part of a program it is for, as PROGRAM/COMPONENT."),
            OptionSpec(
                "subject", nil, .value(.text), placeholder: "id", repeats: true,
                help: "Something to be compared with the others, where the rubric ranks several."),
            OptionSpec(
                "id", nil, .value(.text), placeholder: "id",
                help: "What to call it; made of the rubric's id where nothing is said."), .json,
        ], run: ReviewWork.handIn)

    private static let reviewQueue = CommandSpec(
        "queue", summary: "List what there is to score, the oldest first.",
        examples: [
            .init("assay review queue", shows: "What you are seated for."),
            .init("assay review queue --all --json", shows: "Everything, for a program to read."),
        ],
        options: [
            reviewer, OptionSpec("all", help: "Everything that was handed in, by panel."), .json,
        ], exclusive: [["reviewer", "all"]], run: ReviewReading.queue)

    private static let reviewStart = CommandSpec(
        "start", summary: "Take a seat on a panel, and begin a sheet.",
        discussion: [
            """
            Says what the work is made of, and whether it is still what was handed in. Where the \
            rubric names conflicts of interest, --conflict has to say which one there is, or none; \
            some keep a reviewer off.
            """
        ],
        examples: [
            .init(
                "assay review start talk-1 --role peer --conflict none",
                shows: "Take a peer's seat."
            )
        ],
        arguments: [submission], options: [reviewer, role, conflict], run: ReviewWork.start)

    private static let reviewScore = CommandSpec(
        "score", summary: "Score with the rubric and the evidence beside each criterion.",
        discussion: [
            """
            Asks for each criterion in turn, and every change is saved before it is shown as saved. \
            Without SUBMISSION it is the oldest that you have not submitted. With --criterion it asks \
            for one criterion of each submission, one after the other. A terminal is taken as a full \
            screen of at least 24x8, where ? lists the keys. With --plain, or ACCESSIBLE=1, \
            everything is asked line by line.
            """,
            .heading("Line by line"),
            .rows(ReviewLine.explained.map { .init($0.keys, $0.text) }),
            .heading("Marks from a file or a pipe"),
            """
            With --marks, or when input is not a terminal, each line is what one would type. A line \
            may also name the criterion it is about, whatever the order: 'style = good', followed \
            by a comment after a second equals sign. A line that is not understood ends the run \
            with 65; what came before is saved.
            """,
        ],
        examples: [
            .init("assay review score", shows: "Go on with the oldest."),
            .init(
                "assay review score --criterion coaching",
                shows: "Score one criterion of all that you are seated for."),
        ],
        arguments: [optionalSubmission],
        options: [
            reviewer,
            OptionSpec(
                "criterion", nil, .value(.text), placeholder: "id",
                help: "Score this criterion alone, of every submission."),
            OptionSpec(
                "marks", nil, .value(.file(extensions: ["txt"])), placeholder: "file",
                help: "Read the marks from a file, or from standard input for -."), .plain, .ascii,
            .noMouse,
        ], run: ReviewScoring.score)

    private static let reviewShow = CommandSpec(
        "show", summary: "Show a submission, your sheet, and what else you may see.",
        discussion: [
            """
            Sheets of others are shown once the rubric unseals them, and names as far as it lets \
            reviewers and learners know each other.
            """
        ],
        arguments: [submission], options: [reviewer, .json], run: ReviewReading.show)

    private static let reviewSubmit = CommandSpec(
        "submit", summary: "Hand in your sheet.",
        discussion: ["Exits with 1, and says what is missing, where the rubric asks for more."],
        arguments: [submission], options: [reviewer], run: ReviewWork.submit)

    private static let reviewWithdraw = CommandSpec(
        "withdraw", summary: "Give a sheet up; it counts no longer.", arguments: [submission],
        options: [reviewer, reason], run: ReviewWork.withdraw)

    private static let reviewRevise = CommandSpec(
        "revise", summary: "Open a sheet again that was submitted or withdrawn.",
        discussion: [
            """
            The sheet that was submitted counts until it is submitted anew. Both stay in the store, \
            with the reason, who, and when.
            """
        ],
        examples: [
            .init(
                "assay review revise talk-1 --reason \"I had skipped page 3\"",
                shows: "Correct a sheet.")
        ],
        arguments: [submission], options: [reviewer, reason], run: ReviewWork.revise)

    private static let reviewExport = CommandSpec(
        "export", summary: "Write your sheets to a file, to be filled in elsewhere.",
        examples: [
            .init("assay review export --output marks.csv", shows: "All that you are seated for."),
            .init("assay review export --output marks.xlsx", shows: "The same as a workbook."),
            .init("assay review export talk-1 --output talk.xml", shows: "One, as XML."),
        ],
        arguments: [
            ArgumentSpec(
                "submission", arity: .any, help: "Ids of submissions; all of yours if none.")
        ],
        options: [
            reviewer,
            OptionSpec(
                "output", nil, .value(.file(extensions: ["csv", "xlsx", "xml"])),
                placeholder: "file",
                isRequired: true,
                help: "A .csv or .xlsx for any number of sheets, or an .xml for one."),
            OptionSpec("force", help: "Replace a file that is there."),
        ], run: SheetFiles.export)

    private static let reviewImport = CommandSpec(
        "import", summary: "Take in sheets that were filled in elsewhere.",
        discussion: [
            """
            Each line is compared with what stands: it is the same, changed, or rejected with its \
            reason, and then the exit code is 1. Nothing is submitted by importing.
            """
        ],
        examples: [
            .init("assay review import marks.csv --dry-run", shows: "See what a file changes.")
        ],
        arguments: [
            ArgumentSpec(
                "file", .file(extensions: ["csv", "xlsx", "xml"]),
                help: "A .csv, .xlsx or .xml file.")
        ],
        options: [
            reviewer, OptionSpec("dry-run", help: "Show what would change, and write nothing."),
            .json,
        ], run: SheetFiles.takeIn)

    private static let reviewCalibrate = CommandSpec(
        "calibrate", summary: "Compare your sheets with the marks agreed on for the same work.",
        discussion: [
            """
            FILE holds the agreed marks on anchor work that you have scored and submitted, as \
            'assay review export' writes them. Exits with 1 where the rubric says how close marks \
            have to be, and yours are not.
            """
        ],
        examples: [
            .init("assay review calibrate anchors.csv", shows: "See where you are more severe.")
        ],
        arguments: [
            ArgumentSpec("file", .file(extensions: ["csv", "xml"]), help: "The agreed marks.")
        ],
        options: [reviewer, .json], run: CalibrateCommand.run)

    // MARK: Panels

    private static let panel = CommandSpec(
        "panel", group: "Reviews", summary: "See how panels stand, and release verdicts.",
        options: [.store],
        subcommands: [
            CommandSpec(
                "show", summary: "Show where a panel stands, and how its verdict comes about.",
                discussion: [
                    "Marks that the rubric seals are not shown before all are in, to nobody."
                ],
                arguments: [submission], options: [.json], run: PanelCommand.show),
            CommandSpec(
                "adjudicate", summary: "Settle what reviewers differ on, line by line.",
                discussion: [
                    """
                    Seats one more reviewer, shows the sheets of the others side by side, and then \
                    asks as 'assay review score' does. The sheet needs words on the whole, which are \
                    the reason for the decision.
                    """
                ],
                arguments: [submission],
                options: [
                    reviewer, conflict,
                    OptionSpec(
                        "marks", nil, .value(.file(extensions: ["txt"])), placeholder: "file",
                        help: "Read the marks from a file, or from standard input for -."), .plain,
                    .ascii, .noMouse,
                ], run: PanelCommand.adjudicate),
            CommandSpec(
                "release", summary: "Let learners see what panels decided.",
                discussion: [
                    """
                    Keeps the verdict as it is now. Where a sheet is corrected later, nothing changes \
                    until it is released again, and both verdicts stay.
                    """
                ],
                arguments: [
                    ArgumentSpec(
                        "submission", arity: .many, help: "Ids of submissions.")
                ], options: [.json], run: PanelCommand.release),
        ])

    // MARK: What several take

    private static let submission = ArgumentSpec(
        "submission", help: "A submission's id, or the beginning of one.")
    private static let optionalSubmission = ArgumentSpec(
        "submission", arity: .optional, help: "A submission's id; the oldest if none.")
    private static let reviewer = OptionSpec(
        "reviewer", nil, .value(.text), placeholder: "who",
        help: "Who scores: an id, or a whole name.", variable: "ASSAY_REVIEWER")
    private static let role = OptionSpec(
        "role", nil, .value(.text), placeholder: "role", help: "The seat on the panel to take.")
    private static let conflict = OptionSpec(
        "conflict", nil, .value(.text), placeholder: "id",
        help: "What ties the reviewer to the learner, by its id in the rubric; or none.")
    private static let reason = OptionSpec(
        "reason", nil, .value(.text), placeholder: "text", isRequired: true,
        help: "Why, in a sentence; it is kept.")
}
