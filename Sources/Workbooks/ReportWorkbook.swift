import Assessment
package import Reports

extension Workbook {
    /// A report as a workbook: a first sheet with what it says, and one for each table.
    package init(of report: Report) {
        self.init(report.title, created: report.asOf)
        var names: [String] = []
        for table in report.tables {
            // As they will be named once the first sheet is there.
            names.append(table.caption.sheetName(besides: [Self.firstName] + names))
        }
        add(Self.firstSheet(of: report, naming: names))
        var data = ChartData(sheet: Self.dataName.sheetName(besides: [Self.firstName] + names))
        let figures = report.sections.flatMap(\.blocks).compactMap { block in
            if case .figure(let figure) = block { figure } else { nil }
        }
        for (table, name) in zip(report.tables, names) {
            var sheet = Sheet(table, named: name)
            sheet.charts = figures.filter { $0.table.name == table.name }
                .compactMap { data.chart(of: $0) }
            add(sheet)
        }
        if let sheet = data.finished { add(sheet) }
    }

    private static var firstName: String { "Report" }
    private static var dataName: String { "Data of charts" }

    private static func firstSheet(of report: Report, naming names: [String]) -> Sheet {
        var rows: [[Cell]] = [[.heading(report.title)]]
        rows += report.answer.map { [.text($0)] }
        if let asOf = report.asOf { rows.append([.text("As of"), .moment(asOf)]) }
        if !report.facts.isEmpty { rows.append([]) }
        rows += report.facts.map { [.text($0.title), Cell($0.value)] }
        var names = names[...]
        for section in report.sections {
            rows += [[], [.heading(section.title)]]
            for block in section.blocks {
                switch block {
                case .heading(let text): rows.append([.heading(text)])
                case .paragraph(let text): rows.append([.text(text)])
                case .quote(let text, let author):
                    rows.append([.text(text), author.map { .text($0) } ?? .blank])
                case .list(let entries): rows += entries.map { [.text("• " + $0)] }
                case .table:
                    rows.append([.text("See the sheet '\(names.popFirst() ?? "")'.")])
                case .figure(let figure):
                    rows.append([
                        .text("\(figure.finding) See the sheet '\(names.popFirst() ?? "")'.")
                    ])
                }
            }
        }
        if !report.smallPrint.isEmpty { rows.append([]) }
        rows += report.smallPrint.map { [.text($0)] }
        return Sheet(
            firstName, [Column("", width: 80), Column("", width: 24)], hasHeadings: false,
            rows: rows)
    }
}

extension Workbook.Sheet {
    fileprivate init(_ table: Table, named name: String) {
        let columns = table.columns.enumerated().map { index, column in
            let longest = table.rows.map { $0[index].text.count }.max() ?? 0
            return Workbook.Column(
                column.title, width: min(max(longest, column.title.count, 8) + 2, 60),
                isNumeric: column.isNumeric)
        }
        self.init(name, columns, rows: table.rows.map { row in row.map { Workbook.Cell($0) } })
        notes = table.notes
    }
}

extension Workbook.Cell {
    /// The value as a spreadsheet computes with it, shown as it is printed everywhere else.
    init(_ value: Value) {
        switch value {
        case .text(let text): self = .text(text)
        case .count(let count): self = .number(Double(count), format: "0")
        case .mark(let mark, _, let cut):
            self = .number(
                mark.double, format: Self.format(Self.places(value, mark, cut, scale: .one)))
        case .share(let share, _, let cut):
            let places = Self.places(value, share, cut, scale: .hundred)
            self = .number(share.double, format: Self.format(places) + "%")
        case .estimate(let number, let places):
            self =
                number.isFinite
                ? .number(number, format: Self.format(places)) : .text(value.text)
        case .verdict(let verdict): self = .text(verdict.words)
        case .moment(let moment): self = .moment(moment)
        case .seconds(let seconds): self = .number(Double(seconds) / 86_400, format: "[h]:mm:ss")
        case .missing(let reason): self = reason.isEmpty ? .blank : .text(reason)
        }
    }

    private static func format(_ places: Int) -> String {
        places == 0 ? "0" : "0." + String(repeating: "0", count: places)
    }

    /// As many decimals as are printed, or as many more as it takes to stay on its side of the cut,
    /// since a spreadsheet only rounds.
    private static func places(
        _ value: Value, _ number: Rational, _ cut: Rational?, scale: Rational
    ) -> Int {
        let decimals = value.text.split(separator: ".", maxSplits: 1).dropFirst().first
        let printed = decimals?.prefix { $0.isNumber }.count ?? 0
        guard let cut else { return printed }
        let enough = (printed...12).first { places in
            guard let shown = try? number * scale,
                let rounded = try? Rational(exactly: shown.rounded(toDecimals: places)),
                let limit = try? cut * scale
            else { return true }
            return (rounded < limit) == (number < cut)
        }
        return enough ?? printed
    }
}

extension Rational {
    /// The nearest number that a spreadsheet computes with.
    fileprivate var double: Double { Double(numerator) / Double(denominator) }
}
