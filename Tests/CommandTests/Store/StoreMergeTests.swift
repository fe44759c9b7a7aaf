import Commands
import Foundation
import Testing

@Suite struct `Merging stores` {
    private let folder: StoreFolder

    init() throws {
        folder = try StoreFolder()
        try folder.fill("monday.sqlite", ["Ann", "Bob"])
        try folder.fill("tuesday.sqlite", ["Cy"], from: 3)
    }

    @Test func `brings together what is new, and twice is once`() throws {
        let first = folder.run("merge @monday.sqlite @tuesday.sqlite")
        #expect(first.code == .done)
        #expect(first.errors == "")
        #expect(
            first.output == """
                @monday.sqlite: 2 new records
                  people: 2
                @tuesday.sqlite: 1 new record
                  people: 1

                """)
        let second = folder.run("merge @tuesday.sqlite @monday.sqlite")
        #expect(second.code == .done)
        #expect(second.output == "@tuesday.sqlite: nothing new\n@monday.sqlite: nothing new\n")
        #expect(folder.run("verify").code == .done)
        #expect(folder.run("check").output.contains("holds     people: 3, merges: 2\n"))
    }

    @Test func `names what contradicts itself, and keeps both`() throws {
        try folder.fill("monday.sqlite", ["Dee"], from: 4, externalID: "d1")
        try folder.fill("tuesday.sqlite", ["Di"], from: 5, externalID: "d1")
        let run = folder.run("merge --json @monday.sqlite @tuesday.sqlite")
        #expect(run.code == .no)
        struct Report: Decodable {
            struct File: Decodable {
                let added: Int
                let kinds: [String: Int]
            }
            let schema: String
            let files: [File]
            let conflicts: [String]
        }
        let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
        #expect(report.schema == "assay/store-merge/1")
        #expect(report.files.map(\.added) == [3, 2])
        #expect(report.files.map(\.kinds) == [["person": 3], ["person": 2]])
        let ids = ["4", "5"].map { "00000000-0000-0000-0000-00000000000\($0)" }
        let words = "2 people have the same external id: \(ids[0]), \(ids[1])"
        #expect(report.conflicts == [words])
        let plain = folder.run("merge @monday.sqlite")
        #expect(plain.code == .no)
        #expect(plain.output == "@monday.sqlite: nothing new\nconflict: \(words)\n")
        #expect(
            plain.errors == "Both sides of each conflict are kept; decide which of them counts.\n")
    }

    @Test(arguments: [
        ("merge @monday.sqlite @none.sqlite", ExitCode.noInput, "there is no file '@none.sqlite'"),
        (
            "merge --store @monday.sqlite @tuesday.sqlite @monday.sqlite", .no,
            "'@monday.sqlite' is the store that would take it in"
        ),
        (
            "merge @monday.sqlite @damaged.sqlite", .badData,
            "@damaged.sqlite: this store cannot be trusted"
        ),
    ])
    func `begins only where all of them can be merged`(
        _ line: String, _ code: ExitCode, _ message: String
    ) throws {
        #expect(folder.run("backup @damaged.sqlite", store: "tuesday.sqlite").code == .done)
        try folder.damage("damaged.sqlite", at: 9_000)
        let before = try ["monday.sqlite", "tuesday.sqlite"].map { try folder.bytes($0) }
        let run = folder.run(line)
        #expect(run.code == code)
        #expect(run.errors.hasPrefix("error: \(message)\n"), "\(run.errors)")
        #expect(!folder.names.contains("results.sqlite"))
        #expect(try ["monday.sqlite", "tuesday.sqlite"].map { try folder.bytes($0) } == before)
    }
}
