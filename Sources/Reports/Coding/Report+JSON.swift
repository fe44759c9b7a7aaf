package import Assessment

/// A report on its way to the program that makes pages of it: both ways in one file, so that they
/// stay alike.
extension Report {
    package var json: JSON {
        [
            "kind": .string(kind.rawValue), "title": .string(title),
            "language": .string(language), "asOf": asOf.map(\.json) ?? .null,
            "answer": .texts(answer), "facts": .array(facts.map(\.json)),
            "sections": .array(sections.map(\.json)), "smallPrint": .texts(smallPrint),
        ]
    }

    package init?(_ json: JSON) {
        guard let kind = json["kind"]?.text.flatMap(Kind.init), let title = json["title"]?.text,
            let language = json["language"]?.text, let answer = json["answer"]?.texts,
            let facts = json["facts"]?.all(Fact.init),
            let sections = json["sections"]?.all(Section.init),
            let smallPrint = json["smallPrint"]?.texts
        else { return nil }
        self.init(kind, title, language: language)
        asOf = json["asOf"].flatMap(Timestamp.init)
        self.answer = answer
        self.facts = facts
        self.sections = sections
        self.smallPrint = smallPrint
    }
}

extension JSON {
    fileprivate static func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

    fileprivate static func double(_ number: Double) -> JSON {
        // What is no number has no digits that JSON knows.
        number.isFinite ? .number("\(number)") : .string("\(number)")
    }

    fileprivate var texts: [String]? { all(\.text) }

    /// A number, or the name of what is none.
    fileprivate var anyDouble: Double? { double ?? text.flatMap { Double($0) } }

    /// Every element as what it stands for, or nothing where one of them cannot be read.
    fileprivate func all<Element>(_ read: (JSON) -> Element?) -> [Element]? {
        guard let elements else { return nil }
        let found = elements.compactMap(read)
        return found.count == elements.count ? found : nil
    }
}

extension Timestamp {
    fileprivate var json: JSON { .integer(Int(microseconds)) }

    fileprivate init?(_ json: JSON) {
        guard let number = json.integer else { return nil }
        self.init(microseconds: Int64(number))
    }
}

extension Report.Fact {
    fileprivate var json: JSON {
        ["name": .string(name), "title": .string(title), "value": value.json]
    }

    fileprivate init?(_ json: JSON) {
        guard let name = json["name"]?.text, let title = json["title"]?.text,
            let value = json["value"].flatMap(Value.init)
        else { return nil }
        self.init(name, title, value)
    }
}

extension Report.Section {
    fileprivate var json: JSON {
        ["name": .string(name), "title": .string(title), "blocks": .array(blocks.map(\.json))]
    }

    fileprivate init?(_ json: JSON) {
        guard let name = json["name"]?.text, let title = json["title"]?.text,
            let blocks = json["blocks"]?.all(Report.Block.init)
        else { return nil }
        self.init(name, title, blocks)
    }
}

extension Report.Block {
    fileprivate var json: JSON {
        switch self {
        case .heading(let text): ["heading": .string(text)]
        case .paragraph(let text): ["paragraph": .string(text)]
        case .quote(let text, let author):
            ["quote": .string(text), "by": author.map { .string($0) } ?? .null]
        case .list(let entries): ["list": .texts(entries)]
        case .table(let table): ["table": table.json]
        case .figure(let figure): ["figure": figure.json]
        }
    }

    fileprivate init?(_ json: JSON) {
        if let text = json["heading"]?.text {
            self = .heading(text)
        } else if let text = json["paragraph"]?.text {
            self = .paragraph(text)
        } else if let text = json["quote"]?.text {
            self = .quote(text, by: json["by"]?.text)
        } else if let entries = json["list"]?.texts {
            self = .list(entries)
        } else if let table = json["table"].flatMap(Table.init) {
            self = .table(table)
        } else if let figure = json["figure"].flatMap(Figure.init) {
            self = .figure(figure)
        } else {
            return nil
        }
    }
}

extension Value {
    fileprivate var json: JSON {
        switch self {
        case .text(let text): ["text": .string(text)]
        case .count(let count): ["count": .integer(count)]
        case .mark(let mark, let places, let cut): Self.exact("mark", mark, places, cut)
        case .share(let share, let places, let cut): Self.exact("share", share, places, cut)
        case .estimate(let number, let places):
            ["estimate": .double(number), "places": .integer(places)]
        case .verdict(let verdict): ["verdict": .string(verdict.rawValue)]
        case .moment(let moment): ["moment": moment.json]
        case .seconds(let seconds): ["seconds": .integer(seconds)]
        case .missing(let reason): ["missing": .string(reason)]
        }
    }

    private static func exact(
        _ name: String, _ number: Rational, _ places: Int, _ cut: Rational?
    ) -> JSON {
        .object([
            (name, .string(number.description)), ("places", .integer(places)),
            ("cut", cut.map { .string($0.description) } ?? .null),
        ])
    }

    fileprivate init?(_ json: JSON) {
        func exact(_ name: String) -> Rational? {
            json[name]?.text.flatMap { try? Rational(exactly: $0) }
        }
        let places = json["places"]?.integer ?? 0
        if let text = json["text"]?.text {
            self = .text(text)
        } else if let count = json["count"]?.integer {
            self = .count(count)
        } else if let mark = exact("mark") {
            self = .mark(mark, places: places, cut: exact("cut"))
        } else if let share = exact("share") {
            self = .share(share, places: places, cut: exact("cut"))
        } else if let number = json["estimate"]?.anyDouble {
            self = .estimate(number, places: places)
        } else if let verdict = json["verdict"]?.text.flatMap(Verdict.init) {
            self = .verdict(verdict)
        } else if let moment = json["moment"].flatMap(Timestamp.init) {
            self = .moment(moment)
        } else if let seconds = json["seconds"]?.integer {
            self = .seconds(seconds)
        } else if let reason = json["missing"]?.text {
            self = .missing(reason)
        } else {
            return nil
        }
    }
}

