import Assessment
import Foundation
import Results
import SQLiteResults

/// Stores with people in them, in a folder of the test's own.
extension Workspace {
    static let time = Timestamp(microseconds: 1_760_000_000_123_456)

    /// A new store with so many people, closed.
    @discardableResult
    func results(_ name: String = "results.sqlite", people: Int = 2) throws -> String {
        let store = try SQLiteStore.openOrCreate(path(name))
        for number in 0..<people { try add(number, to: store) }
        try store.close()
        return path(name)
    }

    func add(_ number: Int, to store: SQLiteStore) throws {
        let person = Person(id: UniqueID(bits: UInt128(number + 1)), name: "Person \(number)")
        let record = PersonRecord(
            id: UniqueID(bits: UInt128(number + 1_000)), time: Self.time, author: "lead",
            person: person)
        try store.add([record], at: Self.time)
    }

    func people(_ name: String = "results.sqlite") throws -> [String?] {
        let store = try SQLiteStore.open(path(name), .reading)
        let names = try store.people().map(\.name)
        try store.close()
        return names
    }

    func mode(_ name: String) throws -> Int? {
        let file = try FileManager.default.attributesOfItem(atPath: path(name))
        return file[.posixPermissions] as? Int
    }
}
