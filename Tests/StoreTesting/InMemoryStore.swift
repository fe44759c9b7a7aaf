package import Assessment
package import Results

/// A store that keeps everything in memory, for tests.
///
/// Writing works on a copy and puts it in place at the end. Several stores may be opened on one
/// place, as several programs open one file.
package final class InMemoryStore: ResultsStore {
    /// Where records lie, whichever stores are open on it.
    package final class Place {
        package let identity: UniqueID<any ResultsStore>
        package fileprivate(set) var state: MemoryState
        fileprivate var isBusy = false
        /// What comes of commits; nil where they work.
        package var failure: Failure?
        /// Whether it is gone for now: nothing can be opened or read.
        package var isGone = false
        /// Whether the next failure that tells nothing also makes it gone.
        package var goesWithFailure = false

        package init() {
            var generator = SystemRandomNumberGenerator()
            identity = UniqueID(bits: UInt128.random(in: 0...UInt128.max, using: &generator))
            state = MemoryState(head: .start(of: identity))
        }

        /// A copy that knows nothing of later changes, as of a file.
        package init(copying other: Place) {
            identity = other.identity
            state = other.state
        }

        /// Changes what is kept as no store would, underneath all that are open.
        package func alter(_ change: (inout MemoryState) -> Void) {
            change(&state)
        }
    }

    package enum Failure: Sendable, Hashable, CaseIterable {
        /// The next commit fails, and whether it was saved cannot be told by its fault.
        case nextIsSaved, nextIsLost
        /// No commit finds room.
        case full
    }

    private let place: Place
    /// What the reading or writing under way sees.
    private var view: MemoryState?
    private var isWriting = false
    /// Whether a commit failed, so that only reopening helps.
    private var isStale = false
    /// How often it was asked for rows or entries.
    package private(set) var requests = 0

    package init(at place: Place = Place()) {
        self.place = place
    }

    package var identity: UniqueID<any ResultsStore> { place.identity }

    package func reading<Answer>(
        _ body: () throws(StoreFault) -> Answer
    ) throws(StoreFault) -> Answer {
        if view != nil { return try body() }
        try checkOpen()
        view = place.state
        defer { view = nil }
        return try body()
    }

    package func writing<Answer>(
        _ body: () throws(StoreFault) -> Answer
    ) throws(StoreFault) -> Answer {
        precondition(view == nil, "writing is not within reading or writing")
        try checkOpen()
        guard !place.isBusy else { throw StoreFault(.busy, "another store is writing") }
        place.isBusy = true
        view = place.state
        isWriting = true
        defer {
            place.isBusy = false
            view = nil
            isWriting = false
        }
        let answer = try body()
        try commit()
        return answer
    }

    private func commit() throws(StoreFault) {
        let failure = place.failure
        if failure == .full { throw StoreFault(.full, "there is no room") }
        if let view, failure != .nextIsLost { place.state = view }
        guard failure != nil else { return }
        place.failure = nil
        isStale = true
        place.isGone = place.goesWithFailure
        place.goesWithFailure = false
        throw StoreFault(.inputOutput, "the disk failed", outcome: .unknown)
    }

    private func checkOpen() throws(StoreFault) {
        guard !place.isGone else { throw StoreFault(.missing, "the store is gone") }
        guard !isStale else { throw StoreFault(.inputOutput, "the store has to be reopened") }
    }

    package func reopen() throws(StoreFault) {
        precondition(view == nil, "reopening is not within reading or writing")
        isStale = false
        try checkOpen()
    }

    package func scrub() throws(StoreFault) {
        precondition(!isWriting, "scrubbing is not within writing")
    }
}

extension InMemoryStore {
    /// What is seen now.
    private var seen: MemoryState {
        guard let view else { preconditionFailure("this belongs within reading or writing") }
        requests += 1
        return view
    }

    private func change(_ body: (inout MemoryState) -> Void) {
        precondition(isWriting, "this belongs within writing")
        guard var state = view.take() else { return }
        body(&state)
        view = state
    }

    package func rows(
        _ table: Table, _ query: Query, after key: [Field]?, limit: Int
    ) throws(StoreFault) -> [SealedRow] {
        seen.rows(table, query, after: key, limit: limit)
    }

    package func lastRow(_ table: Table, _ query: Query) throws(StoreFault) -> SealedRow? {
        seen.lastRow(table, query)
    }

    package func insert(_ row: SealedRow) throws(StoreFault) {
        guard seen.row(row.table, key: row.key) == nil else {
            throw StoreFault(.conflict, "the key is taken")
        }
        change { $0.put(row) }
    }

    package func erasePersonal(_ row: SealedRow) throws(StoreFault) {
        change { $0.put(row.erased()) }
    }

    package var head: ChainHead { get throws(StoreFault) { seen.head } }

    package func append(_ entry: AuditEntry, isOwn: Bool) throws(StoreFault) {
        guard seen.entry(entry.hash) == nil else {
            throw StoreFault(.conflict, "the entry is there already")
        }
        change { state in
            state.put(entry)
            if isOwn { state.head = ChainHead(sequence: entry.sequence, hash: entry.hash) }
        }
    }

    package func entries(
        after entry: AuditEntry?, limit: Int
    ) throws(StoreFault) -> [AuditEntry] {
        seen.entries(after: entry, limit: limit)
    }

    package func entry(_ hash: Digest) throws(StoreFault) -> AuditEntry? { seen.entry(hash) }

    package func entries(
        _ table: Table, key: [Field]
    ) throws(StoreFault) -> [AuditEntry] {
        seen.entries(table, key: key)
    }

    package func lease(of sitting: UniqueID<SittingRecord>) throws(StoreFault) -> Lease? {
        seen.leases[sitting]
    }

    package func setLease(
        _ lease: Lease?, of sitting: UniqueID<SittingRecord>
    ) throws(StoreFault) {
        change { $0.leases[sitting] = lease }
    }
}
