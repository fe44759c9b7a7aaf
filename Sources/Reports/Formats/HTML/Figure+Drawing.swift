import Assessment

extension Figure {
    /// The chart for a page that cannot be asked anything: all that it means is to be seen.
    var drawing: Drawing {
        var drawing = Drawing()
        switch chart {
        case .score(let score, let most, let cut, let likely):
            drawing.add(score, of: most, cut, likely)
        case .strip(let dots, let most, let cut): drawing.add(dots, of: most, cut)
        case .bars(let bars): drawing.add(bars)
        case .grid(let rows, let columns, let shares): drawing.add(rows, columns, shares)
        case .ranges(let ranges, let ends):
            drawing.add(ranges, by: people, on: ends, settled: settled)
        }
        return drawing
    }
}

extension Drawing {
    fileprivate mutating func add(
        _ score: Double, of most: Double, _ cut: Double?, _ likely: ClosedRange<Double>?
    ) {
        let scale = Scale(upTo: most)
        bar(to: 100, 8, height: 24, "track")
        bar(to: scale.percent(of: score), 8, height: 24, Symbol.score.paint)
        legend.append((.score, ReportWords.score(score, of: most)))
        if let likely {
            let (low, high) = (
                scale.percent(of: likely.lowerBound), scale.percent(of: likely.upperBound)
            )
            line(from: (low, 42), to: (high, 42), Symbol.likely.paint)
            for end in [low, high] { line(from: (end, 38), to: (end, 46), Symbol.likely.paint) }
            legend.append((.likely, ReportWords.likely(likely)))
        }
        add(cut, on: scale, downTo: 52)
        axis(scale, 52)
    }

    /// Dots at their scores; those that would touch stand on one another.
    fileprivate mutating func add(_ dots: [Chart.Dot], of most: Double, _ cut: Double?) {
        let scale = Scale(upTo: most)
        let places = dots.map { (x: scale.percent(of: $0.value), verdict: $0.verdict) }
            .sorted { ($0.x, $0.verdict.rawValue) < ($1.x, $1.verdict.rawValue) }
        /// Where the last dot of each level stands.
        var levels: [Double] = []
        var placed: [(x: Double, level: Int, symbol: Symbol)] = []
        for place in places {
            let level = levels.firstIndex { $0 + 3 <= place.x } ?? levels.count
            if level == levels.count { levels.append(place.x) } else { levels[level] = place.x }
            placed.append((place.x, level, .verdict(place.verdict)))
        }
        // A large cohort with one score in common gets a tower, yet not one of several pages.
        let step = levels.count > 30 ? 300 / Double(levels.count) : 10
        let ground = 14 + step * Double(max(levels.count, 3))
        add(cut, on: scale, downTo: ground)
        for dot in placed { symbol(dot.symbol, at: dot.x, ground - 6 - step * Double(dot.level)) }
        axis(scale, ground)
        for verdict in Verdict.allCases {
            let count = dots.count { $0.verdict == verdict }
            if count > 0 {
                legend.append((.verdict(verdict), ReportWords.tally(count, verdict)))
            }
        }
    }

    private mutating func add(_ cut: Double?, on scale: Scale, downTo y: Double) {
        guard let cut else { return }
        let x = scale.percent(of: cut)
        line(from: (x, 0), to: (x, y), Symbol.cut.paint)
        legend.append((.cut, ReportWords.passMark(cut)))
    }

    fileprivate mutating func add(_ bars: [Chart.Bar]) {
        let scale = Scale(upTo: bars.map { max($0.whole, $0.part) }.max() ?? 1)
        for (index, bar) in bars.enumerated() {
            let y = Double(index) * 40
            let paint = bar.isMarked ? Symbol.marked : .share
            let room = 46 - min(bar.text.displayWidth, 24)
            let label = (bar.isMarked ? "▸ " : "") + bar.label
            text(label.cut(to: room), at: 0, y + 14, bar.isMarked ? "label strong" : "label")
            text(bar.text.cut(to: 24), at: 100, y + 14, "label strong")
            self.bar(to: scale.percent(of: bar.whole), y + 20, height: 12, "track")
            self.bar(to: scale.percent(of: bar.part), y + 20, height: 12, paint.paint)
        }
    }

