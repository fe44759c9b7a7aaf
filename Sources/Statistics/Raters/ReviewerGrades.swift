package import Assessment

/// How good each review of one piece of work is, by how near it comes to the one that is nearest
/// to all: as Moodle's Workshop grades its assessors.
///
/// The rule is that of mod/workshop/eval/best/lib.php in https://github.com/moodle/moodle, without
/// its rounding.
package struct ReviewerGrades: Sendable, Hashable {
    /// One reviewer's marks, as percentages of each criterion's range.
    package struct Review: Sendable, Hashable {
        package let marks: [Rational]
        package let weight: Rational

        package init(marks: [Rational], weight: Rational = .one) {
            self.marks = marks
            self.weight = weight
        }
    }

    /// What distances are divided by, under Moodle's names.
    package enum Comparison: Int, Sendable, CaseIterable {
        case veryStrict = 1
        case strict = 3
        case fair = 5
        case lax = 7
        case veryLax = 9
    }

    /// The weighted mean of the marks for each criterion.
    package let average: [Rational]
    package let variance: [Rational]
    /// How far each review lies from the average.
    package let distances: [Rational]
    /// The places of the reviews that lie nearest to it.
    package let best: [Int]
    /// From 0 to 100 for each review.
    package let grades: [Rational]

    /// Nil where all reviews weigh nothing.
    package init?(
        _ reviews: [Review], weights: [Rational], comparison: Comparison = .fair
    ) throws(Rational.Overflow) {
        var average: [Rational] = []
        var variance: [Rational] = []
        for criterion in weights.indices {
            guard let mean = try Self.mean(reviews, { $0.marks[criterion] }),
                let spread = try Self.mean(
                    reviews,
                    { review throws(Rational.Overflow) in
                        let apart = try review.marks[criterion] - mean
                        return try apart * apart
                    })
            else { return nil }
            average.append(mean)
            variance.append(spread)
        }
        let ruler = Ruler(
            variance: variance, weights: weights, comparison: Rational(comparison.rawValue))
        var distances: [Rational] = []
        for review in reviews {
            distances.append(try ruler.distance(from: review.marks, to: average))
        }
        let best = distances.indices.filter { distances[$0] == distances.min() }
        var grades: [Rational] = []
        for review in reviews {
            var nearest: Rational?
            for place in best {
                let distance = try ruler.distance(from: review.marks, to: reviews[place].marks)
                nearest = nearest.map { min($0, distance) } ?? distance
            }
            grades.append(max(.zero, try .hundred - (nearest ?? .zero)))
        }
        self.average = average
        self.variance = variance
        self.distances = distances
        self.best = best
        self.grades = grades
    }

    private static func mean(
        _ reviews: [Review], _ value: (Review) throws(Rational.Overflow) -> Rational
    ) throws(Rational.Overflow) -> Rational? {
        var sum = Rational.zero
        var weight = Rational.zero
        for review in reviews {
            sum = try sum + value(review) * review.weight
            weight = try weight + review.weight
        }
        return try sum.divided(by: weight)
    }
}

/// Measures how far apart two reviews lie, in the variance that the criteria have.
private struct Ruler {
    let variance: [Rational]
    let weights: [Rational]
    let comparison: Rational

    func distance(
        from marks: [Rational], to others: [Rational]
    ) throws(Rational.Overflow) -> Rational {
        var sum = Rational.zero
        var weight = Rational.zero
        let least = try Rational(1, over: 100)
        for criterion in variance.indices {
            let apart = try (marks[criterion] - others[criterion]).magnitude
            // Moodle leaves out what hardly varies, and also what is the same in both.
            guard variance[criterion] > least, apart > .zero else { continue }
            let scale = try comparison * variance[criterion]
            guard let share = try (apart * apart).divided(by: scale) else { continue }
            sum = try sum + apart * share * weights[criterion]
            weight = try weight + weights[criterion]
        }
        return try sum.divided(by: weight) ?? .zero
    }
}
