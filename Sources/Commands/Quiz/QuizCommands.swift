import Assessment

/// The noun for learners: what can be taken, taking it, and what it came to.
extension CommandSpec {
    static let quiz = CommandSpec(
        "quiz", group: "Quizzes", summary: "Take quizzes and look at results.",
        discussion: [
            """
            QUIZ is the file of a bank, one of its quizzes as FILE#QUIZ, or the id of a bank or a quiz \
            in the folder QuestionBanks, in the installed content, or in the folder that \
            ASSAY_CONTENT names.
            """
        ],
        subcommands: [
            quizList, quizShow, quizTake, quizResume, quizReview, quizProctor, quizRelease,
            quizRegrade,
        ])

    private static let quizList = CommandSpec(
        "list", summary: "List the quizzes there are.",
        examples: [.init("assay quiz list", shows: "List what can be taken here.")],
        arguments: [
            ArgumentSpec(
                "file", .file(extensions: ["xml"]), arity: .any, help: "Banks, or folders of banks."
            )
        ],
        options: [.json], run: QuizReading.list)

    private static let quizShow = CommandSpec(
        "show", summary: "Show the rules of a quiz.",
        examples: [
            .init("assay quiz show module-210", shows: "Read the rules without starting.")
        ],
        arguments: [quizArgument], run: QuizReading.show)

    private static let quizTake = CommandSpec(
        "take", summary: "Take a quiz, or go on with one that is open.",
        discussion: [
            """
            Shows the rules first; Enter starts. Every answer is saved before the next question comes: \
            q, Ctrl-C or a lost connection loses nothing. Exits with 0 when the quiz is passed, left \
            for later, or waits for a reviewer or a release, and with 1 when it is not passed.
            """,
            """
            A terminal is taken as a full screen of at least 24x8, where ? lists the keys. With --plain, \
            ACCESSIBLE=1 or TERM=dumb it is asked line by line, and nothing is redrawn.
            """,
            .heading("Answers from a file or a pipe"),
            """
            With --answers, or when input is not a terminal, each line is what one would type: a \
            number, an empty line to skip, a command such as b. The last line is submit. A line may \
            also name the item it answers, whatever the order of questions and options: \
            'lead-01 chosen a', or 'lead-01 -' to clear it. An item that asks several things takes a \
            line for each by its id: 'lead-07#who chosen a', then 'lead-07#days typed 3'. Lines for items that \
            this draw does not ask are passed over. Where the lines end before submit, or one is not \
            understood, what was answered is saved and the exit code is 65.
            """,
            """
            The ids are those of the bank: 'chosen a c', 'paired l1=r2 l2=x1', 'ordered c a b', \
            'sorted e1=g2', 'typed 3.5 days', 'filled b1=is%20recorded', 'written ...'. In typed words \
            a line break is \\n and a backslash \\\\.
            """,
        ],
        examples: [
            .init("assay quiz take", shows: "Take the quiz there is."),
            .init(
                "assay quiz take module-210/knowledge-check --learner S1 --answers answers.txt",
                shows: "Hand in answers from a file."),
        ],
        arguments: [quizArgument],
        options: [.store, learner, answers, .plain, .ascii, .noMouse, takeOver] + codes,
        exclusive: [codes.map(\.long)],
        run: QuizSitting.take)

    private static let quizResume = CommandSpec(
        "resume", summary: "Go on with a quiz that is open.",
        examples: [.init("assay quiz resume", shows: "Go on where you left.")],
        arguments: [sitting],
        options: [.store, learner, answers, .plain, .ascii, .noMouse, takeOver] + codes,
        exclusive: [codes.map(\.long)],
        run: QuizSitting.resume)

    private static let quizReview = CommandSpec(
        "review", summary: "Show what a quiz came to.",
        discussion: ["Exits with 0 where it was passed or is not decided, and with 1 where not."],
        examples: [.init("assay quiz review", shows: "Look at your last result again.")],
        arguments: [sitting], options: [.store, learner, .ascii, .json], run: QuizSitting.review)

    private static let quizProctor = CommandSpec(
        "proctor", summary: "Set the code that opens an exam.",
        discussion: [
            """
            For a quiz with proctored="yes". From then on 'assay quiz take' and 'assay quiz resume' ask \
            for the code before they open it. It is typed twice and not shown; only a hash of it is \
            kept. Setting another one replaces it. 'assay help exams' says what it protects.
            """,
            """
            There is no option for the code itself: the shell would keep it, and other programs could \
            see it.
            """,
        ],
        examples: [
            .init("assay quiz proctor module-210", shows: "Ask for a new code."),
            .init("assay quiz proctor module-210 --clear", shows: "Let everybody in again."),
        ],
        arguments: [quizArgument],
        options: [
            .store,
            OptionSpec(
                "code-file", nil, .value(.file(extensions: [])), placeholder: "file",
                help: "Take the first line of a file, or of standard input for -, as the code."),
            OptionSpec("clear", help: "Let the quiz open without a code."),
        ], exclusive: [["code-file", "clear"]], run: QuizLeading.proctor)

