extension CommandTable {
    /// What is wrong with the table itself, for the test that keeps it sound.
    package var mistakes: [String] {
        everyPath.flatMap { path in
            path.last.map { Self.mistakes(in: $0, path: path) } ?? []
        } + Self.repeated(topics.map(\.name)).map { "topic '\($0)' is there twice" }
    }

    private static func mistakes(in command: CommandSpec, path: [CommandSpec]) -> [String] {
        var found: [String] = []
        let line = path.line
        let options = path.flatMap(\.options)
        let names = options.flatMap(\.spellings)
        found += repeated(names).map { "'\(line)' has '\($0)' twice" }
        found += repeated(command.subcommands.flatMap { [$0.name] + $0.aliases })
            .map { "'\(line)' has the subcommand '\($0)' twice" }
        if command.subcommands.isEmpty != (command.run != nil) {
            found.append("'\(line)' must either run or have subcommands")
        }
        if !command.subcommands.isEmpty, !command.arguments.isEmpty {
            found.append("'\(line)' has both subcommands and arguments")
        }
        if let standard = command.defaultSubcommand, command.subcommand(standard) == nil {
            found.append("'\(line)' has no subcommand '\(standard)' to be its default")
        }
        if command.arguments.count(where: \.takesSeveral) > 1 {
            found.append("'\(line)' has two arguments that take several words")
        }
        for name in command.exclusive.joined() where !options.contains(where: { $0.long == name }) {
            found.append("'\(line)' excludes '--\(name)', which it does not have")
        }
        if !command.summary.utf8.elementsEqual(command.summary.utf8.filter { $0 != 0x0A })
            || command.summary.utf8.last != UInt8(ascii: ".")
        {
            found.append("the summary of '\(line)' must be one line with a full stop")
        }
        for option in command.options {
            guard let kind = option.valueKind else { continue }
            for value in [option.standard, option.whenBare].compactMap({ $0 })
            where kind.fault(in: value, called: option.valueName, at: "") != nil {
                found.append("'\(value)' is no value for '--\(option.long)' of '\(line)'")
            }
            for choice in kind.choices where choice.value.utf8.contains(where: { $0 <= 0x20 }) {
                found.append("'\(choice.value)' of '--\(option.long)' holds a space")
            }
        }
        return found
    }

    private static func repeated(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { !seen.insert($0).inserted }
    }
}
