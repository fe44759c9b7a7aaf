import Assessment
import Statistics
import Testing

@Suite struct `Whether an item is fair` {
    @Test(
        .enabled(if: Golden.isThere("mantel_haenszel_dif"), "the expected figures are not at hand"))
    func `is what R's test of Mantel and Haenszel has`() throws {
        for row in try Golden.file("mantel_haenszel_dif").cases.list {
            let strata = row.strata_refRight_refWrong_focRight_focWrong.wholeRows
            let own = try ItemFairness(strata.map { Self.stratum($0) }, learnersNeeded: 1)
            let (expected, comment) = (row.expected, Comment(rawValue: row.name.text ?? ""))
            #expect(try own.oddsRatio.isExactly(expected.alpha_MH), comment)
            #expect(try own.chiSquare.isExactly(expected.chi2), comment)
            #expect(try own.uncorrectedChiSquare.isExactly(expected.chi2_uncorrected), comment)
            let bounds = expected.ci95_alpha.list
            for (own, other) in [
                (own.oddsRatio.interval?.lower, bounds[0]),
                (own.oddsRatio.interval?.upper, bounds[1]),
                (own.difference.number, expected.MH_D_DIF), (own.standardError, expected.se_D),
                (own.significance, expected.p_value),
            ] {
                #expect(!other.isNothing && isClose(own, other.number), comment)
            }
            #expect(own.class.rawValue == expected.ets_class.text, comment)
            #expect(rounds(own.oddsRatio.number, to: row.published.alpha_MH), comment)
            #expect(rounds(own.chiSquare.double, to: row.published.chi2), comment)
        }
    }

    private static func stratum(_ cells: [Int]) -> ItemFairness.Stratum {
        ItemFairness.Stratum(
            referenceRight: cells[0], referenceWrong: cells[1], focalRight: cells[2],
            focalWrong: cells[3])
    }

    @Test(
        arguments: [
            ([[90, 9, 90, 20]], .tooFewUnits(needed: 100)),
            ([[90, 20, 50, 49]], .tooFewUnits(needed: 100)),
            ([], .tooFewUnits(needed: 100)),
            ([[100, 0, 100, 0]], .noVariation),
            ([[100, 100, 0, 0], [0, 0, 99, 1]], .noVariation),
            ([[100, 0, 50, 50]], .noVariation),
        ] as [([[Int]], Undefined)]) func `is not told for a reason`(
            _ strata: [[Int]], _ reason: Undefined
        )
    {
        #expect(throws: reason) { try ItemFairness(strata.map { Self.stratum($0) }) }
    }

    @Test func `turns around with the groups`() throws {
        let strata = [[20, 20, 10, 30], [30, 15, 18, 27], [40, 10, 28, 22], [45, 5, 38, 12]]
        let one = try ItemFairness(strata.map { Self.stratum($0) })
        let other = try ItemFairness(strata.map { Self.stratum([$0[2], $0[3], $0[0], $0[1]]) })
        #expect(one.chiSquare == other.chiSquare)
        #expect(one.class == other.class)
        #expect(
            isClose(one.difference.number, other.difference.number.map { -$0 }))
    }

    @Test func `compares learners of the same total`() throws {
        let rows: [(responses: [Bool], isFocal: Bool)] = [
            ([true, false], false), ([true, false], false), ([false, true], false),
            ([false, true], true), ([false, true], true), ([true, false], true),
            ([true, true], false), ([false, false], true),
        ]
        let own = try ItemFairness(
            item: 0, responses: rows.map(\.responses), isFocal: rows.map(\.isFocal),
            learnersNeeded: 4)
        #expect(own.oddsRatio.exact == Rational(4))
        #expect(own.oddsRatio.basis.units == 8)
    }
}
