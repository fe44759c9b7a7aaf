package import Terminal

/// Paints text in the looks that screens have, or leaves it plain; the words alone must say it too.
package struct Palette: Sendable, Hashable {
    private let theme: Theme

    package init(depth: ColorDepth = .none) {
        theme = Theme(depth: depth)
    }

    package func paint(_ text: String, as style: Style) -> String {
        if theme.depth == .none || text.isEmpty { return text }
        return theme.sequence(for: style) + text + "\u{1B}[0m"
    }
}
