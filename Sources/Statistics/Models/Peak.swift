/// The highest point of a smooth function, and how sharply the function falls around it.
struct Peak {
    let place: [Double]
    let height: Double
    /// The inverse of the curvature: of a log-likelihood, the covariance of what was estimated.
    let covariance: [[Double]]

    /// A function's value at a place, and its slope in each direction.
    typealias Landscape = ([Double]) -> (height: Double, slope: [Double])

    /// A sum of what was estimated, each times its coefficient, with its standard error.
    func estimate(of coefficients: [Double]) -> Estimate {
        Estimate(
            value: coefficients.dot(place),
            standardError: coefficients.dot(covariance.map(coefficients.dot)).squareRoot())
    }

    /// Climbs by the method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright,
    /// "Numerical Optimization", 2nd edition, algorithm 6.1). Nil where there is no one peak.
    init?(of function: Landscape, from start: [Double]) {
        guard let top = Self.climb(function, from: start),
            let covariance = Self.curvature(of: function, at: top.place).inverseIfPositive,
            // A slope that only comes to its end far out leads nowhere.
            covariance.indices.allSatisfy({ covariance[$0][$0] < 1e4 })
        else { return nil }
        (place, height, self.covariance) = (top.place, top.height, covariance)
    }

    private typealias Spot = (place: [Double], height: Double, slope: [Double])

    private static func climb(_ function: Landscape, from start: [Double]) -> Spot? {
        let (height, slope) = function(start)
        var spot: Spot = (start, height, slope)
        var guess = [[Double]].identity(start.count, times: 1 / max(1, slope.largest))
        for round in 0..<500 {
            let scale = max(1, abs(spot.height))
            if spot.slope.largest <= 1e-10 * scale { return spot }
            guard let next = step(along: guess.times(spot.slope), from: spot, on: function) else {
                return spot.slope.largest <= 1e-6 * scale ? spot : nil
            }
            guard next.place.largest < 50 else { return nil }
            let step = zip(next.place, spot.place).map { $0 - $1 }
            let turn = zip(spot.slope, next.slope).map { $0 - $1 }
            if round == 0, step.dot(turn) > 0 {
                guess = .identity(start.count, times: step.dot(turn) / turn.dot(turn))
            }
            guess.learn(step: step, turn: turn)
            spot = next
        }
        return nil
    }

    /// The first spot that is better, trying a full step and then half of it, again and again.
    private static func step(
        along direction: [Double], from spot: Spot, on function: Landscape
    ) -> Spot? {
        let rise = spot.slope.dot(direction)
        var length = 1.0
        while length > 1e-12 {
            let place = zip(spot.place, direction).map { $0 + length * $1 }
            let (height, slope) = function(place)
            // So near to the peak that heights only differ by rounding, slopes still tell.
            let isBetter =
                abs(height - spot.height) <= 1e-13 * abs(spot.height)
                ? slope.largest < spot.slope.largest
                : height >= spot.height + 1e-4 * length * rise
            if isBetter { return (place, height, slope) }
            length /= 2
        }
        return nil
    }

    /// How fast the slope falls in each direction, from slopes on either side.
    private static func curvature(of function: Landscape, at place: [Double]) -> [[Double]] {
        let rows = place.indices.map { axis in
            let apart = 1e-5 * max(1, abs(place[axis]))
            var (before, after) = (place, place)
            before[axis] -= apart
            after[axis] += apart
            return zip(function(before).slope, function(after).slope).map {
                ($0 - $1) / (2 * apart)
            }
        }
        return rows.indices.map { row in
            rows.indices.map { (rows[row][$0] + rows[$0][row]) / 2 }
        }
    }
}

extension [Double] {
    fileprivate var largest: Double { reduce(0) { Swift.max($0, abs($1)) } }
}

extension [[Double]] {
    fileprivate static func identity(_ size: Int, times factor: Double) -> Self {
        (0..<size).map { row in (0..<size).map { $0 == row ? factor : 0 } }
    }

    fileprivate func times(_ vector: [Double]) -> [Double] { map { $0.dot(vector) } }

    /// Equation 6.17 of Nocedal and Wright, with the sign of a climb.
    fileprivate mutating func learn(step: [Double], turn: [Double]) {
        let curvature = step.dot(turn)
        guard curvature > 1e-10 * (step.dot(step) * turn.dot(turn)).squareRoot() else { return }
        let moved = times(turn)
        let factor = (1 + turn.dot(moved) / curvature) / curvature
        for row in indices {
            for column in indices {
                self[row][column] +=
                    factor * step[row] * step[column]
                    - (moved[row] * step[column] + step[row] * moved[column]) / curvature
            }
        }
    }

    /// The inverse by way of Cholesky's factors, nil unless the matrix is positive definite.
    fileprivate var inverseIfPositive: [[Double]]? {
        var factor = self
        for column in indices {
            for row in column..<count {
                let known = (0..<column).reduce(0) { $0 + factor[row][$1] * factor[column][$1] }
                let rest = self[row][column] - known
                if row == column {
                    guard rest > 1e-9 * abs(self[row][row]) else { return nil }
                    factor[row][row] = rest.squareRoot()
                } else {
                    factor[row][column] = rest / factor[column][column]
                }
            }
        }
        return indices.map { unit in
            var solution = indices.map { $0 == unit ? 1.0 : 0 }
            for row in indices {
                for known in 0..<row { solution[row] -= factor[row][known] * solution[known] }
                solution[row] /= factor[row][row]
            }
            for row in indices.reversed() {
                for known in (row + 1)..<count {
                    solution[row] -= factor[known][row] * solution[known]
                }
                solution[row] /= factor[row][row]
            }
            return solution
        }
    }
}

/// What a model says of one thing, and how uncertain that is.
package struct Estimate: Sendable, Hashable {
    package let value: Double
    package let standardError: Double
}
