import Commands
import TestSupport
import Testing

@Suite struct `A table of text` {
    private func table(_ rows: [[String]]) -> TextTable {
        var table = TextTable([.init("Name"), .init("Count", isNumber: true), .init("Note")])
        for row in rows { table.add(row) }
        return table
    }

    @Test func `is aligned by what a terminal shows`() {
        let table = table([
            ["Ann", "7", "x"], ["日本", "12", ""], ["Zoe\u{301}", "100000", "long enough"],
        ])
        #expect(
            table.text(width: nil) == """
                Name   Count  Note
                Ann        7  x
                日本      12
                Zoe\u{301}   100000  long enough

                """)
    }

    @Test(arguments: [
        (30, "Abcdefghijk…  1  Nopqrstuvwxy…"), (24, "Abcdefgh…  1  Nopqrstuv…"),
    ])
    func `is cut where the window is narrow, the widest first`(_ width: Int, _ line: String) {
        var table = TextTable([.init("A"), .init("B", isNumber: true), .init("C")])
        table.add(["Abcdefghijklmnopqrst", "1", "Nopqrstuvwxyzabcdef"])
        let lines = table.text(width: width).split(separator: "\n")
        #expect(lines.last.map { String($0) } == line)
        #expect(lines.allSatisfy { $0.count <= width })
    }

    @Test(arguments: HostileTexts.all)
    func `shows nothing that a terminal would act on`(_ text: String) {
        for width in [nil, 20] {
            let lines = table([[text, "1", text]]).text(width: width)
            #expect(lines.utf8.count { $0 == 10 } == 2)
            #expect(
                !lines.unicodeScalars.contains {
                    $0 != "\n" && ($0.value < 32 || 127...159 ~= $0.value)
                        || $0.properties.isBidiControl
                })
        }
    }
}
