package import Assessment

/// How much a table may hold before its reading is refused.
package struct DelimitedLimits: Sendable, Hashable {
    /// The whole file.
    package var bytes = 64 << 20
    package var rows = 1_000_000
    /// The fields of one row.
    package var fields = 256
    /// One field, without its quotes.
    package var fieldBytes = 16 << 10

    package init() {}
}

/// One row of a table, by where its fields stand; their text is made when it is asked for.
package struct DelimitedRow: Sendable {
    /// The line it begins on, counted from 1.
    package let line: Int
    /// Its bytes, less the end of its line.
    package let bytes: Range<Int>
    package let fields: [DelimitedField]
    /// The first thing wrong with it; then its fields may not be those that were meant.
    package let fault: Diagnostic?
}

/// Where a field stands in its file.
package struct DelimitedField: Sendable, Hashable {
    /// Its first byte, which is its quote where it has one.
    package let offset: Int
    /// Its bytes, without the quotes around it.
    package let content: Range<Int>
    /// Whether two quotes in it stand for one.
    package let hasDoubledQuotes: Bool
}
