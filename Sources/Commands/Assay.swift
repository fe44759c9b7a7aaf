/// Everything the command can do, as one table.
package enum Assay {
    package static let table = CommandTable(
        summary: "Quizzes, rubrics and programs, graded exactly.",
        discussion: [
            """
            Assay reads question banks, rubrics and programs, says exactly what is wrong with them, \
            and shows them as people read them.
            """
        ],
        examples: [
            .init("assay quiz take", shows: "Take a quiz."),
            .init(
                "assay bank check QuestionBanks", shows: "Say what is wrong with a folder of banks."
            ),
            .init(
                "assay bank show --keys QuestionBanks/module-210.xml",
                shows: "Read a bank with its keys."),
            .init("assay rubric show Rubrics/lab-code-review.xml", shows: "Read a rubric."),
        ],
        commands: [.quiz, .bank, .rubric, .program] + CommandSpec.reviews
            + [.stats, .report, .export] + CommandSpec.people + [.results, .doctor],
        topics: HelpTopic.content)
}
