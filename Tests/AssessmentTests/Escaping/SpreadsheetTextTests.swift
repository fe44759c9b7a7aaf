import Assessment
import Testing

@Suite struct `Text in a workbook` {
    @Test(arguments: [
        ("Ana López", "Ana López"), ("=1+1", "=1+1"), ("_x003D_1", "_x005F_x003D_1"),
        ("_x003d_", "_x005F_x003d_"), ("_x003D", "_x003D"), ("_x00GG_", "_x00GG_"),
        ("_x１２３４_", "_x１２３４_"), ("snake_case_x1_", "snake_case_x1_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("_x005F_", "_x005F_x005F_"),
        ("a\r\n\tb", "a_x000D_\n\tb"), ("\u{0}\u{1B}\u{7F}", "_x0000__x001B__x007F_"),
        ("\u{85}\u{9B}", "_x0085__x009B_"), ("\u{FFFE}\u{FFFF}", "_xFFFE__xFFFF_"),
        ("_x0041\u{1}", "_x005F_x0041_x0001_"), ("\u{1}x0041_", "_x0001_x0041_"),
        ("_\u{301}x0041_", "_\u{301}x0041_"), ("_x0041_\u{301}", "_x005F_x0041_\u{301}"),
        ("", ""),
    ])
    func `spells what XML cannot hold, and what looks spelled`(_ text: String, written: String) {
        #expect(text.spreadsheetSafe().isSame(as: written))
    }

    @Test func `is read back as it was`() throws {
        // Whatever stands next to what: every text of up to five of these pieces.
        let pieces = ["_", "x", "0041", "\r", "é", "_x005F_"]
        var texts = [""]
        var ended = 0
        for _ in 0..<5 {
            let begun = ended..<texts.count
            ended = texts.count
            for text in texts[begun] { texts += pieces.map { text + $0 } }
        }
        texts += try HostileStrings.texts()
        texts.append(
            String(String.UnicodeScalarView((0..<0x1_0000).compactMap(Unicode.Scalar.init))))
        try expectPythonFindsNoFault(
            in: texts.map { [$0, $0.spreadsheetSafe()] },
            """
            import re
            from xml.etree import ElementTree
            from xml.sax.saxutils import escape
            for text, written in rows:
                cell = '<t xml:space="preserve">' + escape(written) + '</t>'
                read = ElementTree.fromstring(cell).text or ''
                read = re.sub('_x([0-9A-Fa-f]{4})_', lambda code: chr(int(code[1], 16)), read)
                if read != text: print(ascii(text[:99]), ascii(written[:99]))
            """)
    }

    @Test(arguments: [
        ("Ana López", "Ana López"), ("a[b]c:d*e?f/g\\h", "a-b-c-d-e-f-g-h"), ("", "Sheet"),
        ("''", "Sheet"), (" ' \u{A0}", "Sheet"), ("'t Hooft's'", "t Hooft's"),
        ("'\u{301}a", "\u{301}a"), ("[\u{301}a", "-\u{301}a"), ("history", "history-"),
        ("'HISTORY '", "HISTORY-"), ("History of art", "History of art"), ("a\u{1B}\nb", "a--b"),
        ("a\u{202E}b", "a-b"), ("_x005B_", "-x005B_"), ("//", "--"),
        (String(repeating: "a", count: 32), String(repeating: "a", count: 31)),
        (String(repeating: "a", count: 29) + " '" + "b", String(repeating: "a", count: 29)),
        (String(repeating: "𝔸", count: 16), String(repeating: "𝔸", count: 15)),
        (String(repeating: "é", count: 31), String(repeating: "é", count: 31)),
    ])
    func `names a sheet as a spreadsheet allows`(_ text: String, name: String) {
        #expect(text.sheetName().isSame(as: name))
        #expect(text.sheetName().utf16.count <= SpreadsheetLimit.sheetNameUnits)
    }

    @Test func `names no two sheets alike`() {
        var names: [String] = []
        let long = String(repeating: "n", count: 40)
        for text in [
            "Ana", "ANA", "ana/", "ana", "Ana (2)", "history", "History", "", "'", long, long,
        ] {
            names.append(text.sheetName(besides: names))
        }
        #expect(
            names == [
                "Ana", "ANA (2)", "ana-", "ana (3)", "Ana (2) (2)", "history-", "History- (2)",
                "Sheet", "Sheet (2)", String(repeating: "n", count: 31),
                String(repeating: "n", count: 27) + " (2)",
            ])
    }
}
