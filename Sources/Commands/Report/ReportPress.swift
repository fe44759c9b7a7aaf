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
            return ReportCSV.bytes(of: try table(of: report), byteOrderMark: call.flag("bom"))
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
}
