package import Assessment

/// What was typed where a number is asked for: the number, exactly, and the words after it.
///
/// Digits of any script; a decimal point or comma; groups of three set apart by blanks, points,
/// commas, apostrophes or low lines; fractions such as 1/3; percent, so that 20% is 1/5; exponents
/// such as 1e3. What could be read in two ways is not read at all: `1,234` may be either.
package struct TypedNumber: Sendable, Hashable {
    /// Why it could not be read as a number that the item asks for.
    package enum Fault: Error, Hashable {
        case notANumber
        /// A single comma before three digits: a thousand to some, a decimal comma to others.
        case ambiguousComma
        /// Digits are set apart, and not in groups of three.
        case strayGrouping
        case zeroDenominator
        /// More digits than can be kept exactly.
        case tooManyDigits
        case unitNotAskedFor(String)
        case unknownUnit(String)
        case missingUnit
    }

    package let value: Rational
    /// What follows the number, blanks around it removed; empty where nothing does.
    package let unit: String

    /// Digits before, and after, the decimal point, zeros that change nothing left out.
    package static let digitLimit = 18

    package init(_ text: String) throws(Fault) {
        var scanner = NumberScanner(text)
        let isNegative = scanner.takeSign()
        let digits = scanner.takeDigits()
        guard digits.contains(where: \.isDigit) else { throw .notANumber }
        var value: Rational
        if let denominator = scanner.takeDenominator() {
            let top = try Self.whole(digits)
            let bottom = try Self.whole(denominator)
            guard bottom != 0 else { throw .zeroDenominator }
            value = try Self.fitting { () throws(Rational.Overflow) in
                try Rational(top, over: bottom)
            }
        } else {
            value = try Self.decimal(digits)
            if let exponent = scanner.takeExponent() { value = try Self.raised(value, exponent) }
        }
        if scanner.takePercent() {
            value = try Self.fitting { [value] () throws(Rational.Overflow) in
                try Rational(value.numerator, over: value.denominator) * Rational(1, over: 100)
            }
        }
        self.value = isNegative ? -value : value
        unit = scanner.rest()
    }

    // MARK: From digits to values

    private static func decimal(_ symbols: [NumberSymbol]) throws(Fault) -> Rational {
        let point = try decimalPoint(in: symbols)
        let whole = symbols[..<(point ?? symbols.count)]
        let decimals = point.map { symbols[($0 + 1)...] } ?? []
        guard decimals.allSatisfy(\.isDigit) else { throw .strayGrouping }
        let groups = whole.split(omittingEmptySubsequences: false) { !$0.isDigit }
        if groups.count > 1 {
            let marks = Set(whole.filter { !$0.isDigit })
            guard marks.count == 1, groups.dropFirst().allSatisfy({ $0.count == 3 }),
                let first = groups.first, (1...3).contains(first.count), first.first != .digit(0)
            else { throw .strayGrouping }
        }
        var places = decimals.compactMap(\.digit)
        while places.last == 0 { places.removeLast() }
        let units = whole.compactMap(\.digit).drop { $0 == 0 }
        guard max(units.count, places.count) <= digitLimit else { throw .tooManyDigits }
        let all = (units + places).reduce(Int128(0)) { $0 * 10 + Int128($1) }
        let scale = places.reduce(Int128(1)) { scale, _ in scale * 10 }
        return try fitting { () throws(Rational.Overflow) in try Rational(all, over: scale) }
    }

    /// Where the decimals begin, or nil where there are none.
    private static func decimalPoint(in symbols: [NumberSymbol]) throws(Fault) -> Int? {
        let points = symbols.indices.filter { symbols[$0] == .point }
        let commas = symbols.indices.filter { symbols[$0] == .comma }
        switch (points.last, commas.last) {
        case (nil, nil): return nil
        case (let point?, let comma?):
            // The later kind is the decimal one, of which there is one alone.
            guard (point > comma ? points : commas).count == 1 else { throw .strayGrouping }
            return max(point, comma)
        case (let point?, nil): return points.count == 1 ? point : nil
        case (nil, let comma?):
            guard commas.count == 1 else { return nil }
            let isGrouped = symbols.contains { $0 == .blank || $0 == .apostrophe || $0 == .lowLine }
            let looksGrouped =
                symbols.count - comma == 4 && (1...3).contains(comma)
                && symbols.first != .digit(0)
            guard isGrouped || !looksGrouped else { throw .ambiguousComma }
            return comma
        }
    }

    /// The parts of a fraction are plain whole numbers.
    private static func whole(_ symbols: [NumberSymbol]) throws(Fault) -> Int128 {
        guard symbols.allSatisfy(\.isDigit) else { throw .notANumber }
        let digits = symbols.compactMap(\.digit).drop { $0 == 0 }
        guard digits.count <= digitLimit else { throw .tooManyDigits }
        return digits.reduce(0) { $0 * 10 + Int128($1) }
    }

    private static func raised(_ value: Rational, _ exponent: Int) throws(Fault) -> Rational {
        guard abs(exponent) <= digitLimit else { throw .tooManyDigits }
        let power = (0..<abs(exponent)).reduce(Int128(1)) { power, _ in power * 10 }
        return try fitting { () throws(Rational.Overflow) in
            exponent < 0
                ? try value * Rational(1, over: power) : try value * Rational(power, over: 1)
        }
    }

    private static func fitting<Value>(
        _ work: () throws(Rational.Overflow) -> Value
    ) throws(Fault) -> Value {
        do { return try work() } catch { throw .tooManyDigits }
    }
}
