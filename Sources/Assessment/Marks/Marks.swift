/// What was earned of what could be earned.
package struct Marks: Sendable, Hashable {
    package let earned: Rational
    package let possible: Rational

    package init(earned: Rational, possible: Rational) {
        self.earned = earned
        self.possible = possible
    }

    /// Nil where nothing could be earned: 0 of 0 is no share at all.
    package func share() throws(Rational.Overflow) -> Rational? {
        try earned.divided(by: possible)
    }

    /// Whether the share reaches the cut, decided without dividing; nil where there is no share.
    package func reach(_ cut: Rational) throws(Rational.Overflow) -> Bool? {
        guard possible > .zero else { return nil }
        return earned >= (try cut * possible)
    }
}
