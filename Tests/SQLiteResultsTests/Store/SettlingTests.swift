import Assessment
import Foundation
import Results
import SQLiteResults
import Testing

@Suite struct `After a fault a store` {
    private let workspace: Workspace
    private let store: SQLiteStore
    private var path: String { workspace.path() }

    init() throws {
        workspace = try Workspace()
        store = try SQLiteStore.create(at: workspace.path())
        try store.add([person(1)], at: start)
    }

    private let start = Timestamp(microseconds: 1_773_000_000_000_000)

    private func person(_ number: Int) -> PersonRecord {
        let id = UInt128(number)
        return PersonRecord(
            id: UniqueID(bits: id), time: start, author: "test",
            person: Person(id: UniqueID(bits: id), name: "Person \(number)"))
    }

    private func names(_ store: SQLiteStore) throws -> [String?] {
        try store.people().map(\.name)
    }

    /// What a store would hold if the machine stopped now, and only these of its files were left.
    private func namesInCopy(of suffixes: String...) throws -> [String?] {
        let copy = try Workspace()
        for suffix in suffixes {
            try copy.put(workspace.bytes("results.sqlite" + suffix), "results.sqlite" + suffix)
        }
        return try names(SQLiteStore.open(copy.path(), .reading))
    }

    @Test(arguments: [1, .max])
    func `calls a write saved once the disk has it, and unknown until then`(
        _ failures: Int
    ) throws {
        let fault = FailingSync.fail(failures) { () -> StoreFault? in
            do throws(StoreFault) { try store.add([person(2)], at: start) } catch { return error }
            return nil
        }
        #expect(fault?.outcome == (failures == 1 ? nil : .unknown))
        if failures > 1 { #expect(try !namesInCopy(of: "").contains("Person 2")) }
        try store.add([person(2)], at: start)
        // Nobody ever synced the log, so that only the file itself counts.
        #expect(try namesInCopy(of: "") == ["Person 1", "Person 2"])
    }

    @Test func `says unknown of a second try that cannot look for the first`() throws {
        let outcomes = FailingSync.fail(.max) {
            (1...3).map { _ -> StoreFault.Outcome? in
                do throws(StoreFault) { try store.add([person(2)], at: start) } catch {
                    return error.outcome
                }
                return nil
            }
        }
        #expect(outcomes == [.unknown, .unknown, .unknown])
    }

    @Test func `never brings back what it called not saved`() throws {
        // Another that has it open keeps the end of the log where it was.
        let other = try SQLiteStore.open(path, .writing)
        #expect(try names(other) == ["Person 1"])
        let fault = #expect(throws: StoreFault.self) {
            try FailingSync.fail(1) { try store.add([person(2)], at: start) }
        }
        #expect(fault?.outcome == .notSaved)
        #expect(try namesInCopy(of: "", "-wal") == ["Person 1"])
        try other.add([person(3)], at: start)
        #expect(try names(store) == ["Person 1", "Person 3"])
    }

    @Test func `goes on when its folder comes back`() throws {
        let away = workspace.folder.path + "-away"
        try FileManager.default.moveItem(atPath: workspace.folder.path, toPath: away)
        for _ in 1...2 {
            #expect(throws: StoreFault.self) { try store.reopen() }
            let fault = #expect(throws: StoreFault.self) {
                try store.add([person(2)], at: start)
            }
            #expect(fault?.kind == .missing)
            #expect(fault?.outcome == .notSaved)
            #expect(throws: StoreFault.self) { try store.people() }
        }
        try FileManager.default.moveItem(atPath: away, toPath: workspace.folder.path)
        try store.add([person(2)], at: start)
        #expect(try names(store) == ["Person 1", "Person 2"])
    }

    @Test func `never writes to another store in its place`() throws {
        for suffix in ["", "-wal", "-shm"] {
            try FileManager.default.removeItem(atPath: path + suffix)
        }
        let other = try SQLiteStore.create(at: path)
        for _ in 1...2 {
            #expect(throws: StoreFault.self) { try store.reopen() }
            let fault = #expect(throws: StoreFault.self) {
                try store.add([person(2)], at: start)
            }
            #expect(fault?.kind == .missing)
        }
        #expect(try names(other).isEmpty)
    }

    @Test func `is not made where there is one`() throws {
        let fault = #expect(throws: StoreFault.self) { _ = try SQLiteStore.create(at: path) }
        #expect(fault?.kind == .conflict)
        #expect(try names(store) == ["Person 1"])
    }
}
