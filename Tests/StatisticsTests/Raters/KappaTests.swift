import Assessment
import Statistics
import Testing

@Suite struct `Kappa` {
    @Test(
        .enabled(if: Golden.isThere("cohen_kappa"), "the expected figures are not at hand"),
        arguments: [
            ("unweighted", .unweighted), ("linear", .linear), ("quadratic", .quadratic),
        ] as [(String, Weighting)])
    func `of Cohen is what SAS, R and statsmodels have`(
        _ name: String, _ weighting: Weighting
    ) throws {
        var seen = 0
        for row in try Golden.file("cohen_kappa").cases.list {
            let table = row.table_rater1_rows_rater2_cols.wholeRows
            guard !table.isEmpty else { continue }
            let comment = Comment(rawValue: row.name.text ?? "")
            let expected = row.expected[name]
            let own = CohensKappa(
                table: table, levels: table.indices.map { Rational($0) }, weighting: weighting)
            #expect(try own.observed.isExactly(expected.po), comment)
            #expect(try own.expected.isExactly(expected.pe), comment)
            #expect(try own.kappa.isExactly(expected.kappa), comment)
            #expect(isClose(own.standardError, expected.se.number), comment)
            #expect(isClose(own.standardErrorByChance, expected.se0.number), comment)
            for (figure, number) in [
                ("kappa", own.kappa.number), ("se", own.standardError),
                ("se0", own.standardErrorByChance),
            ] {
                #expect(rounds(number, to: row.published["\(name).\(figure)"]), comment)
            }
            seen += 1
        }
        #expect(seen >= 9)
    }

    @Test(.enabled(if: Golden.isThere("cohen_kappa"), "the expected figures are not at hand"))
    func `of Cohen takes an author's costs of disagreement`() throws {
        let row = try Golden.case("cohen_1968_custom_disagreement_weights", of: "cohen_kappa")
        let units = try #require(row.n.number)
        let table = row.proportions.list.map { row in
            row.list.map { Int((($0.number ?? 0) * units).rounded()) }
        }
        let costs = row.disagreement_weights.wholeRows.map { $0.map { Rational($0) } }
        let levels = table.indices.map { Rational($0) }
        let weighted = CohensKappa(table: table, levels: levels, weighting: .costs(costs)).kappa
        #expect(try weighted.isExactly(row.expected.weighted_kappa))
        #expect(rounds(weighted.number, to: row.published.weighted_kappa))
        let plain = CohensKappa(table: table, levels: levels).kappa
        #expect(rounds(plain.number, to: row.expected.unweighted_kappa, decimals: 10))
        #expect(rounds(plain.number, to: row.published.unweighted_kappa))
    }

    @Test(.enabled(if: Golden.isThere("fleiss_kappa"), "the expected figures are not at hand"))
    func `of Fleiss is what he printed and statsmodels has`() throws {
        for row in try Golden.file("fleiss_kappa").cases.list {
            let own = FleissKappa(counts: row.counts_units_by_category.wholeRows)
            let (expected, comment) = (row.expected, Comment(rawValue: row.name.text ?? ""))
            #expect(try #require(own.observed).isExactly(expected.po), comment)
            #expect(try #require(own.expected).isExactly(expected.pe), comment)
            #expect(try own.kappa.isExactly(expected.kappa), comment)
            #expect(isClose(own.standardErrorByChance, expected.se0.number), comment)
            let z = own.kappa.number.flatMap { kappa in
                own.standardErrorByChance.map { kappa / $0 }
            }
            #expect(isClose(z, expected.z.number), comment)
            #expect(rounds(z, to: row.published.z), comment)
            #expect(rounds(own.kappa.number, to: row.published.kappa), comment)
            for (own, level) in zip(own.byLevel, expected.by_category.list) {
                #expect(try own.isExactly(level), comment)
            }
        }
    }

    @Test(
        arguments: [
            ([[2, 1], [1, 1]], .unequalMarks), ([[1, 0], [0, 1]], .noOverlap),
            ([[0, 0]], .noOverlap), ([], .noOverlap), ([[3, 0], [3, 0]], .noVariation),
        ] as [([[Int]], Undefined)]) func `of Fleiss is not defined for a reason`(
            _ counts: [[Int]], _ reason: Undefined
        )
    {
        #expect(FleissKappa(counts: counts).kappa.undefined == reason)
    }
}
