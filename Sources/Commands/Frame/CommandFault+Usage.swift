import Assessment

/// Everything that can be wrong with a command line.
extension CommandFault {
    static func unknownCommand(_ word: String, after path: [CommandSpec]) -> CommandFault {
        let shown = path.last?.subcommands.filter { !$0.isHidden } ?? []
        var suggestions = Suggestions.near(word, among: shown.flatMap { [$0.name] + $0.aliases })
        if suggestions.isEmpty {
            suggestions = Array(deeper(word, below: shown, after: "").prefix(3))
        }
        return CommandFault(.usage, "unknown command \(quoted(word))", suggestions: suggestions)
    }

    /// `assay check` may have been meant as `assay bank check`.
    private static func deeper(
        _ word: String, below commands: [CommandSpec], after words: String
    ) -> [String] {
        commands.flatMap { command in
            let line = words + command.name
            let found = command.subcommand(word).map { $0.isHidden ? [] : [line + " " + $0.name] }
            return (found ?? []) + deeper(word, below: command.subcommands, after: line + " ")
        }
    }

    static func unknownOption(
        _ spelling: String, in scope: OptionScope, within token: String? = nil
    ) -> CommandFault {
        let name = String(spelling.unicodeScalars.drop { $0 == "-" })
        let longs = scope.shownLongNames
        let suggestions =
            spelling.utf8.count > 2 || token == nil
            ? Suggestions.near(name, among: longs).map { "--" + $0 } : []
        let place = token.map { " in \(quoted($0))" } ?? ""
        return CommandFault(
            .usage, "unknown option \(quoted(spelling))\(place)", suggestions: suggestions)
    }

    static func noValue(for option: OptionSpec, before next: String?) -> CommandFault {
        let advice = next.map {
            $0 == "--" ? nil : "to give \(quoted($0)) as the value, write --\(option.long)=\($0)"
        }
        return CommandFault(
            .usage, "option '--\(option.usage.dropFirst(2))' needs a value", advice: advice ?? nil)
    }

    static func needlessValue(_ value: String, for spelling: String) -> CommandFault {
        CommandFault(.usage, "option '\(spelling)' takes no value, but \(quoted(value)) was given")
    }

    static func unknownChoice(
        _ value: String, of choices: [ValueKind.Choice], called name: String, at place: String
    ) -> CommandFault {
        let words = choices.map(\.value)
        let near = Suggestions.near(value, among: words)
        let suffix = place == "'--\(name)'" || place == "<\(name)>" ? "" : " for \(place)"
        return CommandFault(
            .usage, "unknown \(name) \(quoted(value))\(suffix)", suggestions: near,
            advice: near.isEmpty ? "choose \(list(words))" : nil)
    }

    static func notInRange(
        _ value: String, _ range: ClosedRange<Int>, at place: String
    ) -> CommandFault {
        let wanted =
            switch (range.lowerBound, range.upperBound) {
            case (Int.min, Int.max): "a whole number"
            case (let low, Int.max): "a whole number of at least \(low)"
            case (Int.min, let high): "a whole number of at most \(high)"
            case (let low, let high): "a whole number from \(low) to \(high)"
            }
        return CommandFault(.usage, "\(place) must be \(wanted), not \(quoted(value))")
    }

    static func notASize(_ value: String, at place: String) -> CommandFault {
        CommandFault(
            .usage, "\(place) must be an amount of bytes, not \(quoted(value))",
            advice: "write it as 4096, 64M or 1GiB")
    }

    static func emptyName(_ name: String, at place: String) -> CommandFault {
        CommandFault(.usage, "\(place) must be the name of a \(name), not ''")
    }

    static func exclusive(_ first: String, _ second: String) -> CommandFault {
        CommandFault(.usage, "'--\(first)' and '--\(second)' cannot be used together")
    }

    static func missingOption(_ option: OptionSpec) -> CommandFault {
        CommandFault(.usage, "missing option '\(option.usage)'")
    }

    static func missingArgument(_ argument: ArgumentSpec) -> CommandFault {
        CommandFault(.usage, "missing argument <\(argument.name)>")
    }

    static func unexpectedArgument(_ word: String) -> CommandFault {
        CommandFault(.usage, "unexpected argument \(quoted(word))")
    }

    static func unknownTopic(_ words: [String], of table: CommandTable) -> CommandFault {
        let commands = table.root.subcommands.filter { !$0.isHidden }.map(\.name)
        let known = table.path(Array(words.dropLast()))?.last
        let names = words.count > 1 ? known?.subcommands.map(\.name) ?? [] : commands
        let topics = words.count > 1 ? [] : table.topics.map(\.name)
        let before = words.dropLast().map { $0 + " " }.joined()
        return CommandFault(
            .usage, "there is no help on \(quoted(words.joined(separator: " ")))",
            suggestions: Suggestions.near(words.last ?? "", among: names + topics)
                .map { before + $0 })
    }

    /// The same fault, said of a variable rather than of the command line.
    func from(variable: String) -> CommandFault {
        CommandFault(
            exitCode, message + " (from \(variable) in the environment)",
            suggestions: suggestions, advice: advice)
    }
}
