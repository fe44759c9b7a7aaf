import Assessment
import Foundation
import Rendering
import Reports
import TestSupport
import Testing
import Workbooks

@Suite(.enabled(if: OpenPyXL.isThere, "python3 with openpyxl is not installed"))
struct `A report as a workbook` {
    private func bytes() throws -> [UInt8] {
        let workbook = Workbook(of: SampleReport.whole)
        // On the way that it takes from one program to the other.
        let sent = try #require(JSON(reading: workbook.json.bytes()).flatMap(Workbook.init))
        #expect(sent == workbook)
        return try WorkbookFile.bytes(of: sent)
    }

    @Test func `is read by others as numbers, shares, dates and plain texts`() throws {
        struct Cell: Decodable, Equatable {
            let value: String
            let kind: String
            let format: String
        }
        let rows = try OpenPyXL.answer(
            """
            import openpyxl
            sheet = openpyxl.load_workbook(path).worksheets[1]
            answer = [[{"value": repr(c.value), "kind": c.data_type, "format": c.number_format}
                       for c in row] for row in sheet.iter_rows(min_row=2, max_row=3)]
            """, on: try bytes(), [[Cell]].self)
        #expect(
            rows[0].map { "\($0.kind) \($0.value) \($0.format)" } == [
                "s '=HYPERLINK(\"http://x\")' General", "n 15.5 0.00", "n 0.775 0.0%",
                "d datetime.datetime(2026, 2, 25, 6, 13, 20) yyyy-mm-dd hh:mm",
                "d datetime.timedelta(seconds=3725) [h]:mm:ss", "s 'not passed' General",
                "n None General",
            ])
        // What is below a cut is not rounded to it: 15.996 of 16 keeps a decimal more.
        #expect(rows[1].map(\.value)[0] == "'_x001B__x0041__x000D_\\n '")
        #expect(rows[1].map(\.format)[1...2] == ["0.000", "0.000%"])
        #expect(rows[1].map(\.value)[6] == "'too few'")
    }

    @Test func `has headings that stay, filters, notes, a page setup and native charts`() throws {
        struct Sheet: Decodable, Equatable {
            let name: String
            let frozen: String?
            let filter: String?
            let titles: String?
            let charts: [String]
        }
        let sheets = try OpenPyXL.answer(
            """
            import openpyxl
            answer = [{"name": s.title, "frozen": s.freeze_panes, "filter": s.auto_filter.ref,
                       "titles": s.print_title_rows,
                       "charts": [type(c).__name__ for c in s._charts]}
                      for s in openpyxl.load_workbook(path).worksheets]
            """, on: try bytes(), [Sheet].self)
        #expect(
            sheets == [
                Sheet(name: "Report", frozen: nil, filter: nil, titles: nil, charts: []),
                Sheet(
                    name: "Learners- who passed-", frozen: "A2", filter: "A1:G3",
                    titles: "$1:$1", charts: ["ScatterChart"]),
                Sheet(
                    name: "Score", frozen: "A2", filter: "A1:B3", titles: "$1:$1", charts: []),
                Sheet(
                    name: "Answers", frozen: "A2", filter: "A1:B3", titles: "$1:$1", charts: []),
                Sheet(
                    name: "Panel", frozen: "A2", filter: "A1:B3", titles: "$1:$1", charts: []),
                Sheet(
                    name: "Learners- who passed- (2)", frozen: "A2", filter: "A1:A2",
                    titles: "$1:$1", charts: ["BarChart"]),
                Sheet(
                    name: "Data of charts", frozen: "A2", filter: "A1:L3", titles: "$1:$1",
                    charts: []),
            ])
    }

    @Test func `says first what the report says`() throws {
        let cells = try OpenPyXL.answer(
            """
            import openpyxl
            sheet = openpyxl.load_workbook(path).worksheets[0]
            answer = [str(c.value) for row in sheet.iter_rows() for c in row if c.value]
            """, on: try bytes(), [String].self)
        #expect(cells[...1] == ["Spring 2026", "2 of 3 passed."])
        for text in ["Pass rate", "+1 text", "@said", "-Ana", "Made from 3 sittings."] {
            #expect(cells.contains(text))
        }
        #expect(
            cells.contains("One passed. See the sheet 'Learners- who passed-'."), "\(cells)")
    }

    @Test func `has the same bytes at any time`() throws {
        let first = try bytes()
        // The clock of zip files ticks every two seconds.
        Thread.sleep(forTimeInterval: 2.1)
        #expect(try bytes() == first)
    }

    @Test func `keeps every text as it is, or says that it was cut`() throws {
        let texts = HostileTexts.all
        var workbook = Workbook("All", created: nil)
        workbook.add(
            .init(
                "Texts", [.init("Text", width: 9)], rows: texts.map { [.text($0)] }))
        let read = try OpenPyXL.answer(
            """
            import openpyxl
            sheet = openpyxl.load_workbook(path).worksheets[0]
            answer = [[c.value if isinstance(c.value, str) else "", c.data_type]
                      for c in sheet["A"][1:]]
            """, on: try WorkbookFile.bytes(of: workbook), [[String]].self)
        // Cells below the last one with a text are none.
        for (index, text) in texts.enumerated() where index < read.count {
            // It reads spelled characters as they are spelled, and drops the spelling of `_`.
            let spelled = text.spreadsheetSafe().replacing("x005F_", with: "")
            let isWhole = read[index][0].unicodeScalars.elementsEqual(spelled.unicodeScalars)
            #expect(
                isWhole || read[index][0].hasSuffix(" … (cut)"),
                "\(text.prefix(60).debugDescription)")
            #expect(text.isEmpty || read[index][1] == "s")
        }
    }

    @Test func `takes 10,000 rows of 20 columns`() throws {
        var workbook = Workbook("Many", created: nil)
        let row = (0..<20).map { Workbook.Cell.number(Double($0) / 3, format: "0.00") }
        workbook.add(
            .init(
                "Rows", (0..<20).map { .init("Column \($0)", width: 9) },
                rows: Array(repeating: row, count: 10_000)))
        let clock = ContinuousClock()
        let start = clock.now
        let bytes = try WorkbookFile.bytes(of: workbook)
        #expect(bytes.count > 100_000 && clock.now - start < .seconds(10))
    }
}
