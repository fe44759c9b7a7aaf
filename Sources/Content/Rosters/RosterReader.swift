package import Assessment
import MarkupReading

/// Reads a list of people from a table, whatever the order of its columns.
///
/// The first row names the columns: an id, and a name or a first and a last name, are needed;
/// email, roles and cohorts may follow. The `users.csv` of OneRoster 1.1 and 1.2 is known by its
/// header. Columns of passwords are neither read nor shown.
package struct RosterReader {
    private var table: DelimitedReader
    private let header: RosterHeader
    private var reading: RowReading

    /// The people as far as they could be read; nil where the file is no table or has no header.
    package static func roster(
        from source: SourceText, limits: DelimitedLimits = DelimitedLimits(),
        into diagnostics: inout Diagnostics
    ) -> Roster? {
        guard var table = DelimitedReader(source, limits: limits, into: &diagnostics) else {
            diagnostics.locate(in: Redaction.wholeTable(in: source).applied(to: source))
            return nil
        }
        guard let header = header(of: &table, into: &diagnostics) else {
            // How the rows are written can be judged all the same.
            while table.next(into: &diagnostics) != nil {}
            diagnostics.locate(in: Redaction.wholeTable(in: source).applied(to: source))
            return nil
        }
        if let unread = header.unreadColumns { diagnostics.add(unread) }
        var reader = RosterReader(
            table: table, header: header, reading: RowReading(header: header, diagnostics))
        let (roster, redaction) = reader.read()
        diagnostics = reader.reading.diagnostics
        diagnostics.locate(in: redaction.applied(to: source))
        return roster
    }

    private static func header(
        of table: inout DelimitedReader, into diagnostics: inout Diagnostics
    ) -> RosterHeader? {
        while let row = table.next(into: &diagnostics) {
            if row.fault != nil { return nil }
            let header = RosterHeader(row, in: table)
            if header.headings.isEmpty { continue }
            if header.isComplete { return header }
            let later = laterHeaderLine(after: table)
            if let fault = header.fault(at: row.bytes.lowerBound, laterHeaderLine: later) {
                diagnostics.add(fault)
            }
            return nil
        }
        diagnostics.error(
            .missingColumn, "the file has no headings of columns", at: nil,
            advice: "write a first line such as id,name,email")
        return nil
    }

    /// Looks for a header under a title or two.
    private static func laterHeaderLine(after table: DelimitedReader) -> Int? {
        var table = table
        var ignored = Diagnostics(limit: 0)
        for _ in 1...5 {
            guard let row = table.next(into: &ignored) else { return nil }
            if row.fault == nil, RosterHeader(row, in: table).isComplete { return row.line }
        }
        return nil
    }

    private mutating func read() -> (Roster, Redaction) {
        var roster = Roster(entries: [], details: header.details)
        var redaction = Redaction()
        let secrets = header.secrets
        while let row = table.next(into: &reading.diagnostics) {
            // Where fields are missing or too many, none can be told from a password.
            if !secrets.isEmpty {
                let isWhole = row.fault == nil && row.fields.count == header.headings.count
                if !isWhole { redaction.hide(row.bytes) }
                for place in secrets where isWhole {
                    redaction.hide(row.fields[place].content)
                }
            }
            switch reading.read(row, of: table) {
            case .entry(let entry): roster.entries.append(entry)
            case .rejection(let rejection): roster.rejections.append(rejection)
            case .blank: continue
            }
        }
        if roster.entries.isEmpty, roster.rejections.isEmpty {
            reading.diagnostics.warning(
                "no-people", "the file has headings and no people under them", at: nil,
                advice: "write a line for each person")
        }
        return (roster, redaction)
    }
}

extension RosterHeader {
    fileprivate init(_ row: DelimitedRow, in table: DelimitedReader) {
        self.init(row.fields.map { (table.text(of: $0), $0.offset) })
    }
}