    private static let quizRelease = CommandSpec(
        "release", summary: "Let learners see results that wait for it.",
        discussion: [
            """
            For a quiz with proctored="yes" or feedback="after-release". Releases what is handed in by \
            now; sittings that are open or begin later wait for another release. What was released \
            cannot be taken back.
            """
        ],
        examples: [
            .init("assay quiz release module-210", shows: "Release every result that waits."),
            .init(
                "assay quiz release module-210 --cohort spring-26",
                shows: "Release those of one cohort."),
        ],
        arguments: [quizArgument],
        options: [
            .store,
            OptionSpec(
                "cohort", nil, .value(.text), placeholder: "id", help: "Only of this cohort."),
            OptionSpec(
                "learner", nil, .value(.text), placeholder: "who",
                help: "Only of this person: an id, or a whole name."),
            OptionSpec(
                "sitting", nil, .value(.text), placeholder: "id",
                help: "Only the sitting whose id begins so."), .json,
        ], exclusive: [["cohort", "learner", "sitting"]], run: QuizLeading.release)

    private static let quizRegrade = CommandSpec(
        "regrade", summary: "Grade again what was handed in, after a key was set right.",
        discussion: [
            """
            Set the key or the credit of a question right in the bank, then look with --dry-run at whose \
            result that changes. The rules of each sitting stay those it began with. Old grades are kept \
            beside the new ones, with the reason, who and when.
            """,
            """
            A question of which more changed, such as its options, stays as it was asked: nobody knows \
            what learners would have answered. --award gives full marks for it to everybody who was \
            asked. With --keep-marks nobody has fewer marks for a question than before.
            """,
        ],
        examples: [
            .init("assay quiz regrade module-210 --dry-run", shows: "See whose result changes."),
            .init(
                "assay quiz regrade module-210 --reason 'the key of r-14 was wrong'",
                shows: "Keep the new grades."),
        ],
        arguments: [quizArgument],
        options: [
            .store,
            OptionSpec("dry-run", help: "Show what would change, and write nothing."),
            OptionSpec(
                "reason", nil, .value(.text), placeholder: "text",
                help: "Why; it is kept with each new grade."),
            OptionSpec(
                "award", nil, .value(.text), placeholder: "item", repeats: true,
                help: "Full marks for this question, whatever was answered."),
            OptionSpec("keep-marks", help: "Take no marks away from anybody."),
            OptionSpec(
                "cohort", nil, .value(.text), placeholder: "id", help: "Only of this cohort."),
            OptionSpec(
                "learner", nil, .value(.text), placeholder: "who",
                help: "Only of this person: an id, or a whole name."), .json,
        ], exclusive: [["cohort", "learner"], ["dry-run", "reason"]], run: QuizRegrading.run)

    private static let quizArgument = ArgumentSpec(
        "quiz", .file(extensions: ["xml"]), arity: .optional,
        help: "A bank's file, FILE#QUIZ, or an id; the only quiz where none is named.")
    private static let sitting = ArgumentSpec(
        "sitting", arity: .optional, help: "The beginning of a sitting's id; the last one if none.")
    private static let learner = OptionSpec(
        "learner", nil, .value(.text), placeholder: "who",
        help: "Who takes the quiz: an id, or a whole name.", variable: "ASSAY_LEARNER")
    private static let answers = OptionSpec(
        "answers", nil, .value(.file(extensions: ["txt"])), placeholder: "file",
        help: "Read the answers from a file, or from standard input for -.")
    private static let codes = [
        OptionSpec(
            "proctor-code-file", nil, .value(.file(extensions: [])), placeholder: "file",
            help: "The first line of a file, or of standard input for -, is the proctor's code."),
        OptionSpec(
            "proctor-code", nil, .value(.text), placeholder: "code",
            help: "The proctor's code, which the shell keeps and other programs can see."),
    ]
    private static let takeOver = OptionSpec(
        "take-over", help: "Go on here, though the quiz is open in another terminal.")
}

/// `assay quiz list` and `assay quiz show`.
enum QuizReading {
    static func list(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let found = try QuizFinding(environment).quizzes(call.arguments("file"))
        let console = environment.console
        if call.flag("json") {
            console.write(
                json: [
                    "schema": "assay/quizzes/1",
                    "quizzes": .array(
                        found.map {
                            [
                                "quiz": .string($0.name), "title": .string($0.quiz.title),
                                "file": .string($0.path), "length": .integer($0.quiz.length),
                            ]
                        }),
                ])
            return .done
        }
        var table = TextTable([.init("QUIZ"), .init("QUESTIONS", isNumber: true), .init("TITLE")])
        for quiz in found { table.add([quiz.name, "\(quiz.quiz.length)", quiz.quiz.title]) }
        console.write(table)
        return .done
    }

    static func show(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let found = try QuizFinding(environment).quiz(call.argument("quiz"))
        let console = environment.console
        let page = RulesPage(quiz: found.quiz, bank: found.bank).page
        console.write(page.text(width: console.width, palette: console.outputPalette))
        return .done
    }
}
