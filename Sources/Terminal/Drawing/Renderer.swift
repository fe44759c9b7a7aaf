/// Turns grids into the bytes that make a terminal show them, sending only what changed.
///
/// No table of widths agrees with every terminal, so that after each cluster beyond ASCII the
/// column is set anew, and rows that hold such clusters can never drift.
package struct Renderer: Sendable {
    package let theme: Theme
    /// Whether clusters beyond ASCII are sent as their ASCII twins.
    package let isASCII: Bool
    private var shown: Grid?

    package init(theme: Theme, isASCII: Bool = false) {
        self.theme = theme
        self.isASCII = isASCII
    }

    /// Makes the next frame a whole one: the terminal no longer shows what it was sent.
    package mutating func forget() { shown = nil }

    /// The bytes that change what is shown into the grid, or none where it is shown already.
    package mutating func frame(_ grid: Grid) -> [UInt8] {
        if grid == shown { return [] }
        var frame = Frame(theme: theme, isASCII: isASCII)
        let before = shown.flatMap { $0.columns == grid.columns && $0.rows == grid.rows ? $0 : nil }
        if before == nil { frame.sequence("2J") }
        for row in 0..<grid.rows {
            let cells = grid.row(row)
            let old = before?.row(row)
            if let old, old.elementsEqual(cells) { continue }
            frame.draw(Array(cells), over: old.map { Array($0) }, row: row)
        }
        shown = grid
        return frame.finished(cursor: grid.cursor)
    }
}

/// The bytes of one frame, and where they leave the cursor.
private struct Frame {
    let theme: Theme
    let isASCII: Bool
    private var bytes: [UInt8] = []
    private var style = Style.plain
    /// Where the cursor is known to be.
    private var at: Grid.Position?

    init(theme: Theme, isASCII: Bool) {
        self.theme = theme
        self.isASCII = isASCII
        // Shown at once when it is whole; terminals that do not know it pay no attention.
        sequence("?2026h")
        sequence("?25l")
        bytes += theme.sequence(for: .plain).utf8
    }

    mutating func sequence(_ text: String) {
        bytes.append(0x1B)
        bytes.append(UInt8(ascii: "["))
        bytes += text.utf8
    }

    mutating func draw(_ cells: [Cell], over old: [Cell]?, row: Int) {
        let end = cells.lastIndex { !$0.isErased }.map { $0 + 1 } ?? 0
        // A terminal may think another width of a cluster, or reorder a row by its direction, so
        // that changing a cell may have touched others.
        let isWhole = !cells.allSatisfy(\.isASCII) || old?.allSatisfy(\.isASCII) == false
        var column = 0
        while column < end {
            let cell = cells[column]
            let next = column + max(cell.width, 1)
            let isShown =
                if let old, !isWhole { old[column..<next] == cells[column..<next] } else { false }
            // After the window was erased, blanks are there already; amid words they cost less.
            if cell.width > 0, !isShown, old != nil || !cell.isErased || at?.row == row {
                move(row, column)
                put(cell)
            }
            column = next
        }
        if let old, old[end...].contains(where: { !$0.isErased }) {
            move(row, end)
            change(to: .plain)
            sequence("K")
        }
    }

    mutating func finished(cursor: Grid.Position?) -> [UInt8] {
        change(to: .plain)
        if let cursor {
            move(max(cursor.row, 0), max(cursor.column, 0))
            sequence("?25h")
        }
        sequence("?2026l")
        return bytes
    }

    private mutating func move(_ row: Int, _ column: Int) {
        let there = Grid.Position(row: row, column: column)
        if at == there { return }
        sequence(at?.row == row ? "\(column + 1)G" : "\(row + 1);\(column + 1)H")
        at = there
    }

    private mutating func put(_ cell: Cell) {
        change(to: cell.style)
        if cell.isASCII {
            bytes += cell.text.utf8
            at?.column += 1
        } else if isASCII {
            bytes += cell.text.asciiTwin.utf8
            at?.column += cell.width
        } else {
            bytes += cell.text.utf8
            // Wherever this terminal thinks it is now, the next cell is put in its place.
            at?.column = .min
        }
    }

    private mutating func change(to style: Style) {
        if style == self.style { return }
        bytes += theme.sequence(for: style).utf8
        self.style = style
    }
}
