/// The manual page, in the man(7) macros that every formatter knows.
struct ManualPage {
    private let table: CommandTable

    init(_ table: CommandTable) {
        self.table = table
    }

    var text: String {
        let name = table.name
        var lines = [
            ".TH \(Self.quoted(name.uppercased())) 1 \"\(table.date)\" "
                + Self.quoted("\(name) \(table.version)") + " \(Self.quoted("User Commands"))",
            // Neither stretched words nor hyphens: people copy option names from here.
            ".nh", ".ad l",
            ".SH NAME",
            Self.escaped(name) + " \\- " + Self.escaped(Self.phrase(table.root.summary)),
            ".SH SYNOPSIS", ".B " + Self.quoted(name), Self.escaped("<command> [options]"),
        ]
        if !table.root.discussion.isEmpty {
            lines.append(".SH DESCRIPTION")
            lines += table.root.discussion.flatMap(Self.block)
        }
        lines.append(".SH COMMANDS")
        for path in table.everyPath.dropFirst() where path.last?.run != nil {
            lines += command(path)
        }
        lines.append(".SH GLOBAL OPTIONS")
        lines += table.root.options.flatMap(Self.option)
        for topic in table.topics {
            lines.append(".SH \(Self.quoted(Self.heading(topic.name)))")
            lines += topic.blocks.flatMap(Self.block)
        }
        let examples = table.everyPath.flatMap { $0.last?.examples ?? [] }
        if !examples.isEmpty {
            lines.append(".SH EXAMPLES")
            for example in examples {
                lines += [".TP", ".B " + Self.quoted(example.line), Self.line(example.shows)]
            }
        }
        return Self.withoutIdleBreaks(lines).joined(separator: "\n") + "\n"
    }

    private func command(_ path: [CommandSpec]) -> [String] {
        guard let command = path.last else { return [] }
        var lines = [".SS " + Self.quoted(path.inner), Self.line(command.summary)]
        lines += [".PP", ".B " + Self.quoted(path.usage)]
        if !command.aliases.isEmpty {
            let names = command.aliases.joined(separator: ", ")
            lines += [".PP", Self.line("Also called: \(names).")]
        }
        if path.isHidden { lines += [".PP", "For packagers; left out of the short lists."] }
        lines += command.discussion.flatMap(Self.block)
        for argument in command.arguments {
            lines += Self.row(argument.usage, argument.explanation)
        }
        // The root's own are said once, further down.
        lines += path.dropFirst().reversed().flatMap(\.options).flatMap(Self.option)
        return lines
    }

    /// Leaves out the paragraph breaks right under a title, which have nothing to part.
    private static func withoutIdleBreaks(_ lines: [String]) -> [String] {
        lines.indices.filter { index in
            let before = index > 0 ? lines[index - 1].utf8.prefix(3) : "".utf8.prefix(3)
            let isTitle = before.elementsEqual(".SH".utf8) || before.elementsEqual(".SS".utf8)
            return !(isTitle && lines[index] == ".PP")
        }.map { lines[$0] }
    }

    private static func option(_ option: OptionSpec) -> [String] {
        row(option.label, option.explanation)
    }

    private static func row(_ term: String, _ text: String) -> [String] {
        [".TP", ".B " + quoted(term), line(text)]
    }

    private static func block(_ block: HelpBlock) -> [String] {
        switch block {
        case .paragraph(let text): [".PP", line(text)]
        case .heading(let text): [".SS " + quoted(text)]
        case .rows(let rows): rows.flatMap { row($0.term, $0.text) }
        case .literal(let lines): [".PP", ".RS 4", ".nf"] + lines.map(line) + [".fi", ".RE"]
        }
    }

    /// Section titles by the names that manuals use.
    private static func heading(_ topic: String) -> String {
        topic == "exit-codes" ? "EXIT STATUS" : topic.uppercased()
    }

    /// A sentence as the phrase after the dash in NAME.
    private static func phrase(_ sentence: String) -> String {
        var words = sentence
        if words.utf8.last == UInt8(ascii: ".") { words.removeLast() }
        let first = words.unicodeScalars.prefix(1).flatMap {
            Array($0.properties.lowercaseMapping.unicodeScalars)
        }
        var phrase = String.UnicodeScalarView()
        phrase.append(contentsOf: first)
        phrase.append(contentsOf: words.unicodeScalars.dropFirst())
        return String(phrase)
    }

    /// A whole line of text, which must not begin like a request.
    private static func line(_ text: String) -> String {
        let first = text.utf8.first
        let mark = first == UInt8(ascii: ".") || first == UInt8(ascii: "'") ? "\\&" : ""
        return mark + escaped(text)
    }

    private static func quoted(_ text: String) -> String { "\"\(escaped(text, inQuotes: true))\"" }

    private static func escaped(_ text: String, inQuotes: Bool = false) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\e"
            // A bare '-' is a hyphen in print, which cannot be copied into a shell.
            case "-": escaped += "\\-"
            case "'": escaped += "\\(aq"
            case "`": escaped += "\\(ga"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            case "\"": escaped += inQuotes ? "\\(dq" : "\""
            case "\n": escaped += " "
            default:
                if scalar.isASCII {
                    escaped.unicodeScalars.append(scalar)
                } else {
                    let hex = String(scalar.value, radix: 16, uppercase: true)
                    let padding = String(repeating: "0", count: max(0, 4 - hex.utf8.count))
                    escaped += "\\[u\(padding)\(hex)]"
                }
            }
        }
        return escaped
    }
}
