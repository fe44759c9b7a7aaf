import Assessment
import MarkupReading

/// Who a person is: id, name and email.
extension RowReading {
    /// The longest values, in Unicode scalars.
    private static let (longestID, longestName, longestEmail) = (128, 256, 254)

    mutating func readID(_ cells: RowCells) -> String? {
        let offset = cells.offset(of: .externalID)
        guard let cell = cells.cell(.externalID), !cell.text.collapsed.isEmpty else {
            reject(
                .emptyText, "this person has no id", at: offset,
                advice: "write what the school or company knows them by")
            return nil
        }
        if let fault = Self.hiddenCharacter(in: cell, cells) {
            reject(fault)
            return nil
        }
        let id = cell.text.collapsed
        guard fits(id, Self.longestID, "id", at: offset) else { return nil }
        claim(id, line: cells.row.line, at: offset)
        if Self.isShortenedNumber(id) {
            diagnostics.warning(
                "shortened-number", "'\(id)' looks like a long number that Excel has cut short",
                at: offset, advice: "format the column as text before the list is pasted into it")
        }
        return id
    }

    mutating func readName(_ cells: RowCells) -> String? {
        let columns: [RosterColumn] =
            header.places[.name] != nil
            ? [.name]
            : [
                preferred(.preferredGivenName, over: .givenName, cells),
                preferred(.preferredFamilyName, over: .familyName, cells),
            ]
        let parts = columns.map { readPart($0, cells) }
        guard !parts.contains(nil) else { return nil }
        let name = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        let offset = cells.offset(of: columns[0])
        if name.isEmpty {
            reject(
                .emptyText, "this person has no name", at: offset,
                advice: "write how they are called")
            return nil
        }
        return fits(name, Self.longestName, "name", at: offset) ? name : nil
    }

    private func preferred(
        _ column: RosterColumn, over other: RosterColumn, _ cells: RowCells
    ) -> RosterColumn {
        cells.cell(column).map { !$0.text.collapsed.isEmpty } == true ? column : other
    }

    /// Nothing is lost of a name but blanks; what hides in it gets a warning, and nil is nothing but
    /// what hides.
    private mutating func readPart(_ column: RosterColumn, _ cells: RowCells) -> String? {
        guard let cell = cells.cell(column) else { return "" }
        let isASCII = cell.text.utf8.allSatisfy { $0 < 0x80 }
        // A line break in a name is a blank; CR alone would count as a control character.
        let bytes = cell.text.utf8.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : $0 }
        if !isASCII, let hidden = TextFault(in: bytes.span) {
            let offset = cells.offset(of: hidden.position, in: cell)
            guard hidden.kind != .nothingVisible else {
                reject(hidden.diagnostic(at: offset, severity: .error))
                return nil
            }
            diagnostics.add(hidden.diagnostic(at: offset, severity: .warning))
        }
        return cell.text.collapsed
    }

    mutating func readEmail(_ cells: RowCells) -> String? {
        guard let cell = cells.cell(.email) else { return nil }
        let email = cell.text.collapsed
        if email.isEmpty { return nil }
        if let fault = Self.hiddenCharacter(in: cell, cells) {
            reject(fault)
            return nil
        }
        let parts = email.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
            !email.unicodeScalars.contains(" ")
        else {
            reject(
                .badValue, "'\(email.shortened)' is no email address", at: cell.offset,
                advice: "write one, such as ana@example.org, or leave the field empty")
            return nil
        }
        return fits(email, Self.longestEmail, "email address", at: cell.offset) ? email : nil
    }

    // MARK: Checks

    private mutating func fits(
        _ text: String, _ limit: Int, _ noun: String, at offset: Int
    ) -> Bool {
        guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return true }
        reject(
            .tooLarge, "this \(noun) has more than \(limit) characters", at: offset,
            advice: "shorten it; or close the quotes before it")
        return false
    }

    /// The first character that two ids could differ in without anybody seeing it.
    private static func hiddenCharacter(in cell: RowCells.Cell, _ cells: RowCells) -> Diagnostic? {
        if cell.text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return nil }
        var position = 0
        let scalars = cell.text.unicodeScalars
        let end = scalars.lastIndex { !$0.isBlankInText } ?? scalars.startIndex
        var isLeading = true
        for index in scalars.indices where index <= end {
            let scalar = scalars[index]
            isLeading = isLeading && scalar.isBlankInText
            let isJoiner = scalar == "\u{200C}" || scalar == "\u{200D}"
            if !isLeading, !scalar.isSafeInTerminal || isJoiner {
                return Diagnostic(
                    .error, "unsafe-char",
                    "\(scalar.codePoint) is a character that nobody sees",
                    advice: "delete it, or type the text anew instead of pasting it",
                    offset: cells.offset(of: position, in: cell))
            }
            position += UTF8.width(scalar)
        }
        let bytes = cell.text.utf8.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : $0 }
        guard let fault = TextFault(in: bytes.span) else { return nil }
        return fault.diagnostic(at: cells.offset(of: fault.position, in: cell), severity: .error)
    }

    /// Such as `1.23E+11`: a digit, its decimals, and an exponent of two digits.
    private static func isShortenedNumber(_ id: String) -> Bool {
        let parts = id.utf8.split(separator: UInt8(ascii: "E"))
        guard parts.count == 2, parts[1].count == 3, parts[1].first == UInt8(ascii: "+"),
            let first = parts[0].first, (48...57).contains(first)
        else { return false }
        let isMark = { (byte: UInt8) in byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
        return parts[0].dropFirst().enumerated().allSatisfy { index, byte in
            index == 0 ? isMark(byte) : (48...57).contains(byte)
        } && parts[1].dropFirst().allSatisfy { (48...57).contains($0) }
    }
}

extension Unicode.Scalar {
    /// Its number, such as `U+202E`, for words that a person reads.
    fileprivate var codePoint: String {
        let hex = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
    }
}
