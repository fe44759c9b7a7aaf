import Assessment
import Statistics
import Testing

@Suite struct `Intraclass correlations` {
    private typealias Form = IntraclassCorrelation.Form

    @Test(.enabled(if: Golden.isThere("icc"), "the expected figures are not at hand"))
    func `are what Shrout and Fleiss printed and pingouin has, and exact`() throws {
        for row in try Golden.file("icc").cases.list {
            let expected = row.expected
            let marks = row.targets_by_judges.wholeRows.map { $0.map { Rational($0) } }
            let squares = try MeanSquares(marks: marks)
            let study = Generalizability(squares)
            let comment = Comment(rawValue: row.name.text ?? "")
            for (own, exact) in [
                (squares.betweenUnits, expected.BMS), (squares.withinUnits, expected.WMS),
                (squares.betweenRaters, expected.JMS), (squares.residual, expected.EMS),
                (study.work, expected.var_p), (study.severity, expected.var_r),
                (study.residual, expected.var_res),
            ] {
                #expect(try own.isExactly(exact), comment)
            }
            for (name, form) in [
                ("ICC1", Form.othersForEach), ("ICC2", .anyReviewers), ("ICC3", .theseReviewers),
            ] {
                for (name, use) in [(name, IntraclassCorrelation.Use.oneMark), (name + "k", .mean)]
                {
                    let own = squares.intraclassCorrelation(form, use)
                    let comment = Comment(rawValue: "\(row.name.text ?? ""), \(name)")
                    #expect(try own.figure.isExactly(expected[name]), comment)
                    #expect(rounds(own.figure.number, to: row.published[name]), comment)
                    let outside = expected.pingouin[name]
                    if !outside.isNothing { try check(own, against: outside, comment) }
                }
            }
        }
    }

    /// The file has the bounds to two decimals; here they are to all that SciPy has, by the formulas
    /// of Shrout and Fleiss.
    @Test(.enabled(if: SciPy.isThere, "SciPy is not installed"))
    func `have the bounds that SciPy's quantiles give`() throws {
        let tables = [
            ["9258", "6132", "8468", "7126", "9569", "6247"],
            ["354", "221", "555", "142", "453"],
            ["12", "21", "44", "35", "54", "22", "11", "33"],
        ].map { rows in rows.map { $0.compactMap(\.wholeNumberValue) } }
        let bounds = try SciPy.run(
            """
            import json
            from scipy.stats import f
            def bounds(rows):
                n, k = len(rows), len(rows[0])
                grand = sum(map(sum, rows)) / (n * k)
                units = [sum(row) / k for row in rows]
                judges = [sum(row[j] for row in rows) / n for j in range(k)]
                b = k * sum((u - grand) ** 2 for u in units) / (n - 1)
                j = n * sum((v - grand) ** 2 for v in judges) / (k - 1)
                within = sum((x - u) ** 2 for row, u in zip(rows, units) for x in row)
                w = within / (n * (k - 1))
                e = (within - (k - 1) * j) / ((n - 1) * (k - 1))
                def plain(ratio, under):
                    low = ratio / f.ppf(.975, n - 1, under)
                    high = ratio * f.ppf(.975, under, n - 1)
                    return [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)]
                icc = (b - e) / (b + (k - 1) * e + k * (j - e) / n)
                part = n * (1 + (k - 1) * icc) - k * icc
                v = (k - 1) * (n - 1) * (k * icc * j / e + part) ** 2
                v /= (n - 1) * (k * icc * j / e) ** 2 + part ** 2
                above, below = f.ppf(.975, n - 1, v), f.ppf(.975, v, n - 1)
                rest = k * j + (k * n - k - n) * e
                second = [n * (b - above * e) / (above * rest + n * b),
                          n * (below * b - e) / (rest + n * below * b)]
                ones = [plain(b / w, n * (k - 1)), second, plain(b / e, (n - 1) * (k - 1))]
                means = [[x * k / (1 + x * (k - 1)) for x in pair] for pair in ones]
                return [pair for one, mean in zip(ones, means) for pair in (one, mean)]
            print(json.dumps([bounds(rows) for rows in \(tables)]))
            """, as: [[[Double]]].self)
        for (table, expected) in zip(tables, bounds) {
            let squares = try MeanSquares(marks: table.map { $0.map { Rational($0) } })
            let own = Form.allCases.flatMap { form in
                IntraclassCorrelation.Use.allCases.map {
                    squares.intraclassCorrelation(form, $0).figure.interval
                }
            }
            for (own, bounds) in zip(own, expected) {
                #expect(isClose(own?.lower, bounds[0]), "\(table) \(bounds)")
                #expect(isClose(own?.upper, bounds[1]), "\(table) \(bounds)")
            }
        }
    }

