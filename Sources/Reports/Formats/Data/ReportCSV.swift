import Assessment

/// A table of a report as rows for a spreadsheet, under the names that data has for the columns.
///
/// Numbers are bare, shares parts of one; where values are missing for a reason that is told, the
/// reasons have a column of their own.
package enum ReportCSV {
    /// A column of the file: values of a column of the table, or the reasons why they are missing.
    package struct Column: Sendable, Hashable {
        package let name: String
        fileprivate let place: Int
        fileprivate let isReason: Bool

        fileprivate func cell(of row: [Value]) -> CSV.Cell {
            isReason ? CSV.cell(row[place].reason ?? "") : row[place].cell
        }
    }

    /// The columns of the table's file; with empty ones, those too for reasons that no row tells.
    package static func columns(of table: Table, withEmpty: Bool = false) -> [Column] {
        table.columns.enumerated().flatMap { place, column in
            let values = Column(name: column.name, place: place, isReason: false)
            let reasons = Column(name: column.name + Table.reason, place: place, isReason: true)
            let hasReasons = table.rows.contains { $0[place].reason != nil }
            return hasReasons || withEmpty ? [values, reasons] : [values]
        }
    }

    /// Begins with a byte order mark where a spreadsheet is to know that it is UTF-8.
    package static func bytes(
        of table: Table, _ columns: [Column]? = nil, byteOrderMark: Bool = false
    ) -> [UInt8] {
        let columns = columns ?? self.columns(of: table)
        var bytes = byteOrderMark ? CSV.byteOrderMark : []
        CSV.append(columns.map { CSV.cell($0.name) }, to: &bytes)
        for row in table.rows { CSV.append(columns.map { $0.cell(of: row) }, to: &bytes) }
        return bytes
    }
}

extension Report {
    /// The table that has this name.
    package func table(named name: String) -> Table? { tables.first { $0.name == name } }
}

extension Value {
    fileprivate var reason: String? {
        switch self {
        case .missing(let reason): reason.isEmpty ? nil : reason
        case .estimate(let number, _): number.isFinite ? nil : text
        default: nil
        }
    }

    fileprivate var cell: CSV.Cell {
        switch self {
        case .text(let text): CSV.cell(text)
        case .count(let count), .seconds(let count): CSV.number(count)
        case .mark(let mark, let places, let cut):
            CSV.number(mark, toDecimals: mark.isWhole ? 0 : places, neverAcross: cut)
        case .share(let share, let places, let cut):
            CSV.number(share, toDecimals: share.isWhole ? 0 : places + 2, neverAcross: cut)
        case .estimate(let number, let places):
            Value.rounded(number, toDecimals: places).map { CSV.number($0, toDecimals: places) }
                ?? CSV.cell(number.isFinite ? number.description : "")
        case .verdict(let verdict): CSV.cell(verdict.rawValue)
        case .moment(let time): CSV.cell(time.description)
        case .missing: CSV.cell("")
        }
    }
}
