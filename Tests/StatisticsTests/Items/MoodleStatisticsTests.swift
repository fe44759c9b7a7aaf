import Assessment
import Foundation
import Statistics
import TestSupport
import Testing

/// What Moodle's own tests expect of the same attempts.
@Suite(.enabled(if: Moodle.isThere, "Moodle's test data is not at hand"))
struct `Figures that Moodle computes as well` {
    @Test func `come out alike for quizzes of drawn questions`() throws {
        let attempts = try Moodle.rows("results00")
        let marks = try attempts.map { row in
            try (1...7).map { slot in try Moodle.mark(row["slots.\(slot).mark"]) }
        }
        let steps = try Moodle.rows("steps00")
        let all = try ItemCounts(Moodle.table(marks)).figures()
        var count = 0
        for row in try Moodle.rows("qstats00") {
            let slot = try #require(Int(row["slot"] ?? "")) - 1
            var figures = all[slot]
            let (drawn, variant) = (row["subqname"] ?? "", row["variant"] ?? "")
            if !drawn.isEmpty || !variant.isEmpty {
                let kept = zip(steps, marks).filter { step, _ in
                    drawn.isEmpty
                        ? step["variants.2"] == variant : step["randqs.1"] == drawn
                }.map(\.1)
                // Moodle compares a drawn question with the total, which its mark is part of.
                let rows = kept.map { [$0[slot]] + (drawn.isEmpty ? $0.without(slot) : $0) }
                figures = try #require(try ItemCounts(Moodle.table(rows)).figures().first)
                #expect(Int(row["s"] ?? "") == kept.count)
                count += 1
            }
            let deviation = figures.deviation.number
            // The rests of all others as an item of their own, whose deviation is theirs.
            let rests = try marks.map { row in
                [row[slot], try row.without(slot).compactMap(\.self).total()]
            }
            let other = try ItemCounts(Moodle.table(rests)).figures()[1].deviation.number
            let covariance = figures.restCorrelation.number.flatMap { correlation in
                deviation.flatMap { own in other.map { correlation * own * $0 } }
            }
            let largest = covariance.flatMap { covariance in
                figures.efficiency.number.map { covariance / $0 }
            }
            let ours: [(String, Double?, Double)] = [
                ("facility", figures.facility.number, 1e-6), ("sd", deviation, 1e-6),
                ("markvariance", deviation.map { $0 * $0 }, 1e-6),
                ("othermarkvariance", other.map { $0 * $0 }, 1e-6),
                ("covariance", covariance, 1e-5), ("covariancemax", largest, 1e-5),
                ("discriminationindex", figures.restCorrelation.number.map { 100 * $0 }, 1e-5),
                ("discriminativeefficiency", figures.efficiency.number.map { 100 * $0 }, 1e-5),
                (
                    "effectiveweight",
                    drawn.isEmpty && variant.isEmpty
                        ? figures.effectiveWeight.number.map { 100 * $0 } : nil, 1e-5
                ),
            ]
            for (name, value, tolerance) in ours {
                guard let text = row[name], !text.isEmpty else { continue }
                #expect(
                    isClose(value, Double(text), relative: tolerance),
                    "slot \(slot + 1) \(drawn)\(variant) \(name) \(String(describing: value))")
                count += 1
            }
        }
        #expect(count == 81)
        let quiz = try QuizFigures(Moodle.table(marks))
        let expected: [(Figure, Double)] = [
            (quiz.median, 4.5), (quiz.mean, 4.617333332), (quiz.deviation, 0.8117265554),
            (quiz.skewness, -0.092502502), (quiz.kurtosis, -0.7073968557),
            (quiz.alpha, -0.872230935542), (quiz.standardError, 1.1106813066),
        ]
        for (figure, number) in expected {
            #expect(isClose(figure.number, number, relative: 1.5e-5), "\(figure) \(number)")
        }
        let ratio = quiz.standardError.number.flatMap { error in
            quiz.deviation.number.map { 100 * error / $0 }
        }
        #expect(isClose(ratio, 136.8294900795, relative: 1.5e-5))
    }

    @Test func `come out alike for twenty questions, some that nobody could earn from`() throws {
        let maxima = try Moodle.rows("mdl_question").map { row in
            try Rational(exactly: row["maxmark"] ?? "")
        }
        let states = try Moodle.rows("mdl_question_states")
        var marks: [[Rational?]] = []
        for row in states {
            if row["slot"] == "1" { marks.append(Array(repeating: nil, count: maxima.count)) }
            let slot = try #require(Int(row["slot"] ?? ""))
            marks[marks.count - 1][slot - 1] = try Moodle.mark(row["mark"])
        }
        let figures = try ItemCounts(Moodle.table(marks, maxima: maxima)).figures()
        let numbers: [[Double?]] = [
            figures.map { $0.facility.number.map { 100 * $0 } },
            figures.map { $0.deviation.number.map { 1_000 * $0 } },
            figures.map { $0.effectiveWeight.number.map { 100 * $0 } },
            figures.map { $0.restCorrelation.number.map { 100 * $0 } },
            figures.map { $0.efficiency.number.map { 100 * $0 } },
        ]
        for (ours, theirs) in zip(numbers, Moodle.expected) {
            for (slot, (our, their)) in zip(ours, theirs).enumerated() {
                #expect(
                    isClose(our, their, relative: 0, absolute: 1e-6), "slot \(slot + 1)")
            }
        }
        #expect(figures[4].facility.undefined == .nothingToEarn)
        #expect(figures[0].restCorrelation.undefined == .noVariation)
    }
}

