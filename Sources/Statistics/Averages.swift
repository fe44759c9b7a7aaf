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
        quantile(1, of: 2, of: values, on: basis)
    }

    /// The number that so many of so many equal parts lie below, drawn on evenly between two: the
    /// seventh definition of Hyndman and Fan, "Sample quantiles in statistical packages", 1996.
    package static func quantile(
        _ parts: Int, of all: Int, of values: [Rational], on basis: Basis
    ) -> Figure {
        Figure(on: basis, otherwise: .noData) { () throws(Rational.Overflow) in
            try values.sorted().quantile(parts, of: all)
        }
    }
}

extension [Rational] {
    /// As ``Figure/quantile(_:of:of:on:)`` says, of numbers in order; nil where there are none.
    func quantile(_ parts: Int, of all: Int) throws(Rational.Overflow) -> Rational? {
        guard let last else { return nil }
        let (place, beyond) = ((count - 1) * parts).quotientAndRemainder(dividingBy: all)
        let next = place + 1 < count ? self[place + 1] : last
        let share = try Rational(Int128(beyond), over: Int128(all))
        return try self[place] + share * (next - self[place])
    }
}
