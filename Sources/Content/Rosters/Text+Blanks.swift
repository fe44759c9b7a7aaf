extension Unicode.Scalar {
    /// Whether this shows as empty space, of any width and script, or ends a line.
    var isBlankInText: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
            0x205F, 0x3000:
            true
        default: false
        }
    }
}

extension String {
    /// Without blanks at either end, and with one space for each stretch of them within.
    ///
    /// Works by scalars: a mark that combines with a blank stays, on the space.
    var collapsed: String {
        if isPlainAndCollapsed { return self }
        var words = String.UnicodeScalarView()
        var isAfterBlank = false
        for scalar in unicodeScalars {
            if scalar.isBlankInText {
                isAfterBlank = true
                continue
            }
            if isAfterBlank, !words.isEmpty { words.append(" ") }
            isAfterBlank = false
            words.append(scalar)
        }
        return String(words)
    }

    private var isPlainAndCollapsed: Bool {
        var last = UInt8(ascii: " ")
        for byte in utf8 {
            guard 0x20 <= byte && byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20 || isEmpty
    }
}
