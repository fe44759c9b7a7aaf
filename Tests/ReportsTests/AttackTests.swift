import Assessment
import Commands
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct `Hostile texts in a report` {
    private struct Row: Encodable {
        let text, html, md, json, csv, txt: String

        init(_ text: String) {
            let report = Attacks.report(of: text)
            func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
            self.text = text
            html = string(ReportHTML.bytes(of: report))
            md = string(ReportMarkdown.bytes(of: report))
            json = string(ReportJSON.bytes(of: report))
            csv = string(report.table(named: "data").map { ReportCSV.bytes(of: $0) } ?? [])
            txt = ReportText(width: 80).text(of: report)
        }
    }

    @Test func `stay texts for readers that others wrote`() throws {
        let folder = try Folder([])
        let rows = (["harmless"] + Attacks.all).map { Row($0) }
        _ = try folder.write(Array(try JSONEncoder().encode(rows)), to: "rows.json")
        let script = Project.root.appending(path: "Tests/ReportsTests/readback.py").path
        guard let run = try Outside.run("python3", [script], in: folder.url) else {
            print("skipped: python3 is not installed")
            return
        }
        if run.errors.hasPrefix("skipped") { print(run.errors) }
        #expect(run.output == "")
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func `make a page that is also XML`() throws {
        let folder = try Folder([])
        let pages = try Attacks.all.enumerated().map { index, text in
            try folder.write(ReportHTML.bytes(of: Attacks.report(of: text)), to: "\(index).html")
        }
        guard let run = try Outside.run("xmllint", ["--noout"] + pages, in: folder.url) else {
            print("skipped: xmllint is not installed")
            return
        }
        #expect(run.errors == "")
        #expect(run.status == 0)
    }
}
