import Assessment
import Foundation
import Results
import SQLiteResults
import Testing

@Suite struct `Copies of a store` {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private func back(up name: String = "copy.sqlite", replacing: Bool = false) throws
        -> StoreContents
    {
        let store = try SQLiteStore.open(workspace.path(), .reading)
        let contents = try store.backup(to: workspace.path(name), replacing: replacing)
        try store.close()
        return contents
    }

    private func restore(
        _ name: String = "copy.sqlite", to target: String = "results.sqlite", replacing: Bool,
        check: (SQLiteStore) throws(StoreFault) -> Void = { _ in }
    ) throws -> Restoration {
        try SQLiteStore.restore(
            from: workspace.path(name), to: workspace.path(target), replacing: replacing,
            at: Workspace.time, check: check)
    }

    @Test func `are made while others write, and tell what they hold`() throws {
        let writer = try SQLiteStore.openOrCreate(workspace.path())
        for number in 0..<3 { try workspace.add(number, to: writer) }
        let contents = try back()
        try workspace.add(3, to: writer)
        #expect(contents.total == 3)
        #expect(contents.entries == 3)
        #expect(contents.records.first { $0.table == PersonRecord.table }?.records == 3)
        #expect(try workspace.people("copy.sqlite").count == 3)
        #expect(try workspace.mode("copy.sqlite") == 0o600)
        #expect(try SQLiteStore.fileFindings(at: workspace.path("copy.sqlite")).isEmpty)
        try writer.close()
        #expect(workspace.names == ["copy.sqlite", "results.sqlite", "results.sqlite.lock"])
    }

    @Test func `replace nothing unless told to, and never the store itself`() throws {
        try workspace.results()
        try workspace.put([1], "copy.sqlite")
        #expect(throws: StoreFault.self) { try back() }
        #expect(try workspace.bytes("copy.sqlite") == [1])
        #expect(try back(replacing: true).total == 2)
        let before = try workspace.bytes()
        for name in [
            "results.sqlite", "results.sqlite.lock",
            "../\(workspace.folder.lastPathComponent)/results.sqlite",
        ] {
            let fault = #expect(throws: StoreFault.self) { try back(up: name, replacing: true) }
            #expect(fault?.kind == .refused)
        }
        #expect(try workspace.bytes() == before)
    }

