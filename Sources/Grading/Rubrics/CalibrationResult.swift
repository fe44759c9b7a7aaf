package import Assessment

/// How a reviewer's marks on anchor work stand to the marks agreed on before.
package struct CalibrationResult: Sendable, Hashable {
    package let count: Int
    package let exact: Int
    /// No more than a level off, the exact ones included.
    package let adjacent: Int
    private let sumOfDifferences: Int
    private let observed: Int
    private let expected: Int

    /// Levels are counted from the lowest; marks without a partner are left out.
    package init(anchors: [Int], reviewer: [Int]) {
        let pairs = Array(zip(anchors, reviewer))
        func square(_ difference: Int) -> Int { difference * difference }
        count = pairs.count
        exact = pairs.count { $0 == $1 }
        adjacent = pairs.count { abs($0 - $1) <= 1 }
        sumOfDifferences = pairs.reduce(0) { $0 + $1.1 - $1.0 }
        observed = pairs.reduce(0) { $0 + square($1.0 - $1.1) }
        expected = pairs.reduce(0) { sum, pair in
            pairs.reduce(sum) { $0 + square(pair.0 - $1.1) }
        }
    }

    package var nonAdjacent: Int { count - adjacent }

    package func exactShare() throws(Rational.Overflow) -> Rational? {
        try Rational(exact).divided(by: Rational(count))
    }

    package func adjacentShare() throws(Rational.Overflow) -> Rational? {
        try Rational(adjacent).divided(by: Rational(count))
    }

    /// By how many levels the reviewer is above the anchors on average.
    package func bias() throws(Rational.Overflow) -> Rational? {
        try Rational(sumOfDifferences).divided(by: Rational(count))
    }

    /// Cohen's kappa with quadratic weights; nil where both gave one and the same level only.
    package func kappa() throws(Rational.Overflow) -> Rational? {
        try Rational(observed * count).divided(by: Rational(expected)).map {
            (ratio) throws(Rational.Overflow) in try .one - ratio
        }
    }

    /// Whether the reviewer may score, by the panel's own measure.
    package func qualifies(
        for calibration: Panel.Calibration
    ) throws(Rational.Overflow) -> Bool {
        guard count >= calibration.anchors, let exact = try exactShare(),
            let adjacent = try adjacentShare()
        else { return false }
        return exact >= calibration.exact && adjacent >= calibration.adjacent
            && nonAdjacent <= calibration.maximumNonAdjacent
    }
}