    private func check(
        _ own: IntraclassCorrelation, against outside: Golden, _ comment: Comment
    ) throws {
        let test = try #require(own.test)
        #expect(isClose(test.ratio, outside.F.number), comment)
        #expect(test.freedomOver == outside.df1.whole, comment)
        #expect(test.freedomUnder == outside.df2.whole, comment)
        #expect(isClose(test.significance, outside.p.number), comment)
        let (interval, bounds) = (try #require(own.figure.interval), outside.ci95.list)
        #expect(rounds(interval.lower, to: bounds[0], decimals: 2), comment)
        #expect(rounds(interval.upper, to: bounds[1], decimals: 2), comment)
    }

    @Test(
        arguments: [
            ([[1, 2], [nil, 1]], .tooFewUnits(needed: 2)), ([[1], [2]], .tooFewRaters(needed: 2)),
            ([], .tooFewUnits(needed: 2)), ([[nil, nil], [nil, nil]], .tooFewUnits(needed: 2)),
        ] as [([[Int?]], Undefined)]) func `need two reviewers of two pieces`(
            _ marks: [[Int?]], _ reason: Undefined
        )
    {
        #expect(throws: reason) {
            try MeanSquares(marks: marks.map { $0.map { $0.map { Rational($0) } } })
        }
    }

    private func figures(_ marks: [[Rational]]) throws -> [Figure.Value] {
        let squares = try MeanSquares(marks: marks)
        return Form.allCases.flatMap { form in
            IntraclassCorrelation.Use.allCases.map {
                squares.intraclassCorrelation(form, $0).figure.value
            }
        }
    }

    private static let marks = [[3, 5, 4], [2, 2, 1], [5, 5, 5], [1, 4, 2], [4, 5, 3]].map {
        $0.map { Rational($0) }
    }

    @Test func `are the same in any order and in any unit`() throws {
        let expected = try figures(Self.marks)
        #expect(try figures(Self.marks.reversed()) == expected)
        #expect(try figures(Self.marks.map { $0.reversed() }) == expected)
        let share = try Rational(7, over: 36)
        #expect(
            try figures(Self.marks.map { try $0.map { try $0 * share + .hundred } }) == expected)
    }

    @Test func `count a severity that never varies only among reviewers like these`() throws {
        let shifted = try (1...5).map { [Rational($0), try Rational($0) + .one] }
        let squares = try MeanSquares(marks: shifted)
        #expect(squares.intraclassCorrelation(.theseReviewers, .oneMark).figure.exact == .one)
        // 2.5 of 2.5 and half of 1, in which two marks differ.
        #expect(
            squares.intraclassCorrelation(.anyReviewers, .oneMark).figure.exact
                == (try Rational(5, over: 6)))
    }
}

@Suite struct `How many reviewers are needed` {
    private static let shroutFleiss = [
        [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
    ].map { $0.map { Rational($0) } }

    @Test(.enabled(if: Golden.isThere("generalizability"), "the expected figures are not at hand"))
    func `follows from how much of a mark is the work's`() throws {
        let squares = try MeanSquares(marks: Self.shroutFleiss)
        let study = Generalizability(squares)
        for row in try Golden.file("generalizability").cases.list {
            for line in row.table.list {
                let reviewers = try #require(line.reviewers.whole)
                #expect(try study.relative(reviewers: reviewers).isExactly(line.G_relative))
                #expect(try study.absolute(reviewers: reviewers).isExactly(line.Phi_absolute))
                let error = study.standardError(reviewers: reviewers)
                #expect(isClose(error, line.SEM_absolute.number))
            }
            let needed = study.reviewersNeeded(for: try Rational(4, over: 5))
            let expected = row.reviewers_needed_for_Phi_0_80.whole.map { Rational($0) }
            #expect(needed.exact == expected && expected != nil)
        }
        let asMany = squares.raters
        #expect(
            study.relative(reviewers: asMany).exact
                == squares.intraclassCorrelation(.theseReviewers, .mean).figure.exact)
        #expect(
            study.absolute(reviewers: asMany).exact
                == squares.intraclassCorrelation(.anyReviewers, .mean).figure.exact)
    }

    @Test(arguments: [
        ("0", 1), ("184/635", 1), ("0.29", 2), ("1472/1923", 8), ("0.7655", 9), ("0.99", 243),
    ]) func `is the least that reaches what is wanted`(_ wanted: String, _ needed: Int) throws {
        let study = Generalizability(try MeanSquares(marks: Self.shroutFleiss))
        let wanted = try Rational(exactly: wanted)
        #expect(study.reviewersNeeded(for: wanted).exact == Rational(needed))
    }

    @Test func `is not defined where work does not differ, or certainty is wanted`() throws {
        let alike = [[1, 3], [3, 1], [2, 2], [1, 3]].map { $0.map { Rational($0) } }
        let study = Generalizability(try MeanSquares(marks: alike))
        #expect(study.reviewersNeeded(for: try Rational(1, over: 2)).undefined == .noVariation)
        let other = Generalizability(try MeanSquares(marks: Self.shroutFleiss))
        #expect(other.reviewersNeeded(for: .one).undefined == .outOfReach)
    }
}
