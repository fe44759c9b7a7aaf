/// A ``TextField`` in rows of a width, and which place of the text is where on them.
///
/// The last column is left for the cursor, and for a blank that a row ends with.
package struct FieldLayout: Sendable {
    package let rows: [String]
    /// Where the cursor stands.
    package let cursor: Grid.Position
    /// For each row the characters on it, without the line end.
    private let ranges: [Range<Int>]
    /// For each row the columns at which its characters begin, and at which it ends.
    private let columns: [[Int]]
    private let width: Int

    init(_ field: TextField, width: Int) {
        let width = max(width, 2)
        var rows: [String] = []
        var ranges: [Range<Int>] = []
        var columns: [[Int]] = []
        var start = 0
        for line in field.characters.split(separator: "\n", omittingEmptySubsequences: false) {
            let clusters = line.map { Cluster(whole: $0) }
            for range in SoftWrap(clusters, width: width - 1).rows {
                rows.append(clusters[range].map(\.text).joined())
                ranges.append(start + range.lowerBound..<start + range.upperBound)
                columns.append(
                    clusters[range].reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.width) })
            }
            start += line.count + 1
        }
        self.rows = rows
        self.ranges = ranges
        self.columns = columns
        self.width = width
        cursor = Self.position(of: field.cursor, ranges, columns, width)
    }

    /// Where a place of the text is; at the seam of two rows it is on the second.
    func position(of place: Int) -> Grid.Position {
        Self.position(of: place, ranges, columns, width)
    }

    private static func position(
        of place: Int, _ ranges: [Range<Int>], _ columns: [[Int]], _ width: Int
    ) -> Grid.Position {
        let row = ranges.lastIndex { $0.lowerBound <= place } ?? 0
        let column = columns[row][min(place, ranges[row].upperBound) - ranges[row].lowerBound]
        return Grid.Position(row: row, column: min(column, width - 1))
    }

    /// The place of the text that a column of a row belongs to.
    func place(row: Int, column: Int) -> Int {
        let range = ranges[row]
        let offset = columns[row].lastIndex { $0 <= max(column, 0) } ?? 0
        // The end of a row that goes on is the start of the next.
        let goesOn = row + 1 < ranges.count && ranges[row + 1].lowerBound == range.upperBound
        return min(range.lowerBound + offset, goesOn ? range.upperBound - 1 : range.upperBound)
    }
}

extension TextField {
    /// The part around the cursor in one row, for a field amid other text, and the cursor's column.
    package func window(width: Int) -> (text: String, cursor: Int) {
        let width = max(width, 2)
        let clusters = characters.map { Cluster(whole: $0) }
        var start = cursor
        var before = 0
        while start > 0, before + clusters[start - 1].width < width {
            start -= 1
            before += clusters[start].width
        }
        var text = ""
        var used = 0
        for cluster in clusters[start...] {
            if used + cluster.width > width { break }
            text += cluster.text
            used += cluster.width
        }
        return (text, before)
    }
}
