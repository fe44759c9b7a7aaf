import Assessment
import Testing

@Suite struct `At the limits of 128 bits` {
    static let largest = Int128.max

    struct Work: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let result: @Sendable () throws -> Rational

        init(_ name: String, _ result: @escaping @Sendable () throws -> Rational) {
            (testDescription, self.result) = (name, result)
        }
    }

    private static func whole(_ value: Int128) throws -> Rational { try Rational(value, over: 1) }

    private static func part(_ value: Int128) throws -> Rational { try Rational(1, over: value) }

    @Test(arguments: [
        Work("the least whole number") { try whole(.min) },
        Work("the least denominator") { try part(.min) },
        Work("the least numerator over three") { try Rational(.min, over: 3) },
        Work("the least over the largest") { try Rational(.min, over: .max) },
        Work("a sum of whole numbers") { try whole(largest) + .one },
        Work("a sum below zero") { try whole(-largest) + Rational(-1) },
        Work("a difference") { try whole(-largest) - .one },
        Work("a difference that is the least number") { try Rational(-2) - whole(largest - 1) },
        Work("a sum of small parts") { try part(largest) + part(largest - 1) },
        Work("a sum of a whole and a part") { try whole(largest) + part(2) },
        Work("a product") { try whole(largest) * Rational(2) },
        Work("a product below zero") { try whole(-largest) * Rational(2) },
        Work("a product of small parts") { try part(largest) * part(2) },
        Work("a product that is the least number") { try whole(1 << 64) * whole(-(1 << 63)) },
        Work("a quotient") { try #require(try whole(largest).divided(by: part(2))) },
        Work("a quotient of a part") { try #require(try part(largest).divided(by: Rational(-2))) },
        Work("a total") { try [whole(largest), .one, Rational(-1)].total() },
        Work("a share of marks") {
            let marks = Marks(earned: try whole(largest), possible: try part(3))
            return try #require(try marks.share())
        },
        Work("a cut of marks") {
            let marks = Marks(earned: .one, possible: try whole(largest))
            return try marks.reach(Rational(2)) == true ? .one : .zero
        },
    ]) func `what does not fit is an error`(_ work: Work) {
        #expect(throws: Rational.Overflow()) { try work.result() }
    }

    @Test(
        arguments: [
            (Work("plus zero") { try whole(largest) + .zero }, largest, 1),
            (Work("less one") { try whole(largest) - .one }, largest - 1, 1),
            (
                Work("less itself") { try Rational(largest, over: 2) - Rational(largest, over: 2) },
                0, 1
            ),
            (Work("back from the bottom") { try whole(-largest) + whole(largest) }, 0, 1),
            (Work("negated") { try -whole(-largest) }, largest, 1),
            (Work("size") { try whole(-largest).magnitude }, largest, 1),
            (Work("times its part") { try whole(largest) * part(largest) }, 1, 1),
            (
                Work("crosswise") {
                    try Rational(largest, over: 3) * Rational(3, over: largest - 1)
                }, largest, largest - 1
            ),
            (
                Work("by itself") { try #require(try part(largest).divided(by: part(largest))) }, 1,
                1
            ),
            (
                Work("by its negative") {
                    try #require(try whole(largest).divided(by: whole(-largest)))
                }, -1, 1
            ),
        ] as [(Work, Int128, Int128)]) func `what fits is exact`(
            _ work: Work, top: Int128, bottom: Int128
        ) throws
    {
        #expect(try work.result() == (try Rational(top, over: bottom)))
    }

    @Test func `every pair is compared rightly`() throws {
        let top = Self.largest
        let above: [(Int128, Int128)] = [
            (1, top), (1, top - 1), (1, top / 2), (top / 2 - 1, top), (top / 2, top - 1),
            (top - 3, top - 2), (top - 2, top - 1), (top - 1, top), (1, 1), (top, top - 1),
            (top - 1, top - 2), (top / 2, 3), (top / 2 + 1, 3), (top - 1, 2), (top, 2),
            (top - 1, 1), (top, 1),
        ]
        let positive = try above.map { try Rational($0.0, over: $0.1) }
        let ascending = positive.reversed().map { -$0 } + [.zero] + positive
        for (place, left) in ascending.enumerated() {
            for (other, right) in ascending.enumerated() {
                #expect((left < right) == (place < other), "\(left) < \(right)")
                #expect((left == right) == (place == other), "\(left) == \(right)")
            }
        }
        #expect(ascending.reversed().sorted() == ascending)
    }

    @Test(
        arguments: [
            (largest, 1, "170141183460469231731687303715884105727"),
            (-largest, 1, "-170141183460469231731687303715884105727"),
            (largest, 2, "170141183460469231731687303715884105727/2"),
            (-largest, 1_000_000_000, "-170141183460469231731687303715.884105727"),
            (1, largest, "1/170141183460469231731687303715884105727"),
            (1, 1 << 126, "1/85070591730234615865843651857942052864"),
        ] as [(Int128, Int128, String)]) func `text is made of every value`(
            _ top: Int128, over bottom: Int128, is text: String
        )
        throws
    {
        let value = try Rational(top, over: bottom)
        #expect(value.description == text)
        #expect(!value.shareText.isEmpty)
        for cut in [nil, value, try Rational(top - top.signum(), over: bottom), Rational(80)] {
            for places in [0, 2, 9] {
                #expect(!value.rounded(toDecimals: places, neverAcross: cut).isEmpty)
            }
        }
    }
}
