/// Breaks clusters into rows that fit a width, at blanks where there are any.
///
/// Keeps every cluster, blanks included, so that a place in the text is a place on the rows.
package struct SoftWrap: Sendable, Hashable {
    /// For each row the clusters on it.
    package private(set) var rows: [Range<Int>] = []

    /// Blanks that do not fit stay at the end of their row and may be cut off there.
    package init(_ clusters: [Cluster], width: Int) {
        let width = max(width, 1)
        var start = 0
        var used = 0
        /// The cluster after the last blank of this row, and the columns before it.
        var opening: (index: Int, columns: Int)?
        for (index, cluster) in clusters.enumerated() {
            if used + cluster.width > width, index > start, !cluster.isBlank {
                if let found = opening, found.index > start, found.index <= index {
                    rows.append(start..<found.index)
                    start = found.index
                    used -= found.columns
                } else {
                    rows.append(start..<index)
                    start = index
                    used = 0
                }
                opening = nil
                // A word longer than the row was taken along with what stood before it.
                if used + cluster.width > width, index > start {
                    rows.append(start..<index)
                    start = index
                    used = 0
                }
            }
            used += cluster.width
            // Scripts without blanks between words break after any of their wide letters.
            if cluster.isBlank || cluster.isWide { opening = (index + 1, used) }
        }
        rows.append(start..<clusters.count)
    }
}

extension StringProtocol {
    /// The text in rows of at most `width` columns, its own line breaks kept and nothing cut off.
    package func wrapped(to width: Int) -> [String] {
        var rows: [String] = []
        for line in unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            let clusters = String(String.UnicodeScalarView(line)).clusters
            for range in SoftWrap(clusters, width: width).rows {
                var row = clusters[range]
                while row.last?.isBlank == true { row.removeLast() }
                rows.append(row.map(\.text).joined())
            }
        }
        return rows
    }
}
