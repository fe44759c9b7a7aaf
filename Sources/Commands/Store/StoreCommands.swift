import Assessment

/// The noun for the file that holds the results.
extension CommandSpec {
    static let results = CommandSpec(
        "store", group: "Results", summary: "Look after the file that holds the results.",
        options: [.store], subcommands: [storePath])

    private static let storePath = CommandSpec(
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
}
