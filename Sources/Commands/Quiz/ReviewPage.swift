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
                page.space()
                Self.show(question, number: index + 1, on: &page)
            }
        }
        if !review.topics.isEmpty {
            page.heading("What to review next")
            for topic in review.topics { page.item("-", topic, indent: 2) }
        }
        page.space()
        page.paragraph(next)
        return page
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

    static func question(_ question: SittingReview.Question, number: Int) -> Page {
        var page = Page()
        show(question, number: number, on: &page)
        return page
    }

    private static func show(
        _ question: SittingReview.Question, number: Int, on page: inout Page
    ) {
        guard let grade = question.grade else { return }
        page.paragraph("Question \(number): \(grade.outcome.text), \(grade.marks.text())")
        page.paragraph(question.item.prompt, indent: 2)
        for (index, interaction) in question.item.interactions.enumerated() {
            let responses = question.answer?.responses ?? []
            let given = responses.indices.contains(index) ? responses[index] : nil
            show("Your answer:", given.map { interaction.kind.words(for: $0) }, on: &page)
            let part = grade.interactions.indices.contains(index) ? grade.interactions[index] : nil
            if part?.outcome != .right, let key = interaction.kind.keyResponse {
                show("Right:", interaction.kind.words(for: key), on: &page)
            }
        }
        for feedback in grade.feedback { page.paragraph(feedback, indent: 2) }
        if question.showsExplanation, let explanation = question.item.explanation {
            page.item("Why:", explanation, indent: 2)
        }
    }

    private static func show(_ marker: String, _ lines: [String]?, on page: inout Page) {
        guard let lines, let first = lines.first else {
            page.item(marker, "none", indent: 2)
            return
        }
        if lines.count == 1 {
            page.item(marker, first, indent: 2)
        } else {
            page.paragraph(marker, indent: 2)
            for line in lines { page.item("-", line, indent: 4) }
        }
    }
}

extension Interaction.Kind {
    /// A response in the words of the question, a line for each part.
    func words(for response: Response) -> [String] {
        switch response {
        case .chosen(let ids): return ids.map(text(of:))
        case .ordered(let ids): return ids.enumerated().map { "\($0 + 1). \(text(of: $1))" }
        case .paired(let pairs), .sorted(let pairs):
            return lefts.compactMap { left in
                pairs[left.id].map { "\(left.text) → \(text(ofRight: $0))" }
            }
        case .typed(let text), .written(let text): return [text]
        case .filled(let gaps):
            guard case .blanks(let blanks) = self else { return [] }
            return blanks.blanks.enumerated().compactMap { index, blank in
                gaps[blank.id].map { "[\(index + 1)] \(blank.text(of: $0))" }
            }
        }
    }

    private var entries: [Entry] {
        switch self {
        case .choose(let choice): choice.options.map(\.entry)
        case .chooseMany(let choice): choice.options.map(\.entry)
        case .order(let order): order.entries
        default: []
        }
    }

    private var lefts: [Entry] {
        switch self {
        case .match(let match): match.pairs.map { Entry(id: $0.id, text: $0.left) }
        case .sort(let sort): sort.members.map(\.entry)
        default: []
        }
    }

    private func text(of id: Entry.ID) -> String {
        if case .trueFalse = self { return id.text == "true" ? "True" : "False" }
        return entries.first { $0.id == id }?.text ?? id.text
    }

    private func text(ofRight id: Entry.ID) -> String {
        switch self {
        case .match(let match):
            match.pairs.first { $0.id == id }?.right ?? match.extras.first { $0.id == id }?.text
                ?? id.text
        case .sort(let sort): sort.groups.first { $0.id == id }?.text ?? id.text
        default: id.text
        }
    }
}

extension Blanks.Blank {
    fileprivate func text(of filled: String) -> String {
        guard case .picked(let options) = filling else { return filled }
        return options.first { $0.entry.id.text == filled }?.entry.text ?? filled
    }
}