    fileprivate mutating func add(
        _ rows: [String], _ columns: [String], _ shares: [[Double?]]
    ) {
        let edge = 34.0
        let labels = columns.map { $0.cut(to: 12) }
        let head = Double(labels.map(\.displayWidth).max() ?? 0) * 8 + 4
        // Where columns are narrow, not every one has room for its name, which the table gives.
        let each = (labels.count + 35) / 36
        for (index, label) in labels.enumerated() where index.isMultiple(of: each) {
            let middle = (Double(index) + 0.5) / Double(max(columns.count, 1))
            upright(label, at: edge + middle * (100 - edge), head - 4)
        }
        let step = 18.0
        for (index, row) in rows.enumerated() {
            text(row.cut(to: 30), within: edge - 2, head + step * Double(index) + 13)
        }
        var paths: [Symbol: String] = [:]
        for (y, row) in shares.enumerated() {
            for (x, share) in row.enumerated() {
                let (symbol, path) = Self.field(share, x, y)
                paths[symbol, default: ""] += path
            }
        }
        let fields: [(symbol: Symbol, share: Double?)] = [
            (.full, 1), (.part, 0.5), (.zero, 0), (.blank, nil),
        ]
        self.fields(
            from: edge, head, height: step * Double(rows.count), columns: columns.count,
            rows: rows.count, fields.map { ($0.symbol.paint, paths[$0.symbol] ?? "") })
        legend = fields.filter { paths[$0.symbol] != nil }.map {
            ($0.symbol, ReportWords.field($0.share))
        }
    }

    /// What is drawn in one field of a grid; part of the marks fill it from the ground.
    private static func field(_ share: Double?, _ x: Int, _ y: Int) -> (Symbol, String) {
        guard let share, !share.isNaN else { return (.blank, "M\(x).3 \(y).5h.4") }
        if share >= 1 { return (.full, "M\(x).06 \(y).08h.88v.84h-.88z") }
        if share <= 0 { return (.zero, "M\(x).25 \(y).25l.5 .5M\(x).25 \(y).75l.5-.5") }
        let top = (Double(y) + max(0.92 - 0.84 * share, 0.16)).brief
        return (.part, "M\(x).06 \(y).08h.88v.84h-.88zM\(x).14 \(y).15h.72V\(top)h-.72z")
    }

    fileprivate mutating func add(
        _ ranges: [Chart.Range], by names: [String], on ends: ClosedRange<Double>,
        settled: String
    ) {
        let scale = Scale(ends)
        let people = ranges.map(\.marks.count).max() ?? 0
        let lane = 9.0
        let step = 34 + lane * Double(max(people, 1))
        for (index, range) in ranges.enumerated() {
            let y = Double(index) * step
            text(range.label.cut(to: 46), at: 0, y + 14)
            let top = y + 26
            let bottom = top + lane * Double(max(people - 1, 0))
            let marks = range.marks.enumerated().compactMap { person, mark in
                mark.map { (person: person, x: scale.percent(of: $0)) }
            }
            if let low = marks.map(\.x).min(), let high = marks.map(\.x).max() {
                bar(from: low, to: high, top, height: bottom - top, "track")
            }
            for mark in marks {
                let lane = top + lane * Double(mark.person)
                line(from: (0, lane), to: (100, lane), "axis")
            }
            for mark in marks {
                symbol(.person(mark.person), at: mark.x, top + lane * Double(mark.person))
            }
            if let place = range.settled {
                let x = scale.percent(of: place)
                line(from: (x, top - 7), to: (x, bottom + 7), Symbol.settled.paint)
            }
        }
        axis(scale, step * Double(ranges.count))
        legend = (0..<people).map {
            (.person($0), names.indices.contains($0) ? names[$0] : ReportWords.person($0))
        }
        if ranges.contains(where: { $0.settled != nil }) {
            legend.append((.settled, settled))
        }
    }
}
