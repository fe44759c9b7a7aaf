import Assessment
import Statistics
import Testing

@Suite struct `Kendall's W` {
    @Test(.enabled(if: Golden.isThere("kendall_w"), "the expected figures are not at hand"))
    func `is not defined where all is tied`() throws {
        for row in try Golden.file("kendall_w").cases.list {
            let own = KendallsW(
                marks: row.objects_by_judges.wholeRows.map { $0.map { Rational($0) } })
            #expect(try own.squares.isExactly(row.expected.S))
            #expect(try own.concordance.isExactly(row.expected.Wt))
            #expect(isClose(own.chiSquare, row.expected.chi2.number))
            #expect(own.freedom == row.expected.df.whole)
        }
    }

    struct Row: Sendable {
        let marks: [[Int?]]
        let concordance: String
        let chiSquare: Double
        let significance: Double
    }

    /// The statistics are those of scipy.stats.friedmanchisquare 1.17.1; the fractions are sums of
    /// Python's own.
    @Test(arguments: [
        Row(
            marks: [
                [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9],
                [6, 2, 4, 7],
            ], concordance: "479/540", chiSquare: 17.74074074074073,
            significance: 0.0032895092436803007),
        Row(
            marks: [
                [1, 1, 2], [2, 2, 2], [3, 3, 1], [3, 4, 1], [5, 5, 4], [5, 5, 5], [nil, 5, 5],
            ], concordance: "23/30", chiSquare: 11.499999999999996,
            significance: 0.042319832065580903),
        Row(
            marks: [[1, 10], [2, 20], [3, 30]], concordance: "1", chiSquare: 4,
            significance: 0.1353352832366127),
        Row(
            marks: [[1, 30], [2, 20], [3, 10]], concordance: "0", chiSquare: 0, significance: 1),
    ]) func `is what SciPy has`(_ row: Row) throws {
        let own = KendallsW(marks: row.marks.map { $0.map { $0.map { Rational($0) } } })
        #expect(own.concordance.exact == (try Rational(exactly: row.concordance)))
        #expect(isClose(own.chiSquare, row.chiSquare))
        #expect(isClose(own.significance, row.significance))
    }

    @Test(
        arguments: [
            ([], .tooFewUnits(needed: 2)), ([[1, 2]], .tooFewUnits(needed: 2)),
            ([[1], [2]], .tooFewRaters(needed: 2)),
            ([[1, 2], [nil, 1]], .tooFewUnits(needed: 2)),
            ([[1, 2], [1, 2]], .noVariation),
        ] as [([[Int?]], Undefined)]) func `is not defined for a reason`(
            _ marks: [[Int?]], _ reason: Undefined
        )
    {
        let own = KendallsW(marks: marks.map { $0.map { $0.map { Rational($0) } } })
        #expect(own.concordance.undefined == reason)
    }
}

@Suite struct `How far a group agrees` {
    /// The first two rows are those of the 360° feedback that the golden files work out.
    @Test(
        arguments: [
            ([6, 7, 5], 10, "29/33", false), ([7, 6, 8, 7], 10, "91/99", false),
            ([4, 4, 4], 5, "1", false), ([1, 5], 5, "0", true), ([1, 3], 5, "0", false),
            ([nil, 6, 7, nil, 5], 10, "29/33", false), ([3], 5, nil, false), ([], 5, nil, false),
        ] as [([Int?], Int, String?, Bool)]) func `is held against evenly spread marks`(
            _ marks: [Int?], _ levels: Int, _ expected: String?, _ isSplit: Bool
        ) throws
    {
        let own = GroupAgreement(marks: marks, levels: levels)
        #expect(own.figure.exact == (try expected.map { try Rational(exactly: $0) }))
        #expect(own.isSplit == isSplit)
        #expect(own.figure.basis.missing == marks.count { $0 == nil })
        #expect((own.figure.undefined == .tooFewRaters(needed: 2)) == (expected == nil))
    }
}
