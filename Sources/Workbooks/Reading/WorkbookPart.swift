import Assessment
import MarkupReading

/// One XML file inside a workbook.
struct WorkbookPart {
    private let source: SourceText

    init(_ name: String, in archive: ZipArchive) throws(WorkbookFault) {
        guard let part = try Self.ifAny(name, in: archive) else {
            throw WorkbookFault("the workbook has no part '\(name)', which it speaks of")
        }
        self = part
    }

    /// Nil where there is no such part.
    static func ifAny(_ name: String, in archive: ZipArchive) throws(WorkbookFault) -> Self? {
        guard let bytes = try archive.contents(of: name) else { return nil }
        return WorkbookPart(source: SourceText(name: name, bytes: escaped(bytes)))
    }

    /// What XML allows and our own files may not hold, such as a line separator that somebody
    /// pasted into a comment, by number, so that it is read as text.
    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        guard let text = String(validating: bytes, as: UTF8.self) else { return bytes }
        let isRare = { (scalar: Unicode.Scalar) in
            scalar.value >= 0x7F && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                && (scalar.isControl || scalar.isNoncharacter)
        }
        guard text.unicodeScalars.contains(where: isRare) else { return bytes }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isRare(scalar) {
                escaped.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            } else {
                escaped.append(scalar)
            }
        }
        return Array(String(escaped).utf8)
    }

    private init(source: SourceText) {
        self.source = source
    }

    func tree() throws(WorkbookFault) -> Markup.Element {
        var diagnostics = Diagnostics(limit: 10)
        guard
            let root = MarkupReader.tree(source, hiddenCharacters: .note, into: &diagnostics)
        else { throw fault(diagnostics) }
        return root
    }

    /// The texts that cells name by number.
    func sharedStrings() throws(WorkbookFault) -> [String] {
        var strings: [String] = []
        try eachChild { child throws(WorkbookFault) in
            if child.name == "si" { strings.append(Self.text(of: child)) }
        }
        return strings
    }

    /// The rows of a sheet that have something in them.
    func rows(of sheet: String, strings: [String]) throws(WorkbookFault) -> [WorkbookText.Row] {
        var rows: [WorkbookText.Row] = []
        try eachChild { child throws(WorkbookFault) in
            guard child.name == "sheetData" else { return }
            var last = 0
            for element in child.elements where element.name == "row" {
                let number = element.attribute("r").map { Int($0.value) ?? 0 } ?? last + 1
                guard number > last, number <= Self.mostRows else {
                    throw WorkbookFault("the rows of sheet '\(sheet)' are in disorder")
                }
                last = number
                let row = try Self.row(element, number, of: sheet, strings)
                if !row.cells.isEmpty { rows.append(row) }
            }
        }
        return rows
    }

    private static func row(
        _ element: Markup.Element, _ number: Int, of sheet: String, _ strings: [String]
    ) throws(WorkbookFault) -> WorkbookText.Row {
        var row = WorkbookText.Row(number: number)
        var column = -1
        for cell in element.elements where cell.name == "c" {
            column = try Self.column(of: cell, number, after: column, in: sheet)
            guard let text = text(of: cell, strings) else {
                let place = WorkbookText.letters(ofColumn: column) + String(number)
                throw WorkbookFault(
                    "cell \(place) of sheet '\(sheet)' names a text that is not there")
            }
            if !text.isEmpty { row.cells[column] = text }
        }
        return row
    }

    // As many as spreadsheets have.
    private static let mostRows = 1_048_576
    private static let mostColumns = 16_384

    /// By its reference, such as `C7`, or beside the cell before it where it has none.
    private static func column(
        of cell: Markup.Element, _ row: Int, after last: Int, in sheet: String
    ) throws(WorkbookFault) -> Int {
        guard let reference = cell.attribute("r")?.value else { return last + 1 }
        var column = 0
        for letter in reference.utf8.prefix(while: { (0x41...0x5A).contains($0) }).prefix(4) {
            column = column * 26 + Int(letter) - 0x40
        }
        let isRight =
            WorkbookText.letters(ofColumn: column - 1) + String(row) == reference
        guard isRight, column <= mostColumns, column - 1 > last else {
            throw WorkbookFault("the cells of sheet '\(sheet)' are in disorder at '\(reference)'")
        }
        return column - 1
    }

    /// What a cell shows, or nil where it names a text that there is not.
    private static func text(of cell: Markup.Element, _ strings: [String]) -> String? {
        let value = cell.elements.first { $0.name == "v" }?.text ?? ""
        switch cell.attribute("t")?.value {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else { return nil }
            return strings[index]
        case "inlineStr":
            return cell.elements.first { $0.name == "is" }.map { text(of: $0) } ?? ""
        case "b": return value == "1" ? "TRUE" : value == "0" ? "FALSE" : value
        case "str", "e", "d": return value.spelledOut
        default:
            if value.isEmpty {
                // A formula that no program has computed yet.
                return cell.elements.first { $0.name == "f" }.map { "=" + $0.text } ?? ""
            }
            return digits(of: value)
        }
    }

    /// A number as a person would type it, where that says the same.
    private static func digits(of value: String) -> String {
        guard let number = Double(value), number.isFinite else { return value }
        guard let whole = Int(exactly: number), whole.magnitude < 1 << 53 else {
            return number.description
        }
        return String(whole)
    }

    /// Text in one piece or in runs of one look each, without the readings that East Asian texts have.
    private static func text(of item: Markup.Element) -> String {
        var text = ""
        for child in item.elements {
            switch child.name {
            case "t": text += child.text
            case "r": text += child.elements.first { $0.name == "t" }?.text ?? ""
            default: continue
            }
        }
        return text.spelledOut
    }

    private func eachChild(
        _ body: (Markup.Element) throws(WorkbookFault) -> Void
    ) throws(WorkbookFault) {
        var diagnostics = Diagnostics(limit: 10)
        var fault: WorkbookFault?
        let isWhole = MarkupReader.read(
            source, hiddenCharacters: .note, into: &diagnostics
        ) { event, _ in
            guard case .child(let child) = event else { return .proceed }
            do throws(WorkbookFault) {
                try body(child)
                return .proceed
            } catch {
                fault = error
                return .stop
            }
        }
        if let fault { throw fault }
        if !isWhole { throw self.fault(diagnostics) }
    }

    private func fault(_ diagnostics: Diagnostics) -> WorkbookFault {
        let first = diagnostics.found.first { $0.severity == .error }?.message ?? "it is no XML"
        return WorkbookFault("part '\(source.name)' of the workbook cannot be read: \(first)")
    }
}

extension String {
    /// The text with what is spelled `_x000D_` in workbooks as the character that it stands for.
    fileprivate var spelledOut: String {
        guard contains("_x") else { return self }
        let all = Array(unicodeScalars)
        var text = String.UnicodeScalarView()
        var index = 0
        while index < all.count {
            if index + 6 < all.count, all[index] == "_", all[index + 1] == "x",
                all[index + 6] == "_",
                all[index + 2..<index + 6].allSatisfy({ Character($0).isHexDigit && $0.isASCII }),
                let code = UInt32(
                    String(String.UnicodeScalarView(all[index + 2..<index + 6])), radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                text.append(scalar)
                index += 7
            } else {
                text.append(all[index])
                index += 1
            }
        }
        return String(text)
    }
}
