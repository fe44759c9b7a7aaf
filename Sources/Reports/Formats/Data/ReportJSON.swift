package import Assessment

/// A report as data that programs can rely on; ``ReportSchema`` says what it looks like.
///
/// Exact numbers are texts, such as `"2/3"`, since JSON's readers round; statistics are numbers.
package enum ReportJSON {
    package static func bytes(of report: Report) -> [UInt8] {
        json(of: report).bytes(indented: true) + [UInt8(ascii: "\n")]
    }

    package static func json(of report: Report) -> JSON {
        let fixed: [(String, JSON)] = [
            ("schema", .string(ReportSchema.name)),
            ("kind", .string(report.kind.rawValue)),
            ("title", .string(report.title)),
            ("language", .string(report.language)),
            ("as_of", report.asOf.map { .string($0.description) } ?? .null),
            ("answer", .strings(report.answer)),
            ("sections", .array(report.sections.map(\.json))),
            ("tables", .object(report.tables.map { ($0.name, $0.json) })),
            ("small_print", .strings(report.smallPrint)),
        ]
        let facts = report.facts.flatMap { $0.value.members($0.name) }
        precondition(
            Set(fixed.map(\.0)).isDisjoint(with: facts.map(\.0)), "a fact has a name of its own")
        return .object(fixed + facts)
    }
}

extension Report.Section {
    fileprivate var json: JSON {
        [
            "name": .string(name), "title": .string(title),
            "blocks": .array(blocks.map(\.json)),
        ]
    }
}

extension Report.Block {
    fileprivate var json: JSON {
        switch self {
        case .heading(let text): ["type": "heading", "text": .string(text)]
        case .paragraph(let text): ["type": "paragraph", "text": .string(text)]
        case .quote(let text, let author):
            [
                "type": "quote", "text": .string(text),
                "by": author.map { .string($0) } ?? .null,
            ]
        case .list(let items): ["type": "list", "items": .strings(items)]
        case .table(let table): ["type": "table", "table": .string(table.name)]
        case .figure(let figure):
            [
                "type": "figure", "title": .string(figure.title),
                "finding": .string(figure.finding), "table": .string(figure.table.name),
            ]
        }
    }
}

extension Table {
    fileprivate var json: JSON {
        [
            "caption": .string(caption),
            "columns": .array(
                columns.map { ["name": .string($0.name), "title": .string($0.title)] }),
            "rows": .array(
                rows.map { row in
                    .object(zip(columns, row).flatMap { $1.members($0.name) })
                }),
            "notes": .strings(notes),
        ]
    }
}

extension Value {
    /// The value under its name, and beside it the reason where there is none and it is told.
    fileprivate func members(_ name: String) -> [(String, JSON)] {
        switch self {
        case .text(let text): [(name, .string(text))]
        case .count(let count), .seconds(let count): [(name, .integer(count))]
        case .mark(let number, _, _), .share(let number, _, _):
            [(name, .string(number.description))]
        case .estimate(let number, _):
            number.isFinite
                ? [(name, .number(number.description))]
                : [(name, .null), (name + Table.reason, .string(text))]
        case .verdict(let verdict): [(name, .string(verdict.rawValue))]
        case .moment(let time): [(name, .string(time.description))]
        case .missing(let reason):
            reason.isEmpty
                ? [(name, .null)] : [(name, .null), (name + Table.reason, .string(reason))]
        }
    }
}

extension Table {
    /// What follows the name of a value in that of its reason.
    static let reason = "_reason"
}

extension JSON {
    static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
