package import Assessment
internal import Disk
package import Results

/// The results of everybody in one file, for one thread.
///
/// Every write waits its turn in a queue that all programs and threads stand in; a reader waits for
/// nobody.
/// ```swift
/// let store = try SQLiteStore.open(path, .writing)
/// try store.add([person], at: now)
/// try store.close()
/// ```
package final class SQLiteStore: ResultsStore {
    /// What a store is opened for.
    package enum Access: Sendable, Hashable {
        case reading, writing
    }

    /// How long a write waits for its turn, and what is done when that becomes long.
    package struct Patience {
        package var limit: Duration
        /// Called once in a wait, when it has lasted two seconds.
        package var onWait: () -> Void

        package init(limit: Duration = .seconds(60), onWait: @escaping () -> Void = {}) {
            self.limit = limit
            self.onWait = onWait
        }
    }

    package let path: String
    package private(set) var identity = UniqueID<any ResultsStore>(bits: 0)
    let access: Access
    let patience: Patience
    private(set) var connection: Connection
    /// What is still to be done about a commit that failed.
    var doubt: Doubt?
    /// The text of each statement that was used.
    var texts: [TableStatement: SQL] = [:]
    private var queue: QueueLock?
    private(set) var isWriting = false
    private(set) var isReading = false
    /// Whether anything was done that took a turn; who only read has nothing to tidy up.
    private var hadTurn = false

    init(
        _ path: String, _ access: Access, _ patience: Patience, _ connection: Connection
    ) throws(StoreFault) {
        self.path = path
        self.access = access
        self.patience = patience
        self.connection = connection
        identity = try storedIdentity()
    }

    /// Ends the use of the store; the last one to leave of those who wrote tidies up.
    package func close() throws(StoreFault) {
        guard hadTurn, !connection.isSpent else {
            try inSQLite { try connection.close() }
            return
        }
        try inTurn { () throws(StoreFault) in
            try inSQLite { try connection.close(checkpointing: true) }
        }
    }

    package func reopen() throws(StoreFault) {
        precondition(!isWriting && !isReading, "a store is opened anew between two uses")
        // What the old connection still thinks does not matter.
        try? connection.close()
        try Self.checkPlace(of: path)
        connection = try Self.connect(path, access)
        do throws(StoreFault) {
            guard try storedIdentity() == identity else {
                throw StoreFault(
                    .missing, "another store was put in the place of this one",
                    advice: "begin again")
            }
        } catch {
            try? connection.close()
            throw error
        }
    }

    private func reopenIfSpent() throws(StoreFault) {
        if connection.isSpent { try reopen() }
    }

    package func reading<Answer>(
        _ body: () throws(StoreFault) -> Answer
    ) throws(StoreFault) -> Answer {
        if isWriting || isReading { return try body() }
        try reopenIfSpent()
        try inSQLite { try connection.beginReading() }
        isReading = true
        defer {
            isReading = false
            connection.undo()
        }
        return try body()
    }

    package func writing<Answer>(
        _ body: () throws(StoreFault) -> Answer
    ) throws(StoreFault) -> Answer {
        precondition(!isWriting && !isReading, "a write is not part of anything else")
        guard access == .writing else {
            throw StoreFault(.readOnly, "the store was opened for reading only")
        }
        do throws(StoreFault) {
            try reopenIfSpent()
            return try inTurn { () throws(StoreFault) in
                try settle()
                return try transact(body)
            }
        } catch {
            // This may be a second try of what nobody could look for yet.
            throw doubt == nil ? error : error.withUnknownOutcome
        }
    }

    package func scrub() throws(StoreFault) {
        try reopenIfSpent()
        try inTurn { () throws(StoreFault) in
            guard try inSQLite({ try connection.checkpoint() }) else {
                throw StoreFault(
                    .busy, "others are reading, and what was erased may still be in the files",
                    advice: "it goes when they are done and something is saved")
            }
        }
    }

    private func transact<Answer>(
        _ body: () throws(StoreFault) -> Answer
    ) throws(StoreFault) -> Answer {
        try inSQLite { try connection.begin() }
        isWriting = true
        defer { isWriting = false }
        let answer: Answer
        do throws(StoreFault) {
            answer = try body()
            // What is written to a file that nobody can find any more is not saved.
            try inSQLite { try connection.checkInPlace() }
            try inDisk { () throws(DiskFault) in try queue?.confirm() }
        } catch {
            connection.undo()
            throw error
        }
        do throws(SQLiteFault) {
            try connection.commit()
        } catch {
            if error.leavesOutcomeUnknown { doubt = error.mayLingerInLog ? .lingers : .isGone }
            throw StoreFault(error)
        }
        return answer
    }

    func inTurn<Answer>(
        _ body: () throws(StoreFault) -> Answer
    ) throws(StoreFault) -> Answer {
        let queue: QueueLock
        if let open = self.queue { queue = open } else { queue = try Self.queue(for: path) }
        self.queue = queue
        return try queue.withLock(
            until: .now + patience.limit, onWait: patience.onWait, failing: { StoreFault($0) }
        ) { () throws(StoreFault) in
            hadTurn = true
            return try body()
        }
    }

    private func storedIdentity() throws(StoreFault) -> UniqueID<any ResultsStore> {
        let rows = try reading { () throws(StoreFault) in
            try select(#"SELECT "identity" FROM "store""#, []) { fields throws(StoreFault) in
                guard case .bytes(let bytes) = fields[0],
                    let identity = UniqueID<any ResultsStore>(bytes: bytes)
                else { throw .damaged("store") }
                return identity
            }
        }
        guard let identity = rows.first else { throw .damaged("store") }
        return identity
    }
}
