import Assessment
import Statistics
import Testing

extension Ratings {
    /// Marks written as levels from one up, on a scale of as many as occur.
    init(_ units: [[Int?]], levels: Int? = nil) {
        let highest = levels ?? units.joined().compactMap(\.self).max() ?? 1
        self.init(
            levels: (1...highest).map { Rational($0) },
            units: units.map { $0.map { $0.map { $0 - 1 } } })
    }

    /// The same marks, with the reviewers in another order or only some of them.
    func keeping(raters kept: [Int]) -> Ratings {
        Ratings(levels: levels, units: units.map { unit in kept.map { unit[$0] } })
    }
}

@Suite struct `Agreement beyond chance` {
    struct Kind: Sendable {
        let name: String
        let weighting: Weighting
        let difference: Difference
    }

    @Test(
        .enabled(if: Golden.isThere("gwet_ac"), "the expected figures are not at hand"),
        arguments: [
            Kind(name: "unweighted", weighting: .unweighted, difference: .nominal),
            Kind(name: "linear", weighting: .linear, difference: .linear),
            Kind(name: "quadratic", weighting: .quadratic, difference: .interval),
        ]) func `is what irrCAC has, and exact`(_ kind: Kind) throws
    {
        for row in try Golden.file("gwet_ac").cases.list {
            let ratings = Ratings(row.units_by_raters.list.map(\.wholes))
            let expected = row.expected[kind.name]
            let name = row.name.text ?? ""
            #expect(try ratings.agreement(kind.weighting).isExactly(expected.pa), "\(name)")
            for (key, chance, exact) in [
                ("gwet", Chance.gwet, expected.AC), ("bp", .brennanPrediger, expected.BP),
                ("fleiss", .fleiss, expected.fleiss_generalised), ("conger", .conger, .nothing),
            ] {
                let own = ratings.agreement(beyond: chance, weighting: kind.weighting)
                let outside = expected.irrCAC[key]
                let comment = Comment(rawValue: "\(name), \(key)")
                #expect(try #require(own.observed).isExactly(expected.pa), comment)
                #expect(rounds(own.expected?.double, to: outside.pe, decimals: 8), comment)
                if chance == .gwet {
                    #expect(try #require(own.expected).isExactly(expected.pe_gwet), comment)
                }
                #expect(try exact.isNothing || own.coefficient.isExactly(exact), comment)
                try check(own.coefficient, own.standardError, against: outside, comment)
                // Its Brennan–Prediger alone is tested on one side.
                let sides = chance == .brennanPrediger ? 2.0 : 1
                #expect(isClose(own.significance, outside.p_value.number.map { sides * $0 }))
                if kind.weighting == .unweighted {
                    let printed = row.published["unweighted.\(chance == .gwet ? "AC" : key)"]
                    #expect(rounds(own.coefficient.number, to: printed), comment)
                }
            }
            let alpha = ratings.krippendorffsAlpha(kind.difference)
            try check(
                alpha.alpha, alpha.standardError, against: expected.irrCAC.krippendorff, "\(name)")
        }
    }

    private func check(
        _ figure: Figure, _ error: Double?, against outside: Golden, _ comment: Comment
    ) throws {
        let interval = try #require(figure.interval)
        let bounds = outside.confidence_interval.list
        for (own, other) in [
            (figure.number, outside.coefficient_value), (error, outside.se),
            (interval.lower, try #require(bounds.first)),
            (interval.upper, try #require(bounds.last)),
        ] {
            #expect(!other.isNothing && rounds(own, to: other, decimals: 8), comment)
        }
    }

    @Test(.enabled(if: Golden.isThere("gwet_ac"), "the expected figures are not at hand"))
    func `starts from how often two reviewers agree`() throws {
        for row in try Golden.file("gwet_ac").cases.list {
            let ratings = Ratings(row.units_by_raters.list.map(\.wholes))
            let agreement = ratings.agreement()
            #expect(try agreement.isExactly(row.expected.percent_agreement_pairwise))
            #expect(rounds(agreement.number, to: row.published["unweighted.pa"]))
        }
    }

    @Test(
        .enabled(
            if: Golden.isThere("krippendorff_alpha"), "the expected figures are not at hand"),
        arguments: ["nominal", "ordinal", "interval", "ratio"])
    func `is Krippendorff's alpha as he printed it, and exact`(_ name: String) throws {
        let difference = try #require(Difference.allCases.first { "\($0)" == name })
        for row in try Golden.file("krippendorff_alpha").cases.list {
            let own = Ratings(row.units_by_raters.list.map(\.wholes)).krippendorffsAlpha(difference)
            let (expected, comment) = (row.expected[name], Comment(rawValue: row.name.text ?? ""))
            #expect(try own.alpha.isExactly(expected.alpha), comment)
            #expect(try own.observed?.isExactly(expected.do) ?? expected.do.isNothing, comment)
            #expect(try own.expected?.isExactly(expected.de) ?? expected.de.isNothing, comment)
            let printed = row.published[name]
            #expect(
                rounds(own.alpha.number, to: printed.alpha, decimals: printed.decimals.whole),
                comment)
        }
    }
}
