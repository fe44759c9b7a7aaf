package import Assessment

/// What a place for results has to be able to do; every verb on results is built on these few.
///
/// A store is used by one thread. Everything but ``reading(_:)``, ``writing(_:)`` and ``reopen()``
/// is called within one of those two, and sees what was added before in the same ``writing(_:)``.
package protocol ResultsStore: AnyObject {
    /// Made when the store was, and never changed.
    var identity: UniqueID<any ResultsStore> { get }

    /// Sees one state of the store, whatever others write meanwhile; within ``writing(_:)`` or
    /// another reading it is part of that.
    func reading<Answer>(
        _ body: () throws(StoreFault) -> Answer
    ) throws(StoreFault) -> Answer

    /// Waits for its turn, then keeps everything that the body adds, or nothing of it; not within
    /// another writing.
    ///
    /// It is on disk when this returns. Where the fault's outcome is unknown it may be, too.
    func writing<Answer>(
        _ body: () throws(StoreFault) -> Answer
    ) throws(StoreFault) -> Answer

    /// Begins anew after a fault, with what is on disk.
    func reopen() throws(StoreFault)

    /// At most `limit` rows whose keys come after the given one, in the order of their keys.
    ///
    /// Keys compare field by field: integers by value, texts and bytes byte by byte, where what
    /// another one begins with comes before it. No row has to have the given key.
    func rows(
        _ table: Table, _ query: Query, after key: [Field]?, limit: Int
    ) throws(StoreFault) -> [SealedRow]

    /// The row of the highest key that the query means, nil where there is none.
    func lastRow(_ table: Table, _ query: Query) throws(StoreFault) -> SealedRow?

    /// Adds a row; a fault where its key is not new, and perhaps where what it refers to by key is
    /// not there.
    func insert(_ row: SealedRow) throws(StoreFault)

    /// Puts the row without its personal fields in the place of what has its key, once there is a
    /// tombstone of the person.
    func erasePersonal(_ row: SealedRow) throws(StoreFault)

    /// Makes what was erased unreadable in the files, too; called outside of ``writing(_:)``.
    func scrub() throws(StoreFault)

    var head: ChainHead { get throws(StoreFault) }

    /// Adds an entry whose hash is new; `isOwn` makes it the end of the store's own chain.
    func append(_ entry: AuditEntry, isOwn: Bool) throws(StoreFault)

    /// At most `limit` entries after the given one, by sequence and then by hash.
    func entries(after entry: AuditEntry?, limit: Int) throws(StoreFault) -> [AuditEntry]

    func entry(_ hash: Digest) throws(StoreFault) -> AuditEntry?

    /// Every entry that adds the record with this key, by sequence and then by hash.
    func entries(_ table: Table, key: [Field]) throws(StoreFault) -> [AuditEntry]

    func lease(of sitting: UniqueID<SittingRecord>) throws(StoreFault) -> Lease?

    /// Puts a lease in the place of any other, or takes it away.
    func setLease(_ lease: Lease?, of sitting: UniqueID<SittingRecord>) throws(StoreFault)
}

/// Which rows of a table are meant.
package enum Query: Sendable, Hashable {
    case all
    /// Those whose key begins with these fields, each as a whole.
    case under([Field])
    /// Those that hold the value in a column they are looked up by.
    case having(String, Field)
}

extension Query {
    package static func learner(_ learner: Person.ID) -> Query { .under([.id(learner)]) }

    package static func sitting(
        _ learner: Person.ID, _ sitting: UniqueID<SittingRecord>
    ) -> Query {
        .under([.id(learner), .id(sitting)])
    }

    package static func members(of cohort: Cohort.ID) -> Query { .under([.text(cohort.text)]) }

    package static func submission(_ learner: Person.ID, _ submission: String) -> Query {
        .under([.id(learner), .text(submission)])
    }

    package static func sheet(
        _ learner: Person.ID, _ submission: String, _ sheet: ScoreSheet.ID
    ) -> Query {
        .under([.id(learner), .text(submission), .text(sheet.text)])
    }

    package static func codes(ofQuiz quiz: String) -> Query { .under([.text(quiz)]) }

    package static func sittings(ofQuiz quiz: String) -> Query { .having("quiz", .text(quiz)) }
}
