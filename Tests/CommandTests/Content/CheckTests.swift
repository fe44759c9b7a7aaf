import Assessment
import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `A check of content` {
    private static let broken = "Tests/ContentTests/Broken/nine-faults.xml"
    private static let kinds = [
        "dangling-id", "answer-key", "bad-number", "unknown-element", "duplicate-id",
        "unknown-attribute", "no-choices", "missing-element", "draw",
    ]

    private func path(_ file: String) -> String { Project.root.appending(path: file).path }

    @Test func `of nine faults of nine kinds prints nine, as they stand in the file`() throws {
        let path = path(Self.broken)
        let run = Run(["bank", "check", path], of: Assay.table)
        #expect(run.code == .no)
        #expect(run.errors == "")
        let expected = try Project.bytes(Self.broken.replacing(".xml", with: ".txt"))
        #expect(
            run.output.replacing(path, with: "nine-faults.xml")
                == String(decoding: expected, as: UTF8.self))
    }

    struct Report: Decodable {
        struct File: Decodable {
            let file: String
            let summary: String?
            let errors: Int
            let warnings: Int
            let omitted: Int
            let diagnostics: [Finding]
        }

        struct Finding: Decodable {
            let severity: String
            let code: String
            let line: Int?
            let column: Int?
            let message: String
            let advice: String?
        }

        let schema: String
        let errors: Int
        let warnings: Int
        let files: [File]
    }

    private func report(_ words: [String], _ code: ExitCode) throws -> Report {
        let run = Run(words, of: Assay.table)
        #expect(run.code == code)
        #expect(run.errors == "")
        return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    }

    @Test func `tells programs the same as JSON`() throws {
        let good = path("QuestionBanks/module-210.xml")
        let broken = path(Self.broken)
        let report = try report(["bank", "check", "--json", broken, good], .no)
        #expect(report.schema == "assay/bank-check/1")
        #expect(report.errors == 9)
        #expect(report.warnings == 0)
        #expect(report.files.map(\.file) == [broken, good])
        #expect(report.files.map(\.errors) == [9, 0])
        #expect(report.files[0].diagnostics.map(\.code) == Self.kinds)
        #expect(Set(Self.kinds).count == 9)
        let first = try #require(report.files[0].diagnostics.first)
        #expect([first.line, first.column] == [5, 19])
        #expect(first.severity == "error")
        #expect(first.message == "there is no objective 'review'")
        #expect(first.advice == "did you mean 'reviews'?")
        #expect(report.files[1].diagnostics.isEmpty)
        #expect(report.files[1].summary?.contains("6 objectives") == true)
    }

    @Test func `of a file that is not there is JSON, too`() throws {
        let report = try report(["rubric", "check", "--json", path("Rubrics/none.xml")], .noInput)
        #expect(report.schema == "assay/rubric-check/1")
        #expect(report.files.map(\.summary) == [nil])
        #expect(report.files.flatMap(\.diagnostics).map(\.code) == ["no-input"])
        #expect(report.files.flatMap(\.diagnostics).map(\.line) == [nil])
    }

    @Test func `prints no more findings than it is asked for, and counts the rest`() throws {
        let words = ["bank", "check", "--max-findings", "2", path(Self.broken)]
        let run = Run(words, of: Assay.table)
        #expect(run.code == .no)
        #expect(run.output.contains("\n… and 7 more; --max-findings shows them\n"))
        #expect(run.output.components(separatedBy: ": error: ").count == 3)
        #expect(run.output.hasSuffix(": 9 errors (5 items, 1 objective, 1 quiz)\n"))
        let report = try report(words + ["--json"], .no)
        #expect(report.errors == 9)
        #expect(report.files.map(\.omitted) == [7])
    }

    @Test func `fails for warnings only where it is strict`() throws {
        let folder = try Folder([])
        let file = try folder.write(
            """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
            <objective id="o"><title>O</title></objective>
            <item id="i"><prompt>Is it?</prompt><true-false key="true"/></item></bank>
            """, to: "warned.xml")
        let lenient = Run(["bank", "check", file], of: Assay.table)
        #expect(lenient.code == .done)
        let strict = Run(["bank", "check", "--strict", file], of: Assay.table)
        #expect(strict.code == .no)
        #expect(strict.output == lenient.output)
        #expect(strict.output.contains("warning: no item is about objective 'o' [unused]"))
        #expect(strict.output.hasSuffix(": 1 warning (1 item, 1 objective, 0 quizzes)\n"))
        let good = path("QuestionBanks")
        #expect(Run(["bank", "check", "--strict", good], of: Assay.table).code == .done)
    }

    @Test func `of a folder takes every XML file below it, in the order of their names`() throws {
        let folder = try Folder(["notes.txt", ".hidden.xml"])
        let bank = String(decoding: try Project.bytes(Self.broken), as: UTF8.self)
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "b/c"), withIntermediateDirectories: true)
        for name in ["d.xml", "b/c/e.XML", "a.xml"] { _ = try folder.write(bank, to: name) }
        let run = Run(["bank", "check", folder.url.path], of: Assay.table)
        #expect(run.code == .no)
        let verdicts = run.output.split(separator: "\n").filter { $0.hasSuffix("1 quiz)") }
        #expect(
            verdicts.map { $0.dropFirst(folder.url.path.count + 1).prefix { $0 != ":" } }
                == ["a.xml", "b/c/e.XML", "d.xml"])
        #expect(run.errors == "3 files: 27 errors\n")
    }

    @Test func `of a dash reads standard input`() throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: path(Self.broken)))
        let saved = dup(STDIN_FILENO)
        try #require(saved >= 0 && dup2(file.fileDescriptor, STDIN_FILENO) >= 0)
        let run = Run(["bank", "check", "-"], of: Assay.table)
        dup2(saved, STDIN_FILENO)
        close(saved)
        #expect(run.code == .no)
        #expect(run.output.hasPrefix("standard input:5:19: error: there is no objective 'review'"))
        #expect(run.output.hasSuffix("\nstandard input: 9 errors (5 items, 1 objective, 1 quiz)\n"))
    }

    @Test func `belongs to a table of commands without mistakes`() {
        #expect(Assay.table.mistakes == [])
    }
}
