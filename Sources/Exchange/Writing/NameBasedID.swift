package import Assessment

extension UniqueID {
    /// The one id that belongs to a name within another id: a UUID of version 5 (RFC 9562).
    package init(of name: String, in namespace: UniqueID<some Any>) {
        self.init(version: 5, bytes: SHA1.hash(namespace.bytes + Array(name.utf8)))
    }

    /// Takes 122 bits from the bytes, and says of which version it is.
    init(version: UInt128, bytes: [UInt8]) {
        let bits = bytes.prefix(16).reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        let marks: UInt128 = 0xF << 76 | 0b11 << 62
        self.init(bits: bits & ~marks | version << 76 | 0b10 << 62)
    }
}

/// A name in another system's eyes: `urn:assay:quiz:module-210/knowledge-check`.
enum Address {
    /// The namespace that RFC 9562 gives to addresses.
    private static let namespace = UniqueID<Address>(
        bits: 0x6BA7_B811_9DAD_11D1_80B4_00C0_4FD4_30C8)

    /// The one id that belongs to an address.
    static func id(of address: String) -> UniqueID<Address> {
        UniqueID(of: address, in: namespace)
    }
}

extension UniqueID {
    var urn: String { "urn:uuid:\(self)" }
}

extension GradedSitting.AskedQuiz {
    var address: String { "urn:assay:quiz:\(name)" }

    func address(of item: Item) -> String { "urn:assay:item:\(bank)/\(item.id)" }
}

/// The hash that names of version 5 are made with; it protects nothing here.
private enum SHA1 {
    /// FIPS 180-4, section 6.1.
    static func hash(_ message: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [
            0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0,
        ]
        let bits = UInt64(message.count) * 8
        var padded = message + [0x80]
        while padded.count % 64 != 56 { padded.append(0) }
        padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - $0 * 8)) }
        for start in stride(from: 0, to: padded.count, by: 64) {
            mix(padded[start..<start + 64], into: &state)
        }
        return state.flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - $0 * 8)) }
        }
    }

    private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var words: [UInt32] = stride(from: block.startIndex, to: block.endIndex, by: 4).map { at in
            block[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        for index in 16..<80 {
            let word = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
            words.append(turned(word, 1))
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for index in 0..<80 {
            let (choice, constant): (UInt32, UInt32) =
                switch index {
                case 0..<20: (b & c | ~b & d, 0x5A82_7999)
                case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                case 40..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            let next = turned(a, 5) &+ choice &+ e &+ constant &+ words[index]
            (a, b, c, d, e) = (next, a, turned(b, 30), c, d)
        }
        for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
    }

    /// The word turned to the left.
    private static func turned(_ word: UInt32, _ places: UInt32) -> UInt32 {
        word << places | word >> (32 - places)
    }
}
