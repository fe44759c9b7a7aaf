import Assessment
import Grading
import Testing

@Suite struct `Every rubric we ship` {
    private static let scored = RubricSample.shipped.map { path in
        String(path.dropFirst("Rubrics/".count).dropLast(".xml".count))
    }.filter { $0 != "feedback-360" }

    /// The best or the worst mark on the criterion, as text.
    private func end(_ criterion: Criterion, isBest: Bool, in rubric: Rubric) throws -> String {
        switch criterion.kind {
        case .levels(let scale), .check(let scale):
            let levels = try #require(rubric.scales.first { $0.id == scale }).levels
            let scored = levels.compactMap { level in level.points.map { (level.id.text, $0) } }
            let sorted = scored.sorted { $0.1 < $1.1 }.map(\.0)
            return try #require(
                isBest == (criterion.polarity == .higher) ? sorted.last : sorted.first)
        case .points(let minimum, let maximum, _):
            return (isBest == (criterion.polarity == .higher) ? maximum : minimum).description
        case .measure: return isBest ? "1/1" : "0/1"
        case .share(let target, _): return isBest ? (try target * .hundred).description : "1"
        case .text: return ""
        }
    }

    @Test(arguments: scored)
    func `gives the best work all, and the worst no pass`(_ name: String) throws {
        let rubric = try RubricSample.shipped(name)
        let subject = rubric.subjects == .many ? "option" : nil
        let criteria = rubric.allCriteria.filter { $0.kind != .text }
        for isBest in [true, false] {
            let marks = try criteria.map { try end($0, isBest: isBest, in: rubric) }
            var sheets = try rubric.panelSheets(inOrder: marks, on: subject)
            let evaluation = try rubric.evaluate(sheets, on: subject)
            #expect(evaluation.state == .decided)
            #expect(evaluation.differences.isEmpty && evaluation.excluded.isEmpty)
            if isBest { #expect(evaluation.score == .one) }
            #expect(evaluation.openGates.isEmpty == (isBest || evaluation.gates.isEmpty))
            let canPass = rubric.bands.contains(where: \.isPass)
            #expect(evaluation.verdict?.isPass == (isBest && canPass))
            let lines = try evaluation.explanation(by: rubric)
            #expect(lines.count >= criteria.count)
            #expect(lines.allSatisfy { !$0.contains("\n") && $0.hasSuffix(".") }, "\(lines)")
            // A reviewer who stays away keeps the panel from a verdict.
            if rubric.panel != nil {
                sheets.removeLast()
                #expect(try rubric.evaluate(sheets, on: subject).verdict == nil)
            }
        }
    }

    @Test func `lets a leadership panel pass a portfolio at 80%, and not below`() throws {
        let rubric = try RubricSample.shipped("module-210-portfolio")
        func evaluation(_ levels: [String], _ extra: ScoreSheet? = nil) throws -> Evaluation {
            let roles = ["staff-engineer", "engineering-manager", "executive-stakeholder"]
            let sheets = try zip(roles, levels).map { role, level in
                try rubric.sheet(
                    inOrder: Array(repeating: level, count: 8), by: role, role: role)
            }
            return try rubric.evaluate(sheets + (extra.map { [$0] } ?? []))
        }
        let even = try evaluation(["proficient", "proficient", "proficient"])
        #expect(try even.percent() == Rational(80))
        #expect(even.verdict?.id.text == "pass")
        #expect(even.gates.count == 3 && even.openGates.isEmpty)
        let apart = try evaluation(["advanced", "proficient", "developing"])
        #expect(apart.state == .disputed(.adjudicate))
        let fourth = try rubric.sheet(
            inOrder: Array(repeating: "proficient", count: 8), by: "fourth",
            role: Panel.adjudicator)
        // The mean of all, as the rubric says: 90, 80, 50 and 80.
        let settled = try evaluation(["advanced", "proficient", "developing"], fourth)
        #expect(try settled.percent() == Rational(75))
        #expect(settled.verdict?.id.text == "revise")
        let gated = try evaluation(["missing", "missing", "missing"])
        #expect(gated.openGates == ["strategic-roadmap", "mentorship-plan", "project-outcomes"])
    }
}
