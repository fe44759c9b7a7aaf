internal import CSQLite
package import Results

/// One open store, for one thread.
///
/// ```swift
/// let store = try Connection.open(path, .readWrite, newest: 3)
/// try store.write {
///     try store.run("INSERT INTO step VALUES (?1, ?2)", [.text(sitting), .integer(number)])
/// }
/// try store.close(checkpointing: true)
/// ```
/// Take the queue's lock around every `write`, `checkpoint`, `migrate` and checkpointing `close`:
/// SQLite before 3.51.3 may lose pages when two processes write and checkpoint at once.
package final class Connection {
    package enum Access: Sendable, Hashable {
        case readOnly, readWrite
    }

    /// Where the file lies, without symbolic links.
    package let path: String
    package let access: Access
    /// Whether it is closed, or a commit or its undoing failed; nothing but closing is done then.
    package private(set) var isSpent = false
    private var opened: OpaquePointer?
    private var prepared: [SQL: PreparedStatement] = [:]

    /// Opens a file whose header was looked at, and puts every setting in force.
    ///
    /// Being alone keeps every other process out, and so does without shared memory.
    init(opening path: String, _ access: Access, isAlone: Bool = false) throws(SQLiteFault) {
        self.path = path
        self.access = access
        try PageSealing.register()
        var flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
        // To be alone it takes a lock for which the system wants a file that may be written to.
        flags |= access == .readOnly && !isAlone ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        let code = sqlite3_open_v2(path, &opened, flags, PageSealing.name)
        guard code == SQLITE_OK else { throw fault(code, .opening) }
        do throws(SQLiteFault) {
            try putSettingsInForce(isAlone: isAlone)
        } catch {
            throw error.during(.opening)
        }
        // SQLite quietly opens for reading what it may not write to.
        if access == .readWrite, sqlite3_db_readonly(handle, "main") != 0 {
            throw SQLiteFault(.readOnly, .opening, "the file may not be written to")
        }
    }

    deinit {
        prepared = [:]
        sqlite3_close_v2(opened)
    }

    var handle: OpaquePointer {
        guard let opened else { preconditionFailure("a closed store is not to be used") }
        return opened
    }

    /// Closes the file; it is an error of ours if a statement is still at work.
    ///
    /// Only with `checkpointing`, which the queue's lock has to be held for, does the last
    /// connection copy the log into the file and remove it.
    package func close(checkpointing: Bool = false) throws(SQLiteFault) {
        prepared = [:]
        guard opened != nil else { return }
        if checkpointing, access == .readWrite, !isSpent {
            try set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, to: 0)
        }
        let code = sqlite3_close(handle)
        guard code == SQLITE_OK else { throw fault(code, .closing) }
        opened = nil
        isSpent = true
    }

    /// What went wrong last, in SQLite's words.
    func fault(_ code: Int32, _ action: SQLiteFault.Action) -> SQLiteFault {
        guard let opened else {
            return SQLiteFault(
                code: code, action, String(cString: sqlite3_errstr(code)), systemError: 0)
        }
        return SQLiteFault(
            code: code, action, String(cString: sqlite3_errmsg(opened)),
            systemError: sqlite3_system_errno(opened),
            page: code == assay_ioerr_data ? PageSealing.takeFaultyPage(of: opened) : nil)
    }

    func spend() {
        isSpent = true
    }

    func refuseIfSpent(_ action: SQLiteFault.Action) throws(SQLiteFault) {
        guard isSpent else { return }
        throw SQLiteFault(.spent, action, "it is closed, or a commit failed; open the store anew")
    }

    func set(_ setting: Int32, to value: Int32) throws(SQLiteFault) {
        guard assay_db_config(handle, setting, value) == value else {
            throw SQLiteFault(.other, .opening, "SQLite refused setting \(setting)")
        }
    }
}

@available(*, unavailable)
extension Connection: Sendable {}

// MARK: Statements

extension Connection {
    /// A statement with its values, ready to be stepped through. It is prepared once for good.
    package func statement(
        _ sql: SQL, _ values: [Field] = []
    ) throws(SQLiteFault) -> Statement {
        let statement = Statement(try lease(sql), of: self)
        try statement.bind(values)
        return statement
    }

    /// Runs a statement to its end.
    ///
    /// - Returns: How many rows it changed itself, not counting those that triggers changed.
    @discardableResult
    package func run(
        _ sql: SQL, _ values: [Field] = []
    ) throws(SQLiteFault) -> Int {
        let statement = try statement(sql, values)
        while try statement.next() {}
        return statement.isReadOnly ? 0 : Int(sqlite3_changes64(handle))
    }

    /// The first field of the first row, or `nil` where there is no row.
    package func value(
        _ sql: SQL, _ values: [Field] = []
    ) throws(SQLiteFault) -> Field? {
        let statement = try statement(sql, values)
        return try statement.next() ? try statement.field(0) : nil
    }

    /// Runs each statement of a script that has no values.
    package func run(script: StaticString) throws(SQLiteFault) {
        try refuseIfSpent(.writing)
        var rest: UnsafePointer<CChar>? = script.characters
        while let start = rest, start.pointee != 0 {
            let one = try PreparedStatement(start, count: -1, keeping: false, of: self, rest: &rest)
            guard let one else { continue }
            var code = sqlite3_step(one.handle)
            while code == SQLITE_ROW { code = sqlite3_step(one.handle) }
            guard code == SQLITE_DONE else { throw fault(code, .writing) }
        }
    }

    private func lease(_ sql: SQL) throws(SQLiteFault) -> PreparedStatement {
        try refuseIfSpent(.preparing)
        if let known = prepared[sql], !known.isLeased { return known }
        let text = Array(sql.text.utf8CString)
        let new = try text.withUnsafeBufferPointer { text throws(SQLiteFault) in
            guard let start = text.baseAddress else { return nil as PreparedStatement? }
            var rest: UnsafePointer<CChar>?
            let new = try PreparedStatement(
                start, count: Int32(text.count), keeping: true, of: self, rest: &rest)
            precondition(
                rest.map { $0.pointee == 0 } ?? true,
                "there is more than one statement in: \(sql.text)")
            return new
        }
        guard let new else { preconditionFailure("a statement says nothing: \(sql.text)") }
        if prepared[sql] == nil { prepared[sql] = new }
        return new
    }
}

extension StaticString {
    /// As C has it, ended by a NUL.
    fileprivate var characters: UnsafePointer<CChar> {
        precondition(hasPointerRepresentation, "SQL is longer than one character")
        return UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
    }
}
