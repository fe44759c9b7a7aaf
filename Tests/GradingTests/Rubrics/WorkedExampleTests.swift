import Assessment
import Grading
import Testing

/// The worked examples of the shipped programs, each computed by hand elsewhere.
@Suite(Golden.isAtHand) struct `A worked example` {
    /// Sums of hours and weeks, which nothing here scores.
    private static let unscored: Set = [
        "seed003.team_structure", "seed001_002.hours", "seed004.program", "seed003.roadmap",
    ]

    private static let scored: Set = [
        "exactness.float_hazard", "panel.adjudication", "panel.aggregation_spread",
        "panel.aggregators", "panel.ora2_rounding", "quiz210.threshold", "roadmap.competency",
        "roadmap.practical", "roadmap.quality_checklist", "rubric.gate",
        "rubric.moodle_normalised", "rubric.not_applicable", "seed003.architecture_review",
        "seed003.compliance", "seed003.decision", "seed003.performance",
        "seed003.portfolio_balance", "seed003.strategic_initiative", "seed003.technology_request",
        "seed004.360", "seed004.360_suppression", "seed004.readiness_index", "track4.framework",
        "track4.kpi", "track4.project",
    ]

    @Test func `is taken wherever it is about something scored`() throws {
        let ids = try Golden.file("seed_worked_examples")["cases"].list.compactMap { $0["id"].text }
        #expect(Set(ids) == Self.scored.union(Self.unscored))
    }

