import Assessment
import Testing

@Suite struct `The seeded generator` {
    /// The first row is what others print for https://prng.di.unimi.it/splitmix64.c; the rest come
    /// from a model in Python.
    @Test(
        arguments: [
            (
                1_234_567,
                [
                    6_457_827_717_110_365_317, 3_203_168_211_198_807_973,
                    9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
                    16_408_922_859_458_223_821,
                ]
            ),
            (
                0,
                [
                    16_294_208_416_658_607_535, 7_960_286_522_194_355_700, 487_617_019_471_545_679,
                    17_909_611_376_780_542_444, 1_961_750_202_426_094_747,
                ]
            ),
            (
                .max,
                [
                    16_490_336_266_968_443_936, 16_834_447_057_089_888_969,
                    4_048_727_598_324_417_001,
                    7_862_637_804_313_477_842, 13_015_481_187_462_834_606,
                ]
            ),
        ] as [(UInt64, [UInt64])]) func `gives the published numbers`(
            _ seed: UInt64, _ numbers: [UInt64]
        )
    {
        var generator = SeededGenerator(seed: seed)
        #expect(numbers.map { _ in generator.next() } == numbers)
    }

    /// From the same model. The last two bounds make it throw numbers away: 2 and 1 of them.
    @Test(
        arguments: [
            (0, 1, [0, 0, 0, 0, 0, 0, 0, 0]), (0, 2, [1, 0, 0, 1, 0, 0, 0, 1]),
            (0, 6, [5, 2, 0, 5, 0, 1, 1, 4]), (42, 10, [7, 1, 2, 3, 0, 8, 2, 8]),
            (42, 52, [38, 8, 14, 17, 1, 45, 11, 41]),
            (1_234_567, 1_000, [350, 173, 532, 249, 889, 423, 590, 275]),
            (
                7, Int.max,
                [
                    3_595_544_800_446_187_243, 154_844_686_297_477_901, 8_308_050_873_407_804_672,
                    5_376_582_964_150_736_100,
                ]
            ),
            (
                7, (1 << 62) + 1,
                [
                    4_154_025_436_703_902_337, 2_688_291_482_075_368_051, 2_086_519_961_375_180_918,
                    1_150_299_863_866_387_076, 2_158_052_326_855_717_949, 1_512_986_910_920_847_295,
                    619_157_119_472_769_496, 1_905_278_406_105_126_106,
                ]
            ),
            (
                9, 3 << 61,
                [
                    4_720_264_026_597_762_085, 5_192_953_712_940_808_164, 1_835_375_684_529_427_364,
                    1_816_220_916_770_747_100, 792_804_775_035_234_431, 4_467_400_673_981_416_780,
                    6_803_725_490_142_509_686, 1_515_184_991_944_529_031,
                ]
            ),
        ] as [(UInt64, Int, [Int])]) func `chooses below a bound as its model does`(
            _ seed: UInt64, _ bound: Int, _ indices: [Int]
        )
    {
        var generator = SeededGenerator(seed: seed)
        #expect(indices.map { _ in generator.index(below: bound) } == indices)
    }

    @Test(arguments: [2, 3, 6, 7, 10]) func `favors no index`(_ bound: Int) {
        var generator = SeededGenerator(seed: 2_026)
        var counts = Array(repeating: 0, count: bound)
        for _ in 0..<(2_000 * bound) { counts[generator.index(below: bound)] += 1 }
        // Each is near 2000 with a deviation below 45: a bound of five deviations.
        #expect(counts.allSatisfy { (1_775...2_225).contains($0) }, "\(counts)")
    }

    /// A plain remainder would put three in eight into the lowest third.
    @Test func `favors no part of a bound that does not divide its range`() {
        var generator = SeededGenerator(seed: 5)
        let bound = 3 << 61
        let low = (0..<12_000).count { _ in generator.index(below: bound) < bound / 3 }
        #expect((3_750...4_250).contains(low))
    }

    @Test(
        arguments: [
            (0, 0, []), (0, 1, [0]), (0, 5, [2, 3, 0, 1, 4]),
            (42, 10, [8, 3, 6, 5, 4, 0, 9, 2, 1, 7]),
            (1_234_567, 10, [6, 9, 0, 7, 2, 5, 8, 4, 1, 3]),
        ] as [(UInt64, Int, [Int])]) func `shuffles as its model does`(
            _ seed: UInt64, _ count: Int, _ shuffled: [Int]
        )
    {
        var generator = SeededGenerator(seed: seed)
        var numbers = Array(0..<count)
        generator.shuffle(&numbers)
        #expect(numbers == shuffled)
    }

    @Test func `shuffles into every order alike`() {
        var generator = SeededGenerator(seed: 99)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<2_400 {
            var numbers = [1, 2, 3, 4]
            generator.shuffle(&numbers)
            counts[numbers, default: 0] += 1
        }
        #expect(counts.count == 24)
        #expect(counts.values.allSatisfy { (50...150).contains($0) }, "\(counts)")
    }
}
