import Commands
import Testing

@Suite struct `Help` {
    @Test(arguments: [
        ("help bank check", "bank check --help"), ("help b lint", "bank check --help"),
        ("help", "--help"), ("bank check -h --help", "bank check --help"),
        ("bank check --nonsense --help", "bank check --help"), ("", "-h"), ("bank", "bank -h"),
        ("help review", "review --help"), ("help review list", "review list --help"),
    ])
    func `is the same by every way to it`(_ line: String, _ other: String) {
        let first = Run(line)
        let second = Run(other)
        #expect(first.code == .done)
        #expect(first.errors == "")
        #expect(first.output == second.output)
    }

    struct Page: Sendable, CustomTestStringConvertible {
        let line: String
        let columns: Int
        let text: String
        var testDescription: String { "\(line) in \(columns) columns" }

        init(_ line: String, _ columns: Int, _ text: String) {
            self.line = line
            self.columns = columns
            self.text = text
        }
    }

    @Test(arguments: [
        Page(
            "bank check --help", 80,
            """
            Find faults in question banks.

            Usage: assay bank check [options] <file>...

            Also called: lint

            Every fault is reported with its line and column, not only the first one.

            Examples:
              assay bank check leadership.xml
                  Check one bank.
              assay bank check --json *.xml
                  Check many, for a program to read.

            Arguments:
              <file>...  Banks to check.

            Options:
              -a, --all               Also show notes.
              -f, --format <format>   How to print findings. One of: text, json (one object:
                                      all faults), csv (a [table]). (default: text)
                  --json              Short for --format json.
              -n, --limit <number>    The most faults to show. From 1 to 1000. (default:
                                      100)
              -s, --skip <code>       A kind of fault to leave out. (may be repeated)
                  --[no-]excerpt      Show the faulty line. (default: on)
              -r, --report[=html|md]  Also make a report. One of: html, md. (alone: html)
                  --strict            Take warnings for errors.

            Limits:
                  --max-size <size>  The largest file to read. An amount such as 64M or
                                     1GiB. (default: 64M; environment: ASSAY_MAX_SIZE)

            Global options:
              -h, --help                     Show help; -h shows the short form.
                  --version                  Show the version.
                  --color auto|always|never  Whether to color what is printed. One of: auto
                                             (when the output is a terminal), always, never.
                                             (default: auto; environment: ASSAY_COLOR)
              -q, --quiet                    Leave out all but results and errors.
              -v, --verbose                  Say more of what is done.
                  --no-input                 Never ask; fail where an answer would be
                                             needed. (environment: ASSAY_NO_INPUT)

            """),
        Page(
            "bank check -h", 80,
            """
            Find faults in question banks.

            Usage: assay bank check [options] <file>...

            Arguments:
              <file>...  Banks to check.

            Options:
              -a, --all               Also show notes.
              -f, --format <format>   How to print findings.
                  --json              Short for --format json.
              -n, --limit <number>    The most faults to show.
              -s, --skip <code>       A kind of fault to leave out.
                  --[no-]excerpt      Show the faulty line.
              -r, --report[=html|md]  Also make a report.
                  --strict            Take warnings for errors.

            Limits:
                  --max-size <size>  The largest file to read.

            More, with the global options: assay bank check --help

            """),
        Page(
            "--help", 80,
            """
            Grade quizzes and score reviews.

            Usage: assay <command> [options]

            Content is read, a person sits it, and marks are computed from the steps.

            Examples:
              assay bank check leadership.xml
                  Look for faults in a bank.

            Content:
              bank   Look after question banks.
              store  Look after the store.

            Reviewing:
              review  Score what was handed in.

            Getting help:
              help         Explain a command or a topic.
              completions  Print the script that teaches a shell to complete commands.

            Global options:
              -h, --help                     Show help; -h shows the short form.
                  --version                  Show the version.
                  --color auto|always|never  Whether to color what is printed. One of: auto
                                             (when the output is a terminal), always, never.
                                             (default: auto; environment: ASSAY_COLOR)
              -q, --quiet                    Leave out all but results and errors.
              -v, --verbose                  Say more of what is done.
                  --no-input                 Never ask; fail where an answer would be
                                             needed. (environment: ASSAY_NO_INPUT)

            Topics (assay help <topic>):
              banks          How question banks are written.
              exit-codes     What a run tells the shell when it ends.
              environment    Environment variables that are heeded.
              accessibility  Working with a screen reader, or without color.

            """),
        Page(
            "bank check --help", 40,
            """
            Find faults in question banks.

            Usage: assay bank check [options]
                       <file>...

            Also called: lint

            Every fault is reported with its line
            and column, not only the first one.

            Examples:
              assay bank check leadership.xml
                  Check one bank.
              assay bank check --json *.xml
                  Check many, for a program to read.

            Arguments:
              <file>...
                  Banks to check.

            Options:
              -a, --all
                  Also show notes.
              -f, --format <format>
                  How to print findings. One of:
                  text, json (one object: all
                  faults), csv (a [table]).
                  (default: text)
              --json
                  Short for --format json.
              -n, --limit <number>
                  The most faults to show. From 1 to
                  1000. (default: 100)
              -s, --skip <code>
                  A kind of fault to leave out. (may
                  be repeated)
              --[no-]excerpt
                  Show the faulty line. (default:
                  on)
              -r, --report[=html|md]
                  Also make a report. One of: html,
                  md. (alone: html)
              --strict
                  Take warnings for errors.

            Limits:
              --max-size <size>
                  The largest file to read. An
                  amount such as 64M or 1GiB.
                  (default: 64M; environment:
                  ASSAY_MAX_SIZE)

            Global options:
              -h, --help
                  Show help; -h shows the short
                  form.
              --version
                  Show the version.
              --color auto|always|never
                  Whether to color what is printed.
                  One of: auto (when the output is a
                  terminal), always, never.
                  (default: auto; environment:
                  ASSAY_COLOR)
              -q, --quiet
                  Leave out all but results and
                  errors.
              -v, --verbose
                  Say more of what is done.
              --no-input
                  Never ask; fail where an answer
                  would be needed. (environment:
                  ASSAY_NO_INPUT)

            """),
        Page(
            "-h", 40,
            """
            Grade quizzes and score reviews.

            Usage: assay <command> [options]

            Content:
              bank
                  Look after question banks.
              store
                  Look after the store.

            Reviewing:
              review
                  Score what was handed in.

            Getting help:
              help
                  Explain a command or a topic.
              completions
                  Print the script that teaches a
                  shell to complete commands.

            More, with the global options: assay
            --help

            """),
    ])
    func `is laid out for the window`(_ page: Page) {
        #expect(Run(page.line, columns: page.columns).output == page.text)
    }

