package import Assessment

extension Item {
    /// The share of the points that blind picking earns on average; nil where an answer may be any
    /// set of options, or a text that a reviewer reads.
    ///
    /// Typed answers count as never guessed. Entries of a match or a sort are picked one by one.
    package func guessShare() throws(Rational.Overflow) -> Rational? {
        let whole = try interactions.map { $0.weight ?? .one }.total()
        var sum = Rational.zero
        for interaction in interactions {
            guard let share = try interaction.kind.guessShare() else { return nil }
            sum = try sum + share * (interaction.weight ?? .one)
        }
        return try sum.divided(by: whole)
    }
}

extension Interaction.Kind {
    fileprivate func guessShare() throws(Rational.Overflow) -> Rational? {
        switch self {
        case .choose(let choice): return try choice.options.guessShare()
        case .trueFalse: return try Rational(1, over: 2)
        case .chooseMany, .written: return nil
        case .number, .shortText: return .zero
        case .match(let match):
            let rights = Set(match.pairs.map(\.right) + match.extras.map(\.text))
            return try Self.share(
                try Array(repeating: .one(of: rights.count), count: match.pairs.count),
                match.credit)
        case .sort(let sort):
            return try Self.share(
                try Array(repeating: .one(of: sort.groups.count), count: sort.members.count),
                sort.credit)
        case .blanks(let blanks):
            var shares: [Rational] = []
            for blank in blanks.blanks {
                if case .picked(let options) = blank.filling {
                    shares.append(try options.guessShare())
                } else {
                    shares.append(.zero)
                }
            }
            return try Self.share(shares, blanks.credit)
        case .order(let order):
            // One place of n is right by chance, and so is one neighbor of n.
            let count = order.entries.count
            guard order.credit == .allOrNothing else { return try .one(of: count) }
            var ways = Rational.one
            for place in 1..<max(count, 1) { ways = try ways * Rational(place + 1) }
            return try Rational.one.divided(by: ways)
        }
    }

    /// What parts guessed one by one earn together.
    private static func share(
        _ parts: [Rational], _ credit: PartialCredit
    ) throws(Rational.Overflow) -> Rational? {
        guard credit == .allOrNothing else {
            return try parts.total().divided(by: Rational(parts.count))
        }
        var all = Rational.one
        for part in parts { all = try all * part }
        return all
    }
}

extension [Option] {
    fileprivate func guessShare() throws(Rational.Overflow) -> Rational {
        let credits = map { $0.isKey ? Rational.one : $0.credit ?? .zero }
        return try credits.total().divided(by: Rational(count)) ?? .zero
    }
}

extension Rational {
    /// One of so many, or zero where there are none.
    fileprivate static func one(of count: Int) throws(Overflow) -> Rational {
        try Rational.one.divided(by: Rational(count)) ?? .zero
    }
}
