/// Which command a command line names, found before its options are read.
///
/// Options may stand before the command they belong to, so the search reads past them with
/// everything the commands further down accept.
struct CommandRoute {
    let path: [CommandSpec]
    /// The path as far as the line spells it out, without default subcommands.
    let named: [CommandSpec]
    /// Where on the line the command's own words are.
    private(set) var places: Set<Int> = []
    private(set) var fault: CommandFault?

    init(_ tokens: [String], in table: CommandTable) {
        var path = [table.root]
        var at = 0
        search: while at < tokens.count, let command = path.last, !command.subcommands.isEmpty {
            let scope = OptionScope.wide(path)
            let part = scope.part(tokens[at])
            switch part {
            case .terminator: break search
            case .long, .letters:
                let next = at + 1
                if scope.likelyTakesNextWord(part), next < tokens.count,
                    scope.part(tokens[next]).isWord
                {
                    at = next
                }
            case .word:
                if let next = command.subcommand(tokens[at]) {
                    path.append(next)
                    places.insert(at)
                } else if command.defaultSubcommand != nil {
                    break search
                } else {
                    fault = .unknownCommand(tokens[at], after: path)
                    break search
                }
            }
            at += 1
        }
        named = path
        self.path = fault == nil ? path.followingDefaults : path
    }
}

extension [CommandSpec] {
    /// The path with the default subcommands that would be run added.
    var followingDefaults: [CommandSpec] {
        var path = self
        while let standard = path.last?.defaultSubcommand,
            let next = path.last?.subcommand(standard)
        {
            path.append(next)
        }
        return path
    }
}
