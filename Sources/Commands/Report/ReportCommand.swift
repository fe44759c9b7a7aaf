import Assessment
import Disk
import Reports

/// `assay report`: what learners, reviewers and leads take away.
enum ReportCommand {
    static func cohort(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try one(call, environment) { try $0.cohort() }
    }

    static func item(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try one(call, environment) { try $0.item() }
    }

    static func panel(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try one(call, environment) { try $0.panel() }
    }

    static func schema(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        environment.console.output.write(bytes: ReportSchema.bytes())
        return .done
    }

    private static func one(
        _ call: Invocation, _ environment: Environment, _ read: (ReportSource) throws -> Report
    ) throws -> ExitCode {
        let press = try ReportPress(call, environment)
        let report = try ReviewDesk.open(call, environment) { desk in
            try read(ReportSource(desk))
        }
        try ResultFile(call).write(
            try press.bytes(of: report), isText: press.format.isText, environment.console)
        return .done
    }

    // MARK: Learners

    /// One report, or one for each of several learners into a folder.
    static func learner(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let press = try ReportPress(call, environment)
        return try ReviewDesk.open(call, environment) { desk in
            let source = try ReportSource(desk)
            let learners = try source.learners()
            let programs = try source.programs()
            if call.argument("learner") != nil, let learner = learners.first {
                let report = try source.report(on: learner, in: programs)
                try ResultFile(call).write(
                    try press.bytes(of: report), isText: press.format.isText, environment.console)
                return .done
            }
            guard let folder = call.value("output"), folder != "-" else {
                throw CommandFault(
                    .usage, "reports on several learners go into a folder",
                    advice: "name it with --output")
            }
            do { try PrivateFolder.make(folder) } catch {
                throw CommandFault(.cannotWrite, "\(error)")
            }
            return try write(learners, in: programs, source, press, folder)
        }
    }

    /// Goes on where one fails, and names it.
    private static func write(
        _ learners: [Person], in programs: [Program], _ source: ReportSource,
        _ press: ReportPress, _ folder: String
    ) throws -> ExitCode {
        let (call, console) = (source.desk.call, source.desk.console)
        var failed = 0
        // Not even --force replaces a report of this run, where two ids make the same name.
        var written: Set<String> = []
        var begun: [(learner: Person, pressed: ReportPress.Pressed)] = []
        func attempt(_ learner: Person, _ body: () throws -> Void) throws {
            do { try body() } catch let fault as CommandFault {
                failed += 1
                console.report([fault.about(learner.shownName)])
            }
        }
        func finish() throws {
            let (learner, pressed) = begun.removeFirst()
            try attempt(learner) {
                let bytes = try press.bytes(of: pressed)
                let handle = source.naming.person(learner).handle
                let path = "\(folder)/\(handle.fileNameSafe()).\(press.format.suffix)"
                try ResultFile(path, isReplacing: call.flag("force") && !written.contains(path))
                    .write(bytes, isText: press.format.isText, console)
                written.insert(path)
            }
        }
        try console.showingProgress(through: learners) { learner in
            if begun.count == press.width { try finish() }
            try attempt(learner) {
                let report = try source.desk.wording {
                    try source.report(on: learner, in: programs)
                }
                begun.append((learner, try press.begin(report)))
            }
        }
        while !begun.isEmpty { try finish() }
        console.remark(
            "\(counted(learners.count - failed, "report")) written to \(folder)"
                + (failed == 0 ? "" : ", \(failed) failed"))
        return failed == 0 ? .done : .no
    }
}
