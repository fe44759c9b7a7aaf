import Assessment

/// What stands for one thing in a drawing: a shape of its own, so that no meaning is in color alone.
enum Symbol: String, CaseIterable {
    case passed, failed, undecided
    case first, second, third, fourth, settled
    case score, likely, cut
    case full, part, zero, blank
    case share, marked

    /// The n-th of several people.
    static func person(_ index: Int) -> Symbol {
        let shapes: [Symbol] = [.first, .second, .third, .fourth]
        return shapes[index % shapes.count]
    }

    static func verdict(_ verdict: Verdict) -> Symbol {
        switch verdict {
        case .passed: .passed
        case .notPassed: .failed
        case .undecided: .undecided
        }
    }

    /// What it is called in a page.
    var anchor: String { "shape-\(rawValue)" }

    /// Drawn around the point that it marks, ten pixels wide at most.
    var path: String {
        switch self {
        case .passed, .undecided, .first: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"
        case .failed, .second: "M-4-4h8v8h-8z"
        case .third: "M0-5l5 9h-10z"
        case .fourth: "M0-5l5 5l-5 5l-5-5z"
        case .settled: "M0-8v16"
        case .likely: "M-5-3v6M-5 0h10M5-3v6"
        case .cut: "M0-7v14"
        case .score, .share, .marked, .full: "M-5-5h10v10h-10z"
        case .part: "M-5-5h10v10h-10zM-4-4h8v4h-8z"
        case .zero: "M-4-4l8 8M-4 4l8-8"
        case .blank: "M-3 0h6"
        }
    }

    /// How the style sheet paints it.
    var paint: String {
        switch self {
        case .passed, .first, .score, .share, .full: "good"
        case .failed, .second, .marked: "bad"
        case .third, .fourth: "other"
        case .undecided, .settled, .likely: "line"
        case .part: "half"
        case .cut: "cut"
        case .zero: "cross"
        case .blank: "faint"
        }
    }

    /// The shapes that a page's drawings share.
    static var definitions: Markup {
        var markup = Markup()
        markup.add("svg", ["class": "shapes", "width": "0", "height": "0", "aria-hidden": "true"]) {
            $0.add("defs") { defs in
                for symbol in allCases {
                    defs.add(
                        empty: "path",
                        ["id": symbol.anchor, "d": symbol.path, "class": symbol.paint])
                }
            }
        }
        return markup
    }
}
