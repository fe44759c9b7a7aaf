import Assessment
import Grading
import Results
import Reviews
import Terminal

extension ReviewFace {
    // MARK: One place

    mutating func ask(_ place: ReviewStep.Place) throws {
        let criterion = live.review.plan.criterion(at: place)
        if mustShow {
            environment.console.write("\n")
            show(place)
            environment.console.write("\n")
            mustShow = false
        }
        let line = try line(after: prompt(criterion))
        if let keyed = try keyed(line) {
            return try take(keyed)
        }
        switch ReviewLine(line, at: criterion, in: rubric) {
        case .mark(let value):
            guard try change(place, { $0.value = value }) else { return }
            let judgment = live.review.judgment(at: place)
            if let criterion {
                say(
                    "\(criterion.title): "
                        + "\(SubmissionWords.mark(judgment, on: criterion, in: rubric)). Saved.")
            }
            if value == .notApplicable, judgment.reason == nil { try askReason(place) }
            let needs = try needs(at: place)
            if needs.isEmpty {
                try go(to: index + 1)
            } else {
                say("Still needed: \(needs.listed).")
            }
        case .clear:
            guard try change(place, { $0.value = nil }) else { return }
            say("The mark is taken away.")
        case .comment(let words): try comment(words ?? rest(), at: place)
        case .editor: try edit(place)
        case .statement(let number): try use(number, at: place, criterion)
        case .evidence(let words): try note(words, at: place)
        case .open(let number): try open(number)
        case .descriptors: if let page = page(place)?.descriptors { say(page) }
        case .nothing, .next: try go(to: index + 1)
        case .back:
            if index == 0 { try misread("This is the first.") } else { try go(to: index - 1) }
        case .go(let number):
            guard places.indices.contains(number - 1) else {
                return try misread("Type g and a number from 1 to \(places.count).")
            }
            try go(to: number - 1)
        case .overview: try go(to: places.count)
        case .again: mustShow = true
        case .undo: if try keep(.undo) { try goBackToChange("Undone.") }
        case .redo: if try keep(.redo) { try goBackToChange("Redone.") }
        case .total: try total()
        case .submit: try submit()
        case .help: help()
        case .quit: throw Stop(leaving: .quit)
        case .wrong(let text): try misread(text)
        }
    }

    private func prompt(_ criterion: Criterion?) -> String {
        guard let criterion else { return "c and your words, Enter to go on, ? for help:" }
        let levels = rubric.levels(of: criterion).count
        let mark =
            levels > 0
            ? "Number from 0 to \(levels - 1)"
            : criterion.kind == .text ? "c and your words" : "Your mark"
        return "\(mark), Enter to go on, d for the levels in full, ? for help:"
    }

    func page(_ place: ReviewStep.Place) -> CriterionPage? {
        guard case .criterion(_, let subject) = place,
            let criterion = live.review.plan.criterion(at: place)
        else { return nil }
        return CriterionPage(
            rubric: rubric, criterion: criterion, judgment: live.review.judgment(at: place),
            subject: subject)
    }

    private func show(_ place: ReviewStep.Place) {
        guard let page = page(place) else {
            say("On the whole: what do you want to say about the work?")
            if let words = live.review.overall { say("You wrote: \(words)") }
            return
        }
        let number = live.review.plan.places.firstIndex(of: place) ?? index
        say(page.page(number: number + 1, of: live.kept.progress.all))
    }

    /// Changes what stands at a place; whether that was taken.
    mutating func change(
        _ place: ReviewStep.Place, _ edit: (inout Judgment) -> Void
    ) throws -> Bool {
        var judgment = live.review.judgment(at: place)
        edit(&judgment)
        return try keep(.judge(place, judgment))
    }

    mutating func go(to next: Int) throws {
        index = next
        mustShow = true
        if places.indices.contains(index) { try keep(.move(to: places[index])) }
    }

    mutating func goBackToChange(_ text: String) throws {
        say(text)
        if let place = places.firstIndex(of: live.review.place) { index = place }
        mustShow = true
    }

    // MARK: Lines that name their criterion

    /// `style = good = A comment.`, or nil for a line of another kind.
    mutating func keyed(_ line: String) throws -> Keyed? {
        let parts = line.split(separator: "=", maxSplits: 2, omittingEmptySubsequences: false)
            .map { String($0).trimmed }
        guard parts.count > 1, !source.isPerson else { return nil }
        let name = parts[0].split(separator: "/").map { String($0) }
        guard let first = name.first, let id = Criterion.ID(first), name.count <= 2 else {
            return nil
        }
        let place = ReviewStep.Place.criterion(id, subject: name.count == 2 ? name[1] : nil)
        guard let criterion = rubric.criterion(id), places.contains(place) else {
            let near = Suggestions.near(first, among: rubric.allCriteria.map(\.id.text))
            let guess = near.first.map { " Did you mean '\($0)'?" } ?? ""
            throw Stop(
                leaving: .misread(
                    line: source.lineNumber, "There is no criterion '\(parts[0])'.\(guess)"))
        }
        guard let value = ReviewLine.value(parts[1], on: criterion, in: rubric) else {
            throw Stop(
                leaving: .misread(
                    line: source.lineNumber, ReviewLine.advice(at: criterion, in: rubric)))
        }
        return Keyed(
            place: place, criterion: criterion, value: value,
            words: parts.count == 3 ? parts[2] : nil)
    }

    struct Keyed {
        let place: ReviewStep.Place
        let criterion: Criterion
        let value: ScoreSheet.Value
        let words: String?
    }

    mutating func take(_ keyed: Keyed) throws {
        let isTaken = try change(keyed.place) { judgment in
            judgment.value = keyed.value
            if let words = keyed.words {
                if keyed.value == .notApplicable {
                    judgment.reason = words
                } else {
                    judgment.comment = words
                }
            }
        }
        if isTaken { say("\(keyed.criterion.title) saved.") }
        // What comes next without a name is about the same criterion.
        index = places.firstIndex(of: keyed.place) ?? index
        mustShow = false
    }
}
