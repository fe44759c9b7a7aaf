extension Marks {
    /// The score in words: `16 of 20 (80%)`, or `0 of 0` where there is no share.
    ///
    /// Neither number ever prints the cut or more for what is below it: 15.999 of 20 against 80%
    /// is `15.99 of 20 (79.99%)`.
    package func text(passMark: Rational? = nil) -> String {
        let cut = passMark.flatMap { try? $0 * possible }
        let score = "\(Self.number(earned, neverAcross: cut)) of \(Self.number(possible))"
        guard let text = percent(passMark: passMark) else { return score }
        return "\(score) (\(text))"
    }

    /// The share alone: `80%`; nil where there is none.
    package func percent(passMark: Rational? = nil) -> String? {
        guard possible > .zero, let share = try? share(), let percent = try? share * .hundred else {
            return nil
        }
        let cut = passMark.flatMap { try? $0 * .hundred }
        return Self.number(percent, orDecimals: 1, neverAcross: cut) + "%"
    }

    /// Exactly, where two decimals suffice for it, or rounded.
    private static func number(
        _ value: Rational, orDecimals places: Int = 2, neverAcross cut: Rational? = nil
    ) -> String {
        if Rational.hundred.numerator % value.denominator == 0 { return value.description }
        let rounded = value.rounded(toDecimals: places, neverAcross: cut)
        // 16.001 is 16 rather than 16.00: zeros would promise that nothing was rounded off.
        return (try? Rational(exactly: rounded).description) ?? rounded
    }
}
