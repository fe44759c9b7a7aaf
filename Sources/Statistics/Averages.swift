package import Assessment

extension Figure {
    /// The mean of exact numbers, such as marks or seconds.
    package static func mean(of values: [Rational], on basis: Basis) -> Figure {
        Figure(on: basis, otherwise: .noData) { () throws(Rational.Overflow) in
            try values.total().divided(by: Rational(values.count))
        }
    }

    /// The number in the middle, or the mean of the two there.
    package static func median(of values: [Rational], on basis: Basis) -> Figure {
        let sorted = values.sorted()
        return Figure(on: basis, otherwise: .noData) { () throws(Rational.Overflow) in
            guard !sorted.isEmpty else { return nil }
            return try (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2])
                .divided(by: Rational(2))
        }
    }
}
