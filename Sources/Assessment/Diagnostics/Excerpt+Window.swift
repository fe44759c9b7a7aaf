extension Diagnostic.Excerpt {
    /// The widest excerpt, in terminal columns, marks of omission included.
    private static var width: Int { 100 }

    /// How many bytes of a line are looked at on either side of a fault.
    ///
    /// Bounds the cost of an excerpt on a line of any length, even one of combining marks.
    private static var reach: Int { 400 }

    /// The part of a line around a fault, as a terminal can show it.
    init(of bytes: borrowing Span<UInt8>, lineStart: Int, fault: Int) {
        var start = lineStart
        if fault - lineStart > Self.reach {
            start = fault - Self.reach
            while start < fault, bytes[start] & 0xC0 == 0x80 { start += 1 }
        }
        var before = Strip()
        before.append(bytes, from: start, to: fault)
        var after = Strip(startingAt: before.width, continuing: before)
        let end = after.append(bytes, from: fault, to: min(bytes.count, fault + Self.reach))
        let endsLine = end == bytes.count || bytes[end].endsLine

        // A mark that combines with what is before it has no column of its own.
        let isAttached = after.cells.first?.width == 0
        let baseWidth = isAttached ? before.cells.last { $0.width > 0 }?.width ?? 0 : 0

        var isCutBefore = start > lineStart
        if isCutBefore || before.width + after.width > Self.width {
            let room = max(Self.width - after.width - 2, Self.width * 3 / 5)
            isCutBefore = before.dropFirst(toFit: room) || isCutBefore
        }
        let indent = before.width + (isCutBefore ? 1 : 0)
        var isCutAfter = !endsLine
        if isCutAfter || indent + after.width > Self.width {
            isCutAfter = after.dropLast(toFit: Self.width - indent - 1) || isCutAfter
        }
        self.init(
            text: (isCutBefore ? "…" : "") + before.text + after.text + (isCutAfter ? "…" : ""),
            caretIndent: indent - baseWidth)
    }
}

extension UInt8 {
    /// Whether this is LF or CR.
    var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

/// Text made safe for a terminal, one scalar of the source a cell.
private struct Strip {
    struct Cell {
        let text: String
        let width: Int
    }

    private(set) var cells: [Cell] = []
    private(set) var width = 0
    /// The column the strip begins at, which tabs are counted from.
    private let origin: Int
    private var columns: ColumnCounter

    init() {
        origin = 0
        columns = ColumnCounter()
    }

    init(startingAt origin: Int, continuing other: Strip) {
        self.origin = origin
        columns = other.columns
    }

    var text: String { cells.lazy.map(\.text).joined() }

    /// Takes in bytes up to a bound or the end of their line, and says where it stopped.
    @discardableResult
    mutating func append(_ bytes: borrowing Span<UInt8>, from start: Int, to bound: Int) -> Int {
        var at = start
        while at < bound, !bytes[at].endsLine {
            let step = UTF8Step(in: bytes, at: at)
            append(step.shown)
            at += step.length
        }
        return at
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar == "\t" {
            let blanks = 4 - (origin + width) % 4
            add(String(repeating: " ", count: blanks), blanks)
            columns = ColumnCounter()
        } else if scalar.isSafeInTerminal {
            add(String(scalar), columns.advance(over: scalar))
        } else {
            let escape = scalar.terminalEscape
            add(escape, escape.utf8.count)
            columns = ColumnCounter()
        }
    }

    private mutating func add(_ text: String, _ columns: Int) {
        cells.append(Cell(text: text, width: columns))
        width += columns
    }

    /// Drops cells from the front until the rest fits, with no mark left without its base.
    mutating func dropFirst(toFit room: Int) -> Bool {
        var count = 0
        while count < cells.count, width > room || (count > 0 && cells[count].width == 0) {
            width -= cells[count].width
            count += 1
        }
        cells.removeFirst(count)
        return count > 0
    }

    mutating func dropLast(toFit room: Int) -> Bool {
        var isCut = false
        while width > room, let last = cells.popLast() {
            width -= last.width
            isCut = true
        }
        return isCut
    }
}
