import Assessment
import Grading
import Results
import Reviews
import Terminal

/// Where a panel stands, in words and as data.
struct PanelPage {
    let submission: KeptSubmission
    private let naming: Naming
    /// How the reviewers are called.
    private let name: (Person.ID) -> String

    init(_ submission: KeptSubmission, _ naming: Naming) {
        self.submission = submission
        self.naming = naming
        name = naming.reviewers(of: submission)
    }

    private var rubric: Rubric { submission.rubric }

    /// Whose work it is, and who scores it.
    var seats: Page {
        var page = Page()
        page.heading(rubric.title)
        page.paragraph(
            "\(naming.id(of: submission)), the work of "
                + naming.name(of: submission.record.learner))
        page.heading("Reviewers")
        for review in submission.reviews {
            let role = review.assignment.role.map { " (\($0))" } ?? ""
            page.item(
                "•", "\(name(review.reviewer))\(role): \(SubmissionPage.state(of: review))")
        }
        if submission.reviews.isEmpty { page.paragraph("Nobody has taken a seat.") }
        return page
    }

    /// Seats, then how the verdict comes about where the rubric lets it be seen.
    func page() throws -> Page {
        var page = seats
        let sight = try submission.sight(of: .chair(hasConflict: false))
        page.heading("Verdict")
        for evaluation in try submission.evaluations(naming: name) {
            if let subject = evaluation.subject { page.paragraph("\(subject):") }
            guard let lines = try? evaluation.explanation(by: rubric) else { continue }
            // What is sealed stays so; the first line says what it waits for.
            for line in sight.showsResult ? lines : Array(lines.prefix(1)) {
                page.paragraph(line, indent: 2)
            }
        }
        if !submission.released.isEmpty {
            page.heading("Released")
            for (number, verdict) in submission.released.enumerated() {
                page.item(
                    "\(number + 1).",
                    "\(verdict.time.day) by \(verdict.author): \(label(verdict.verdict))"
                        + (verdict.score.map { ", at \(rubric.percent($0))" } ?? ""))
            }
        }
        return page
    }

    private func label(_ band: String) -> String {
        rubric.bands.first { $0.id.text == band }?.label ?? band
    }

    /// What each reviewer gave on each criterion, for whoever has to settle it.
    var sideBySide: Page {
        var page = Page()
        page.heading("What the reviewers gave")
        for criterion in rubric.allCriteria {
            page.item("•", criterion.title)
            for review in submission.reviews {
                let marks = (review.counting?.marks ?? []).filter { $0.criterion == criterion.id }
                for mark in marks {
                    let judgment = Judgment(mark)
                    let words = SubmissionWords.words(judgment, on: criterion)
                    let text = SubmissionWords.mark(judgment, on: criterion, in: rubric)
                    page.paragraph(
                        ([submission.numbered(review.reviewer) + ": " + text] + words)
                            .joined(separator: ". "), indent: 4)
                }
            }
        }
        return page
    }

    func json() throws -> JSON {
        let sight = try submission.sight(of: .chair(hasConflict: false))
        let evaluations = try submission.evaluations(naming: name)
        return .object([
            ("schema", "assay/panel/1"), ("submission", .string(submission.id)),
            ("rubric", .string(rubric.id.text)),
            (
                "reviewers",
                .array(
                    submission.reviews.map { review in
                        [
                            "reviewer": .string(name(review.reviewer)),
                            "role": .optional(review.assignment.role),
                            "state": .string("\(review.review.state)"),
                            "version": .integer(review.review.revision),
                        ]
                    })
            ),
            ("sealed", .bool(!sight.showsResult)),
            (
                "results",
                .array(evaluations.map { json($0, isShown: sight.showsResult) })
            ),
            (
                "released",
                .array(
                    submission.released.map {
                        [
                            "verdict": .string($0.verdict), "at": .string($0.time.description),
                            "score": .optional($0.score?.description),
                        ]
                    })
            ),
        ])
    }

    private func json(_ evaluation: Evaluation, isShown: Bool) -> JSON {
        let state: JSON =
            switch evaluation.state {
            case .waiting: "waiting"
            case .disputed: "disputed"
            case .decided: "decided"
            }
        let lines = (try? evaluation.explanation(by: rubric)) ?? []
        return [
            "subject": .optional(evaluation.subject), "state": state,
            "score": .optional(isShown ? evaluation.score?.description : nil),
            "verdict": .optional(isShown ? evaluation.verdict?.id.text : nil),
            "explanation": .array(
                (isShown ? lines : Array(lines.prefix(1))).map { .string($0) }),
        ]
    }
}
