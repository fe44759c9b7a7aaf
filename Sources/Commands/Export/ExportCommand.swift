import Assessment
import Exchange

/// `assay export`: results for another system, in one file.
enum ExportCommand {
    static func run(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        guard let format = call.value("to").flatMap({ ExchangeFormat(rawValue: $0) }),
            let path = call.value("output")
        else { preconditionFailure("both options are required") }
        let console = environment.console
        try ResultFile(call).refuse(isText: !format.isArchive, console)
        let settings = try settings(format, call)
        let selection = try ExportSelection(call, environment)
        var sittings = selection.sittings
        if !sittings.isEmpty, let file = call.value("pseudonymize") {
            let mask = try PseudonymKey(file, environment)
            // They came in the order of the names, which would tell a class list who is who.
            sittings = sittings.map { $0.pseudonymized(mask.digest) }
                .sorted { ($0.learner.id, $0.id) < ($1.learner.id, $1.id) }
        }
        let exported: Exported
        do {
            exported = try format.export(sittings, settings)
        } catch {
            throw CommandFault(.no, error.message, advice: error.advice)
        }
        let undecided =
            exported.undecided == 0
            ? [] : ["\(counted(exported.undecided, "result")) that nobody has settled left out"]
        let remarks = selection.remarks + undecided
        guard exported.count > 0 else {
            report(exported.leftOut, console)
            throw CommandFault(
                .noInput, "there are no results to write", details: remarks,
                advice: format == .openbadges ? "only quizzes that were passed give badges" : nil)
        }
        try ResultFile(call).write(exported.bytes, isText: !format.isArchive, console)
        remarks.forEach(console.remark)
        report(exported.leftOut, console)
        let place = path == "-" ? "" : " to \(path)"
        console.remark("\(counted(exported.count, "result")) written\(place)")
        return exported.leftOut.isEmpty ? .done : .no
    }

    private static func report(_ leftOut: [Exported.LeftOut], _ console: Console) {
        console.report(
            leftOut.map {
                CommandFault(.no, "\($0.learner.shownName) was left out: \($0.reason)")
            })
    }

    // MARK: What the format asks for

    private static func settings(
        _ format: ExchangeFormat, _ call: Invocation
    ) throws(CommandFault) -> ExchangeSettings {
        var settings = ExchangeSettings()
        settings.showsKeys = call.flag("keys")
        settings.assignment = call.value("assignment")
        settings.section = call.value("cohort") ?? ""
        settings.issuer = call.value("issuer")
        settings.points = try points(call.value("points"))
        let site = call.value("site") ?? ""
        guard isAddress(site) else {
            throw CommandFault(
                .usage, "\(CommandFault.quoted(site)) is no address for --site",
                advice: "write it as in https://school.example")
        }
        settings.site = site
        if format == .openbadges, settings.issuer == nil || !call.isGiven("site") {
            throw CommandFault(
                .usage, "badges say who issues them", advice: "name it with --issuer and --site")
        }
        if format == .oneroster {
            guard let classID = call.value("class") ?? call.value("cohort"),
                let session = call.value("session"), let school = call.value("school")
            else {
                throw CommandFault(
                    .usage, "OneRoster has to know where a quiz belongs",
                    advice: "name it with --class, --session and --school")
            }
            settings.course = .init(classID: classID, session: session, school: school)
        }
        return settings
    }

    private static func points(_ word: String?) throws(CommandFault) -> Rational? {
        guard let word else { return nil }
        if let points = try? Rational(exactly: word), points > .zero { return points }
        throw CommandFault(
            .usage, "\(CommandFault.quoted(word)) is no number of points",
            advice: "write it as in 100 or 12.5")
    }

    /// A scheme, and nothing that an address must not hold: RFC 3986.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(
            separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return parts[0].allSatisfy { Unicode.Scalar($0).properties.isAlphabetic && $0 < 0x80 }
            && parts[1].allSatisfy { 0x21 <= $0 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
    }
}
