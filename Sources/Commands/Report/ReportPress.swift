import Assessment
import Reports
import Workbooks

/// Gives reports the form that a command line asks for.
final class ReportPress {
    let format: ReportFormat
    private let call: Invocation
    private let environment: Environment
    /// Started for the first report that needs it, and kept for the others.
    private var program: RenderProgram?

    init(_ call: Invocation, _ environment: Environment) throws(CommandFault) {
        format = try ReportFormat(call)
        self.call = call
        self.environment = environment
        program = nil
        if format != .csv, call.isGiven("fields") {
            throw CommandFault(
                .usage, "--fields picks the columns of a CSV file", advice: "ask for --format csv")
        }
        try ResultFile(call).refuse(isText: format.isText, environment.console)
    }

    func bytes(of report: Report) throws(CommandFault) -> [UInt8] {
        let console = environment.console
        switch format {
        case .text:
            let palette = call.value("output") == nil ? console.outputPalette : Palette()
            return Array(ReportText(width: console.width, palette: palette).text(of: report).utf8)
        case .markdown: return ReportMarkdown.bytes(of: report)
        case .html: return ReportHTML.bytes(of: report)
        case .json: return ReportJSON.bytes(of: report)
        case .csv:
            let table = try table(of: report)
            return ReportCSV.bytes(
                of: table, try columns(of: table), byteOrderMark: call.flag("bom"))
        case .xlsx:
            try start()
            return try program?.xlsx(Workbook(of: report)) ?? []
        case .pdf:
            try start()
            return try program?.pdf(report) ?? []
        }
    }

    private func start() throws(CommandFault) {
        if program == nil { program = try RenderProgram(environment) }
    }

    private func table(of report: Report) throws(CommandFault) -> Table {
        let names = report.tables.map(\.name)
        let word = call.value("table") ?? (names.count == 1 ? names[0] : nil)
        guard let word else {
            throw CommandFault(
                .usage, "a CSV file holds one table, and the report has \(names.count)",
                details: names, advice: "name one with --table")
        }
        guard let table = report.table(named: word) else {
            throw CommandFault(
                .noInput, "the report has no table \(CommandFault.quoted(word))", details: names,
                suggestions: Suggestions.near(word, among: names))
        }
        return table
    }

    /// The columns that the command line names, in that order; nil for those that there are.
    private func columns(of table: Table) throws(CommandFault) -> [ReportCSV.Column]? {
        guard let names = call.value("fields") else { return nil }
        let known = ReportCSV.columns(of: table, withEmpty: true)
        return try names.split(separator: ",", omittingEmptySubsequences: false).map {
            word throws(CommandFault) in
            let name = String(word).trimmed
            if let column = known.first(where: { $0.name == name }) { return column }
            let there = ReportCSV.columns(of: table).map(\.name)
            throw CommandFault(
                .noInput, "the table \(table.name) has no column \(CommandFault.quoted(name))",
                details: there, suggestions: Suggestions.near(name, among: there))
        }
    }
}
