extension StringProtocol {
    /// The same text in one line of GitHub's Markdown: in a heading, a cell or within a paragraph.
    ///
    /// A line break, for which there is no room, is spelled out as other controls are.
    package var markdownLine: String { markdown(Array(unicodeScalars)) }

    /// The same text in Markdown, its lines kept apart, with an empty one between paragraphs.
    package var markdownLines: String {
        var lines: [String] = []
        for line in unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = markdown(Array(line))
            if words.isEmpty {
                if lines.last?.isEmpty == false { lines.append("") }
            } else {
                // https://github.github.com/gfm/#hard-line-breaks
                if let last = lines.last, !last.isEmpty { lines[lines.count - 1] = last + "\\" }
                lines.append(words)
            }
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

/// One line of text, every sign that might act escaped.
private func markdown(_ line: [Unicode.Scalar]) -> String {
    var safe = String.UnicodeScalarView()
    func append(_ text: String) { safe.append(contentsOf: text.unicodeScalars) }
    /// A dot or a parenthesis after these makes the number of an item.
    let digits = line.prefix { ("0"..."9").contains($0) }.count
    for (index, scalar) in line.enumerated() {
        let next = index + 1 < line.count ? line[index + 1] : nil
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "#", "|", "~", "$":
            append("\\\(scalar)")
        case "-" where index == 0, "+" where index == 0, "=" where index == 0,
            ":" where index == 0 || next == "/",
            "." where line[..<index].suffix(3).allSatisfy(\.isW),
            "." where index == digits && next.isBlank, ")" where index == digits && next.isBlank:
            append("\\\(scalar)")
        // Addresses are made links after escapes are gone, and code is never one:
        // https://github.github.com/gfm/#autolinks-extension-
        case "@":
            if index == 0 || line[index - 1] != "@" { append("`") }
            append(next == "@" ? "@" : "@`")
        // Blanks at the ends of a line are taken away, or make code of it.
        case " " where index == 0 || next == nil: append("&#32;")
        case "\t": append("&#9;")
        case _ where scalar.isSafeInTerminal: safe.append(scalar)
        default: append("\\" + scalar.terminalEscape)
        }
    }
    return String(safe)
}

extension Unicode.Scalar? {
    /// Whether the line ends here, or a blank comes.
    fileprivate var isBlank: Bool { self == nil || self == " " }
}

extension Unicode.Scalar {
    fileprivate var isW: Bool { self == "w" || self == "W" }
}
