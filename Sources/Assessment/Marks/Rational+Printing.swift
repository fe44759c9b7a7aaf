extension Rational: CustomStringConvertible {
    /// The canonical text: a decimal where one is exact, a fraction where none is.
    ///
    /// It reads back as the same value where its numbers have no more digits than can be read.
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
        let (units, overflow) = numerator.multipliedReportingOverflow(
            by: Self.powerOfTen(places) / denominator)
        return overflow ? nil : Self.digits(of: units, places: places)
    }

    /// A percentage such as `80%` where it reads back as the same share, or the plain number.
    package var shareText: String {
        // 33.3333% would be read as a third, which 0.333333 is not.
        guard let text = (try? self * .hundred)?.finiteDecimal.map({ "\($0)%" }),
            (try? Rational(share: text)) == self
        else { return description }
        return text
    }

    /// Rounded half away from zero to the given number of decimals, but never across the cut:
    /// what is below it never prints as the cut or more, and what reaches it never as less.
    ///
    /// Where rounding would cross, two decimals or more are shown and the last one stays on the
    /// value's side: 79.996 against a cut of 80 prints 79.99. Nil means there is no cut to mind.
    package func rounded(toDecimals places: Int, neverAcross cut: Rational? = nil) -> String {
        let places = min(max(places, 0), Self.digitLimit)
        let scale = Self.powerOfTen(places)
        guard let (whole, rest) = scaled(by: scale) else { return description }
        let half: Int128 = rest >= denominator.magnitude - rest ? 1 : 0
        let units = whole + (isNegative ? -half : half)
        if let cut, let shown = try? Rational(units, over: scale), (shown < cut) != (self < cut) {
            return rounded(up: self >= cut, toDecimals: max(places, 2))
        }
        return Self.digits(of: units, places: places)
    }

    /// Rounded up or down, whatever is nearer, so that it stays on its side of a cut.
    private func rounded(up: Bool, toDecimals places: Int) -> String {
        guard let (whole, rest) = scaled(by: Self.powerOfTen(places)) else { return description }
        // Cutting off rounds towards zero already, which is up for what is negative.
        let step: Int128 = rest == 0 || isNegative == up ? 0 : 1
        return Self.digits(of: whole + (up ? step : -step), places: places)
    }

    /// So many times the value, cut off towards zero, and what is left over of the denominator.
    ///
    /// Nil only where the result itself is too large: what is computed on the way may need 256 bits.
    private func scaled(by scale: Int128) -> (whole: Int128, rest: UInt128)? {
        let product = numerator.magnitude.multipliedFullWidth(by: scale.magnitude)
        guard product.high < denominator.magnitude else { return nil }
        let (quotient, rest) = denominator.magnitude.dividingFullWidth(product)
        guard quotient < Int128.max.magnitude else { return nil }
        return (isNegative ? -Int128(quotient) : Int128(quotient), rest)
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
