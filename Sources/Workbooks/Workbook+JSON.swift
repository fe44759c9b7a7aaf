package import Assessment

/// A workbook on its way to the program that writes it.
extension Workbook {
    package var json: JSON {
        [
            "title": .string(title), "created": created.json,
            "sheets": .array(sheets.map(\.json)),
        ]
    }

    package init?(_ json: JSON) {
        guard let title = json["title"]?.text, let sheets = json["sheets"]?.all(Sheet.init) else {
            return nil
        }
        self.title = title
        created = json["created"]?.moment
        self.sheets = sheets
    }
}

extension Timestamp? {
    fileprivate var json: JSON { map { .integer(Int($0.microseconds)) } ?? .null }
}

extension JSON {
    fileprivate var moment: Timestamp? {
        integer.map { Timestamp(microseconds: Int64($0)) }
    }

    /// Every element as what it stands for, or nothing where one of them cannot be read.
    fileprivate func all<Element>(_ read: (JSON) -> Element?) -> [Element]? {
        guard let elements else { return nil }
        let found = elements.compactMap(read)
        return found.count == elements.count ? found : nil
    }
}

extension Workbook.Sheet {
    fileprivate var json: JSON {
        [
            "name": .string(name), "columns": .array(columns.map(\.json)),
            "headings": .bool(hasHeadings), "locked": .bool(isLocked),
            "rows": .array(rows.map { row in .array(row.map(\.json)) }),
            "notes": .array(notes.map { .string($0) }), "charts": .array(charts.map(\.json)),
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let name = json["name"]?.text,
            let columns = json["columns"]?.all(Workbook.Column.init),
            let hasHeadings = json["headings"]?.flag, let isLocked = json["locked"]?.flag,
            let rows = json["rows"]?.all({ $0.all(Workbook.Cell.init) }),
            let notes = json["notes"]?.all(\.text),
            let charts = json["charts"]?.all(Workbook.Chart.init)
        else { return nil }
        self.init(name, columns, hasHeadings: hasHeadings, rows: rows)
        self.notes = notes
        self.charts = charts
        self.isLocked = isLocked
    }
}

extension Workbook.Column {
    fileprivate var json: JSON {
        [
            "title": .string(title), "width": .integer(width), "numeric": .bool(isNumeric),
            "editable": .bool(isEditable),
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let title = json["title"]?.text, let width = json["width"]?.integer,
            let isNumeric = json["numeric"]?.flag, let isEditable = json["editable"]?.flag
        else { return nil }
        self.init(title, width: width, isNumeric: isNumeric, isEditable: isEditable)
    }
}

extension Workbook.Cell {
    fileprivate var json: JSON {
        switch self {
        case .blank: .null
        case .text(let text): .string(text)
        case .heading(let text): ["heading": .string(text)]
        case .number(let number, let format):
            ["number": .number("\(number)"), "format": .string(format)]
        case .moment(let moment): ["moment": .integer(Int(moment.microseconds))]
        case .choice(let text, let words):
            ["choice": .string(text), "among": .array(words.map { .string($0) })]
        }
    }

    fileprivate init?(_ json: JSON) {
        if case .null = json {
            self = .blank
        } else if let text = json.text {
            self = .text(text)
        } else if let text = json["heading"]?.text {
            self = .heading(text)
        } else if let number = json["number"]?.double, let format = json["format"]?.text {
            self = .number(number, format: format)
        } else if let moment = json["moment"]?.moment {
            self = .moment(moment)
        } else if let text = json["choice"]?.text, let words = json["among"]?.all(\.text) {
            self = .choice(text, among: words)
        } else {
            return nil
        }
    }
}

extension Workbook.Chart {
    fileprivate var json: JSON {
        [
            "kind": .string(kind.rawValue), "title": .string(title), "finding": .string(finding),
            "end": .number("\(end)"), "series": .array(series.map(\.json)),
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let kind = json["kind"]?.text.flatMap(Kind.init), let title = json["title"]?.text,
            let finding = json["finding"]?.text, let end = json["end"]?.double,
            let series = json["series"]?.all(Workbook.Series.init)
        else { return nil }
        self.init(kind, title, finding: finding, end: end)
        self.series = series
    }
}

extension Workbook.Series {
    fileprivate var json: JSON {
        [
            "name": .string(name), "look": .string(look.rawValue), "names": names.json,
            "values": values.json,
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let name = json["name"]?.text, let look = json["look"]?.text.flatMap(Look.init),
            let names = json["names"].flatMap(Workbook.Area.init),
            let values = json["values"].flatMap(Workbook.Area.init)
        else { return nil }
        self.init(name, look, names: names, values: values)
    }
}

extension Workbook.Area {
    fileprivate var json: JSON {
        [
            "sheet": .string(sheet), "column": .integer(column),
            "first": .integer(rows.lowerBound), "last": .integer(rows.upperBound),
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let sheet = json["sheet"]?.text, let column = json["column"]?.integer,
            let first = json["first"]?.integer, let last = json["last"]?.integer, first <= last
        else { return nil }
        self.init(sheet: sheet, column: column, rows: first...last)
    }
}
