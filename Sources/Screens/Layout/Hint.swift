internal import Terminal

/// A key that does something now, and the word for what it does.
struct Hint: Sendable, Hashable {
    let key: String
    let word: String

    init(_ key: String, _ word: String) {
        self.key = key
        self.word = word
    }
}

extension [Hint] {
    /// As many as fit: with their words where four of them do, and else the keys alone.
    ///
    /// The last two are help and the way out, without which nobody finds the others; they always stay.
    func line(width: Int) -> Line {
        let worded = Self.line(fitting(width, withWords: true, atLeast: 4), withWords: true)
        if worded.columns <= width { return worded }
        return Self.line(fitting(width, withWords: false, atLeast: 2), withWords: false)
    }

    private func fitting(_ width: Int, withWords: Bool, atLeast least: Int) -> [Hint] {
        var kept = self
        while kept.count > least, Self.line(kept, withWords: withWords).columns > width {
            kept.remove(at: kept.count - 3)
        }
        return kept
    }

    private static func line(_ hints: [Hint], withWords: Bool) -> Line {
        var line = Line()
        for (index, hint) in hints.enumerated() {
            if index > 0 { line = line.adding(withWords ? "  " : " ") }
            line = line.adding(hint.key, .key)
            if withWords { line = line.adding(" " + hint.word, .help) }
        }
        return line
    }
}
