package import Assessment

/// The chance to pass by level: what a learner who truly knows so much of it all will score.
package enum PassChance {
    /// The right answers that suffice: the fewest whose share reaches the pass mark.
    package static func cut(
        of items: Int, passMark: Rational
    ) throws(Rational.Overflow) -> Int {
        let needed = try passMark * Rational(items)
        return Int(needed.truncated) + (needed.isWhole || needed.isNegative ? 0 : 1)
    }

    /// How likely so many right answers, or more, are where each is right with this chance.
    package static func atLeast(_ cut: Int, of items: Int, level: Double) -> Double {
        guard cut > 0 else { return 1 }
        guard cut <= items else { return 0 }
        // The binomial distribution's tail is a tail of the beta distribution.
        return Distribution.beta(Double(cut), Double(items - cut + 1)).below(level)
    }
}
