internal import CSQLite

extension Connection {
    /// Copies the log into the file and empties it; only with `waiting` it waits for readers.
    ///
    /// Take the queue's lock.
    /// - Returns: Whether nothing is left in the log; readers may still need what is.
    @discardableResult
    package func checkpoint(waiting: Bool = false) throws(SQLiteFault) -> Bool {
        try refuseIfSpent(.checkpointing)
        if !waiting { sqlite3_busy_timeout(handle, 0) }
        defer { sqlite3_busy_timeout(handle, Self.patience) }
        let code = sqlite3_wal_checkpoint_v2(
            handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        switch code & 0xFF {
        case SQLITE_OK: return true
        case SQLITE_BUSY: return false
        default: throw fault(code, .checkpointing)
        }
    }
}
