import Assessment

/// The noun for the file that holds the results.
extension CommandSpec {
    static let results = CommandSpec(
        "store", group: "Results", summary: "Look after the file that holds the results.",
        discussion: .aboutStores,
        options: [.store],
        subcommands: [path, check, backup, restore, merge, verify])

    private static let path = CommandSpec(
        "path", summary: "Print where the results are kept.",
        examples: [
            .init("assay store path", shows: "Print the path, whether there is a store or not."),
            .init("assay store path --json", shows: "Also say what the choice comes from."),
        ],
        options: [.json],
        run: { call, environment in
            let place = try StorePlace(call, environment)
            if call.flag("json") {
                environment.console.write(
                    json: [
                        "schema": "assay/store-path/1", "path": .string(place.path),
                        "origin": .string(place.origin.rawValue),
                    ])
            } else {
                environment.console.writeLine(place.path.terminalSafe())
            }
            return .done
        })

    private static let check = CommandSpec(
        "check", summary: "Look quickly whether the store is well, private and in a safe place.",
        discussion: [
            """
            Takes a moment, and may be run while others work. 'assay store verify' looks at every \
            byte and every record instead. Exits with 1 where something needs attention.
            """
        ],
        examples: [.init("assay store check", shows: "Look at the usual store.")],
        options: [.json], run: { try StoreCheck($0, $1).run() })

    private static let backup = CommandSpec(
        "backup", summary: "Copy the store to a file, while others go on working.",
        discussion: [
            """
            The copy is one file that is a store as well. It is checked before it gets its name, and \
            only its owner can read it. It holds names and answers: keep it as safe as the store.
            """
        ],
        examples: [
            .init("assay store backup results-march.sqlite", shows: "Make a backup.")
        ],
        arguments: [
            ArgumentSpec("file", .file(extensions: ["sqlite"]), help: "What to call the copy.")
        ],
        options: [.force("Replace a file of that name."), .json],
        run: { try StoreCopies($0, $1).backup() })

    private static let restore = CommandSpec(
        "restore", summary: "Put a backup in the place of the store.",
        discussion: [
            """
            Every byte and every record of the backup is checked first. With --force it replaces a \
            store that is there; that one is kept beside it under a name with the time. Nobody else \
            may have the store open meanwhile.
            """
        ],
        examples: [
            .init(
                "assay store restore results-march.sqlite", shows: "Where there is no store yet."),
            .init(
                "assay store restore --force results-march.sqlite",
                shows: "Replace the store, and keep what is replaced."),
        ],
        arguments: [ArgumentSpec("file", .file(extensions: ["sqlite"]), help: "The backup.")],
        options: [.force("Replace the store that is there."), .json],
        run: { try StoreCopies($0, $1).restore() })

    private static let merge = CommandSpec(
        "merge", summary: "Take in the results of other stores.",
        discussion: [
            """
            For two classrooms with one lead. Every record of the other stores is added; nothing is \
            changed or lost, in whatever order and however often stores are merged. Where they \
            contradict each other, both sides are kept and named, and the command exits with 1. \
            Whoever was erased in one of the stores is erased in the merged one.
            """
        ],
        examples: [
            .init(
                "assay store merge --store both.sqlite monday.sqlite tuesday.sqlite",
                shows: "Bring two classrooms together in a new store.")
        ],
        arguments: [
            ArgumentSpec(
                "file", .file(extensions: ["sqlite"]), arity: .many,
                help: "Other stores, or backups of them. They are only read.")
        ],
        options: [.json], run: { try StoreMerge($0, $1).run() })

    private static let verify = CommandSpec(
        "verify", summary: "Prove that nothing in the store was changed, removed or slipped in.",
        discussion: [
            """
            Checks every byte of the file, every record against the audit chain, and computes every \
            verdict again from the answers. Prints the head of the chain: write it down, and --head \
            finds out later whether the end was cut off since. Exits with 1 where something is wrong.
            """
        ],
        examples: [
            .init("assay store verify", shows: "Verify the usual store."),
            .init(
                "assay store verify --store results-march.sqlite", shows: "Verify a backup."),
        ],
        options: [
            OptionSpec(
                "head", nil, .value(.text), placeholder: "hash", repeats: true,
                help: "A head that was written down, and must still be there."),
            .json,
        ],
        run: { try StoreVerify($0, $1).run() })
}

extension OptionSpec {
    fileprivate static func force(_ help: String) -> OptionSpec { OptionSpec("force", help: help) }
}
