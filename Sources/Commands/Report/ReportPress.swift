import Assessment
import Reports
import Workbooks

/// Gives reports the form that a command line asks for.
final class ReportPress {
    let format: ReportFormat
    private let call: Invocation
    private let environment: Environment
    /// How many reports are made at once.
    let width: Int
    /// Started for the first reports that need them, and kept for the others.
    private var programs: [RenderProgram] = []
    private var turn = 0
    /// The packages that were named already.
    private var missingFonts: Set<String> = []

    /// A report that has its form, or is being given it by one of the programs.
    enum Pressed {
        case whole([UInt8])
        case begun(RenderProgram)
    }

    init(_ call: Invocation, _ environment: Environment) throws(CommandFault) {
        format = try ReportFormat(call)
        self.call = call
        self.environment = environment
        let takesProgram = format == .pdf || format == .xlsx
        width = takesProgram ? min(max(environment.machine.make().processors, 1), 8) : 1
        for option in ["table", "fields", "bom"] where format != .csv && call.isGiven(option) {
            throw CommandFault(
                .usage, "--\(option) is for a CSV file", advice: "ask for --format csv")
        }
        try ResultFile(call).refuse(isText: format.isText, environment.console)
    }

    func bytes(of report: Report) throws(CommandFault) -> [UInt8] {
        try bytes(of: begin(report))
    }

    /// Begins to give a report its form; no more than `width` are begun before one is fetched.
    func begin(_ report: Report) throws(CommandFault) -> Pressed {
        let console = environment.console
        switch format {
        case .text:
            let text = ReportText(width: console.width).text(of: report)
            return .whole(Array(text.utf8))
        case .markdown: return .whole(ReportMarkdown.bytes(of: report))
        case .html: return .whole(ReportHTML.bytes(of: report))
        case .json: return .whole(ReportJSON.bytes(of: report))
        case .csv:
            let table = try table(of: report)
            return .whole(
                ReportCSV.bytes(
                    of: table, try columns(of: table), byteOrderMark: call.flag("bom")))
        case .xlsx:
            let program = try nextProgram()
            try program.begin(Workbook(of: report))
            turn += 1
            return .begun(program)
        case .pdf:
            let program = try nextProgram()
            try program.begin(report)
            turn += 1
            return .begun(program)
        }
    }

    /// The report in its form, once it has it; fonts that are missing are named, each once.
    func bytes(of pressed: Pressed) throws(CommandFault) -> [UInt8] {
        let made: RenderProgram.Made
        switch pressed {
        case .whole(let bytes): return bytes
        case .begun(let program): made = try program.made()
        }
        for package in made.missingFonts where missingFonts.insert(package).inserted {
            environment.console.remark(
                "some letters are drawn as boxes; 'apt-get install \(package)' helps")
        }
        return made.bytes
    }

    private func nextProgram() throws(CommandFault) -> RenderProgram {
        let place = turn % width
        if place == programs.count {
            programs.append(try RenderProgram(environment))
        } else if programs[place].hasEnded {
            programs[place] = try RenderProgram(environment)
        }
        return programs[place]
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
