import Commands
import Foundation
import Results
import SQLiteResults
import Testing

@Suite struct `Verifying a store` {
    private let folder: StoreFolder

    init() throws {
        folder = try StoreFolder()
    }

    private struct Report: Decodable {
        struct Finding: Decodable {
            let kind: String
            let message: String
        }
        let schema: String
        let findings: [Finding]
        let records: Int?
        let entries: Int?
        let verdicts: Int?
        let head: String?
    }

    private func report(_ code: ExitCode, _ words: String = "") throws -> Report {
        let run = folder.run("verify --json " + words)
        #expect(run.code == code)
        return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    }

    @Test func `counts what it proved, and gives the head to write down`() throws {
        try folder.fill(also: try StoreFolder.sitting())
        let report = try report(.done)
        #expect(report.schema == "assay/store-verify/1")
        #expect([report.records, report.entries, report.verdicts] == [8, 8, 1])
        let head = try #require(report.head)
        let run = folder.run("verify --head \(head)")
        #expect(run.errors == "")
        #expect(
            run.output == """
                records: 8
                entries of the audit chain: 8
                verdicts computed again: 1
                head of the audit chain: \(head)
                @results.sqlite: no faults

                """)
        #expect(folder.run("verify", isTerminal: true).errors.contains("checking every byte of "))
    }

    @Test func `finds a verdict that does not follow from the answers`() throws {
        try folder.fill(also: try StoreFolder.sitting(earned: 0))
        let run = folder.run("verify -q")
        #expect(run.code == .no)
        #expect(
            run.output == """
                @results.sqlite: error: a verdict computes to another value: \
                1 of 1 (100%) for 'one' rather than 0 of 1 (0%)
                @results.sqlite: 1 fault

                """)
        #expect(try report(.no).findings.map(\.kind) == ["verdict"])
    }

    @Test func `finds that history was cut, by a head that was written down`() throws {
        try folder.fill()
        let lost = String(repeating: "0a", count: 32)
        let report = try report(.no, "--head \(lost)")
        #expect(report.findings.map(\.message) == ["the audit chain lacks the entry \(lost)"])
        #expect(report.findings.map(\.kind) == ["chain"])
    }

    @Test func `finds any byte that was changed`() throws {
        try folder.fill()
        let size = try folder.bytes().count
        for place in stride(from: 4_096 + 17, to: size, by: 4_999) {
            try folder.damage("results.sqlite", at: place)
            let report = try report(.no)
            let page = place / 4_096 + 1
            #expect(
                report.findings.first?.message == "page \(page) of the file is damaged",
                "byte \(place)")
            try folder.damage("results.sqlite", at: place)
        }
        #expect(try report(.done).records == 2)
    }

    @Test(arguments: ["", "abc", String(repeating: "0A", count: 32)])
    func `takes no head that could be none`(_ head: String) throws {
        let run = Run(
            ["store", "verify", "--head=\(head)"], of: Assay.table, variables: ["HOME": "/n"])
        #expect(run.code == .usage)
        #expect(run.errors.hasPrefix("error: '\(head)' is no head of an audit chain\n"))
    }
}
