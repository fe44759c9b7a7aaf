import Assessment
import Commands
import Foundation
import Results
import SQLiteResults
import Testing

@Suite struct `Backing up and restoring` {
    private let folder: StoreFolder

    init() throws {
        folder = try StoreFolder()
        try folder.fill()
    }

    private var head: String {
        get throws {
            let store = try SQLiteStore.open(folder.path(), .reading)
            let head = try store.contents().head.hash
            try store.close()
            return head.hex
        }
    }

    @Test func `go round without a loss`() throws {
        let head = try head
        let backup = folder.run("backup @copy.sqlite")
        #expect(backup.code == .done)
        #expect(
            backup.output == """
                @copy.sqlite: 2 records, checked
                  people  2
                head of the audit chain: \(head)

                """)
        let restore = folder.run("restore @copy.sqlite", store: "new.sqlite")
        #expect(restore.code == .done)
        #expect(
            restore.output == """
                @new.sqlite: 2 records, restored
                  people  2
                head of the audit chain: \(head)

                """)
        #expect(folder.run("verify --head \(head)", store: "new.sqlite").code == .done)
    }

    @Test func `keep the store that is replaced, and say where`() throws {
        #expect(folder.run("backup @copy.sqlite").code == .done)
        try folder.fill("results.sqlite", ["Cy"], from: 3)
        let restore = folder.run("restore --force @copy.sqlite")
        #expect(restore.code == .done)
        #expect(
            restore.output.hasPrefix(
                """
                @results.sqlite: 2 records, restored
                what was there is kept as @results.sqlite.replaced-1970-01-01T000000Z
                  people  2

                """))
        let kept = folder.run("check --json", store: "results.sqlite.replaced-1970-01-01T000000Z")
        #expect(kept.output.contains(#""person":3"#))
    }

    @Test(arguments: [
        ("backup @copy.sqlite", ExitCode.cannotWrite, "there is a file '@copy.sqlite' already"),
        ("backup @results.sqlite", .cannotWrite, "a store cannot be backed up onto itself"),
        (
            "backup --force @results.sqlite-wal", .cannotWrite,
            "a store cannot be backed up onto itself"
        ),
        ("backup -", .usage, "a store is a file, and cannot be a stream"),
        ("restore @copy.sqlite", .cannotWrite, "there is a store at '@results.sqlite' already"),
        ("restore @cpy.sqlite", .noInput, "there is no file '@cpy.sqlite'"),
        ("restore --force @results.sqlite", .no, "the backup is the store itself"),
        ("restore --force @damaged.sqlite", .badData, "@damaged.sqlite: this backup is damaged"),
        (
            "backup @none/copy.sqlite", .cannotWrite,
            "'@none/copy.sqlite' was not saved: the folder it should be in does not exist"
        ),
    ])
    func `refuse what a hurry gets wrong, and change nothing`(
        _ line: String, _ code: ExitCode, _ message: String
    ) throws {
        for name in ["copy.sqlite", "damaged.sqlite"] {
            #expect(folder.run("backup @\(name)").code == .done)
        }
        try folder.damage("damaged.sqlite", at: 9_000)
        // An open store has its log beside it.
        let store = try SQLiteStore.open(folder.path(), .reading)
        _ = try store.people()
        let before = try folder.bytes()
        let run = folder.run(line)
        #expect(run.code == code)
        #expect(run.errors.contains(message + "\n"), "\(run.errors)")
        #expect(try folder.bytes() == before)
        #expect(!folder.names.contains { $0.hasPrefix(".assay") || $0.contains(".replaced-") })
        try store.close()
    }

    @Test func `wait for nobody who has the store open, but say so`() throws {
        #expect(folder.run("backup @copy.sqlite").code == .done)
        let store = try SQLiteStore.open(folder.path(), .reading)
        _ = try store.people()
        let run = folder.run("restore --force @copy.sqlite")
        #expect(run.code == .locked)
        #expect(
            run.errors == """
                error: nothing was saved: @results.sqlite: another program has the store open
                  close it there, then try again

                """)
        try store.close()
    }
}
