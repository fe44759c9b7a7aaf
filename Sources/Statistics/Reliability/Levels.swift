import Glibc

/// How the true levels of learners spread: as a beta distribution between two ends.
struct Levels {
    let lowest: Double
    let highest: Double
    let first: Double
    let second: Double
}

extension Levels {
    /// The levels whose first four moments the totals of so many items show, or the first two
    /// where four would leave 0...1; nil where the totals spread no more than one level would.
    ///
    /// Hanson, "Method of moments estimates for the four-parameter beta compound binomial model",
    /// 1991.
    init?(factorialMoments totals: [Double], of items: Int) {
        // Falling factorials of a binomial total have the powers of the level as their means.
        let raw = (1...4).map { power in
            totals.reduce(0) { sum, total in
                sum
                    + (0..<power).reduce(1) { product, step in
                        product * (total - Double(step)) / Double(max(items - step, 1))
                    }
            } / Double(totals.count)
        }
        let mean = raw[0]
        let variance = raw[1] - mean * mean
        guard variance > 0, mean > 0, mean < 1, mean * (1 - mean) > variance else { return nil }
        let third = raw[2] - 3 * mean * raw[1] + 2 * mean * mean * mean
        let fourth =
            raw[3] - 4 * mean * raw[2] + 6 * mean * mean * raw[1] - 3 * mean * mean * mean * mean
        let four = Levels(
            mean: mean, variance: variance, skewness: third / (variance * variance.squareRoot()),
            kurtosis: fourth / (variance * variance))
        if items >= 4, let four {
            self = four
        } else {
            let sum = mean * (1 - mean) / variance - 1
            self.init(lowest: 0, highest: 1, first: mean * sum, second: (1 - mean) * sum)
        }
    }

    private init?(mean: Double, variance: Double, skewness: Double, kurtosis: Double) {
        let sum =
            6 * (kurtosis - skewness * skewness - 1) / (6 + 3 * skewness * skewness - 2 * kurtosis)
        let lean = (sum + 2) * skewness
        let part = lean / (lean * lean + 16 * (sum + 1)).squareRoot()
        let (first, second) = (sum / 2 * (1 - part), sum / 2 * (1 + part))
        guard first > 0, second > 0, first.isFinite, second.isFinite else { return nil }
        let width = (variance * (sum + 1) / (first * second)).squareRoot() * sum
        let lowest = mean - width * first / sum
        guard lowest >= 0, lowest + width <= 1 else { return nil }
        self.init(lowest: lowest, highest: lowest + width, first: first, second: second)
    }
}

extension Levels {
    /// What learners at these levels get on so many items, and on as many others.
    ///
    /// Accuracy is against the level, where one is given.
    func rates(items: Int, cut: Int, level: Double?) -> DecisionConsistency.Rates {
        func passes(_ place: Double) -> Double {
            PassChance.atLeast(cut, of: items, level: lowest + (highest - lowest) * place)
        }
        // Powers up to twice the number of items come out exactly.
        let spread = Quadrature(beta: first, second, places: items + 1)
        return DecisionConsistency.Rates(
            pass: spread.mean(passes),
            agreement: spread.mean { place in
                let pass = passes(place)
                return pass * pass + (1 - pass) * (1 - pass)
            },
            accuracy: level.map { level in
                accuracy(at: (level - lowest) / (highest - lowest), items: items, passes)
            })
    }

    private func accuracy(
        at level: Double, items: Int, _ passes: (Double) -> Double
    ) -> Double {
        let spread = Distribution.beta(first, second)
        let level = min(max(level, 0), 1)
        var right = 0.0
        // On each side the one end where the density may be infinite is left to the weights.
        if level > 0 {
            let side = Quadrature(beta: first, 1, places: items + 60)
            let weight = side.mean { pow(1 - level * $0, second - 1) }
            right +=
                spread.below(level) / weight
                * side.mean { pow(1 - level * $0, second - 1) * (1 - passes(level * $0)) }
        }
        if level < 1 {
            let side = Quadrature(beta: second, 1, places: items + 60)
            let weight = side.mean { pow(1 - (1 - level) * $0, first - 1) }
            right +=
                spread.above(level) / weight
                * side.mean {
                    pow(1 - (1 - level) * $0, first - 1) * passes(1 - (1 - level) * $0)
                }
        }
        return right
    }
}
