import Assessment
import Grading
import Reviews
import Terminal

/// The sheet as a whole: what is marked, what it comes to, and handing it in.
extension ReviewFace {
    mutating func askOverview() throws {
        if mustShow {
            environment.console.write("\n")
            overview()
            environment.console.write("\n")
            mustShow = false
        }
        let line = try line(after: "submit, a number to go to that criterion, q to leave:")
        if let keyed = try keyed(line) { return try take(keyed) }
        let word = line.trimmed
        if let number = Int(word), places.indices.contains(number - 1) {
            return try go(to: number - 1)
        }
        switch ReviewLine(word, at: nil, in: rubric) {
        case .submit: try submit()
        case .quit: throw Stop(leaving: .quit)
        case .back: try go(to: places.count - 1)
        case .go(let number) where places.indices.contains(number - 1): try go(to: number - 1)
        case .overview, .again: mustShow = true
        case .total: try total()
        case .undo: if try keep(.undo) { try goBackToChange("Undone.") }
        case .redo: if try keep(.redo) { try goBackToChange("Redone.") }
        case .help: help()
        case .nothing: try misread("Nothing was submitted yet. Type submit, or q to leave.")
        default: try misread("Type submit, q, or a number from 1 to \(places.count).")
        }
    }

    private func overview() {
        var page = Page()
        page.heading("All \(live.kept.progress.all) criteria")
        for (number, place) in places.enumerated() {
            let judgment = live.review.judgment(at: place)
            guard let criterion = live.review.plan.criterion(at: place) else {
                page.item("\(number + 1).", "On the whole: \(judgment.comment ?? "no words")")
                continue
            }
            var about = ""
            if case .criterion(_, let subject?) = place { about = " of \(subject)" }
            let mark = SubmissionWords.mark(judgment, on: criterion, in: rubric)
            page.item("\(number + 1).", "\(criterion.title)\(about): \(mark)", indent: 2)
        }
        say(page)
    }

    /// The total, once it can be told; before that it would sway the marks that are missing.
    mutating func total() throws {
        let lacks = try live.lacks()
        guard lacks.isEmpty else {
            return say("There is no total before everything is there. Missing: \(lacks.listed).")
        }
        for (subject, score) in zip(
            live.review.plan.subjects.map { $0 as String? } + [nil], try live.scores())
        {
            let share = try? score.score()
            let name = subject.map { " of \($0)" } ?? ""
            say("Total\(name): \(share.map { rubric.percent($0) } ?? "nothing could be scored").")
        }
    }

    mutating func submit() throws {
        let lacks = try live.lacks()
        guard lacks.isEmpty else {
            return try misread("It cannot be submitted yet. Missing: \(lacks.listed).")
        }
        try total()
        if source.isPerson {
            let word = try line(after: "Type submit again to hand the sheet in, Enter to go on:")
            guard word.trimmed.lowercased() == "submit" else {
                return say("Nothing was submitted.")
            }
        }
        if try keep(.submit) { throw Stop(leaving: .submitted) }
    }

    func help() {
        var page = Page()
        for entry in ReviewLine.explained { page.item("\(entry.keys):", entry.text, indent: 2) }
        say(page)
    }
}

extension [String] {
    /// `a, b and c`.
    var listed: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
