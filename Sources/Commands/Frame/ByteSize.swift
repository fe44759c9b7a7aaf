/// Amounts of bytes as people write them.
package enum ByteSize {
    /// The bytes meant by `64M`, `1GiB`, `500kB` or `4096`, or nothing where that is not an amount.
    ///
    /// A bare letter and `…iB` count in 1024s, `…B` in 1000s, as GNU's tools do; case is free.
    package static func bytes(_ text: some StringProtocol) -> Int? {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        guard let amount = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        let suffix = text.utf8.dropFirst(digits.count).map { $0 | 0x20 }
        guard let letter = suffix.first else { return amount }
        if suffix == [UInt8(ascii: "b")] { return amount }
        let powers: [UInt8] = Array("kmgt".utf8)
        guard let power = powers.firstIndex(of: letter) else { return nil }
        let step: Int
        switch String(decoding: suffix.dropFirst(), as: UTF8.self) {
        case "", "ib": step = 1024
        case "b": step = 1000
        default: return nil
        }
        var bytes = amount
        for _ in 0...power {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: step)
            if overflow { return nil }
            bytes = product
        }
        return bytes
    }

    /// A rough amount for people: `512 bytes`, `40 KiB`, `1.5 GiB`.
    package static func text(_ bytes: Int) -> String {
        let units = ["KiB", "MiB", "GiB", "TiB"]
        var unit = -1
        var tenths = bytes
        while unit + 1 < units.count, (unit < 0 ? bytes : tenths / 10) >= 1_024 {
            tenths = unit < 0 ? bytes / 1_024 * 10 + bytes % 1_024 * 10 / 1_024 : tenths / 1_024
            unit += 1
        }
        if unit < 0 { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
        let rest = tenths % 10
        let number = rest == 0 || tenths >= 100 ? "\(tenths / 10)" : "\(tenths / 10).\(rest)"
        return "\(number) \(units[unit])"
    }
}
