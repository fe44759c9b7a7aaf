import Assessment

/// Sets Markdown prose in lines: paragraphs and list items flow, while code and tables keep theirs.
struct Prosewrap {
    let width: Int

    init(width: Int) {
        self.width = max(width, 16)
    }

    /// Safe to print; an empty line stands between paragraphs.
    func lines(of text: String) -> [String] {
        var lines: [String] = []
        var flow: Flow?
        var fence: Substring?
        func endFlow() {
            if let ended = flow { lines += wrapped(ended) }
            flow = nil
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.drop { $0 == " " }
            let indent = line.utf8.count - words.utf8.count
            let opened = fence
            if let mark = Self.fence(words) {
                if fence == nil {
                    fence = mark
                } else if fence.map(words.hasPrefix) == true {
                    fence = nil
                }
            }
            if opened != nil || fence != nil {
                endFlow()
                lines.append(String(line).terminalSafe())
            } else if words.isEmpty {
                endFlow()
                lines.append("")
            } else if words.utf8.first == UInt8(ascii: "|") {
                endFlow()
                lines.append(String(line).terminalSafe())
            } else if let marker = Self.marker(words), flow?.admits(marker) ?? true {
                endFlow()
                flow = Flow(words: String(words), indent: indent, marker: marker)
            } else if let before = flow {
                flow?.words = before.words + " " + words
            } else {
                flow = Flow(words: String(words), indent: indent, marker: nil)
            }
        }
        endFlow()
        return lines
    }

    /// A paragraph, or an item with the marker that its lines hang from.
    private struct Flow {
        var words: String
        let indent: Int
        let marker: Substring?

        /// A number such as `10.` amid a paragraph ends a sentence; CommonMark 0.31.2, section 5.2.
        func admits(_ next: Substring) -> Bool {
            let digits = next.prefix { $0.isNumber }
            return marker != nil || digits.isEmpty || digits == "1"
        }
    }

    /// The three or more signs that open a block of code.
    private static func fence(_ words: Substring) -> Substring? {
        guard let sign = words.first, sign == "`" || sign == "~" else { return nil }
        let mark = words.prefix { $0 == sign }
        return mark.utf8.count < 3 || words.dropFirst(mark.count).contains("`") ? nil : mark
    }

    /// `-`, `*`, `+`, `1.` or `1)` before a blank.
    private static func marker(_ words: Substring) -> Substring? {
        let mark = words.prefix { $0 != " " }
        guard mark.endIndex < words.endIndex, let end = mark.last else { return nil }
        if mark.utf8.count == 1, "-*+".contains(end) { return mark }
        let digits = mark.dropLast().utf8
        let isNumber =
            (1...9).contains(digits.count) && digits.allSatisfy { (48...57).contains($0) }
        return isNumber && (end == "." || end == ")") ? mark : nil
    }

    private func wrapped(_ flow: Flow) -> [String] {
        // A narrow window keeps at least half of its width for the words.
        let margin = String(repeating: " ", count: min(flow.indent, width / 4))
        let hanging = flow.marker.map {
            String(repeating: " ", count: min($0.count + 1, width / 4))
        }
        var lines: [String] = []
        var line = margin
        var used = margin.utf8.count
        var isEmpty = true
        for word in flow.words.terminalSafe().split(separator: " ") {
            let columns = word.displayWidth
            if !isEmpty, used + 1 + columns > width {
                lines.append(line)
                line = margin + (hanging ?? "")
                used = line.utf8.count
                isEmpty = true
            }
            if !isEmpty {
                line += " "
                used += 1
            }
            line += word
            used += columns
            isEmpty = false
        }
        if !isEmpty { lines.append(line) }
        return lines
    }
}
