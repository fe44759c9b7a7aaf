import Assessment
import Reports

/// Charts made of signs that every terminal has, for eyes that need no color.
struct ReportSketch {
    let width: Int

    /// Nothing for a chart that says no more than its table does here.
    func lines(of chart: Chart) -> [String] {
        switch chart {
        case .score(let score, let most, let cut, let likely):
            lines(score, of: most, cut, likely)
        case .strip(let dots, let most, let cut): lines(dots, of: most, cut)
        case .bars(let bars): bars.flatMap { lines($0, of: bars.map(\.whole).max() ?? 1) }
        case .grid(let rows, let columns, let shares): lines(rows, columns, shares)
        case .ranges: []
        }
    }

    /// A row of signs that can be set one by one.
    private struct Row {
        var signs: [Character]

        init(_ count: Int, _ sign: Character = " ") {
            signs = Array(repeating: sign, count: max(count, 0))
        }

        mutating func set(_ sign: Character, at place: Int) {
            if signs.indices.contains(place) { signs[place] = sign }
        }

        mutating func set(_ sign: Character, from start: Int, to end: Int) {
            for place in signs.indices where start <= place && place <= end { signs[place] = sign }
        }

        var text: String {
            let end = signs.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
            return String(signs[..<end])
        }
    }

    /// The place of a value in a row of this width.
    private func place(_ value: Double, of most: Double, in columns: Int) -> Int {
        guard most > 0, value.isFinite, most.isFinite else { return 0 }
        let share = min(max(value / most, 0), 1)
        return Int((share * Double(columns - 1)).rounded())
    }

    private func lines(
        _ score: Double, of most: Double, _ cut: Double?, _ likely: ClosedRange<Double>?
    ) -> [String] {
        func place(_ value: Double) -> Int { self.place(value, of: most, in: width) }
        var bar = Row(width, "-")
        if score > 0 { bar.set("#", from: 0, to: place(score)) }
        var legend = ["# " + ReportWords.score(score, of: most)]
        if let cut {
            bar.set("|", at: place(cut))
            legend.append("| " + ReportWords.passMark(cut))
        }
        var lines = [bar.text]
        if let likely {
            var band = Row(width)
            band.set("=", from: place(likely.lowerBound), to: place(likely.upperBound))
            lines.append(band.text)
            legend.append("= " + ReportWords.likely(likely))
        }
        return lines + wrapped(legend)
    }

    private func lines(_ dots: [Chart.Dot], of most: Double, _ cut: Double?) -> [String] {
        var columns: [[Character]] = Array(repeating: [], count: width)
        for verdict in Verdict.allCases {
            for dot in dots where dot.verdict == verdict {
                columns[place(dot.value, of: most, in: width)].append(verdict.sign)
            }
        }
        let height = columns.map(\.count).max() ?? 0
        let stack = stride(from: height - 1, through: 0, by: -1).map { level in
            var row = Row(width)
            for (place, column) in columns.enumerated() where column.count > level {
                row.set(column[level], at: place)
            }
            return row.text
        }
        var ground = Row(width, "-")
        var legend = Verdict.allCases.compactMap { verdict -> String? in
            let count = dots.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(verdict.sign) " + ReportWords.tally(count, verdict)
        }
        if let cut {
            ground.set("|", at: place(cut, of: most, in: width))
            legend.append("| " + ReportWords.passMark(cut))
        }
        let end = ReportWords.brief(most)
        let gap = TextLayout.spaces(max(width - 1 - end.utf8.count, 1))
        return stack + [ground.text, "0\(gap)\(end)"] + wrapped(legend)
    }

    private func lines(_ bar: Chart.Bar, of longest: Double) -> [String] {
        let text = bar.text.terminalSafe().cut(to: width / 3)
        let room = width - text.displayWidth - 2
        var row = Row(bar.whole > 0 ? place(bar.whole, of: longest, in: room) + 1 : 0, "-")
        if bar.part > 0 { row.set("#", from: 0, to: place(bar.part, of: longest, in: room)) }
        let label = (bar.isMarked ? "> " : "") + bar.label.terminalSafe()
        return [label.cut(to: width), "\(row.text)  \(text)"]
    }

    private func lines(
        _ rows: [String], _ columns: [String], _ shares: [[Double?]]
    ) -> [String] {
        let labels = rows.map { $0.terminalSafe().cut(to: width / 3) }
        let margin = (labels.map(\.displayWidth).max() ?? 0) + 2
        let room = max(width - margin, 1)
        var lines: [String] = []
        for start in stride(from: 0, to: columns.count, by: room) {
            let range = start..<min(start + room, columns.count)
            let heads = range.map { String(($0 + 1) % 10) }.joined()
            lines.append(TextLayout.spaces(margin) + heads)
            for (label, row) in zip(labels, shares) {
                let signs = range.map { row.indices.contains($0) ? Self.sign(row[$0]) : " " }
                lines.append(
                    label + TextLayout.spaces(margin - label.displayWidth) + signs.joined())
            }
        }
        let names = columns.enumerated().map { "\($0 + 1) \($1)" }
        let legend = [1, 0.5, 0, nil].map { "\(Self.sign($0)) \(ReportWords.field($0))" }
        return lines + wrapped(legend) + wrapped(names)
    }

    private static func sign(_ share: Double?) -> String {
        guard let share, !share.isNaN else { return "." }
        return share >= 1 ? "#" : share <= 0 ? "x" : "+"
    }

    /// Short remarks side by side, as many as there is room for.
    private func wrapped(_ remarks: [String]) -> [String] {
        var lines: [String] = []
        for remark in remarks.map({ $0.terminalSafe().cut(to: width) }) {
            if let last = lines.last, last.displayWidth + 3 + remark.displayWidth <= width {
                lines[lines.count - 1] = last + "   " + remark
            } else {
                lines.append(remark)
            }
        }
        return lines
    }
}

extension Verdict {
    fileprivate var sign: Character {
        switch self {
        case .passed: "o"
        case .notPassed: "x"
        case .undecided: "?"
        }
    }
}
