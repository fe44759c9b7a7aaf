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
        try console.showingProgress(through: learners) { learner in
            let handle = source.naming.person(learner).handle
            let path = "\(folder)/\(handle.fileNameSafe()).\(press.format.suffix)"
            do {
                let report = try source.desk.wording {
                    try source.report(on: learner, in: programs)
                }
                let bytes = try press.bytes(of: report)
                try ResultFile(path, isReplacing: call.flag("force"))
                    .write(bytes, isText: press.format.isText, console)
            } catch let fault as CommandFault {
                failed += 1
                console.report([fault.about(learner.shownName)])
            }
        }
        console.remark(
            "\(counted(learners.count - failed, "report")) written to \(folder)"
                + (failed == 0 ? "" : ", \(failed) failed"))
        return failed == 0 ? .done : .no
    }
}
