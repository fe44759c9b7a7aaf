/// A judgment as two texts, for stores: what a person may have erased stands apart from the mark.
extension Judgment {
    /// The mark and the ready-made comments: `level proficient`, `points 8.5 +why-order`,
    /// `ratio 18 20`, `not-applicable`, `-`.
    package var markText: String {
        let mark =
            switch value {
            case .level(let level): "level \(level)"
            case .points(let points): "points \(points)"
            case .ratio(let top, let bottom): "ratio \(top) \(bottom)"
            case .notApplicable: "not-applicable"
            case ScoreSheet.Value.none?, nil: "-"
            }
        return ([mark] + statements.map { "+\($0)" }).joined(separator: " ")
    }

    /// What the reviewer wrote or named, a line each; nil where there is nothing.
    package var wordsText: String? {
        var lines: [String] = []
        if let reason { lines.append("reason " + reason.asOneLine) }
        if let comment { lines.append("comment " + comment.asOneLine) }
        for piece in evidence {
            lines.append("evidence " + piece.link.asOneLine)
            if let kind = piece.kind { lines.append("kind " + kind.asOneLine) }
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// Reads what the two texts say; nil where they are none of ours. The words may be erased.
    package init?(mark: String, words: String?) {
        self.init()
        let parts = mark.utf8.split(
            separator: UInt8(ascii: " "), omittingEmptySubsequences: false
        ).compactMap { String($0) }
        let given = parts.prefix { !$0.hasPrefix("+") }
        let used = parts.dropFirst(given.count)
        statements = used.compactMap { word in
            word.hasPrefix("+") ? Criterion.Statement.ID(String(word.dropFirst())) : nil
        }
        guard statements.count == used.count, read([String](given)),
            words.map({ read(words: $0) }) ?? true
        else { return nil }
    }

    private mutating func read(_ parts: [String]) -> Bool {
        let numbers = parts.dropFirst().compactMap { try? Rational(exactly: $0) }
        switch (parts.first, parts.count) {
        case ("level", 2): value = Scale.Level.ID(parts[1]).map { .level($0) }
        case ("points", 2): value = numbers.first.map { .points($0) }
        case ("ratio", 3) where numbers.count == 2:
            value = .ratio(numerator: numbers[0], denominator: numbers[1])
        case ("not-applicable", 1): value = .notApplicable
        case ("-", 1): return true
        default: return false
        }
        return value != nil
    }

    private mutating func read(words: String) -> Bool {
        for line in words.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            let parts = line.split(
                separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let text = String(oneLine: String(parts[1])) else {
                return false
            }
            switch String(parts[0]) {
            case "reason": reason = text
            case "comment": comment = text
            case "evidence": evidence.append(.init(link: text))
            case "kind" where !evidence.isEmpty: evidence[evidence.count - 1].kind = text
            default: return false
            }
        }
        return true
    }
}
