import Commands
import Foundation
import Terminal
import Testing

@Suite struct `A run` {
    private func table(_ body: @escaping CommandSpec.Body) -> CommandTable {
        CommandTable(summary: "Test.", commands: [CommandSpec("go", summary: "Go.", run: body)])
    }

    private struct Unforeseen: Error {}

    @Test func `ends with the fault a command throws`() {
        let missing = Run(
            ["go"],
            of: table { _, environment in
                throw CommandFault.noSuchFile("mentr.xml", in: environment)
            },
            names: ["mentor.xml"])
        #expect(missing.code == .noInput)
        #expect(
            missing.errors == """
                error: there is no file 'mentr.xml'
                  did you mean 'mentor.xml'?

                """)
        let usage = Run(["go"], of: table { _, _ in throw CommandFault(.usage, "no such learner") })
        #expect(usage.errors == "error: no such learner\nsee: assay help go\n")
        let own = Run(["go"], of: table { _, _ in throw Unforeseen() })
        #expect(own.code == .internalFault)
        #expect(own.errors == "error: Unforeseen()\n  this is a fault of assay itself\n")
    }

    @Test(arguments: [
        (EPIPE, ExitCode.done, ExitCode.signal(13), ""),
        (EPIPE, .no, .no, ""),
        (
            ENOSPC, .done, .inputOutput,
            "error: cannot write to standard output: No space left on device\n"
        ),
    ])
    func `does not call output that never arrived a success`(
        _ failure: Int32, _ code: ExitCode, _ end: ExitCode, _ words: String
    ) {
        let output = OutputStream(isTerminal: false) { _ in failure }
        let errors = OutputStream()
        let environment = Environment(
            arguments: ["go"], console: Console(output: output, errors: errors))
        let table = table { _, environment in
            for _ in 0..<100_000 { environment.console.writeLine("a line") }
            return code
        }
        #expect(table.run(in: environment) == end)
        #expect(errors.text == words)
    }

    @Test func `prepares its process before anything else`() async {
        await #expect(processExitsWith: .success) {
            _ = Assay.table.runProcess()
            #expect(umask(0) == 0o077)
            for number in [SIGPIPE, SIGXFSZ] {
                #expect(unsafeBitCast(signal(number, SIG_DFL), to: Int.self) == 1, "is ignored")
            }
        }
    }

    @Test func `shows results and errors in the order they came`() {
        var shown: [String] = []
        let output = OutputStream(isTerminal: true) {
            shown.append("out " + String(decoding: $0, as: UTF8.self))
            return 0
        }
        let errors = OutputStream(isTerminal: true) {
            shown.append("err " + String(decoding: $0, as: UTF8.self))
            return 0
        }
        let console = Console(output: output, errors: errors)
        console.write("one ")
        console.writeLine("two")
        console.remark("th\u{1B}ree")
        console.writeLine("four")
        output.flush()
        #expect(shown == ["out one two\n", "err th\\u{1B}ree\n", "out four\n"])
    }

    @Test func `heeds the global options`() {
        let table = table { call, environment in
            let console = environment.console
            console.remark("a remark")
            console.write("\(environment.mayAsk) \(console.verbosity) ")
            console.write(console.outputPalette.paint("x", as: .right))
            return .done
        }
        let plain = Run(["go", "-vv", "--color=never"], of: table, isTerminal: true)
        #expect(plain.output == "true 2 x")
        #expect(plain.errors == "a remark\n")
        let quiet = Run(
            ["--quiet", "go", "--no-input", "--color=always"], of: table, isTerminal: true)
        #expect(quiet.output == "false 0 \u{1B}[0;32mx\u{1B}[0m")
        #expect(quiet.errors == "")
        #expect(Run(["go"], of: table).output == "false 0 x")
    }

    @Test func `colors the word error and nothing from outside`() {
        let run = Run(["--color=always", "\u{1B}[0m"])
        #expect(
            run.errors == """
                \u{1B}[0;31merror:\u{1B}[0m unknown command '\\u{1B}[0m'
                see: assay help

                """)
    }

    @Test func `tells its version`() {
        #expect(Run("--version").output == "assay 0.1.0\n")
        #expect(Run("bank check --version").output == "assay 0.1.0\n")
        #expect(
            Run("--version --json").output
                == #"{"name":"assay","schema":"assay/version/1","version":"0.1.0"}"# + "\n")
    }

    @Test func `ends with a number of its own for every reason`() {
        let statuses = ExitCode.named.map(\.status)
        #expect(statuses == [0, 1, 2, 65, 66, 69, 70, 73, 74, 75, 77, 124])
        #expect(ExitCode.signal(2).status == 130)
        let help = Run("help exit-codes").output
        for status in statuses { #expect(help.contains("\n  \(status) ")) }
    }
}
