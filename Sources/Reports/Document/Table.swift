/// Rows under named columns.
package struct Table: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        /// As data calls it: `point_biserial`.
        package let name: String
        package let title: String
        /// Whether its values are compared by size, and so stand on the right.
        package let isNumeric: Bool

        package init(_ name: String, _ title: String, isNumeric: Bool = false) {
            self.name = name
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    /// As data calls it; no two tables of a report have the same.
    package let name: String
    package let caption: String
    package let columns: [Column]
    /// Each has a value for every column.
    package private(set) var rows: [[Value]] = []
    /// What a reader must know to read it.
    package var notes: [String] = []

    package init(_ name: String, _ caption: String, _ columns: [Column]) {
        self.name = name
        self.caption = caption
        self.columns = columns
    }

    package mutating func add(_ row: [Value]) {
        precondition(row.count == columns.count, "a row has a value for every column")
        rows.append(row)
    }
}
