import Rendering
import TestSupport
import Testing
import Workbooks

@Suite struct `A workbook that is read` {
    @Test func `says every text that was written, whatever is in it`() throws {
        // Longer ones do not fit into a cell.
        let texts = HostileTexts.all.filter { $0.utf16.count < 5_000 }
        var workbook = Workbook("All", created: nil)
        workbook.add(.init("Te&xts", [.init("Text", width: 9)], rows: texts.map { [.text($0)] }))
        let read = try WorkbookText(reading: WorkbookFile.bytes(of: workbook))
        #expect(read.sheets.map(\.name) == ["Te&xts"])
        let rows = try #require(read.sheets.first).rows
        for (index, text) in texts.enumerated() {
            let cell = rows.first { $0.number == index + 2 }?.cells[0] ?? ""
            #expect(
                cell.unicodeScalars.elementsEqual(text.unicodeScalars),
                "\(text.debugDescription) came back as \(cell.debugDescription)")
        }
    }

    @Test(.enabled(if: OpenPyXL.isThere, "python3 with openpyxl is not installed"))
    func `may come from another program, with all kinds of cells`() throws {
        let bytes = try OpenPyXL.file(
            """
            import openpyxl
            from openpyxl.cell.rich_text import CellRichText, TextBlock
            from openpyxl.cell.text import InlineFont
            book = openpyxl.Workbook()
            book.active.title = "First"
            book.active.append(["a", 1, 0.5, True, None, "=1+1", 1e-7, 12345678901])
            book.active["B4"] = CellRichText("one ", TextBlock(InlineFont(b=True), "two"))
            book.active["AA4"] = "  far\\n"
            book.create_chartsheet("Chart")
            book.create_sheet("Second")
            book.save(path)
            """)
        let read = try WorkbookText(reading: bytes)
        #expect(read.sheets.map(\.name) == ["First", "Second"])
        #expect(read.sheets[0].rows.map(\.number) == [1, 4])
        #expect(
            read.sheets[0].rows.map(\.cells) == [
                [0: "a", 1: "1", 2: "0.5", 3: "TRUE", 5: "=1+1", 6: "1e-07", 7: "12345678901"],
                [1: "one two", 26: "  far\n"],
            ])
        #expect(read.sheets[1].rows.isEmpty)
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func `has columns by letters`(_ column: Int, _ letters: String) {
        #expect(WorkbookText.letters(ofColumn: column) == letters)
    }

    /// What is done to a good workbook, and what is said of it then.
    struct Attack: Sendable, CustomTestStringConvertible {
        let program: String
        let words: String
        var testDescription: String { program }

        init(_ program: String, _ words: String) {
            self.program = program
            self.words = words
        }
    }

    @Test(
        .enabled(if: OpenPyXL.isThere, "python3 with openpyxl is not installed"),
        arguments: [
            Attack("bytes[:] = b''", "no workbook"),
            Attack("bytes[:] = b'a,b'", "no workbook"),
            Attack("del bytes[-1:]", "cut off"),
            Attack("del bytes[:len(bytes) // 2]", "no workbook"),
            Attack("del bytes[2000:2010]", "damaged"),
            Attack("bytes[bytes.index(b'PK\\1\\2') + 8] |= 1", "encrypted"),
            Attack("bytes[bytes.index(b'PK\\1\\2') + 10] = 12", "not what they claim"),
            // The second part is said to begin where the first one does.
            Attack(
                """
                one = bytes.index(b'PK\\1\\2'); two = bytes.index(b'PK\\1\\2', one + 4)
                bytes[two + 42:two + 46] = bytes[one + 42:one + 46]
                """, "not what they claim"),
            // Its text is one byte longer than it is said to be.
            Attack("size('xl/sharedStrings.xml', -1)", "not what they claim"),
            Attack("size('xl/sharedStrings.xml', 1)", "not what they claim"),
            Attack("size('xl/sharedStrings.xml', 1 << 30)", "more in the workbook"),
            Attack(
                "at = entry('xl/sharedStrings.xml'); bytes[at + 16] ^= 1", "damaged"),
            Attack("add('../../etc/passwd', b'x')", "leads out of it"),
            Attack("add('/etc/passwd', b'x')", "leads out of it"),
            Attack("add('xl\\\\a', b'x')", "leads out of it"),
            Attack("add('C:a', b'x')", "leads out of it"),
            Attack("add('XL/workbook.xml', b'x')", "not what they claim"),
            Attack("add('zeros', bytes(70 << 20))", "more in the workbook"),
            Attack("for i in range(1001): add(f'n{i}', b'')", "more in the workbook"),
            Attack("swap('xl/workbook.xml', b'<a')", "cannot be read"),
            Attack(
                "swap('xl/workbook.xml', b'<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>')",
                "cannot be read"),
            Attack("swap('xl/sharedStrings.xml', b'<sst/>')", "cell A1 of sheet 'Sheet'"),
            Attack("drop('xl/sharedStrings.xml')", "no part 'xl/sharedStrings.xml'"),
            Attack("drop('_rels/.rels')", "no sheets"),
            Attack("swap(sheet, content(sheet).replace(b'r=\"A2\"', b'r=\"B7\"'))", "disorder"),
            Attack(
                "swap(sheet, content(sheet).replace(b'<row r=\"1\"', b'<row r=\"0\"'))",
                "disorder"),
            Attack("swap(sheet, b'<a>' * 300)", "cannot be read"),
            Attack("swap(sheet, bytearray(33 << 20))", "more in the workbook"),
        ]) func `is refused in words where it is not honest`(attack: Attack) throws
    {
        var good = Workbook("Good", created: nil)
        good.add(.init("Sheet", [.init("text", width: 9)], rows: [[.text("more text")]]))
        let bytes = try OpenPyXL.file(
            """
            import io, warnings, zipfile
            warnings.simplefilter("ignore")
            sheet = "xl/worksheets/sheet1.xml"
            bytes_of = bytes
            bytes = bytearray(open(path, "rb").read())
            def rebuilt(change):
                old = zipfile.ZipFile(io.BytesIO(bytes))
                parts = change([(n, old.read(n)) for n in old.namelist()])
                out = io.BytesIO()
                with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
                    for name, content in parts:
                        info = zipfile.ZipInfo("n")
                        info.filename = name
                        info.compress_type = zipfile.ZIP_DEFLATED
                        new.writestr(info, bytes_of(content))
                bytes[:] = out.getvalue()
            def add(name, content): rebuilt(lambda parts: parts + [(name, content)])
            def swap(name, content):
                rebuilt(lambda parts: [(n, content if n == name else c) for n, c in parts])
            def drop(name): rebuilt(lambda parts: [p for p in parts if p[0] != name])
            def content(name): return zipfile.ZipFile(io.BytesIO(bytes)).read(name)
            def entry(name): return bytes.index(name.encode(), bytes.index(b"PK\\1\\2")) - 46
            def size(name, more):
                for at in [entry(name) + 24, bytes.index(name.encode()) - 8]:
                    old = int.from_bytes(bytes[at:at + 4], "little")
                    bytes[at:at + 4] = (old + more).to_bytes(4, "little")
            \(attack.program.replacing("bytes(70", with: "bytes_of(70"))
            open(path, "wb").write(bytes)
            """, from: try WorkbookFile.bytes(of: good))
        do {
            let read = try WorkbookText(reading: bytes)
            Issue.record("it was read: \(read.sheets)")
        } catch {
            #expect(error.reason.contains(attack.words), "\(error.reason)")
        }
    }

    @Test func `never stops the program, whatever byte is changed`() throws {
        var workbook = Workbook("Bytes", created: nil)
        workbook.add(
            .init("A", [.init("B", width: 9)], rows: [[.text("c")], [.number(1, format: "0")]]))
        let good = try WorkbookFile.bytes(of: workbook)
        for index in stride(from: 0, to: good.count, by: 7) {
            var bytes = good
            bytes[index] ^= UInt8(1) << UInt8(index / 7 % 8)
            _ = try? WorkbookText(reading: bytes)
        }
        for length in stride(from: 0, to: good.count, by: 7) {
            #expect(throws: WorkbookFault.self) {
                try WorkbookText(reading: Array(good[..<length]))
            }
        }
    }
}
