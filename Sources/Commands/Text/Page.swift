import Assessment

/// A text for people, set in lines of any width: headings, paragraphs, lists, code.
///
/// Holds words as they came from a file; what a terminal would act on is made visible when set.
struct Page: Sendable {
    /// A piece of the page.
    enum Block: Sendable, Hashable {
        case heading(String)
        case paragraph(String, indent: Int)
        /// A marker such as `a)` with words beside it.
        case item(marker: String, text: String, indent: Int)
        case blank
    }

    private(set) var blocks: [Block] = []

    mutating func heading(_ text: String) {
        space()
        blocks.append(.heading(text))
    }

    mutating func paragraph(_ text: String?, indent: Int = 0) {
        if let text { blocks.append(.paragraph(text, indent: indent)) }
    }

    mutating func item(_ marker: String, _ text: String, indent: Int = 0) {
        blocks.append(.item(marker: marker, text: text, indent: indent))
    }

    /// One blank line, however often it is asked for.
    mutating func space() {
        if !blocks.isEmpty, blocks.last != .blank { blocks.append(.blank) }
    }

    func text(width: Int, palette: Palette) -> String {
        var lines: [String] = []
        for block in blocks {
            switch block {
            case .blank: lines.append("")
            case .heading(let text):
                lines += Prosewrap(width: width).lines(of: text).map {
                    palette.paint($0, as: .title)
                }
            case .paragraph(let text, let indent):
                let margin = String(repeating: " ", count: indent)
                lines += Prosewrap(width: width - indent).lines(of: text).map {
                    $0.isEmpty ? "" : margin + $0
                }
            case .item(let marker, let text, let indent):
                lines += item(marker.terminalSafe(), text, indent, width)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func item(_ marker: String, _ text: String, _ indent: Int, _ width: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let beside = marker.displayWidth + 1
        // A marker of words would leave a narrow window too few columns beside it.
        let stands = beside > 6 && beside * 3 > width - indent
        let hanging = stands ? 2 : beside
        let rest = margin + String(repeating: " ", count: hanging)
        let lines = Prosewrap(width: width - indent - hanging).lines(of: text)
        let set = lines.map { $0.isEmpty ? "" : rest + $0 }
        guard !stands, let first = lines.first, !first.isEmpty else {
            return [margin + marker] + set
        }
        return [margin + marker + " " + first] + set.dropFirst()
    }
}
