import Assessment
import Grading
import Results
import Reviews

/// What goes with a mark: reasons, comments, evidence.
extension ReviewFace {
    mutating func askReason(_ place: ReviewStep.Place) throws {
        let reason = try line(after: "Why does it not apply?").trimmed
        if !reason.isEmpty { _ = try change(place) { $0.reason = reason } }
    }

    /// What the mark that stands asks for, and is not there yet.
    func needs(at place: ReviewStep.Place) throws -> [String] {
        guard case .criterion(let id, let subject) = place else { return [] }
        let subjects = live.review.plan.subjects
        let at = subject.flatMap { subjects.firstIndex(of: $0) } ?? 0
        return try live.scores()[at].lacks.filter {
            [.comment(id), .evidence(id), .reason(id)].contains($0)
        }.map(rubric.words(for:))
    }

    mutating func comment(_ words: String, at place: ReviewStep.Place) throws {
        let words = words.trimmed
        guard try change(place, { $0.comment = words.isEmpty ? nil : words }) else { return }
        say(words.isEmpty ? "The comment is taken away." : "Comment saved.")
    }

    /// Lines until a single dot.
    mutating func rest() throws -> String {
        say("Your comment; a line with a dot alone ends it.")
        var lines: [String] = []
        while true {
            let line = try line(after: ">")
            if line.trimmed == "." { return lines.joined(separator: "\n") }
            lines.append(line)
        }
    }

    mutating func edit(_ place: ReviewStep.Place) throws {
        let before = live.review.judgment(at: place).comment ?? ""
        environment.console.output.flush()
        switch EditedText.edit(before, environment, with: environment.edit(file:)) {
        case .text(let text): try comment(text, at: place)
        case .failed(let why): try misread(why + ".")
        }
    }

    mutating func use(
        _ number: Int?, at place: ReviewStep.Place, _ criterion: Criterion?
    ) throws {
        guard let criterion, let page = page(place) else {
            return try misread("There are no ready-made comments here.")
        }
        guard let number else { return say(page.statements) }
        guard criterion.statements.indices.contains(number - 1) else {
            return try misread("Type s and a number from 1 to \(criterion.statements.count).")
        }
        let id = criterion.statements[number - 1].id
        let isUsed = page.judgment.statements.contains(id)
        let isTaken = try change(place) { judgment in
            if isUsed {
                judgment.statements.removeAll { $0 == id }
            } else {
                judgment.statements.append(id)
            }
        }
        if isTaken { say(isUsed ? "Not used any more." : "Used.") }
    }

    // MARK: Evidence

    private var exhibits: [Exhibit] { live.submission.exhibits ?? [] }

    mutating func note(_ words: String?, at place: ReviewStep.Place) throws {
        guard let words else {
            for (number, exhibit) in exhibits.enumerated() {
                say(
                    "\(number + 1). "
                        + EvidenceFiles.line(on: exhibit, now: EvidenceFiles.now(exhibit)))
            }
            if exhibits.isEmpty { say("No evidence was handed in.") }
            return
        }
        var link = words
        if let number = Int(words) {
            guard exhibits.indices.contains(number - 1) else {
                return try misread("Type v and a number from 1 to \(exhibits.count).")
            }
            link = exhibits[number - 1].link
        }
        let isNoted = live.review.judgment(at: place).evidence.contains { $0.link == link }
        let isTaken = try change(place) { judgment in
            if isNoted {
                judgment.evidence.removeAll { $0.link == link }
            } else {
                judgment.evidence.append(.init(link: link))
            }
        }
        if isTaken { say(isNoted ? "Not evidence of this mark any more." : "Evidence noted.") }
    }

    mutating func open(_ number: Int) throws {
        guard exhibits.indices.contains(number - 1) else {
            return try misread("Type o and a number from 1 to \(exhibits.count).")
        }
        let exhibit = exhibits[number - 1]
        let now = EvidenceFiles.now(exhibit)
        say(EvidenceFiles.line(on: exhibit, now: now))
        guard now.contents != nil else { return }
        guard let text = EvidenceFiles.text(of: exhibit.link) else {
            return say("This is no text that can be shown here; open it in a program of its own.")
        }
        environment.console.writeLine(text)
    }
}
