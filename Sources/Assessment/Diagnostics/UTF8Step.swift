/// One step through bytes that should be UTF-8: a scalar, or a byte that belongs to none.
package struct UTF8Step: Sendable, Hashable {
    /// `nil` where the bytes are no UTF-8: overlong, cut short, a surrogate, or past Unicode.
    package let scalar: Unicode.Scalar?
    /// How many bytes were stepped over, at least one.
    package let length: Int

    /// Decodes strictly, as Table 3-7 of the Unicode Standard has it.
    @inline(__always)
    package init(in bytes: borrowing Span<UInt8>, at index: Int) {
        let first = bytes[index]
        if first < 0x80 {
            self.init(UInt32(first), length: 1)
            return
        }
        let second: ClosedRange<UInt8>
        let length: Int
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default:
            self.init(nil, length: 1)
            return
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else {
            self.init(nil, length: 1)
            return
        }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for at in index + 1..<index + length {
            guard bytes[at] & 0xC0 == 0x80 else {
                self.init(nil, length: 1)
                return
            }
            value = value << 6 | UInt32(bytes[at] & 0x3F)
        }
        self.init(value, length: length)
    }

    private init(_ value: UInt32?, length: Int) {
        scalar = value.flatMap(Unicode.Scalar.init)
        self.length = length
    }

    /// What people see where the bytes are broken.
    package var shown: Unicode.Scalar { scalar ?? "\u{FFFD}" }
}
