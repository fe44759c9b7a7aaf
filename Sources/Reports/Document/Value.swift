package import Assessment

/// One value of a report, kept as what it is, so that a spreadsheet can go on computing with it.
package enum Value: Sendable, Hashable {
    case text(String)
    case count(Int)
    /// An exact number; one with a cut is never printed on the other side of it.
    case mark(Rational, places: Int = 2, cut: Rational? = nil)
    /// An exact share of one, printed as a percentage.
    case share(Rational, places: Int = 1, cut: Rational? = nil)
    /// A statistic, which is not exact.
    case estimate(Double, places: Int = 2)
    case verdict(Verdict)
    case moment(Timestamp)
    /// A time span in seconds.
    case seconds(Int)
    /// There is no value, for a reason that the reader is told; an empty one where it is plain.
    case missing(String = "")
}

extension Value {
    /// How the value is printed for people, in every format alike.
    package var text: String {
        switch self {
        case .text(let text): text
        case .count(let count): String(count)
        case .mark(let mark, let places, let cut):
            mark.isWhole
                ? mark.description : mark.rounded(toDecimals: places, neverAcross: cut)
        case .share(let share, let places, let cut):
            Self.percent(share, places, cut) + "%"
        case .estimate(let number, let places): Self.decimal(number, places)
        case .verdict(let verdict): verdict.words
        case .moment(let time): time.day
        case .seconds(let seconds): Self.clock(seconds)
        case .missing(let reason): reason.isEmpty ? "–" : reason
        }
    }

    private static func percent(_ share: Rational, _ places: Int, _ cut: Rational?) -> String {
        guard let percent = try? share * .hundred else { return share.description }
        let limit = cut.flatMap { try? $0 * .hundred }
        return percent.rounded(toDecimals: percent.isWhole ? 0 : places, neverAcross: limit)
    }

    private static func decimal(_ number: Double, _ places: Int) -> String {
        guard let value = rounded(number, toDecimals: places) else { return number.description }
        let text = value.rounded(toDecimals: places)
        return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }

    /// Half away from zero, as exact numbers are; nil for what is no number or far too large.
    package static func rounded(_ number: Double, toDecimals places: Int) -> Rational? {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        guard let units = Int128(exactly: (number * scale).rounded()) else { return nil }
        return try? Rational(units, over: Int128(scale))
    }

    /// `12:05`, or `1:12:05` from an hour on.
    private static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
    }
}

extension Verdict {
    /// What a reader sees of it.
    package var words: String {
        switch self {
        case .passed: "passed"
        case .notPassed: "not passed"
        case .undecided: "undecided"
        }
    }
}
