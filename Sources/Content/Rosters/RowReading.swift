import Assessment
import MarkupReading

/// Makes people of rows, one after the other, and remembers what only shows across rows.
struct RowReading {
    enum Outcome {
        case entry(Roster.Entry)
        case rejection(Roster.Rejection)
        /// Separators and nothing between them, as spreadsheets leave them below a list.
        case blank
    }

    let header: RosterHeader
    var diagnostics: Diagnostics
    /// What bars the row at hand, first of all.
    var fault: Diagnostic?
    /// Values that one fault was reported for, however many rows have them.
    var reported: Set<String> = []
    private var claims: [String: (id: String, line: Int)] = [:]
    private let hasSecrets: Bool

    init(header: RosterHeader, _ diagnostics: Diagnostics) {
        self.header = header
        self.diagnostics = diagnostics
        hasSecrets = !header.secrets.isEmpty
    }

    mutating func read(_ row: DelimitedRow, of table: DelimitedReader) -> Outcome {
        fault = row.fault
        let cells = RowCells(row: row, table: table, header: header)
        if fault == nil {
            if cells.isBlank { return .blank }
            checkWidth(of: cells)
        }
        if fault != nil { return rejection(of: cells) }
        let id = readID(cells)
        let name = readName(cells)
        let email = readEmail(cells)
        let roles = readRoles(cells)
        let cohorts = readCohorts(cells)
        let isActive = readActivity(cells)
        guard fault == nil, let id, let name else { return rejection(of: cells) }
        return .entry(
            Roster.Entry(
                line: row.line, externalID: id, name: name, email: email, roles: roles,
                cohorts: cohorts, isActive: isActive))
    }

    private func rejection(of cells: RowCells) -> Outcome {
        // What stands under another heading than was meant may be a password.
        let isReadable =
            !hasSecrets
            || cells.row.fault == nil && cells.row.fields.count == header.headings.count
        let id = isReadable ? cells.cell(.externalID)?.text.collapsed : nil
        return .rejection(
            Roster.Rejection(
                line: cells.row.line, externalID: id?.isEmpty == false ? id : nil,
                code: fault?.code ?? .badValue, reason: fault?.message ?? ""))
    }

    private mutating func checkWidth(of cells: RowCells) {
        let (count, wanted) = (cells.row.fields.count, header.headings.count)
        if count > wanted, let extra = cells.firstBeyond(wanted) {
            reject(
                .raggedRow, "the row has \(count) fields under \(wanted) headings",
                at: extra.offset,
                advice: "put quotes around a field that has separators in it, or delete the rest")
        } else if count < wanted {
            let message = "the row has \(count) of \(wanted) fields"
            let end = cells.row.bytes.upperBound
            if hasSecrets {
                reject(
                    .raggedRow, message, at: end,
                    advice: "write a separator for each field that is empty")
            } else {
                diagnostics.warning(
                    .raggedRow, message + "; the rest is taken to be empty", at: end,
                    advice: "check that none is missing before the end")
            }
        }
    }

    // MARK: Faults

    mutating func reject(
        _ code: Diagnostic.Code, _ message: String, at offset: Int, advice: String? = nil
    ) {
        reject(Diagnostic(.error, code, message, advice: advice, offset: offset))
    }

    mutating func reject(_ diagnostic: Diagnostic) {
        fault = fault ?? diagnostic
        diagnostics.add(diagnostic)
    }

    /// Reports a value that many rows may have but once, and rejects each of them.
    mutating func reject(once diagnostic: Diagnostic, for value: String) {
        fault = fault ?? diagnostic
        if reported.insert(diagnostic.code.rawValue + " " + value).inserted {
            diagnostics.add(diagnostic)
        }
    }

    /// Rejects an id that an earlier row has, even where that row was rejected for other reasons.
    mutating func claim(_ id: String, line: Int, at offset: Int) {
        let folded = Roster.folded(id)
        guard let first = claims[folded] else {
            claims[folded] = (id, line)
            return
        }
        reject(
            .duplicateID,
            first.id == id
                ? "the id '\(id.shortened)' is on line \(first.line) already"
                : "the id '\(id.shortened)' is '\(first.id.shortened)' on line \(first.line) "
                    + "but for letter case",
            at: offset, advice: "give each person one row and an id of their own")
    }
}

/// One row, with its fields found by what they say.
struct RowCells {
    let row: DelimitedRow
    let table: DelimitedReader
    let header: RosterHeader

    /// A field and its text, quotes taken off.
    struct Cell {
        let text: String
        let field: DelimitedField

        var offset: Int { field.offset }
    }

    func cell(_ column: RosterColumn) -> Cell? {
        guard let place = header.places[column], row.fields.indices.contains(place) else {
            return nil
        }
        return Cell(text: table.text(of: row.fields[place]), field: row.fields[place])
    }

    /// Where a byte of a cell's text stands in the file.
    func offset(of position: Int, in cell: Cell) -> Int {
        table.offset(of: position, in: cell.field)
    }

    /// Where to report something about a column.
    func offset(of column: RosterColumn) -> Int {
        cell(column)?.offset ?? row.bytes.upperBound
    }

    var isBlank: Bool { row.fields.allSatisfy { isBlank($0) } }

    /// The first field that says something and has no heading.
    func firstBeyond(_ width: Int) -> DelimitedField? {
        row.fields.dropFirst(width).first { !isBlank($0) }
    }

    private func isBlank(_ field: DelimitedField) -> Bool {
        field.content.isEmpty || table.text(of: field).unicodeScalars.allSatisfy(\.isBlankInText)
    }
}

extension Diagnostic.Code {
    static let raggedRow: Self = "ragged-row"
}
