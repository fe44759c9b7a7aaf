package import Assessment

/// Reads a table of one value a cell: a row for each learner or piece of work, named in its first
/// field, and a column for each item or reviewer, named in the first row.
///
/// Every fault of the table is reported in one run; what is left out stands for nothing.
///
///     guard var matrix = MatrixReader(source, .marks, into: &diagnostics) else { return }
///     while let row = matrix.next(into: &diagnostics) {
///         print(row.name, row.cells.map { $0?.text })
///     }
package struct MatrixReader {
    /// What rows and columns are of, as messages call them.
    package struct Nouns: Sendable {
        package let row: String
        package let column: String

        package init(row: String, column: String) {
            self.row = row
            self.column = column
        }

        package static let marks = Nouns(row: "learner", column: "item")
        package static let ratings = Nouns(row: "piece of work", column: "reviewer")
        package static let judgments = Nouns(row: "item", column: "judge")
    }

    package struct Row: Sendable {
        package let name: String
        /// Where its name stands.
        package let offset: Int
        /// One for each column; nil where it is blank.
        package let cells: [Cell?]
    }

    package struct Cell: Sendable {
        package let text: String
        package let offset: Int
    }

    package let columns: [String]
    private let nouns: Nouns
    private var table: DelimitedReader
    private var lines: [String: Int] = [:]

    /// Nil where the file is no table, or its first row does not name columns.
    package init?(_ source: SourceText, _ nouns: Nouns, into diagnostics: inout Diagnostics) {
        var limits = DelimitedLimits()
        limits.fields = 4_096
        guard var table = DelimitedReader(source, limits: limits, into: &diagnostics),
            let header = table.next(into: &diagnostics), header.fault == nil
        else { return nil }
        var headings = header.fields.dropFirst().map { Self.cell($0, of: table) }
        // Spreadsheets write empty columns behind the last one.
        while headings.last?.text.isEmpty == true { headings.removeLast() }
        guard !headings.isEmpty else {
            diagnostics.error(
                .missingColumn, "the first line names no \(nouns.column)",
                at: header.bytes.lowerBound,
                advice: "write a heading for the \(nouns.row), then one for each \(nouns.column)")
            return nil
        }
        var known: Set<String> = []
        for (place, heading) in headings.enumerated() {
            if heading.text.isEmpty {
                diagnostics.error(
                    .missingColumn, "column \(place + 2) has no heading", at: heading.offset,
                    advice: "name the \(nouns.column), or delete the column")
            } else if !known.insert(heading.text).inserted {
                diagnostics.error(
                    .duplicateID, "the \(nouns.column) '\(heading.text)' has two columns",
                    at: heading.offset, advice: "delete one, or name it otherwise")
            }
        }
        self.nouns = nouns
        self.table = table
        columns = headings.map(\.text)
    }

    /// The next row that can be used; nil at the end of the table.
    package mutating func next(into diagnostics: inout Diagnostics) -> Row? {
        while let row = table.next(into: &diagnostics) {
            guard row.fault == nil else { continue }
            let cells = row.fields.map { Self.cell($0, of: table) }
            guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
            if let row = self.row(cells, line: row.line, into: &diagnostics) { return row }
        }
        return nil
    }

    private mutating func row(
        _ cells: [Cell], line: Int, into diagnostics: inout Diagnostics
    ) -> Row? {
        guard let name = cells.first, !name.text.isEmpty else {
            diagnostics.error(
                .badID, "this \(nouns.row) has no name", at: cells.first?.offset,
                advice: "write an id or a name in the first column")
            return nil
        }
        if let first = lines.updateValue(line, forKey: name.text) {
            diagnostics.error(
                .duplicateID, "the \(nouns.row) '\(name.text)' is on line \(first) already",
                at: name.offset,
                advice: "the first column says which \(nouns.row) it is; give each one row")
            return nil
        }
        let values = cells.dropFirst()
        if let extra = values.dropFirst(columns.count).first(where: { !$0.text.isEmpty }) {
            diagnostics.error(
                .raggedRow, "the row goes on beyond the \(counted(columns.count, nouns.column))",
                at: extra.offset, advice: "name its \(nouns.column) in the first line")
            return nil
        }
        if values.count < columns.count, let last = cells.last {
            diagnostics.error(
                .raggedRow,
                "the row has \(values.count) of \(counted(columns.count, nouns.column))",
                at: last.offset, advice: "write a separator for each cell that is blank")
            return nil
        }
        return Row(
            name: name.text, offset: name.offset,
            cells: values.prefix(columns.count).map { $0.text.isEmpty ? nil : $0 })
    }

    private static func cell(_ field: DelimitedField, of table: DelimitedReader) -> Cell {
        Cell(text: CSV.text(of: table.text(of: field)).collapsed, offset: field.offset)
    }
}
