import Assessment
import Statistics

extension Figure {
    /// The value rounded: `0.74`; nil where there is none.
    func number(decimals: Int = 2) -> String? {
        rational?.rounded(toDecimals: decimals)
    }

    /// The value as a percentage: `62.5%`; nil where there is none.
    func percent(decimals: Int = 1) -> String? {
        guard let percent = rational.flatMap({ try? $0 * .hundred }) else { return nil }
        return percent.rounded(toDecimals: decimals) + "%"
    }

    /// The value as a number of seconds: `42s`; nil where there is none.
    var seconds: String? { number(decimals: 0).map { $0 + "s" } }

    /// What stands in a cell of a table; a dash where there is no value.
    func cell(decimals: Int = 2) -> String { number(decimals: decimals) ?? "-" }

    /// The value with its interval, or why there is none: `0.74 (0.45 to 0.91)`.
    func text(decimals: Int = 2) -> String {
        guard let number = number(decimals: decimals) else { return notDefined }
        guard let interval else { return number }
        return number + " (\(interval.text(decimals: decimals)))"
    }

    /// What stands beside the cell: the interval, or why there is no value.
    var remark: String { undefined == nil ? interval?.text() ?? "" : notDefined }

    /// `not defined: there is no variation`.
    var notDefined: String { "not defined: \(undefined?.description ?? "there are no marks")" }

    private var rational: Rational? {
        switch value {
        case .exact(let value): value
        case .approximate(let value): Rational(near: value)
        case .undefined: nil
        }
    }

    /// Every number as a text, so that no reader rounds it; the exact one as a fraction as well.
    var json: JSON {
        var members: [(String, JSON)] = [
            ("n", .integer(basis.units)), ("missing", .integer(basis.missing)),
        ]
        if let raters = basis.raters { members.append(("reviewers", .integer(raters))) }
        if let undefined {
            members.append(("undefined", .string(undefined.description)))
        } else {
            members.append(("value", .optional(rational?.rounded(toDecimals: 9))))
        }
        if let exact { members.append(("exact", .string(exact.description))) }
        if let interval { members.append(("interval", interval.json)) }
        return .object(members)
    }
}

extension Interval {
    /// `0.45 to 0.91`.
    func text(decimals: Int = 2) -> String {
        [lower, upper].map { $0.text(decimals: decimals) }.joined(separator: " to ")
    }

    fileprivate var json: JSON {
        [
            "lower": .string(lower.text(decimals: 9)), "upper": .string(upper.text(decimals: 9)),
            "confidence": .string(confidence.text(decimals: 2)), "method": .string(method.rawValue),
        ]
    }
}

extension Double {
    /// Rounded to so many decimals.
    func text(decimals: Int = 2) -> String {
        Rational(near: self)?.rounded(toDecimals: decimals) ?? description
    }

    /// Rounded, as a percentage: `72%`.
    func percent(decimals: Int = 0) -> String { (self * 100).text(decimals: decimals) + "%" }
}

extension Rational {
    /// The number to nine decimals, which is as many as are ever printed; nil where it is too large.
    init?(near number: Double) {
        let units: Double = 1_000_000_000
        guard number.isFinite, abs(number) < 1e18,
            let value = try? Rational(Int128((number * units).rounded()), over: Int128(units))
        else { return nil }
        self = value
    }
}
