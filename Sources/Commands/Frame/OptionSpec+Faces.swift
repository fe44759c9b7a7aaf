/// Taken by every command that has a full screen.
extension OptionSpec {
    static let plain = OptionSpec(
        "plain", help: "Ask line by line and redraw nothing, as for screen readers.")
    static let ascii = OptionSpec(
        "ascii", help: "Show signs of plain ASCII only, as where the locale is not UTF-8.")
    static let noMouse = OptionSpec(
        "no-mouse", help: "Leave the mouse to the terminal, so that text can be selected.")
}
