import Assessment
import Grading
import Screens
import Sittings
import Terminal

extension LineFace {
    // MARK: Questions

    mutating func ask(_ place: Int) throws {
        let item = live.items[place]
        var draft = live.draft(at: place)
        part = min(part, max(0, draft.parts.count - 1))
        let question = QuestionPage(
            draft: draft, place: place, length: live.items.count,
            isFlagged: live.attempt.answers.flagged.contains(item.id), time: shownTime(at: place))
        if mustShow {
            environment.console.write("\n")
            if part == 0 { say(question.page) }
            if draft.parts.indices.contains(part) {
                let page = question.page(of: part)
                if part == 0, !page.blocks.isEmpty { environment.console.write("\n") }
                say(page)
            }
            environment.console.write("\n")
            mustShow = false
        }
        guard draft.parts.indices.contains(part) else { return try advance() }
        let current = draft.parts[part]
        let control = draft.control(of: current)
        let line = try line(after: question.prompt(of: part))
        // What comes after the deadline is not taken, whatever it is.
        try watchTime()
        if live.isOver { return }
        if !source.isPerson, let keyed = KeyedAnswer(line, among: live.bank) {
            return try take(keyed)
        }
        if namesItems, control.takesWords { return try obeyOrRefuse(line) }
        switch control.read(line, length: live.items.count) {
        case .nothing: try advancePart(of: draft)
        case .wrong(let text): try misread(text)
        case .command(let command): try obey(command)
        case .edit(.type(let text)) where control.isWritten:
            let text = try rest(of: text)
            try save(.type(text), in: current, &draft, place)
        case .edit(let edit): try save(edit, in: current, &draft, place)
        }
    }

    /// The time is said at the first question, after coming back, and when it gets short.
    private func shownTime(at place: Int) -> String? {
        guard place == live.place, case .left(let left) = live.attempt.timeLeft(at: live.now),
            place == 0 || left <= TimeWarning.fiveMinutes.left
        else { return nil }
        return TimeLeft.left(left).text.map { $0 + "." }
    }

    /// Lines until a single dot.
    private mutating func rest(of first: String) throws -> String {
        if first.trimmed == "." { return "" }
        var lines = [first]
        do {
            while true {
                let line = try line(after: ">")
                if line.trimmed == "." { break }
                lines.append(line)
            }
        } catch let stop as Stop {
            // What was written so far is the learner's, too.
            if case .over = stop.leaving { throw stop }
            if let place {
                let item = live.items[place]
                var draft = live.draft(at: place)
                try? draft.edit(draft.parts[part], .type(lines.joined(separator: "\n")))
                try keep(.answer(item.id, draft.answer), called: "answer \(place + 1)")
            }
            throw stop
        }
        return lines.joined(separator: "\n")
    }

    mutating func save(
        _ edit: Draft.Edit, in current: Draft.Part, _ draft: inout Draft, _ place: Int
    ) throws {
        let item = live.items[place]
        do {
            try draft.edit(current, edit)
        } catch {
            return try misread(error.text + ".")
        }
        let shown = QuestionPage(draft: draft, place: place, length: live.items.count)
        let isLastPart = current == draft.parts.last
        let confidence = live.attempt.answers.confidences[item.id]
        let action = try keep(
            .answer(item.id, draft.answer, confidence: confidence), called: "answer \(place + 1)")
        if try refused(action) || live.isOver { return }
        say(saved(current, shown))
        if !draft.isFilled(current), shown.standing(current) != nil { return }
        if isLastPart, !draft.answer.isEmpty, let sure = try askConfidence() {
            let event = Attempt.Event.answer(item.id, draft.answer, confidence: sure)
            if try refused(keep(event, called: "answer \(place + 1)")) || live.isOver { return }
        }
        if isLastPart { try offerSettling(item.id, place) }
        try advancePart(of: draft)
    }

    /// "Answer 3 saved.", or how a number was understood, or what is still to do.
    private func saved(_ part: Draft.Part, _ shown: QuestionPage) -> String {
        let control = shown.draft.control(of: part)
        switch control {
        case .match(let left, _), .sort(let left, _):
            let done = shown.draft.pairs(in: part)
            let missing = left.indices.filter { done[$0] == nil }.map { "\($0 + 1)" }
            guard let standing = shown.standing(part) else { return "Nothing is paired now." }
            return missing.isEmpty
                ? "Answer \(standing) saved."
                : "\(standing) saved; still to do: \(missing.joined(separator: ", "))."
        case .number(let number):
            let understood = shown.draft.words(in: part).flatMap { try? number.understood($0) }
            return understood.map { $0 + " Saved." } ?? "Answer saved."
        case .written:
            let words = (shown.draft.words(in: part) ?? "").split { $0.isWhitespace }.count
            return "Your text of \(counted(words, "word")) is saved."
        case .words:
            return shown.standing(part).map { "Answer \"\($0)\" saved." } ?? "Answer cleared."
        case .choose, .chooseMany, .order:
            return shown.standing(part).map { "Answer \($0) saved." } ?? "Answer cleared."
        }
    }

    private mutating func askConfidence() throws -> Int? {
        guard live.quiz.policy.asksConfidence else { return nil }
        while true {
            let levels = Confidence.allCases.map { "\($0.rawValue) \($0.text)" }
            let text = try line(
                after: Confidence.question + " " + levels.joined(separator: ", ")
                    + ", Enter to leave it out:"
            ).trimmed
            if text.isEmpty { return nil }
            if let level = Int(text).flatMap(Confidence.init) { return level.rawValue }
            try misread("Type a number from 1 to \(levels.count).")
        }
    }

    private mutating func offerSettling(_ item: Item.ID, _ place: Int) throws {
        guard live.quiz.policy.showsAfterEach, source.isPerson else { return }
        let text = try line(after: "y to see what was right, which is final, Enter to go on:")
        guard text.trimmed == "y" else { return }
        if try refused(keep(.settle(item))) { return }
        guard let grade = try? live.items[place].grade(live.attempt.answers.current[item]) else {
            return
        }
        say(
            QuestionResult(
                question: .init(
                    item: live.items[place], answer: live.attempt.answers.current[item],
                    grade: grade, showsExplanation: true), number: place + 1, glyphs: glyphs
            ).page)
    }

    /// An answer that names its item is taken wherever the sitting stands; items that are not asked
    /// are passed over, since every draw asks others.
    mutating func take(_ keyed: KeyedAnswer) throws {
        namesItems = true
        switch keyed {
        case .wrong(let text): try misread(text)
        case .response(let response, let item, let interaction):
            guard let place = live.items.firstIndex(where: { $0.id == item }) else { return }
            var answer = live.draft(at: place).answer
            answer.responses[interaction] = response
            let event: Attempt.Event = answer.isEmpty ? .clear(item) : .answer(item, answer)
            if try refused(keep(event, called: "answer \(place + 1)")) { return }
            say("Answer to question \(place + 1) saved.")
        }
    }

    /// Where a script names its items, words without a name are no answer to whatever comes first.
    private mutating func obeyOrRefuse(_ line: String) throws {
        let text = line.trimmed
        let bare = text.unicodeScalars.first == "/" ? String(text.dropFirst()) : text
        if let command = LineCommand(bare, length: live.items.count) { return try obey(command) }
        if text.isEmpty { return }
        try misread("This names no item of the quiz, as the lines before it do.")
    }
}

extension Draft.Control {
    fileprivate var isWritten: Bool { if case .written = self { true } else { false } }
}
