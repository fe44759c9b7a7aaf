/// Sets help text in lines of a given width. Our own words are narrow letters, so scalars count.
struct TextLayout {
    let width: Int

    /// The words of a text in as few lines as they need; a word too long stands alone.
    func wrapped(_ text: String, indent: Int = 0, hanging: Int? = nil) -> [String] {
        var lines: [String] = []
        var line = Self.spaces(indent)
        var length = indent
        var isEmpty = true
        for word in text.utf8.split(separator: UInt8(ascii: " ")) {
            let word = Substring(word)
            let count = word.unicodeScalars.count
            if !isEmpty, length + 1 + count > width {
                lines.append(line)
                length = hanging ?? indent
                line = Self.spaces(length)
                isEmpty = true
            }
            if !isEmpty {
                line += " "
                length += 1
            }
            line += word
            length += count
            isEmpty = false
        }
        if !isEmpty { lines.append(line) }
        return lines
    }

    /// Terms on the left and their texts on the right, or below them where the window is narrow.
    func rows(_ rows: [HelpBlock.Row]) -> [String] {
        let isNarrow = width < 60
        let widest =
            rows.map { $0.term.unicodeScalars.count }.filter { $0 <= width * 3 / 8 }.max() ?? 0
        let column = isNarrow ? 6 : widest + 4
        return rows.flatMap { row in
            let count = row.term.unicodeScalars.count
            let start = "  " + row.term
            let term = count + 2 <= width ? [start] : wrapped(row.term, indent: 2, hanging: 6)
            let text = wrapped(row.text, indent: column)
            guard !isNarrow, count + 4 <= column, let first = text.first else { return term + text }
            return [start + Self.spaces(column - count - 2) + first.dropFirst(column)]
                + text.dropFirst()
        }
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
