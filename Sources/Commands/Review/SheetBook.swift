import Assessment
import Content
import MarkupReading
import Results
import Reviews
import Workbooks

/// Reviewers' sheets as a workbook with lists to choose levels from, and back.
enum SheetBook {
    static func workbook(of sheets: [LiveReview]) throws(CommandFault) -> Workbook {
        var rows: [[Workbook.Cell]] = []
        for sheet in sheets {
            let rubric = sheet.review.plan.rubric
            for row in SheetTable.rows(of: sheet.kept, about: sheet.submission.submission) {
                let criterion = row.cells[.criterion].flatMap { Criterion.ID($0) }
                    .flatMap { rubric.criterion($0) }
                rows.append(try cells(of: row, on: criterion, in: rubric))
            }
        }
        var sheet = Workbook.Sheet(
            "Marks",
            MarkTable.Column.allCases.map { column in
                Workbook.Column(
                    column.rawValue, width: width(of: column),
                    isEditable: ![.submission, .criterion, .subject].contains(column))
            }, rows: rows)
        sheet.isLocked = true
        var workbook = Workbook("Marks", created: nil)
        workbook.add(sheet)
        return workbook
    }

    private static func cells(
        of row: MarkTable.Row, on criterion: Criterion?, in rubric: Rubric
    ) throws(CommandFault) -> [Workbook.Cell] {
        var cells: [Workbook.Cell] = []
        for column in MarkTable.Column.allCases {
            let text = row.cells[column] ?? ""
            guard text.spreadsheetSafe().utf16.count <= SpreadsheetLimit.cellUnits else {
                throw CommandFault(
                    .cannotWrite,
                    "the \(column.rawValue) on '\(row.cells[.criterion] ?? "")' is too long for a "
                        + "workbook", advice: "write a .csv file")
            }
            if column == .mark, let criterion, criterion.kind.scale != nil {
                let levels = rubric.levels(of: criterion).map(\.id.text)
                cells.append(
                    .choice(text, among: levels + (criterion.allowsNotApplicable ? ["na"] : [])))
            } else {
                cells.append(text.isEmpty ? .blank : .text(text))
            }
        }
        return cells
    }

    private static func width(of column: MarkTable.Column) -> Int {
        switch column {
        case .submission, .criterion, .subject: 18
        case .mark, .statements: 14
        case .reason, .evidence: 30
        case .comment: 60
        }
    }

    /// The rows of every sheet that has the headings of a table of marks.
    static func rows(of source: SourceText) throws(CommandFault) -> [MarkTable.Row] {
        let workbook: WorkbookText
        do throws(WorkbookFault) {
            workbook = try WorkbookText(reading: source.bytes)
        } catch {
            throw CommandFault(
                .badData, "\(source.name): \(error.reason)", advice: error.advice)
        }
        var diagnostics = Diagnostics()
        var rows: [MarkTable.Row] = []
        var isFound = false
        for sheet in workbook.sheets {
            guard let top = sheet.rows.first else { continue }
            let headings = (0...(top.cells.keys.max() ?? 0)).map { top.cells[$0] ?? "" }
            guard let columns = MarkTable.columns(under: headings, into: &diagnostics) else {
                continue
            }
            isFound = true
            rows += sheet.rows.dropFirst().map { self.row($0, under: columns, on: sheet.name) }
        }
        if isFound { return rows }
        let first = diagnostics.found.first
        throw CommandFault(
            .badData, "\(source.name): \(first?.message ?? "the workbook is empty")",
            advice: first?.advice)
    }

    private static func row(
        _ row: WorkbookText.Row, under columns: [MarkTable.Column?], on sheet: String
    ) -> MarkTable.Row {
        var letters: [MarkTable.Column: String] = [:]
        var cells: [MarkTable.Column: String] = [:]
        for (index, column) in columns.enumerated() {
            guard let column else { continue }
            letters[column] = WorkbookText.letters(ofColumn: index)
            cells[column] = row.cells[index] ?? ""
        }
        return MarkTable.Row(line: row.number, on: sheet, under: letters, cells: cells)
    }
}
