import Terminal

extension Page {
    /// The page as a command prints it, its headings painted.
    func text(width: Int, palette: Palette) -> String {
        rows(width: width).map {
            $0.style == .title ? palette.paint($0.text, as: .title) : $0.text
        }.joined(separator: "\n") + "\n"
    }
}
