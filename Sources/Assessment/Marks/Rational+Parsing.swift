extension Rational {
    /// Why a text is not a number, in words that fit after "because".
    package enum Malformed: Error, Hashable, CustomStringConvertible {
        case empty, notANumber, tooManyDigits, zeroDenominator, percentNotAllowed

        package var description: String {
            switch self {
            case .empty: "it is empty"
            case .notANumber: "it is not a number such as 2, 0.5 or 1/3"
            case .tooManyDigits: "it has more digits than can be kept exactly"
            case .zeroDenominator: "it divides by zero"
            case .percentNotAllowed: "a percentage has no meaning here"
            }
        }
    }

    /// How many digits a number may have before, and after, its decimal point.
    package static let digitLimit = 9

    /// Reads `-?digits`, `-?digits.digits` or `-?digits/digits`: no exponent, no plus sign, no
    /// blanks, ASCII only.
    package init(exactly text: String) throws(Malformed) {
        self = try Self.parse(Array(text.utf8), allowingPercent: false)
    }

    /// Reads the same, and `80%` as 4/5. Six digits of a third, sixth, seventh or ninth are
    /// that fraction: nobody can write 33.33333% more exactly, and three of them must make a whole.
    package init(share text: String) throws(Malformed) {
        self = try Self.parse(Array(text.utf8), allowingPercent: true)
    }

    private static func parse(
        _ text: [UInt8], allowingPercent: Bool
    ) throws(Malformed) -> Rational {
        guard let last = text.last else { throw .empty }
        if last == UInt8(ascii: "%") {
            guard allowingPercent else { throw .percentNotAllowed }
            let percent = try decimal(text.dropLast())
            return try fitting { () throws(Overflow) in try snapped(percent) }
        }
        if let slash = text.firstIndex(of: UInt8(ascii: "/")) {
            guard !text.contains(UInt8(ascii: ".")) else { throw .notANumber }
            let top = try decimal(text[..<slash])
            let bottom = try decimal(text[(slash + 1)...])
            guard !bottom.isNegative else { throw .notANumber }
            guard bottom.numerator != 0 else { throw .zeroDenominator }
            return try fitting { () throws(Overflow) in
                try Rational(top.numerator, over: bottom.numerator)
            }
        }
        return try decimal(text[...])
    }

    private static func decimal(_ text: ArraySlice<UInt8>) throws(Malformed) -> Rational {
        guard !text.isEmpty else { throw .notANumber }
        let isNegative = text.first == UInt8(ascii: "-")
        var value: Int128 = 0
        var scale: Int128 = 1
        var wholeDigits = 0
        var decimals: Int?
        for byte in isNegative ? text.dropFirst() : text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if let seen = decimals { decimals = seen + 1 } else { wholeDigits += 1 }
                guard max(wholeDigits, decimals ?? 0) <= digitLimit else { throw .tooManyDigits }
                value = value * 10 + Int128(byte - UInt8(ascii: "0"))
                if decimals != nil { scale *= 10 }
            case UInt8(ascii: ".") where decimals == nil && wholeDigits > 0:
                decimals = 0
            default:
                throw .notANumber
            }
        }
        guard wholeDigits > 0, decimals != 0, !(isNegative && value == 0) else { throw .notANumber }
        return try fitting { () throws(Overflow) in
            try Rational(isNegative ? -value : value, over: scale)
        }
    }

    private static func snapped(_ percent: Rational) throws(Overflow) -> Rational {
        let share = try Rational(percent.numerator, over: percent.denominator * 100)
        // Only a number written to four decimals or more was cut off by its author.
        guard percent.denominator > 1_000 else { return share }
        let tolerance = try Rational(1, over: 1_000_000)
        for bottom: Int128 in [3, 6, 7, 9, 11, 12] {
            let scaled = try share * Rational(bottom, over: 1)
            let nearest = (try scaled + Rational(scaled.isNegative ? -1 : 1, over: 2)).truncated
            let candidate = try Rational(nearest, over: bottom)
            // What ends could have been written in full: 99.9999% is no way to write 100%.
            guard candidate.finiteDecimal == nil else { continue }
            if try (candidate - share).magnitude <= tolerance { return candidate }
        }
        return share
    }

    /// The whole part, towards zero.
    package var truncated: Int128 { numerator / denominator }

    private static func fitting<Value>(
        _ work: () throws(Overflow) -> Value
    ) throws(Malformed) -> Value {
        do { return try work() } catch { throw .tooManyDigits }
    }
}
