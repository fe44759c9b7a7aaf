import Assessment
import Terminal

extension Checkup.Section {
    /// What kind of machine it is, and not whose.
    static func machine(_ environment: Environment) -> Self {
        let make = environment.machine.make()
        var section = Self(title: "Machine")
        section.add("system", make.system ?? "does not say what it is")
        section.add("kernel", make.kernel)
        section.add("processor", "\(make.architecture), \(make.processors) at work")
        return section
    }

    /// What can be shown here, and what that was settled by.
    static func terminal(_ call: Invocation, _ environment: Environment) -> Self {
        let console = environment.console
        let isShown = console.output.isTerminal
        var section = Self(title: "Terminal")
        section.add("input", environment.inputIsTerminal ? "a terminal" : "no terminal")
        section.add("output", isShown ? "a terminal" : "no terminal, but a file or a pipe")
        section.addTerm(environment.variable("TERM") ?? "", isShown: isShown)
        let rows = console.rows.map { " by \(counted($0, "row"))" } ?? ""
        section.add("window", counted(console.columns, "column") + rows)
        let (depth, reason) = ColorDepth.settled(
            choice: call.value("color"), isTerminal: isShown, variable: environment.variable)
        section.add("color", "\(depth.words), \(reason.words)")
        section.addSigns(environment)
        let locale = Glyphs.localeVariables.compactMap { name in
            environment.variable(name).map { "\(name)=\($0)" }
        }
        section.add("locale", locale.isEmpty ? "not set" : locale.joined(separator: " "))
        let obstacle = Face.obstacle(
            inputIsTerminal: environment.inputIsTerminal, outputIsTerminal: isShown,
            variable: environment.variable)
        section.add(
            "full screen",
            obstacle.map { "no, but plain lines: \($0.words)" }
                ?? (environment.mayAsk ? "yes" : "no, since --no-input is given"))
        return section
    }

    private mutating func addTerm(_ term: String, isShown: Bool) {
        guard isShown, ["", "dumb", "unknown"].contains(term) else {
            return add("TERM", term.isEmpty ? "not set" : term)
        }
        add(
            "TERM", term.isEmpty ? "not set, so that the terminal is taken for a plain one" : term,
            .note, advice: "set it to what your terminal is, such as xterm-256color")
    }

    private mutating func addSigns(_ environment: Environment) {
        switch Glyphs.limit(variable: environment.variable) {
        case nil: add("signs", "Unicode")
        case .choice: add("signs", "ASCII, as was asked for")
        case .console: add("signs", "ASCII, since the font of this console lacks most others")
        case .locale(let name):
            add(
                "signs", "ASCII, since \(name) names another encoding than UTF-8", .note,
                advice: "set \(name) to a locale that ends in .UTF-8, such as C.UTF-8")
        }
    }
}

extension ColorDepth {
    fileprivate var words: String {
        switch self {
        case .none: "none"
        case .sixteen: "16 colors"
        case .twoHundredFiftySix: "256 colors"
        case .trueColor: "16 million colors"
        }
    }
}

extension ColorDepth.Reason {
    fileprivate var words: String {
        switch self {
        case .choice: "as --color says"
        case .noTerminal: "since the output is no terminal"
        case .variable(let name): "as \(name) says"
        }
    }
}

extension Face.Obstacle {
    fileprivate var words: String {
        switch self {
        case .plain: "--plain is given"
        case .accessible: "ACCESSIBLE is set"
        case .input: "the input is no terminal"
        case .output: "the output is no terminal"
        case .term: "TERM does not say what the terminal can do"
        }
    }
}
