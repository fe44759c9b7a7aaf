import Assessment
import Statistics
import Testing

@Suite struct `Marks of several reviewers` {
    private static let marks: [[Int?]] = [
        [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
        [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1],
        [nil, nil, 3, nil],
    ]

    private func figures(_ ratings: Ratings) -> [Figure] {
        let weightings: [Weighting] = [.unweighted, .linear, .quadratic]
        return weightings.flatMap { weighting in
            [ratings.agreement(weighting)]
                + Chance.allCases.map {
                    ratings.agreement(beyond: $0, weighting: weighting).coefficient
                }
        } + Difference.allCases.map { ratings.krippendorffsAlpha($0).alpha }
            + [ratings.adjacentAgreement()]
    }

    @Test func `say the same in any order of the work and of the reviewers`() {
        let plain = Ratings(Self.marks)
        let expected = figures(plain).map(\.value)
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<5 {
            var units = Self.marks
            generator.shuffle(&units)
            var raters = Array(0..<plain.raters)
            generator.shuffle(&raters)
            let found = figures(Ratings(units).keeping(raters: raters))
            #expect(found.map(\.value) == expected)
            #expect(found.allSatisfy { $0.basis.missing == 7 && $0.basis.raters == 4 })
        }
    }

    @Test func `count a level that nobody chose where levels are counted`() {
        let (plain, wider) = (Ratings(Self.marks), Ratings(Self.marks, levels: 7))
        for difference in Difference.allCases {
            #expect(
                plain.krippendorffsAlpha(difference).alpha.value
                    == wider.krippendorffsAlpha(difference).alpha.value)
        }
        #expect(plain.agreement().value == wider.agreement().value)
        #expect(plain.agreement(.linear).value != wider.agreement(.linear).value)
        #expect(
            plain.agreement(beyond: .gwet).coefficient.value
                != wider.agreement(beyond: .gwet).coefficient.value)
    }

    @Test(
        arguments: [
            ([[1, nil], [nil, 2]], 2, .noOverlap), ([], 2, .noOverlap),
            ([[nil, nil]], 2, .noOverlap),
            ([[1, 1], [1, 1]], 1, .noVariation),
        ] as [([[Int?]], Int, Undefined)]) func `have no coefficient for a reason`(
            _ units: [[Int?]], _ levels: Int, _ reason: Undefined
        )
    {
        let ratings = Ratings(units, levels: levels)
        for chance in Chance.allCases {
            #expect(ratings.agreement(beyond: chance).coefficient.undefined == reason)
        }
        for difference in Difference.allCases {
            #expect(ratings.krippendorffsAlpha(difference).alpha.undefined == reason)
        }
    }

    @Test func `without variation are agreement where levels are declared`() {
        let alike = Ratings([[1, 1], [1, 1]], levels: 3)
        #expect(alike.agreement().exact == .one)
        #expect(alike.agreement(beyond: .gwet).coefficient.exact == .one)
        #expect(alike.agreement(beyond: .brennanPrediger).coefficient.exact == .one)
        #expect(alike.agreement(beyond: .fleiss).coefficient.undefined == .noVariation)
        #expect(alike.kappa(of: 0, and: 1).kappa.undefined == .noVariation)
        #expect(alike.krippendorffsAlpha(.interval).alpha.undefined == .noVariation)
    }

    @Test func `of two reviewers have Cohen's kappa as Conger's`() {
        let pair = Ratings(Self.marks).keeping(raters: [1, 3])
        let complete = Ratings(
            levels: pair.levels, units: pair.units.filter { !$0.contains(nil) })
        for weighting in [Weighting.unweighted, .linear, .quadratic] {
            #expect(
                pair.kappa(of: 0, and: 1, weighting: weighting).kappa.exact
                    == complete.agreement(beyond: .conger, weighting: weighting)
                    .coefficient.exact)
        }
        #expect(pair.kappa(of: 0, and: 1).kappa.basis == Basis(units: 10, missing: 2, raters: 2))
    }

    @Test func `take their levels from the rubric's scale`() throws {
        let points: KeyValuePairs<String, Rational?> = [
            "high": Rational(4), "low": .zero, "abstain": nil, "middle": .one,
        ]
        let levels = try points.map { name, points in
            Scale.Level(id: try #require(Scale.Level.ID(name)), points: points, label: name)
        }
        let scale = Scale(id: try #require(Scale.ID("three")), levels: levels)
        let ratings = Ratings(
            scale: scale,
            chosen: [["low", "high"], ["middle", "abstain"], [nil, "middle"]].map {
                $0.map { $0.flatMap { Scale.Level.ID($0) } }
            })
        #expect(ratings.levels == [.zero, .one, Rational(4)])
        #expect(ratings.units == [[0, 2], [1, nil], [nil, 1]])
        #expect(ratings.missing == 2)
    }

    @Test func `far from each other in points agree less`() throws {
        let near = Ratings(levels: [0, 1, 10].map { Rational($0) }, units: [[0, 1], [2, 2]])
        let far = Ratings(levels: [0, 9, 10].map { Rational($0) }, units: [[0, 1], [2, 2]])
        #expect(near.agreement(.linear).exact == (try Rational(19, over: 20)))
        #expect(far.agreement(.linear).exact == (try Rational(11, over: 20)))
        #expect(near.adjacentAgreement().exact == .one)
    }

    @Test func `have an interval by resampling that comes out the same every time`() throws {
        let ratings = Ratings(Self.marks)
        let figure = { (ratings: Ratings) in ratings.krippendorffsAlpha(.interval).alpha }
        func interval(_ seed: UInt64, confidence: Double = 0.95) -> Interval? {
            ratings.interval(
                Bootstrap(seed: seed, draws: 200, confidence: confidence), of: figure)
        }
        let wide = try #require(interval(7))
        #expect(wide == interval(7))
        #expect(wide != interval(8))
        let alpha = try #require(figure(ratings).number)
        #expect(wide.lower < alpha && alpha < wide.upper && wide.upper <= 1)
        let narrow = try #require(interval(7, confidence: 0.5))
        #expect(wide.lower < narrow.lower && narrow.upper < wide.upper)
        let alike = Ratings([[1, 1], [1, 1]], levels: 2)
        #expect(alike.interval(Bootstrap(seed: 1, draws: 100), of: figure) == nil)
    }
}
