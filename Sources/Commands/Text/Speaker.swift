import Terminal

/// Somebody who says things line by line, without one escape byte whatever the terminal: a person may
/// have it read out.
protocol Speaker {
    var environment: Environment { get }
}

extension Speaker {
    func say(_ text: String) {
        var page = Page()
        page.paragraph(text)
        say(page)
    }

    func say(_ page: Page) {
        if page.blocks.isEmpty { return }
        let console = environment.console
        console.write(page.text(width: console.width, palette: Palette()))
    }
}
