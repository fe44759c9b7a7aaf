import Assessment

/// A text for people, set in lines of any width: headings, paragraphs, lists, code.
///
/// Holds words as they came from a file; what a terminal would act on is made visible when set.
package struct Page: Sendable {
    /// A piece of the page.
    package enum Block: Sendable, Hashable {
        case heading(String)
        case paragraph(String, indent: Int)
        /// A marker such as `a)` with words beside it; a person's own words are no Markdown.
        case item(marker: String, text: String, indent: Int, isVerbatim: Bool)
        case blank
    }

    package private(set) var blocks: [Block] = []

    package init() {}

    package mutating func heading(_ text: String) {
        space()
        blocks.append(.heading(text))
    }

    package mutating func paragraph(_ text: String?, indent: Int = 0) {
        if let text { blocks.append(.paragraph(text, indent: indent)) }
    }

    package mutating func item(
        _ marker: String, _ text: String, indent: Int = 0, verbatim: Bool = false
    ) {
        blocks.append(
            .item(marker: marker, text: text, indent: indent, isVerbatim: verbatim))
    }

    /// One blank line, however often it is asked for.
    package mutating func space() {
        if !blocks.isEmpty, blocks.last != .blank { blocks.append(.blank) }
    }

    /// A line of the page once it is set, safe to print.
    package struct Row: Sendable, Hashable {
        package let spans: [Span]
        package let style: Style

        fileprivate init(_ spans: [Span] = [], _ style: Style = .plain) {
            self.spans = spans
            self.style = style
        }

        package var text: String { spans.text }
    }

    /// The page in lines of a width.
    ///
    /// Code, tables and words too long for the width keep their lines, as files and terminals that
    /// scroll allow, or are broken, as a screen needs them.
    package func rows(width: Int, breaking: Bool = false) -> [Row] {
        func wrap(_ columns: Int) -> Prosewrap { Prosewrap(width: columns, breaking: breaking) }
        return blocks.flatMap { block in
            switch block {
            case .blank: return [Row()]
            case .heading(let text): return wrap(width).rows(of: text).map { Row($0.spans, .title) }
            case .paragraph(let text, let indent):
                let margin = String(repeating: " ", count: indent)
                return wrap(width - indent).rows(of: text).map { $0.row(after: margin) }
            case .item(let marker, let text, let indent, let isVerbatim):
                let rows = item(marker.terminalSafe(), width - indent) {
                    isVerbatim
                        ? text.wrapped(to: $0).map { Prosewrap.Row(text: $0) }
                        : wrap($0).rows(of: text)
                }
                return rows.map { $0.row(after: String(repeating: " ", count: indent)) }
            }
        }
    }

    private func item(
        _ marker: String, _ width: Int, _ rows: (Int) -> [Prosewrap.Row]
    ) -> [Prosewrap.Row] {
        let beside = marker.displayWidth + 1
        // A marker of words would leave a narrow window too few columns beside it.
        let stands = beside > 6 && beside * 3 > width
        let hanging = stands ? 2 : beside
        let rest = String(repeating: " ", count: hanging)
        let rows = rows(width - hanging)
        let set = rows.map { $0.after(rest) }
        guard !stands, let first = rows.first, !first.text.isEmpty else {
            return [Prosewrap.Row(text: marker)] + set
        }
        return [first.after(marker + " ")] + set.dropFirst()
    }
}

extension Prosewrap.Row {
    fileprivate func row(after margin: String) -> Page.Row {
        Page.Row(after(margin).spans, isCode ? .code : .plain)
    }
}
