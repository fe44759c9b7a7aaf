import Assessment

/// The nouns for people and for the groups they take a program in.
extension CommandSpec {
    static let people: [CommandSpec] = [learner, cohort]

    private static let learner = CommandSpec(
        "learner", group: "People", summary: "Add people, list them, and erase their data.",
        discussion: [
            """
            Learners, reviewers and leads are all added here; one person may be several. WHO is an \
            external id, a unique id or its first digits (four or more), or a whole name that only \
            one person has.
            """
        ],
        options: [.store],
        subcommands: [
            learnerAdd, learnerList, learnerShow, learnerEdit, learnerImport, learnerErase,
        ])

    private static let learnerAdd = CommandSpec(
        "add", summary: "Add one person.",
        examples: [
            .init(
                "assay learner add \"Ana Diaz\" --id S1 --cohort spring",
                shows: "Add a learner to a cohort."),
            .init(
                "assay learner add \"Bo Li\" --role reviewer --role lead",
                shows: "Add somebody who reviews and leads."),
        ],
        arguments: [ArgumentSpec("name", help: "How the person is called.")],
        options: [
            OptionSpec(
                "id", nil, .value(.text), placeholder: "id",
                help: "What the school or company knows them by, such as a student number."),
            email, role("What they do here; learner where nothing is said."),
            cohort("A cohort to join.", repeats: true), .json,
        ], run: LearnerChange.add)

    private static let learnerList = CommandSpec(
        "list", summary: "List people.",
        examples: [
            .init("assay learner list --cohort spring", shows: "List the members of a cohort.")
        ],
        options: [
            cohort("Only members of this cohort.", repeats: false),
            OptionSpec("role", nil, .value(.choice(roles)), help: "Only people who do this."),
            .json,
        ], run: LearnerReading.list)

    private static let learnerShow = CommandSpec(
        "show", summary: "Show what is known of one person.",
        discussion: [
            "Ids, roles and cohorts, then sittings and verdicts by quiz, score sheets and standings."
        ],
        examples: [.init("assay learner show S1", shows: "Show the person with the id S1.")],
        arguments: [who], options: [.json], run: LearnerReading.show)

    private static let learnerEdit = CommandSpec(
        "edit", summary: "Change a person's name, id, email or roles.",
        discussion: [
            """
            What was known before stays in the store, with who changed it and when. To change \
            cohorts use 'assay cohort add' and 'assay cohort remove'.
            """
        ],
        examples: [
            .init("assay learner edit S1 --name \"Ana Ruiz\"", shows: "Change a name."),
            .init("assay learner edit S1 --email ''", shows: "Take an email address away."),
        ],
        arguments: [who],
        options: [
            OptionSpec("name", nil, .value(.text), placeholder: "name", help: "The new name."),
            OptionSpec(
                "id", nil, .value(.text), placeholder: "id",
                help: "The new external id; an empty one takes it away."),
            email, role("All that they do from now on."), .json,
        ], run: LearnerChange.edit)

    private static let learnerImport = CommandSpec(
        "import", summary: "Take in a list of people.",
        discussion: [
            """
            The file is CSV with commas, semicolons or tabs, or users.csv of OneRoster. Its first \
            line names the columns: an id, and a name or first and last names; email, role and \
            cohort may follow.
            """,
            """
            Nobody is removed: whoever is not in the list is named as absent and kept. What the list \
            has no column for stays as it is. Where it has one for cohorts, people leave those it \
            does not name. Who is no longer active leaves their cohorts. Cohorts that nobody has \
            made yet are made.
            """,
            """
            Rows with a fault are left out and named with their line, and the exit code is 1; the \
            others are taken in all the same. --dry-run shows what would change.
            """,
        ],
        examples: [
            .init("assay learner import class.csv --dry-run", shows: "See what a list changes."),
            .init(
                "assay learner import class.csv --cohort spring",
                shows: "Take it in; everybody joins a cohort."),
        ],
        arguments: [
            ArgumentSpec(
                "file", .file(extensions: ["csv", "tsv", "txt"]),
                help: "The list, or - for standard input.")
        ],
        options: [
            cohort("A cohort that everybody in the list joins.", repeats: true),
            OptionSpec("dry-run", help: "Show what would change, and write nothing."), .json,
        ], run: { try LearnerImport().run($0, $1) })

