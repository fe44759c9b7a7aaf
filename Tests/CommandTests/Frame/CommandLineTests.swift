import Commands
import Testing

@Suite struct `A command line` {
    struct Row: Sendable, CustomTestStringConvertible {
        let line: String
        let outcome: String
        var variables: [String: String] = [:]
        var testDescription: String { line }

        init(_ line: String, _ outcome: String, _ variables: [String: String] = [:]) {
            self.line = line
            self.outcome = outcome
            self.variables = variables
        }
    }

    @Test(arguments: [
        // Commands, aliases, defaults.
        Row("bank check a.xml", "assay bank check file=a.xml"),
        Row("b lint a.xml b.xml", "assay bank check file=a.xml,b.xml"),
        Row("review", "assay review list"),
        Row("review ada eve", "assay review list learner=ada,eve"),
        Row("review list score", "assay review list learner=score"),
        Row("review score r1", "assay review score review=r1"),
        Row("peek", "assay peek"),
        // Long options.
        Row("bank check --json a", "assay bank check file=a json"),
        Row("bank check --format=csv a", "assay bank check file=a format=csv"),
        Row("bank check --format csv a", "assay bank check file=a format=csv"),
        Row("bank check a --format csv b", "assay bank check file=a,b format=csv"),
        Row("bank check --skip=a=b a", "assay bank check file=a skip=a=b"),
        Row("bank check --skip= a", "assay bank check file=a skip="),
        // Short options, joined and with joined values.
        Row("bank check -a a", "assay bank check file=a all"),
        Row("bank check -aqf csv a", "assay bank check file=a quiet all format=csv"),
        Row("bank check -n5 a", "assay bank check file=a limit=5"),
        Row("bank check -n=5 a", "assay bank check file=a limit=5"),
        Row("bank check -an 5 a", "assay bank check file=a all limit=5"),
        Row("bank check -s-x a", "assay bank check file=a skip=-x"),
        Row("bank check -vv a -v", "assay bank check file=a verbose=3"),
        // A value that may be left out comes only with '='.
        Row("bank check --report a", "assay bank check file=a report=html"),
        Row("bank check --report=md a", "assay bank check file=a report=md"),
        Row("bank check -r a", "assay bank check file=a report=html"),
        Row("bank check -rmd a", "assay bank check file=a report=md"),
        // The last one wins, unless all are kept.
        Row("bank check -f csv --format text -f json a", "assay bank check file=a format=json"),
        Row("bank check -s x --skip=y -sz a", "assay bank check file=a skip=x,y,z"),
        Row("bank check --no-excerpt a", "assay bank check file=a no-excerpt"),
        Row("bank check --no-excerpt --excerpt a", "assay bank check file=a"),
        // Dashes that are no options.
        Row("bank check -", "assay bank check file=-"),
        Row("bank check --skip - a", "assay bank check file=a skip=-"),
        Row("bank check -- --json -a", "assay bank check file=--json,-a"),
        Row("bank check a -- -- b", "assay bank check file=a,--,b"),
        Row("bank show x -5 -o out", "assay bank show bank=x item=-5 into=out"),
        Row("bank show x -o=o --offset -5", "assay bank show bank=x item=first into=o offset=-5"),
        Row("bank show x -.5 -o out", "assay bank show bank=x item=-.5 into=out"),
        // Options anywhere, also before the command they belong to.
        Row("--quiet bank check a", "assay bank check file=a quiet"),
        Row("bank --format csv check a", "assay bank check file=a format=csv"),
        Row("--format csv --json=x bank check a --help", ""),
        Row("-n 7 bank check a", "assay bank check file=a limit=7"),
        Row("bank check a --strict", "assay bank check file=a strict"),
        Row("--strict bank check a", "assay bank check file=a strict"),
        Row("--color never review --no-input", "assay review list color=never no-input"),
        // Arguments share the words from the left.
        Row("store copy a b c", "assay store copy source=a,b target=c"),
        Row("store copy a b", "assay store copy source=a target=b"),
        // Variables speak where the line does not.
        Row(
            "bank check a", "assay bank check file=a max-size=1GiB", ["ASSAY_MAX_SIZE": "1GiB"]),
        Row(
            "bank check --max-size 2k a", "assay bank check file=a max-size=2k",
            ["ASSAY_MAX_SIZE": "1GiB"]),
        Row("bank check a", "assay bank check file=a", ["ASSAY_MAX_SIZE": ""]),
        Row("review", "assay review list no-input", ["ASSAY_NO_INPUT": "1"]),
        Row("review", "assay review list", ["ASSAY_NO_INPUT": "false"]),
    ])
    func `is read as the command and what it was given`(_ row: Row) {
        let run = Run(row.line, variables: row.variables)
        #expect(run.code == .done)
        #expect(run.errors == "")
        if !row.outcome.isEmpty { #expect(run.output == row.outcome + "\n") }
    }

    @Test func `gives numbers and sizes as such`() {
        let table = CommandTable(
            summary: "Test.",
            commands: [
                CommandSpec(
                    "go", summary: "Go.",
                    options: [
                        OptionSpec("limit", "n", .value(.number(0...9)), help: "N."),
                        OptionSpec("size", nil, .value(.size), standard: "2k", help: "S."),
                    ],
                    run: { call, environment in
                        let limit = call.number("limit").map { String($0 + 1) } ?? "none"
                        environment.console.write(
                            "\(limit) \(call.size("size") ?? 0) \(call.isGiven("size"))")
                        return .no
                    })
            ])
        #expect(Run(["go"], of: table).output == "none 2048 false")
        #expect(Run(["go", "-n8", "--size=1MB"], of: table).output == "9 1000000 true")
        #expect(Run(["go"], of: table).code == .no)
    }

    @Test(arguments: [
        ("0", 0), ("4096", 4096), ("12b", 12), ("1k", 1024), ("1K", 1024), ("1kB", 1000),
        ("1KiB", 1024), ("64M", 64 << 20), ("1GiB", 1 << 30), ("2TB", 2_000_000_000_000),
        ("", nil), ("M", nil), ("1X", nil), ("1Mi", nil), ("-1", nil), ("1.5M", nil), ("1 M", nil),
        ("99999999999999999999", nil), ("9999999999T", nil),
    ])
    func `may name an amount of bytes`(_ text: String, _ bytes: Int?) {
        #expect(ByteSize.bytes(text) == bytes)
    }
}
