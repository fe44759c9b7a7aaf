import Assessment
import Content
import Foundation
import MarkupReading
import Testing

@Suite struct `A table` {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let rows: [[String]]
        let lines: [Int]?
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ rows: [[String]], lines: [Int]? = nil) {
            self.text = text
            self.rows = rows
            self.lines = lines
        }
    }

    @Test(arguments: [
        Row("a,b\n1,2\n", [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Row("a,b\r\n1,2", [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Row("a,b\r1,2\r", [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Row("\u{FEFF}a;b\n1;2", [["a", "b"], ["1", "2"]]),
        Row("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        Row("sep=;\r\na,x;b\r\n1;2", [["a,x", "b"], ["1", "2"]], lines: [2, 3]),
        Row("\u{FEFF}\"sep=,\"\na;x,b\n", [["a;x", "b"]], lines: [2]),
        Row("SEP=\t\na,a,a\tb\n", [["a,a,a", "b"]]),
        Row("sepal,width\n", [["sepal", "width"]]),
        Row("\n\r\n\na,b\n\n\n1,2\n\n", [["a", "b"], ["1", "2"]], lines: [4, 7]),
        Row("\"a\",\"b \"\"c\"\"\"\n", [["a", "b \"c\""]]),
        Row("\"\",\"\"\"\"\n", [["", "\""]]),
        Row(
            "\"a\nb\",\"c\r\nd\"\n1,2\n", [["a\nb", "c\r\nd"], ["1", "2"]], lines: [1, 4]),
        Row("a\n\"x\r\r\ny\"\nb", [["a"], ["x\r\r\ny"], ["b"]], lines: [1, 2, 5]),
        Row("a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
        Row("a;b;;;\n;;;;\n", [["a", "b", "", "", ""], ["", "", "", "", ""]]),
        Row(" a , b \n", [[" a ", " b "]]),
        Row(
            "Last, First;id;mail\nL, A;1;x\n",
            [["Last, First", "id", "mail"], ["L, A", "1", "x"]]),
        Row("\"a,b,c,d\";e\n", [["a,b,c,d", "e"]]),
        Row("Class of 2026\n\na;b\n1,5;2\n", [["Class of 2026"], ["a", "b"], ["1,5", "2"]]),
        Row("only\none\n", [["only"], ["one"]]),
        Row("a,b\n日本語,e\u{301}\u{302}\n", [["a", "b"], ["日本語", "e\u{301}\u{302}"]]),
        Row("a,\u{301}b\n\"\u{301}\",\u{301}\n", [["a", "\u{301}b"], ["\u{301}", "\u{301}"]]),
    ]) func `is read as it was meant`(_ row: Row) {
        let table = ReadTable(row.text)
        #expect(table.diagnostics.found.map(\.summary) == [])
        #expect(
            table.rows.map { $0.map { Array($0.utf8) } }
                == row.rows.map { $0.map { Array($0.utf8) } }
        )
        if let lines = row.lines { #expect(table.lines == lines) }
    }

    @Test func `tells where each byte of a field stands`() throws {
        let source = SourceText(name: "t", bytes: Array("a,\"b\"\"c\"\"\nd\"\n".utf8))
        var diagnostics = Diagnostics()
        var reader = try #require(DelimitedReader(source, into: &diagnostics))
        let field = try #require(reader.next(into: &diagnostics)?.fields.last)
        #expect(reader.text(of: field) == "b\"c\"\nd")
        #expect((0...5).map { reader.offset(of: $0, in: field) } == [3, 4, 6, 7, 9, 10])
        #expect(field.offset == 2)
    }

    // MARK: Python's module as a witness

    /// Writes tables of hard fields, and each table as JSON beside it.
    ///
    /// Python quotes a line break only where its own line ends have it, so the last two quote all.
    private static let script = #"""
        import csv, json, os, random, sys
        random.seed(20260731)
        parts = ['a', 'Zoë', '"', '""', ',', ';', '\t', '\n', '\r\n', '\r', ' ', "'", '=1', '日本',
                 'e\u0301', '\u0301', '👩‍🚀', '\u200f', 'sep=', '\\']
        for number in range(150):
            width = random.randint(2, 7)
            rows = [['h%d' % i for i in range(width)]] + [
                [''.join(random.choice(parts) for _ in range(random.randint(0, 5)))
                 for _ in range(width)]
                for _ in range(random.randint(0, 12))]
            for name, options in [
                ('comma', dict()), ('semicolon', dict(delimiter=';')), ('tab', dict(delimiter='\t')),
                ('lf', dict(delimiter=';', lineterminator='\n', quoting=csv.QUOTE_ALL)),
                ('cr', dict(lineterminator='\r', quoting=csv.QUOTE_ALL))]:
                path = os.path.join(sys.argv[1], '%03d-%s' % (number, name))
                mark = '\ufeff' if number % 3 == 0 else ''
                with open(path + '.csv', 'w', newline='', encoding='utf-8') as file:
                    file.write(mark)
                    csv.writer(file, **options).writerows(rows)
                with open(path + '.json', 'w', encoding='utf-8') as file:
                    json.dump(rows, file)
        """#

    @Test(.enabled(if: Python.path != nil, "python3 is not here"))
    func `written by Python reads back the same`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "assay-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(filePath: try #require(Python.path))
        process.arguments = ["-c", Self.script, folder.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)

        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".csv") }.sorted()
        #expect(names.count == 750)
        for name in names {
            let table = ReadTable(try Array(Data(contentsOf: folder.appending(path: name))))
            let json = folder.appending(path: name.replacingOccurrences(of: ".csv", with: ".json"))
            let rows = try JSONDecoder().decode([[String]].self, from: Data(contentsOf: json))
            #expect(table.diagnostics.found.map(\.summary) == [], "\(name)")
            let isSame = table.rows.elementsEqual(rows) {
                $0.elementsEqual($1) { $0.utf8.elementsEqual($1.utf8) }
            }
            #expect(isSame, "\(name)")
        }
    }

    @Test func `of fifty thousand rows is read without losing one`() {
        let lines = (1...50_000).map { "\($0);\"Person \"\"\($0)\"\"\";p\($0)@example.org\r\n" }
        let table = ReadTable("id;name;email\r\n" + lines.joined())
        #expect(table.rows.count == 50_001)
        #expect(table.rows.last == ["50000", "Person \"50000\"", "p50000@example.org"])
        #expect(table.lines.last == 50_001)
        #expect(table.diagnostics.found.isEmpty)
    }
}

private enum Python {
    static let path = ["/usr/bin/python3", "/usr/local/bin/python3", "/bin/python3"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}
