import Assessment
import Sealing
import Testing

@Suite struct `A seal` {
    /// The answers are Python's `hashlib.blake2b(…, digest_size=32)`.
    @Test(
        arguments: [
            (0, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"),
            (1, "ee155ace9c40292074cb6aff8c9ccdd273c81648ff1149ef36bcea6ebb8a3e25"),
            (3, "9facd640130c81e7f318a8d5c660bc1b0f5d03861ffbd4cc1358e0e904593c28"),
            (127, "f609ab2904b340cd075920018e0e3c6f6a90a3dae3edf03d3cccc0634a81ffe3"),
            (128, "0702c64922fb7635a1b799668a7e89ba9c5fe55ed7bd2fdecb001544073afad9"),
            (129, "490091b32bad7b3380c9e593d341bce9b73ff9d4ebcf0091ff932bdff7279897"),
            (255, "b579b3e762db9a4a9def50ea22419ca669a4875f015a167f52baa86547df7554"),
            (256, "3d0cb2693dfbac42af5a6cc960953fea8714aa39c4bcd054ef61d6b5e98ade4a"),
            (1_000, "a2ae1ecc90361e0bb07dab9789a4b0a724ee3cf05623ac6cefa1e6af3da4aae8"),
            (100_000, "c1b67b4642e8371b8a40ce231af00a785060c9d92363a04232bdaf19e10587a5"),
        ] as [(Int, String)]) func `is BLAKE2b of 256 bits`(_ count: Int, _ digest: String)
    {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 7 * $0 + count) }
        #expect("\(Digest.sealing(bytes))" == digest)
    }

    /// The answers are Python's `hashlib.blake2b(…, digest_size=32, key=bytes(range(…)))`.
    @Test(
        arguments: [
            (0, 32, "4e51e7a913fc80137da52880fecca175bf81e117d5c68126dc2774033517ea0d"),
            (16, 32, "dc76e4ffe6ba8941afc925964e5e8a7760a3d2cd696d3036392a05eaa3234687"),
            (16, 16, "194495fe007bd23140bd0c96b63e0f2dddb17512d7b0f000b5dc4b45e9ff6fa6"),
            (129, 64, "392afd38b1621124a53d5a2f901563da44b329b454ea9561af9dbff2c492dd24"),
        ] as [(Int, Int, String)])
    func `is another one with each key`(_ count: Int, _ length: Int, _ digest: String) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 7 * $0 + count) }
        #expect("\(Digest.sealing(bytes, key: (0..<length).map { UInt8($0) }))" == digest)
        #expect(Digest.sealing(bytes) != Digest.sealing(bytes, key: [UInt8](1...32)))
    }

    @Test func `is the same from every thread`() async {
        let digests = await withTaskGroup { group in
            for _ in 0..<8 { group.addTask { Digest.sealing([1, 2, 3]) } }
            return await group.reduce(into: Set<Digest>()) { $0.insert($1) }
        }
        #expect(digests.count == 1)
    }
}