    @Test func `become a store again that goes on with its chain`() throws {
        try workspace.results()
        let head = try back().head
        let restoration = try restore(to: "new/folder/again.sqlite", replacing: false)
        #expect(restoration.replaced == nil)
        #expect(restoration.contents.head == head)
        let store = try SQLiteStore.open(workspace.path("new/folder/again.sqlite"), .writing)
        try workspace.add(2, to: store)
        #expect(try store.people().count == 3)
        #expect(
            try store.verify(known: [head.hash]) { _ in .same }.findings.isEmpty)
        try store.close()
        #expect(try workspace.mode("new") == 0o700)
        #expect(try workspace.mode("new/folder/again.sqlite") == 0o600)
    }

    @Test func `take the place of a store only when told to, and keep that one`() throws {
        try workspace.results()
        _ = try back()
        try workspace.results(people: 5)
        let fault = #expect(throws: StoreFault.self) { try restore(replacing: false) }
        #expect(fault?.kind == .conflict)
        #expect(try workspace.people().count == 5)
        for _ in 0..<2 { _ = try restore(replacing: true) }
        #expect(try workspace.people().count == 2)
        let kept = "results.sqlite.replaced-2025-10-09T085320Z"
        #expect(try workspace.people(kept).count == 5)
        #expect(try workspace.people(kept + "-2").count == 2)
    }

    /// SQLite would take an old log for that of the new file.
    @Test func `leave the log of the store that they replace to that one`() throws {
        try workspace.results()
        _ = try back()
        let before = try workspace.bytes()
        let writer = try SQLiteStore.open(workspace.path(), .writing)
        try workspace.add(7, to: writer)
        let log = try workspace.bytes("results.sqlite-wal")
        try writer.close()
        // As a crash leaves it: what was saved last is in the log alone.
        try workspace.put(before)
        try workspace.put(log, "results.sqlite-wal")
        let kept = try #require(try restore(replacing: true).replaced)
        #expect(try workspace.people().count == 2)
        #expect(try workspace.people(URL(filePath: kept).lastPathComponent).count == 3)
    }

    @Test func `do not take the place of a store that is open`() throws {
        try workspace.results()
        _ = try back()
        let other = try SQLiteStore.open(workspace.path(), .reading)
        _ = try other.people()
        let fault = #expect(throws: StoreFault.self) { try restore(replacing: true) }
        #expect(fault?.kind == .busy)
        #expect(fault?.message == "another program has the store open")
        #expect(try other.people().count == 2)
        try other.close()
        #expect(try restore(replacing: true).replaced != nil)
    }

    @Test func `are not restored where they are damaged, or where the check says no`() throws {
        try workspace.results()
        _ = try back()
        let before = try workspace.bytes()
        #expect(throws: StoreFault(.damaged, "no")) {
            try restore(replacing: true) { _ throws(StoreFault) in throw StoreFault(.damaged, "no")
            }
        }
        var bytes = try workspace.bytes("copy.sqlite")
        bytes[5 * 4_096 + 99] ^= 16
        try workspace.put(bytes, "copy.sqlite")
        #expect(
            try SQLiteStore.fileFindings(at: workspace.path("copy.sqlite")).map(\.message)
                == ["page 6 of the file is damaged"])
        let fault = #expect(throws: StoreFault.self) { try restore(replacing: true) }
        #expect(fault?.kind == .damaged)
        try workspace.put(Array("not a store".utf8), "copy.sqlite")
        let other = #expect(throws: StoreFault.self) { try restore(replacing: true) }
        #expect(other?.kind == .notAStore)
        #expect(try workspace.bytes() == before)
        #expect(workspace.names.filter { $0.contains(".replaced-") || $0.hasPrefix(".") } == [])
    }

    @Test func `can replace a store that is too damaged to be opened`() throws {
        try workspace.results()
        _ = try back()
        try workspace.put([UInt8](repeating: 7, count: 10_000))
        let kept = try #require(try restore(replacing: true).replaced)
        #expect(try workspace.people().count == 2)
        #expect(try workspace.bytes(URL(filePath: kept).lastPathComponent).count == 10_000)
    }

    @Test func `of one name are made once, by whoever comes first`() throws {
        let first = try SQLiteStore.create(at: workspace.path())
        let fault = #expect(throws: StoreFault.self) {
            try SQLiteStore.create(at: workspace.path())
        }
        #expect(fault?.kind == .conflict)
        let second = try SQLiteStore.openOrCreate(workspace.path())
        #expect(second.identity == first.identity)
        try second.close()
        try first.close()
    }

    /// A reader still sees what was erased, so that it cannot be taken from the files yet.
    @Test func `of what was erased stay in the files only while somebody reads`() throws {
        let path = try workspace.results()
        let writer = try SQLiteStore.open(path, .writing)
        let reader = try SQLiteStore.open(path, .reading)
        let erasure = ErasureRecord(
            learner: .init(bits: 1), id: .init(bits: 9), time: Workspace.time, author: "lead")
        try reader.reading { () throws(StoreFault) in
            _ = try reader.people()
            do throws(StoreFault) {
                try writer.erase(erasure)
                Issue.record("the reader was not noticed")
            } catch {
                #expect([error.kind] == [.busy])
                #expect(error.outcome == .saved)
            }
        }
        try writer.erase(erasure)
        #expect(try writer.people().map(\.name) == [nil, "Person 1"])
        try reader.close()
        try writer.close()
    }
}
