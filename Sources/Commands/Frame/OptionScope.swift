import Assessment

/// The options that hold at one command: its own and those of the commands above it.
struct OptionScope {
    let options: [OptionSpec]

    init(_ path: [CommandSpec]) {
        options = path.reversed().flatMap(\.options)
    }

    /// Also takes in what the commands below the path accept, to read ahead of their names.
    static func wide(_ path: [CommandSpec]) -> OptionScope {
        let below = path.last?.subcommands.flatMap(\.everyOption) ?? []
        return OptionScope(options: OptionScope(path).options + below)
    }

    private init(options: [OptionSpec]) {
        self.options = options
    }

    /// The option spelled `--name`, and whether `name` turns it off.
    func long(_ name: String) -> (option: OptionSpec, isInverted: Bool)? {
        for option in options {
            if option.long == name { return (option, false) }
            if case .invertibleFlag = option.kind, name == "no-" + option.long {
                return (option, true)
            }
        }
        return nil
    }

    func short(_ letter: Unicode.Scalar) -> OptionSpec? {
        options.first { $0.short == letter }
    }

    var shownLongNames: [String] {
        options.filter { !$0.isHidden }.flatMap { $0.spellings.filter { $0.utf8.count > 2 } }
            .map { String($0.dropFirst(2)) }
    }

    /// Reads one word of a command line as what it can be here.
    func part(_ token: String) -> CommandLinePart {
        // By bytes: a combining mark after a dash or '=' would hide it from String's own search.
        let bytes = token.utf8
        guard bytes.first == UInt8(ascii: "-"), bytes.count > 1 else { return .word }
        if bytes.starts(with: "--".utf8) {
            if bytes.count == 2 { return .terminator }
            let body = token.unicodeScalars.dropFirst(2)
            guard let equals = body.firstIndex(of: "=") else {
                return .long(name: String(body), value: nil)
            }
            return .long(
                name: String(body[..<equals]),
                value: String(body[body.index(after: equals)...]))
        }
        let letters = Array(token.unicodeScalars.dropFirst())
        if let first = letters.first, ("0"..."9").contains(first) || first == ".",
            short(first) == nil
        {
            return .word
        }
        return .letters(letters)
    }

    /// Whether the word after this one is the option's value, also where the name is mistyped.
    func likelyTakesNextWord(_ part: CommandLinePart) -> Bool {
        if case .long(let name, nil) = part, long(name) == nil {
            return Suggestions.near(name, among: shownLongNames).first
                .flatMap { long($0)?.option.takesNextWord } ?? false
        }
        return takesNextWord(part)
    }

    /// Whether the word after this one is the option's value.
    func takesNextWord(_ part: CommandLinePart) -> Bool {
        switch part {
        case .word, .terminator, .long(_, .some): return false
        case .long(let name, nil): return long(name)?.option.takesNextWord ?? false
        case .letters(let letters):
            for (index, letter) in letters.enumerated() {
                guard let option = short(letter) else { return false }
                if option.valueKind != nil {
                    return option.takesNextWord && index == letters.count - 1
                }
            }
            return false
        }
    }
}

/// What one word of a command line is.
enum CommandLinePart {
    case word
    case terminator
    case long(name: String, value: String?)
    /// One or more single-letter options, perhaps with a value joined on.
    case letters([Unicode.Scalar])

    var isWord: Bool {
        if case .word = self { true } else { false }
    }
}
