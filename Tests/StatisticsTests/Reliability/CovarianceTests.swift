import Assessment
import Statistics
import Testing

@Suite(.enabled(if: Golden.isThere("reliability_items"), "the expected figures are not at hand"))
struct `Covariances of items` {
    /// R's data set "attitude": Chatterjee and Price, Regression Analysis by Example, 1977.
    private static let attitude = """
        43 51 30 39 61 92 45 63 64 51 54 63 73 47 71 70 68 69 76 86 48 61 63 45 47 54 84 35 81 78 \
        56 66 71 83 47 43 55 49 44 54 49 34 58 67 42 56 66 68 35 71 75 50 55 70 66 41 72 82 72 67 \
        71 83 31 67 61 45 47 62 80 41 64 53 53 58 58 67 34 67 60 47 39 59 74 41 69 62 57 42 55 63 \
        25 68 83 83 45 59 77 35 77 77 54 72 79 77 46 81 90 50 72 60 54 36 74 85 64 69 79 79 63 65 \
        60 65 75 55 80 60 65 70 46 57 75 85 46 50 58 68 54 64 78 52 50 40 33 34 43 64 33 64 61 52 \
        62 66 80 41 53 66 52 50 63 80 37 40 37 42 58 50 57 49 63 54 42 48 66 75 33 66 77 66 63 88 \
        76 72 78 75 58 74 80 78 49 48 57 44 45 51 83 38 85 85 71 71 77 74 55 82 82 39 59 64 78 39
        """.split(separator: " ").compactMap { Int($0) }

    private func table(_ rows: [[Int?]]) throws -> MarkTable {
        var table = MarkTable(
            maxima: Array(repeating: .hundred, count: rows.first?.count ?? 1))
        for row in rows { try table.append(row.map { $0.map { Rational($0) } }) }
        return table
    }

    @Test func `give alpha and omega as R does`() throws {
        let rows = stride(from: 0, to: Self.attitude.count, by: 7).map {
            Array(Self.attitude[$0..<$0 + 7]) as [Int?]
        }
        #expect(rows.count == 30)
        let table = try table(rows)
        let expected = try Golden.case("attitude_R_30x7", of: "reliability_items").expected
        let covariances = try Covariances(table)
        let quiz = try QuizFigures(table)
        #expect(isClose(quiz.alpha.number, expected.alpha.number))
        #expect(covariances.alpha.exact == quiz.alpha.exact)
        for (ours, theirs) in zip(quiz.alphaWithout, expected.alpha_if_deleted.list) {
            #expect(isClose(ours.number, theirs.number))
        }
        #expect(
            isClose(
                covariances.omega().number, expected.omega_total_raw_1factor_ML.number,
                relative: 1e-6))
        #expect(
            isClose(
                covariances.omega(standardized: true).number,
                expected.omega_total_std_1factor_ML.number, relative: 1e-6))
    }

    @Test func `take every learner who was asked both`() throws {
        let row = try Golden.case("missing_pairwise_and_listwise", of: "reliability_items")
        let rows = row.matrix.list.map { $0.list.map { mark in mark.number.map { Int($0) } } }
        let alpha = try Covariances(table(rows)).alpha
        #expect(isClose(alpha.number, row.expected.alpha_pairwise.number))
    }

    @Test func `give no omega where there is none`() throws {
        let two = try Covariances(table([[1, 0], [0, 1], [1, 1]]))
        #expect(two.omega().undefined == .tooFewItems(needed: 3))
        let flat = try Covariances(table([[1, 1, 1], [1, 0, 1]]))
        #expect(flat.omega().undefined == .noVariation)
        let alike = try Covariances(table([[1, 1, 1], [0, 0, 0], [1, 1, 1]]))
        #expect(alike.omega().undefined == .noConvergence)
    }
}
