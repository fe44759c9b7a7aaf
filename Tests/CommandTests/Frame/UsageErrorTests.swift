import Commands
import Testing

@Suite struct `A faulty command line` {
    struct Row: Sendable, CustomTestStringConvertible {
        let line: String
        let errors: String
        var variables: [String: String] = [:]
        var testDescription: String { line }

        init(_ line: String, _ errors: String, _ variables: [String: String] = [:]) {
            self.line = line
            self.errors = errors
            self.variables = variables
        }
    }

    @Test(arguments: [
        Row(
            "scroe",
            """
            error: unknown command 'scroe'
            see: assay help
            """),
        Row(
            "reviwe",
            """
            error: unknown command 'reviwe'
              did you mean 'review'?
            see: assay help
            """),
        Row(
            "bank chekc a.xml",
            """
            error: unknown command 'chekc'
              did you mean 'check'?
            see: assay help bank
            """),
        Row(
            "check a.xml",
            """
            error: unknown command 'check'
              did you mean 'bank check'?
            see: assay help
            """),
        Row(
            "''",
            """
            error: unknown command ''
            see: assay help
            """),
        Row(
            "bank checker a",
            """
            error: unknown command 'checker'
              did you mean 'check'?
            see: assay help bank
            """),
        Row(
            "bank ch a",
            """
            error: unknown command 'ch'
              did you mean 'check'?
            see: assay help bank
            """),
        Row(
            "bank check --fromat csv a",
            """
            error: unknown option '--fromat'
              did you mean '--format'?
            see: assay help bank check
            """),
        Row(
            "--fromat csv bank check a",
            """
            error: unknown option '--fromat'
              did you mean '--format'?
            see: assay help bank check
            """),
        Row(
            "review score r --limit 5",
            """
            error: unknown option '--limit'
            see: assay help review score
            """),
        Row(
            "bank check -json a",
            """
            error: unknown option '-json'
              did you mean '--json'?
            see: assay help bank check
            """),
        Row(
            "bank check -axq a",
            """
            error: unknown option '-x' in '-axq'
            see: assay help bank check
            """),
        Row(
            "bank check --form=json a",
            """
            error: unknown option '--form'
              did you mean '--format'?
            see: assay help bank check
            """),
        Row(
            "bank check -f jsno a",
            """
            error: unknown format 'jsno'
              did you mean 'json'?
            see: assay help bank check
            """),
        Row(
            "bank check --report=pdf a",
            """
            error: unknown report 'pdf'
              choose html or md
            see: assay help bank check
            """),
        Row(
            "completions tcsh",
            """
            error: unknown shell 'tcsh'
              choose bash, zsh or fish
            see: assay help completions
            """),
        Row(
            "bank check --limit 0 --limit 5x --max-size 1Q a",
            """
            error: '--limit' must be a whole number from 1 to 1000, not '0'
            error: '--limit' must be a whole number from 1 to 1000, not '5x'
            error: '--max-size' must be an amount of bytes, not '1Q'
              write it as 4096, 64M or 1GiB
            see: assay help bank check
            """),
        Row(
            "bank show x --offset 99999999999999999999 --into=",
            """
            error: '--offset' must be a whole number, not '99999999999999999999'
            error: '--into' must be the name of a folder, not ''
            see: assay help bank show
            """),
        Row(
            "bank check --json=yes --color a",
            """
            error: option '--json' takes no value, but 'yes' was given
            error: unknown color 'a'
              choose auto, always or never
            error: missing argument <file>
            see: assay help bank check
            """),
        Row(
            "bank check a --skip",
            """
            error: option '--skip <code>' needs a value
            see: assay help bank check
            """),
        Row(
            "bank check a --skip --json",
            """
            error: option '--skip <code>' needs a value
              to give '--json' as the value, write --skip=--json
            see: assay help bank check
            """),
        Row(
            "--format bank check a",
            """
            error: unknown format 'bank'
              choose text, json or csv
            error: unknown command 'check'
              did you mean 'bank check'?
            see: assay help
            """),
        Row(
            "bank check --json --format csv a",
            """
            error: '--json' and '--format' cannot be used together
            see: assay help bank check
            """),
        Row(
            "review -qv",
            """
            error: '--quiet' and '--verbose' cannot be used together
            see: assay help review list
            """),
        Row(
            "bank show --offset 1",
            """
            error: missing argument <bank>
            error: missing option '--into <folder>'
            see: assay help bank show
            """),
        Row(
            "bank show a b c d -o x",
            """
            error: unexpected argument 'c'
            error: unexpected argument 'd'
            see: assay help bank show
            """),
        Row(
            "store copy a",
            """
            error: missing argument <target>
            see: assay help store copy
            """),
        Row(
            "bank check a",
            """
            error: '--max-size' must be an amount of bytes, not 'big' (from ASSAY_MAX_SIZE in \
            the environment)
              write it as 4096, 64M or 1GiB
            see: assay help bank check
            """, ["ASSAY_MAX_SIZE": "big"]),
        Row(
            "help exit-code",
            """
            error: there is no help on 'exit-code'
              did you mean 'exit-codes'?
            see: assay help
            """),
        Row(
            "help bank chekc",
            """
            error: there is no help on 'bank chekc'
              did you mean 'bank check'?
            see: assay help
            """),
        Row(
            "bank chekc --help",
            """
            error: unknown command 'chekc'
              did you mean 'check'?
            see: assay help bank
            """),
    ])
    func `is refused with all its faults at once`(_ row: Row) {
        let run = Run(row.line, variables: row.variables)
        #expect(run.errors == row.errors + "\n")
        #expect(run.output == "")
        #expect(run.code == .usage)
    }

    @Test(arguments: [
        (
            ["\u{1B}[31mx\u{07}"],
            "error: unknown command '\\u{1B}[31mx\\u{7}'\nsee: assay help\n"
        ),
        (["bank", "a\nb"], "error: unknown command 'a\\u{A}b'\nsee: assay help bank\n"),
        (
            ["bank", "check", "--x\u{202E}=1", "a"],
            "error: unknown option '--x\\u{202E}'\nsee: assay help bank check\n"
        ),
        // A combining mark after '-' or '=' hides neither.
        (
            ["bank", "check", "--limit=\u{301}5", "a"],
            "error: '--limit' must be a whole number from 1 to 1000, not '\u{301}5'\n"
                + "see: assay help bank check\n"
        ),
        (
            [String(repeating: "ab", count: 1000)],
            "error: unknown command '\(String(repeating: "ab", count: 40))...'\nsee: assay help\n"
        ),
    ])
    func `is echoed without obeying it`(_ arguments: [String], _ errors: String) {
        #expect(Run(arguments).errors == errors)
    }
}
