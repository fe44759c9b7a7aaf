/// What `assay help statistics` says of the figures, for whoever has to answer for them.
extension HelpTopic {
    static let statistics = HelpTopic(
        "statistics", summary: "What the figures of 'assay stats' are, and are not.",
        blocks: [
            """
            A figure says how many learners, or pieces of work, it rests on, and how many marks are \
            missing. Where the marks cannot give it, it is not defined, and the reason is said: it is \
            never printed as 0 or 1. An interval of 95% is where the figure lies for many like these.
            """,
            .heading("Of a quiz"),
            .rows([
                .init(
                    "alpha",
                    """
                    Cronbach's, which is KR-20 where items are right or wrong, with Feldt's interval: \
                    the share of the spread of totals that another quiz like this would show again.
                    """),
                .init("KR-21", "The same, were all items equally hard."),
                .init(
                    "error",
                    "The standard error of measurement, in points: deviation times √(1 - alpha)."),
                .init(
                    "agreement, kappa, accuracy",
                    """
                    By Livingston and Lewis: the share of verdicts that another quiz like this would \
                    confirm, the same with chance taken off, and the share that what learners truly \
                    know would confirm.
                    """),
                .init("pass rate", "With Wilson's interval."),
            ]),
            .heading("Of reviewers"),
            .rows([
                .init(
                    "same level, same or next", "How often two reviewers of the same work agree."),
                .init(
                    "kappa, AC1",
                    """
                    The same level with chance taken off: Cohen's kappa, or Conger's for more than two \
                    reviewers, and Gwet's AC1, which still says something where nearly all marks are \
                    alike. All levels count, used or not.
                    """),
                .init(
                    "alpha",
                    "Krippendorff's, of levels in order, or of scores by the square of the distance."
                ),
                .init(
                    "ICC, needed",
                    """
                    How alike scores are whoever gives them, ICC(2,1), and the means of as many, \
                    ICC(2,k), of the work that all have scored; and how many reviewers would make a \
                    mean 0.80 sure.
                    """),
                .init(
                    "LENIENT, ABOVE",
                    """
                    Points beyond what the same work gets from all, by least squares, named where they \
                    are more than twice their standard error; and levels above the others' mean.
                    """),
            ]),
            .heading("Of a pass mark"),
            """
            Angoff's: each judge says, item by item, how many of 100 learners who just pass get it \
            right; the mean of all is the pass mark, and its standard error says how far that of other \
            judges would lie.
            """,
            .heading("Of an item"),
            .rows([
                .init("EASE", "The share of its points that was earned: Moodle's facility index."),
                .init(
                    "REST",
                    """
                    The correlation of its marks with those on all other items, with Fisher's \
                    interval. Below zero, those who know more do worse: look for a wrong key first.
                    """),
                .init(
                    "D",
                    "What the best 27% earned more than the last 27%, as a share of the points."),
                .init(
                    "TIME, seconds",
                    """
                    What half of the learners, or a quarter or three quarters, had it on screen for, \
                    with their visits added up and their time away left out. Nothing is said where \
                    answers came from a file, and of fewer than 10 learners.
                    """),
                .init(
                    "LOOK",
                    """
                    key: REST is 0 or less, or an option draws those who know more than the key does. \
                    all, none: everybody or nobody earned the points. guess: less was earned than \
                    blind guessing earns. option: a wrong one is chosen by fewer than 5%, or draws \
                    those who know more. hasty: more than 10% were done in a tenth of the mean time, \
                    and in 10 seconds at most, by Wise and Ma. slow: half took more than twice what \
                    the item in the middle takes, outside of Tukey's fences.
                    """),
            ]),
            """
            Fewer than 10 learners are too few to judge items by, and nothing is flagged; below 30 a \
            remark says that what stands out may be chance.
            """,
            """
            A quiz that draws asks each learner other items. Its figures as a whole then compare the \
            first, the second and each further question of a sitting, in the order of the bank.
            """,
        ])
}
