import Assessment
import Terminal

/// Rows under headings, aligned by what a terminal shows; whatever is in a cell is made safe.
package struct TextTable {
    package struct Column {
        package let heading: String
        /// Numbers stand at the right.
        package let isNumber: Bool

        package init(_ heading: String, isNumber: Bool = false) {
            self.heading = heading
            self.isNumber = isNumber
        }
    }

    package let columns: [Column]
    package private(set) var rows: [[String]] = []

    package init(_ columns: [Column]) {
        self.columns = columns
    }

    package mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count, "a row has a cell in every column")
        rows.append(cells.map { $0.terminalSafe() })
    }

    /// Set for a window of so many columns, where long cells are cut or go on beneath, or in full.
    package func text(width: Int?, wrapping: Bool = false) -> String {
        let headings = columns.map(\.heading)
        let widths = fitted(widths, width)
        let lines = ([headings] + rows).flatMap { wrapping ? wrapped($0, widths) : [$0] }
        return lines.map { line($0, widths) + "\n" }.joined()
    }

    /// A row as several, each with as much of its cells as there is room for.
    private func wrapped(_ cells: [String], _ widths: [Int]) -> [[String]] {
        let parts = zip(cells, widths).map { $0.wrapped(to: $1) }
        let height = parts.map(\.count).max() ?? 0
        return (0..<height).map { row in parts.map { row < $0.count ? $0[row] : "" } }
    }

    /// Whether a window of so many columns leaves every column enough to tell its cells apart.
    package func fits(_ window: Int) -> Bool {
        let needed = widths.map { min($0, Self.telling) }.reduce(0, +)
        return needed + Self.gap * (widths.count - 1) <= window
    }

    private var widths: [Int] {
        columns.indices.map { column in
            ([columns[column].heading] + rows.map { $0[column] }).map(\.displayWidth).max() ?? 0
        }
    }

    private static let gap = 2
    private static let telling = 16
    private static let narrowest = 8

    /// Takes from the widest column until the rest fits, or until nothing more can go.
    private func fitted(_ widths: [Int], _ window: Int?) -> [Int] {
        guard let window else { return widths }
        var widths = widths
        var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - window
        while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > Self.narrowest
        {
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let shown = cell.cut(to: widths[index])
            let padding = TextLayout.spaces(max(0, widths[index] - shown.displayWidth))
            if index > 0 { line += TextLayout.spaces(Self.gap) }
            if columns[index].isNumber {
                line += padding + shown
            } else {
                line += index == cells.count - 1 ? shown : shown + padding
            }
        }
        // A last cell that is empty leaves no blanks behind.
        var scalars = line.unicodeScalars[...]
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }
}

extension Console {
    /// Cut to the window on a terminal, and in full for a file or a pipe.
    func write(_ table: TextTable) {
        write(table.text(width: output.isTerminal ? columns : nil))
    }
}
