import Assessment
import TestSupport
import Testing

@Suite struct `A hash of content` {
    /// The examples of FIPS 180-2, appendix B, and of NIST's later page of examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopq"
                + "klmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func `is its SHA-256`(_ text: String, hex: String) {
        #expect(Digest.sha256(Array(text.utf8)).hex == hex)
    }

    @Test func `is the same however the bytes come`() {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let whole = Digest.sha256(bytes)
        for step in [1, 3, 55, 56, 63, 64, 65, 127, 128, 200] {
            var hash = SHA256()
            for start in stride(from: 0, to: bytes.count, by: step) {
                hash.update(Array(bytes[start..<min(start + step, bytes.count)]))
                hash.update([])
                #expect(
                    hash.finish() == .sha256(Array(bytes[..<min(start + step, bytes.count)])))
            }
            #expect(hash.finish() == whole)
        }
    }

    @Test func `is what Python computes, at every length up to three blocks`() throws {
        let bytes = (0..<192).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 200) }
        try expectPythonFindsNoFault(
            in: (0...192).map { Digest.sha256(Array(bytes[..<$0])).hex },
            """
            import hashlib
            data = bytes((n * 151 + 200) % 256 for n in range(192))
            for length, text in enumerate(rows):
                if hashlib.sha256(data[:length]).hexdigest() != text: print(length)
            """)
    }

    @Test func `reads back from its text and from its bytes`() {
        let hash = Digest.sha256(Array("abc".utf8))
        #expect(Digest(hex: hash.hex) == hash)
        #expect(Digest(bytes: hash.bytes) == hash)
        #expect(hash.bytes.first == 0xBA && hash.bytes.last == 0xAD && hash.bytes.count == 32)
        #expect("\(hash)" == hash.hex)
        #expect(Digest(bytes: Array(hash.bytes.dropLast())) == nil)
        #expect(Digest(bytes: hash.bytes + [0]) == nil)
    }

    @Test(arguments: [
        "", String(repeating: "a", count: 63), String(repeating: "a", count: 65),
        String(repeating: "A", count: 64), String(repeating: "g", count: 64),
        String(repeating: "0", count: 62) + "\u{E9}", "0x" + String(repeating: "0", count: 62),
    ])
    func `is not read from any other text`(_ text: String) {
        #expect(Digest(hex: text) == nil)
    }

    @Test func `comes in the order of its text`() {
        let hashes = (0..<50).map { Digest.sha256([$0]) }
        #expect(hashes.sorted().map(\.hex) == hashes.map(\.hex).sorted())
        let ends = ["0", "1"].map { String(repeating: "7", count: 63) + $0 }
        #expect(ends.compactMap { Digest(hex: $0) }.sorted().map(\.hex) == ends)
    }
}