    @Test func `of a quiz passes at the mark itself and not just below`() throws {
        let golden = try Golden.workedExample("quiz210.threshold")
        let possible = try #require(golden["input"]["possible"].rational)
        let cut = try Rational(Int128(#require(golden["input"]["cut_percent"].int)), over: 100)
        for row in golden["expected"].list {
            let marks = Marks(earned: try #require(row["earned"].rational), possible: possible)
            #expect(try marks.reach(cut) == row["passed"].flag)
            #expect(try marks.share().map { try $0 * .hundred } == row["percent"].rational)
        }
    }

    @Test func `of weights is exact where binary fractions are not`() throws {
        let golden = try Golden.workedExample("exactness.float_hazard")
        let rubric = try RubricSample.weighted(golden["input"]["weights"].rationals, maximum: 100)
        for row in golden["expected"].list {
            let marks = row["scores"].rationals.map(\.description)
            let evaluation = try rubric.evaluate([rubric.sheet(inOrder: marks)])
            #expect(try evaluation.percent() == row["exact"].rational)
            #expect(evaluation.verdict?.isPass == row["passed"].flag)
        }
    }

    @Test func `of a mark left out gives its weight to the others`() throws {
        let golden = try Golden.workedExample("rubric.not_applicable")
        let levels = golden["input"]["levels"].list.map { $0.rational?.description ?? "-" }
        let rubric = try RubricSample.weighted(
            golden["input"]["weights"].rationals, maximum: 4, scoring: #"min-assessed-weight="60%""#
        )
        let evaluation = try rubric.evaluate([rubric.sheet(inOrder: levels)])
        #expect(try evaluation.percent() == golden["expected"]["percent"].rational)
        #expect(evaluation.verdict?.isPass == golden["expected"]["passed"].flag)
        let missing = try RubricSample.weighted(
            golden["input"]["weights"].rationals, maximum: 4, scoring: #"missing="zero""#)
        let zero = try missing.evaluate([
            missing.sheet(Array(zip(["c1", "c2", "c3"], levels)))
        ])
        #expect(try zero.percent() == golden["expected"]["percent_if_na_were_zero"].rational)
    }

    @Test func `of a gate changes the verdict and not the score`() throws {
        let golden = try Golden.workedExample("rubric.gate")
        let levels = golden["input"]["levels"].rationals.map(\.description)
        let weights = golden["input"]["weights"].rationals
        let rubric = try RubricSample.weighted(weights, maximum: 4, gate: [4: 2])
        let evaluation = try rubric.evaluate([rubric.sheet(inOrder: levels)])
        #expect(try evaluation.percent() == golden["expected"]["percent"].rational)
        #expect(evaluation.openGates == ["c4"])
        #expect(evaluation.verdict?.isPass == false)
        let free = try RubricSample.weighted(weights, maximum: 4)
        let passed = try free.evaluate([free.sheet(inOrder: levels)]).verdict?.isPass
        #expect(passed == golden["expected"]["raw_passed"].flag)
    }

    @Test(arguments: [("zero", "simple"), ("min-max", "moodle_min_max")])
    func `of a scale from one counts from zero or from its lowest`(
        _ base: String, _ key: String
    ) throws {
        let golden = try Golden.workedExample("rubric.moodle_normalised")
        let levels = golden["input"]["levels"].list.map(\.rationals)
        let criteria = levels.enumerated().map { index, points in
            """
            <criterion id="c\(index)" kind="points" min="\(points[0])" max="\(points[3])">
            <title>C</title></criterion>
            """
        }
        let rubric = try RubricSample.rubric(
            criteria.joined(), combine: "sum", scoring: "base=\"\(base)\"")
        let sheet = try rubric.sheet(
            inOrder: golden["input"]["chosen"].rationals.map(\.description))
        #expect(try rubric.evaluate([sheet]).percent() == golden["expected"][key].rational)
    }

    // MARK: Panels

    @Test(arguments: [
        ("mean", "total", "mean_of_totals"), ("median", "total", "median_of_totals"),
        ("vote", "total", "median_of_totals"), ("mean", "criterion", "criterion_mean_then_sum"),
        ("median", "criterion", "criterion_median_then_sum"),
    ])
    func `of three sheets passes by one rule and not by the next`(
        _ rule: String, _ level: String, _ key: String
    ) throws {
        let golden = try Golden.workedExample("panel.aggregation_spread")
        let rubric = try RubricSample.weighted(
            golden["input"]["weights"].rationals, maximum: 4,
            after: """
                <panel quorum="3" combine="\(rule)" level="\(level)"/>\(RubricSample.verdict)
                """)
        let reviewers = golden["input"]["reviewers"]
        let sheets = try reviewers.keys.map { reviewer in
            try rubric.sheet(
                inOrder: reviewers[reviewer].rationals.map(\.description), by: reviewer)
        }
        let evaluation = try rubric.evaluate(sheets)
        let totals = try evaluation.counting.compactMap { try $0.score() }
        #expect(
            try totals.map { try $0 * .hundred } == golden["expected"]["reviewer_totals"].rationals)
        let expected = try #require(golden["expected"][key].rational)
        #expect(try evaluation.percent() == expected)
        #expect(evaluation.verdict?.isPass == (expected >= Rational(80)))
    }

    @Test func `of rules that combine numbers is met`() throws {
        let rounding = try Golden.workedExample("panel.ora2_rounding")
        for (index, scores) in rounding["input"]["scores"].list.enumerated() {
            let values = scores.rationals.map { (value: $0, weight: Rational.one) }
            let expected = rounding["expected"]
            #expect(
                try Panel.Rule.median.combine(values) == expected["true_median"][index].rational)
            #expect(try Panel.Rule.mean.combine(values) == expected["true_mean"][index].rational)
        }
        let golden = try Golden.workedExample("panel.aggregators")
        let values = zip(
            golden["input"]["totals"].rationals, golden["input"]["weights"].rationals
        ).map { (value: $0, weight: $1) }
        for (rule, key) in [
            (.mean, "mean"), (.median, "median"), (.weightedMean, "weighted_mean"),
            (.trimmedMean, "trimmed_drop_high_low"), (.min, "min"), (.max, "max"),
        ] as [(Panel.Rule, String)] {
            #expect(try rule.combine(values) == golden["expected"][key].rational, "\(key)")
        }
    }

    @Test(arguments: ["replace", "mean_all", "closest_pair"])
    func `of a dispute is settled as the rubric says`(_ way: String) throws {
        let golden = try Golden.workedExample("panel.adjudication")
        let word = way.replacing("_", with: "-")
        let rubric = try RubricSample.weighted(
            [.hundred], maximum: 100,
            after: """
                <panel quorum="2" tolerance-total="10%" on-disagreement="adjudicate"
                adjudication="\(word)"/>\(RubricSample.verdict)
                """)
        let reviewers = golden["input"]["reviewers"].rationals
        let two = try reviewers.enumerated().map { index, total in
            try rubric.sheet(["c1": total.description], by: "r\(index)")
        }
        let open = try rubric.evaluate(two)
        #expect(open.state == .disputed(.adjudicate))
        #expect(open.verdict == nil)
        let discrepancy = try #require(golden["expected"]["discrepancy"].int)
        #expect(
            try open.differences == [
                .total(
                    Rational(Int128(discrepancy), over: 100), tolerance: Rational(share: "10%"))
            ])
        let third = try rubric.sheet(
            ["c1": try #require(golden["input"]["adjudicator"].rational).description],
            by: "third", role: Panel.adjudicator)
        let settled = try rubric.evaluate(two + [third])
        #expect(settled.state == .decided)
        #expect(try settled.percent() == golden["expected"]["rules"][way].rational)
    }
}
