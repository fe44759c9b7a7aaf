/// The mean of a function over a distribution, as a sum over a few places.
///
/// So many places give polynomials of less than twice that degree exactly, but for rounding.
package struct Quadrature: Sendable {
    package let places: [Double]
    package let weights: [Double]

    /// For the beta distribution with these shapes, on 0...1.
    package init(beta first: Double, _ second: Double, places count: Int) {
        precondition(first > 0 && second > 0 && count > 0, "shapes are positive")
        let sum = first + second - 2
        let difference = (second - first) * sum
        // Jacobi's polynomials, moved from -1...1: https://dlmf.nist.gov/18.9
        let middle = (0..<count).map { step in
            let degree = 2 * Double(step) + sum
            // The common form divides by zero here.
            return step == 0
                ? first / (first + second) : 0.5 - 0.5 * difference / (degree * (degree + 2))
        }
        let beside = (1..<max(count, 1)).map { step in
            let (step, degree) = (Double(step), 2 * Double(step) + sum)
            let (low, high) = (step + first - 1, step + second - 1)
            // The factors of the first step that cancel are left out.
            let square =
                step == 1
                ? low * high / (degree * degree * (degree + 1))
                : step * low * high * (step + sum) / (degree * degree * (degree * degree - 1))
            return square.squareRoot()
        }
        self.init(middle: middle, beside: beside)
    }

    /// The mean of the function.
    package func mean(_ value: (Double) -> Double) -> Double {
        zip(places, weights).reduce(0) { $0 + $1.1 * value($1.0) }
    }

    /// Golub and Welsch, "Calculation of Gauss quadrature rules", 1969: the places are the
    /// eigenvalues of a symmetric matrix of three diagonals, and the weights the squares of its
    /// eigenvectors' first parts, found by implicit QL steps.
    private init(middle: [Double], beside: [Double]) {
        var (values, rest) = (middle, beside + [0])
        var firsts = [1.0] + Array(repeating: 0, count: middle.count - 1)
        for start in values.indices {
            while true {
                let end =
                    (start..<values.count - 1).first { place in
                        let size = abs(values[place]) + abs(values[place + 1])
                        return abs(rest[place]) <= .ulpOfOne * size
                    } ?? values.count - 1
                guard end > start else { break }
                let slope = (values[start + 1] - values[start]) / (2 * rest[start])
                let length = (slope * slope + 1).squareRoot()
                var shift =
                    values[end] - values[start]
                    + rest[start] / (slope + (slope < 0 ? -length : length))
                var (sine, cosine, taken) = (1.0, 1.0, 0.0)
                for place in (start..<end).reversed() {
                    let (far, near) = (sine * rest[place], cosine * rest[place])
                    let radius = (far * far + shift * shift).squareRoot()
                    rest[place + 1] = radius
                    (sine, cosine) = radius == 0 ? (0, 1) : (far / radius, shift / radius)
                    let upper = values[place + 1] - taken
                    let turn = (values[place] - upper) * sine + 2 * cosine * near
                    taken = sine * turn
                    values[place + 1] = upper + taken
                    shift = cosine * turn - near
                    let first = firsts[place + 1]
                    firsts[place + 1] = sine * firsts[place] + cosine * first
                    firsts[place] = cosine * firsts[place] - sine * first
                }
                values[start] -= taken
                rest[start] = shift
                rest[end] = 0
            }
        }
        places = values
        weights = firsts.map { $0 * $0 }
    }
}
