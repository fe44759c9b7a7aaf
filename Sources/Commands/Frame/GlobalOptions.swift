extension OptionSpec {
    /// The options every command accepts, wherever they stand on the line.
    static let everywhere: [OptionSpec] = [
        OptionSpec(
            "help", "h", help: "Show help; -h shows the short form.", section: globalSection),
        OptionSpec("version", help: "Show the version.", section: globalSection),
        OptionSpec(
            "color", nil,
            .value(
                .choice([
                    .init("auto", "when the output is a terminal"), .init("always"), .init("never"),
                ])),
            standard: "auto", help: "Whether to color what is printed.", section: globalSection,
            variable: "ASSAY_COLOR"),
        OptionSpec(
            "quiet", "q", help: "Leave out all but results and errors.", section: globalSection),
        OptionSpec(
            "verbose", "v", .count, help: "Say more of what is done.",
            section: globalSection),
        OptionSpec(
            "no-input", nil, help: "Never ask; fail where an answer would be needed.",
            section: globalSection, variable: "ASSAY_NO_INPUT"),
    ]

    static let globalSection = "Global options"
}
