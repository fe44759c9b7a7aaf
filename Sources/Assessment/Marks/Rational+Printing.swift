extension Rational: CustomStringConvertible {
    /// The canonical text, which reads back as the same value: a decimal where one is exact,
    /// a fraction where none is.
    package var description: String {
        finiteDecimal ?? "\(numerator)/\(denominator)"
    }

    /// As many decimals as the value has, or nil where it has no end or too many to read back.
    var finiteDecimal: String? {
        var rest = denominator
        var places = 0
        while rest % 10 == 0 { (rest, places) = (rest / 10, places + 1) }
        while rest % 2 == 0 { (rest, places) = (rest / 2, places + 1) }
        while rest % 5 == 0 { (rest, places) = (rest / 5, places + 1) }
        guard rest == 1, places <= Self.digitLimit else { return nil }
        return Self.digits(of: numerator * (Self.powerOfTen(places) / denominator), places: places)
    }

    /// A percentage that reads back as the same share, such as `80%`, or a plain fraction.
    package var shareText: String {
        guard let percent = try? self * .hundred, let text = percent.finiteDecimal else {
            return "\(numerator)/\(denominator)"
        }
        return "\(text)%"
    }

    /// Rounded half away from zero to the given number of decimals, but never across the cut:
    /// what is below it never prints as the cut or more.
    ///
    /// More decimals are shown where rounding would hide the difference, so a score of 79.996
    /// against a cut of 80 prints 79.99. Nil means there is no cut to mind.
    package func rounded(toDecimals places: Int, neverAcross cut: Rational? = nil) -> String {
        let places = min(max(places, 0), Self.digitLimit)
        let scale = Self.powerOfTen(places)
        guard let scaled = try? self * Rational(scale, over: 1) else { return description }
        let half: Int128 = 2 * (scaled.numerator % scaled.denominator).magnitude
            >= scaled.denominator.magnitude ? 1 : 0
        let units = scaled.truncated + (isNegative ? -half : half)
        if let cut, self < cut, let shown = try? Rational(units, over: scale), shown >= cut {
            return roundedDown(below: cut, fromDecimals: max(places, 2))
        }
        return Self.digits(of: units, places: places)
    }

    /// Cuts off instead of rounding, with the fewest decimals that still show a number below the cut.
    private func roundedDown(below cut: Rational, fromDecimals places: Int) -> String {
        for places in places...18 {
            let scale = Self.powerOfTen(places)
            guard let scaled = try? self * Rational(scale, over: 1) else { break }
            let isInexact = isNegative && !scaled.isWhole
            let units = scaled.truncated - (isInexact ? 1 : 0)
            if let shown = try? Rational(units, over: scale), shown < cut {
                return Self.digits(of: units, places: places)
            }
        }
        return "just under \(cut)"
    }

    private static func powerOfTen(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    private static func digits(of units: Int128, places: Int) -> String {
        let digits = String(units.magnitude)
        let padding = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count))
        let padded = padding + digits
        let split = padded.utf8.index(padded.utf8.endIndex, offsetBy: -places)
        let sign = units < 0 ? "-" : ""
        return places == 0 ? sign + padded : "\(sign)\(padded[..<split]).\(padded[split...])"
    }
}
