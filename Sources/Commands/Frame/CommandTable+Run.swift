import Assessment
import Disk
import Glibc
import Terminal

extension CommandTable {
    /// Runs this process's command line and gives the status to exit with.
    package func runProcess() -> Int32 {
        ProcessSafety.prepare()
        Environment.guardStandardStreams()
        return run(in: .process()).status
    }

    /// Reads the command line, does what it asks, and says what went wrong.
    package func run(in environment: Environment) -> ExitCode {
        let reading = CommandLineReader.read(
            environment.arguments, table: self, variable: environment.variable)
        var environment = environment
        environment.adopt(reading.invocation)
        let code = answer(reading, in: environment)
        return environment.console.finish(code)
    }

    private func answer(
        _ reading: CommandLineReader.Reading, in environment: Environment
    ) -> ExitCode {
        let console = environment.console
        let invocation = reading.invocation
        switch invocation.request {
        case .version:
            console.writeVersion(of: self, asJSON: environment.arguments.contains("--json"))
            return .done
        case .fullHelp where reading.namesCommand:
            return console.show(HelpPage(self, reading.named, .full))
        case .shortHelp where reading.namesCommand:
            return console.show(HelpPage(self, reading.named, .short))
        case .run, .shortHelp, .fullHelp: break
        }
        let path = invocation.path
        let about = path.last?.name == "help" ? [] : path.dropFirst().map(\.name)
        let see = ([name, "help"] + about).joined(separator: " ")
        if let first = reading.faults.first {
            console.report(reading.faults, see: see)
            return first.exitCode
        }
        guard let body = path.last?.run else {
            return console.show(HelpPage(self, path, .short))
        }
        do {
            return try body(invocation, environment)
        } catch let fault as CommandFault {
            console.report([fault], see: fault.exitCode == .usage ? see : nil)
            return fault.exitCode
        } catch {
            console.report([
                CommandFault(
                    .internalFault, "\(error)", advice: "this is a fault of \(name) itself")
            ])
            return .internalFault
        }
    }
}

extension Environment {
    /// Takes over what the global options say.
    fileprivate mutating func adopt(_ invocation: Invocation) {
        let choice = invocation.value("color")
        console.outputPalette = Palette(
            depth: ColorDepth(
                choice: choice, isTerminal: console.output.isTerminal, variable: variable))
        console.errorPalette = Palette(
            depth: ColorDepth(
                choice: choice, isTerminal: console.errors.isTerminal, variable: variable))
        console.isQuiet = invocation.flag("quiet")
        console.verbosity = invocation.count("verbose")
        console.mayDrawOver = !["", "dumb"].contains(variable("TERM") ?? "")
        mayAsk = inputIsTerminal && !invocation.flag("no-input")
    }
}

extension Console {
    fileprivate func show(_ page: HelpPage) -> ExitCode {
        write(page.text(width, outputPalette))
        return .done
    }

    fileprivate func writeVersion(of table: CommandTable, asJSON: Bool) {
        if asJSON {
            write(
                json: [
                    "schema": "assay/version/1", "name": .string(table.name),
                    "version": .string(table.version),
                ])
        } else {
            writeLine("\(table.name) \(table.version)")
        }
    }

    /// Sends what is left, and settles the code: results that did not arrive are no success.
    fileprivate func finish(_ code: ExitCode) -> ExitCode {
        output.flush()
        defer { errors.flush() }
        guard let failure = output.failure else { return code }
        // The terminal that a signal told us of is no longer there to write to.
        if case .signal = code { return code }
        // Whoever read our output has had enough, as `head` does: that is nothing to report.
        if failure == EPIPE { return code == .done ? .signal(SIGPIPE) : code }
        let reason = String(cString: strerror(failure))
        report([CommandFault(.inputOutput, "cannot write to standard output: \(reason)")])
        return .inputOutput
    }
}