extension Table {
    fileprivate var json: JSON {
        [
            "name": .string(name), "caption": .string(caption),
            "columns": .array(
                columns.map {
                    [
                        "name": .string($0.name), "title": .string($0.title),
                        "numeric": .bool($0.isNumeric),
                    ]
                }), "rows": .array(rows.map { .array($0.map(\.json)) }), "notes": .texts(notes),
        ]
    }

    fileprivate init?(_ json: JSON) {
        let columns = json["columns"]?.all { column -> Column? in
            guard let name = column["name"]?.text, let title = column["title"]?.text,
                let isNumeric = column["numeric"]?.flag
            else { return nil }
            return Column(name, title, isNumeric: isNumeric)
        }
        guard let name = json["name"]?.text, let caption = json["caption"]?.text, let columns,
            let rows = json["rows"]?.all({ $0.all(Value.init) }),
            rows.allSatisfy({ $0.count == columns.count }), let notes = json["notes"]?.texts
        else { return nil }
        self.init(name, caption, columns)
        for row in rows { add(row) }
        self.notes = notes
    }
}

extension Figure {
    fileprivate var json: JSON {
        [
            "title": .string(title), "finding": .string(finding), "chart": chart.json,
            "table": table.json, "people": .texts(people),
            "settled": .string(settled),
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let title = json["title"]?.text, let finding = json["finding"]?.text,
            let chart = json["chart"].flatMap(Chart.init),
            let table = json["table"].flatMap(Table.init), let people = json["people"]?.texts,
            let settled = json["settled"]?.text
        else { return nil }
        self.init(title, finding: finding, chart, table)
        self.people = people
        self.settled = settled
    }
}

extension Chart {
    fileprivate var json: JSON {
        func optional(_ number: Double?) -> JSON { number.map { .double($0) } ?? .null }
        switch self {
        case .score(let score, let end, let cut, let likely):
            return [
                "score": .double(score), "end": .double(end), "cut": optional(cut),
                "likely": .array(
                    likely.map { [.double($0.lowerBound), .double($0.upperBound)] } ?? []),
            ]
        case .strip(let dots, let end, let cut):
            let all = dots.map { dot in
                JSON.array([
                    .string(dot.label), .double(dot.value), .string(dot.verdict.rawValue),
                ])
            }
            return ["strip": .array(all), "end": .double(end), "cut": optional(cut)]
        case .bars(let bars):
            let all = bars.map { bar in
                JSON.array([
                    .string(bar.label), .double(bar.part), .double(bar.whole), .string(bar.text),
                    .bool(bar.isMarked),
                ])
            }
            return ["bars": .array(all)]
        case .grid(let rows, let columns, let shares):
            return [
                "grid": .array(shares.map { .array($0.map(optional)) }), "rows": .texts(rows),
                "columns": .texts(columns),
            ]
        case .ranges(let ranges, let scale):
            let all = ranges.map { range in
                JSON.array([
                    .string(range.label), .array(range.marks.map(optional)),
                    optional(range.settled),
                ])
            }
            return [
                "ranges": .array(all),
                "on": [.double(scale.lowerBound), .double(scale.upperBound)],
            ]
        }
    }

    fileprivate init?(_ json: JSON) {
        if let score = json["score"]?.anyDouble, let end = json["end"]?.anyDouble {
            self = .score(
                score, of: end, cut: json["cut"]?.anyDouble, likely: json["likely"]?.range)
        } else if let dots = json["strip"]?.all(Dot.init), let end = json["end"]?.anyDouble {
            self = .strip(dots, of: end, cut: json["cut"]?.anyDouble)
        } else if let bars = json["bars"]?.all(Bar.init) {
            self = .bars(bars)
        } else if let grid = json["grid"]?.elements, let rows = json["rows"]?.texts,
            let columns = json["columns"]?.texts
        {
            self = .grid(
                rows: rows, columns: columns,
                shares: grid.map { ($0.elements ?? []).map(\.anyDouble) })
        } else if let ranges = json["ranges"]?.all(Range.init), let scale = json["on"]?.range {
            self = .ranges(ranges, on: scale)
        } else {
            return nil
        }
    }
}

extension JSON {
    fileprivate var range: ClosedRange<Double>? {
        guard let ends = all(\.anyDouble), ends.count == 2, ends[0] <= ends[1] else { return nil }
        return ends[0]...ends[1]
    }
}

extension Chart.Dot {
    fileprivate init?(_ json: JSON) {
        guard let parts = json.elements, parts.count == 3, let label = parts[0].text,
            let value = parts[1].anyDouble, let verdict = parts[2].text.flatMap(Verdict.init)
        else { return nil }
        self.init(label, value, verdict)
    }
}

extension Chart.Bar {
    fileprivate init?(_ json: JSON) {
        guard let parts = json.elements, parts.count == 5, let label = parts[0].text,
            let part = parts[1].anyDouble, let whole = parts[2].anyDouble,
            let text = parts[3].text, let isMarked = parts[4].flag
        else { return nil }
        self.init(label, part, of: whole, text, isMarked: isMarked)
    }
}

extension Chart.Range {
    fileprivate init?(_ json: JSON) {
        guard let parts = json.elements, parts.count == 3, let label = parts[0].text,
            let marks = parts[1].elements
        else { return nil }
        self.init(label, marks.map(\.anyDouble), settled: parts[2].anyDouble)
    }
}
