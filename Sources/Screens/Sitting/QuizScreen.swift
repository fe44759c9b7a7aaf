package import Assessment
package import Sittings
package import Terminal

/// A sitting on a full screen: what is seen of it, and what each key asks for.
///
/// A value without clock, disk or terminal. Keys become requests; whoever carries them out says what
/// came of it, and only then the screen shows it as saved:
///
///     for request in screen.receive(input) {
///         if case .send(let event) = request { screen.update(live.attempt, try live.receive(event)) }
///     }
///     session.show(screen.grid)
package struct QuizScreen: Sendable {
    /// Which of its pages is seen.
    package enum Face: Sendable, Hashable {
        case question, review, confirm
        indirect case help(over: Face)
    }

    /// Which questions the review list names.
    package enum Filter: Sendable, Hashable, CaseIterable {
        case all, unanswered, flagged
    }

    /// Something for the world outside to do.
    package enum Request: Sendable, Hashable {
        case send(Attempt.Event)
        /// Keep what could not be kept.
        case retry
        /// Let the learner write this text in an editor.
        case edit(String)
        case showMouse(Bool)
        /// Send the screen whole, for something else wrote on it.
        case redraw
        /// Everything is saved; give the terminal back.
        case leave(isInterrupt: Bool)
    }

    package let quiz: Quiz
    /// In the order asked.
    package let items: [Item]
    package let glyphs: Glyphs
    package internal(set) var attempt: Attempt
    package internal(set) var columns: Int
    package internal(set) var rows: Int
    package internal(set) var face = Face.question
    /// The question on screen, counted from 0.
    package internal(set) var place: Int
    package internal(set) var draft: Draft
    package internal(set) var notice: String?
    /// What could not be kept waits to be tried again.
    var unsaved: Unsaved?
    package var hasFailed: Bool { unsaved != nil }
    package internal(set) var showsClock = true
    package internal(set) var hasMouse: Bool
    package internal(set) var filter = Filter.all
    package internal(set) var timeLeft = TimeLeft.unlimited
    /// The part of the answer that the keys act on.
    var part = 0
    /// The line of the part, or of the list, that the keys act on.
    var row = 0
    /// Whether letters go into the field.
    var isTyping = false
    var field = TextField()
    /// Whether the marked entry moves with the mark.
    var isCarrying = false
    var confidence: Int?
    /// Whether the learner was told that leaving now loses what could not be kept.
    var mayLeaveUnsaved = false
    /// The digits of the question to go to.
    var destination: String?
    /// The first line of the body in sight, and whether the mark moves it.
    var top = 0
    var isFollowing = false

    /// Opens at the question where the learner was.
    package init(
        _ quiz: Quiz, _ items: [Item], _ attempt: Attempt, columns: Int, rows: Int,
        glyphs: Glyphs = Glyphs(isASCII: false), hasMouse: Bool = true
    ) {
        precondition(!items.isEmpty, "a sitting asks something")
        self.quiz = quiz
        self.items = items
        self.attempt = attempt
        self.columns = columns
        self.rows = rows
        self.glyphs = glyphs
        self.hasMouse = hasMouse
        place = attempt.item.flatMap { id in items.firstIndex { $0.id == id } } ?? 0
        draft = Draft(
            items[place], seed: attempt.plan.seed, answer: attempt.answers.current[items[place].id])
        open(place)
    }

    // MARK: What stands

    var item: Item { items[place] }
    var isFlagged: Bool { attempt.answers.flagged.contains(item.id) }
    var isSettled: Bool { attempt.answers.settled.contains(item.id) }
    var asksConfidence: Bool { attempt.plan.policy.asksConfidence }

    var standing: Standing { Standing(items, attempt.answers) }

    /// Whether the screen shows an answer that is not kept yet.
    package var isDirty: Bool {
        draft.answer != Self.draft(of: item, in: attempt).answer
            || asksConfidence && !draft.answer.isEmpty
                && confidence != attempt.answers.confidences[item.id]
    }

    static func draft(of item: Item, in attempt: Attempt) -> Draft {
        Draft(item, seed: attempt.plan.seed, answer: attempt.answers.current[item.id])
    }

    /// The part's control, or nil where the learner says how sure they are.
    var control: Draft.Control? {
        draft.parts.indices.contains(part) ? draft.control(of: draft.parts[part]) : nil
    }

    /// How many parts there are, that of confidence included.
    var partCount: Int { draft.parts.count + (asksConfidence ? 1 : 0) }

    // MARK: What comes from outside

    /// Shows what came of an event that was kept, or why it was refused.
    package mutating func update(_ attempt: Attempt, _ action: Attempt.Action = .nothing) {
        let before = self.attempt
        self.attempt = attempt
        if hasFailed {
            unsaved = nil
            mayLeaveUnsaved = false
            notice = nil
        }
        let current = attempt.item.flatMap { id in items.firstIndex { $0.id == id } } ?? 0
        let id = item.id
        let isSame =
            before.answers.current[id] == attempt.answers.current[id]
            && before.answers.confidences[id] == attempt.answers.confidences[id]
        if let other = items.indices.first(where: {
            items[$0].id != id
                && before.answers.current[items[$0].id] != attempt.answers.current[items[$0].id]
        }) {
            notice = "The answer to question \(other + 1) was changed"
        }
        if current != place {
            open(current)
        } else if !isSame, isDirty {
            // Somebody undid or redid it; otherwise what is on screen is what was kept.
            reload()
        }
        if case .refuse(let refusal) = action {
            notice = refusal.text(items)
            if isDirty { reload() }
        }
    }

    /// Says that the latest change is not saved, and offers to try again.
    ///
    /// `reason` is one clause, such as `no space left on the device`.
    package mutating func fail(_ reason: String, _ unsaved: Unsaved) {
        self.unsaved = unsaved
        let key = isTyping ? "Esc, then r" : "r"
        notice = "Answer \(place + 1) \(unsaved.text) (\(reason)): \(key) to retry"
    }

    /// What could not be kept is kept now; what is still shown and not kept is asked for.
    package mutating func retried() -> [Request] {
        unsaved = nil
        mayLeaveUnsaved = false
        notice = "Saved"
        return flushed()
    }

    package mutating func say(_ notice: String) { self.notice = notice }

    /// Shows what the clock says, and the warning that came due.
    package mutating func watch(_ timeLeft: TimeLeft, _ warning: TimeWarning? = nil) {
        if case .left = self.timeLeft, case .grace = timeLeft {
            notice = "Time is up: nothing can be changed any more. Press r, then s to submit"
        }
        self.timeLeft = timeLeft
        if let warning, !hasFailed {
            notice = warning.text
        }
    }

    /// A second passed; what was typed and not kept yet is asked to be.
    package func tick() -> [Request] { hasFailed ? [] : flushed() }

    /// Takes an editor's text into the written answer.
    package mutating func takeEdited(_ text: String) -> [Request] {
        guard isTextPart else { return [] }
        if !field.replace(with: text) { notice = "The text was too long; its end is left out" }
        commitField()
        return flushed()
    }

    var isTextPart: Bool {
        switch control {
        case .number, .words, .written: true
        default: false
        }
    }

    /// What has to be sent so that nothing on screen is lost.
    func flushed() -> [Request] {
        guard isDirty else { return [] }
        let event: Attempt.Event =
            draft.answer.isEmpty
            ? .clear(item.id) : .answer(item.id, draft.answer, confidence: confidence)
        return [.send(event)]
    }
}
