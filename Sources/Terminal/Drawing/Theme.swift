/// The looks of each ``Style`` in a number of colors.
///
/// No background is ever set, and each color keeps a contrast of at least 3.9 on white and on
/// black alike, so that light and dark windows both show it. The sixteen colors are the window's
/// own; yellow, white and the blacks, which one of the two would hide, are left out.
package struct Theme: Sendable, Hashable {
    package let depth: ColorDepth

    package init(depth: ColorDepth) {
        self.depth = depth
    }

    /// The escape sequence that changes from any style to this one.
    package func sequence(for style: Style) -> String {
        let parts = ["0"] + attributes(of: style) + color(of: style)
        return "\u{1B}[" + parts.joined(separator: ";") + "m"
    }

    /// What a terminal without colors shows as well; NO_COLOR does not speak of it.
    private func attributes(of style: Style) -> [String] {
        switch style {
        case .title, .chosen, .key, .warning: ["1"]
        case .wrong where depth == .none: ["1"]
        // Few consoles without colors know faint, and those that do may hide it.
        case .faint: depth == .sixteen ? ["2"] : []
        case .field: ["4"]
        case .marked: ["7"]
        case .plain, .right, .wrong, .help, .flag, .code: []
        }
    }

    private func color(of style: Style) -> [String] {
        guard let color = Color(style) else { return [] }
        switch depth {
        case .none: return []
        case .sixteen: return color.sixteen.map { ["\($0)"] } ?? []
        case .twoHundredFiftySix: return ["38", "5", "\(color.index)"]
        case .trueColor: return ["38", "2", "\(color.red)", "\(color.green)", "\(color.blue)"]
        }
    }

    private struct Color {
        let sixteen: Int?
        let index: Int
        let red: Int
        let green: Int
        let blue: Int

        init(_ sixteen: Int?, _ index: Int, _ rgb: Int) {
            self.sixteen = sixteen
            self.index = index
            (red, green, blue) = (rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF)
        }

        init?(_ style: Style) {
            switch style {
            case .right: self.init(32, 29, 0x2E8540)
            case .wrong: self.init(31, 160, 0xD33F49)
            case .warning: self.init(35, 130, 0xB06000)
            case .flag: self.init(35, 98, 0x8A5FD0)
            case .help, .code: self.init(36, 31, 0x0A7EA4)
            case .faint: self.init(nil, 243, 0x757575)
            case .plain, .title, .chosen, .key, .field, .marked: return nil
            }
        }
    }
}
