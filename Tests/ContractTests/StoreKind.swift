import Assessment
import Results
import StoreTesting

/// The stores that keep the contract; every test runs against each.
enum StoreKind: CaseIterable, Sendable {
    case memory, sqlite

    /// A new place that lies nowhere else.
    func place() -> StorePlace {
        switch self {
        case .memory: .memory(InMemoryStore.Place())
        case .sqlite: .sqlite(SQLitePlace())
        }
    }

    /// How many histories are written by chance and merged; what holds of one kind's verbs holds of
    /// another's, so the fastest has the most.
    var histories: UInt64 {
        switch self {
        case .memory: 200
        case .sqlite: 10
        }
    }
}

/// Where a store lies, whoever opens it.
enum StorePlace {
    case memory(InMemoryStore.Place)
    case sqlite(SQLitePlace)

    func open() -> any ResultsStore {
        switch self {
        case .memory(let place): InMemoryStore(at: place)
        case .sqlite(let place): place.open()
        }
    }

    /// Another place with the same store, as when a file is copied.
    func copy() -> StorePlace {
        switch self {
        case .memory(let place): .memory(InMemoryStore.Place(copying: place))
        case .sqlite(let place): .sqlite(place.copy())
        }
    }

    /// Changes what lies there without the store's knowledge.
    func tamper(_ change: Tampering) {
        switch self {
        case .memory(let place): place.alter { change.apply(to: &$0) }
        case .sqlite(let place): place.tamper(change)
        }
    }
}

/// What somebody does who has the file and knows its format.
enum Tampering {
    /// Puts a row in the place of what has its key, or among the others.
    case put(SealedRow)
    case remove(SealedRow)
    /// Puts the entry in the place of what has the hash, with whatever hash it has itself.
    case replaceEntry(Digest, AuditEntry)
    case addEntry(AuditEntry)
    case removeEntry(Digest)
    case setHead(ChainHead)

    fileprivate func apply(to state: inout MemoryState) {
        switch self {
        case .put(let row): state.put(row)
        case .remove(let row): state.removeRow(row.table, key: row.key)
        case .replaceEntry(let hash, let entry):
            state.removeEntry(hash)
            state.put(entry)
        case .addEntry(let entry): state.put(entry)
        case .removeEntry(let hash): state.removeEntry(hash)
        case .setHead(let head): state.head = head
        }
    }
}
