package import Assessment
import MarkupReading

/// Reads a table row by row: CSV as RFC 4180 has it, or with semicolons or tabs.
///
/// A faulty row is reported and delivered with its fault, and reading goes on with the next line.
/// Empty lines are left out. What cannot be a table of UTF-8 text is refused as a whole.
///
///     guard var table = DelimitedReader(source, into: &diagnostics) else { return }
///     while let row = table.next(into: &diagnostics) {
///         print(row.line, row.fields.map(table.text))
///     }
package struct DelimitedReader: Sendable {
    /// What stands between two fields.
    package enum Separator: UInt8, Sendable, CaseIterable {
        case comma = 0x2C
        case semicolon = 0x3B
        case tab = 0x09
    }

    package let separator: Separator
    let source: SourceText
    let limits: DelimitedLimits
    private var at: Int
    private var line = 1
    private var rows = 0
    /// How many fields the last row had, which the next will have as well.
    private var width = 8

    private static let quote = UInt8(ascii: "\"")

    /// Nil where the file is no table, is not UTF-8, or goes past the limit on its size.
    package init?(
        _ source: SourceText, limits: DelimitedLimits = DelimitedLimits(),
        into diagnostics: inout Diagnostics
    ) {
        let opening: DelimitedOpening
        do throws(DelimitedOpening.Refusal) {
            opening = try DelimitedOpening(of: source, limits: limits)
        } catch {
            diagnostics.add(error.diagnostic)
            return nil
        }
        self.source = source
        self.limits = limits
        separator = opening.separator
        at = opening.start
    }

    /// What a field says, with its quotes taken off.
    package func text(of field: DelimitedField) -> String {
        let content = source.bytes[field.content]
        guard field.hasDoubledQuotes else { return String(decoding: content, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var isSecond = false
        for byte in content {
            isSecond = byte == Self.quote && !isSecond
            if !isSecond { text.append(byte) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Where in the file a byte of a field's text stands.
    package func offset(of position: Int, in field: DelimitedField) -> Int {
        guard field.hasDoubledQuotes else { return field.content.lowerBound + position }
        var offset = field.content.lowerBound
        for _ in 0..<position where offset < field.content.upperBound {
            offset += source.bytes[offset] == Self.quote ? 2 : 1
        }
        return offset
    }

    /// The next row; nil at the end of the file.
    package mutating func next(into diagnostics: inout Diagnostics) -> DelimitedRow? {
        let held = source.bytes
        let bytes = held.span
        while at < bytes.count, bytes[at].isLineEnd { endLine(in: bytes) }
        guard at < bytes.count else { return nil }
        guard rows < limits.rows else {
            diagnostics.error(
                .tooLarge, "the table goes past the limit of \(limits.rows) rows", at: at,
                advice: "split it into smaller files")
            at = bytes.count
            return nil
        }
        rows += 1
        var scan = RowScan(at: at, separator: separator.rawValue, limits: limits)
        scan.fields.reserveCapacity(width)
        scan.run(over: bytes)
        scan.checkCharacters(in: bytes, from: at)
        let row = DelimitedRow(
            line: line, bytes: at..<scan.at, fields: scan.fields,
            fault: scan.faults.min { ($0.offset ?? 0) < ($1.offset ?? 0) })
        for fault in scan.faults { diagnostics.add(fault) }
        width = scan.fields.count
        at = scan.at
        line += scan.lineBreaks
        if at < bytes.count { endLine(in: bytes) }
        return row
    }

    /// Steps over LF, CRLF or a lone CR.
    private mutating func endLine(in bytes: borrowing Span<UInt8>) {
        let isPair =
            bytes[at] == UInt8(ascii: "\r") && at + 1 < bytes.count
            && bytes[at + 1] == UInt8(ascii: "\n")
        at += isPair ? 2 : 1
        line += 1
    }
}

extension UInt8 {
    /// Whether this is LF or CR.
    var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
