import Assessment
import Grading
import Testing

/// The worked examples that are about a rubric we ship, by the rubric's own file.
@Suite(Golden.isAtHand) struct `A shipped rubric works out` {
    @Test func `the track's framework`() throws {
        let golden = try Golden.workedExample("track4.framework")
        let rubric = try RubricSample.shipped("track-4-framework")
        let levels = golden["input"]["levels"]
        let groups = ["technical", "organizational", "executive", "professional"]
        let ids = rubric.allCriteria.map(\.id.text)
        let marks = try zip(ids, groups.flatMap { levels[$0].rationals }).map { id, level in
            try rubric.level(Int(level.numerator), of: id)
        }
        let evaluation = try rubric.evaluate(rubric.panelSheets(inOrder: marks))
        for (node, group) in zip(evaluation.whole.members, groups) {
            let expected = golden["expected"]["dimension_percent"][group].rational
            #expect(try evaluation.percent(of: try #require(node.id).text) == expected)
            let leaf = try #require(
                golden["expected"]["leaf_weights_percent"][group].rational)
            #expect(try leaf * Rational(node.members.count) == node.weight)
        }
        #expect(try evaluation.percent() == golden["expected"]["total"].rational)
        #expect(evaluation.verdict?.isPass == golden["expected"]["passed"].flag)
        #expect(evaluation.state == .decided)
    }

    @Test func `a project, and each member's part in it`() throws {
        let golden = try Golden.workedExample("track4.project")
        let rubric = try RubricSample.shipped("project-24")
        let levels = ["leadership", "operational"].flatMap { golden["input"][$0].rationals }
        let marks = try zip(rubric.allCriteria, levels).map { criterion, level in
            try rubric.level(Int(level.numerator), of: criterion.id.text)
        }
        let evaluation = try rubric.evaluate(rubric.panelSheets(inOrder: marks))
        #expect(try evaluation.percent() == golden["expected"]["team_percent"].rational)
        let ratings = golden["input"]["peer_ratings"]
        let factors = try TeamFactors(
            ratings: Dictionary(
                uniqueKeysWithValues: ratings.keys.map { ($0, try #require(ratings[$0].rational)) })
        )
        let score = try #require(evaluation.score)
        for member in ratings.keys {
            #expect(
                factors.factors?[member] == golden["expected"]["adjustment"][member].rational)
            let own = try factors.score(of: member, from: score).map { try $0 * .hundred }
            #expect(own == golden["expected"]["individual"][member].rational)
        }
        #expect(try TeamFactors(ratings: ["a": .zero, "b": .zero]).factors == nil)
        #expect(try factors.score(of: "z", from: score) == nil)
    }

    @Test func `indicators, of which 0 of 0 is no measure`() throws {
        let golden = try Golden.workedExample("track4.kpi")
        let rubric = try RubricSample.shipped("program-kpis")
        for (row, expected) in zip(golden["input"]["cases"].list, golden["expected"].list) {
            let (top, bottom) = (try #require(row[0].int), try #require(row[1].int))
            let id = row[2].int == 90 ? "retention" : "progression"
            let sheet = try rubric.sheet([id: "\(top)/\(bottom)"])
            let whole = try rubric.score(sheet).whole
            let score = try #require(Criterion.ID(id).flatMap { whole[$0] }?.score)
            #expect(score.marks.map { $0.earned == .one } == expected["met"].flag)
            #expect((score.basis == .notMeasurable) == expected["value"].isNull)
        }
    }

    // MARK: Decisions

    @Test func `a decision between two options, and what would turn it`() throws {
        let golden = try Golden.workedExample("seed003.decision")
        let rubric = try RubricSample.shipped("ai-decision-matrix")
        let groups = [
            "strategic_alignment", "technical_excellence", "implementation_feasibility",
            "risk_management", "long_term_value",
        ]
        let sheets = try ["A", "B"].flatMap { option in
            // Each factor has the figure of its group.
            let marks = try zip(rubric.criteria, groups).flatMap { group, name in
                let score = try #require(golden["input"]["options"][option][name].rational)
                return Array(repeating: score.description, count: group.allCriteria.count)
            }
            return try rubric.panelSheets(inOrder: marks, on: option)
        }
        let comparison = try rubric.compare(merged(sheets))
        let expected = golden["expected"]
        let scores = try comparison.places.map { try #require($0.evaluation.score) * Rational(10) }
        #expect(
            scores == [try #require(expected["B"].rational), try #require(expected["A"].rational)])
        #expect(comparison.leaders.map(\.subject) == [try #require(expected["recommended"].text)])
        #expect(
            try comparison.margin().map { try $0 * Rational(10) } == expected["margin"].rational)
        // What the example gives as a negative weight to move is a weight to move back.
        let back = try comparison.shifts().first {
            $0.from.text == "risk-management" && $0.to.text == "strategic-alignment"
        }
        let key = "flip_if_percent_weight_moved_from_strategic_alignment_to_risk_management"
        #expect(back.map { -$0.amount } == expected[key].rational)
        let counts = rubric.criteria.map { Rational($0.allCriteria.count) }
        #expect(counts == expected["factor_counts"].rationals)
    }

    @Test func `an initiative, with costs the other way round`() throws {
        let golden = try Golden.workedExample("seed003.strategic_initiative")
        let rubric = try RubricSample.shipped("strategic-initiative-matrix")
        let factors = golden["input"]["factors"]
        let rest = [
            "technical_feasibility", "market_opportunity", "competitive_advantage",
            "resource_requirements", "implementation_risk",
        ].compactMap { factors[$0].rational }
        let marks = (factors["strategic_value"].rationals + rest).map(\.description) + ["-"]
        let evaluation = try #require(
            rubric.compare(merged(rubric.panelSheets(inOrder: marks, on: "it"))).places.first
        ).evaluation
        // From 1 to 10, as the example counts, rather than from 0 to 1.
        func points(_ share: Rational?) throws -> Rational? {
            try share.map { try .one + $0 * Rational(9) }
        }
        let value = try evaluation.whole.members.first?.share()
        #expect(try points(value) == golden["expected"]["strategic_value"].rational)
        let key = "equal_weight_total_with_cost_criteria_reversed"
        #expect(try points(evaluation.score) == golden["expected"][key].rational)
    }

    @Test func `a request for a technology, stopped by a gate or let through it`() throws {
        let golden = try Golden.workedExample("seed003.technology_request")
        let rubric = try RubricSample.shipped("technology-selection-matrix")
        let scores = golden["input"]["scores"]
        let rest = [
            "enterprise_integration", "security_compliance", "support_ecosystem",
            "total_cost_ownership", "risk_assessment",
        ].compactMap { scores[$0].rational }
        let marks = (scores["strategic_alignment"].rationals + rest).map(\.description)
        let sheets = try merged(rubric.panelSheets(inOrder: marks, on: "it"))
        func evaluation(_ role: String?) throws -> Evaluation {
            let waivers = try role.map {
                Waiver(
                    criterion: try #require(Criterion.ID("security-compliance")), role: $0,
                    reason: "A fix is due in May.")
            }
            return try rubric.evaluate(sheets, on: "it", waivers: waivers.map { [$0] } ?? [])
        }
        let rejected = try evaluation(nil)
        #expect(
            rejected.openGates
                == golden["expected"]["gate_failures"].texts.map {
                    $0.replacing("_", with: "-")
                })
        #expect(rejected.verdict?.id.text == "rejected")
        let mean = golden["expected"]["mean_of_six"].rational
        #expect(try rejected.score.map { try $0 * Rational(10) } == mean)
        #expect(try evaluation("engineer").verdict?.id.text == "rejected")
        let waived = try evaluation("chief-technology-officer")
        #expect(waived.verdict?.id.text == "approved-with-conditions")
        #expect(waived.score == rejected.score)
    }

    // MARK: Checklists

    @Test func `an architecture review by those who can judge`() throws {
        let golden = try Golden.workedExample("seed003.architecture_review")
        let rubric = try RubricSample.shipped("architecture-review")
        let words = ["y": "approve", "c": "condition", "n": "reject", "-": "-"]
        let votes = golden["input"]["votes"]
        func sheets(_ change: (String, Int, String)? = nil) throws -> [ScoreSheet] {
            try votes.keys.map { name in
                var marks = votes[name].texts.map { words[$0] ?? $0 }
                if let (role, place, mark) = change, role == name { marks[place] = mark }
                let role = name.replacing("_", with: "-").replacing("experts", with: "expert")
                return try rubric.sheet(inOrder: marks, by: name, role: role)
            }
        }
        let evaluation = try rubric.evaluate(sheets())
        #expect(evaluation.verdict?.label.lowercased() == golden["expected"]["verdict"].text)
        let outcomes = try evaluation.whole.leaves.map { try $0.share() == .one }
        #expect(outcomes == golden["expected"]["criteria_outcome"].texts.map { $0 == "approved" })
        #expect(evaluation.findings.map(\.reviewer) == ["enterprise_architect"])

        let rejected = try rubric.evaluate(sheets(("security_architect", 2, "reject")))
        #expect(rejected.band?.id.text == "rejected")
        #expect(rejected.state == .disputed(.discuss))
        let unjudged = try ["technical_lead", "enterprise_architect", "security_architect"].reduce(
            into: sheets()
        ) { sheets, name in
            let index = try #require(sheets.firstIndex { $0.reviewer == name })
            sheets[index].marks[2].value = .notApplicable
        }
        #expect(try rubric.evaluate(unjudged).verdict == nil)
    }

    @Test func `a compliance list, which one gap fails`() throws {
        let golden = try Golden.workedExample("seed003.compliance")
        let rubric = try RubricSample.shipped("compliance-checklist")
        let words = ["c": "compliant", "p": "partial", "n": "non-compliant", "na": "-"]
        let groups = [
            "data_protection", "algorithmic_accountability", "security_requirements",
            "operational_governance",
        ]
        let marks = groups.flatMap { golden["input"]["status"][$0].texts }.compactMap { words[$0] }
        let evaluation = try rubric.evaluate(rubric.panelSheets(inOrder: marks))
        let expected = golden["expected"]
        for group in groups {
            let percent = try evaluation.percent(of: group.replacing("_", with: "-"))
            #expect(percent == expected["category_percent"][group].rational)
        }
        #expect(try evaluation.percent() == expected["overall_percent"].rational)
        #expect(evaluation.whole.leaves.count { $0.marks != nil } == expected["applicable"].int)
        let none = Set(
            evaluation.findings.filter { $0.mark.marks?.earned == .zero }.map(\.criterion.text))
        #expect(none == ["breach-notification"])
        #expect(evaluation.findings.allSatisfy { $0.comment == "Seen." })
        #expect(evaluation.verdict?.id.text == "non-compliant")
        let best = marks.map { $0 == "-" ? "-" : "compliant" }
        let clean = try rubric.evaluate(rubric.panelSheets(inOrder: best))
        #expect(clean.verdict?.id.text == "compliant")
    }

    @Test func `a quality list, of which three of four is an open finding`() throws {
        let golden = try Golden.workedExample("roadmap.quality_checklist")
        let rubric = try RubricSample.shipped("quality-checklist")
        let marks = golden["input"]["items"].list.map { $0.flag == true ? "yes" : "no" }
        let evaluation = try rubric.evaluate(rubric.panelSheets(inOrder: marks))
        #expect(evaluation.verdict?.isPass == golden["expected"]["complete"].flag)
        #expect(evaluation.findings.count == golden["expected"]["missing"].list.count)
        #expect(evaluation.findings.map(\.criterion.text) == ["executive-briefing"])
        #expect(
            evaluation.whole.leaves.count { $0.marks?.earned == .one }
                == golden["expected"]["done"].int)
        let rest = try rubric.evaluate(rubric.panelSheets(inOrder: ["yes", "yes", "-", "yes"]))
        #expect(rest.verdict?.id.text == "complete")
    }

    @Test func `a portfolio's balance, and how much would have to move`() throws {
        let golden = try Golden.workedExample("seed003.portfolio_balance")
        let rubric = try RubricSample.shipped("innovation-portfolio")
        let spend = golden["input"]["spend"].rationals.map(\.description)
        let evaluation = try rubric.evaluate([rubric.sheet(inOrder: spend)])
        let parts = evaluation.whole.leaves.compactMap { leaf -> Rational? in
            if case .part(let part, _, _)? = leaf.score?.basis { part } else { nil }
        }
        #expect(
            try parts.map { try $0 * .hundred } == golden["expected"]["actual_percent"].rationals)
        let sum = golden["expected"]["total_absolute_deviation"].rational
        let balance = try #require(evaluation.whole.members.first)
        #expect(try balance.shareToMove().map { try $0 * Rational(200) } == sum)
        #expect(evaluation.verdict?.isPass == golden["expected"]["within_5_points"].flag)
        let nothing = try rubric.evaluate([rubric.sheet(inOrder: ["0", "0", "0"])])
        #expect(nothing.score == nil && nothing.verdict?.id.text == "rebalance")
    }

    /// One sheet of each reviewer with the marks of all theirs.
    private func merged(_ sheets: [ScoreSheet]) -> [ScoreSheet] {
        Dictionary(grouping: sheets, by: \.reviewer).values.compactMap { sheets in
            var sheet = sheets.first
            sheet?.marks = sheets.flatMap(\.marks)
            return sheet
        }
    }
}
