import Assessment

extension AnswerMatcher {
    /// Reads a text in which `*` stands for any letters or none, `?` for one, and `\` before either
    /// takes its meaning away.
    init(wildcard text: String, comparedBy comparison: TextComparison) {
        var builder = MatcherBuilder()
        var whole = builder.empty()
        var scanner = PatternScanner(text, comparison)
        while let scalar = scanner.next() {
            let part: MatcherBuilder.Fragment
            switch scalar {
            case "*":
                let any = builder.any()
                part = builder.optional(builder.repeated(any))
            case "?": part = builder.any()
            case "\\" where scanner.peek.map({ "*?\\".unicodeScalars.contains($0) }) == true:
                part = builder.sequence(scanner.letters(from: scanner.next() ?? scalar))
            default: part = builder.sequence(scanner.letters(from: scalar))
            }
            whole = builder.joined(whole, part)
        }
        self = builder.matcher(whole)
    }

    /// Reads literal characters, `.`, `[abx-z]`, groups with `|`, and `?`, `*`, `+` after one of them;
    /// nil where the text is none of that.
    init?(pattern text: String, comparedBy comparison: TextComparison) {
        var builder = MatcherBuilder()
        var scanner = PatternScanner(text, comparison)
        var groups = [PatternGroup()]
        while let scalar = scanner.next() {
            let innermost = groups.count - 1
            switch scalar {
            case "(": groups.append(PatternGroup())
            case ")":
                guard groups.count > 1, var group = groups.popLast() else { return nil }
                groups[innermost - 1].add(group.closed(&builder), &builder)
            case "|": groups[innermost].beginAlternative(&builder)
            case "?", "*", "+":
                guard groups[innermost].repeatLast(scalar, &builder) else { return nil }
            case ".": groups[innermost].add(builder.any(), &builder)
            case "[":
                guard let set = scanner.set() else { return nil }
                groups[innermost].add(builder.oneOf(set.members, set.ranges), &builder)
            case "\\":
                guard let literal = scanner.next() else { return nil }
                groups[innermost].add(
                    builder.sequence(scanner.letters(from: literal)), &builder)
            case "]", "{", "}", "^", "$": return nil
            default:
                groups[innermost].add(builder.sequence(scanner.letters(from: scalar)), &builder)
            }
        }
        guard groups.count == 1 else { return nil }
        let whole = groups[0].closed(&builder)
        self = builder.matcher(whole)
    }
}

/// One pair of parentheses while it is read: the alternatives before the last `|`, and what follows.
private struct PatternGroup {
    private var alternatives: MatcherBuilder.Fragment?
    private var sequence: MatcherBuilder.Fragment?
    /// What a `?`, `*` or `+` would repeat.
    private var last: MatcherBuilder.Fragment?
    private var canRepeat = false

    mutating func add(_ part: MatcherBuilder.Fragment, _ builder: inout MatcherBuilder) {
        flush(&builder)
        last = part
        canRepeat = true
    }

    /// False where there is nothing to repeat, or it is repeated already.
    mutating func repeatLast(
        _ sign: Unicode.Scalar, _ builder: inout MatcherBuilder
    ) -> Bool {
        guard canRepeat, let part = last else { return false }
        canRepeat = false
        switch sign {
        case "?": last = builder.optional(part)
        case "+": last = builder.repeated(part)
        default: last = builder.optional(builder.repeated(part))
        }
        return true
    }

    mutating func beginAlternative(_ builder: inout MatcherBuilder) {
        flush(&builder)
        let finished = sequence ?? builder.empty()
        alternatives = alternatives.map { builder.either($0, finished) } ?? finished
        sequence = nil
        canRepeat = false
    }

    mutating func closed(_ builder: inout MatcherBuilder) -> MatcherBuilder.Fragment {
        beginAlternative(&builder)
        return alternatives ?? builder.empty()
    }

    private mutating func flush(_ builder: inout MatcherBuilder) {
        if let part = last { sequence = sequence.map { builder.joined($0, part) } ?? part }
        last = nil
    }
}

/// Walks over the scalars of a pattern and keeps each with the marks that follow it.
private struct PatternScanner {
    private let scalars: [Unicode.Scalar]
    private let comparison: TextComparison
    private var index = 0

    init(_ text: String, _ comparison: TextComparison) {
        // Spacing is collapsed beforehand, as it is in answers.
        scalars =
            comparison.collapsesSpacing
            ? TextComparison.collapsed(text) : Array(text.unicodeScalars)
        self.comparison = comparison
    }

    var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    mutating func next() -> Unicode.Scalar? {
        defer { index += 1 }
        return peek
    }

    /// The letters that a literal scalar and the marks after it make.
    mutating func letters(from first: Unicode.Scalar) -> [Letter] {
        var literal = [first]
        while let mark = peek, mark.joinsLetter {
            literal.append(mark)
            index += 1
        }
        return comparison.letters(ofSpaced: literal)
    }

    /// What stands between `[` and `]`; nil where it is nothing or has no end.
    mutating func set() -> (members: [[Letter]], ranges: [ClosedRange<Unicode.Scalar>])? {
        var members: [[Letter]] = []
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let scalar = next() {
            if scalar == "]" { return members.isEmpty ? nil : (members, ranges) }
            guard let first = member(scalar) else { return nil }
            members.append(first)
            guard peek == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
                continue
            }
            _ = next()
            guard let sign = next(), let last = member(sign) else { return nil }
            members.append(last)
            if let range = Self.range(first, last) {
                ranges.append(range)
            } else {
                members.append([Letter(base: "-")])
            }
        }
        return nil
    }

    private mutating func member(_ scalar: Unicode.Scalar) -> [Letter]? {
        guard scalar == "\\" else { return letters(from: scalar) }
        return next().map { letters(from: $0) }
    }

    /// Nil unless both are one letter without marks and stand in this order.
    private static func range(_ first: [Letter], _ last: [Letter]) -> ClosedRange<Unicode.Scalar>? {
        guard first.count == 1, last.count == 1, first[0].marks.isEmpty, last[0].marks.isEmpty,
            first[0].base <= last[0].base
        else { return nil }
        return first[0].base...last[0].base
    }
}
