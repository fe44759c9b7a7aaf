extension StringProtocol {
    /// The same text for a string cell of a workbook, from which a spreadsheet reads it back equal.
    ///
    /// A workbook spells what XML cannot hold as `_x000D_` (ECMA-376 part 1, 22.9.2.19), so that a
    /// text with such letters of its own has to have its underscore spelled too. It is still to be
    /// escaped as XML, to be written as a string and never as a formula or link, and to be refused
    /// where it is longer than a cell's ``SpreadsheetLimit/cellUnits``.
    package func spreadsheetSafe() -> String {
        if utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F && $0 != UInt8(ascii: "_") }) {
            return String(self)
        }
        let scalars = Array(unicodeScalars)
        var safe = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if scalar.isSpelledInWorkbook || scalars.startsSpelling(at: index) {
                safe.append(contentsOf: scalar.workbookSpelling.unicodeScalars)
            } else {
                safe.append(scalar)
            }
        }
        return String(safe)
    }

    /// A name for a sheet made of this text, unlike those already in the workbook.
    ///
    /// At most 31 UTF-16 units, with `-` for what a sheet's name may not hold; `Sheet` where
    /// nothing is left. Names that differ in case only are alike to a spreadsheet.
    package func sheetName(besides others: some Sequence<String> = []) -> String {
        let taken = Set(others.map { $0.lowercased() })
        var name = sheetName(endingIn: "")
        var number = 2
        while taken.contains(name.lowercased()) {
            name = sheetName(endingIn: " (\(number))")
            number += 1
        }
        return name
    }

    private func sheetName(endingIn suffix: String) -> String {
        let scalars = Array(unicodeScalars)
        var name = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let isKept =
                scalar.isSafeInTerminal && !"[]:*?/\\".unicodeScalars.contains(scalar)
                && !scalars.startsSpelling(at: index)
            name.append(isKept ? scalar : "-")
        }
        var kept = name.drop(while: \.isTrimmedFromSheetName)
        var units = kept.reduce(0) { $0 + UTF16.width($1) }
        let limit = SpreadsheetLimit.sheetNameUnits - suffix.utf16.count
        while let last = kept.last, units > limit || last.isTrimmedFromSheetName {
            units -= UTF16.width(last)
            kept.removeLast()
        }
        let text = String(kept)
        // Excel keeps this name for itself.
        if text.lowercased() == "history" { return text + "-" + suffix }
        return (text.isEmpty ? "Sheet" : text) + suffix
    }
}

/// What a workbook can hold, in UTF-16 units.
package enum SpreadsheetLimit {
    package static let cellUnits = 32_767
    package static let sheetNameUnits = 31
}

extension [Unicode.Scalar] {
    /// Whether a reader would take what is written from here for a spelled character.
    ///
    /// The underscore at its end may also be the first of a character that we spell ourselves.
    fileprivate func startsSpelling(at index: Int) -> Bool {
        guard self[index] == "_", index + 6 < count, self[index + 1] == "x" else { return false }
        return self[index + 2..<index + 6].allSatisfy { $0.isASCII && $0.properties.isHexDigit }
            && (self[index + 6] == "_" || self[index + 6].isSpelledInWorkbook)
    }
}

extension Unicode.Scalar {
    /// Controls, though XML allows some, CR because XML reads it as LF, and what XML forbids.
    fileprivate var isSpelledInWorkbook: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0x00..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    fileprivate var workbookSpelling: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
    }

    fileprivate var isTrimmedFromSheetName: Bool {
        self == "'" || properties.isWhitespace
    }
}
