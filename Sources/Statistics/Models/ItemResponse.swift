import Glibc

/// How likely a right answer is at each level of ability, which is normal among the learners.
///
/// Estimated by marginal likelihood (Bock and Aitkin, "Marginal maximum likelihood estimation of
/// item parameters", 1981), summed over evenly spaced levels. For functions as smooth as these such
/// a sum is as exact as any rule (Trefethen and Weideman, "The exponentially convergent
/// trapezoidal rule", 2014).
package struct ItemResponse: Sendable {
    /// How much the items may differ.
    package enum Model: Sendable, Hashable, CaseIterable {
        /// All items discriminate with slope one.
        case unitSlope
        /// All items discriminate equally: Rasch's model.
        case commonSlope
        /// Each item has a slope of its own: the two-parameter logistic model.
        case ownSlopes

        /// With fewer learners the model says more than the data do.
        package var learnersNeeded: Int {
            switch self {
            case .unitSlope, .commonSlope: ConditionalRasch.learnersNeeded
            case .ownSlopes: 250
            }
        }
    }

    /// One item's curve: right with odds exp(slope × ability + intercept).
    package struct Item: Sendable, Hashable {
        package let slope: Double
        package let intercept: Double

        /// The level of ability at which right and wrong are equally likely.
        package var difficulty: Double { -intercept / slope }
    }

    package let items: [Item]
    /// How hard each item is, and how steep its curve; a slope that is one by the model is certain.
    package let difficulties: [Estimate]
    package let slopes: [Estimate]
    package let logLikelihood: Double
    /// Missing are the items that learners were not asked.
    package let basis: Basis

    /// Estimates from who was right where; nil is an item that the learner was not asked.
    package init(
        _ model: Model, responses: [[Bool?]], learnersNeeded: Int? = nil
    ) throws(Undefined) {
        let needed = learnersNeeded ?? model.learnersNeeded
        guard responses.count >= needed, let width = responses.first?.count, width > 0 else {
            throw .tooFewUnits(needed: needed)
        }
        guard (0..<width).allSatisfy({ item in Set(responses.compactMap { $0[item] }).count == 2 })
        else { throw .noVariation }
        let patterns = Dictionary(responses.map { ($0, 1) }, uniquingKeysWith: +)
            .map { Pattern(responses: $0.key, learners: Double($0.value)) }
            .sorted { $0.isBefore($1) }
        let free =
            switch model {
            case .unitSlope: 0
            case .commonSlope: 1
            case .ownSlopes: width
            }
        // Intercepts first, then what slopes there are.
        let start = Array(repeating: 0.0, count: width) + Array(repeating: 1.0, count: free)
        func slopePlace(_ item: Int) -> Int? { free == 0 ? nil : width + min(item, free - 1) }
        func items(_ parameters: [Double]) -> [Item] {
            (0..<width).map { item in
                Item(
                    slope: slopePlace(item).map { parameters[$0] } ?? 1,
                    intercept: parameters[item])
            }
        }
        let peak = Peak(
            of: { parameters in
                let (height, slope) = Self.likelihood(items(parameters), of: patterns)
                let along = slope.map(\.slope)
                return (
                    height,
                    slope.map(\.intercept)
                        + (free == width ? along : free == 1 ? [along.reduce(0, +)] : [])
                )
            }, from: start)
        guard let peak else { throw .noConvergence }
        let found = items(peak.place)
        // Turning the scale of ability around changes no likelihood, and more has to mean abler.
        let sign = found.reduce(0) { $0 + $1.slope } < 0 ? -1.0 : 1
        let turned = found.map { Item(slope: sign * $0.slope, intercept: $0.intercept) }
        func error(_ item: Int, intercept: Double, slope: Double) -> Double {
            var coefficients = Array(repeating: 0.0, count: start.count)
            coefficients[item] = intercept
            if let place = slopePlace(item) { coefficients[place] = slope }
            return peak.estimate(of: coefficients).standardError
        }
        // By the delta method: how much a difficulty changes with what was estimated.
        difficulties = found.enumerated().map { place, item in
            Estimate(
                value: turned[place].difficulty,
                standardError: error(
                    place, intercept: -1 / item.slope,
                    slope: item.intercept / (item.slope * item.slope)))
        }
        slopes = turned.enumerated().map { place, item in
            Estimate(value: item.slope, standardError: error(place, intercept: 0, slope: 1))
        }
        self.items = turned
        logLikelihood = peak.height
        basis = Basis(
            units: responses.count, missing: responses.joined().count { $0 == nil })
    }

    /// The ability that is to be expected of a learner with these answers, with its standard
    /// deviation.
    package func ability(_ responses: [Bool?]) -> Estimate {
        let curves = Curves(items)
        let shares = curves.shares(responses).shares
        let mean = zip(shares, Curves.levels).reduce(0) { $0 + $1.0 * $1.1 }
        let square = zip(shares, Curves.levels).reduce(0) {
            $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean)
        }
        return Estimate(value: mean, standardError: square.squareRoot())
    }

    private static func likelihood(
        _ items: [Item], of patterns: [Pattern]
    ) -> (height: Double, slope: [Item]) {
        let curves = Curves(items)
        let levels = Curves.levels.count
        var height = 0.0
        // How many learners are to be expected at each level, and how many there for each item
        // were right or were not asked.
        var learners = Array(repeating: 0.0, count: levels)
        var right = Array(repeating: 0.0, count: items.count * levels)
        var unasked = right
        for pattern in patterns {
            let (logLikelihood, shares) = curves.shares(pattern.responses)
            height += pattern.learners * logLikelihood
            for level in 0..<levels { learners[level] += pattern.learners * shares[level] }
            for (item, response) in pattern.responses.enumerated() {
                let first = item * levels
                switch response {
                case true?:
                    for level in 0..<levels {
                        right[first + level] += pattern.learners * shares[level]
                    }
                case false?:
                    continue
                case nil:
                    for level in 0..<levels {
                        unasked[first + level] += pattern.learners * shares[level]
                    }
                }
            }
        }
        let slope = items.indices.map { item in
            var (along, intercept) = (0.0, 0.0)
            for (level, ability) in Curves.levels.enumerated() {
                let place = item * levels + level
                let asked = learners[level] - unasked[place]
                let rest = right[place] - asked * curves.chance(of: item, at: level)
                along += rest * ability
                intercept += rest
            }
            return Item(slope: along, intercept: intercept)
        }
        return (height, slope)
    }
}

