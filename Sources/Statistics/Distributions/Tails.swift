import Glibc

/// What lies below and above a value, each computed as itself where it is the smaller one.
struct Tails {
    let lower: Double
    let upper: Double

    func flipped(_ isFlipped: Bool) -> Tails {
        isFlipped ? Tails(lower: upper, upper: lower) : self
    }

    /// The tails of a symmetric distribution, made of those of its square.
    func spread(around value: Double) -> Tails {
        Tails(lower: upper / 2, upper: 1 - upper / 2).flipped(value > 0)
    }

    /// The regularized incomplete gamma functions.
    ///
    /// The series 8.11.4 and the continued fraction 8.9.2 of https://dlmf.nist.gov/8, each where
    /// it converges quickly.
    static func gamma(shape: Double, _ value: Double) -> Tails {
        precondition(shape > 0 && shape.isFinite, "a shape is positive")
        guard value > 0 else { return Tails(lower: 0, upper: 1) }
        guard value.isFinite else { return Tails(lower: 1, upper: 0) }
        let weight =
            (shape / (2 * .pi)).squareRoot()
            * exp(-divergence(shape, value) - stirlingRest(shape))
        if value < shape + 1 {
            var (term, sum, step) = (1 / shape, 1 / shape, shape)
            while term > sum * .ulpOfOne / 4 {
                step += 1
                term *= value / step
                sum += term
            }
            return Tails(lower: weight * sum, upper: 1 - weight * sum)
        }
        let fraction = continuedFraction(first: value + 1 - shape) { step in
            (-step * (step - shape), value + 1 - shape + 2 * step)
        }
        return Tails(lower: 1 - weight / fraction, upper: weight / fraction)
    }

    /// The regularized incomplete beta functions at a value given with what it lacks to one.
    ///
    /// The continued fraction 8.17.22 of https://dlmf.nist.gov/8.17 on the side of the mean where
    /// it converges quickly.
    static func beta(_ first: Double, _ second: Double, at value: Double, rest: Double) -> Tails {
        precondition(first > 0 && second > 0 && (first + second).isFinite, "shapes are positive")
        guard value > 0 else { return Tails(lower: 0, upper: 1) }
        guard rest > 0 else { return Tails(lower: 1, upper: 0) }
        let sum = first + second
        guard value <= (first + 1) / (sum + 2) else {
            return beta(second, first, at: rest, rest: value).flipped(true)
        }
        let weight =
            (first * second / (2 * .pi * sum)).squareRoot()
            * exp(
                stirlingRest(sum) - stirlingRest(first) - stirlingRest(second)
                    - divergence(first, sum * value) - divergence(second, sum * rest))
        let fraction = continuedFraction(first: 1) { step in
            let half = (step / 2).rounded(.down)
            let isEven = 2 * half == step
            let over =
                isEven
                ? half * (second - half) * value
                : -(first + half) * (sum + half) * value
            let place = first + step
            return (over / (place * (place - 1)), 1)
        }
        let lower = weight / (first * fraction)
        return Tails(lower: lower, upper: 1 - lower)
    }

    /// b₀ + a₁ / (b₁ + a₂ / (b₂ + …)) by Lentz's method, as
    /// https://dlmf.nist.gov/3.10 describes it.
    private static func continuedFraction(
        first: Double, _ parts: (_ step: Double) -> (over: Double, plus: Double)
    ) -> Double {
        let tiny = Double.leastNormalMagnitude / .ulpOfOne
        var value = first == 0 ? tiny : first
        var (upper, lower) = (value, 0.0)
        for step in 1...1_000_000 {
            let (over, plus) = parts(Double(step))
            lower = plus + over * lower
            lower = 1 / (lower == 0 ? tiny : lower)
            upper = plus + over / upper
            if upper == 0 { upper = tiny }
            value *= upper * lower
            if abs(upper * lower - 1) < .ulpOfOne { break }
        }
        return value
    }

    /// first · ln(first ÷ second) + second − first, without cancelling where the two are close.
    ///
    /// Loader, "Fast and accurate computation of binomial probabilities", 2000: weights of large
    /// shapes keep their digits this way, which differences of logarithms of factorials lose.
    private static func divergence(_ first: Double, _ second: Double) -> Double {
        let distance = first - second
        guard abs(distance) < 0.1 * (first + second) else {
            return first * log(first / second) - distance
        }
        let ratio = distance / (first + second)
        var (sum, power, step) = (distance * ratio, 2 * first * ratio, 1.0)
        while true {
            power *= ratio * ratio
            step += 2
            let next = sum + power / step
            if next == sum { return sum }
            sum = next
        }
    }

    /// What Stirling's formula leaves out: ln Γ(x) − (x − ½) ln x + x − ½ ln 2π.
    ///
    /// The series 5.11.1 of https://dlmf.nist.gov/5.11, from where it has all digits on.
    private static func stirlingRest(_ value: Double) -> Double {
        var (place, sum) = (value, 0.0)
        while place < 12 {
            sum += (place + 0.5) * log1p(1 / place) - 1
            place += 1
        }
        let square = place * place
        let coefficients = [
            -1.0 / 360_360 * 691, 1.0 / 1_188, -1.0 / 1_680, 1.0 / 1_260, -1.0 / 360, 1.0 / 12,
        ]
        return sum + coefficients.reduce(0) { $0 / square + $1 } / place
    }
}
