import Assessment
import Grading
import Testing

@Suite struct `A panel` {
    private static func rubric(
        _ attributes: String = "", seats: String = "", verdict: String = RubricSample.verdict
    ) throws -> Rubric {
        try RubricSample.rubric(
            """
            <criterion id="a" kind="levels" scale="s" comment="below" comment-below="mid"
            evidence="required" not-applicable="allowed"><title>A</title></criterion>
            <criterion id="b" kind="levels" scale="s"><title>B</title></criterion>
            """,
            scales: """
                <scale id="s"><level id="low" points="0"><label>Low</label></level>
                <level id="mid" points="1"><label>Mid</label></level>
                <level id="top" points="2"><label>Top</label></level>
                <level id="abstain" points="none"><label>Abstain</label></level></scale>
                """,
            scoring: #"min-assessed-weight="50%""#,
            after: "<panel quorum=\"2\" \(attributes)>\(seats)</panel>\(verdict)")
    }

    private static let seats = """
        <seat id="lead" role="lead" min="1" weight="3"/><seat id="peer" role="peer" min="1"/>
        <conflict id="manages" action="bar">Manages the author.</conflict>
        <conflict id="knows" action="declare">Knows the author.</conflict>
        """

    /// What is wrong with the second of two sheets, and why it does not count.
    struct Slip: CustomTestStringConvertible {
        let name: String
        let reason: ExcludedSheet.Reason?
        let edit: @Sendable (inout ScoreSheet) -> Void

        var testDescription: String { name }

        init(
            _ name: String, _ reason: ExcludedSheet.Reason?,
            _ edit: @escaping @Sendable (inout ScoreSheet) -> Void
        ) {
            self.name = name
            self.reason = reason
            self.edit = edit
        }
    }

    private static func id(_ text: String) -> Criterion.ID {
        guard let id = Criterion.ID(text) else { preconditionFailure("'\(text)' is an id") }
        return id
    }

