/// Everything the command can do, as one table.
package enum Assay {
    package static let table = CommandTable(
        summary: "Quizzes, rubrics and programs, graded exactly.",
        discussion: [
            """
            Learners take quizzes, reviewers score work by rubrics, and program leads take away what came \
            of both. Every mark is exact, every answer is kept, and every verdict can be explained.
            """
        ],
        examples: [
            .init("assay quiz take", shows: "Take a quiz."),
            .init("assay review queue --reviewer R1", shows: "See what work waits for a reviewer."),
            .init(
                "assay report cohort spring --output spring.html",
                shows: "Write who passed, who is near, and which questions to look at."),
            .init(
                "assay bank check QuestionBanks", shows: "Say what is wrong with a folder of banks."
            ),
        ],
        commands: [.quiz, .bank, .rubric, .program] + CommandSpec.reviews
            + [.stats, .report, .export] + CommandSpec.people + [.results, .doctor],
        topics: HelpTopic.content)
}
