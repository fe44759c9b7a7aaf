import Terminal

extension Page {
    /// The page as a command prints it, its headings and code painted.
    func text(width: Int, palette: Palette) -> String {
        rows(width: width).map {
            $0.style == .plain ? $0.text : palette.paint($0.text, as: $0.style)
        }.joined(separator: "\n") + "\n"
    }
}
