import Assessment

/// How figures and tables stand in a page.
extension Markup {
    /// Larger data behind a figure is folded away on a screen, and never on paper.
    private static let rowsInView = 8

    /// A drawing for the eye; for everybody its finding in words, and its data.
    mutating func add(_ figure: Figure) {
        add("figure") { place in
            place.add("figcaption") {
                $0.add("strong", text: figure.title)
                $0.add("span", text: figure.finding)
            }
            place.addDrawing(of: figure)
            guard figure.table.rows.count > Self.rowsInView else { return place.add(figure.table) }
            place.add("details") {
                $0.add("summary", text: ReportWords.data(figure.table.rows.count))
                $0.add(figure.table)
            }
        }
    }

    private mutating func addDrawing(of figure: Figure) {
        let drawing = figure.drawing
        let (title, finding) = ("\(figure.table.anchor)-title", "\(figure.table.anchor)-finding")
        add(
            "svg",
            [
                "role": "img", "aria-labelledby": title, "aria-describedby": finding,
                "width": "100%", "height": drawing.height.brief,
            ]
        ) { svg in
            svg.add("title", ["id": title], text: figure.title)
            svg.add("desc", ["id": finding], text: figure.finding)
            svg.add(drawing.markup)
        }
        guard !drawing.legend.isEmpty else { return }
        add("ul", ["class": "legend"]) { list in
            for (symbol, text) in drawing.legend {
                list.add("li") { item in
                    item.add("svg", ["width": "14", "height": "16", "aria-hidden": "true"]) {
                        $0.add(
                            empty: "use", ["href": "#\(symbol.anchor)", "x": "7", "y": "8"])
                    }
                    item.add("span", text: text)
                }
            }
        }
    }

    mutating func add(_ table: Table) {
        // What can be scrolled must be within reach of the keyboard:
        // https://www.w3.org/WAI/WCAG22/Understanding/keyboard
        add(
            "div",
            ["class": "scroll", "role": "group", "tabindex": "0", "aria-labelledby": table.anchor]
        ) { place in
            place.add("table") {
                $0.add("caption", ["id": table.anchor], text: table.caption)
                $0.addHead(table.columns)
                $0.addBody(table)
            }
        }
        for note in table.notes { add("p", ["class": "note"], text: note) }
    }

    private mutating func addHead(_ columns: [Table.Column]) {
        add("thead") {
            $0.add("tr") { row in
                for column in columns {
                    let kind = column.kind(of: column.title)
                    row.add("th", ["scope": "col", "class": kind], text: column.title)
                }
            }
        }
    }

    private mutating func addBody(_ table: Table) {
        add("tbody") { body in
            for row in table.rows {
                body.add("tr") { line in
                    for (index, value) in row.enumerated() {
                        line.add(value, table.columns[index], isFirst: index == 0)
                    }
                }
            }
            guard table.rows.isEmpty else { return }
            body.add("tr") {
                $0.add("td", ["colspan": "\(table.columns.count)"], text: ReportWords.none)
            }
        }
    }

    private mutating func add(_ value: Value, _ column: Table.Column, isFirst: Bool) {
        let kind = column.kind(of: value.text)
        if isFirst {
            add("th", ["scope": "row", "class": kind], text: value.text)
        } else {
            add("td", ["class": kind], text: value.text)
        }
    }
}

extension Table {
    fileprivate var anchor: String { "table-\(name)" }
}

extension Table.Column {
    /// What a cell is to the style sheet; short texts are never broken, so that names stay whole.
    fileprivate func kind(of text: String) -> String {
        (isNumeric ? "number" : "text") + (text.displayWidth <= 20 ? " short" : "")
    }
}
