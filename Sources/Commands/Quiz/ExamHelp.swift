/// What `assay help exams` says to whoever runs an exam, and to whoever sits it.
extension HelpTopic {
    static let exams = HelpTopic(
        "exams", summary: "Sittings that somebody watches, and what is promised about them.",
        blocks: [
            """
            A quiz with proctored="yes" is an exam: a proctor's code may open it, nothing is shown of \
            the result before a lead releases it, and leaving the screen is recorded.
            """,
            .heading("Running one"),
            .literal([
                "assay quiz proctor module-210         # a lead sets the code",
                "assay quiz take module-210            # the proctor types it, unseen",
                "assay quiz review --learner S1        # a lead looks at the times away",
                "assay quiz release module-210         # learners may see their results",
            ]),
            """
            The code is asked for before an exam opens and again before one is resumed. A wrong one \
            opens nothing and costs a moment, each time a longer one; after three the command ends \
            with exit code 77. Until the \
            release 'quiz take' and 'quiz review' end with 0, whatever the result, and neither they \
            nor 'learner show' nor --json tell of it. Each release is for what was handed in by then, \
            and cannot be taken back.
            """,
            .heading("Times away"),
            """
            Recorded are: another window in front, where the terminal says so; a stop with Ctrl-Z; an \
            editor of one's own; leaving and coming back; and a program that ended without a word. The \
            list says when and for how long. It says nothing of why, it is no verdict, and it changes \
            no mark: a doorbell looks like a dictionary. Line by line, as with --plain, no window in \
            front is noticed. Some terminals never tell, tmux tells only with focus-events on, and a \
            second screen, a telephone or a neighbor is noticed by none.
            """,
            .heading("What is promised"),
            .rows([
                .init("saved answers", "What was said to be saved is on the disk."),
                .init(
                    "traces",
                    """
                    Codes, releases and steps are records: setting, replacing and clearing a code \
                    leaves who did it and when. What is changed by hand later, 'assay store verify' \
                    finds, within what 'assay help store' says.
                    """),
                .init(
                    "the code",
                    """
                    It is kept as an Argon2id hash. Nobody reads it back from the store, and no wrong \
                    one is kept.
                    """),
            ]),
            .heading("What is not"),
            """
            This is a program on a machine, and whoever owns the machine owns the program and its \
            files. Where that is the learner:
            """,
            .rows([
                .init(
                    "the answers",
                    """
                    are in the bank's file, and in the store once a sitting began. 'assay bank show \
                    --keys' prints them, and so does any editor. Results that wait for release can be \
                    worked out from the same files.
                    """),
                .init(
                    "the code",
                    """
                    can be cleared or replaced with 'assay quiz proctor' by whoever may write to the \
                    store, or gone around with another store or a bank of another id. It can be \
                    tried outside of this program as fast as the machine hashes, so that a short code \
                    is found. It keeps honest people from beginning early, and no more.
                    """),
                .init(
                    "the clock",
                    """
                    A clock that is set during a sitting is noticed and changes nothing, but for a \
                    restart of the machine, over which only the wall clock tells the time.
                    """),
                .init(
                    "the learner",
                    "Nothing here knows who sits at the keyboard, or who helps."),
            ]),
            .heading("What a proctor has to do"),
            """
            Use machines that are yours, with an account that runs nothing but this program. See who \
            sits down. Type the code yourself, keep it from view, and set \
            another one for the next exam. Watch the room. Note the head that 'assay store verify' \
            prints before, and give it to --head afterwards.
            """,
        ])
}
