import Assessment
import Testing

@Suite struct `A digest` {
    private static let ascending = (0..<32).map { UInt8($0 * 8) }

    @Test func `is its 32 bytes and their digits`() throws {
        let digest = try #require(Digest(bytes: Self.ascending))
        #expect(digest.bytes == Self.ascending)
        #expect(
            "\(digest)" == "0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8")
    }

    @Test(arguments: [0, 1, 31, 33, 64]) func `has no other length`(_ count: Int) {
        #expect(Digest(bytes: [UInt8](repeating: 0, count: count)) == nil)
    }

    @Test(arguments: 0..<32) func `sorts by its bytes`(_ place: Int) throws {
        var (low, high) = (Self.ascending, Self.ascending)
        (low[place], high[place]) = (0x7F, 0x80)
        for later in low.indices.dropFirst(place + 1) { (low[later], high[later]) = (0xFF, 0) }
        let (first, second) = (try #require(Digest(bytes: low)), try #require(Digest(bytes: high)))
        #expect(first < second && !(second < first) && first != second)
    }
}
