import Assessment
import Statistics
import Testing

@Suite(.enabled(if: Golden.isThere("reliability_items"), "the expected figures are not at hand"))
struct `The reliability of a quiz` {
    /// The rows of a case, or its patterns of right and wrong as often as they occurred.
    private func table(_ row: Golden) throws -> MarkTable {
        var rows: [[Rational?]] = row.matrix.list.map { row in
            row.list.map { mark in mark.number.map { Rational(Int($0)) } }
        }
        for pattern in row.pattern_frequencies.names.sorted() {
            let marks = pattern.map { $0 == "1" ? Rational.one : .zero }
            let times = Int(row.pattern_frequencies[pattern].number ?? 0)
            rows += Array(repeating: marks, count: times)
        }
        var table = MarkTable(maxima: Array(repeating: .one, count: rows.first?.count ?? 1))
        for row in rows { try table.append(row) }
        return table
    }

    @Test(arguments: ["real_statistics_12x11", "lsat6_bock_lieberman_1970"])
    func `is what other programs compute, exactly`(_ name: String) throws {
        let row = try Golden.case(name, of: "reliability_items")
        let (table, expected) = (try table(row), row.expected)
        let quiz = try QuizFigures(table)
        #expect(quiz.alpha.basis == Basis(units: Int(expected.n.number ?? 0)))
        #expect(try quiz.alpha.exact == expected.alpha.fraction)
        #expect(try quiz.alpha.exact == expected.kr20.fraction)
        #expect(try quiz.kr21.exact == expected.kr21.fraction)
        #expect(try quiz.mean.exact == expected.mean_total.fraction)
        #expect(isClose(quiz.deviation.number, expected.sd_total_sample.number))
        #expect(isClose(quiz.standardError.number, expected.sem.number))
        let interval = try #require(quiz.alpha.interval)
        #expect(isClose(interval.lower, expected.alpha_ci95_feldt.list.first?.number))
        #expect(isClose(interval.upper, expected.alpha_ci95_feldt.list.last?.number))
        #expect(interval.method == .feldt && interval.confidence == 0.95)
        let items = try ItemCounts(table).figures()
        #expect(items.count == expected.items.list.count)
        for (place, item) in expected.items.list.enumerated() {
            #expect(try items[place].facility.exact == item.p.fraction)
            #expect(
                isClose(items[place].restCorrelation.number, item.corrected_item_total.number))
            #expect(try items[place].upperLower.exact == item.upper_lower_D.fraction)
            #expect(try quiz.alphaWithout[place].exact == item.alpha_if_deleted.fraction)
        }
    }

    @Test func `counts only who was asked everything, and says how many were not`() throws {
        let row = try Golden.case("missing_pairwise_and_listwise", of: "reliability_items")
        let alpha = try QuizFigures(try table(row)).alpha
        #expect(isClose(alpha.number, row.expected.alpha_listwise.number))
        #expect(alpha.basis == Basis(units: 9, missing: 3))
    }

    @Test func `is not defined where nobody differs`() throws {
        let quiz = try QuizFigures(
            table(try Golden.case("edge_all_same_total", of: "reliability_items")))
        #expect(quiz.alpha.undefined == .noVariation && quiz.alpha.interval == nil)
        #expect(quiz.kr21.undefined == .noVariation && quiz.standardError.number == nil)
        #expect(quiz.mean.exact == .one && quiz.deviation.number == 0)
    }

    @Test(arguments: [(0, Undefined.noData), (1, .tooFewUnits(needed: 2))])
    func `is not defined for nobody or one`(_ learners: Int, _ reason: Undefined) throws {
        var table = MarkTable(maxima: [.one, .one])
        for _ in 0..<learners { try table.append([.one, .zero]) }
        let quiz = try QuizFigures(table)
        let item = try #require(try ItemCounts(table).figures().first)
        #expect(
            [quiz.alpha, item.restCorrelation, item.deviation].allSatisfy { $0.undefined == reason }
        )
        #expect(item.facility.number == (learners == 0 ? nil : 1))
        #expect(quiz.mean.number == (learners == 0 ? nil : 1))
        #expect(quiz.median.number == (learners == 0 ? nil : 1))
    }
}