/// Learners who answered alike.
private struct Pattern {
    let responses: [Bool?]
    let learners: Double

    /// An order of no meaning, so that sums come out the same every time.
    func isBefore(_ other: Pattern) -> Bool {
        responses.lexicographicallyPrecedes(other.responses) { Self.rank($0) < Self.rank($1) }
    }

    private static func rank(_ response: Bool?) -> Int { response.map { $0 ? 2 : 1 } ?? 0 }
}

/// The items' curves at each level of ability.
private struct Curves {
    /// Finer or wider levels change no digit that is shown.
    static let levels = (-28...28).map { Double($0) / 4 }
    private static let heights = levels.map { -$0 * $0 / 2 }
    private static let area = log(heights.reduce(0) { $0 + exp($1) })

    /// The logarithms of the odds of a right answer, and of the chance of a wrong one.
    private let items: [(odds: [Double], wrong: [Double])]
    /// The logarithm of how likely it is to be at each level, and wrong in all.
    private let allWrong: [Double]

    init(_ items: [ItemResponse.Item]) {
        let items = items.map { item in
            let odds = Self.levels.map { item.slope * $0 + item.intercept }
            return (odds, odds.map { -max($0, 0) - log1p(exp(-abs($0))) })
        }
        self.items = items
        allWrong = Self.levels.indices.map { level in
            items.reduce(Self.heights[level] - Self.area) { $0 + $1.1[level] }
        }
    }

    func chance(of item: Int, at level: Int) -> Double {
        exp(items[item].odds[level] + items[item].wrong[level])
    }

    /// The logarithm of how likely the responses are, and each level's share in that.
    func shares(_ responses: [Bool?]) -> (logLikelihood: Double, shares: [Double]) {
        var logs = allWrong
        for (item, response) in zip(items, responses) {
            switch response {
            case true?: for level in logs.indices { logs[level] += item.odds[level] }
            case false?: continue
            case nil: for level in logs.indices { logs[level] -= item.wrong[level] }
            }
        }
        let highest = logs.max() ?? 0
        let parts = logs.map { exp($0 - highest) }
        let sum = parts.reduce(0, +)
        return (highest + log(sum), parts.map { $0 / sum })
    }
}
