/// The sequences that make a terminal ours for a while, and those that give it back.
package enum ScreenModes {
    /// Another screen, no cursor, no wrapping, pastes told apart from keys.
    package static let enter = bytes("?1049h", "?25l", "?7l", "?2004h", "2J")

    /// Everything as it was, whatever of it was ever set; the last frame may have been cut short.
    package static let leave =
        bytes("?2026l", "?1006l", "?1000l", "?1004l", "?2004l", "?7h", "0m", "?25h", "?1049l")

    /// Clicks and the wheel, in the form that has no limit on columns.
    package static func mouse(_ isOn: Bool) -> [UInt8] {
        isOn ? bytes("?1000h", "?1006h") : bytes("?1006l", "?1000l")
    }

    /// Whether the terminal says when its window gets the focus or loses it.
    package static func focus(_ isOn: Bool) -> [UInt8] { bytes(isOn ? "?1004h" : "?1004l") }

    private static func bytes(_ sequences: String...) -> [UInt8] {
        sequences.flatMap { "\u{1B}[\($0)".utf8 }
    }
}
