package import Assessment

extension CommandTable {
    /// The whole table as data, hidden parts included and marked.
    package var dump: JSON {
        [
            "schema": "assay/commands/1",
            "version": .string(version),
            "command": root.dump,
            "exitCodes": .array(
                ExitCode.named.map {
                    ["status": .integer(Int($0.status)), "meaning": .string($0.meaning)]
                }),
            "topics": .array(
                topics.map { ["name": .string($0.name), "summary": .string($0.summary)] }),
        ]
    }
}

extension CommandSpec {
    fileprivate var dump: JSON {
        [
            "name": .string(name),
            "aliases": .strings(aliases),
            "group": .optional(group),
            "summary": .string(summary),
            "hidden": .bool(isHidden),
            "defaultSubcommand": .optional(defaultSubcommand),
            "exclusive": .array(exclusive.map { .strings($0) }),
            "examples": .array(
                examples.map { ["line": .string($0.line), "shows": .string($0.shows)] }),
            "arguments": .array(arguments.map(\.dump)),
            "options": .array(options.map(\.dump)),
            "subcommands": .array(subcommands.map(\.dump)),
        ]
    }
}

extension ArgumentSpec {
    fileprivate var dump: JSON {
        [
            "name": .string(name),
            "help": .string(help),
            "required": .bool(minimum > 0),
            "several": .bool(takesSeveral),
            "default": .optional(standard),
            "value": kind.dump,
        ]
    }
}

extension OptionSpec {
    fileprivate var dump: JSON {
        let sort: JSON =
            switch kind {
            case .flag: "flag"
            case .invertibleFlag: "invertible flag"
            case .count: "count"
            case .value: "value"
            }
        return [
            "long": .string(long),
            "short": .optional(short.map { String($0) }),
            "kind": sort,
            "value": valueKind?.dump ?? .null,
            "default": .optional(standard),
            "whenBare": .optional(whenBare),
            "repeats": .bool(repeats),
            "required": .bool(isRequired),
            "help": .string(help),
            "section": .string(section),
            "hidden": .bool(isHidden),
            "variable": .optional(variable),
        ]
    }
}

extension ValueKind {
    fileprivate var dump: JSON {
        switch self {
        case .text, .folder, .size: ["kind": .string(placeholder)]
        case .file(let extensions): ["kind": "file", "extensions": .strings(extensions)]
        case .choice, .hinted:
            [
                "kind": .string(placeholder),
                "choices": .array(
                    choices.map { ["value": .string($0.value), "help": .string($0.help)] }),
            ]
        case .number(let range):
            [
                "kind": "number",
                "least": range.lowerBound == .min ? .null : .integer(range.lowerBound),
                "most": range.upperBound == .max ? .null : .integer(range.upperBound),
            ]
        }
    }
}

extension JSON {
    fileprivate static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

    static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
}
