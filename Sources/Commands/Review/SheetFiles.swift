import Assessment
import Content
import Disk
import MarkupReading
import Results
import Reviews

/// `assay review export` and `assay review import`: sheets that are filled in without the program.
enum SheetFiles {
    static func export(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try ReviewDesk.open(call, environment) { desk in
            let reviewer = try desk.reviewer()
            let words = call.arguments("submission")
            let meant =
                words.isEmpty
                ? try desk.secretary.queue(for: reviewer.id).map(\.submission)
                : try words.map { try desk.submission($0) }
            let sheets = try meant.map { submission in
                try desk.secretary.look(submission, as: reviewer.id)
            }
            guard !sheets.isEmpty else {
                throw CommandFault(
                    .noInput, "\(reviewer.shownName) has no sheets",
                    advice: "'assay review start' begins one")
            }
            let path = call.value("output") ?? ""
            let bytes =
                if path.hasSuffix(".xml") {
                    try xml(sheets, desk)
                } else if path.hasSuffix(".xlsx") {
                    try RenderProgram(environment).xlsx(SheetBook.workbook(of: sheets))
                } else {
                    csv(sheets)
                }
            do {
                try PrivateFile.write(bytes, to: path, replacing: call.flag("force"))
            } catch {
                throw CommandFault(.cannotWrite, "\(error)", advice: "--force replaces a file")
            }
            environment.console.remark(
                "\(counted(sheets.count, "sheet")) written to \(path)")
            return .done
        }
    }

    private static func csv(_ sheets: [LiveReview]) -> [UInt8] {
        MarkTable.bytes(
            of: sheets.flatMap { SheetTable.rows(of: $0.kept, about: $0.submission.submission) })
    }

    private static func xml(
        _ sheets: [LiveReview], _ desk: ReviewDesk
    ) throws(CommandFault) -> [UInt8] {
        guard sheets.count == 1, let sheet = sheets.first else {
            throw CommandFault(
                .usage, "an .xml file holds one sheet, and there are \(sheets.count)",
                advice: "name one submission, or write a .csv or .xlsx file")
        }
        return ScoreSheetWriter.bytes(
            of: sheet.kept.scoreSheet(
                .draft, about: sheet.submission, at: desk.environment.now))
    }

    // MARK: Taking in

    static func takeIn(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let path = call.argument("file") ?? ""
        let rows = try rows(path)
        let isDryRun = call.flag("dry-run")
        return try ReviewDesk.open(call, environment) { desk in
            let reviewer = try desk.reviewer().id
            var intake = SheetIntake(try desk.secretary.queue(for: reviewer), of: reviewer)
            for row in rows { intake.add(row) }
            if !isDryRun { try intake.keep(desk) }
            let page = SheetIntakePage(intake: intake, isDryRun: isDryRun)
            if call.flag("json") {
                environment.console.write(json: page.json)
            } else {
                if !page.table.rows.isEmpty { environment.console.write(page.table) }
                environment.console.remark(page.summary)
            }
            return intake.rejected.isEmpty ? .done : .no
        }
    }

    /// The marks of a file, be it a table or a sheet.
    static func rows(_ path: String) throws(CommandFault) -> [MarkTable.Row] {
        var diagnostics = Diagnostics()
        let source = SourceFile.read(path, limit: 64 << 20, into: &diagnostics)
        if let source, source.bytes.starts(with: "PK".utf8) {
            return try SheetBook.rows(of: source)
        }
        let rows: [MarkTable.Row]? = source.flatMap { source in
            if RootName.of(source) == "score-sheet" {
                return ScoreSheetReader.sheet(from: source, into: &diagnostics)
                    .map { SheetTable.rows(of: $0) }
            }
            return MarkTable.rows(from: source, into: &diagnostics)
        }
        if let rows, !diagnostics.hasErrors { return rows }
        let first = diagnostics.found.first { $0.severity == .error }
        let line = first?.place.map { ":\($0.line)" } ?? ""
        throw CommandFault(
            source == nil ? .noInput : .badData,
            "\(path)\(line): \(first?.message ?? "this is no table of marks")",
            advice: first?.advice)
    }
}
