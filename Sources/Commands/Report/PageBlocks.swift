import Reports
import Terminal

extension Page {
    /// The same as a part of a report, for words that a terminal shows as well.
    var reportBlocks: [Report.Block] {
        var found: [Report.Block] = []
        for block in blocks {
            switch block {
            case .heading(let text): found.append(.heading(text))
            case .paragraph(let text, _): found.append(.paragraph(text))
            case .blank: continue
            case .item(let marker, let text, _, _):
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
}
