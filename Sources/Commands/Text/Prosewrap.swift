import Assessment

/// Sets Markdown prose in lines: paragraphs flow, while code, tables and list items keep theirs.
struct Prosewrap {
    let width: Int

    init(width: Int) {
        self.width = max(width, 16)
    }

    /// Safe to print; an empty line stands between paragraphs.
    func lines(of text: String) -> [String] {
        var lines: [String] = []
        var paragraph: [String] = []
        var isCode = false
        func endParagraph() {
            guard !paragraph.isEmpty else { return }
            lines += wrapped(paragraph.joined(separator: " "))
            paragraph.removeAll()
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isFence = line.utf8.starts(with: "```".utf8)
            if isFence || isCode {
                endParagraph()
                lines.append(String(line).terminalSafe())
                if isFence { isCode.toggle() }
            } else if line.isEmpty {
                endParagraph()
                lines.append("")
            } else if startsItem(line) || line.utf8.first == UInt8(ascii: "|") {
                endParagraph()
                if startsItem(line) {
                    paragraph.append(String(line))
                } else {
                    lines.append(String(line).terminalSafe())
                }
            } else {
                paragraph.append(String(line))
            }
        }
        endParagraph()
        return lines
    }

    /// `- ` or `* ` or `1. ` at the start of a line.
    private func startsItem(_ line: Substring) -> Bool {
        let start = line.utf8.drop { $0 == UInt8(ascii: " ") }
        if start.starts(with: "- ".utf8) || start.starts(with: "* ".utf8) { return true }
        let rest = start.drop { (48...57).contains($0) }
        return rest.count < start.count && rest.starts(with: ". ".utf8)
    }

    private func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.terminalSafe().split(separator: " ") {
            let columns = word.displayWidth
            if used > 0, used + 1 + columns > width {
                lines.append(line)
                (line, used) = ("", 0)
            }
            if used > 0 {
                line += " "
                used += 1
            }
            line += word
            used += columns
        }
        if used > 0 { lines.append(line) }
        return lines
    }
}
