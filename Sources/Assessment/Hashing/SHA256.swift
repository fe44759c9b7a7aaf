/// SHA-256 of bytes that may come in pieces, as FIPS 180-4 has it.
///
/// Our own, so that the pure modules need no library; it meets no secret, so that its time may
/// depend on what it reads.
///
///     var hash = SHA256()
///     hash.update(head)
///     hash.update(body)
///     print(hash.finish().hex)
package struct SHA256: Sendable {
    private var state: InlineArray<8, UInt32> = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
        0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// The beginning of a block whose rest has not come yet.
    private var pending = InlineArray<64, UInt8>(repeating: 0)
    private var length: UInt64 = 0

    package init() {}

    package mutating func update(_ bytes: [UInt8]) {
        update(bytes.span)
    }

    package mutating func update(_ bytes: Span<UInt8>) {
        var start = 0
        var held = Int(length % 64)
        length += UInt64(bytes.count)
        if held > 0 {
            while held < 64, start < bytes.count {
                pending[held] = bytes[start]
                (held, start) = (held + 1, start + 1)
            }
            if held < 64 { return }
            Self.mix(pending.span, into: &state)
        }
        while bytes.count - start >= 64 {
            Self.mix(bytes.extracting(start..<start + 64), into: &state)
            start += 64
        }
        for at in start..<bytes.count { pending[at - start] = bytes[at] }
    }

    /// The hash of what came so far; more may come after it.
    package func finish() -> Digest {
        var state = state
        var last = pending
        let held = Int(length % 64)
        last[held] = 0x80
        for at in held + 1..<64 { last[at] = 0 }
        if held >= 56 {
            Self.mix(last.span, into: &state)
            last = InlineArray(repeating: 0)
        }
        let bits = length << 3
        for at in 0..<8 { last[56 + at] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - at * 8)) }
        Self.mix(last.span, into: &state)
        var words = SIMD4<UInt64>()
        for index in 0..<4 {
            words[index] = UInt64(state[index * 2]) << 32 | UInt64(state[index * 2 + 1])
        }
        return Digest(words: words)
    }
}

extension SHA256 {
    /// Works one block of 64 bytes into the state.
    private static func mix(_ block: Span<UInt8>, into state: inout InlineArray<8, UInt32>) {
        // The message schedule, of which only the last sixteen words are ever needed.
        var schedule = InlineArray<16, UInt32>(repeating: 0)
        for index in 0..<16 {
            schedule[index] =
                UInt32(block[index * 4]) << 24 | UInt32(block[index * 4 + 1]) << 16
                | UInt32(block[index * 4 + 2]) << 8 | UInt32(block[index * 4 + 3])
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for round in 0..<64 {
            if round >= 16 {
                let early = schedule[(round + 1) & 15]
                let late = schedule[(round + 14) & 15]
                schedule[round & 15] &+=
                    (turned(early, 7) ^ turned(early, 18) ^ early >> 3)
                    &+ schedule[(round + 9) & 15]
                    &+ (turned(late, 17) ^ turned(late, 19) ^ late >> 10)
            }
            let first =
                h &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ ((e & f) ^ (~e & g))
                &+ constants[round] &+ schedule[round & 15]
            let second =
                (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ ((a & b) ^ (a & c) ^ (b & c))
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ second)
        }
        (state[0], state[1], state[2], state[3]) =
            (state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d)
        (state[4], state[5], state[6], state[7]) =
            (state[4] &+ e, state[5] &+ f, state[6] &+ g, state[7] &+ h)
    }

    /// The word turned to the right.
    @inline(__always)
    private static func turned(_ word: UInt32, _ places: UInt32) -> UInt32 {
        word &>> places | word &<< (32 - places)
    }

    /// The first 32 bits behind the point of the cube roots of the first 64 primes.
    private static let constants: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
        0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
        0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
        0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
        0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
        0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
        0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
        0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
        0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
