import Assessment
import Statistics
import Testing

@Suite struct `Models of items` {
    private static func responses(_ pattern: String) -> [Bool?] { pattern.map { $0 == "1" } }

    private static func rows(_ frequencies: Golden) -> [[Bool?]] {
        frequencies.names.flatMap { pattern in
            Array(repeating: responses(pattern), count: frequencies[pattern].whole ?? 0)
        }
    }

    @Test(
        .enabled(if: Golden.isThere("irt"), "the expected figures are not at hand"),
        arguments: [
            ("1PL_fixed", .unitSlope), ("rasch", .commonSlope), ("2PL", .ownSlopes),
        ] as [(String, ItemResponse.Model)])
    func `have the parameters, likelihoods and abilities of ltm, mirt and girth`(
        _ name: String, _ model: ItemResponse.Model
    ) throws {
        let cases = try Golden.file("irt").cases.list.filter { $0.model.text == name }
        #expect(cases.count == 2)
        for row in cases {
            let own = try ItemResponse(model, responses: Self.rows(row.pattern_frequencies))
            let (expected, printed) = (row.expected, row.published)
            let comment = Comment(rawValue: row.name.text ?? "")
            #expect(isClose(own.logLikelihood, expected.logLik.number), comment)
            #expect(own.items.count == expected.difficulty.list.count)
            for (place, item) in own.items.enumerated() {
                for (own, name) in [
                    (item.slope, "discrimination"), (item.difficulty, "difficulty"),
                    (item.intercept, "intercept"),
                ] {
                    let other = expected[name].list[place].number
                    #expect(isClose(own, other, relative: 1e-5), comment)
                    // So far from the peak do programs stop, as the file says.
                    if let printed = printed[name].list.dropFirst(place).first?.number {
                        #expect(isClose(own, printed, absolute: 2.5e-3), comment)
                    }
                }
            }
            if let printed = printed.logLik.number {
                #expect(isClose(own.logLikelihood, printed, absolute: 1e-3), comment)
            }
            for pattern in expected.eap.names {
                let ability = own.ability(Self.responses(pattern))
                let other = expected.eap[pattern].list
                #expect(isClose(ability.value, other[0].number, relative: 1e-5), comment)
                #expect(isClose(ability.standardError, other[1].number, relative: 1e-5), comment)
            }
        }
    }

    /// What ltm prints of the five items of LSAT6, from its manual and Rizopoulos, "ltm: an R package
    /// for latent variable modeling and item response theory analyses", 2006.
    @Test(
        .enabled(if: Golden.isThere("irt"), "the answers are not at hand"),
        arguments: [
            (.unitSlope, [0.1287, 0.0821, 0.0766, 0.0865, 0.1048], [0, 0, 0, 0, 0]),
            (
                .commonSlope, [0.3266, 0.1422, 0.0977, 0.1691, 0.2510],
                [0.0694, 0.0694, 0.0694, 0.0694, 0.0694]
            ),
            (
                .ownSlopes, [0.8669, 0.3073, 0.0997, 0.4341, 0.8700],
                [0.2581, 0.1867, 0.2326, 0.1852, 0.2100]
            ),
        ] as [(ItemResponse.Model, [Double], [Double])])
    func `are as uncertain as ltm says`(
        _ model: ItemResponse.Model, _ difficulties: [Double], _ slopes: [Double]
    ) throws {
        let answers = try Golden.case("lsat6_rasch", of: "irt").pattern_frequencies
        let own = try ItemResponse(model, responses: Self.rows(answers))
        #expect(own.difficulties.map(\.value) == own.items.map(\.difficulty))
        #expect(own.slopes.map(\.value) == own.items.map(\.slope))
        for (item, (difficulty, slope)) in zip(difficulties, slopes).enumerated() {
            // It stops short of the peak of the model with the most slopes.
            let apart = model == .ownSlopes ? 2.5e-3 : 1e-4
            let errors = (own.difficulties[item].standardError, own.slopes[item].standardError)
            #expect(isClose(errors.0, difficulty, absolute: apart), "\(item) \(errors)")
            #expect(isClose(errors.1, slope, absolute: apart), "\(item) \(errors)")
        }
    }

