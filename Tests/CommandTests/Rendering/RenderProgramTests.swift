import Commands
import Reports
import TestSupport
import Testing
import Workbooks

@Suite struct `The program that makes large files` {
    private func environment(_ path: String) -> Environment {
        Environment(
            arguments: [], console: Console(output: OutputStream(), errors: OutputStream()),
            renderProgram: path)
    }

    @Test func `makes pages and workbooks one after the other`() throws {
        let program = try RenderProgram(environment(PtyProgram.path + "-render"))
        for _ in 1...3 {
            try program.begin(SampleReport.whole)
            let pages = try program.made().bytes
            #expect(
                pages.starts(with: "%PDF-".utf8) && pages.suffix(6).elementsEqual("%%EOF\n".utf8))
            let workbook = try program.xlsx(Workbook(of: SampleReport.whole))
            #expect(try WorkbookText(reading: workbook).sheets.first?.name == "Report")
        }
    }

    @Test(arguments: ["/nowhere", "/bin/true", "/etc/passwd"])
    func `is told apart from what is not it`(path: String) throws {
        do {
            let program = try RenderProgram(environment(path))
            try program.begin(SampleReport.whole)
            _ = try program.made()
            Issue.record("it made something")
        } catch {
            #expect(error.exitCode == .cannotWrite && error.message.contains(path))
        }
    }
}
