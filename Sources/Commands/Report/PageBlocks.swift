import Reports
import Terminal

extension Page {
    /// The same as a part of a report, for words that a terminal shows as well.
    var reportBlocks: [Report.Block] {
        var found: [Report.Block] = []
        for block in blocks {
            switch block {
            case .heading(let text): found.append(.heading(Self.unwrapped(text)))
            case .paragraph(let text, _): found.append(.paragraph(Self.unwrapped(text)))
            case .blank: continue
            case .item(let marker, let words, _, let isVerbatim):
                let text = isVerbatim ? words : Self.unwrapped(words)
                guard ["•", "-"].contains(marker) else {
                    found.append(.paragraph("\(marker) \(text)"))
                    continue
                }
                if case .list(let entries)? = found.last {
                    found[found.count - 1] = .list(entries + [text])
                } else {
                    found.append(.list([text]))
                }
            }
        }
        return found
    }

    /// Lines that an author broke go on where a reader's window lets them; code keeps its own.
    private static func unwrapped(_ markdown: String) -> String {
        Prosewrap(width: 1 << 20, breaking: true).lines(of: markdown).joined(separator: "\n")
    }
}
