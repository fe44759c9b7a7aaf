import Commands
import Foundation
import Testing

@Suite struct `A quick check of a store` {
    private struct Report: Decodable {
        struct Finding: Decodable {
            let message: String
            let advice: String?
        }
        struct File: Decodable {
            let path: String
            let mode: String
        }
        struct Contents: Decodable {
            let records: Int
            let kinds: [String: Int]
        }
        let schema: String
        let files: [File]
        let contents: Contents?
        let notes: [String]
        let findings: [Finding]
    }

    private func report(_ folder: StoreFolder, _ code: ExitCode) throws -> Report {
        let run = folder.run("check --json")
        #expect(run.code == code)
        #expect(run.errors == "")
        return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    }

    @Test func `finds nothing wrong with a new one, and tells what it holds`() throws {
        let folder = try StoreFolder()
        try folder.fill()
        let run = folder.run("check")
        #expect(run.code == .done)
        #expect(run.output.contains("file      @results.sqlite (mode 0600, "))
        #expect(run.output.contains("folder    @ (mode 0700)\n"))
        #expect(run.output.contains("tables    version 3, the newest\n"))
        #expect(run.output.contains("holds     people: 2\n"))
        #expect(run.output.hasSuffix("\n@results.sqlite: no faults\n"))
        #expect(folder.run("check -q").output == "@results.sqlite: no faults\n")
        let report = try report(folder, .done)
        #expect(report.schema == "assay/store-check/1")
        #expect(report.contents?.records == 2)
        #expect(report.contents?.kinds["person"] == 2)
        #expect(report.contents?.kinds["step"] == 0)
    }

    @Test(arguments: [
        ("results.sqlite", 0o644, "others can read '@results.sqlite' (mode 0644)", "600"),
        ("results.sqlite", 0o660, "others can change '@results.sqlite' (mode 0660)", "600"),
        ("results.sqlite.lock", 0o640, "others can read '@results.sqlite.lock' (mode 0640)", "600"),
        ("", 0o770, "others can put files into its folder '@' (mode 0770)", "700"),
        (
            "results.sqlite.version-1", 0o604,
            "others can read '@results.sqlite.version-1' (mode 0604)", "600"
        ),
    ])
    func `names what others can read or change`(
        _ name: String, _ mode: Int, _ message: String, _ right: String
    ) throws {
        let folder = try StoreFolder()
        try folder.fill()
        try folder.write("", "results.sqlite.version-1")
        for (path, mode) in [("results.sqlite.version-1", 0o600), (name, mode)] {
            try FileManager.default.setAttributes(
                [.posixPermissions: mode], ofItemAtPath: folder.path(path))
        }
        let run = folder.run("check --quiet")
        #expect(run.code == .no)
        #expect(
            run.output.hasPrefix("@results.sqlite: error: \(message)\n    → run: chmod \(right) '@")
        )
        #expect(try report(folder, .no).findings.isEmpty == false)
    }

    @Test func `tells of copies that erasing does not reach, and of drafts`() throws {
        let folder = try StoreFolder()
        try folder.fill()
        for name in ["results.sqlite.replaced-2026", ".assay-12.tmp", "other.sqlite.replaced-1"] {
            try folder.write("", name)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: folder.path(name))
        }
        #expect(
            try report(folder, .done).notes == [
                "'.assay-12.tmp' is left from a command that was cut short, or is at work now",
                "'results.sqlite.replaced-2026' is an older copy, which erasing people does not reach",
            ])
    }

    @Test func `finds a damaged one`() throws {
        let folder = try StoreFolder()
        try folder.fill()
        try folder.damage("results.sqlite", at: 5_000)
        let run = folder.run("check -q")
        #expect(run.code == .no)
        #expect(
            run.output.hasPrefix("@results.sqlite: error: the store's file is damaged at page 2\n"))
    }
}
