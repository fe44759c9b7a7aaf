import Assessment

/// A table of a report as rows for a spreadsheet, under the names that data has for the columns.
///
/// Numbers are bare, shares parts of one; where values are missing for a reason that is told, the
/// reasons have a column of their own.
package enum ReportCSV {
    /// Begins with a byte order mark where a spreadsheet is to know that it is UTF-8.
    package static func bytes(of table: Table, byteOrderMark: Bool = false) -> [UInt8] {
        let reasons = table.columns.indices.map { column in
            table.rows.contains { $0[column].reason != nil }
        }
        var bytes = byteOrderMark ? CSV.byteOrderMark : []
        let heads = zip(table.columns, reasons).flatMap { column, hasReasons in
            [CSV.cell(column.name)] + (hasReasons ? [CSV.cell(column.name + Table.reason)] : [])
        }
        CSV.append(heads, to: &bytes)
        for row in table.rows {
            let cells = zip(row, reasons).flatMap { value, hasReasons in
                [value.cell] + (hasReasons ? [CSV.cell(value.reason ?? "")] : [])
            }
            CSV.append(cells, to: &bytes)
        }
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
