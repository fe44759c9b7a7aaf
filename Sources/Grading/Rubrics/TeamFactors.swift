package import Assessment

/// What teammates' ratings of each other make of a team's score for each member.
///
/// The rule is CATME's: a member's mean over the team's, from 0.95 on counted as 1, and never more
/// than 1.05, so that nobody gains much by rating the others down.
package struct TeamFactors: Sendable, Hashable {
    /// By member; nil where nobody rated anybody above nothing.
    package let factors: [String: Rational]?

    /// Takes each member's mean rating.
    package init(ratings: [String: Rational]) throws(Rational.Overflow) {
        let sum = try ratings.values.total()
        let (low, high) = (try Rational(95, over: 100), try Rational(105, over: 100))
        var factors: [String: Rational] = [:]
        for (member, rating) in ratings {
            guard let factor = try (rating * Rational(ratings.count)).divided(by: sum) else {
                self.factors = nil
                return
            }
            factors[member] = factor >= low && factor <= .one ? .one : min(factor, high)
        }
        self.factors = factors
    }

    /// What is the member's of the team's score; nil for somebody who is not in the team.
    package func score(
        of member: String, from team: Rational
    ) throws(Rational.Overflow) -> Rational? {
        guard let factor = factors?[member] else { return nil }
        return try factor * team
    }
}
