internal import Assessment
internal import Terminal

/// One row of a screen before it has a place: pieces of text, each in a style.
struct Line: Sendable, Hashable {
    struct Piece: Sendable, Hashable {
        let text: String
        let style: Style
    }

    var pieces: [Piece]

    init(_ text: String = "", _ style: Style = .plain) {
        pieces = text.isEmpty ? [] : [Piece(text: text, style: style)]
    }

    /// Spans in a style, with those that stand out in bold.
    init(_ spans: [Span], _ style: Style) {
        pieces = spans.map { Piece(text: $0.text, style: $0.isStrong ? .title : style) }
    }

    func adding(_ text: String, _ style: Style = .plain) -> Line {
        var line = self
        line.pieces.append(Piece(text: text, style: style))
        return line
    }

    var columns: Int { pieces.reduce(0) { $0 + $1.text.columns } }
}

extension Grid {
    mutating func draw(_ line: Line, row: Int, column: Int = 0, limit: Int = .max) {
        let end = limit < columns - column ? column + max(limit, 0) : columns
        var at = column
        for piece in line.pieces {
            at += draw(piece.text, row: row, column: at, style: piece.style, limit: end - at)
        }
    }
}

/// What a screen has to say, in lines of a width, however many of them its window shows.
struct Body: Sendable, Hashable {
    /// Lines that a click or the mark can act on.
    struct Spot: Sendable, Hashable {
        var lines: Range<Int>
        var columns: Range<Int>
        let part: Int
        let row: Int
    }

    let width: Int
    private(set) var lines: [Line] = []
    private(set) var spots: [Spot] = []
    /// What has to stay in sight.
    var focus: Range<Int>?
    /// Where the cursor stands, by line and column.
    var cursor: Grid.Position?

    init(width: Int) {
        self.width = max(width, 1)
    }

    mutating func add(_ line: Line) { lines.append(line) }

    /// One blank line, however often it is asked for.
    mutating func space() {
        if let last = lines.last, last.columns > 0 { lines.append(Line()) }
    }

    /// Words on one subject, broken where the width wants it.
    mutating func prose(_ text: String, _ style: Style = .plain, indent: Int = 0) {
        for row in set(text, indent) {
            add(Line(row.spans, row.isCode ? .code : style))
        }
    }

    /// A marker with words that hang from it.
    mutating func item(_ marker: String, _ text: String, _ style: Style = .plain) {
        let hanging = min(marker.columns, width / 2)
        let rows = set(text, hanging)
        var first = Line(marker, style)
        first.pieces += Line(Array((rows.first?.spans ?? []).dropFirst()), style).pieces
        add(first)
        for row in rows.dropFirst() { add(Line(row.spans, style)) }
    }

    /// Adds lines as a place for the mark, which goes there where it `isMarked`.
    mutating func spot(part: Int, row: Int, isMarked: Bool, _ add: (inout Body) -> Void) {
        let start = lines.count
        add(&self)
        let range = start..<lines.count
        spots.append(Spot(lines: range, columns: 0..<width, part: part, row: row))
        if isMarked { focus = range }
    }

    /// Keys with what they do, side by side where there is room.
    mutating func keys(_ keys: [(String, String)]) {
        for (key, meaning) in keys {
            if width < 60 {
                prose(key, .key)
                prose(meaning, indent: 2)
            } else {
                let blanks = String(repeating: " ", count: max(16 - key.columns, 1))
                item(key + blanks, meaning)
            }
        }
    }

    /// A field that is being written, after a sign for the mark, with the cursor of whoever types.
    mutating func field(
        _ field: TextField, pointer: String, columns: Int, isTyping: Bool
    ) {
        let layout = field.layout(width: columns)
        let margin = String(repeating: " ", count: pointer.columns)
        if isTyping {
            cursor = Grid.Position(
                row: lines.count + layout.cursor.row, column: margin.columns + layout.cursor.column)
        }
        for (row, text) in layout.rows.enumerated() {
            let rest = min(columns, field.isMultiline ? columns : 40) - text.columns
            add(
                Line(row == 0 ? pointer : margin)
                    .adding(text + String(repeating: " ", count: max(rest, 0)), .field))
        }
    }

    /// Puts another body to the right of the lines from a start on, from a column on.
    mutating func place(_ other: Body, from start: Int, column: Int) {
        let count = other.lines.count
        while lines.count < start + count { lines.append(Line()) }
        for (row, line) in other.lines.enumerated() where line.columns > 0 {
            let blanks = max(column - lines[start + row].columns, 0)
            lines[start + row] = lines[start + row].adding(String(repeating: " ", count: blanks))
            lines[start + row].pieces += line.pieces
        }
        func moved(_ range: Range<Int>, by count: Int) -> Range<Int> {
            range.lowerBound + count..<range.upperBound + count
        }
        for var spot in other.spots {
            spot.lines = moved(spot.lines, by: start)
            spot.columns = moved(spot.columns, by: column)
            spots.append(spot)
        }
        if let focus = other.focus { self.focus = moved(focus, by: start) }
    }

    private func set(_ text: String, _ indent: Int) -> [Prosewrap.Row] {
        let margin = String(repeating: " ", count: indent)
        return Prosewrap(width: width - indent, breaking: true).rows(of: text).map {
            $0.after(margin)
        }
    }
}

extension String {
    /// Its beginning where it is too long for one line.
    func cut(to columns: Int, _ glyphs: Glyphs) -> String {
        if self.columns <= columns { return self }
        var text = ""
        var used = glyphs.ellipsis.columns
        for cluster in clusters {
            if used + cluster.width > columns { break }
            text += cluster.text
            used += cluster.width
        }
        return text + glyphs.ellipsis
    }
}
