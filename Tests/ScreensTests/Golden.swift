import Terminal
import TestSupport
import Testing

/// Screens as text in a frame, held against the files beside this one.
enum Golden {
    static func compare(_ grid: Grid, _ name: String) throws {
        let frame = "+" + String(repeating: "-", count: grid.columns) + "+"
        let rows = grid.text.map { row in
            "|" + row + String(repeating: " ", count: max(grid.columns - row.columns, 0)) + "|"
        }
        let text = ([frame] + rows + [frame, ""]).joined(separator: "\n")
        let kept = try GoldenFile.kept(
            Array(text.utf8), at: "Tests/ScreensTests/Golden/\(name).txt")
        #expect(text == String(decoding: kept, as: UTF8.self))
    }
}
