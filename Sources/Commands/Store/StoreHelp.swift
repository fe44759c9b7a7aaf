/// What `assay help store` says to whoever looks after results.
extension [HelpBlock] {
    static let aboutStores: [HelpBlock] = [
        """
        Everything that is known of people and their results is in one file, the store. 'assay \
        store path' prints where it is; --store or ASSAY_STORE names another. It is made by the \
        first command that saves something, and only you can read it.
        """,
        .heading("What is kept"),
        """
        People with their names, ids, mail addresses, roles and cohorts; each quiz and rubric as \
        it was when it was used; every step of every sitting; grades, score sheets, evaluations, \
        overrides with their reasons, and standings in programs; which results were released, and \
        the hashes of proctors' codes. Each record says who made it and when.
        """,
        """
        Records are only added, never changed or removed. A correction is a further record, and \
        the one before it stays. What a command says is saved is on the disk: a crash or a power \
        cut takes none of it.
        """,
        .heading("Working together"),
        """
        Several programs on one machine may use a store at once; whoever saves waits a moment for \
        the others. Keep it on a disk of the machine: on a network drive or a synchronized folder \
        programs cannot keep out of each other's way. Two classrooms keep two stores, and 'assay \
        store merge' brings them together, as often as you like.
        """,
        .heading("Backups"),
        .literal([
            "assay store backup results-march.sqlite",
            "assay store verify --store results-march.sqlite",
            "assay store restore --force results-march.sqlite",
        ]),
        """
        Back up with the command, not by copying the file: what was saved last may still be in \
        the log beside it. A backup can be made while others work. Restoring checks it first, and \
        keeps the store that it replaces.
        """,
        .heading("Erasing a person"),
        """
        'assay learner erase' takes the name, the ids, the mail address, typed answers, the \
        reviewers' words and the reasons of overrides. Choices, marks and verdicts stay under an \
        id that names nobody, so that statistics still hold and the audit chain still verifies. \
        Backups and other copies that were made before are not reached: delete those, or restore \
        none of them. Merging does not bring back what was erased.
        """,
        .heading("What verifying finds"),
        """
        'assay store verify' finds any damaged byte of the file, any record that was changed, \
        removed or slipped in, and any verdict that does not follow from the answers. Each record \
        is tied to the one before by a chain of hashes, and the command prints the last one, the \
        head.
        """,
        """
        What it cannot find by itself: that somebody who knows how rewrote the whole chain, or \
        that its end was cut off, as losing the log beside the file does. Write the head down \
        somewhere else now and then, and give it to --head later: a chain that no longer holds it \
        was tampered with. Nor can it know whether what was saved was true. Verdicts of an older \
        grader, and those whose typed answers were erased, are counted and not computed again.
        """,
    ]
}
