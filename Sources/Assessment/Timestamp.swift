/// A moment in UTC, to the microsecond.
package struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Since 1970 began, leap seconds left out, as the system's clock counts.
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.microseconds < right.microseconds
    }

    /// RFC 3339 in UTC: `2026-03-09T14:05:00Z`, with six decimals where there is a fraction.
    package var description: String {
        let (seconds, fraction) = Self.divided(microseconds, by: 1_000_000)
        let (days, time) = Self.divided(seconds, by: 86_400)
        let (year, month, day) = Self.date(ofDay: days)
        let clock = [time / 3_600, time / 60 % 60, time % 60].map { Self.padded($0, to: 2) }
        let decimals = fraction == 0 ? "" : "." + Self.padded(fraction, to: 6)
        return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
            + "T\(clock.joined(separator: ":"))\(decimals)Z"
    }

    /// The day alone: `2026-03-09`.
    package var day: String { String(description.prefix { $0 != "T" }) }

    /// When a day began that is written as ``day`` has it; nil for what is no day of these years.
    package init?(day text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { String($0).flatMap { Int64($0) } }
        guard parts.map(\.count) == [4, 2, 2], numbers.count == 3 else { return nil }
        // Years begin in March, so that the leap day is their last.
        let (year, month) = (numbers[0] - (numbers[1] <= 2 ? 1 : 0), (numbers[1] + 9) % 12)
        let (era, yearOfEra) = Self.divided(year, by: 400)
        let dayOfYear = (153 * month + 2) / 5 + numbers[2] - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        microseconds = (era * 146_097 + dayOfEra - 719_468) * 86_400_000_000
        if day != text { return nil }
    }

    /// Floor division, so that times before 1970 have positive parts, too.
    private static func divided(_ value: Int64, by unit: Int64) -> (whole: Int64, rest: Int64) {
        let (whole, rest) = value.quotientAndRemainder(dividingBy: unit)
        return rest < 0 ? (whole - 1, rest + unit) : (whole, rest)
    }

    /// The civil date of a day counted from 1970, by eras of 400 years that begin in March.
    private static func date(ofDay days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = divided(days + 719_468, by: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
        return (number < 0 ? "-" : "") + zeros + digits
    }
}
