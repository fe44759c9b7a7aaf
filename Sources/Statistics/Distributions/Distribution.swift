/// A continuous distribution, by how much of it lies on either side of a value.
///
/// Both tails come out with twelve right digits, however small they are.
///
/// ```swift
/// Distribution.student(freedom: 10).quantile(above: 0.025)  // 2.2281…
/// ```
package enum Distribution: Sendable, Hashable {
    case normal
    case student(freedom: Double)
    case f(Double, Double)
    case chiSquare(freedom: Double)
    case beta(Double, Double)
    case gamma(shape: Double, scale: Double)

    /// The share of the distribution up to the value.
    package func below(_ value: Double) -> Double { tails(at: value).lower }

    /// The share of the distribution beyond the value.
    package func above(_ value: Double) -> Double { tails(at: value).upper }

    /// The value that the given share of the distribution lies below.
    package func quantile(below share: Double) -> Double {
        // More than half is better known by what is left, which is exact there.
        guard share <= 0.5 else { return quantile(above: 1 - share) }
        precondition(share >= 0, "a share lies between 0 and 1")
        return share == 0 ? range.lowerBound : first { tails(at: $0).lower >= share }
    }

    /// The value that the given share of the distribution lies beyond.
    package func quantile(above share: Double) -> Double {
        guard share < 0.5 else { return quantile(below: 1 - share) }
        precondition(share >= 0, "a share lies between 0 and 1")
        return share == 0 ? range.upperBound : first { tails(at: $0).upper <= share }
    }

    private func tails(at value: Double) -> Tails {
        switch self {
        case .normal:
            return Tails.gamma(shape: 0.5, value * value / 2).spread(around: value)
        case .student(let freedom):
            let square = value * value
            guard square.isFinite else { return Tails(lower: 0, upper: 1).flipped(value > 0) }
            let sum = freedom + square
            return Tails.beta(0.5, freedom / 2, at: square / sum, rest: freedom / sum)
                .spread(around: value)
        case .f(let over, let under):
            guard value > 0 else { return Tails(lower: 0, upper: 1) }
            // Divided by the value, so that neither product can leave the range.
            let rest = under / value
            return Tails.beta(
                over / 2, under / 2, at: over / (over + rest), rest: rest / (over + rest))
        case .chiSquare(let freedom):
            return Tails.gamma(shape: freedom / 2, value / 2)
        case .beta(let first, let second):
            return Tails.beta(first, second, at: value, rest: 1 - value)
        case .gamma(let shape, let scale):
            return Tails.gamma(shape: shape, value / scale)
        }
    }

    /// The values that can occur.
    private var range: ClosedRange<Double> {
        switch self {
        case .normal, .student: -Double.infinity...Double.infinity
        case .f, .chiSquare, .gamma: 0...Double.infinity
        case .beta: 0...1
        }
    }

    /// The smallest number that holds, found among all there are: their bits are in their order,
    /// so 64 halvings suffice.
    private func first(where holds: (Double) -> Bool) -> Double {
        var (low, high) = (Self.place(of: range.lowerBound), Self.place(of: range.upperBound))
        while low < high {
            let middle = (low & high) + ((low ^ high) >> 1)
            if holds(Self.number(at: middle)) { high = middle } else { low = middle + 1 }
        }
        return Self.number(at: low)
    }

    private static func place(of number: Double) -> Int64 {
        let bits = Int64(bitPattern: number.bitPattern)
        return bits < 0 ? bits ^ Int64.max : bits
    }

    private static func number(at place: Int64) -> Double {
        Double(bitPattern: UInt64(bitPattern: place < 0 ? place ^ Int64.max : place))
    }
}
