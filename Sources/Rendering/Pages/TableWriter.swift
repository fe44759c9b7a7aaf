internal import CPango
import Reports

/// Puts a table on paper, its headings again on each page that it goes on to.
struct TableWriter {
    let table: Table
    let canvas: PageCanvas

    private static let gap = 8.0

    func write() {
        guard !table.columns.isEmpty else { return }
        let style = PageCanvas.Style(size: table.columns.count > 7 ? 7 : 9)
        var bold = style
        bold.isBold = true
        let widths = widths(style, bold)
        let headings = table.columns.map(\.title)
        let top = height(headings, widths, bold)
        let first = table.rows.first.map {
            height($0.map { Self.shortened($0.text) }, widths, style)
        }
        canvas.need(20 + top + (first ?? 0))
        canvas.write(table.caption, .init(size: 10, isBold: true))
        canvas.skip(2)
        var rows = table.rows[...]
        var page = canvas.page
        repeat {
            canvas.tagged("Table") {
                canvas.tagged("TR") { write(headings, "TH", widths, bold, top) }
                let before = rows.count
                while let row = rows.first {
                    let texts = row.map { Self.shortened($0.text) }
                    let height = height(texts, widths, style)
                    // One that no page can hold is cut off by the paper's edge, and only one.
                    if height > canvas.room, rows.count < before || canvas.page == page { break }
                    canvas.tagged("TR") { write(texts, "TD", widths, style, height) }
                    rows.removeFirst()
                }
            }
            page = 0
            if !rows.isEmpty { canvas.turnPage() }
        } while !rows.isEmpty
        for note in table.notes {
            canvas.skip(2)
            canvas.write(note, .init(size: 8, isGray: true))
        }
    }

    /// As much of a text as a row of reasonable height can hold.
    private static func shortened(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.prefix(30).joined(separator: "\n")
        if lines.count <= 30, start.count <= 1_500 { return start }
        return start.prefix(1_500) + "…"
    }

    private func write(
        _ texts: [String], _ tag: String, _ widths: [Double], _ style: PageCanvas.Style,
        _ height: Double
    ) {
        var x = PageCanvas.margin
        for (index, text) in texts.enumerated() {
            canvas.tagged(tag) {
                canvas.draw(
                    text, x: x, y: canvas.y + 2, width: widths[index], aligned(style, index))
            }
            x += widths[index] + Self.gap
        }
        canvas.skip(height)
        // The line belongs to no text, but outside a tag it would count as content of the page.
        canvas.tagged("NonStruct") {
            cairo_set_source_rgb(canvas.cairo, 0.75, 0.75, 0.75)
            cairo_set_line_width(canvas.cairo, tag == "TH" ? 1 : 0.4)
            cairo_move_to(canvas.cairo, PageCanvas.margin, canvas.y)
            cairo_line_to(canvas.cairo, x - Self.gap, canvas.y)
            cairo_stroke(canvas.cairo)
        }
    }

    private func height(
        _ texts: [String], _ widths: [Double], _ style: PageCanvas.Style
    ) -> Double {
        texts.indices.map { index in
            canvas.size(of: texts[index], width: widths[index], aligned(style, index)).1
        }.reduce(0, max) + 4
    }

    private func aligned(_ style: PageCanvas.Style, _ column: Int) -> PageCanvas.Style {
        var style = style
        style.isRight = table.columns[column].isNumeric
        return style
    }

    /// What each column would like; where that is too much, the wide ones share what is left.
    private func widths(_ style: PageCanvas.Style, _ bold: PageCanvas.Style) -> [Double] {
        let wishes = table.columns.indices.map { column in
            let texts = table.rows.map { $0[column].text }
            // The longest ones stand for all, since measuring is what takes time here.
            let longest = texts.sorted { $0.utf8.count > $1.utf8.count }.prefix(3)
            let widest = longest.map { canvas.size(of: String($0.prefix(200)), style).0 }
            return (widest + [canvas.size(of: table.columns[column].title, bold).0, 12])
                .reduce(0, max) + 1
        }
        let whole = PageCanvas.textWidth - Self.gap * Double(wishes.count - 1)
        var widths = wishes
        var open = Set(wishes.indices)
        var left = whole
        while !open.isEmpty, widths.reduce(0, +) > whole {
            let share = left / Double(open.count)
            let narrow = open.filter { wishes[$0] <= share }
            if narrow.isEmpty {
                for index in open { widths[index] = share }
                break
            }
            for index in narrow { left -= wishes[index] }
            open.subtract(narrow)
        }
        return widths
    }
}
