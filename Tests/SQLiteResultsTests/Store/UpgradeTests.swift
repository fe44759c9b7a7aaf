import Assessment
import Foundation
import Results
import SQLiteResults
import Testing

@Suite struct `A store of an older version` {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        // Version 1 is what is left when everything is taken away that later versions brought.
        let connection = try Connection.open(
            try workspace.results(), .readWrite, newest: Schema.newest)
        try connection.run(
            script: """
                DROP TABLE "regrade";
                DROP TABLE "assignment";
                DROP TABLE "review_step";
                DROP TABLE "submission";
                DROP TABLE "verdict_release";
                DROP TABLE "proctor_code";
                DROP TABLE "release";
                PRAGMA user_version = 1;
                """)
        try connection.close(checkpointing: true)
    }

    private func findings(_ store: SQLiteStore) throws -> [String] {
        try store.inspect().findings.map(\.message)
            + store.verify { _ in .same }.findings.map(\.message)
    }

    @Test func `is read as it is, and stays as it was`() throws {
        let before = try workspace.bytes()
        let store = try SQLiteStore.open(workspace.path(), .reading)
        #expect(try store.inspect().version == 1)
        #expect(try findings(store) == [])
        #expect(try store.people().count == 2)
        #expect(try store.contents().total == 2)
        #expect(try store.proctorCode(of: "b/q") == nil)
        #expect(try store.records(ReleaseRecord.self, .all).isEmpty)
        try store.close()
        #expect(try workspace.bytes() == before)
    }

    @Test func `is brought up to date before anything is written, and a copy kept`() throws {
        let before = try workspace.bytes()
        let store = try SQLiteStore.open(workspace.path(), .writing)
        let code = ProctorCodeRecord(
            quiz: "b/q", id: UniqueID(bits: 9), time: Workspace.time, author: "lead", hash: nil)
        try store.add([code], at: Workspace.time)
        #expect(try store.inspect().version == 3)
        #expect(try findings(store) == [])
        #expect(try store.people().count == 2)
        #expect(try store.proctorCode(of: "b/q") == code)
        try store.close()
        #expect(try SQLiteStore.fileFindings(at: workspace.path()).isEmpty)
        let copy = try SQLiteStore.openCopy(workspace.path("results.sqlite.version-1"))
        #expect(try copy.inspect().version == 1)
        #expect(try copy.people().count == 2)
        #expect(before != (try workspace.bytes()))
    }

    @Test func `is merged, backed up and restored as well`() throws {
        let newer = try SQLiteStore.openOrCreate(workspace.path("newer.sqlite"))
        let merged = try newer.merge(try SQLiteStore.openCopy(workspace.path())) {
            MergeRecord(
                id: UniqueID(bits: 8), time: Workspace.time, author: "lead", head: $0.hash,
                count: $1)
        }
        #expect(merged.total == 2)
        #expect(try findings(newer) == [])
        let old = try SQLiteStore.open(workspace.path(), .reading)
        _ = try old.backup(to: workspace.path("copy.sqlite"), replacing: false)
        let restored = try SQLiteStore.restore(
            from: workspace.path("copy.sqlite"), to: workspace.path("restored.sqlite"),
            replacing: false, at: Workspace.time, check: { _ in })
        #expect(restored.contents.total == 2)
        #expect(
            try SQLiteStore.open(workspace.path("restored.sqlite"), .writing).inspect().version
                == 3)
    }
}
