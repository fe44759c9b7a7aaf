internal import Results

extension SQLiteStore {
    /// What a commit that failed may have left behind.
    enum Doubt {
        /// Nothing that counts: it was never whole.
        case isGone
        /// All of it, in the log: where others can see it, or behind the end that they know of.
        case lingers
    }

    /// Makes certain what became of a commit that failed: what can be seen is on the disk, and what
    /// cannot be seen never comes back.
    ///
    /// Syncing the log again would prove nothing, since the kernel takes pages for written once it
    /// has told of the failure: https://lwn.net/Articles/752063/. Copying them into the file and
    /// syncing that does. What lies behind the end of the log would be found by the first to read it
    /// after a crash, so that a new log is begun in its place, and on the disk.
    func settle() throws(StoreFault) {
        switch doubt {
        case nil: return
        case .isGone:
            // On a full disk a log that is copied gives back its room, if that can be done at all.
            _ = try? connection.checkpoint()
        case .lingers:
            try inSQLite {
                guard try connection.checkpoint(waiting: true) else {
                    throw SQLiteFault(.busy, .checkpointing, "a reader needs the log for too long")
                }
                try connection.write {
                    try connection.run(#"UPDATE "store" SET "sequence" = "sequence""#)
                }
            }
        }
        doubt = nil
    }
}

extension StoreFault {
    var withUnknownOutcome: StoreFault {
        var fault = self
        fault.outcome = .unknown
        return fault
    }
}
