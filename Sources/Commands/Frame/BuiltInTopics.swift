extension HelpTopic {
    /// The topics that belong to the frame itself.
    static func builtIn(options: [OptionSpec], variables: [HelpBlock.Row]) -> [HelpTopic] {
        [exitCodes, environment(options, variables), accessibility]
    }

    private static let exitCodes = HelpTopic(
        "exit-codes", summary: "What a run tells the shell when it ends.",
        blocks: [
            "Scripts can rely on these numbers. A 1 is an answer, not a failure: the work was done.",
            .rows(
                ExitCode.named.map { .init(String($0.status), $0.meaning) } + [
                    .init(
                        "128+n",
                        """
                        Stopped by signal n: 129 when the terminal went away, 130 for Ctrl-C, 141 \
                        when whoever read the output stopped reading, 143 when asked to end.
                        """)
                ]),
            """
            Results go to standard output; errors, progress and remarks go to standard error. With \
            several errors on one command line, all of them are shown.
            """,
            """
            Where nobody watches, --no-input never asks, and --quiet leaves only results and errors.
            """,
        ])

    private static func environment(_ options: [OptionSpec], _ others: [Row]) -> HelpTopic {
        let own = options.compactMap { option in
            option.variable.map {
                Row($0, "Stands in for --\(option.long) where that is not given.")
            }
        }
        return HelpTopic(
            "environment", summary: "Environment variables that are heeded.",
            blocks: [
                """
                An option on the command line beats its variable. A variable that is set to \
                nothing counts as not set.
                """,
                .heading("Our own"), .rows(own),
                .heading("Shared with other programs"),
                .rows((shared + others).sorted { $0.term < $1.term }),
            ])
    }

    private typealias Row = HelpBlock.Row

    /// What the frame itself looks at.
    private static let shared = [
        Row("CLICOLOR", "Set to 0: no color."),
        Row("CLICOLOR_FORCE", "Set to anything but 0: color even into a file."),
        Row("COLUMNS", "The width to wrap text at; from 40 to 100 is used."),
        Row("NO_COLOR", "Set to anything: no color, whatever CLICOLOR_FORCE says."),
        Row("TERM", "Set to dumb, or not set: no color, and no line that counts along."),
    ]

    private static let accessibility = HelpTopic(
        "accessibility", summary: "Working with a screen reader, or without color.",
        blocks: [
            .heading("Plain lines"),
            """
            All that is printed comes in plain lines, from top to bottom. Nothing moves the cursor \
            or draws over what was said, so a screen reader hears each thing once; only what takes \
            long counts along on one line, which --quiet leaves out. Text is wrapped \
            to the window, down to 40 columns, so that it can be read in large type.
            """,
            .heading("Color"),
            """
            Color never carries a meaning alone: what is chosen, flagged, right or wrong is also \
            written in words or signs. --color=never or NO_COLOR=1 turns color off. Only the \
            sixteen colors of the terminal's own theme are used, never backgrounds, so a theme of \
            high contrast keeps its contrast.
            """,
            .heading("Keyboard"),
            """
            Every command is a line of words that can be typed, completed with Tab and kept in a \
            script. Nothing asks for a mouse or for a key at the right moment.
            """,
            .heading("Data"),
            """
            With --json, a check prints its findings as data, for tools that speak or show them in \
            another way.
            """,
        ])
}
