/// A screen in memory: rows of cells into which text is drawn, and which is compared or sent.
///
/// The boundary between text from outside and the terminal: whatever is drawn becomes safe, and
/// nothing drawn reaches outside the grid or leaves half of a wide cluster in it.
///
///     var grid = Grid(columns: 40, rows: 12)
///     let used = grid.draw("Question 7 of 20", row: 0, style: .title)
///     grid.draw("[flagged]", row: 0, column: used + 1, style: .flag)
package struct Grid: Sendable, Hashable {
    package let columns: Int
    package let rows: Int
    /// Where the cursor is shown, if it is.
    package var cursor: Position?
    private var cells: [Cell]

    /// A place on the grid, counted from 0.
    package struct Position: Sendable, Hashable {
        package var row: Int
        package var column: Int

        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// A blank grid; sizes below 1 count as 1.
    package init(columns: Int, rows: Int) {
        self.columns = max(columns, 1)
        self.rows = max(rows, 1)
        cells = Array(repeating: .blank, count: self.columns * self.rows)
    }

    package subscript(row: Int, column: Int) -> Cell { cells[row * columns + column] }

    package func row(_ row: Int) -> ArraySlice<Cell> {
        cells[row * columns..<(row + 1) * columns]
    }

    /// Draws one line of text and answers the columns it took, those cut off not counted.
    ///
    /// What lies beyond the edges, or beyond `limit` columns, is left out. Tabs and line breaks are
    /// spelled out like other controls; split or wrap the text first.
    @discardableResult
    package mutating func draw(
        _ text: some StringProtocol, row: Int, column: Int = 0, style: Style = .plain,
        limit: Int = .max
    ) -> Int {
        draw(text.clusters, row: row, column: column, style: style, limit: limit)
    }

    /// Draws clusters as ``draw(_:row:column:style:limit:)`` draws text.
    @discardableResult
    package mutating func draw(
        _ clusters: some Sequence<Cluster>, row: Int, column: Int = 0, style: Style = .plain,
        limit: Int = .max
    ) -> Int {
        guard rows > row, row >= 0, column < columns else { return 0 }
        let end = limit < columns - column ? column + max(limit, 0) : columns
        var at = column
        for cluster in clusters {
            if at + cluster.width > end { break }
            if at >= 0 { put(cluster, row, at, style) }
            at += cluster.width
        }
        return at - column
    }

    /// Draws rows of another grid, such as the part of a long page that is scrolled to.
    package mutating func place(_ other: Grid, from range: Range<Int>, row: Int, column: Int = 0) {
        for (offset, source) in range.clamped(to: 0..<other.rows).enumerated() {
            guard row + offset < rows, row + offset >= 0 else { continue }
            var at = column
            for cell in other.row(source) where cell.width > 0 {
                if at >= 0, at + cell.width <= columns { put(cell, row + offset, at) }
                at += cell.width
            }
        }
    }

    /// Gives some columns of a row another style and leaves their text.
    package mutating func restyle(row: Int, columns range: Range<Int>, as style: Style) {
        guard rows > row, row >= 0 else { return }
        for column in range.clamped(to: 0..<columns) {
            cells[row * columns + column] = self[row, column].styled(style)
        }
    }

    /// Blanks a row.
    package mutating func clear(row: Int) {
        guard rows > row, row >= 0 else { return }
        for column in 0..<columns { cells[row * columns + column] = .blank }
    }

    private mutating func put(_ cluster: Cluster, _ row: Int, _ column: Int, _ style: Style) {
        put(Cell(cluster, style), row, column)
    }

    private mutating func put(_ cell: Cell, _ row: Int, _ column: Int) {
        let start = row * columns + column
        let end = start + cell.width
        blankCluster(at: start)
        if end - 1 > start { blankCluster(at: end - 1) }
        cells[start] = cell
        for index in start + 1..<max(end, start + 1) { cells[index] = .amid(cell.style) }
    }

    /// Blanks the whole of a cluster of which a part is about to be drawn over.
    private mutating func blankCluster(at index: Int) {
        var start = index
        while cells[start].width == 0 { start -= 1 }
        for part in start..<start + cells[start].width { cells[part] = .blank }
    }
}

extension Grid {
    /// The rows as text without the blanks at their ends.
    package var text: [String] {
        (0..<rows).map { index in
            var line = row(index).map(\.text).joined()[...]
            while line.unicodeScalars.last == " " { line.unicodeScalars.removeLast() }
            return String(line)
        }
    }

    /// The rows as text in which whatever is not plain stands as `<title>…</title>`.
    package var styledText: [String] {
        (0..<rows).map { index in
            let cells = row(index)
            let end = cells.lastIndex { !$0.isErased }.map { $0 + 1 } ?? cells.startIndex
            var line = ""
            var style = Style.plain
            for cell in cells[..<end] {
                if cell.style != style {
                    if style != .plain { line += "</\(style)>" }
                    if cell.style != .plain { line += "<\(cell.style)>" }
                    style = cell.style
                }
                line += cell.text
            }
            return style == .plain ? line : line + "</\(style)>"
        }
    }
}
