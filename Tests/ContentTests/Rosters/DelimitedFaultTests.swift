import Assessment
import Content
import Testing

@Suite struct `A fault in how a table is written` {
    @Test(arguments: [
        TableFault("stray-quote", at: "a,b\n1,Ana ‸\"Annie\" L\n2,x\n"),
        TableFault("stray-quote", at: "a,b\n1, ‸\"L, Ana\"\n2,x\n"),
        TableFault("stray-quote", at: "a,b\n1,\"Ana \"‸Annie\" L\"\n2,x\n"),
        TableFault("stray-quote", at: "a,b\n1,\"Ana\"‸ \n2,x\n"),
        TableFault("stray-quote", at: "a\tb\r\n1\tx‸\"\r\n2\tx\r\n"),
        TableFault("stray-quote", "stray-quote", at: "a,b\nx‸\"y,z‸\"w\n1,x\n"),
        TableFault("unclosed-quote", at: "a,b\n1,‸\"Ana\n2,Ben\n3,Cy\n"),
        TableFault("unclosed-quote", at: "a,b\n1,‸\"Ana"),
        TableFault("unclosed-quote", at: "a,b\n1,‸\""),
        TableFault("unclosed-quote", at: "a,b\n1,‸\"Ana\"\"\n2,x\n"),
        TableFault("unclosed-quote", at: "a,b\n1,‸\"Ana\n2,Ben\n3,\"Cy\"\n4,x\n"),
        TableFault(
            "unclosed-quote", "unclosed-quote",
            at: "\"a\",\"b\"\r\n\"1\",‸\"Ana\r\n\"2\",\"Ben\"\r\n\"3\",‸\"Cy\r\n\"4\",\"x\"\r\n"),
        TableFault("control-char", at: "a,b\n1,x‸\u{0}y\n2,x\n"),
        TableFault("control-char", at: "a,b\n1,‸\u{1B}[2J\n2,x\n"),
        TableFault("control-char", at: "a,b\n1,ü‸\u{9B}31m\n2,x\n"),
        TableFault("control-char", at: "a,b\n1,\"q\nq‸\u{7F}\"\n2,x\n"),
        TableFault("control-char", at: "a,b\n1,日‸\u{2028}\n2,x\n"),
        TableFault("control-char", at: "a,b\n1,‸\u{FFFE}\n2,x\n"),
        TableFault("control-char", "unclosed-quote", at: "a,b\n‸\u{8},‸\"\n2,x\n"),
        TableFault("control-char", at: "a,b\n1,x\n2,x\n‸\u{1A}"),
    ]) func `is found at its first character, and bars no other row`(_ fault: TableFault) {
        let table = ReadTable(fault.parts.bytes)
        fault.expect(table.diagnostics.found)
        let faultyLines = Set(table.diagnostics.found.compactMap(\.place?.line))
        #expect(table.faulty.filter { $0 }.count == faultyLines.count)
        #expect(table.rows.first == ["a", "b"])
        let sound = zip(table.rows, table.faulty).filter { !$0.1 }.map(\.0)
        #expect(sound.count >= (fault.text.contains("x\n") ? 2 : 1))
        #expect(sound.allSatisfy { $0.count == 2 })
    }

    @Test(arguments: [
        (TableFault("too-large", at: "a,b\n1,‸123456789\n2,x\n"), 3),
        (TableFault("too-large", at: "a,b\n‸\"12345\n789\",1\n2,x\n"), 3),
        (TableFault("too-large", at: "a,b\n1,2,3,‸4,5\n2,x\n"), 3),
        (TableFault("too-large", at: "a,b\n1,x\n2,x\n3,x\n‸4,x\n5,x\n"), 4),
        (TableFault("too-large", at: String(repeating: "a,b\n", count: 30)), 0),
    ]) func `that goes past a limit is refused`(_ fault: TableFault, rows: Int) {
        var limits = DelimitedLimits()
        limits.fieldBytes = 8
        limits.fields = 3
        limits.rows = 4
        limits.bytes = 100
        let table = ReadTable(fault.parts.bytes, limits: limits)
        fault.expect(table.diagnostics.found)
        #expect(table.rows.count == rows)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let code: String
        let bytes: [UInt8]
        let told: String
        let line: Int?
        var testDescription: String { told }

        init(_ code: String, _ bytes: [UInt8], _ told: String, line: Int? = nil) {
            self.code = code
            self.bytes = bytes
            self.told = told
            self.line = line
        }

        init(_ code: String, _ text: String, _ told: String) {
            self.init(code, Array(text.utf8), told)
        }
    }

