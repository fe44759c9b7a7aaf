import Assessment

/// Sets Markdown prose in lines: paragraphs and list items flow, while tables keep their lines and
/// code keeps them without its fences, set in.
package struct Prosewrap: Sendable {
    package let width: Int
    /// Whether what is too long for a line is broken, so that no line is longer than the width.
    package let isBreaking: Bool

    /// Widths below 16 count as 16, save where lines are to be broken.
    package init(width: Int, breaking: Bool = false) {
        self.width = max(width, breaking ? 1 : 16)
        isBreaking = breaking
    }

    /// A line as it is set, safe to print.
    package struct Row: Sendable, Hashable {
        package let spans: [Span]
        package let isCode: Bool

        package init(text: String, isCode: Bool = false) {
            self.init(spans: text.isEmpty ? [] : [Span(text)], isCode: isCode)
        }

        fileprivate init(spans: [Span], isCode: Bool = false) {
            self.spans = spans
            self.isCode = isCode
        }

        package var text: String { spans.text }

        /// The same behind a margin, save for an empty row.
        package func after(_ margin: String) -> Row {
            spans.isEmpty ? self : Row(spans: [Span(margin)] + spans, isCode: isCode)
        }
    }

    /// The texts of ``rows(of:)``.
    package func lines(of text: String) -> [String] { rows(of: text).map(\.text) }

    /// An empty row stands between paragraphs.
    package func rows(of text: String) -> [Row] {
        var lines: [Row] = []
        var flow: Flow?
        var fence: Substring?
        var fenceIndent = 0
        func endFlow() {
            if let ended = flow { lines += wrapped(ended).map { Row(spans: $0) } }
            flow = nil
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.drop { $0 == " " }
            let indent = line.utf8.count - words.utf8.count
            let opened = fence
            if let mark = Self.fence(words) {
                if fence == nil {
                    fence = mark
                    fenceIndent = indent
                } else if fence.map(words.hasPrefix) == true {
                    fence = nil
                }
            }
            if opened != nil, fence != nil {
                lines += code(line, fenceIndent)
            } else if opened != nil || fence != nil {
                endFlow()
            } else if words.isEmpty {
                endFlow()
                lines.append(Row(text: ""))
            } else if words.utf8.first == UInt8(ascii: "|") {
                endFlow()
                lines += kept(line, within: width).map { Row(text: $0) }
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

    /// A line of code or of a table as it is, in several rows where it has to be.
    private func kept(_ line: Substring, within width: Int) -> [String] {
        let safe = String(line).withTabsAsBlanks.terminalSafe()
        guard isBreaking, safe.columns > width else { return [safe] }
        return safe.wrapped(to: max(width, 1))
    }

    /// A line of code, set in from its fence; CommonMark 0.31.2, section 4.5, has the fence's own
    /// indentation taken away.
    private func code(_ line: Substring, _ fenceIndent: Int) -> [Row] {
        let indent = min(line.prefix { $0 == " " }.utf8.count, fenceIndent)
        let margin = min(fenceIndent, width / 4) + min(4, width / 8)
        return kept(line.dropFirst(indent), within: width - margin).map { text in
            Row(
                text: text.isEmpty ? "" : String(repeating: " ", count: margin) + text,
                isCode: true)
        }
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

    private func wrapped(_ flow: Flow) -> [[Span]] {
        // A narrow window keeps at least half of its width for the words.
        let margin = String(repeating: " ", count: min(flow.indent, width / 4))
        let hanging = flow.marker.map {
            String(repeating: " ", count: min($0.count + 1, width / 4))
        }
        /// The columns before the words on every line but the first.
        let rest = margin.utf8.count + (hanging?.utf8.count ?? 0)
        var lines: [[Span]] = []
        var line: [Span] = []
        line.add(margin)
        var used = margin.utf8.count
        var isEmpty = true
        func next() {
            lines.append(line)
            line = []
            line.add(margin + (hanging ?? ""))
            used = rest
        }
        for word in words(of: flow) {
            // A screen takes heaps of marks apart, which a plain line does not.
            let columns = isBreaking ? word.text.columns : word.text.displayWidth
            if !isEmpty, used + 1 + columns > width, !(isBreaking && columns > width - rest) {
                next()
                isEmpty = true
            }
            if !isEmpty {
                line.add(" ")
                used += 1
            }
            isEmpty = false
            if isBreaking, used + columns > width {
                for span in word {
                    for cluster in span.text.clusters {
                        if used + cluster.width > width, used > rest { next() }
                        line.add(cluster.text, isStrong: span.isStrong)
                        used += cluster.width
                    }
                }
                continue
            }
            for span in word { line.add(span.text, isStrong: span.isStrong) }
            used += columns
        }
        if !isEmpty { lines.append(line) }
        return lines
    }

    /// Only a screen can make words stand out; elsewhere their asterisks do.
    private func words(of flow: Flow) -> [[Span]] {
        let text = flow.words.terminalSafe()
        return isBreaking
            ? Emphasis.words(of: text) : text.split(separator: " ").map { [Span(String($0))] }
    }
}

extension String {
    /// Tabs as programs that show code have them, at every fourth column.
    fileprivate var withTabsAsBlanks: String {
        guard utf8.contains(UInt8(ascii: "\t")) else { return self }
        var text = String.UnicodeScalarView()
        var column = 0
        for scalar in unicodeScalars {
            if scalar == "\t" {
                let blanks = 4 - column % 4
                text.append(contentsOf: repeatElement(" ", count: blanks))
                column += blanks
            } else {
                text.append(scalar)
                column += scalar.displayWidth
            }
        }
        return String(text)
    }
}
