internal import CSQLite

extension Connection {
    package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Carries out all of the body or nothing of it, and returns when it is on disk.
    ///
    /// Where the body throws, everything is undone and its error is passed on. Where committing
    /// fails, the fault says so by `leavesOutcomeUnknown`, and the connection is spent.
    @discardableResult
    package func write<Value>(_ body: () throws -> Value) throws -> Value {
        try begin()
        let value: Value
        do {
            value = try body()
        } catch {
            undo()
            throw error
        }
        try commit()
        return value
    }

    /// Lets the body read the store as it was when it read its first row, whoever writes meanwhile.
    @discardableResult
    package func read<Value>(_ body: () throws -> Value) throws -> Value {
        try beginReading()
        // There is nothing to save, so that it does not matter how this ends.
        defer { undo() }
        return try body()
    }

    func beginReading() throws(SQLiteFault) {
        try refuseIfSpent(.beginning)
        precondition(!isInTransaction, "transactions do not nest")
        try run("BEGIN DEFERRED")
    }

    /// Takes the right to write, before anything is read that the writing depends on.
    func begin() throws(SQLiteFault) {
        try refuseIfSpent(.beginning)
        precondition(!isInTransaction, "transactions do not nest")
        do {
            try run("BEGIN IMMEDIATE")
        } catch {
            throw error.during(.beginning)
        }
    }

    func commit() throws(SQLiteFault) {
        guard isInTransaction else {
            // SQLite undoes a transaction by itself when a statement meets a full disk, say.
            throw SQLiteFault(.other, .writing, "a statement failed, and everything was undone")
        }
        do {
            try run("COMMIT")
        } catch {
            undo()
            // A rule that is checked at the end was broken: this much is known to be undone.
            if case .constraint = error.kind { throw error }
            spend()
            throw error.during(.committing)
        }
    }

    func undo() {
        guard isInTransaction else { return }
        do {
            try run("ROLLBACK")
        } catch {
            spend()
        }
    }
}
