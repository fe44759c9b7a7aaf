extension StringProtocol {
    /// The same text with everything a terminal might act on, or hide, spelled out as `\u{9B}`.
    ///
    /// The one boundary between text from outside and a terminal: names, answers, file names and
    /// messages that quote them all pass here. Works by scalars, since a combining mark would hide
    /// an escape from a comparison of characters.
    package func terminalSafe(keepingLineBreaks: Bool = false) -> String {
        let isPlain = utf8.allSatisfy {
            0x20 <= $0 && $0 < 0x7F || keepingLineBreaks && $0 == UInt8(ascii: "\n")
        }
        if isPlain { return String(self) }
        var safe = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.isSafeInTerminal || keepingLineBreaks && scalar == "\n" {
                safe.append(scalar)
            } else {
                safe.append(contentsOf: scalar.terminalEscape.unicodeScalars)
            }
        }
        return String(safe)
    }
}

extension Unicode.Scalar {
    /// Whether a terminal shows this scalar and does nothing else with it.
    package var isSafeInTerminal: Bool {
        if value < 0x7F { return value >= 0x20 }
        // Joiners shape emoji and whole scripts, and act on no terminal.
        if value == 0x200C || value == 0x200D { return true }
        return !isControl && !isNoncharacter && !isHiddenFormat
    }

    /// How a scalar that is not safe is shown instead.
    package var terminalEscape: String {
        "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    }

    /// C0, DEL and C1, and the line and paragraph separators that some readers obey.
    package var isControl: Bool {
        value < 0x20 || 0x7F <= value && value < 0xA0 || value == 0x2028 || value == 0x2029
    }

    /// One of the 66 code points that Unicode keeps out of text for ever.
    package var isNoncharacter: Bool {
        value & 0xFFFE == 0xFFFE || 0xFDD0 <= value && value <= 0xFDEF
    }

    /// A character that shapes other text and shows nothing itself: bidi controls, joiners, zero
    /// widths, tags.
    ///
    /// General category Cf, less the number signs and marks of abbreviation that are seen.
    package var isHiddenFormat: Bool {
        switch value {
        case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}
