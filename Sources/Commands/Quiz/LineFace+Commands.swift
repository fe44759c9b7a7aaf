import Assessment
import Screens
import Sittings
import Terminal

/// The list of all questions, and what a learner asks for by a letter.
extension LineFace {
    // MARK: Overview

    mutating func askOverview() throws {
        if mustShow {
            environment.console.write("\n")
            var page = Page()
            page.heading(
                live.items.count == 1 ? "The one question" : "All \(live.items.count) questions")
            page.space()
            let standing = live.standing
            for (index, state) in standing.states.enumerated() {
                let flag = standing.flagged.contains(index) ? ", flagged" : ""
                page.item("\(index + 1).", state.text + flag, indent: 2)
            }
            page.space()
            page.paragraph(live.standing.text + ".")
            say(page)
            environment.console.write("\n")
            mustShow = false
        }
        let prompt = "s to submit, a number to go to that question, q to save and quit, ? for help:"
        let text = try line(after: prompt)
        try watchTime()
        if live.isOver { return }
        if !source.isPerson, let keyed = KeyedAnswer(text, among: live.bank) {
            return try take(keyed)
        }
        let word = text.trimmed
        if word.isEmpty { return try misread("Nothing was handed in yet. Type s to submit.") }
        if let number = Int(word) { return try obey(.go(number)) }
        let bare = word.hasPrefix("/") ? String(word.dropFirst()) : word
        guard let command = LineCommand(bare, length: live.items.count) else {
            return try misread("Type s, q, or a number from 1 to \(live.items.count).")
        }
        try obey(command)
    }

    // MARK: Commands

    mutating func obey(_ command: LineCommand) throws {
        let last = live.items.count - 1
        let item = place.map { live.items[$0].id }
        switch command {
        case .back:
            guard let place else { return try go(to: last) }
            if part > 0 {
                part -= 1
                mustShow = true
            } else if place == 0 {
                try misread("This is the first question.")
            } else {
                try go(to: place - 1)
            }
        case .next: try advance()
        case .go(let number):
            guard (1...live.items.count).contains(number) else {
                return try misread("Type a number from 1 to \(live.items.count).")
            }
            try go(to: number - 1)
        case .flag:
            guard let item else { return try misread("Go to a question to flag it.") }
            let isFlagged = live.attempt.answers.flagged.contains(item)
            if try refused(keep(isFlagged ? .unflag(item) : .flag(item))) { return }
            say(isFlagged ? "The flag is taken away." : "Flagged.")
        case .clear:
            guard let item else { return try misread("Go to a question to clear its answer.") }
            if try refused(keep(.clear(item))) { return }
            say("Answer cleared.")
        case .edit: try editAnswer()
        case .undo: try change(.undo(item), "Undone.")
        case .redo: try change(.redo(item), "Redone.")
        case .list:
            place = nil
            mustShow = true
        case .submit: try confirmSubmitting()
        case .submitNow: try keep(.submit)
        case .time:
            let left = live.attempt.timeLeft(at: live.now).text
            say(left.map { $0 + "." } ?? live.quiz.policy.clockText)
        case .show:
            part = 0
            mustShow = true
        case .help: help()
        case .quit: throw Stop(leaving: .quit)
        }
    }

    private mutating func editAnswer() throws {
        guard let place, case .written = control(of: part, at: place) else {
            return try misread("Only a text is written in an editor.")
        }
        guard source.isPerson else { return try misread("An editor needs somebody to use it.") }
        var draft = live.draft(at: place)
        let current = draft.parts[part]
        let before = draft.words(in: current) ?? ""
        _ = try keep(.leftScreen)
        let result = EditedText.edit(before, environment, with: environment.edit(file:))
        _ = try keep(.cameBack)
        switch result {
        case .text(let text):
            // Takes and leaves out what the field of the full screen does.
            let field = TextField(text, isMultiline: true)
            try save(.type(field.text), in: current, &draft, place)
        case .failed(let reason): say(reason + ".")
        }
    }

    private func control(of part: Int, at place: Int) -> Draft.Control? {
        let draft = live.draft(at: place)
        return draft.parts.indices.contains(part) ? draft.control(of: draft.parts[part]) : nil
    }

    private mutating func change(_ event: Attempt.Event, _ text: String) throws {
        if try refused(keep(event)) { return }
        guard let place else { return say(text) }
        let question = QuestionPage(
            draft: live.draft(at: place), place: place, length: live.items.count)
        let standing = question.draft.parts.compactMap { question.standing($0) }
        say(
            standing.isEmpty
                ? "\(text) There is no answer now."
                : "\(text) Your answer is \(standing.joined(separator: "; ")).")
    }

    private mutating func confirmSubmitting() throws {
        if !source.isPerson {
            try keep(.submit)
            return
        }
        let text = try line(
            after: "\(live.standing.text). Type submit to hand in, Enter to go back:")
        try watchTime()
        if live.isOver { return }
        if text.trimmed.lowercased() == "submit" {
            try keep(.submit)
        } else {
            say("Nothing was handed in.")
        }
    }

    private func help() {
        var page = Page()
        for entry in LineCommand.explained { page.item("\(entry.keys):", entry.text, indent: 2) }
        page.paragraph(
            "Where words are asked for, a stroke comes before a letter: /b for back.", indent: 2)
        say(page)
    }

    // MARK: Moving

    mutating func advancePart(of draft: Draft) throws {
        guard part + 1 < draft.parts.count else { return try advance() }
        part += 1
        mustShow = true
    }

    mutating func advance() throws {
        guard let place, place + 1 < live.items.count else {
            self.place = nil
            mustShow = true
            return
        }
        try go(to: place + 1)
    }

    private mutating func go(to next: Int) throws {
        if try refused(keep(.move(to: live.items[next].id))) { return }
        place = next
        part = 0
        mustShow = true
    }
}
