package import Assessment

/// Marks as a table, one row for each criterion of a sheet, for spreadsheets and scripts.
package enum MarkTable {
    /// In the order they are written; a file may have fewer, in any order.
    package enum Column: String, Sendable, Hashable, CaseIterable {
        case submission, criterion, subject, mark, reason, comment, statements, evidence
    }

    /// What a row says; a column that the file lacks is not there, and one left empty is empty.
    package struct Row: Sendable, Hashable {
        /// The line it begins on.
        package let line: Int
        /// The sheet it is on, if it came from a workbook.
        package let sheet: String?
        /// What a spreadsheet calls its columns, if it came from one.
        package let letters: [Column: String]
        package let cells: [Column: String]

        package init(line: Int, cells: [Column: String]) {
            self.line = line
            sheet = nil
            letters = [:]
            self.cells = cells
        }

        package init(
            line: Int, on sheet: String, under letters: [Column: String], cells: [Column: String]
        ) {
            self.line = line
            self.sheet = sheet
            self.letters = letters
            self.cells = cells
        }
    }

    /// What stands under each heading, where there are those that a table of marks cannot do
    /// without; a column of another heading is not looked at.
    package static func columns(
        under headings: [String], into diagnostics: inout Diagnostics
    ) -> [Column?]? {
        let columns = headings.map { Column(rawValue: $0.lowercased()) }
        for needed in [Column.submission, .criterion, .mark] where !columns.contains(needed) {
            diagnostics.error(
                .missingColumn, "the table has no column '\(needed.rawValue)'", at: nil,
                advice: "take the headings of a file that 'review export' wrote")
            return nil
        }
        return columns
    }

    /// The table of all the rows, under a row of headings.
    package static func bytes(of rows: [Row]) -> [UInt8] {
        var bytes = CSV.byteOrderMark
        CSV.append(Column.allCases.map { CSV.cell($0.rawValue) }, to: &bytes)
        for row in rows {
            CSV.append(Column.allCases.map { CSV.cell(row.cells[$0] ?? "") }, to: &bytes)
        }
        return bytes
    }

    /// The rows as far as they could be read; nil where the file is no table, or lacks a column that
    /// it cannot do without.
    package static func rows(
        from source: SourceText, into diagnostics: inout Diagnostics
    ) -> [Row]? {
        defer { diagnostics.locate(in: source) }
        guard var table = DelimitedReader(source, into: &diagnostics),
            let headings = table.next(into: &diagnostics)
        else { return nil }
        let titles = headings.fields.map { CSV.text(of: table.text(of: $0)) }
        guard let columns = columns(under: titles, into: &diagnostics) else { return nil }
        var rows: [Row] = []
        while let row = table.next(into: &diagnostics) {
            guard row.fault == nil else { continue }
            var cells: [Column: String] = [:]
            for (column, field) in zip(columns, row.fields) {
                if let column { cells[column] = CSV.text(of: table.text(of: field)) }
            }
            rows.append(Row(line: row.line, cells: cells))
        }
        return rows
    }
}
