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
    /// As many as fit, with their words where all of those fit; the last two always stay.
    ///
    /// The last ones are help and the way out, without which nobody finds the others.
    func line(width: Int) -> Line {
        let full = Self.line(self, withWords: true)
        if full.columns <= width { return full }
        var kept = self
        while kept.count > 2, Self.line(kept, withWords: width >= 60).columns > width {
            kept.remove(at: kept.count - 3)
        }
        return Self.line(kept, withWords: width >= 60)
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
