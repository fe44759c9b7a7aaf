/// A completion script for fish: one line for each thing that can be written.
struct FishCompletion {
    private let table: CommandTable

    init(_ table: CommandTable) {
        self.table = table
    }

    var script: String {
        let name = table.name
        return """
            # fish completion for \(name)

            # Prints the path of the command on the line so far, without the options.
            function __\(name)_path
                set -l path ''
                set -l skip no
                set -l words (commandline -opc)
                for word in $words[2..-1]
                    if test $skip = yes
                        set skip no
                        continue
                    end
                    if test "$word" = --
                        break
                    end
                    switch "$path:$word"
            \(steps)
            \(skips)
                    end
                end
                echo $path
            end

            function __\(name)_at
                set -l path (__\(name)_path)
                test "$path" = "$argv[1]"
            end

            function __\(name)_under
                set -l path (__\(name)_path)
                string match -q -- "$argv[1] *" "$path "
            end

            complete -c \(name) -f
            \(lines.joined(separator: "\n"))

            """
    }

    private var steps: String {
        table.everyPath.dropFirst().map { path in
            let names = path.last.map { [$0.name] + $0.aliases } ?? []
            let before = path.dropLast().inner
            let words = names.map { "'\(before):\($0)'" }.joined(separator: " ")
            return "            case \(words)\n                set path '\(path.inner)'"
        }.joined(separator: "\n")
    }

    /// The options whose value is the next word, which must not be taken for a command.
    private var skips: String {
        let patterns = table.everyPath.flatMap { path in
            let places = path.count == 1 ? ["*"] : [path.inner, path.inner + " *"]
            return (path.last?.options ?? []).filter(\.takesNextWord).flatMap(\.spellings)
                .flatMap { spelling in places.map { "'\($0):\(spelling)'" } }
        }
        return patterns.isEmpty
            ? ""
            : "            case \(patterns.joined(separator: " "))\n                set skip yes"
    }

    private var lines: [String] {
        table.everyPath.flatMap { path -> [String] in
            guard let command = path.last else { return [] }
            let start = "complete -c \(table.name)"
            let inner = path.inner
            let here = "\(start) -n \(Self.quoted("__\(table.name)_at '\(inner)'"))"
            let under =
                path.count == 1
                ? start : "\(start) -n \(Self.quoted("__\(table.name)_under '\(inner)'"))"
            var lines = command.subcommands.filter { !$0.isHidden }.map {
                "\(here) -a \($0.name) -d \(Self.quoted($0.summary))"
            }
            if let argument = path.followingDefaults.last?.arguments.first {
                lines += Self.offers(argument.kind).map { "\(here) \($0)" }
            }
            lines += command.options.filter { !$0.isHidden || path.isHidden }.flatMap {
                Self.option($0, under)
            }
            return lines
        }
    }

    private static func option(_ option: OptionSpec, _ start: String) -> [String] {
        let short = option.short.map { " -s \($0)" } ?? ""
        let text = " -d \(quoted(option.help))"
        var lines = ["\(start) -l \(option.long)\(short)\(text)"]
        if let kind = option.valueKind, option.whenBare == nil {
            let offers = offers(kind)
            lines =
                offers.isEmpty
                ? ["\(start) -l \(option.long)\(short) -x\(text)"]
                : offers.map { "\(start) -l \(option.long)\(short) -x \($0)\(text)" }
        } else if let kind = option.valueKind, case .choice(let choices) = kind {
            lines += choices.map { "\(start) -l \(option.long)=\($0.value)\(text)" }
        }
        if case .invertibleFlag = option.kind {
            lines.append("\(start) -l no-\(option.long)\(text)")
        }
        return lines
    }

    private static func offers(_ kind: ValueKind) -> [String] {
        switch kind {
        case .text, .number, .size: return []
        case .folder: return ["-a '(__fish_complete_directories)'"]
        case .file(let extensions) where extensions.isEmpty:
            return ["-a '(__fish_complete_path)'"]
        case .file(let extensions):
            return [
                "-k -a '(__fish_complete_suffix \(extensions.map { "." + $0 }.joined(separator: " ")))'"
            ]
        case .choice(let choices), .hinted(let choices):
            let words = choices.map {
                $0.help.isEmpty ? $0.value : "\($0.value)\\t\(escaped($0.help))"
            }
            return ["-a \(quoted(words.joined(separator: "\n")))"]
        }
    }

    /// Within an argument list that fish expands again.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if "\\'\"$()[]{}<>*?~#;&| ".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    /// Fish's single quotes, in which a backslash still works.
    private static func quoted(_ text: String) -> String {
        var quoted = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "'"
    }
}
