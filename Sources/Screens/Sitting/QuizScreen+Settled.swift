internal import Assessment
internal import Grading
internal import Sittings
internal import Terminal

/// What is shown below a question once its answer stands.
extension QuizScreen {
    /// Once an answer is given for good, in a quiz that shows what was right after each.
    func addWhatWasRight(to body: inout Body) {
        let allowed = Disclosure.allowed(
            by: attempt.plan.policy, in: attempt.state, ofSettled: isSettled)
        guard isSettled, allowed.contains(.rightAnswers),
            let grade = try? item.grade(attempt.answers.current[item.id])
        else { return }
        body.space()
        let (sign, style): (String, Style) =
            switch grade.outcome {
            case .right: (glyphs.right, .right)
            case .partly, .wrong, .missing: (glyphs.wrong, .wrong)
            case .needsReviewer: (glyphs.bullet, .help)
            }
        body.prose("\(sign) \(grade.outcome.text), \(grade.marks.text())", style)
        for index in item.interactions.indices
        where grade.interactions[index].outcome != .right {
            for line in rightAnswer(index) { body.item("  ", line) }
        }
        for feedback in grade.feedback { body.prose(feedback) }
        if allowed.contains(.explanations), let explanation = item.explanation {
            body.prose(explanation)
        }
    }

    /// What would have earned everything, in the words and by the numbers on screen.
    private func rightAnswer(_ index: Int) -> [String] {
        let right = Draft(item, seed: attempt.plan.seed, answer: item.keyAnswer)
        return right.parts.filter { $0.interaction == index }.flatMap { part -> [String] in
            switch right.control(of: part) {
            case .choose(let entries), .chooseMany(let entries, _), .order(let entries):
                return right.chosen(in: part).map { "Right: \($0 + 1) \(entries[$0].text)" }
            case .match(let left, let sides), .sort(let left, let sides):
                return right.pairs(in: part).sorted { $0.key < $1.key }.map {
                    "Right: \(left[$0.key].text) \(glyphs.arrow) \(sides[$0.value].text)"
                }
            case .number, .words, .written:
                return right.words(in: part).map { ["Right: \($0)"] } ?? []
            }
        }
    }
}
