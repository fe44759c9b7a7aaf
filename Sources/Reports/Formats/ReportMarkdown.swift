import Assessment

/// A report in GitHub's Markdown, without any HTML: https://github.github.com/gfm/
///
/// No text acts as markup, wherever it came from; what cannot stand in its place is spelled out as
/// on a terminal.
package enum ReportMarkdown {
    package static func bytes(of report: Report) -> [UInt8] {
        var parts = ["# " + report.title.markdownLine] + report.answer.map(\.markdownLines)
        if !report.facts.isEmpty {
            let facts = report.facts.map {
                "- \($0.title.markdownLine): \($0.value.text.markdownLine)"
            }
            parts.append(facts.joined(separator: "\n"))
        }
        for section in report.sections {
            parts.append("## " + section.title.markdownLine)
            for block in section.blocks { parts += self.parts(of: block) }
        }
        let end = (report.asOf.map { [ReportWords.asOf($0)] } ?? []) + report.smallPrint
        if !end.isEmpty { parts += ["* * *"] + end.map(\.markdownLines) }
        return Array((parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n").utf8)
    }

    private static func parts(of block: Report.Block) -> [String] {
        switch block {
        case .heading(let text): ["### " + text.markdownLine]
        case .paragraph(let text): [text.markdownLines]
        case .quote(let text, let author):
            [
                (text.markdownLines + (author.map { "\n\n— " + $0.markdownLine } ?? ""))
                    .behind("> ", "> ")
            ]
        case .list(let items):
            [items.map { $0.markdownLines.behind("- ", "  ") }.joined(separator: "\n")]
        case .table(let table): parts(of: table)
        case .figure(let figure):
            ["### " + figure.title.markdownLine, figure.finding.markdownLines]
                + parts(of: figure.table)
        }
    }

    private static func parts(of table: Table) -> [String] {
        let caption = table.caption.markdownLines
        guard !table.rows.isEmpty else {
            return [caption, ReportWords.none] + table.notes.map(\.markdownLines)
        }
        let heads = table.columns.map(\.title.markdownLine)
        let rules = table.columns.map { $0.isNumeric ? "--:" : "---" }
        let rows = table.rows.map { $0.map(\.text.markdownLine) }
        let lines = ([heads, rules] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
        return [caption, lines.joined(separator: "\n")] + table.notes.map(\.markdownLines)
    }
}

extension String {
    /// With something before the first line and before the others.
    fileprivate func behind(_ first: String, _ others: String) -> String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in (index == 0 ? first : others) + line }
            .joined(separator: "\n")
    }
}
