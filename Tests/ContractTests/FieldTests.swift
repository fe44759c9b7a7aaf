import Assessment
import Results
import TestSupport
import Testing

@Suite struct `Fields as bytes` {
    /// Written to audit records: these bytes are for good.
    @Test(
        arguments: [
            ([], []), ([.null], [0]), ([.null, .null], [0, 0]),
            ([.integer(0)], [1, 0, 0, 0, 0, 0, 0, 0, 0]),
            ([.integer(-2)], [1, 255, 255, 255, 255, 255, 255, 255, 254]),
            ([.integer(0x0102_0304_0506_0708)], [1, 1, 2, 3, 4, 5, 6, 7, 8]),
            ([.text("")], [2, 0, 0, 0, 0, 0, 0, 0, 0]),
            ([.text("é")], [2, 0, 0, 0, 0, 0, 0, 0, 2, 0xC3, 0xA9]),
            ([.bytes([])], [3, 0, 0, 0, 0, 0, 0, 0, 0]),
            ([.bytes([0, 1]), .null], [3, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0]),
        ] as [([Field], [UInt8])])
    func `are their kinds, lengths and contents`(_ fields: [Field], _ bytes: [UInt8]) {
        #expect(fields.encoded == bytes)
        #expect([Field](encoded: bytes) == fields)
    }

    @Test(
        arguments: [
            [4], [1], [1, 0, 0, 0, 0, 0, 0, 0], [2], [2, 0, 0, 0, 0, 0, 0, 0, 1],
            [3, 0, 0, 0, 0, 0, 0, 0, 2, 7], [3, 255, 255, 255, 255, 255, 255, 255, 255],
            [2, 128, 0, 0, 0, 0, 0, 0, 0], [2, 0, 0, 0, 0, 0, 0, 0, 1, 0xFF],
            [2, 0, 0, 0, 0, 0, 0, 0, 2, 0xC0, 0x80], [0, 9], [255],
        ] as [[UInt8]]) func `are not read from anything else`(_ bytes: [UInt8])
    {
        #expect([Field](encoded: bytes) == nil)
    }

    @Test func `read back, and no other fields have them`() {
        var generator = SeededGenerator(seed: 21)
        let texts =
            ["", "\u{0}", "\u{2}", "a", "ab", "b", "é", "e\u{301}"] + HostileTexts.all.prefix(20)
        var seen: [[UInt8]: [Field]] = [:]
        for _ in 0..<5_000 {
            let fields = (0..<generator.index(below: 4)).map { _ -> Field in
                let text = texts[generator.index(below: texts.count)]
                switch generator.index(below: 4) {
                case 0: return .null
                case 1: return .integer(Int64(generator.index(below: 5)) - 2)
                case 2: return .text(text)
                default: return .bytes(Array(text.utf8))
                }
            }
            let bytes = fields.encoded
            #expect([Field](encoded: bytes) == fields)
            if let other = seen.updateValue(fields, forKey: bytes) { #expect(other == fields) }
        }
        #expect(seen.count > 1_000 && Set(seen.values).count == seen.count)
    }

    @Test func `are equal where their bytes are`() {
        let same: [Field] = [
            .null, .integer(1), .text("1"), .bytes([0x31]), .text("\u{E9}"), .text("e\u{301}"),
            .text(""), .bytes([]), .text("\u{212B}"), .text("\u{C5}"), .text("A\u{30A}"),
        ]
        for (place, field) in same.enumerated() {
            for (other, twin) in same.enumerated() {
                #expect((field == twin) == (place == other), "\(field) and \(twin)")
            }
        }
        #expect(Set(same).count == same.count)
    }
}
