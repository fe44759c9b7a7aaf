internal import CSQLite

/// A compiled statement, which a connection keeps and lends to one user at a time.
final class PreparedStatement {
    let handle: OpaquePointer  // finalized below and nowhere else
    var isLeased = false

    /// `nil` where the text holds nothing but blanks and comments.
    init?(
        _ sql: UnsafePointer<CChar>, count: Int32, keeping: Bool, of connection: Connection,
        rest: inout UnsafePointer<CChar>?
    ) throws(SQLiteFault) {
        var handle: OpaquePointer?
        let flags = keeping ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        let code = sqlite3_prepare_v3(connection.handle, sql, count, flags, &handle, &rest)
        guard code == SQLITE_OK else { throw connection.fault(code, .preparing) }
        guard let handle else { return nil }
        self.handle = handle
    }

    deinit {
        sqlite3_finalize(handle)
    }
}
