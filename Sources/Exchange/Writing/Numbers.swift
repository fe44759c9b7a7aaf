internal import Assessment

extension Rational {
    /// As decimals: exact where six places suffice for it, or rounded to them, never across the cut.
    func decimal(neverAcross cut: Rational? = nil) -> String {
        let rounded = rounded(toDecimals: 6, neverAcross: cut)
        // Zeros at the end would promise that nothing was rounded off.
        return (try? Rational(exactly: rounded).description) ?? rounded
    }
}

extension JSON {
    static func decimal(_ value: Rational, neverAcross cut: Rational? = nil) -> JSON {
        .number(value.decimal(neverAcross: cut))
    }

    /// An object of those members that are there.
    static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { name, value in value.map { (name, $0) } })
    }

    /// One value after the other, each on a line of its own.
    static func lines(_ values: [JSON]) -> [UInt8] {
        var bytes: [UInt8] = []
        for value in values {
            value.append(to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}

extension Timestamp {
    /// With three decimals always, as some readers want it: `2026-03-09T14:05:00.000Z`.
    var precise: String {
        let text = description.dropLast()
        let (time, fraction) = (text.prefix { $0 != "." }, text.drop { $0 != "." }.dropFirst())
        return "\(time).\(fraction.isEmpty ? "000" : fraction.prefix(3))Z"
    }
}

extension GradedSitting {
    /// How long it took by the clock on the wall, in milliseconds.
    var milliseconds: Int64 { max(0, ended.microseconds - begun.microseconds) / 1_000 }

    /// The same as ISO 8601 has it: `PT1360.25S`.
    var duration: String { "PT\(seconds)S" }

    /// The same in seconds: `1360.25`.
    var seconds: String {
        let seconds = try? Rational(Int128(milliseconds), over: 1_000)
        return seconds?.decimal() ?? "0"
    }
}
