/// What `assay help` says of the files people write.
extension HelpTopic {
    static let content = [banks, rubrics, programs, scoring, exams, statistics]

    private static let banks = HelpTopic(
        "banks", summary: "How to write a question bank.",
        blocks: [
            """
            A bank is an XML file. It holds objectives, items and quizzes; the text in it is Markdown: \
            paragraphs, **bold**, *italic*, `code`, lists, tables and fenced code blocks.
            """,
            .literal([
                "<bank xmlns=\"urn:assay:bank:1\" id=\"demo\" version=\"1.0.0\">",
                "  <title>A small bank</title>",
                "  <objective id=\"reviews\"><title>Code review</title></objective>",
                "  <item id=\"r-01\" objective=\"reviews\">",
                "    <prompt>What should a first comment on a large change be about?</prompt>",
                "    <choose>",
                "      <option id=\"a\" key=\"true\">Its design</option>",
                "      <option id=\"b\">Its names<feedback>Names follow.</feedback></option>",
                "    </choose>",
                "    <explanation>Names change when the design does.</explanation>",
                "  </item>",
                "  <quiz id=\"check\" pass=\"80%\" time=\"45m\">",
                "    <title>Check</title>",
                "    <draw objective=\"reviews\" count=\"1\"/>",
                "  </quiz>",
                "</bank>",
            ]),
            .heading("Ways to answer"),
            .rows([
                .init("choose", "one option is the key; others may have credit=\"50%\""),
                .init(
                    "choose-many",
                    "credit=\"all-or-nothing\", \"per-key\", or \"per-option\" with a credit on each"
                ),
                .init("true-false", "key=\"true\" or \"false\""),
                .init("match", "<pair> of <left> and <right>; <extra> belongs to none"),
                .init("order", "<entry>, written in the right order"),
                .init("sort", "<group>, and <entry group=\"…\">"),
                .init("number", "<accept value tolerance>, where 5% is relative; <unit factor>"),
                .init("short-text", "<accept match=\"text\", \"wildcard\" or \"pattern\">"),
                .init("blanks", "<passage> with [[id]], and <blank id> with accepts or options"),
                .init("written", "rubric=\"…\" names the rubric a reviewer scores by"),
            ]),
            .heading("What a quiz says"),
            .rows([
                .init("pass", "the share of the marks that passes: 80%, reached exactly"),
                .init("time", "how long a sitting may take: 45m; without it, as long as it takes"),
                .init(
                    "clock", "\"wall\" counts time away, too; \"active\" counts time at the quiz"),
                .init("grace", "how long after the time it may be submitted, answers unchanged"),
                .init("attempts", "how many sittings a learner has, or \"unlimited\""),
                .init("wait", "how long after a sitting the next one may begin"),
                .init("counts", "which sitting stands: \"best\", \"first\" or \"last\""),
                .init(
                    "feedback",
                    "\"after-submit\", \"after-each\", \"after-release\" or \"never\""),
                .init("order", "\"shuffled\" or \"listed\""),
                .init("retake", "\"fresh\" draws again, least seen first; \"same\" asks the same"),
                .init("backtrack", "\"no\" keeps learners from going back"),
                .init("confidence", "\"yes\" asks how sure they are"),
                .init("proctored", "\"yes\" where somebody watches: see 'assay help exams'"),
            ]),
            .heading("Ids and numbers"),
            """
            Ids are letters, digits, dots, hyphens and underscores, 64 at most. Numbers are exact: 0.1 \
            is a tenth. Shares may be written as 80%, 4/5 or 0.8, and 33.33333% is a third.
            """,
        ])

