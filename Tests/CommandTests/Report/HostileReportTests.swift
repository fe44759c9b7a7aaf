import Assessment
import Commands
import Foundation
import Results
import SQLiteResults
import TestSupport
import Testing

@Suite struct `Reports on hostile names, titles and answers` {
    /// A room whose store has people who are called so, by name and by id.
    private static func room(_ names: [String]) throws -> QuizRoom {
        let room = try QuizRoom()
        let time = Timestamp(microseconds: 1_760_000_000_000_000)
        let store = try SQLiteStore.openOrCreate(room.folder.url.path + "/store.sqlite")
        for (index, name) in names.enumerated() {
            let number = UInt128(index + 1)
            let person = Person(id: UniqueID(bits: number), name: name, externalID: name)
            let record = PersonRecord(
                id: UniqueID(bits: number), time: time, author: "lead", person: person)
            try store.add([record], at: time)
        }
        try store.close()
        return room
    }

    /// Those beside the store's own.
    private static func files(_ url: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
            .filter { !$0.hasPrefix("store.sqlite") }
    }

    @Test func `lie in a file for each learner, in the folder and nowhere else`() throws {
        let names = Attacks.all
        let room = try Self.room(names)
        let before = try Self.files(room.folder.url)
        let run = room.run("report learner --all --format html --output @/reports")
        #expect(run.code == .done, "\(run.errors)")
        #expect(run.errors.contains("\(names.count) reports written"))
        #expect(try Self.files(room.folder.url) == (before + ["reports"]).sorted())
        let folder = room.folder.url.appending(path: "reports")
        let files = try Self.files(folder)
        #expect(Set(files.map { $0.lowercased() }).count == names.count)
        for file in files { #expect(file.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9-]*\.html/) != nil) }
        for name in names {
            let file = folder.appending(path: name.fileNameSafe() + ".html")
            let page = try String(contentsOf: file, encoding: .utf8)
            #expect(page.contains("<dd>\(name.htmlSafe())</dd>"), "\(name.debugDescription)")
        }
    }

    @Test func `never replace one another, whatever is asked for`() throws {
        // Both are called x-3e215845, since neither has a letter that is left in a file's name.
        let room = try Self.room(["二四五五七七", "二五八二八七"])
        for options in ["", " --force"] {
            let run = room.run("report learner --all --output @/reports" + options)
            #expect(run.code == .no && run.errors.contains("not saved"), "\(run.errors)")
        }
        let folder = room.folder.url.appending(path: "reports")
        #expect(try Self.files(folder) == ["x-3e215845.txt"])
    }

    /// Short ones, as they can be typed, beside those of a quiz's author.
    private static let answers = Attacks.all.map { $0.terminalSafe() }
        .filter { (1...200).contains($0.utf8.count) && !$0.allSatisfy(\.isWhitespace) }

    private static let title = "</title><script>alert(1)</script> =1+1 [x](javascript:x) ../../x"

    /// A learner has answered each question with another text.
    private static func answeredRoom() throws -> QuizRoom {
        let items = answers.indices.map { index in
            """
            <item id="i\(index)"><prompt>Which?</prompt><short-text><accept>right</accept></short-text>
            </item>
            """
        }
        let uses = answers.indices.map { "<use item=\"i\($0)\"/>" }
        let room = try QuizRoom(
            bank: """
                <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>\(title.htmlSafe())</title>
                \(items.joined(separator: "\n"))
                <quiz id="q" pass="75%" order="listed"><title>\(title.htmlSafe())</title>
                \(uses.joined())</quiz></bank>
                """)
        #expect(room.run("learner add Ann --id S1").code == .done)
        let lines = answers.enumerated().map { index, text in
            "i\(index) typed \(text.asOneLine)\n"
        }
        _ = try room.folder.write(lines.joined() + "submit\n", to: "answers")
        let run = room.run(
            "quiz take @/bank.xml --learner S1 --answers @/answers", isTerminal: false)
        #expect(run.code == .no, "\(run.errors)")
        return room
    }

    @Test func `say what was answered and do nothing else`() throws {
        let room = try Self.answeredRoom()
        for format in ["html", "json", "markdown", "text", "xlsx", "pdf"] {
            let run = room.run("report learner S1 --format \(format) --output @/out.\(format)")
            #expect(run.code == .done, "\(run.errors)")
        }
        let page = String(decoding: try room.bytes(of: "out.html"), as: UTF8.self)
        #expect(page.matches(of: /<(script|img|iframe|a href="[^#])/).isEmpty)
        let data = try JSONSerialization.jsonObject(with: try room.bytes(of: "out.json"))
        let said = Self.strings(in: data)
        for answer in Self.answers {
            #expect(said.contains { $0.contains(answer) }, "\(answer)")
            #expect(page.contains(answer.htmlSafe()), "\(answer)")
        }
        if OpenPyXL.isThere {
            let cells = try OpenPyXL.answer(
                """
                import openpyxl
                book = openpyxl.load_workbook(path)
                cells = [c for s in book.worksheets for row in s.iter_rows() for c in row]
                answer = [str(c.value) for c in cells if c.data_type == "s" and not c.hyperlink]
                assert not any(c.data_type == "f" for c in cells)
                """, on: Array(try room.bytes(of: "out.xlsx")), [String].self)
            for answer in Self.answers {
                let spelled = answer.spreadsheetSafe().replacing("x005F_", with: "")
                #expect(cells.contains { $0.contains(spelled) }, "\(answer)")
            }
        } else {
            print("skipped for workbooks: python3 with openpyxl is not installed")
        }
        let check = try Outside.run("qpdf", ["--check", "out.pdf"], in: room.folder.url)
        #expect(check?.status ?? 0 == 0)
    }

    private static func strings(in data: Any) -> [String] {
        if let text = data as? String { return [text] }
        if let list = data as? [Any] { return list.flatMap(strings) }
        return (data as? [String: Any]).map { $0.values.flatMap(strings) } ?? []
    }
}
