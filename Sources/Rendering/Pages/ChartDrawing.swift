import Assessment
internal import CPango
import Reports

/// Draws a chart under one tag; the words for it come from its figure.
struct ChartDrawing {
    let chart: Chart
    let canvas: PageCanvas

    private static let blue = (0.0, 0.447, 0.698)
    private static let red = (0.835, 0.369, 0.0)
    private static let dark = (0.2, 0.2, 0.2)
    private static let light = (0.85, 0.85, 0.85)
    private static let small = PageCanvas.Style(size: 8)
    private static let line = 14.0

    private var left: Double { PageCanvas.margin }
    private var right: Double { PageCanvas.margin + PageCanvas.textWidth }
    private var cairo: OpaquePointer { canvas.cairo }

    func draw() {
        switch chart {
        case .score(let score, let end, let cut, let likely): draw(score, end, cut, likely)
        case .strip(let dots, let end, let cut): draw(dots, end, cut)
        case .bars(let bars): draw(Array(bars.prefix(Self.mostRows)))
        case .grid(let rows, let columns, let shares):
            draw(Array(zip(rows, shares).prefix(Self.mostRows)), columns)
        case .ranges(let ranges, let scale): draw(Array(ranges.prefix(Self.mostRows)), on: scale)
        }
    }

    /// What fits on a page; the table that follows has the others as well.
    private static let mostRows = 45

    private func picture(height: Double, _ body: (_ top: Double) -> Void) {
        canvas.need(height)
        canvas.tagged("Figure") { body(canvas.y) }
        canvas.skip(height)
    }

    private func color(_ color: (Double, Double, Double)) {
        cairo_set_source_rgb(cairo, color.0, color.1, color.2)
    }

    private func box(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double,
        _ shade: (Double, Double, Double)
    ) {
        color(shade)
        cairo_rectangle(cairo, x, y, max(0, width), height)
        cairo_fill(cairo)
    }

    private func circle(
        _ x: Double, _ y: Double, _ radius: Double, _ shade: (Double, Double, Double)
    ) {
        color(shade)
        // Otherwise a line would lead here from where the last text stands.
        cairo_new_path(cairo)
        cairo_arc(cairo, x, y, radius, 0, 2 * Double.pi)
    }

    private func upright(_ x: Double, _ top: Double, _ bottom: Double) {
        color(Self.dark)
        cairo_set_line_width(cairo, 1.5)
        cairo_move_to(cairo, x, top)
        cairo_line_to(cairo, x, bottom)
        cairo_stroke(cairo)
    }

    /// Where a value stands between the ends, which are never the same place.
    private func place(_ value: Double, _ scale: ClosedRange<Double>, from: Double, to: Double)
        -> Double
    {
        let length = scale.upperBound - scale.lowerBound
        let share = length > 0 && value.isFinite ? (value - scale.lowerBound) / length : 0
        return from + min(max(share, 0), 1) * (to - from)
    }

    private func number(_ value: Double) -> String {
        Value.estimate(value, places: value == value.rounded() ? 0 : 1).text
    }

    private func ends(_ scale: ClosedRange<Double>, from: Double, at y: Double) {
        canvas.draw(number(scale.lowerBound), x: from, y: y, Self.small)
        let text = number(scale.upperBound)
        canvas.draw(text, x: right - canvas.size(of: text, Self.small).0, y: y, Self.small)
    }

    private func draw(
        _ score: Double, _ end: Double, _ cut: Double?, _ likely: ClosedRange<Double>?
    ) {
        picture(height: 48) { top in
            let scale = 0...max(end, 1e-9)
            let at = { place($0, scale, from: left, to: right) }
            box(left, top + 14, right - left, 14, Self.light)
            box(left, top + 14, at(score) - left, 14, Self.blue)
            if let likely {
                color(Self.dark)
                cairo_set_line_width(cairo, 1)
                cairo_move_to(cairo, at(likely.lowerBound), top + 21)
                cairo_line_to(cairo, at(likely.upperBound), top + 21)
                cairo_stroke(cairo)
                upright(at(likely.lowerBound), top + 18, top + 24)
                upright(at(likely.upperBound), top + 18, top + 24)
            }
            if let cut { mark(cut, at(cut), top, top + 32) }
            ends(scale, from: left, at: top + 34)
        }
    }

    /// The line of the pass mark with its words, which stay on the paper.
    private func mark(_ cut: Double, _ x: Double, _ top: Double, _ bottom: Double) {
        upright(x, top + 10, bottom)
        let text = "pass mark \(number(cut))"
        let width = canvas.size(of: text, Self.small).0
        canvas.draw(text, x: min(max(left, x - width / 2), right - width), y: top - 2, Self.small)
    }

