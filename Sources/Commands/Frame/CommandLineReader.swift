/// Reads a command line against the table, and goes on after a fault to find the others.
struct CommandLineReader {
    private let tokens: [String]
    private let route: CommandRoute
    private let scope: OptionScope
    private let elsewhere: OptionScope
    private var held: [String: Invocation.Held] = [:]
    /// Long names in the order they were first given.
    private var given: [String] = []
    private var words: [String] = []
    private var faults: [CommandFault] = []
    private var request = Invocation.Request.run

    /// What came of it.
    struct Reading {
        let invocation: Invocation
        let faults: [CommandFault]
        /// The path as far as the line spells it out, without default subcommands.
        let named: [CommandSpec]
        /// Whether every word that should name a command does.
        let namesCommand: Bool
    }

    static func read(
        _ tokens: [String], table: CommandTable, variable: (String) -> String?
    ) -> Reading {
        var reader = CommandLineReader(tokens, table: table)
        reader.readTokens()
        reader.readVariables(variable)
        var arguments: [String: [String]] = [:]
        if let fault = reader.route.fault {
            reader.faults.append(fault)
        } else {
            reader.checkExclusive()
            arguments = reader.bindArguments()
            reader.checkRequired()
        }
        let invocation = Invocation(
            table: table, path: reader.route.path, request: reader.request, held: reader.held,
            given: Set(reader.given), arguments: arguments)
        return Reading(
            invocation: invocation, faults: reader.faults, named: reader.route.named,
            namesCommand: reader.route.fault == nil)
    }

    private init(_ tokens: [String], table: CommandTable) {
        self.tokens = tokens
        route = CommandRoute(tokens, in: table)
        elsewhere = .wide([table.root])
        // Without its command, a line is judged by what any command would accept.
        scope = route.fault == nil ? OptionScope(route.path) : elsewhere
    }

    private mutating func readTokens() {
        var at = 0
        while at < tokens.count {
            defer { at += 1 }
            if route.places.contains(at) { continue }
            switch scope.part(tokens[at]) {
            case .word: words.append(tokens[at])
            case .terminator:
                words += tokens[(at + 1)...]
                at = tokens.count
            case .long(let name, let value): readLong(name, value, &at)
            case .letters(let letters): readLetters(letters, &at)
            }
        }
    }

    private mutating func readLong(_ name: String, _ value: String?, _ at: inout Int) {
        guard let (option, isInverted) = scope.long(name) else {
            faults.append(.unknownOption("--" + name, in: scope))
            // What was meant as its value is no argument, and deserves no error of its own.
            let next = at + 1
            if value == nil, elsewhere.likelyTakesNextWord(.long(name: name, value: nil)),
                next < tokens.count, !route.places.contains(next), scope.part(tokens[next]).isWord
            {
                at = next
            }
            return
        }
        if option.valueKind != nil {
            readValue(of: option, joined: value, &at)
        } else if let value {
            faults.append(.needlessValue(value, for: "--" + name))
        } else {
            turn(option, on: !isInverted, spelling: "--" + name)
        }
    }

    private mutating func readLetters(_ letters: [Unicode.Scalar], _ at: inout Int) {
        for (index, letter) in letters.enumerated() {
            guard let option = scope.short(letter) else {
                let token = tokens[at]
                faults.append(
                    index == 0
                        ? .unknownOption(token, in: scope)
                        : .unknownOption("-\(letter)", in: scope, within: token))
                return
            }
            if option.valueKind != nil {
                var rest = letters[(index + 1)...]
                if rest.first == "=" { rest = rest.dropFirst() }
                let joined = letters.count > index + 1 ? text(rest) : nil
                readValue(of: option, joined: joined, &at)
                return
            }
            turn(option, on: true, spelling: "-\(letter)")
        }
    }

    private mutating func readValue(of option: OptionSpec, joined: String?, _ at: inout Int) {
        if let value = joined ?? option.whenBare { return hold(value, for: option) }
        let next = at + 1
        guard next < tokens.count, !route.places.contains(next), scope.part(tokens[next]).isWord
        else {
            let isDash = next < tokens.count && tokens[next].utf8.first == UInt8(ascii: "-")
            faults.append(.noValue(for: option, before: isDash ? tokens[next] : nil))
            return
        }
        at = next
        hold(tokens[next], for: option)
    }

    private mutating func hold(_ value: String, for option: OptionSpec) {
        let fault = option.valueKind?.fault(
            in: value, called: option.valueName, at: "'--\(option.long)'")
        if let fault { faults.append(fault) }
        note(option)
        if option.repeats, case .values(let values) = held[option.long] {
            held[option.long] = .values(values + [value])
        } else {
            held[option.long] = .values([value])
        }
    }

    private mutating func turn(_ option: OptionSpec, on: Bool, spelling: String) {
        note(option)
        if case .count = option.kind {
            var count = 1
            if case .count(let before) = held[option.long] { count += before }
            held[option.long] = .count(count)
        } else {
            held[option.long] = .flag(on)
        }
        switch option.long {
        case "help" where request != .version:
            request = spelling == "-h" && request != .fullHelp ? .shortHelp : .fullHelp
        case "version": request = .version
        default: break
        }
    }

    private mutating func note(_ option: OptionSpec) {
        if !given.contains(option.long) { given.append(option.long) }
    }

    private mutating func readVariables(_ variable: (String) -> String?) {
        for option in scope.options where held[option.long] == nil {
            guard let name = option.variable, let value = variable(name), !value.isEmpty else {
                continue
            }
            guard let kind = option.valueKind else {
                let isOff = ["0", "false", "no", "off"].contains(value)
                held[option.long] = .flag(!isOff)
                continue
            }
            let place = "'--\(option.long)'"
            if let fault = kind.fault(in: value, called: option.valueName, at: place) {
                faults.append(fault.from(variable: name))
            }
            held[option.long] = .values([value])
        }
    }

    private mutating func checkExclusive() {
        for group in route.path.flatMap(\.exclusive) {
            let used = given.filter(group.contains)
            for (first, second) in zip(used, used.dropFirst()) {
                faults.append(.exclusive(first, second))
            }
        }
    }

    private mutating func checkRequired() {
        for option in scope.options where option.isRequired && held[option.long] == nil {
            faults.append(.missingOption(option))
        }
    }

    /// Shares the words out from the left, leaving each later argument the least it needs.
    private mutating func bindArguments() -> [String: [String]] {
        let specs = route.path.last?.arguments ?? []
        var rest = words[...]
        var bound: [String: [String]] = [:]
        for (index, spec) in specs.enumerated() {
            let reserved = specs[(index + 1)...].map(\.minimum).reduce(0, +)
            let free = max(rest.count - reserved, min(rest.count, spec.minimum))
            let taken = Array(rest.prefix(spec.takesSeveral ? free : min(free, 1)))
            rest = rest.dropFirst(taken.count)
            if taken.count < spec.minimum { faults.append(.missingArgument(spec)) }
            faults += taken.compactMap {
                spec.kind.fault(in: $0, called: spec.name, at: "<\(spec.name)>")
            }
            bound[spec.name] = taken
        }
        faults += rest.map(CommandFault.unexpectedArgument)
        return bound
    }

    private func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: letters)
        return String(view)
    }
}
