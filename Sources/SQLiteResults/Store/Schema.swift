internal import Results

/// The tables of a store, version by version.
package enum Schema {
    static let migrations = [
        Migration(to: 1, version1), Migration(to: 2, version2), Migration(to: 3, version3),
    ]

    package static let newest = 3

    /// The version whose tables are the first to hold a kind of record.
    ///
    /// A store that is only read may be of an older one, and has none of it.
    static func firstVersion(with table: Table) -> Int {
        let second: [Table] = [
            ProctorCodeRecord.table, ReleaseRecord.table, SubmissionRecord.table,
            AssignmentRecord.table, ReviewStepRecord.table, VerdictReleaseRecord.table,
        ]
        return table == RegradeRecord.table ? 3 : second.contains(table) ? 2 : 1
    }
}
