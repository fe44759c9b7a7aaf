/// A fingerprint of 256 bits: two texts with the same one are the same text.
package struct Digest: Sendable, Hashable, Comparable, CustomStringConvertible {
    private let high: UInt128
    private let low: UInt128

    /// Nil where there are not 32 bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        high = bytes.prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
        low = bytes.dropFirst(16).reduce(0) { $0 << 8 | UInt128($1) }
    }

    package var bytes: [UInt8] {
        [high, low].flatMap { half in
            (0..<16).map { UInt8(truncatingIfNeeded: half >> UInt128(8 * (15 - $0))) }
        }
    }

    /// 64 digits in lower case.
    package var description: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
