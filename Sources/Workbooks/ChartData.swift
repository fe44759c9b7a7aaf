import Assessment
import Reports

/// Collects what charts are drawn from on a sheet of its own, so that tables hold only their rows.
struct ChartData {
    private let sheet: String
    private var columns: [(title: String, cells: [Workbook.Cell])] = []

    init(sheet: String) {
        self.sheet = sheet
    }

    /// The sheet with all that was collected, if there is any.
    var finished: Workbook.Sheet? {
        guard let height = columns.map(\.cells.count).max() else { return nil }
        return Workbook.Sheet(
            sheet, columns.map { Workbook.Column($0.title, width: 16) },
            rows: (0..<height).map { row in
                columns.map { $0.cells.indices.contains(row) ? $0.cells[row] : .blank }
            })
    }

    /// The figure as a spreadsheet draws it; the forms that it cannot draw stay tables.
    mutating func chart(of figure: Figure) -> Workbook.Chart? {
        switch figure.chart {
        case .bars(let bars) where !bars.isEmpty: chart(of: bars, figure)
        case .strip(let dots, let end, let cut) where !dots.isEmpty:
            chart(of: dots, end, cut, figure)
        case .bars, .strip, .score, .grid, .ranges: nil
        }
    }

    private mutating func chart(of bars: [Chart.Bar], _ figure: Figure) -> Workbook.Chart {
        var chart = Workbook.Chart(
            .bars, figure.title, finding: figure.finding, end: bars.map(\.whole).max() ?? 1)
        let names = add(figure.title, bars.map { .text("\($0.label): \($0.text)") })
        func lengths(_ of: (Chart.Bar) -> Double) -> [Workbook.Cell] {
            bars.map { .number(of($0), format: "General") }
        }
        let parts = add("Part", lengths { $0.isMarked ? 0 : $0.part })
        chart.series.append(.init("Part", .strong, names: names, values: parts))
        if bars.contains(where: \.isMarked) {
            let marked = add("Marked", lengths { $0.isMarked ? $0.part : 0 })
            chart.series.append(.init("Marked", .marked, names: names, values: marked))
        }
        let rests = add("Rest", lengths { $0.whole - $0.part })
        chart.series.append(.init("Rest", .faint, names: names, values: rests))
        return chart
    }

    /// Dots of the same score stand one above the other.
    private mutating func chart(
        of dots: [Chart.Dot], _ end: Double, _ cut: Double?, _ figure: Figure
    ) -> Workbook.Chart {
        var chart = Workbook.Chart(.dots, figure.title, finding: figure.finding, end: end)
        var heights: [Double: Int] = [:]
        let placed = dots.map { dot in
            heights[dot.value, default: 0] += 1
            return (dot, height: heights[dot.value, default: 1])
        }
        for (verdict, look) in [
            (.passed, .circle), (.notPassed, .square), (.undecided, .diamond),
        ] as [(Verdict, Workbook.Series.Look)] {
            let same = placed.filter { $0.0.verdict == verdict }
            guard !same.isEmpty else { continue }
            _ = add(figure.title, same.map { .text($0.0.label) })
            let scores = add(
                verdict.words, same.map { .number($0.0.value, format: "General") })
            let levels = add("Height", same.map { .number(Double($0.height), format: "0") })
            chart.series.append(.init(verdict.words, look, names: scores, values: levels))
        }
        if let cut {
            let place = Workbook.Cell.number(cut, format: "General")
            let top = Double((heights.values.max() ?? 0) + 1)
            let scores = add("Pass mark", [place, place])
            let levels = add("Height", [.number(0, format: "0"), .number(top, format: "0")])
            chart.series.append(.init("pass mark", .line, names: scores, values: levels))
        }
        return chart
    }

    private mutating func add(_ title: String, _ cells: [Workbook.Cell]) -> Workbook.Area {
        columns.append((title, cells))
        return Workbook.Area(sheet: sheet, column: columns.count - 1, rows: 1...cells.count)
    }
}
