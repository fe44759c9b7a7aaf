import Assessment
import Grading
import Testing

/// Figures that other programs, or sums by hand, came to.
@Suite(Golden.isAtHand) struct `Figures from outside` {
    @Test func `on severity are met to the last digit`() throws {
        for row in try Golden.file("additive_severity")["cases"].list {
            let observations = try row["observations"].list.map { observation in
                Severity.Observation(
                    work: try #require(observation[0].text),
                    reviewer: try #require(observation[1].text),
                    score: try #require(observation[2].rational))
            }
            let expected = row["expected"]
            for order in [observations, observations.reversed()] {
                switch try Severity(order) {
                case .known(let mean, let leniency, let fair):
                    #expect(expected["connected"].flag == true)
                    #expect(mean == expected["mu"].rational)
                    #expect(leniency.count == expected["leniency"].keys.count)
                    for (reviewer, value) in leniency {
                        #expect(value == expected["leniency"][reviewer].rational)
                    }
                    #expect(fair.count == expected["person"].keys.count)
                    for (work, score) in fair {
                        #expect(score == expected["person"][work].rational)
                    }
                case .disconnected(let groups):
                    #expect(expected["connected"].flag == false)
                    #expect(groups == expected["subsets"].list.map(\.texts))
                    #expect(try Severity(order).leniency.isEmpty)
                }
            }
        }
    }

    @Test(arguments: [("report", "79", "fail"), ("apply", "80.125", "pass")])
    func `on severity count where the rubric applies them`(
        _ severity: String, _ percent: String, _ verdict: String
    ) throws {
        let ring = try Golden.file("additive_severity")["cases"][1]["observations"].list
        let observations = try ring.map { row in
            let score = try #require(row[2].rational) * Rational(1, over: 100)
            return Severity.Observation(
                work: try #require(row[0].text), reviewer: try #require(row[1].text), score: score)
        }
        let rubric = try RubricSample.weighted(
            [.hundred], maximum: 100,
            after: "<panel quorum=\"2\" severity=\"\(severity)\"/>\(RubricSample.verdict)")
        let sheets = try ring.filter { $0[0].text == "P1" }.map { row in
            try rubric.sheet(
                ["c1": try #require(row[2].rational).description],
                by: try #require(row[1].text))
        }
        let evaluation = try rubric.evaluate(
            sheets, severity: Severity(observations).leniency)
        #expect(try evaluation.percent() == Rational(exactly: percent))
        #expect(evaluation.verdict?.id.text == verdict)
        #expect(evaluation.severity.isEmpty == (severity == "report"))
    }

    @Test func `on calibration are met`() throws {
        let golden = try Golden.file("calibration")
        let rules = golden["rules"]
        func share(_ key: String) throws -> Rational {
            try Rational(Int128(try #require(rules[key].int)), over: 100)
        }
        let measure = Panel.Calibration(
            anchors: 3, exact: try share("exact_percent_min"),
            adjacent: try share("adjacent_percent_min"),
            maximumNonAdjacent: try #require(rules["max_non_adjacent"].int))
        for row in golden["cases"].list {
            let (anchors, reviewer) = (
                row["anchor"].list.compactMap(\.int), row["reviewer"].list.compactMap(\.int)
            )
            let result = CalibrationResult(anchors: anchors, reviewer: reviewer)
            let expected = row["expected"]
            #expect(try result.exactShare() == expected["exact"].rational)
            #expect(try result.adjacentShare() == expected["adjacent"].rational)
            #expect(result.nonAdjacent == expected["non_adjacent"].int)
            #expect(try result.bias() == expected["mean_bias"].rational)
            #expect(try result.kappa() == expected["qwk"].rational)
            #expect(try result.qualifies(for: measure) == expected["qualified"].flag)
            // Two levels off just once, and too few anchors.
            let off = CalibrationResult(anchors: anchors, reviewer: [2] + reviewer.dropFirst())
            #expect(try off.nonAdjacent == 1 && !off.qualifies(for: measure))
            let few = CalibrationResult(anchors: [4, 3], reviewer: [4, 3])
            #expect(try !few.qualifies(for: measure) && few.kappa() == .one)
        }
        let same = CalibrationResult(anchors: [2, 2], reviewer: [2, 2])
        #expect(try same.kappa() == nil)
    }

    @Test func `on results over time are met`() throws {
        for row in try Golden.file("competency_rollup")["cases"].list {
            let share = try row["params"]["n"].int.map { try Rational(Int128($0), over: 100) }
            let rule: RollUp
            switch try #require(row["method"].text) {
            case "highest": rule = .highest
            case "latest": rule = .latest
            case "average": rule = .average
            case "decaying_average": rule = .latestAndMean(latest: try #require(share))
            case "standard_decaying_average": rule = .decaying(latest: try #require(share))
            default:
                rule = .mastery(
                    count: try #require(row["params"]["n"].int),
                    atLeast: try #require(row["params"]["mastery"].rational))
            }
            let scores = row["scores_oldest_first"].rationals
            #expect(try rule.result(of: scores) == row["expected"].rational, "\(rule)")
            #expect(try rule.result(of: []) == nil)
        }
    }

    @Test func `on a portfolio with a part that does not apply are met`() throws {
        let expected = try Golden.file("example_scoresheet")["expected"]
        let rubric = try Self.portfolio
        let sheet = try rubric.sheet([
            "adr": "advanced", "roadmap": "-", "plan": "expert", "feedback": "17", "ties": "yes",
            "briefing": "proficient", "risk": "3",
        ])
        let evaluation = try rubric.evaluate([sheet])
        for id in expected["criterion_fraction"].keys {
            let share = try Criterion.ID(id).flatMap { evaluation.whole[$0] }?.share()
            #expect(share == expected["criterion_fraction"][id].rational, "\(id)")
        }
        for id in expected["group_percent"].keys {
            #expect(try evaluation.percent(of: id) == expected["group_percent"][id].rational)
        }
        #expect(try evaluation.percent() == expected["total_percent"].rational)
        #expect(evaluation.verdict?.id.text == expected["verdict_band"].text)
        #expect(evaluation.openGates.isEmpty && evaluation.gates.count == 2)
        let lines = try evaluation.explanation(by: rubric)
        let display = try #require(expected["display"].text)
        #expect(lines.first == "Revise, at \(display); Passed takes 80%.")
        #expect(lines.contains { $0.contains("Roadmap: left out") })
    }

    /// The rubric of the example, whose marks and weights are those of its figures.
    private static var portfolio: Rubric {
        get throws {
            try RubricSample.rubric(
                """
                <group id="technical" weight="35"><title>Technical</title>
                <criterion id="adr" kind="levels" scale="s" weight="60"><title>ADR</title>
                <gate min-level="proficient">A decision has to be on record.</gate></criterion>
                <criterion id="roadmap" kind="levels" scale="s" weight="40"
                not-applicable="allowed"><title>Roadmap</title></criterion></group>
                <group id="mentorship" weight="40"><title>Mentorship</title>
                <criterion id="plan" kind="levels" scale="s" weight="100/3"><title>Plan</title>
                </criterion><criterion id="feedback" kind="points" min="0" max="20"
                weight="100/3"><title>Feedback</title></criterion>
                <criterion id="ties" kind="check" scale="t" weight="100/3"><title>Ties</title>
                <gate min-level="yes">Outcomes count.</gate></criterion></group>
                <criterion id="briefing" kind="levels" scale="s" weight="15"><title>Briefing</title>
                </criterion><criterion id="risk" kind="points" min="1" max="10" weight="10"
                polarity="lower"><title>Risk</title></criterion>
                """, combine: "weighted-mean",
                scales: """
                    <scale id="s"><level id="missing" points="0"><label>Missing</label></level>
                    <level id="developing" points="1"><label>Developing</label></level>
                    <level id="proficient" points="2"><label>Proficient</label></level>
                    <level id="advanced" points="3"><label>Advanced</label></level>
                    <level id="expert" points="4"><label>Expert</label></level></scale>
                    <scale id="t"><level id="no" points="0"><label>No</label></level>
                    <level id="yes" points="1"><label>Yes</label></level></scale>
                    """,
                after: """
                    <verdict><band id="pass" min="80%" passes="yes"><label>Passed</label></band>
                    <band id="revise" min="60%"><label>Revise</label></band>
                    <band id="fail" otherwise="yes"><label>Not passed</label></band></verdict>
                    """)
        }
    }
}