    private func draw(_ dots: [Chart.Dot], _ end: Double, _ cut: Double?) {
        let scale = 0...max(end, 1e-9)
        var stacks: [Int: Int] = [:]
        let placed = dots.map { dot in
            let x = place(dot.value, scale, from: left + 5, to: right - 5)
            stacks[Int(x / 8), default: 0] += 1
            return (dot, x, stacks[Int(x / 8), default: 1])
        }
        let tallest = min(stacks.values.max() ?? 1, 40)
        let height = Double(tallest) * 9 + 34
        picture(height: height) { top in
            let base = top + height - 16
            if let cut {
                mark(cut, place(cut, scale, from: left + 5, to: right - 5), top, base + 3)
            }
            for (dot, x, level) in placed {
                let y = base - 5 - Double(min(level, 40) - 1) * 9
                switch dot.verdict {
                case .passed:
                    circle(x, y, 3.6, Self.blue)
                    cairo_fill(cairo)
                case .notPassed: box(x - 3.3, y - 3.3, 6.6, 6.6, Self.red)
                case .undecided:
                    circle(x, y, 3.2, Self.dark)
                    cairo_set_line_width(cairo, 1)
                    cairo_stroke(cairo)
                }
            }
            box(left, base, right - left, 0.6, Self.dark)
            ends(scale, from: left, at: base + 3)
        }
    }

    private func draw(_ bars: [Chart.Bar]) {
        let longest = max(bars.map(\.whole).max() ?? 1, 1e-9)
        picture(height: Double(bars.count) * Self.line + 4) { top in
            for (index, bar) in bars.enumerated() {
                let y = top + Double(index) * Self.line
                label(bar.label, at: y)
                let from = left + 170
                let to = right - 70
                let at = { place($0, 0...longest, from: from, to: to) }
                box(from, y + 2, at(bar.whole) - from, 9, Self.light)
                box(from, y + 2, at(bar.part) - from, 9, bar.isMarked ? Self.red : Self.blue)
                canvas.draw(
                    (bar.isMarked ? "▸ " : "") + bar.text, x: to + 6, y: y + 1, Self.small)
            }
        }
    }

    /// Cut so that it ends before the picture begins.
    private func label(_ text: String, at y: Double) {
        var text = String(text.terminalSafe().prefix(60))
        if canvas.size(of: text, Self.small).0 > 160 {
            while canvas.size(of: text + "…", Self.small).0 > 160 { text.removeLast() }
            text += "…"
        }
        canvas.draw(text, x: left, y: y + 1, Self.small)
    }

    private func draw(_ rows: [(String, [Double?])], _ columns: [String]) {
        let from = left + 170
        let width = min((right - from) / Double(max(columns.count, 1)), 24)
        picture(height: Double(rows.count) * 12 + 4) { top in
            for (index, row) in rows.enumerated() {
                let y = top + Double(index) * 12
                label(row.0, at: y - 1)
                for (column, share) in row.1.enumerated() {
                    let x = from + Double(column) * width
                    guard let share else {
                        canvas.draw("–", x: x + width / 2 - 2, y: y, Self.small)
                        continue
                    }
                    let depth = min(max(share, 0), 1)
                    box(
                        x, y, width - 1, 11,
                        (0.92 - 0.92 * depth, 0.92 - 0.473 * depth, 0.92 - 0.222 * depth))
                    if depth < 1 {
                        let sign = depth == 0 ? "×" : "·"
                        canvas.draw(sign, x: x + width / 2 - 3, y: y, Self.small)
                    }
                }
            }
        }
    }

    private func draw(_ ranges: [Chart.Range], on scale: ClosedRange<Double>) {
        picture(height: Double(ranges.count) * Self.line + 18) { top in
            let from = left + 170
            let at = { place($0, scale, from: from, to: right - 6) }
            for (index, range) in ranges.enumerated() {
                let y = top + Double(index) * Self.line
                label(range.label, at: y)
                let marks = range.marks.compactMap { $0 }
                box(from, y + 6.5, right - 6 - from, 0.5, Self.light)
                if let low = marks.min(), let high = marks.max() {
                    box(at(low), y + 5.8, at(high) - at(low), 2, Self.blue)
                }
                for mark in marks {
                    circle(at(mark), y + 6.8, 3.4, Self.blue)
                    cairo_fill(cairo)
                }
                if let settled = range.settled { upright(at(settled), y + 1, y + 12) }
            }
            ends(scale, from: from, at: top + Double(ranges.count) * Self.line + 3)
        }
    }
}
