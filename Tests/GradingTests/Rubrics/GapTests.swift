import Assessment
import Grading
import Testing

@Suite(Golden.isAtHand) struct `Gaps to a profile` {
    private static let readinessKeys = [
        "technical_depth", "technical_breadth", "architecture_experience", "industry_knowledge",
        "communication_skills",
    ]

    @Test func `in readiness are the framework's own, where it takes the scores`() throws {
        let rubric = try RubricSample.shipped("readiness")
        var counted = 0
        for row in try Golden.file("seed004_readiness")["cases"].list {
            let expected = row["expected"]
            let gaps = expected["capability_gaps"]
            let role = try #require(row["target_role"].text).replacing("_", with: "-")
            let profile = try #require(Profile.ID(role))
            let scores = Self.readinessKeys.compactMap { gaps[$0]["current_score"].rational }
            let sheets = try rubric.panelSheets(inOrder: scores.map(\.description))
            let evaluation = try rubric.evaluate(sheets)
            guard scores.allSatisfy({ (.zero...Rational(10)).contains($0) }) else {
                // The framework clamps such scores; we say that they cannot be.
                #expect(evaluation.counting.isEmpty && evaluation.score == nil)
                continue
            }
            let share = try #require(evaluation.score)
            let overall = try #require(expected["overall_technical_readiness"].number)
            #expect(Self.isNear(share, overall))
            guard let report = try rubric.gaps(of: evaluation, to: profile) else {
                #expect(role == "cto", "every role but the one without a profile has gaps")
                continue
            }
            counted += 1
            for (key, gap) in zip(Self.readinessKeys, report.gaps) {
                #expect(gap.criterion.text == key.replacing("_", with: "-"))
                #expect(gap.current == gaps[key]["current_score"].rational)
                #expect(gap.size == gaps[key]["gap"].rational)
                let name = gaps[key]["readiness"].text?.replacing("_", with: "-")
                #expect(gap.name?.id.text == name)
            }
            let names = { (gaps: [GapReport.Gap]) in
                gaps.map { $0.criterion.text.replacing("-", with: "_") }
            }
            #expect(names(report.priorities) == expected["development_priorities"].texts)
            #expect(names(report.strengths) == expected["strengths"].texts)
        }
        #expect(counted > 8)
        // Where a score is missing, the framework takes 5, and we wait for it.
        let absent = try rubric.evaluate([rubric.sheet(["technical-depth": "5"])])
        #expect(absent.verdict == nil)
    }

    @Test(arguments: [
        ("staff", "staff-engineer"), ("principal", "principal-engineer"),
        ("manager", "engineering-manager"),
    ])
    func `in readiness also say how much of the role is there`(
        _ key: String, _ role: String
    ) throws {
        let golden = try Golden.workedExample("seed004.readiness_index")
        let rubric = try RubricSample.shipped("readiness")
        let current = ["depth", "breadth", "architecture", "trends", "communication"]
            .compactMap { golden["input"]["current"][$0].rational?.description }
        let evaluation = try rubric.evaluate(rubric.panelSheets(inOrder: current))
        #expect(evaluation.score == golden["expected"]["seed_overall"].rational)
        let report = try #require(try Self.report(evaluation, role, rubric))
        let required = report.gaps.compactMap { gap -> Rational? in
            if case .points(let points) = gap.target.threshold { points } else { nil }
        }
        #expect(required == golden["input"]["required"][key].rationals)
        #expect(try report.reachedShare() == golden["expected"]["role_relative"][key].rational)
    }

    @Test func `in performance come in the order in which to plan`() throws {
        let golden = try Golden.workedExample("seed003.performance")
        let rubric = try RubricSample.shipped("performance-assessment")
        let names = [
            "technical_expertise", "delivery_excellence", "collaboration_leadership",
            "business_impact",
        ]
        let marks = names.flatMap { golden["input"]["current"][$0].rationals }
        let evaluation = try rubric.evaluate(
            rubric.panelSheets(inOrder: marks.map(\.description)))
        let expected = golden["expected"]
        #expect(try evaluation.score.map { try $0 * Rational(10) } == expected["overall"].rational)
        let report = try #require(
            try Self.report(evaluation, "senior-ai-infrastructure-engineer", rubric))
        let order = report.groups.map { $0.group.text.replacing("-", with: "_") }
        #expect(order == expected["priority_order"].texts)
        for (name, group) in zip(order, report.groups) {
            #expect(group.current == expected["dimension"][name].rational)
            #expect(group.target == golden["input"]["target"][name].rational)
            #expect(group.size == expected["gap"][name].rational)
            #expect(group.weighted == expected["weighted_gap"][name].rational)
        }
    }

    @Test func `in levels are counted in whole levels, those of the framework`() throws {
        let rubric = try RubricSample.shipped("competency-framework")
        let plans = try Golden.file("seed004_frameworks")["competency_plans_by_role"]
        for profile in rubric.profiles {
            let plan = plans[profile.id.text.replacing("-", with: "_")]["critical_competencies"]
            let critical = profile.targets.filter { $0.priority == .critical }
            for target in critical {
                let name = target.criterion.text.replacing("-", with: "_")
                let row = try #require(plan.list.first { $0["competency"].text == name })
                let level = try #require(row["target_level"].text.flatMap { Scale.Level.ID($0) })
                #expect(target.threshold == .level(level))
            }
        }
        // Half way from proficient to advanced is proficient: 1, 2, 3, 4 are the levels' points.
        let sheets = try [
            ("manager", "engineering-manager", "proficient"),
            ("assessor", "staff-engineer", "advanced"),
        ]
        .map { reviewer, role, level in
            try rubric.sheet(
                inOrder: [level, "-", "developing", "expert", "-", "-"], by: reviewer,
                role: role)
        }
        let evaluation = try rubric.evaluate(sheets)
        func gaps(_ profile: String) throws -> [String] {
            try #require(try Self.report(evaluation, profile, rubric)).gaps.map {
                "\($0.criterion) \($0.size?.description ?? "unknown") \($0.ahead) \($0.isPriority)"
            }
        }
        #expect(
            try gaps("staff-engineer") == [
                "technical-vision 1 [advanced] true", "team-development 1 [proficient] true",
                "innovation unknown [] false",
            ])
        #expect(
            try gaps("engineering-manager") == [
                "team-development 2 [proficient, advanced] true",
                "strategic-thinking -2 [] false",
            ])
        #expect(try Self.report(evaluation, "cto", rubric) == nil)
    }

    private static func report(
        _ evaluation: Evaluation, _ profile: String, _ rubric: Rubric
    ) throws -> GapReport? {
        let id = try #require(Profile.ID(profile))
        return try rubric.gaps(of: evaluation, to: id)
    }

    /// The framework's figures are binary fractions, which ours are not.
    private static func isNear(_ exact: Rational, _ number: Double) -> Bool {
        let value = Double(exact.numerator) / Double(exact.denominator)
        return abs(value - number) < 1e-12
    }
}
