package import Assessment

/// Several subjects under one rubric, ranked against each other.
package struct Comparison: Sendable, Hashable {
    /// A subject's place; equal scores share a rank, and the next rank is as far on.
    package struct Place: Sendable, Hashable {
        package let rank: Int
        package let evaluation: Evaluation

        package var subject: String { evaluation.subject ?? "" }
    }

    /// How much weight, in hundredths of the whole, would have to move for two to be level.
    package struct Shift: Sendable, Hashable {
        package let from: Criterion.ID
        package let to: Criterion.ID
        package let amount: Rational
    }

    /// Best first; what has no score comes last and has no rank before the others.
    package let places: [Place]

    package var leaders: [Place] { places.filter { $0.rank == 1 && $0.evaluation.score != nil } }

    /// By how much the first is ahead of the next, as a share; zero for a tie.
    package func margin() throws(Rational.Overflow) -> Rational? {
        guard places.count > 1, let first = places[0].evaluation.score,
            let second = places[1].evaluation.score
        else { return nil }
        return try first - second
    }

    /// Each way to move weight between two parts of the whole that would bring the runner-up level
    /// with the winner, the least first; none where the weights are not there to be moved.
    package func shifts() throws(Rational.Overflow) -> [Shift] {
        guard places.count > 1 else { return [] }
        let (winner, other) = (places[0].evaluation.whole, places[1].evaluation.whole)
        var shifts: [Shift] = []
        for from in winner.members {
            for to in winner.members where from.id != to.id {
                guard
                    let shift = try Self.leveling(winner, other, from: from, to: to),
                    !shift.amount.isNegative, shift.amount <= from.weight
                else { continue }
                shifts.append(shift)
            }
        }
        return shifts.sorted { ($0.amount, $0.from, $0.to) < ($1.amount, $1.from, $1.to) }
    }

    /// Negative where the weight would have to move the other way.
    private static func leveling(
        _ winner: ScoredNode, _ other: ScoredNode, from: ScoredNode, to: ScoredNode
    ) throws(Rational.Overflow) -> Shift? {
        guard case .group(.weightedMean, _) = winner.content, let fromID = from.id,
            let toID = to.id, let lead = try distance(of: winner, from: other),
            let leadFrom = try distance(of: from, from: other[fromID]),
            let leadTo = try distance(of: to, from: other[toID]),
            let amount = try (lead * .hundred).divided(by: leadFrom - leadTo)
        else { return nil }
        return Shift(from: fromID, to: toID, amount: amount)
    }

    private static func distance(
        of node: ScoredNode, from other: ScoredNode?
    ) throws(Rational.Overflow) -> Rational? {
        guard let first = try node.share(), let second = try other?.share() else { return nil }
        return try first - second
    }
}

extension Rubric {
    /// Evaluates each subject that the sheets name, and ranks them.
    package func compare(
        _ sheets: [ScoreSheet], waivers: [String: [Waiver]] = [:]
    ) throws(Rational.Overflow) -> Comparison {
        var evaluations: [Evaluation] = []
        for subject in Set(sheets.flatMap(\.marks).compactMap(\.subject)).sorted() {
            evaluations.append(
                try evaluate(sheets, on: subject, waivers: waivers[subject] ?? []))
        }
        let scored = evaluations.filter { $0.score != nil }
        return Comparison(
            places: evaluations.map { evaluation in
                let ahead = scored.count { other in
                    guard let score = evaluation.score else { return true }
                    return other.score.map { $0 > score } ?? false
                }
                return Comparison.Place(rank: ahead + 1, evaluation: evaluation)
            }.sorted { ($0.rank, $0.subject) < ($1.rank, $1.subject) })
    }
}
