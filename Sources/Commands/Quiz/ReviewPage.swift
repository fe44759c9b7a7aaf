import Assessment
import Grading
import Screens
import Sittings
import Terminal

/// What a sitting came to, as far as the learner may see it: the verdict first.
struct ReviewPage {
    let review: SittingReview
    let quiz: Quiz
    let name: String
    let glyphs: Glyphs

    var page: Page {
        var page = Page()
        page.heading(headline)
        if review.ending == .timeRanOut {
            page.paragraph("The time ran out, and the answers were handed in as they were saved.")
        }
        let isSingle = review.objectives.count < 2
        if !isSingle {
            page.heading("By objective")
            for part in review.objectives {
                page.item(
                    "-", "\(part.title ?? "Everything else"): \(part.marks.text())", indent: 2)
            }
        }
        if review.questions.contains(where: { $0.grade != nil }) {
            page.heading("Questions")
            for (index, question) in review.questions.enumerated() {
                QuestionResult(question: question, number: index + 1, glyphs: glyphs)
                    .add(to: &page)
            }
        }
        if !review.topics.isEmpty {
            page.heading("What to review next")
            for topic in review.topics { page.item("-", topic, indent: 2) }
        }
        if let absences = review.absences { show(absences, on: &page) }
        page.space()
        page.paragraph(next)
        return page
    }

    private func show(_ absences: [Absence], on page: inout Page) {
        page.heading("Away from the screen")
        for absence in absences { page.item("-", SittingText.absence(absence), indent: 2) }
        if absences.isEmpty { page.item("-", "Never, as far as was noticed.", indent: 2) }
        page.item(
            "-",
            review.proctor.map { "The code that \($0) set was needed to begin it." }
                ?? "No code was set when it began.", indent: 2)
    }

    var headline: String {
        if review.ending == .abandoned { return "This attempt was given up." }
        guard let verdict = review.verdict, let marks = review.marks else {
            return "Handed in. The result is shown once it is released."
        }
        return SittingText.verdict(verdict, marks, quiz.passMark)
    }

    /// Attempts left, and when the next may begin.
    var next: String {
        switch review.attemptsLeft {
        case 0: return "No attempts are left."
        case let left?:
            return "\(counted(left, "attempt")) left" + (opening.map { "; \($0)" } ?? "") + "."
        case nil:
            return opening.map { "You may take it again: \($0)." } ?? "You may take it again."
        }
    }

    private var opening: String? {
        review.opens.map { "the next may begin at \(SittingText.time($0))" }
    }
}
