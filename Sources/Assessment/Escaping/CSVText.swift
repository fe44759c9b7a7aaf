/// Comma-separated rows as RFC 4180 has them, made of cells that no spreadsheet takes for formulas.
///
///     CSV.append([CSV.cell(name), CSV.number(attempts)], to: &bytes)
package enum CSV {
    /// One cell of a row, already as it is written.
    package struct Cell: Sendable, Hashable {
        package let written: String
    }

    /// For the start of a file that a spreadsheet is to read as UTF-8.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Text from anywhere: always quoted, with `'` before what a spreadsheet might compute.
    ///
    /// Reading the cell and passing it to ``text(of:)`` gives the same text, save that NUL, which
    /// ends the text for some readers, is spelled `\u{0}`.
    package static func cell(_ text: some StringProtocol) -> Cell {
        var written = String.UnicodeScalarView("\"".unicodeScalars)
        if isComputed(text) { written.append("'") }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written.append(contentsOf: "\"\"".unicodeScalars)
            case "\0": written.append(contentsOf: scalar.terminalEscape.unicodeScalars)
            default: written.append(scalar)
            }
        }
        written.append("\"")
        return Cell(written: String(written))
    }

    /// A number that we computed, bare, so that a spreadsheet can add it up.
    package static func number(_ value: some FixedWidthInteger) -> Cell {
        Cell(written: String(value))
    }

    /// A number that we computed, rounded as it is everywhere else.
    package static func number(
        _ value: Rational, toDecimals places: Int, neverAcross cut: Rational? = nil
    ) -> Cell {
        Cell(written: value.rounded(toDecimals: places, neverAcross: cut))
    }

    /// What a cell said, from its value as a reader of CSV gives it.
    package static func text(of value: String) -> String {
        let scalars = value.unicodeScalars
        guard scalars.first == "'" else { return value }
        let rest = String(scalars.dropFirst())
        return isComputed(rest) ? rest : value
    }

    /// Adds the cells and the line end, which is CRLF.
    package static func append(_ row: [Cell], to bytes: inout [UInt8]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: cell.written.utf8)
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// Whether a spreadsheet, which overlooks blanks before it, might compute this text.
    ///
    /// An apostrophe is overlooked as well, since otherwise one in front of a formula could not be
    /// told from ours.
    package static func isComputed(_ text: some StringProtocol) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar {
            // https://owasp.org/www-community/attacks/CSV_Injection, and what DDE is called by.
            case "=", "+", "-", "@", "\t", "\r", "\n", "|", "%": return true
            // Their full-width and small forms, which some folding turns into them.
            case "＝", "＋", "－", "＠", "｜", "％", "﹦", "﹢", "﹣", "﹫", "﹪": return true
            case "'": continue
            case _ where scalar.isOverlooked: continue
            default: return false
            }
        }
        return false
    }
}

extension Unicode.Scalar {
    /// Blanks, controls, and what shows nothing: BOM, zero widths, bidi controls, selectors.
    fileprivate var isOverlooked: Bool {
        isControl || isNoncharacter || isHiddenFormat || properties.isWhitespace
            || properties.isDefaultIgnorableCodePoint
    }
}
