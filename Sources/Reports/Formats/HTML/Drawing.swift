import Assessment

/// A chart as SVG that is as wide as its place: across in percent, down in pixels, so that its
/// letters are as large on a telephone as on a desk.
struct Drawing {
    private(set) var markup = Markup()
    /// How far down it reaches.
    private(set) var height = 0.0
    /// What its shapes mean, in words that stand beneath it.
    var legend: [(symbol: Symbol, text: String)] = []

    mutating func symbol(_ symbol: Symbol, at x: Double, _ y: Double) {
        reach(y + 6)
        markup.add(
            empty: "use",
            ["href": "#\(symbol.anchor)", "x": x.percent, "y": y.brief])
    }

    mutating func bar(
        from start: Double = 0, to end: Double, _ y: Double, height: Double, _ paint: String
    ) {
        reach(y + height)
        markup.add(
            empty: "rect",
            [
                "x": start.percent, "y": y.brief, "width": max(end - start, 0).percent,
                "height": height.brief, "class": paint,
            ])
    }

    mutating func line(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ paint: String
    ) {
        reach(max(start.y, end.y) + 1)
        markup.add(
            empty: "line",
            [
                "x1": start.x.percent, "y1": start.y.brief, "x2": end.x.percent, "y2": end.y.brief,
                "class": paint,
            ])
    }

    /// A text on a line; at the edges it stays inside.
    mutating func text(
        _ text: String, at x: Double, _ y: Double, _ paint: String = "label",
        anchor: String? = nil
    ) {
        reach(y + 4)
        let inside = x < 4 ? "start" : x > 96 ? "end" : "middle"
        markup.add(
            "text",
            [
                "x": x.percent, "y": y.brief, "text-anchor": anchor ?? inside, "class": paint,
            ], text: text)
    }

    /// A text that runs upwards from a point.
    mutating func upright(_ text: String, at x: Double, _ y: Double) {
        markup.add("svg", ["x": x.percent, "y": y.brief, "overflow": "visible"]) {
            $0.add("text", ["transform": "rotate(-90)", "class": "label"], text: text)
        }
    }

    /// A text in a column of its own, which it does not leave.
    mutating func text(_ text: String, within width: Double, _ y: Double) {
        reach(y + 4)
        markup.add("svg", ["width": width.percent, "height": (y + 4).brief]) {
            $0.add("text", ["y": y.brief, "class": "label"], text: text)
        }
    }

    /// A part with whole columns and rows for units, which are as large as there is room for.
    mutating func fields(
        from x: Double, _ y: Double, height: Double, columns: Int, rows: Int,
        _ paths: [(paint: String, path: String)]
    ) {
        reach(y + height)
        markup.add(
            "svg",
            [
                "x": x.percent, "y": y.brief, "width": (100 - x).percent, "height": height.brief,
                "viewBox": "0 0 \(columns) \(rows)", "preserveAspectRatio": "none",
            ]
        ) { fields in
            for (paint, path) in paths where !path.isEmpty {
                fields.add(empty: "path", ["d": path, "class": paint])
            }
        }
    }

    /// A scale with ticks at round numbers and both ends named.
    mutating func axis(_ scale: Scale, _ y: Double) {
        line(from: (0, y), to: (100, y), "axis")
        for tick in scale.ticks {
            let x = scale.percent(of: tick)
            line(from: (x, y), to: (x, y + 4), "axis")
            text(tick.brief, at: x, y + 17)
        }
    }

    private mutating func reach(_ y: Double) { height = max(height, y) }
}

/// Where values stand between the ends of a scale.
struct Scale {
    let ends: ClosedRange<Double>

    /// From nothing to as much as can be had.
    init(upTo most: Double) { self.init(0...(most > 0 ? most : 1)) }

    /// Ends between which nothing could stand become those of a unit.
    init(_ ends: ClosedRange<Double>) {
        let span = ends.upperBound - ends.lowerBound
        self.ends = span > 0 && span.isFinite ? ends : 0...1
    }

    private var span: Double { ends.upperBound - ends.lowerBound }

    /// Between 0 and 100; what is beyond an end stands at it.
    func percent(of value: Double) -> Double {
        value.isNaN ? 0 : min(max((value - ends.lowerBound) / span, 0), 1) * 100
    }

    /// Both ends, and up to four round numbers between them that are not too near.
    var ticks: [Double] {
        var power = 1.0
        while power > span { power /= 10 }
        while power * 10 <= span { power *= 10 }
        let step = [0.2, 0.5, 1, 2, 5].first { span <= 5 * $0 * power }.map { $0 * power } ?? power
        let start = (ends.lowerBound / step).rounded(.down) * step
        let room = (ends.lowerBound + step / 2, ends.upperBound - step / 2)
        let between = (1...6).map { (count: Int) in start + Double(count) * step }
            .filter { room.0 < $0 && $0 < room.1 }
        return [ends.lowerBound] + between + [ends.upperBound]
    }
}

extension Double {
    /// With two decimals at most, and none that says nothing.
    var brief: String {
        Value.rounded(self, toDecimals: 2)?.description ?? description
    }

    fileprivate var percent: String { brief + "%" }
}
