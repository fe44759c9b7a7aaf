import Assessment

/// What a line typed at a criterion asks for.
enum ReviewLine: Sendable, Hashable {
    case mark(ScoreSheet.Value)
    case clear
    /// Words after the letter, or none where they are still to come.
    case comment(String?)
    case editor
    case statement(Int?)
    case evidence(String?)
    case open(Int)
    case descriptors
    case back, next, go(Int), overview, again, undo, redo, total, submit, help, quit
    case nothing
    /// Not understood; the text says what would be.
    case wrong(String)

    static let explained: [(keys: String, text: String)] = [
        ("0 to 9", "give the level of that number; 18/20 or 7.5 where something is counted"),
        ("na", "the criterion does not apply"), ("x", "take the mark away"),
        ("d", "the levels in full"), ("c words", "comment; c alone asks for several lines"),
        ("e", "comment in your editor"), ("s 1", "use a ready-made comment, or take it away"),
        ("v 1", "name the first piece of evidence, or an address, as what the mark rests on"),
        ("o 1", "read the first piece of evidence"), ("b", "back to the criterion before"),
        ("n", "on to the next one"), ("g 3", "go to criterion 3"),
        ("r", "every criterion with its mark"), ("l", "list the criterion again"),
        ("z", "undo the last change"), ("Z", "redo what was undone"),
        ("t", "the total, once everything is marked"), ("submit", "hand the sheet in"),
        ("q", "leave; everything is saved"),
    ]

    /// Reads a line typed at a criterion, or at the words on the whole where there is none.
    init(_ line: String, at criterion: Criterion?, in rubric: Rubric) {
        let text = line.trimmed
        let word = String(text.prefix { !$0.isWhitespace })
        let rest = String(text.dropFirst(word.count)).trimmed
        if let command = Self.command(word, rest) {
            self = command
        } else if let criterion, let value = Self.value(text, on: criterion, in: rubric) {
            self = .mark(value)
        } else {
            self = .wrong(Self.advice(at: criterion, in: rubric))
        }
    }

    private static func command(_ word: String, _ rest: String) -> ReviewLine? {
        switch (word, rest.isEmpty) {
        case ("", _): .nothing
        case ("x", true): .clear
        case ("d", true): .descriptors
        case ("e", true): .editor
        case ("c", let isBare): .comment(isBare ? nil : rest)
        case ("s", true): .statement(nil)
        case ("s", false): Int(rest).map { .statement($0) }
        case ("v", let isBare): .evidence(isBare ? nil : rest)
        case ("o", false): Int(rest).map { .open($0) }
        case ("b", true), ("p", true): .back
        case ("n", true): .next
        case ("g", false): Int(rest).map { .go($0) }
        case ("r", true): .overview
        case ("l", true): .again
        case ("z", true): .undo
        case ("Z", true): .redo
        case ("t", true): .total
        case ("submit", true): .submit
        case ("?", true), ("help", true): .help
        case ("q", true): .quit
        default: nil
        }
    }

    /// A mark in the words of the criterion: a level's number or id, points, a ratio, or `na`.
    static func value(
        _ text: String, on criterion: Criterion, in rubric: Rubric
    ) -> ScoreSheet.Value? {
        let levels = rubric.levels(of: criterion)
        // A rubric may have a level of that name itself.
        if let level = levels.first(where: {
            $0.id.folded == text.lowercased() || $0.label.lowercased() == text.lowercased()
        }) {
            return .level(level.id)
        }
        if text.lowercased() == "na" || text == "not-applicable" { return .notApplicable }
        switch criterion.kind {
        case .levels, .check:
            return Int(text).flatMap { levels.indices.contains($0) ? .level(levels[$0].id) : nil }
        case .points: return (try? Rational(exactly: text)).map { .points($0) }
        case .share: return (try? Rational(share: text)).map { .points($0) }
        case .measure:
            let sides = text.split(separator: "/").map { String($0) }
            guard sides.count == 2, let top = try? Rational(exactly: sides[0].trimmed),
                let bottom = try? Rational(exactly: sides[1].trimmed)
            else { return nil }
            return .ratio(numerator: top, denominator: bottom)
        case .text: return nil
        }
    }

    /// What can be typed.
    static func advice(at criterion: Criterion?, in rubric: Rubric) -> String {
        guard let criterion else { return "Type c and your words, submit, or ? for help." }
        let marks =
            switch criterion.kind {
            case .levels, .check:
                "Type a number from 0 to \(max(0, rubric.levels(of: criterion).count - 1))"
            case .points(let minimum, let maximum, _): "Type points from \(minimum) to \(maximum)"
            case .share: "Type a number, or a share such as 20%"
            case .measure: "Type two numbers such as 18/20"
            case .text: "Type c and your words"
            }
        return marks + (criterion.allowsNotApplicable ? ", na where it does not apply" : "")
            + ", or ? for help."
    }
}
