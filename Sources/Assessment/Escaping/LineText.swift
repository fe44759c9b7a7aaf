/// Texts of several lines as one line that reads back the same, for what is kept line by line.
extension String {
    /// With `\n` for a line break and `\\` for a backslash.
    package var asOneLine: String {
        var line = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\\": line.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": line.append(contentsOf: "\\n".unicodeScalars)
            default: line.append(scalar)
            }
        }
        return String(line)
    }

    /// Reads what ``asOneLine`` writes; nil for anything else.
    package init?(oneLine text: some StringProtocol) {
        var plain = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "\\" else {
                plain.append(scalar)
                continue
            }
            switch scalars.next() {
            case "\\": plain.append("\\")
            case "n": plain.append("\n")
            default: return nil
            }
        }
        self = String(plain)
    }
}
