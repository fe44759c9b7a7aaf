/// One step forward of the tables.
package struct Migration: Sendable {
    /// The version that the tables have after it.
    package let version: Int
    let script: StaticString

    /// - Parameters:
    ///   - version: The version that it leads to.
    ///   - script: What to do, without `BEGIN` and `COMMIT`; it ends by setting `user_version`.
    package init(to version: Int, _ script: StaticString) {
        self.version = version
        self.script = script
    }
}

extension Connection {
    /// Brings the tables to the newest version, a transaction for each step.
    ///
    /// Take the queue's lock. Before the first step `keepCopy` is called with this connection and
    /// the old version, unless there are no tables yet; where it throws, nothing is changed.
    package func migrate(
        _ migrations: [Migration], keepCopy: (Connection, _ from: Int) throws -> Void
    ) throws {
        let versions = migrations.map(\.version)
        precondition(
            zip(versions, versions.dropFirst()).allSatisfy { $0 < $1 }, "migrations go forward")
        let start = try version()
        if let newest = versions.last, start > newest { throw SQLiteFault.newer(start) }
        let due = migrations.filter { $0.version > start }
        guard !due.isEmpty else { return }
        if start > 0 { try keepCopy(self, start) }
        for migration in due { try write { try apply(migration) } }
        // So that an older program finds the new version in the header, and keeps its hands off.
        try checkpoint()
    }

    private func apply(_ migration: Migration) throws(SQLiteFault) {
        // Someone who did not wait for the lock may have been here.
        guard try version() < migration.version else { return }
        try run(script: migration.script)
        let orphans = try statement("PRAGMA foreign_key_check")
        guard try !orphans.next() else {
            throw SQLiteFault(
                .constraint(.foreignKey), .migrating,
                "version \(migration.version) would leave rows that belong to none")
        }
        let reached = try version()
        precondition(
            reached == migration.version,
            "the step to version \(migration.version) set user_version to \(reached)")
    }
}