    private static let rubrics = HelpTopic(
        "rubrics", summary: "How to write a rubric.",
        blocks: [
            """
            A rubric is an XML file: scales of levels, criteria in groups with weights, a panel, and \
            bands that turn a score into a verdict.
            """,
            .literal([
                "<rubric xmlns=\"urn:assay:rubric:1\" id=\"briefing\" version=\"1.0.0\">",
                "  <title>Executive briefing</title>",
                "  <scale id=\"three\">",
                "    <level id=\"no\" points=\"0\"><label>Missing</label></level>",
                "    <level id=\"partly\" points=\"1\"><label>Partly</label></level>",
                "    <level id=\"yes\" points=\"2\"><label>There</label></level>",
                "  </scale>",
                "  <criteria>",
                "    <criterion id=\"ask\" kind=\"check\" scale=\"three\" weight=\"100\">",
                "      <title>Says what it asks for</title>",
                "      <gate min-level=\"partly\">A briefing without an ask is a status report.</gate>",
                "    </criterion>",
                "  </criteria>",
                "  <verdict>",
                "    <band id=\"pass\" min=\"80%\" passes=\"yes\"><label>Passed</label></band>",
                "    <band id=\"again\" min=\"0%\"><label>Not passed</label></band>",
                "  </verdict>",
                "</rubric>",
            ]),
            .heading("Kinds of criteria"),
            .rows([
                .init("levels", "a level of a scale, described for this criterion"),
                .init("check", "a level of a scale that needs no description"),
                .init("points", "min, max and step"),
                .init("measure", "a counted ratio against a target"),
                .init("share", "a part of the whole near a target"),
                .init("text", "words only, not scored"),
            ]),
            """
            Weights within one group add up to 100. A gate changes the verdict and never the score: \
            until it is met, or waived by the role it names, no band with passes="yes" is the verdict.
            """,
        ])

    private static let programs = HelpTopic(
        "programs", summary: "How to write a program.",
        blocks: [
            """
            A program is an XML file that names quizzes, labs, portfolios and projects, what has to be \
            handed in for each, who says yes to it, which competencies it builds, and which of them \
            complete the program.
            """,
            .literal([
                "<program xmlns=\"urn:assay:program:1\" id=\"lead\" version=\"1.0.0\">",
                "  <title>Lead</title>",
                "  <component id=\"check\" kind=\"quiz\" quiz=\"demo/check\">",
                "    <title>Knowledge check</title>",
                "  </component>",
                "  <completion><all-of><require component=\"check\"/></all-of></completion>",
                "</program>",
            ]),
        ])

    private static let scoring = HelpTopic(
        "scoring", summary: "How marks and verdicts are computed.",
        blocks: [
            """
            Marks, weights, credits and pass marks are exact fractions. A sitting passes when the marks \
            earned are at least the pass mark's share of the marks possible: 16 of 20 passes a quiz of \
            80%, and 15.99 does not.
            """,
            """
            Numbers are rounded once, when they are printed, and never across the pass mark: 79.996% \
            prints as 79.99%, because it did not pass.
            """,
            .heading("Part of the marks"),
            .rows([
                .init("all-or-nothing", "everything right, or no marks"),
                .init("per-key", "each key picked adds its share, each wrong pick takes one away"),
                .init("per-option", "each option picked adds the credit its author gave it"),
                .init(
                    "per-pair", "each pair counts alone; so do per-entry and per-blank"),
                .init("per-position", "each entry that stands in its place counts"),
                .init("per-neighbor", "each entry followed by the right one counts"),
            ]),
            """
            No item takes marks away from the others, unless it says below-zero="yes". Picking more \
            options than at-most allows earns nothing. An item that a reviewer has to score leaves the \
            verdict undecided, until it can no longer change it.
            """,
            .heading("Numbers as they are typed"),
            """
            2.50, 2,5, 5/2, 1 000, 1,000.5 and -3 are understood. 1,234 could be two numbers and is \
            asked again: type 1234 or 1.234. 20% is a fifth. A tolerance counts its own edge, and a \
            unit may follow where the item allows one.
            """,
            .heading("Words as they are typed"),
            """
            Upper case, spaces at the ends and double spaces make no difference, unless the item says \
            so; accents do, unless it says otherwise.
            """,
        ])
}
