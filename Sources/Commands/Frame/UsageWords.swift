/// How commands, options and arguments are written in help and in the manual alike.
extension [CommandSpec] {
    /// The whole usage line.
    var usage: String {
        guard let command = last else { return "" }
        var words = [line]
        if !command.subcommands.isEmpty {
            words.append(command.defaultSubcommand == nil ? "<command>" : "[<command>]")
        }
        words.append("[options]")
        words += flatMap(\.options).filter(\.isRequired).map(\.usage)
        words += command.arguments.map(\.usage)
        return words.joined(separator: " ")
    }
}

extension OptionSpec {
    /// `-f, --format <format>`.
    var label: String { (short.map { "-\($0), " } ?? "") + usage }

    /// The help with all that the table knows about the option besides.
    var explanation: String {
        var text = help + (valueKind?.explained ?? "")
        var notes: [String] = []
        if isRequired { notes.append("required") }
        if repeats { notes.append("may be repeated") }
        if let standard { notes.append("default: \(standard)") }
        if case .invertibleFlag(let isOn) = kind { notes.append("default: \(isOn ? "on" : "off")") }
        if let whenBare { notes.append("alone: \(whenBare)") }
        if let variable { notes.append("environment: \(variable)") }
        if !notes.isEmpty { text += " (\(notes.joined(separator: "; ")))" }
        return text
    }
}

extension ArgumentSpec {
    var explanation: String {
        help + kind.explained + (standard.map { " (default: \($0))" } ?? "")
    }
}

extension ValueKind {
    /// A sentence on what values there are, with a space before it; empty where help says it.
    fileprivate var explained: String {
        switch self {
        case .text, .file, .folder, .hinted: ""
        case .size: " An amount such as 64M or 1GiB."
        case .number(let range):
            switch (range.lowerBound, range.upperBound) {
            case (Int.min, Int.max): ""
            case (let low, Int.max): " At least \(low)."
            case (Int.min, let high): " At most \(high)."
            case (let low, let high): " From \(low) to \(high)."
            }
        case .choice(let choices):
            " One of: "
                + choices.map { $0.help.isEmpty ? $0.value : "\($0.value) (\($0.help))" }
                .joined(separator: ", ") + "."
        }
    }
}

extension [String] {
    /// Each once, in the order of first appearance.
    var distinct: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