    @Test(arguments: [40, 41, 59, 60, 80, 100])
    func `keeps within the window`(_ columns: Int) {
        for path in Sample.table.everyPath {
            let words = path.dropFirst().map(\.name)
            for help in ["-h", "--help"] {
                for line in Run(words + [help], columns: columns).output.split(separator: "\n")
                where !line.hasPrefix("  assay ") {
                    #expect(line.unicodeScalars.count <= columns, "\(line)")
                }
            }
        }
    }

    @Test func `leaves out what is hidden until it is asked for`() {
        for line in ["--help", "-h", "help"] { #expect(!Run(line).output.contains("peek")) }
        #expect(!Run("bank check --help").output.contains("--trace"))
        #expect(Run("help --all").output.contains("peek"))
        #expect(Run("help bank check --all").output.contains("--trace"))
    }

    @Test func `has titles in bold where there is color`() {
        let text = Run(["bank", "--help", "--color=always"]).output
        #expect(text.contains("\u{1B}[0;1mUsage:\u{1B}[0m assay bank <command> [options]\n"))
        #expect(text.contains("\u{1B}[0;1mGlobal options:\u{1B}[0m\n"))
    }

    @Test func `explains topics`() {
        #expect(
            Run("help banks").output == """
                How question banks are written.

                A bank is one file.

                  <bank id="a">
                  .stop
                  </bank>

                  id  Names the bank; it's never shown.

                """)
        #expect(Run("help environment").output.contains("  ASSAY_MAX_SIZE  "))
        #expect(Run("help accessibility").code == .done)
    }
}