extension Array {
    fileprivate func without(_ place: Int) -> [Element] {
        Array(self[..<place] + self[(place + 1)...])
    }
}

private enum Moodle {
    private static let folder = "moodle/fixtures/mod/quiz/report/statistics/tests/fixtures/"
    static let isThere = Shared.url(folder + "qstats00.csv") != nil

    /// By the names in the first line; what we read has no quoted commas before its last columns.
    static func rows(_ name: String) throws -> [[String: String]] {
        let url = try #require(Shared.url(folder + "\(name).csv"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let header = try #require(lines.first)
        return lines.dropFirst().map { line in
            Dictionary(zip(header, line), uniquingKeysWith: { first, _ in first })
                .merging([header.last ?? "": line.last ?? ""]) { $1 }
        }
    }

    /// Moodle cuts a third off after seven digits.
    static func mark(_ text: String?) throws -> Rational {
        text == "0.3333333"
            ? try Rational(1, over: 3) : try Rational(exactly: try #require(text))
    }

    static func table(_ marks: [[Rational?]], maxima: [Rational]? = nil) throws -> MarkTable {
        var table = MarkTable(
            maxima: maxima ?? Array(repeating: .one, count: marks.first?.count ?? 0))
        for row in marks { try table.append(row) }
        return table
    }

    /// Facility, deviation times ten, effective weight, discrimination, efficiency, in hundredths:
    /// from report/statistics/tests/statistics_test.php.
    static let expected: [[Double?]] = [
        [
            0, 0, 0, 0, nil, nil, nil, 41.19318182, 81.36363636, 71.36363636, 65.45454545,
            65.90909091, 36.36363636, 59.09090909, 50, 59.09090909, 63.63636364, 45.45454545,
            27.27272727, 50,
        ],
        [
            0, 0, 0, 0, 0, 0, 0, 1912.733589, 251.2738111, 322.6312277, 333.4199022,
            337.5811591, 492.3659639, 503.2362797, 511.7663157, 503.2362797, 492.3659639,
            509.6471914, 455.8423058, 511.7663157,
        ],
        [
            0, 0, 0, 0, 0, 0, 0, 26.58464457, 3.368456046, 3.253955259, 7.584083694,
            3.79658376, 3.183278505, 4.532356904, 7.78856243, 10.08351572, 8.381139345,
            8.727645713, 7.946277111, 4.769500946,
        ],
        [
            nil, nil, nil, nil, nil, nil, nil, 25.88327077, 1.170256965, -4.207816809,
            28.16930644, -2.513606859, -12.99017581, -8.900638238, 8.670004606, 29.63337745,
            15.18945843, 16.21079629, 15.52451404, -8.396734802,
        ],
        [
            nil, nil, nil, nil, nil, nil, nil, 27.23492723, 1.382386552, -4.691171307,
            31.12404354, -2.877487579, -17.5074184, -10.27568922, 10.86956522, 34.58997279,
            17.4790556, 20.14359793, 22.06477733, -10,
        ],
    ]
}
