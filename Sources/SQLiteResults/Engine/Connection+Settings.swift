internal import CSQLite

extension Connection {
    /// How long SQLite itself waits for another process: a second defence behind the queue's lock.
    static let patience: Int32 = 5_000

    /// Most of these belong to the connection and not to the file, so that each has to ask anew.
    func putSettingsInForce(isAlone: Bool) throws(SQLiteFault) {
        sqlite3_busy_timeout(handle, Self.patience)
        // The bounds of https://sqlite.org/security.html, as wide as our own statements need.
        for (limit, value) in [
            (SQLITE_LIMIT_LENGTH, 64 << 20), (SQLITE_LIMIT_SQL_LENGTH, 100_000),
            (SQLITE_LIMIT_COLUMN, 100), (SQLITE_LIMIT_EXPR_DEPTH, 100),
            (SQLITE_LIMIT_COMPOUND_SELECT, 50), (SQLITE_LIMIT_VDBE_OP, 100_000),
            (SQLITE_LIMIT_FUNCTION_ARG, 32), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
            (SQLITE_LIMIT_VARIABLE_NUMBER, 1_000), (SQLITE_LIMIT_TRIGGER_DEPTH, 20),
            (SQLITE_LIMIT_WORKER_THREADS, 0),
            // One, because VACUUM attaches the file that it writes.
            (SQLITE_LIMIT_ATTACHED, 1),
        ] {
            sqlite3_limit(handle, limit, Int32(value))
        }
        try set(SQLITE_DBCONFIG_DEFENSIVE, to: 1)
        try set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, to: 0)
        try set(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, to: 0)
        try set(SQLITE_DBCONFIG_ENABLE_FKEY, to: 1)
        // A name in double quotes that is misspelled would be taken for a text.
        try set(SQLITE_DBCONFIG_DQS_DML, to: 0)
        try set(SQLITE_DBCONFIG_DQS_DDL, to: 0)
        // The last one to close must not checkpoint unless it holds the queue's lock.
        try set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, to: 1)
        // Before anything is read, or the shared memory would be wanted already.
        if isAlone { try run(script: "PRAGMA locking_mode = EXCLUSIVE;") }
        try run(
            script: """
                PRAGMA cell_size_check = ON;
                PRAGMA mmap_size = 0;
                PRAGMA temp_store = MEMORY;
                PRAGMA secure_delete = ON;
                PRAGMA recursive_triggers = ON;
                PRAGMA synchronous = FULL;
                PRAGMA wal_autocheckpoint = 1000;
                """)
        if access == .readOnly { try run(script: "PRAGMA query_only = ON;") }
    }
}
