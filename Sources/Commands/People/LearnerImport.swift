import Assessment
import Content
import MarkupReading

/// `assay learner import`: takes in a list of people, and says of each row what becomes of it.
struct LearnerImport: Sendable {
    func run(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let console = environment.console
        let isDryRun = call.flag("dry-run")
        let path = call.argument("file") ?? "-"
        let file = ContentFiles.shownName(path)
        var diagnostics = Diagnostics()
        let roster = try Self.read(path, environment, into: &diagnostics)
        let asJSON = call.flag("json")
        if !asJSON {
            // One fault of a file that is no list brings many more with it.
            for diagnostic in diagnostics.found.prefix(roster == nil ? 3 : .max) {
                console.errors.write(
                    DiagnosticText.lines(of: diagnostic, in: file, console.errorPalette))
            }
            console.errors.flush()
        }
        guard let roster else {
            if asJSON { console.write(json: Self.json(file, isDryRun, diagnostics)) }
            return .badData
        }
        let store = try CommandStore(call, environment)
        let words = call.values("cohort")
        let intake: RosterIntake
        if isDryRun {
            intake = try Self.intake(roster, into: Self.register(of: store), joining: words)
        } else {
            let scribe = Scribe(environment)
            var done: RosterIntake?
            try store.change(at: scribe.time, making: true) { register throws(CommandFault) in
                let intake = try Self.intake(roster, into: register, joining: words)
                done = intake
                return intake.records(by: scribe)
            }
            guard let done else { return .internalFault }
            intake = done
        }
        let page = RosterIntakePage(intake: intake, file: file, isDryRun: isDryRun)
        if asJSON {
            console.write(json: page.json(diagnostics.found.map(DiagnosticText.json)))
        } else {
            if !page.table.rows.isEmpty { console.write(page.table) }
            for remark in page.remarks { console.remark(remark) }
            console.remark(page.summary)
        }
        return intake.plan.rejections.isEmpty ? .done : .no
    }

    private static func read(
        _ path: String, _ environment: Environment, into diagnostics: inout Diagnostics
    ) throws(CommandFault) -> Roster? {
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) }
        if path == "-", environment.inputIsTerminal, !environment.mayAsk {
            throw CommandFault(
                .noInput, "standard input is the terminal, and --no-input is given",
                advice: "pipe a list into the command, or name one")
        }
        let limits = DelimitedLimits()
        guard let source = SourceFile.read(path, limit: limits.bytes, into: &diagnostics) else {
            let fault = diagnostics.found.first
            guard fault?.code == "no-input" else { return nil }
            throw CommandFault(
                .noInput, fault?.message ?? "nothing can be read",
                suggestions: Suggestions.fileNames(
                    near: path, listing: environment.names(folder ?? ".")
                ).filter { $0 != path },
                advice: fault?.advice)
        }
        return RosterReader.roster(from: source, limits: limits, into: &diagnostics)
    }

    private static func intake(
        _ roster: Roster, into register: Register, joining words: [String]
    ) throws(CommandFault) -> RosterIntake {
        var cohorts: [Cohort.ID] = []
        for word in words { cohorts.append(try register.cohort(word).id) }
        return RosterIntake(roster, into: register, joining: cohorts)
    }

    /// Nobody is known where there is no store yet, and looking makes none.
    private static func register(of store: CommandStore) throws -> Register {
        do {
            return try store.register()
        } catch let fault as CommandFault where fault.exitCode == .noInput {
            return Register()
        }
    }

    private static func json(
        _ file: String, _ isDryRun: Bool, _ diagnostics: Diagnostics
    ) -> JSON {
        let empty = RosterIntake(Roster(entries: [], details: []), into: Register())
        return RosterIntakePage(intake: empty, file: file, isDryRun: isDryRun)
            .json(diagnostics.found.map(DiagnosticText.json))
    }
}
