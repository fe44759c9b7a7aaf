import Assessment
import Content
import TestSupport
import Testing

@Suite struct `A table of marks` {
    private static func read(_ bytes: [UInt8]) -> (rows: [MarkTable.Row]?, errors: [String]) {
        var diagnostics = Diagnostics()
        let source = SourceText(name: "m.csv", bytes: bytes)
        let rows = MarkTable.rows(from: source, into: &diagnostics)
        return (rows, diagnostics.found.filter { $0.severity == .error }.map(\.message))
    }

    @Test func `reads back what it wrote, or says what no table may hold`() {
        var refused = 0
        for text in HostileTexts.all where !text.utf8.contains(0) {
            var cells = Dictionary(uniqueKeysWithValues: MarkTable.Column.allCases.map { ($0, "") })
            cells[.comment] = text
            let (again, errors) = Self.read(
                MarkTable.bytes(of: [MarkTable.Row(line: 2, cells: cells)]))
            if errors.isEmpty {
                let read = again?.map { Array(($0.cells[.comment] ?? "").utf8) }
                #expect(read == [Array(text.utf8)])
            } else {
                refused += 1
            }
        }
        #expect(refused < HostileTexts.all.count / 4)
    }

    /// A file, and its rows as `line column=cell`, or what is wrong.
    @Test(
        arguments: [
            (
                "mark;Criterion;SUBMISSION\n2;ask;talk\n",
                ["2 submission=talk criterion=ask mark=2"], ""
            ),
            (
                "submission,criterion,mark,note\ntalk,ask,,x\n\ntalk,end,1,y\n",
                [
                    "2 submission=talk criterion=ask mark=",
                    "4 submission=talk criterion=end mark=1",
                ], ""
            ), ("submission,criterion,mark\n", [], ""),
            ("submission,mark\ntalk,2\n", nil, "the table has no column 'criterion'"),
            ("", nil, "the file is empty"),
        ] as [(String, [String]?, String)])
    func `is known by its headings`(_ file: String, _ rows: [String]?, _ error: String) {
        let (found, errors) = Self.read(Array(file.utf8))
        let words = found?.map { row in
            (["\(row.line)"]
                + MarkTable.Column.allCases.compactMap { column in
                    row.cells[column].map { "\(column.rawValue)=\($0)" }
                }).joined(separator: " ")
        }
        #expect(words == rows)
        #expect(errors == (error.isEmpty ? [] : [error]))
    }
}
