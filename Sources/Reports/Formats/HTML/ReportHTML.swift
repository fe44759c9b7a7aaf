import Assessment

/// A report as one page that needs nothing else: no script, no picture, no address but its own.
package enum ReportHTML {
    package static func bytes(of report: Report) -> [UInt8] {
        var page = Markup()
        page.add("html", ["lang": report.language]) { html in
            html.add("head") { $0.addHead(report.title) }
            html.add("body") { body in
                if report.hasFigures { body.add(Symbol.definitions) }
                body.add("main") { $0.add(report) }
            }
        }
        return Array("<!DOCTYPE html>\(page.text)\n".utf8)
    }
}

extension Report {
    fileprivate var hasFigures: Bool {
        sections.flatMap(\.blocks).contains { if case .figure = $0 { true } else { false } }
    }
}

extension Markup {
    fileprivate mutating func addHead(_ title: String) {
        // What a browser may do with the page: show it and apply its own style.
        let policy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        add(empty: "meta", ["charset": "utf-8"])
        add(empty: "meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        add(
            empty: "meta",
            ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        add("title", text: title)
        add(style: ReportStyle.sheet)
    }

    fileprivate mutating func add(_ report: Report) {
        add("h1", text: report.title)
        add("div", ["class": "answer"]) { answer in
            for sentence in report.answer { answer.add("p", text: sentence) }
        }
        if !report.facts.isEmpty { add(report.facts) }
        if report.sections.count > 2 { addContents(report.sections) }
        for section in report.sections {
            add("section", ["aria-labelledby": section.anchor]) { part in
                part.add("h2", ["id": section.anchor], text: section.title)
                for block in section.blocks { part.add(block) }
            }
        }
        let lines = (report.asOf.map { [ReportWords.asOf($0)] } ?? []) + report.smallPrint
        guard !lines.isEmpty else { return }
        add("div", ["class": "small-print"]) { print in
            for line in lines { print.add("p", text: line) }
        }
    }

    private mutating func add(_ facts: [Report.Fact]) {
        add("dl", ["class": "facts"]) { list in
            for fact in facts {
                list.add("div") {
                    $0.add("dt", text: fact.title)
                    $0.add("dd", text: fact.value.text)
                }
            }
        }
    }

    private mutating func addContents(_ sections: [Report.Section]) {
        add("nav", ["aria-label": ReportWords.contents]) { nav in
            nav.add("ul") { list in
                for section in sections {
                    list.add("li") {
                        $0.add("a", ["href": "#\(section.anchor)"], text: section.title)
                    }
                }
            }
        }
    }

    private mutating func add(_ block: Report.Block) {
        switch block {
        case .heading(let text): add("h3", text: text)
        case .paragraph(let text): add("p", text: text)
        case .quote(let text, let author):
            add("blockquote") { quote in
                quote.add("p", ["dir": "auto"], text: text)
                if let author { quote.add("div") { $0.add("cite", ["dir": "auto"], text: author) } }
            }
        case .list(let items):
            add("ul") { list in
                for item in items { list.add("li", text: item) }
            }
        case .table(let table): add(table)
        case .figure(let figure): add(figure)
        }
    }
}

extension Report.Section {
    fileprivate var anchor: String { "section-\(name)" }
}