    @Test(arguments: [
        Slip("nothing", nil) { _ in },
        Slip("a conflict on record", nil) { $0.conflict = "knows" },
        Slip("a draft", .draft) { $0.status = .draft },
        Slip("withdrawn", .withdrawn) { $0.status = .withdrawn },
        Slip("another rubric", .otherRubric) {
            if let other = Rubric.ID("q") { $0.rubric = other }
        },
        Slip("another version", .otherRubric) { $0.rubricVersion = "2" },
        Slip("barred", Panel.Conflict.ID("manages").map { .barred($0) }) {
            $0.conflict = "manages"
        },
        Slip("no seat", .noSeat) { $0.role = "guest" },
        Slip("no declaration", .incomplete([.declaration])) { $0.conflict = nil },
        Slip("an unknown conflict", .incomplete([.declaration])) { $0.conflict = "envies" },
        Slip("no mark", .incomplete([.mark(id("b"))])) { $0.marks.removeLast() },
        Slip("no evidence", .incomplete([.evidence(id("a"))])) { $0.marks[0].evidence = [] },
        Slip("a mark of another kind", .incomplete([.validMark(id("b"))])) {
            $0.marks[1].value = .points(.one)
        },
        Slip(
            "what always applies",
            .incomplete([.validMark(id("b")), .assessedWeight(.zero, least: half)])
        ) {
            $0.marks[0].value = .notApplicable
            $0.marks[1].value = .notApplicable
        },
        Slip("no reason", .incomplete([.reason(id("a"))])) {
            $0.marks[0].value = .notApplicable
            $0.marks[0].comment = nil
            $0.marks[0].reason = nil
        },
        Slip("an abstention without a reason", .incomplete([.reason(id("b"))])) {
            if let abstain = Scale.Level.ID("abstain") { $0.marks[1].value = .level(abstain) }
            $0.marks[1].comment = nil
            $0.marks[1].reason = nil
        },
        Slip("a low mark without words", .incomplete([.comment(id("a"))])) {
            if let low = Scale.Level.ID("low") { $0.marks[0].value = .level(low) }
            $0.marks[0].comment = nil
        },
        Slip("a middling mark without words", nil) { $0.marks[0].comment = nil },
    ])
    func `counts a sheet, or says why it does not`(_ slip: Slip) throws {
        let rubric = try Self.rubric(seats: Self.seats)
        let first = try rubric.sheet(["a": "top", "b": "top"], by: "r1", role: "lead")
        var second = try rubric.sheet(["a": "mid", "b": "mid"], by: "r2", role: "peer")
        slip.edit(&second)
        let evaluation = try rubric.evaluate([first, second])
        #expect(evaluation.excluded.map(\.reason) == (slip.reason.map { [$0] } ?? []))
        #expect(evaluation.counting.count == (slip.reason == nil ? 2 : 1))
        #expect((evaluation.verdict == nil) == (slip.reason != nil))
        #expect(
            evaluation.declarations.map(\.conflict) == (second.conflict == "knows" ? ["knows"] : [])
        )
        let seat = try #require(Panel.Seat.ID("peer"))
        let missing: [Evaluation.Vacancy] = [
            .quorum(has: 1, needs: 2), .seat(seat, has: 0, needs: 1),
        ]
        #expect(evaluation.state == (slip.reason == nil ? .decided : .waiting(missing)))
    }

    private static let half: Rational = {
        guard let half = try? Rational(1, over: 2) else { preconditionFailure("it fits") }
        return half
    }()

    @Test func `takes the last word of a reviewer`() throws {
        let rubric = try Self.rubric()
        let other = try rubric.sheet(["a": "top", "b": "top"], by: "r2")
        let early = try rubric.sheet(["a": "low", "b": "low"], by: "r1")
        var late = try rubric.sheet(["a": "top", "b": "mid"], by: "r1")
        late.id = try #require(ScoreSheet.ID("late"))
        late.time = "2026-05-02T10:00:00Z"
        func excluded(_ sheets: [ScoreSheet]) throws -> [ExcludedSheet.Reason] {
            try rubric.evaluate(sheets).excluded.map(\.reason)
        }
        #expect(try excluded([late, other, early]) == [.replaced])
        late.status = .draft
        #expect(try excluded([late, other, early]) == [.draft])
        late.status = .withdrawn
        #expect(try excluded([late, other, early]) == [.replaced, .withdrawn])
        late.status = .submitted
        late.time = early.time
        late.supersedes = early.id
        late.reviewer = "r1 (corrected)"
        #expect(try excluded([late, other, early]) == [.replaced])
    }

    @Test(arguments: [
        ("mean", ["low", "mid", "top"], "50"), ("median", ["low", "low", "top"], "0"),
        ("median", ["low", "mid", "mid", "top"], "50"), ("min", ["mid", "top", "low"], "0"),
        ("max", ["mid", "top", "low"], "100"), ("vote", ["low", "top", "top"], "100"),
        ("vote", ["low", "low", "top", "top"], "0"), ("weighted-mean", ["top", "low"], "75"),
    ])
    func `makes one score of several by the rule it names`(
        _ rule: String, _ marks: [String], _ percent: String
    ) throws {
        for level in ["total", "criterion"] {
            let rubric = try Self.rubric(
                "combine=\"\(rule)\" level=\"\(level)\"",
                seats: rule == "weighted-mean" ? Self.seats : "")
            let sheets = try marks.enumerated().map { index, mark in
                try rubric.sheet(
                    ["a": mark, "b": mark], by: "r\(index)", role: index == 0 ? "lead" : "peer")
            }
            #expect(try rubric.evaluate(sheets).percent() == Rational(exactly: percent))
        }
    }

    @Test(
        arguments: [
            (["top", "top"], ["top", "mid"], "discuss", nil, nil),
            (["top", "top"], ["low", "top"], "discuss", "discuss", nil),
            (["top", "top"], ["low", "top"], "flag", nil, nil),
            (["top", "top"], ["low", "top"], "adjudicate", "adjudicate", nil),
            (["top", "top"], ["low", "top"], "adjudicate", nil, "100"),
            (["top", "top"], ["top", "mid"], "adjudicate", nil, "not needed"),
        ] as [([String], [String], String, String?, String?)])
    func `waits while its reviewers differ too much`(
        _ first: [String], _ second: [String], _ way: String, _ dispute: String?, _ third: String?
    ) throws {
        let rubric = try Self.rubric("tolerance-levels=\"1\" on-disagreement=\"\(way)\"")
        var sheets = try [first, second].enumerated().map { index, marks in
            try rubric.sheet(inOrder: marks, by: "r\(index)")
        }
        if third != nil {
            sheets.append(
                try rubric.sheet(
                    ["a": "top", "b": "top"], by: "third", role: Panel.adjudicator))
        }
        let evaluation = try rubric.evaluate(sheets)
        let expected = dispute.flatMap { Panel.Disagreement(rawValue: $0) }
        #expect(evaluation.state == expected.map { .disputed($0) } ?? .decided)
        #expect(evaluation.differences.isEmpty == (second[0] == "top"))
        #expect(evaluation.excluded.map(\.reason) == (third == "not needed" ? [.notNeeded] : []))
        if third == "100" { #expect(evaluation.score == .one) }
    }

    @Test(arguments: [
        ("panel", ["top", "low"], true), ("panel", ["low", "low"], false),
        ("any-reviewer", ["low", "top"], true), ("any-reviewer", ["low", "low"], false),
        ("every-reviewer", ["low", "top"], false), ("every-reviewer", ["mid", "top"], true),
        ("panel", ["-", "-"], false), ("every-reviewer", ["top", "-"], false),
    ])
    func `holds a gate against those whom it names`(
        _ judge: String, _ marks: [String], _ isMet: Bool
    ) throws {
        let rubric = try RubricSample.rubric(
            """
            <criterion id="a" kind="points" min="0" max="2" not-applicable="allowed"><title>A</title>
            <gate min-points="1" judged-on="\(judge)" waivable-by="head">It has to be.</gate>
            </criterion><criterion id="b" kind="points" min="0" max="98"><title>B</title></criterion>
            """, combine: "sum", after: "<panel quorum=\"2\"/>\(RubricSample.verdict)")
        let points = ["low": "0", "mid": "1", "top": "2", "-": "-"]
        let sheets = try marks.enumerated().map { index, mark in
            try rubric.sheet(["a": points[mark] ?? mark, "b": "98"], by: "r\(index)")
        }
        let evaluation = try rubric.evaluate(sheets)
        #expect(evaluation.openGates == (isMet ? [] : ["a"]))
        #expect(evaluation.verdict?.id.text == (isMet ? "pass" : "fail"))
        #expect(try (evaluation.score ?? .zero) >= Rational(share: "80%"))
        let below = zip(["r0", "r1"], marks).filter { ["low", "-"].contains($1) }.map(\.0)
        #expect(evaluation.gates.first?.below == below)
        for (role, passes) in [("head", true), ("deputy", isMet)] {
            let waiver = Waiver(criterion: Self.id("a"), role: role, reason: "Agreed in May.")
            let waived = try rubric.evaluate(sheets, waivers: [waiver])
            #expect(waived.verdict?.isPass == passes)
            #expect(waived.score == evaluation.score)
        }
    }

    /// Who looks, at what state, and what they see: marks, reviewers' names, the learner's,
    /// progress, result.
    @Test(
        arguments: [
            (.learner, "waiting", "", "- - l - -"), (.learner, "disputed", "", "- - l - -"),
            (.learner, "decided", "", "all r l - v"),
            (.learner, "decided", #"blind="single""#, "all - l - v"),
            (.reviewer(hasSubmitted: true, isBarred: false), "waiting", "", "own - l - -"),
            (
                .reviewer(hasSubmitted: true, isBarred: false), "waiting", #"sealed="no""#,
                "all r l p -"
            ),
            (.reviewer(hasSubmitted: true, isBarred: false), "disputed", "", "all r l p v"),
            (.reviewer(hasSubmitted: false, isBarred: false), "decided", "", "own - l - -"),
            (.reviewer(hasSubmitted: true, isBarred: true), "decided", "", "own - l - -"),
            (
                .reviewer(hasSubmitted: true, isBarred: false), "decided", #"blind="double""#,
                "all r - p v"
            ),
            (.chair(hasConflict: false), "waiting", "", "- r l p -"),
            (.chair(hasConflict: false), "decided", #"blind="double""#, "all r l p v"),
            (.chair(hasConflict: true), "waiting", #"sealed="no""#, "- - l - -"),
            (.chair(hasConflict: true), "decided", "", "- - l - v"),
        ] as [(Sight.Viewer, String, String, String)])
    func `shows nobody more than they may see`(
        _ viewer: Sight.Viewer, _ state: String, _ attributes: String, _ sight: String
    ) throws {
        let panel = try #require(Self.rubric(attributes).panel)
        let states: [String: Evaluation.State] = [
            "waiting": .waiting([.quorum(has: 1, needs: 2)]), "disputed": .disputed(.discuss),
            "decided": .decided,
        ]
        let seen = panel.sight(of: viewer, at: try #require(states[state]))
        let words = [
            seen.sheets == .none ? "-" : "\(seen.sheets)", seen.showsReviewersNames ? "r" : "-",
            seen.showsLearnersName ? "l" : "-", seen.showsProgress ? "p" : "-",
            seen.showsResult ? "v" : "-",
        ]
        #expect(words.joined(separator: " ") == sight)
        let isReviewer =
            if case .reviewer = viewer { true } else { viewer == .chair(hasConflict: false) }
        #expect(seen.showsReviewersCriteria == isReviewer)
    }
}
