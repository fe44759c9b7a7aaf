package import Terminal

/// A text to be read on a full screen, such as the rules before a quiz and the result after it.
///
///     var screen = PageScreen(rules, title: quiz.title, enter: "start", columns: 80, rows: 24)
///     if screen.receive(input) == .accept { begin() }
///     session.show(screen.grid)
package struct PageScreen: Sendable, ScrollingScreen {
    package enum Request: Sendable, Hashable {
        /// Enter was pressed.
        case accept
        case redraw
        case leave(isInterrupt: Bool)
    }

    package let page: Page
    package let title: String
    /// The word for what Enter does.
    package let enter: String
    package let glyphs: Glyphs
    package private(set) var columns: Int
    package private(set) var rows: Int
    var top = 0
    /// There is no mark here.
    var isFollowing = false

    package init(
        _ page: Page, title: String, enter: String, columns: Int, rows: Int,
        glyphs: Glyphs = Glyphs(isASCII: false)
    ) {
        self.page = page
        self.title = title
        self.enter = enter
        self.columns = columns
        self.rows = rows
        self.glyphs = glyphs
    }

    package mutating func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    /// What an input asks for; nil where it only scrolls, or means nothing.
    package mutating func receive(_ input: Input) -> Request? {
        switch input {
        case .key(.enter): return .accept
        case .key(.character("q")), .key(.escape): return .leave(isInterrupt: false)
        case .key(.control("c")): return .leave(isInterrupt: true)
        case .key(.character("l")), .key(.control("l")): return .redraw
        case .resize(let columns, let rows): resize(columns: columns, rows: rows)
        case .key(.down), .key(.character("j")): scroll(by: 1)
        case .key(.up), .key(.character("k")): scroll(by: -1)
        case .key(.pageDown), .key(.character(" ")): scroll(pages: 1)
        case .key(.pageUp), .key(.character("b")): scroll(pages: -1)
        case .key(.home): scroll(by: -body.lines.count)
        case .key(.end), .key(.character("G")): scroll(by: body.lines.count)
        case .mouse(.wheelDown): scroll(by: 3)
        case .mouse(.wheelUp): scroll(by: -3)
        case .key, .paste, .mouse, .focus, .resumed, .ended, .unknown: break
        }
        return nil
    }

    package var grid: Grid { drawn }

    var window: Window {
        var window = Window(columns: columns, rows: rows, glyphs: glyphs)
        window.headings = [Line(title, .title)]
        window.hints = [Hint("j k", "scroll"), Hint("Enter", enter), Hint("q", "leave")]
        return window
    }

    var body: Body {
        var body = Body(width: window.bodyWidth)
        for row in page.rows(width: body.width, breaking: true) {
            body.add(Line(row.spans, row.style))
        }
        return body
    }
}
