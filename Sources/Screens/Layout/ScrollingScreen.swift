internal import Terminal

/// A screen whose body may be longer than its window.
protocol ScrollingScreen {
    var window: Window { get }
    var body: Body { get }
    /// The first line of the body in sight.
    var top: Int { get set }
    /// Whether the mark moves what is in sight.
    var isFollowing: Bool { get set }
}

extension ScrollingScreen {
    /// What is to be seen now.
    var drawn: Grid {
        let (window, body) = (window, body)
        return window.grid(body, window.view(of: body, top: top, following: isFollowing))
    }

    /// Lets the window move with the mark from where it is.
    mutating func follow() {
        isFollowing = true
        top = window.view(of: body, top: top, following: true).lines.lowerBound
    }

    mutating func scroll(by lines: Int) {
        let (window, body) = (window, body)
        let start = window.view(of: body, top: top, following: isFollowing).lines.lowerBound
        isFollowing = false
        top = min(max(start + lines, 0), max(body.lines.count - 1, 0))
        top = window.view(of: body, top: top, following: false).lines.lowerBound
    }

    mutating func scroll(pages: Int) { scroll(by: pages * (window.bodyRows - 2)) }

    /// Whether the key scrolls, and then it has.
    mutating func scroll(with key: Key) -> Bool {
        switch key {
        case .down, .character("j"): scroll(by: 1)
        case .up, .character("k"): scroll(by: -1)
        case .pageDown: scroll(pages: 1)
        case .pageUp: scroll(pages: -1)
        default: return false
        }
        return true
    }

    /// Brings the mark into sight before it moves; false where it is in sight already.
    mutating func approach(_ step: Int) -> Bool {
        let (window, body) = (window, body)
        let view = window.view(of: body, top: top, following: isFollowing)
        guard let focus = body.focus,
            step > 0
                ? focus.lowerBound >= view.lines.upperBound
                : focus.upperBound <= view.lines.lowerBound
        else { return false }
        scroll(pages: step)
        return true
    }

    /// Scrolls on where the mark has nowhere left to go; false where there is nothing more.
    mutating func goBeyond(_ step: Int) -> Bool {
        let (window, body) = (window, body)
        let view = window.view(of: body, top: top, following: isFollowing)
        guard step > 0 ? view.hasBelow : view.hasAbove else { return false }
        scroll(pages: step)
        return true
    }

    /// The place for the mark that somebody clicked, and the line of the body; the window stays.
    mutating func spot(at position: Grid.Position) -> (spot: Body.Spot, line: Int)? {
        let (window, body) = (window, body)
        let view = window.view(of: body, top: top, following: isFollowing)
        guard !window.isTooSmall, let line = window.line(at: position.row, view),
            let spot = body.spots.first(where: {
                $0.lines.contains(line) && $0.columns.contains(position.column)
            })
        else { return nil }
        top = view.lines.lowerBound
        return (spot, line)
    }
}
