import Assessment
import Reports

/// The forms that a report can take.
enum ReportFormat: String, CaseIterable {
    case text, markdown, html, json, csv

    /// What the name of such a file ends in.
    var suffix: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        case .html, .json, .csv: rawValue
        }
    }

    var isText: Bool { true }

    /// What the command line says, or else the file's name.
    init(_ call: Invocation) throws(CommandFault) {
        if let word = call.value("format"), let format = Self(rawValue: word) {
            self = format
            return
        }
        let name = call.value("output") ?? "-"
        let ending = name.split(separator: ".").last.map { String($0).lowercased() }
        self =
            Self.allCases.first { name.contains(".") && ending == $0.suffix }
            ?? (ending == "htm" ? .html : .text)
    }

    func bytes(
        of report: Report, _ call: Invocation, _ console: Console
    ) throws(CommandFault) -> [UInt8] {
        switch self {
        case .text:
            let palette = call.value("output") == nil ? console.outputPalette : Palette()
            return Array(ReportText(width: console.width, palette: palette).text(of: report).utf8)
        case .markdown: return ReportMarkdown.bytes(of: report)
        case .html: return ReportHTML.bytes(of: report)
        case .json: return ReportJSON.bytes(of: report)
        case .csv:
            return ReportCSV.bytes(
                of: try table(of: report, call), byteOrderMark: call.flag("bom"))
        }
    }

    private func table(of report: Report, _ call: Invocation) throws(CommandFault) -> Table {
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
