import Assessment
package import Reports
import Terminal

/// A report as text for a terminal, a pipe or a mail: in lines, with charts made of signs.
package struct ReportText {
    package let width: Int

    package init(width: Int) { self.width = width }

    package func text(of report: Report) -> String {
        var parts = [
            page { page in
                page.heading(report.title)
                page.space()
                for sentence in report.answer { page.paragraph(sentence) }
            }
        ]
        if !report.facts.isEmpty {
            parts.append(
                page { page in
                    for fact in report.facts {
                        page.paragraph("\(fact.title): \(fact.value.text)")
                    }
                })
        }
        for section in report.sections {
            parts.append(page { $0.heading(section.title) })
            for block in section.blocks { parts += self.parts(of: block) }
        }
        let end = (report.asOf.map { [ReportWords.asOf($0)] } ?? []) + report.smallPrint
        if !end.isEmpty { parts.append(page { page in end.forEach { page.paragraph($0) } }) }
        return parts.joined(separator: "\n")
    }

    private func page(_ fill: (inout Page) -> Void) -> String {
        var page = Page()
        fill(&page)
        return page.text(width: width, palette: Palette())
    }

    /// What stands with a blank line around it.
    private func parts(of block: Report.Block) -> [String] {
        switch block {
        case .heading(let text): [page { $0.heading(text) }]
        case .paragraph(let text): [page { $0.paragraph(text) }]
        case .quote(let text, let author):
            [
                page { page in
                    page.item(">", text, verbatim: true)
                    if let author { page.item("—", author, indent: 2, verbatim: true) }
                }
            ]
        case .list(let items):
            [page { page in items.forEach { page.item("-", $0, verbatim: true) } }]
        case .table(let table): parts(of: table)
        case .figure(let figure): parts(of: figure)
        }
    }

    private func parts(of figure: Figure) -> [String] {
        let words = page {
            $0.heading(figure.title)
            $0.paragraph(figure.finding)
        }
        let lines = ReportSketch(width: width).lines(of: figure.chart)
        let sketch = lines.isEmpty ? [] : [lines.map { $0 + "\n" }.joined()]
        // A map of learners and questions is all there is to see; as rows it would fill the day.
        if case .grid = figure.chart { return [words] + sketch }
        return [words] + sketch + parts(of: figure.table)
    }

    private func parts(of table: Reports.Table) -> [String] {
        let caption = page { $0.paragraph(table.caption) }
        let notes =
            table.notes.isEmpty ? [] : [page { page in table.notes.forEach { page.paragraph($0) } }]
        if table.rows.isEmpty { return [caption + page { $0.paragraph(ReportWords.none) }] + notes }
        var text = TextTable(
            table.columns.map { .init($0.title.terminalSafe(), isNumber: $0.isNumeric) })
        for row in table.rows { text.add(row.map(\.text)) }
        return [
            caption
                + (text.fits(width) ? text.text(width: width, wrapping: true) : records(of: table))
        ] + notes
    }

    /// The rows one below the other, for a window that is too narrow for columns.
    private func records(of table: Reports.Table) -> String {
        page { page in
            for row in table.rows {
                for (index, (column, value)) in zip(table.columns, row).enumerated() {
                    page.item(
                        column.title + ":", value.text, indent: index == 0 ? 0 : 2, verbatim: true)
                }
            }
        }
    }
}