    private static let learnerErase = CommandSpec(
        "erase", summary: "Erase a person's data for good.",
        discussion: [
            """
            Shows first what goes and what stays. Names, ids, emails, whatever was typed or written, \
            and comments go. Answers chosen, marks and verdicts stay under an id that names nobody, \
            so that statistics and the audit chain stay right.
            """,
            """
            Backups, copies and exports made before are not reached: erase there as well, or delete \
            them.
            """,
        ],
        examples: [
            .init("assay learner erase S1 --dry-run", shows: "See what would go."),
            .init("assay learner erase S1 --yes", shows: "Erase without being asked."),
        ],
        arguments: [who],
        options: [
            OptionSpec("yes", help: "Erase without asking."),
            OptionSpec("dry-run", help: "Show what would go, and erase nothing."), .json,
        ], exclusive: [["yes", "dry-run"]], run: { try LearnerErase().run($0, $1) })

    // MARK: Cohorts

    private static let cohort = CommandSpec(
        "cohort", group: "People", summary: "Make groups of people and say who is in them.",
        options: [.store],
        subcommands: [
            CommandSpec(
                "create", summary: "Make a cohort.",
                examples: [
                    .init(
                        "assay cohort create spring --title \"Spring 2027\"",
                        shows: "Make a cohort with a title.")
                ],
                arguments: [
                    ArgumentSpec("id", help: "A short name without blanks, for command lines.")
                ],
                options: [
                    OptionSpec(
                        "title", nil, .value(.text), placeholder: "title",
                        help: "What reports call it; the id where nothing is said."), .json,
                ], run: CohortChange.create),
            CommandSpec(
                "edit", summary: "Change a cohort's title.",
                arguments: [cohortID],
                options: [
                    OptionSpec(
                        "title", nil, .value(.text), placeholder: "title", isRequired: true,
                        help: "The new title."), .json,
                ], run: CohortChange.edit),
            CommandSpec(
                "add", summary: "Put people into a cohort.",
                examples: [.init("assay cohort add spring S1 S2", shows: "Add two people.")],
                arguments: [cohortID, several], options: [.json],
                run: { try CohortChange.move($0, $1, in: true) }),
            CommandSpec(
                "remove", summary: "Take people out of a cohort; their results stay.",
                arguments: [cohortID, several], options: [.json],
                run: { try CohortChange.move($0, $1, in: false) }),
            CommandSpec(
                "list", summary: "List cohorts.", options: [.json], run: CohortReading.list),
            CommandSpec(
                "show", summary: "Show who is in a cohort.", arguments: [cohortID],
                options: [.json], run: CohortReading.show),
        ])

    // MARK: What several take

    private static let who = ArgumentSpec(
        "who", help: "An id, the first digits of a unique id, or a whole name.")
    private static let several = ArgumentSpec(
        "who", arity: .many, help: "Ids, first digits of unique ids, or whole names.")
    private static let cohortID = ArgumentSpec("id", help: "The cohort's id.")
    private static let email = OptionSpec(
        "email", nil, .value(.text), placeholder: "address", help: "An email address.")
    private static let roles: [ValueKind.Choice] = [
        .init("learner", "takes quizzes and hands in work"),
        .init("reviewer", "scores what others handed in"), .init("lead", "runs the program"),
    ]

    private static func role(_ help: String) -> OptionSpec {
        OptionSpec("role", nil, .value(.choice(roles)), repeats: true, help: help)
    }

    private static func cohort(_ help: String, repeats: Bool) -> OptionSpec {
        OptionSpec(
            "cohort", nil, .value(.text), placeholder: "cohort", repeats: repeats, help: help)
    }
}
