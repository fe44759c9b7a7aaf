internal import Terminal

/// Puts a heading, a body that scrolls, a notice and the keys of now into a grid.
struct Window: Sendable {
    static let leastColumns = 24
    static let leastRows = 8

    let columns: Int
    let rows: Int
    let glyphs: Glyphs
    /// The longest first; the first that fits is drawn.
    var headings: [Line] = []
    var clock: String?
    /// How many questions are answered, of how many.
    var progress: (done: Int, all: Int)?
    var notice: String?
    var hints: [Hint] = []

    init(columns: Int, rows: Int, glyphs: Glyphs) {
        self.columns = columns
        self.rows = rows
        self.glyphs = glyphs
    }

    var isTooSmall: Bool { columns < Self.leastColumns || rows < Self.leastRows }

    /// Lines longer than this are hard to read.
    var bodyWidth: Int { min(columns, 92) }

    /// A progress bar is the first thing that a low window can do without.
    private var bodyStart: Int { progress != nil && rows >= 10 ? 2 : 1 }

    private var noticeLines: [String] {
        guard let notice else { return [] }
        return Array(notice.wrapped(to: columns).prefix(rows >= 12 ? 3 : 2))
    }

    /// How many rows the body has, those that say there is more included.
    var bodyRows: Int { max(rows - bodyStart - noticeLines.count - 1, 1) }

    // MARK: Scrolling

    /// Which lines of a body are in sight, with the rows that say there is more.
    struct View: Sendable, Hashable {
        let lines: Range<Int>
        let hasAbove: Bool
        let hasBelow: Bool
    }

    /// The lines from a top on, moved as little as keeps the focus in sight where that is wanted.
    func view(of body: Body, top: Int, following: Bool) -> View {
        let all = body.lines.count
        if all <= bodyRows { return View(lines: 0..<all, hasAbove: false, hasBelow: false) }
        var view = view(of: all, top: top)
        guard following, let focus = body.focus else { return view }
        // The cursor's own line matters more than the field around it.
        let wanted = body.cursor.map { $0.row..<$0.row + 1 } ?? focus
        var top = view.lines.lowerBound
        while view.lines.upperBound < wanted.upperBound, top < wanted.lowerBound {
            top += 1
            view = self.view(of: all, top: top)
        }
        while view.lines.lowerBound > wanted.lowerBound, top > 0 {
            top -= 1
            view = self.view(of: all, top: top)
        }
        return view
    }

    private func view(of all: Int, top: Int) -> View {
        let top = min(max(top, 0), all)
        let above = top > 0 ? 1 : 0
        let room = max(bodyRows - above, 1)
        if all - top <= room {
            let start = max(all - max(bodyRows - 1, 1), 0)
            return View(lines: start..<all, hasAbove: start > 0, hasBelow: false)
        }
        let end = min(top + max(room - 1, 1), all)
        return View(lines: top..<end, hasAbove: top > 0, hasBelow: end < all)
    }

    /// Which line of the body a row of the grid shows.
    func line(at row: Int, _ view: View) -> Int? {
        let line = row - bodyStart - (view.hasAbove ? 1 : 0) + view.lines.lowerBound
        return view.lines.contains(line) ? line : nil
    }

    // MARK: Drawing

    func grid(_ body: Body, _ view: View) -> Grid {
        var grid = Grid(columns: columns, rows: rows)
        guard !isTooSmall else {
            let words = "Make the window at least \(Self.leastColumns)x\(Self.leastRows)"
            for (row, line) in words.wrapped(to: columns).enumerated() { grid.draw(line, row: row) }
            return grid
        }
        drawHeading(on: &grid)
        var row = bodyStart
        if view.hasAbove {
            grid.draw("\(glyphs.up) more above", row: row, style: .help)
            row += 1
        }
        for index in view.lines {
            grid.draw(body.lines[index], row: row)
            if let cursor = body.cursor, cursor.row == index {
                grid.cursor = Grid.Position(row: row, column: min(cursor.column, columns - 1))
            }
            row += 1
        }
        if view.hasBelow {
            grid.draw("\(glyphs.down) more below", row: row, style: .help)
        }
        for (offset, line) in noticeLines.enumerated() {
            grid.draw(line, row: rows - 1 - noticeLines.count + offset, style: .warning)
        }
        grid.draw(hints.line(width: columns), row: rows - 1)
        return grid
    }

    private func drawHeading(on grid: inout Grid) {
        let beside = clock.map { $0.columns + 1 } ?? 0
        let heading = headings.first { $0.columns + beside <= columns } ?? headings.last
        if let heading { grid.draw(heading, row: 0, limit: columns - beside) }
        if let clock { grid.draw(clock, row: 0, column: columns - clock.columns) }
        guard let progress, bodyStart == 2 else { return }
        let count = " \(progress.done)/\(progress.all)"
        let bar = glyphs.progress(
            progress.done, of: progress.all, columns: min(columns, 60) - count.columns)
        grid.draw(Line(bar, .help).adding(count), row: 1)
    }
}
