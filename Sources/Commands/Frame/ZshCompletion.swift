/// A completion script for zsh, one function for each command.
struct ZshCompletion {
    private let table: CommandTable

    init(_ table: CommandTable) {
        self.table = table
    }

    var script: String {
        let functions = table.everyPath.map(function).joined(separator: "\n")
        return """
            #compdef \(table.name)

            \(functions)
            if [ "$funcstack[1]" = "_\(table.name)" ]; then
                _\(table.name) "$@"
            else
                compdef _\(table.name) \(table.name)
            fi

            """
    }

    private func function(_ path: [CommandSpec]) -> String {
        guard let command = path.last else { return "" }
        var specs = path.reversed().flatMap(\.options).filter { !$0.isHidden || path.isHidden }
            .flatMap(Self.specs)
        if !command.subcommands.isEmpty {
            specs += ["'1: :->command'", "'*:: :->rest'"]
        }
        for (index, argument) in command.arguments.enumerated() {
            let place = argument.takesSeveral ? "*" : "\(index + 1)"
            let isNeeded = argument.minimum > 0 || argument.takesSeveral
            let action = Self.action(argument.kind)
            specs.append(
                Self.quoted(
                    "\(place):\(isNeeded ? "" : ":")\(Self.escaped(argument.name)):\(action)"))
        }
        let name = Self.functionName(path)
        let arguments = specs.map { "        \($0)" }.joined(separator: " \\\n")
        if command.subcommands.isEmpty {
            return """
                \(name)() {
                    _arguments -s -S \\
                \(arguments)
                }

                """
        }
        let shown = command.subcommands.filter { !$0.isHidden }.flatMap { subcommand in
            [subcommand.name].map { Self.quoted("\(Self.escaped($0)):\(subcommand.summary)") }
        }
        let branches = command.subcommands.map { subcommand in
            let names = ([subcommand.name] + subcommand.aliases).joined(separator: "|")
            return "                \(names)) \(Self.functionName(path + [subcommand])) && ret=0 ;;"
        }
        return """
            \(name)() {
                local curcontext="$curcontext" state line ret=1
                local -a commands
                typeset -A opt_args
                _arguments -C -s -S \\
            \(arguments) && ret=0
                case $state in
                    command)
                        commands=(
            \(shown.map { "                " + $0 }.joined(separator: "\n"))
                        )
                        _describe -t commands command commands && ret=0
                        ;;
                    rest)
                        case $words[1] in
            \(branches.joined(separator: "\n"))
                        esac
                        ;;
                esac
                return ret
            }

            """
    }

    private static func functionName(_ path: [CommandSpec]) -> String {
        "_" + path.map(\.name).joined(separator: "_")
    }

    /// One specification for each spelling; each shuts out the others unless repeating helps.
    private static func specs(_ option: OptionSpec) -> [String] {
        var repeats = option.repeats
        if case .count = option.kind { repeats = true }
        let others = repeats ? "*" : "(\(option.spellings.joined(separator: " ")))"
        return option.spellings.map { spelling in
            var spec = others + spelling
            let isLong = spelling.utf8.starts(with: "--".utf8)
            if let kind = option.valueKind {
                let join = option.whenBare != nil ? (isLong ? "=-" : "-") : isLong ? "=" : "+"
                let colon = option.whenBare != nil ? "::" : ":"
                spec += "\(join)[\(escaped(option.help))]"
                spec += "\(colon)\(escaped(option.valueName)):\(action(kind))"
            } else {
                spec += "[\(escaped(option.help))]"
            }
            return quoted(spec)
        }
    }

    private static func action(_ kind: ValueKind) -> String {
        switch kind {
        case .text, .number, .size: " "
        case .folder: "_files -/"
        case .file(let extensions):
            extensions.isEmpty
                ? "_files" : "_files -g \"*.(\(extensions.joined(separator: "|")))(-.)\""
        case .choice(let choices), .hinted(let choices):
            if choices.contains(where: { !$0.help.isEmpty }) {
                "(("
                    + choices.map { "\($0.value)\\:\"\(escaped($0.help))\"" }.joined(separator: " ")
                    + "))"
            } else {
                "(\(choices.map(\.value).joined(separator: " ")))"
            }
        }
    }

    /// Text within a specification, where brackets and colons have a meaning.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if "[]:\\\"$`".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    private static func quoted(_ text: String) -> String { ShellText.singleQuoted(text) }
}

/// Words as shells of the Bourne family read them.
enum ShellText {
    /// In single quotes, where nothing else has a meaning.
    static func singleQuoted(_ text: String) -> String {
        "'"
            + text.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }.joined(separator: "'\\''") + "'"
    }
}
