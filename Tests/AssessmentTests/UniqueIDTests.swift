import Assessment
import Foundation
import Testing

@Suite struct `A unique id` {
    private typealias ID = UniqueID<Item>

    /// Gives what it was told to.
    private struct Script: RandomNumberGenerator {
        var numbers: [UInt64]
        mutating func next() -> UInt64 { numbers.removeFirst() }
    }

    /// The example of RFC 9562, appendix A.6: 2022-02-22 19:22:22 UTC.
    private static let example = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"

    @Test(
        arguments: [
            (0xCC3, 0x18C4_DC0C_0C07_398F), (0xFFFF_FFFF_FFFF_FCC3, 0x98C4_DC0C_0C07_398F),
            (0x1CC3, 0xD8C4_DC0C_0C07_398F),
        ] as [(UInt64, UInt64)]) func `is laid out as RFC 9562 says`(
            _ first: UInt64, _ second: UInt64
        )
    {
        var script = Script(numbers: [first, second])
        let time = Timestamp(microseconds: 1_645_557_742_000_999)
        #expect("\(ID(at: time, using: &script))" == Self.example)
    }

    /// Python with SplitMix64 of its own makes the same one.
    @Test func `is the same for the same time and chance`() {
        var generator = SeededGenerator(seed: 7)
        let id = ID(at: Timestamp(microseconds: 1_773_065_100_000_000), using: &generator)
        #expect("\(id)" == "019cd2ea-5ae0-7dd7-844c-3cd7f43c661c")
    }

    @Test func `reads back from its text in either case, and from its bytes`() throws {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<500 {
            let bits = UInt128(generator.next()) << 64 | UInt128(generator.next())
            let id = ID(bits: bits)
            #expect(ID(id.description) == id)
            #expect(ID(id.description.uppercased()) == id)
            #expect(ID(bytes: id.bytes) == id)
            let outside = try #require(UUID(uuidString: id.description))
            #expect(outside.uuidString.lowercased() == id.description)
            withUnsafeBytes(of: outside.uuid) { #expect(Array($0) == id.bytes) }
        }
        for bits in [UInt128.min, 1, .max] { #expect(ID(ID(bits: bits).description)?.bits == bits) }
    }

    @Test(arguments: [
        "", "017f22e279b07cc398c4dc0c0c07398f", "{\(example)}", "\(example) ", " \(example)",
        "\(example)0", "\(example)-", "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
        "g17f22e2\(example.dropFirst(8))",
        "+17f22e2\(example.dropFirst(8))", "０17f22\(example.dropFirst(8))",
        "017f22é\(example.dropFirst(8))", "017f-22e279b0-7cc3-98c4-dc0c0c07398f",
        "017f22e2_79b0_7cc3_98c4_dc0c0c07398f",
    ]) func `is nothing else than its text`(_ text: String) {
        #expect(ID(text) == nil)
    }

    @Test(arguments: [0, 1, 15, 17, 32]) func `has 16 bytes`(_ count: Int) {
        #expect(ID(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }

    @Test func `sorts by its time, as a value, as text and as bytes`() {
        var generator = SeededGenerator(seed: 11)
        var time = Int64(0)
        var last = ID(bits: 0)
        for round in 0..<500 {
            time += Int64(1_000 << (round % 40))
            let id = ID(at: Timestamp(microseconds: time % (1 << 57)), using: &generator)
            if time >= 1 << 57 { break }
            #expect(last < id && last.description < id.description)
            #expect(last.bytes.lexicographicallyPrecedes(id.bytes))
            last = id
        }
    }

    @Test func `differs within one millisecond`() {
        var generator = SystemRandomNumberGenerator()
        let time = Timestamp(microseconds: 1_773_065_100_000_000)
        let ids = Set((0..<10_000).map { _ in ID(at: time, using: &generator) })
        #expect(ids.count == 10_000)
        #expect(ids.allSatisfy { $0.bits >> 76 & 0xF == 7 && $0.bits >> 62 & 3 == 2 })
    }
}
