import Assessment
import Grading
import Screens
import Sittings
import Terminal

/// What became of one question, as far as the learner may see it.
struct QuestionResult {
    let question: SittingReview.Question
    let number: Int
    let glyphs: Glyphs
    /// Whether the learner's own words are left out.
    var hidesWords = false

    var page: Page {
        var page = Page()
        add(to: &page)
        return page
    }

    func add(to page: inout Page) {
        guard let grade = question.grade else { return }
        page.heading("Question \(number): \(grade.outcome.text), \(grade.marks.text())")
        page.paragraph(question.item.prompt, indent: 2)
        for (index, interaction) in question.item.interactions.enumerated() {
            let responses = question.answer?.responses ?? []
            let given = responses.indices.contains(index) ? responses[index] : nil
            show(
                "Your answer:", given, to: interaction.kind, on: &page, isHidden: hidesWords)
            let part = grade.interactions.indices.contains(index) ? grade.interactions[index] : nil
            if part?.outcome != .right, let key = interaction.kind.keyResponse {
                show("Right:", key, to: interaction.kind, on: &page)
            }
        }
        if let comment = question.comment {
            page.item(
                "The reviewer says:", hidesWords ? "left out" : comment, indent: 2, verbatim: true)
        } else if grade.isGiven, !question.item.needsReviewer {
            page.paragraph(
                "These marks were given when the quiz was graded again.", indent: 2)
        }
        for feedback in grade.feedback { page.paragraph(feedback, indent: 2) }
        if question.showsExplanation, let explanation = question.item.explanation {
            page.item("Why:", explanation, indent: 2)
        }
    }

    private func show(
        _ marker: String, _ response: Response?, to kind: Interaction.Kind, on page: inout Page,
        isHidden: Bool = false
    ) {
        let isTheirs = response?.holdsWords == true
        let lines = response.map { kind.words(for: $0, glyphs.arrow) } ?? []
        if isTheirs, isHidden {
            page.item(marker, "left out", indent: 2)
        } else if lines.count < 2 {
            page.item(marker, lines.first ?? "none", indent: 2, verbatim: isTheirs)
        } else {
            page.paragraph(marker, indent: 2)
            for line in lines { page.item("-", line, indent: 4) }
        }
    }
}

extension Interaction.Kind {
    /// A response in the words of the question, a line for each part.
    fileprivate func words(for response: Response, _ arrow: String) -> [String] {
        switch response {
        case .chosen(let ids): return ids.map(text(of:))
        case .ordered(let ids): return ids.enumerated().map { "\($0 + 1). \(text(of: $1))" }
        case .paired(let pairs), .sorted(let pairs):
            return lefts.compactMap { left in
                pairs[left.id].map { "\(left.text) \(arrow) \(text(ofRight: $0))" }
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
