import MarkupReading

/// What stands in a workbook as texts, with the places where they stand.
///
///     let workbook = try WorkbookText(reading: bytes)
///     for row in workbook.sheets[0].rows { print(row.number, row.cells[0] ?? "") }
package struct WorkbookText: Sendable, Hashable {
    package struct Sheet: Sendable, Hashable {
        package let name: String
        /// Those in which there is something, from the top.
        package let rows: [Row]
    }

    package struct Row: Sendable, Hashable {
        /// As the spreadsheet counts, from 1.
        package let number: Int
        /// By column, counted from 0; a number is a text of its digits.
        package internal(set) var cells: [Int: String] = [:]
    }

    package private(set) var sheets: [Sheet] = []

    /// Refuses what is no workbook, or not an honest one, whoever saved it.
    package init(reading bytes: [UInt8]) throws(WorkbookFault) {
        let archive = try ZipArchive(bytes)
        let package = try PartLinks(of: "", in: archive)
        guard let main = package.target(ofKind: "officeDocument") else { throw Self.noSheets }
        let links = try PartLinks(of: main, in: archive)
        let root = try WorkbookPart(main, in: archive).tree()
        var strings: [String] = []
        if let name = links.target(ofKind: "sharedStrings") {
            strings = try WorkbookPart(name, in: archive).sharedStrings()
        }
        let list = root.elements.first { $0.name == "sheets" }
        for sheet in (list.map { Array($0.elements) } ?? []) where sheet.name == "sheet" {
            let link = sheet.attributes.first { $0.name == "id" && $0.namespace != nil }
            guard let name = sheet.attribute("name")?.value,
                let target = link.flatMap({ links.target(of: $0.value) })
            else { throw Self.noSheets }
            // A chart may be a sheet as well, and has no cells.
            guard target.isSheet else { continue }
            let rows = try WorkbookPart(target.name, in: archive)
                .rows(of: name, strings: strings)
            sheets.append(Sheet(name: name, rows: rows))
        }
    }

    private static let noSheets = WorkbookFault("the workbook has no sheets that can be found")

    /// The name of a column counted from 0: `C`, or `AA` after `Z`.
    package static func letters(ofColumn column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            letters = String(letter) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
