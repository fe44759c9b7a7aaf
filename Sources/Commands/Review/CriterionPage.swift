import Assessment
import Terminal

/// A criterion as it is asked, with what stands beside it.
struct CriterionPage {
    let rubric: Rubric
    let criterion: Criterion
    let judgment: Judgment
    /// Which of several subjects it is asked about.
    let subject: String?

    /// What is asked, its levels by number, and what is to be minded.
    func page(number: Int, of count: Int) -> Page {
        var page = Page()
        let about = subject.map { ", of \($0)" } ?? ""
        let weight = criterion.weight.map { " (weight \($0))" } ?? ""
        page.paragraph("Criterion \(number) of \(count)\(about): \(criterion.title)\(weight)")
        page.paragraph(criterion.prompt, indent: 2)
        if let guidance = criterion.guidance { page.item("Where to look:", guidance, indent: 2) }
        for (index, level) in rubric.levels(of: criterion).enumerated() {
            page.item("\(index).", level.label, indent: 4)
        }
        if criterion.polarity == .lower { page.paragraph("Less is better.", indent: 2) }
        page.paragraph(commentRule, indent: 2)
        if criterion.evidenceRule == .required {
            page.paragraph("Name the evidence that the mark rests on with v.", indent: 2)
        }
        if let gate = criterion.gate { page.item("Gate:", gate.reason, indent: 2) }
        standing(&page)
        return page
    }

    private func standing(_ page: inout Page) {
        guard !judgment.isEmpty else { return }
        page.space()
        page.paragraph(
            "Your mark: \(SubmissionWords.mark(judgment, on: criterion, in: rubric)).", indent: 2)
        for words in SubmissionWords.words(judgment, on: criterion) {
            page.paragraph(words, indent: 2)
        }
    }

    private var commentRule: String? {
        switch criterion.commentRule {
        case .optional: return nil
        case .always: return "Needs a comment."
        case .extremes: return "The highest and the lowest mark need a comment."
        case .below:
            let level = rubric.levels(of: criterion).first { $0.id == criterion.commentBelow }
            return level.map { "A mark below \($0.label) needs a comment." }
        }
    }

    /// The levels in the words of this criterion.
    var descriptors: Page {
        var page = Page()
        for (index, level) in rubric.levels(of: criterion).enumerated() {
            let own = criterion.descriptors.first { $0.level == level.id }
            let points = (own?.points ?? level.points).map { " (\($0))" } ?? ""
            let text = own?.descriptor ?? level.descriptor
            page.item(
                "\(index).", "\(level.label)\(points)" + (text.map { ". \($0)" } ?? ""), indent: 2)
        }
        if page.blocks.isEmpty { page.paragraph("This criterion has no levels.") }
        return page
    }

    /// The ready-made comments by number, and which of them are used.
    var statements: Page {
        var page = Page()
        for (index, statement) in criterion.statements.enumerated() {
            let level = rubric.levels(of: criterion).first { $0.id == statement.level }
            let use = judgment.statements.contains(statement.id) ? " [used]" : ""
            let about = level.map { " (for \($0.label))" } ?? ""
            page.item("\(index + 1).", statement.text + about + use, indent: 2)
        }
        if page.blocks.isEmpty { page.paragraph("There are no ready-made comments here.") }
        return page
    }
}
