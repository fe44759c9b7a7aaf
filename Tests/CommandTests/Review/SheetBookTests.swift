import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `Sheets in a workbook` {
    private func room() throws -> ReviewRoom {
        let room = try ReviewRoom()
        _ = room.run("review start talk-1 --conflict none")
        _ = room.run(
            "review score talk-1", typing: ["ask = 2 = =SUM(A1)", "s 1", "v 1"], isTerminal: false)
        #expect(room.run("review export --output @/m.xlsx").code == .done)
        return room
    }

    @Test func `come back as they went`() throws {
        let room = try room()
        let answer = room.run("review import @/m.xlsx")
        #expect(answer.code == .done && answer.output.isEmpty, "\(answer.errors)")
        #expect(answer.errors.contains("2 the same, 0 changed"))
        #expect(room.run("review export --output @/m.xlsx").code == .cannotWrite)
        let first = try room.room.bytes(of: "m.xlsx")
        #expect(room.run("review export --output @/m.xlsx --force").code == .done)
        #expect(try room.room.bytes(of: "m.xlsx") == first)
    }

    @Test(.enabled(if: OpenPyXL.isThere, "python3 with openpyxl is not installed"))
    func `offer the levels, and only what is judged can be edited`() throws {
        struct Sheet: Decodable, Equatable {
            let lists: [String: String]
            let isLocked: Bool
            let open: [String]
            let comment: [String]
        }
        let sheet = try OpenPyXL.answer(
            """
            import openpyxl
            s = openpyxl.load_workbook(path)["Marks"]
            answer = {"lists": {str(v.sqref): v.formula1 for v in s.data_validations.dataValidation},
                      "isLocked": s.protection.sheet,
                      "open": [c.coordinate for c in s[3] if not c.protection.locked],
                      "comment": [s["F2"].value, s["F2"].data_type]}
            """, on: Array(try room().room.bytes(of: "m.xlsx")), Sheet.self)
        #expect(
            sheet
                == Sheet(
                    lists: ["D2": "\"none,low,good,best\"", "D3": "\"none,low,good,best,na\""],
                    isLocked: true, open: ["D3", "E3", "F3", "G3", "H3"],
                    comment: ["=SUM(A1)", "s"]))
    }

    /// What is done to the sheet in another program, what is said of it, and the sheet after it.
    @Test(
        .enabled(if: OpenPyXL.isThere, "python3 with openpyxl is not installed"),
        arguments: [
            ("s['D2'] = 'best'", ["changed", "Marks!D2", "good → best"], "ask best", .done),
            ("s['D2'] = 3", ["changed", "Marks!D2", "good → best"], "ask best", .done),
            ("s['D2'] = None", ["Marks!D2", "good → no mark"], "", .done),
            ("s['D2'] = '7'", ["rejected", "Marks!D2", "'7' is no mark"], "ask good", .no),
            ("s['D3'] = '=1+1'", ["Marks!D3", "'=1+1' is no mark"], "ask good", .no),
            ("s['B2'] = 'asks'", ["Marks!B2", "did you mean 'ask'?"], "ask good", .no),
            ("s['A2'] = 'talk-l'", ["Marks!A2", "did you mean 'talk-1'?"], "ask good", .no),
            ("s['B3'] = 'ask'", ["Marks!B3", "twice"], "ask good", .no),
            ("s['G2'] = 'a b/c'", ["Marks!G2", "no ready-made comments"], "ask good", .no),
            ("s.move_range('A1:H3', rows=4, cols=2)\ns['F6'] = '9'", ["Marks!F6"], "ask good", .no),
        ] as [(String, [String], String, ExitCode)])
    func `are compared cell by cell after another program has saved them`(
        _ edit: String, _ said: [String], _ sheet: String, _ code: ExitCode
    ) throws {
        let room = try ReviewRoom()
        _ = room.run("review start talk-1 --conflict none")
        _ = room.run("review score talk-1", typing: ["2", "q"])
        _ = room.run("review export --output @/m.xlsx")
        let path = room.room.folder.url.appending(path: "m.xlsx").path
        try OpenPyXL.edit(
            path,
            "import openpyxl\nb = openpyxl.load_workbook(path)\ns = b['Marks']\n\(edit)\nb.save(path)"
        )
        let dry = room.run("review import @/m.xlsx --dry-run", isTerminal: false)
        #expect(dry.code == code, "\(dry.output)\(dry.errors)")
        for words in said { #expect(dry.output.contains(words), "\(dry.output)") }
        #expect(try `Scoring line by line`.sheet(room) == "ask good")
        #expect(room.run("review import @/m.xlsx", isTerminal: false).code == code)
        #expect(try `Scoring line by line`.sheet(room) == sheet)
    }

    @Test func `are refused where they are no workbook, and need the program that makes them`()
        throws
    {
        let room = try room()
        _ = try room.room.folder.write("PK\u{3}\u{4} and more", to: "n.xlsx")
        let answer = room.run("review import @/n.xlsx")
        #expect(answer.code == .badData && answer.errors.contains("@/n.xlsx: the workbook is"))
        room.room.renderProgram = "/nowhere/assay-render"
        let export = room.run("review export --output @/o.xlsx")
        #expect(export.code == .cannotWrite && export.errors.contains("'make build' builds it"))
    }
}