    @Test(.enabled(if: Golden.isThere("irt"), "the expected figures are not at hand"))
    func `have the conditional difficulties and abilities of eRm`() throws {
        let answers = try Golden.case("lsat6_rasch", of: "irt").pattern_frequencies
        let expected = try Golden.case("lsat6_rasch_CML", of: "irt").expected
        let own = try ConditionalRasch(responses: Self.rows(answers))
        #expect(rounds(own.logLikelihood, to: expected.cond_logLik, decimals: 5))
        // eRm ends its search that far from the peak.
        let tolerance = 1e-5
        #expect(own.difficulties.count == expected.difficulty.list.count)
        for (item, other) in zip(own.difficulties, expected.difficulty.list) {
            #expect(isClose(item.value, other.number, absolute: tolerance))
        }
        for right in 1..<own.difficulties.count {
            let other = expected.theta_by_raw_score["\(right)"].number
            #expect(isClose(own.ability(right: right), other, absolute: tolerance))
        }
        // There those of none and of all right are drawn on from the others, and no estimates.
        #expect(own.ability(right: 0) == nil && own.ability(right: 5) == nil)
        #expect(isClose(own.difficulties.reduce(0) { $0 + $1.value }, 0))
        // Of a thousand learners, 3 had none right and 298 had all.
        #expect(own.basis == Basis(units: 699, missing: 301))
    }

    @Test func `need as many learners as they say`() throws {
        for model in ItemResponse.Model.allCases {
            let few = (1..<model.learnersNeeded).map { [$0 % 2 == 0, $0 % 3 == 0] as [Bool?] }
            #expect(throws: Undefined.tooFewUnits(needed: model.learnersNeeded)) {
                try ItemResponse(model, responses: few)
            }
            #expect(throws: Never.self) {
                try ItemResponse(
                    .commonSlope, responses: few + [[true, false]], learnersNeeded: 10)
            }
        }
        let learners = ConditionalRasch.learnersNeeded
        let same = Array(repeating: [true, true] as [Bool?], count: 500)
        #expect(throws: Undefined.tooFewUnits(needed: learners)) {
            try ConditionalRasch(responses: same)
        }
        #expect(throws: Undefined.noVariation) {
            try ConditionalRasch(
                responses: Array(repeating: [true, false], count: learners))
        }
        #expect(throws: Undefined.noVariation) {
            try ItemResponse(.unitSlope, responses: same)
        }
    }

    /// Answers that depend on ability and difficulty, with some items not asked.
    private static let asked: [[Bool?]] = {
        var generator = SeededGenerator(seed: 11)
        return (0..<300).map { _ in
            let ability = generator.index(below: 100)
            return (0..<6).map { item in
                let isRight = generator.index(below: 100) + ability > 50 + 12 * item
                return generator.index(below: 10) == 0 ? nil : isRight
            }
        }
    }()

    @Test(arguments: ItemResponse.Model.allCases)
    func `do not hang on the order of learners and items, nor on who was asked nothing`(
        _ model: ItemResponse.Model
    ) throws {
        let plain = try ItemResponse(model, responses: Self.asked)
        let nothing = Array(repeating: Array(repeating: nil as Bool?, count: 6), count: 9)
        let turned = try ItemResponse(
            model, responses: Self.asked.reversed().map { $0.reversed() } + nothing)
        for (own, other) in zip(plain.items, turned.items.reversed()) {
            #expect(isClose(own.slope, other.slope, relative: 1e-6))
            #expect(isClose(own.difficulty, other.difficulty, relative: 1e-6))
        }
        #expect(isClose(plain.logLikelihood, turned.logLikelihood))
        #expect(turned.basis.missing == plain.basis.missing + 54)
        // Later items are made harder.
        #expect(
            zip(plain.items, plain.items.dropFirst()).allSatisfy { $0.difficulty < $1.difficulty })
        // Who was asked nothing is expected to be like all.
        let unknown = plain.ability(Array(repeating: nil, count: 6))
        #expect(isClose(unknown.value, 0) && isClose(unknown.standardError, 1))
    }
}
