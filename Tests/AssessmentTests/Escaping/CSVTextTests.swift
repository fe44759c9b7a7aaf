import Assessment
import TestSupport
import Testing

@Suite struct `A row of comma-separated cells` {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let written: String

        var testDescription: String { written }

        init(_ text: String, _ written: String) {
            self.text = text
            self.written = written
        }
    }

    @Test(arguments: [
        Row("", "\"\""), Row("Ana, López", "\"Ana, López\""), Row("a\"b", "\"a\"\"b\""),
        Row("\"\u{301}a\"", "\"\"\"\u{301}a\"\"\""), Row("a\r\n=b", "\"a\r\n=b\""),
        Row("=1", "\"'=1\""), Row("=\u{301}1", "\"'=\u{301}1\""), Row("+1", "\"'+1\""),
        Row("-rf", "\"'-rf\""), Row("@A", "\"'@A\""), Row("|cmd", "\"'|cmd\""),
        Row("%x", "\"'%x\""),
        Row("\tx", "\"'\tx\""), Row("\rx", "\"'\rx\""), Row("\nx", "\"'\nx\""),
        Row("\r\nx", "\"'\r\nx\""), Row("＝1", "\"'＝1\""), Row("＋", "\"'＋\""), Row("－", "\"'－\""),
        Row("＠", "\"'＠\""), Row("｜", "\"'｜\""), Row("％", "\"'％\""), Row("﹦1", "\"'﹦1\""),
        Row("  =1", "\"'  =1\""), Row("\u{A0}=1", "\"'\u{A0}=1\""),
        Row("\u{FEFF}=1", "\"'\u{FEFF}=1\""),
        Row("\u{200B}\u{3000}@", "\"'\u{200B}\u{3000}@\""), Row("\u{FE0F}=1", "\"'\u{FE0F}=1\""),
        Row("\u{1B}=1", "\"'\u{1B}=1\""), Row("\u{85}\u{2028}-1", "\"'\u{85}\u{2028}-1\""),
        Row("'=1", "\"''=1\""), Row("'t Hooft", "\"'t Hooft\""), Row("'", "\"'\""),
        Row("a=1", "\"a=1\""), Row("1-2", "\"1-2\""), Row("*-", "\"*-\""), Row("  ", "\"  \""),
        Row("a\u{0}b", "\"a\\u{0}b\""), Row("\u{0}=1", "\"'\\u{0}=1\""),
    ])
    func `quotes its texts, and marks what a spreadsheet would compute`(_ row: Row) {
        #expect(CSV.cell(row.text).written.isSame(as: row.written))
        guard !row.text.unicodeScalars.contains("\0") else { return }
        let value = row.written.unicodeScalars.dropFirst().dropLast()
            .split(separator: "\"", omittingEmptySubsequences: false)
            .enumerated().map { ($0 > 0 && $0 % 2 == 0 ? "\"" : "") + String($1) }.joined()
        #expect(CSV.text(of: value).isSame(as: row.text))
    }

    @Test func `leaves the numbers that we computed bare`() throws {
        let third = try Rational(-1, over: 3)
        var bytes = CSV.byteOrderMark
        CSV.append(
            [CSV.number(-12), CSV.number(third, toDecimals: 2), CSV.cell("-12")], to: &bytes)
        let almost = try Rational(79_996, over: 1000)
        let cut = try Rational(80, over: 1)
        CSV.append([CSV.number(almost, toDecimals: 1, neverAcross: cut)], to: &bytes)
        let expected = "\u{FEFF}-12,-0.33,\"'-12\"\r\n79.99\r\n"
        #expect(String(decoding: bytes, as: UTF8.self).isSame(as: expected))
    }

    @Test func `is read back as it was`() throws {
        let texts = try HostileStrings.texts()
        var bytes: [UInt8] = []
        for text in texts {
            CSV.append([CSV.cell(text), CSV.number(7), CSV.cell(text)], to: &bytes)
        }
        try expectPythonFindsNoFault(
            in: texts, files: ["cells.csv": bytes],
            """
            import csv
            cells = list(csv.reader(open('cells.csv', encoding='utf-8', newline=''), strict=True))
            if len(cells) != len(rows): print(len(cells), 'rows')
            for text, row in zip(rows, cells):
                text = text.replace('\\0', '\\\\u{0}')
                computed = row[0].strip(" \\u00a0\\ufeff\\u200b").startswith(tuple('=+-@|%\\t\\r\\n'))
                if row[0] not in (text, "'" + text) or row[1:] != ['7', row[0]] or computed:
                    print(ascii(text), ascii(row))
            """)
    }
}
