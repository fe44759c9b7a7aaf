import Foundation
import Terminal
import Testing

/// Screens as text, kept beside this file; `ASSAY_WRITE_GOLDENS=1` writes them anew for review.
enum Golden {
    static func compare(_ grid: Grid, _ name: String) throws {
        let frame = "+" + String(repeating: "-", count: grid.columns) + "+"
        let rows = grid.text.map { row in
            "|" + row + String(repeating: " ", count: max(grid.columns - row.columns, 0)) + "|"
        }
        let text = ([frame] + rows + [frame, ""]).joined(separator: "\n")
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["ASSAY_WRITE_GOLDENS"] != nil {
            try Data(text.utf8).write(to: file)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
    }
}
