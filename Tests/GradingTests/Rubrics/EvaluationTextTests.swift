import Assessment
import Grading
import Testing

@Suite struct `An evaluation read aloud` {
    @Test func `says which criterion gave what, and what would change the verdict`() throws {
        let rubric = try RubricSample.shipped("lab-code-review")
        let sheets = try [
            "ana": ["proficient", "proficient", "advanced", "proficient", "missing", "advanced"],
            "ben": [
                "advanced", "proficient", "proficient", "proficient", "developing", "advanced",
            ],
        ].map { reviewer, marks in
            try rubric.sheet(inOrder: marks, by: reviewer, role: "peer-engineer")
        }
        let evaluation = try rubric.evaluate(sheets)
        let lines = try evaluation.explanation(by: rubric, swings: rubric.swings(of: evaluation))
        #expect(
            lines == [
                "Revise, at 81%: no pass, because the gate on Respect is not met.",
                "The score is the mean of the reviewers' totals, 78% and 84%.",
                "Substance of the findings: 90% at weight 25, from 80% and 100%.",
                "Blocking and optional: 80% at weight 20, from 80% and 80%.",
                "Next step in each comment: 90% at weight 20, from 100% and 80%.",
                "Teaching: 80% at weight 15, from 80% and 80%.",
                "Respect: 25% at weight 10, from 0% and 50%.",
                "Closing summary: 100% at weight 10, from 100% and 100%.",
                "Gate on Substance of the findings, at least Developing: met.",
                "Gate on Respect, at least Developing: not met by ana. A review that passes "
                    + "judgment on a person teaches the team to avoid reviews, whatever faults it "
                    + "finds.",
                "Had everybody given Respect at least Developing, the verdict would be Passed.",
            ])
    }

    /// Marks of two peers on a mentorship, what is different about the second sheet, and a line.
    @Test(arguments: [
        ("8", "8", "", "Passed, at 80%; 80% is needed."),
        ("8", "7", "", "Revise, at 79.3%; Passed takes 80%."),
        ("8", "4", "", "Mentee’s answers: 60% at weight 15, from 80% and 40%."),
        ("4", "4", "", "Revise, at 74%: no pass, because the gate on Mentee’s answers is not met."),
        (
            "4", "4", "waived",
            "Gate on Mentee’s answers, at least 5 points: waived by program-lead. Ill."
        ),
        (
            "8", "8", "draft",
            "No verdict yet: 1 of 2 sheets are in and 1 of 2 for the seat Engineer with mentoring experience."
        ),
        ("8", "8", "draft", "The sheet of ben does not count: it is a draft."),
        (
            "8", "8", "barred",
            "The sheet of ben does not count: a conflict of interest bars it, is the mentee."
        ),
        (
            "8", "8", "declared",
            "ben has a conflict of interest on record: works in the mentor’s team."
        ),
        (
            "8", "8", "bare",
            "The sheet of ben does not count: it lacks a comment on Baseline and goals."
        ),
        (
            "8", "8", "severe",
            "No verdict yet: the reviewers differ too much, and they have to talk it over."
        ),
        (
            "8", "8", "severe",
            "On Baseline and goals the reviewers are 2 levels apart; 1 is tolerated."
        ),
        ("8", "8", "severe", "The totals are 16% apart; 15% is tolerated."),
    ])
    func `says what every rule of the rubric did`(
        _ first: String, _ second: String, _ change: String, _ line: String
    ) throws {
        let rubric = try RubricSample.shipped("lab-mentorship")
        var sheets = try [("ana", first), ("ben", second)].map { reviewer, form in
            try rubric.sheet(
                inOrder: Array(repeating: "proficient", count: 5) + [form], by: reviewer,
                role: "peer-engineer")
        }
        var waivers: [Waiver] = []
        switch change {
        case "draft": sheets[1].status = .draft
        case "barred": sheets[1].conflict = "is-mentee"
        case "declared": sheets[1].conflict = "same-team"
        case "bare":
            sheets[1].marks[0] = ScoreSheet.Mark(
                criterion: sheets[1].marks[0].criterion,
                value: .level(try #require(Scale.Level.ID("developing"))))
        case "severe": sheets[1].marks[0].value = .level(try #require(Scale.Level.ID("missing")))
        case "waived":
            let form = try #require(Criterion.ID("mentee-form"))
            waivers = [Waiver(criterion: form, role: "program-lead", reason: "Ill.")]
        default: break
        }
        let lines = try rubric.evaluate(sheets, waivers: waivers).explanation(by: rubric)
        #expect(lines.contains(line), "\(lines)")
    }
}
