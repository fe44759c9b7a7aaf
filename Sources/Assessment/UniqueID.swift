/// An id that sorts by the time it was made and cannot collide between machines.
///
/// A UUID of version 7 (RFC 9562): 48 bits of milliseconds since 1970, then 74 of chance. The type's
/// parameter keeps a learner's id from being taken for a sitting's.
package struct UniqueID<Named>: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let bits: UInt128

    package init(bits: UInt128) {
        self.bits = bits
    }

    /// Made from a time and chance; only the time's milliseconds count.
    package init(at time: Timestamp, using generator: inout some RandomNumberGenerator) {
        let milliseconds = UInt128(UInt64(bitPattern: time.microseconds / 1_000) & (1 << 48 - 1))
        let high = UInt128(generator.next() & 0x0FFF)
        let low = UInt128(generator.next() & (1 << 62 - 1))
        bits = milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low
    }

    /// The 16 bytes, the most significant first, as databases hold them.
    package var bytes: [UInt8] {
        (0..<16).map { UInt8(truncatingIfNeeded: bits >> UInt128(8 * (15 - $0))) }
    }

    /// Nil where there are not 16 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        bits = bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }

    /// The usual 36 characters, in lower case.
    package var description: String {
        let digits = bytes.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
            .map { $0.joined() }.joined(separator: "-")
    }

    /// Reads what ``description`` writes, in either case; nil for anything else.
    package init?(_ text: String) {
        let groups = text.utf8.split(
            separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard groups.map(\.count) == [8, 4, 4, 4, 12] else { return nil }
        var bits: UInt128 = 0
        for byte in groups.joined() {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                return nil
            }
            bits = bits << 4 | UInt128(digit)
        }
        self.bits = bits
    }

    package static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}
