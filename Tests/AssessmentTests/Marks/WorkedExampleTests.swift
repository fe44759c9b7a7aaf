import Assessment
import Foundation
import TestSupport
import Testing

/// Weighted sums and cuts worked out beforehand with another program's fractions.
@Suite(.enabled(if: WorkedExamples.url != nil, "the shared worked examples are not here"))
struct `Worked examples` {
    private struct Exact: Decodable {
        let value: Rational

        init(from decoder: any Decoder) throws {
            if let whole = try? decoder.singleValueContainer().decode(Int.self) {
                value = Rational(whole)
            } else {
                value = try Rational(
                    exactly: decoder.container(keyedBy: Key.self).decode(
                        String.self, forKey: .exact))
            }
        }

        enum Key: String, CodingKey { case exact }
    }

    /// The weighted mean of the scores that there are.
    private func weightedMean(_ scores: [Rational?], _ weights: [Rational]) throws -> Rational? {
        let scored = zip(scores, weights).compactMap { score, weight in
            score.map { (score: $0, weight: weight) }
        }
        return try scored.map { (row) throws in try row.score * row.weight }.total()
            .divided(by: scored.map(\.weight).total())
    }

    @Test func `of a knowledge check pass at 80 percent and not before`() throws {
        struct Input: Decodable {
            let possible: Int
            let cutPercent: Int
        }
        struct Row: Decodable {
            let earned: Exact
            let percent: Exact
            let passed: Bool
        }
        let example: Example<Input, [Row]> = try WorkedExamples.read("quiz210.threshold")
        let cut = try Rational(Int128(example.input.cutPercent), over: 100)
        #expect(example.expected.count == 6)
        for row in example.expected {
            let marks = Marks(
                earned: row.earned.value, possible: Rational(example.input.possible))
            #expect(try marks.share().map { try $0 * .hundred } == row.percent.value)
            #expect(try marks.reach(cut) == row.passed)
        }
    }

    @Test func `that floating point fails are passed`() throws {
        struct Input: Decodable { let weights: [Exact] }
        struct Row: Decodable {
            let scores: [Exact]
            let exact: Exact
            let doubleSum: String
            let passed: Bool
        }
        let example: Example<Input, [Row]> = try WorkedExamples.read("exactness.float_hazard")
        #expect(example.expected.count == 5)
        for row in example.expected {
            let total = try weightedMean(
                row.scores.map(\.value), example.input.weights.map(\.value))
            let score = try #require(total)
            #expect(score == row.exact.value)
            #expect(
                try Marks(earned: score, possible: .hundred).reach(
                    Rational(4, over: 5)) == row.passed)
            #expect(score.rounded(toDecimals: 2, neverAcross: Rational(80)) == "80.00")
            // The hazard is real: the same sum in doubles is below the cut.
            #expect(Double(row.doubleSum).map { $0 < 80 } == true)
        }
    }

    @Test func `of measured shares meet their thresholds, and 0 of 0 is undefined`() throws {
        struct Input: Decodable { let cases: [[Int]] }
        struct Row: Decodable {
            let met: Bool?
            let value: Exact?
        }
        let example: Example<Input, [Row]> = try WorkedExamples.read("track4.kpi")
        #expect(example.expected.count == example.input.cases.count)
        for (counts, row) in zip(example.input.cases, example.expected) {
            let marks = Marks(earned: Rational(counts[0]), possible: Rational(counts[1]))
            #expect(try marks.reach(Rational(Int128(counts[2]), over: 100)) == row.met)
            #expect(try marks.share().map { try $0 * .hundred } == row.value?.value)
        }
    }

    @Test func `of weighted levels come to their totals`() throws {
        struct Panel: Decodable {
            let weights: [Exact]
            let maxLevel: Exact
            let reviewers: [String: [Exact]]
        }
        struct Totals: Decodable { let reviewerTotals: [Exact] }
        let panel: Example<Panel, Totals> = try WorkedExamples.read("panel.aggregation_spread")
        let reviewers = panel.input.reviewers.sorted { $0.key < $1.key }
        #expect(reviewers.count == panel.expected.reviewerTotals.count)
        for (reviewer, total) in zip(reviewers, panel.expected.reviewerTotals) {
            let mean = try weightedMean(
                reviewer.value.map(\.value), panel.input.weights.map(\.value))
            #expect(
                try mean?.divided(by: panel.input.maxLevel.value).map { try $0 * .hundred }
                    == total.value)
        }

        struct Sheet: Decodable {
            let weights: [Exact]
            let levels: [Exact?]
            let maxLevel: Exact
        }
        struct Outcome: Decodable {
            let percent: Exact
            let passed: Bool?
            let rawPassed: Bool?
        }
        for id in ["rubric.not_applicable", "rubric.gate"] {
            let sheet: Example<Sheet, Outcome> = try WorkedExamples.read(id)
            let mean = try #require(
                try weightedMean(
                    sheet.input.levels.map { $0?.value }, sheet.input.weights.map(\.value)))
            let marks = Marks(earned: mean, possible: sheet.input.maxLevel.value)
            #expect(try marks.share().map { try $0 * .hundred } == sheet.expected.percent.value)
            #expect(
                try marks.reach(Rational(4, over: 5))
                    == (sheet.expected.passed ?? sheet.expected.rawPassed))
        }
    }
}

private struct Example<Input: Decodable, Expected: Decodable>: Decodable {
    let input: Input
    let expected: Expected
}

private enum WorkedExamples {
    static var url: URL? { Shared.url("golden/seed_worked_examples.json") }

    static func read<Input, Expected>(_ id: String) throws -> Example<Input, Expected> {
        let data = try Data(contentsOf: #require(url))
        let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let cases = try #require(file["cases"] as? [[String: Any]])
        let example = try #require(cases.first { $0["id"] as? String == id })
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(
            Example<Input, Expected>.self, from: JSONSerialization.data(withJSONObject: example))
    }
}
