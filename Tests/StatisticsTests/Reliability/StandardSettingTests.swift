import Assessment
import Statistics
import Testing

@Suite(.enabled(if: Golden.isThere("standard_setting"), "the expected figures are not at hand"))
struct `A pass mark that judges set` {
    /// Numbers in the file have few decimals, which are exact.
    private func exact(_ value: Golden) throws -> Rational {
        let number = try #require(value.number)
        return try Rational(Int128((number * 10_000).rounded()), over: 10_000)
    }

    @Test func `is Angoff's, with its error`() throws {
        let row = try Golden.case("angoff_5items_4judges", of: "standard_setting")
        let ratings = try row.items_by_judges.list.map { try $0.list.map(exact) }
        let angoff = try StandardSetting.angoff(ratings)
        let expected = row.expected
        #expect(try angoff.judges == expected.judge_cuts.list.map { try $0.fraction })
        #expect(try angoff.cut.exact == expected.cut_raw.fraction)
        let percent = try #require(try expected.cut_percent.fraction)
        #expect(try angoff.share.exact == percent.divided(by: .hundred))
        #expect(isClose(angoff.deviation.number, expected.sd_of_judges.number))
        #expect(isClose(angoff.standardError.number, expected.se_of_cut.number))
        #expect(angoff.cut.basis == Basis(units: 5, raters: 4))
        let alone = try StandardSetting.angoff([[.one], [.zero]])
        #expect(alone.cut.exact == .one)
        #expect(alone.standardError.undefined == .tooFewRaters(needed: 2))
    }

    @Test func `is that of learners on the edge`() throws {
        let group = try Golden.case("borderline_group", of: "standard_setting")
        let cuts = StandardSetting.borderlineGroup(try group.scores_of_borderline.list.map(exact))
        #expect(try cuts.mean.exact == group.expected.cut_mean.fraction)
        #expect(try cuts.median.exact == group.expected.cut_median.fraction)
        #expect(StandardSetting.borderlineGroup([]).median.undefined == .noData)
        let row = try Golden.case("borderline_regression", of: "standard_setting")
        let learners = try zip(row.global_rating.list, row.score.list)
            .map { (rating: try exact($0), total: try exact($1)) }
        let line = StandardSetting.borderlineRegression(
            learners, borderline: try exact(row.borderline))
        #expect(try line.slope.exact == row.expected.slope.fraction)
        #expect(try line.cut.exact == row.expected.cut.fraction)
        let flat = StandardSetting.borderlineRegression(
            [(.one, .one), (.one, .zero)], borderline: .one)
        #expect(flat.cut.undefined == .noVariation)
    }

    @Test(arguments: [
        ([9, 10, 11, 13], [14, 17, 18, 18], "14"), ([1, 2, 5], [4, 6, 7], "5"),
        ([1, 2], [2, 3], "2.5"),
    ]) func `puts fewest learners of contrasting groups on the wrong side`(
        _ notReady: [Int], _ ready: [Int], _ cut: String
    ) throws {
        let figure = StandardSetting.contrastingGroups(
            notReady: notReady.map { Rational($0) }, ready: ready.map { Rational($0) })
        #expect(figure.exact?.description == cut)
    }
}