    private static let latin1 = Array("id,name\n1,J".utf8) + [0xFC] + Array("rgen\n".utf8)

    private static func wide(_ text: String, mark: [UInt8], isBig: Bool) -> [UInt8] {
        mark
            + text.utf16.flatMap {
                let halves = [UInt8($0 & 0xFF), UInt8($0 >> 8)]
                return isBig ? halves.reversed() : halves
            }
    }

    @Test(arguments: [
        Refusal(
            "encoding", latin1, "the byte FC here is not UTF-8: the file is in an older encoding",
            line: 2),
        Refusal(
            "encoding", wide("id\tname\n", mark: [0xFF, 0xFE], isBig: false),
            "the file is written in UTF-16", line: 1),
        Refusal(
            "encoding", wide("id\tname\n", mark: [0xFE, 0xFF], isBig: true),
            "the file is written in UTF-16", line: 1),
        Refusal(
            "encoding", wide("id,name\n", mark: [], isBig: false), "the file is written in UTF-16",
            line: 1),
        Refusal(
            "encoding", wide("id,name\n", mark: [], isBig: true), "the file is written in UTF-16",
            line: 1),
        Refusal(
            "encoding", [0xFF, 0xFE, 0, 0, 0x69, 0, 0, 0], "the file is written in UTF-32", line: 1),
        Refusal(
            "not-a-table", "PK\u{3}\u{4}\u{14}\u{0}[Content_Types].xml",
            "the file is an Excel workbook, or another zip archive, and no CSV"),
        Refusal(
            "not-a-table", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1],
            "the file is an old Excel workbook, and no CSV"),
        Refusal("not-a-table", "%PDF-1.7\n", "the file is a PDF, and no CSV"),
        Refusal(
            "not-a-table", "\u{FEFF}\n<html><table>", "the file is a web page or XML, and no CSV"),
        Refusal("empty-input", "", "the file is empty"),
        Refusal("empty-input", "\u{FEFF}\r\n  \n\t\n", "the file is empty"),
        Refusal(
            "bad-value", "sep=|\nid|name\n", "the first line names no separator that is known"),
        Refusal("bad-value", "sep=", "the first line names no separator that is known"),
    ]) func `that leaves no table is told in a sentence`(_ refusal: Refusal) {
        let table = ReadTable(refusal.bytes)
        #expect(table.separator == nil)
        #expect(table.diagnostics.found.map(\.code.rawValue) == [refusal.code])
        #expect(table.diagnostics.found.map(\.message) == [refusal.told])
        #expect(table.diagnostics.found.allSatisfy { $0.advice != nil })
        if let line = refusal.line { #expect(table.diagnostics.found[0].place?.line == line) }
    }

    @Test func `says how to save a file as UTF-8`() {
        let advice = ReadTable(Self.latin1).diagnostics.found.first?.advice
        #expect(
            advice
                == "open it in a spreadsheet program and save it as 'CSV UTF-8' "
                + "(in LibreOffice: Text CSV, Unicode UTF-8)")
    }

    @Test func `stays cheap when every line has one`() {
        let bytes = Array(("a,b\n" + String(repeating: "1,\"x\n", count: 20_000)).utf8)
        let clock = ContinuousClock()
        var table = ReadTable("")
        let time = clock.measure { table = ReadTable(bytes) }
        #expect(table.diagnostics.errorCount == 20_000)
        #expect(table.diagnostics.found.count == 1_000)
        #expect(time < .seconds(20))
    }
}
