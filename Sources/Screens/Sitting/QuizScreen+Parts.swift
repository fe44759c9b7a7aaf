internal import Assessment
internal import Sittings
internal import Terminal

/// The parts of an answer, and the field of the one that the keys act on.
extension QuizScreen {
    mutating func open(_ place: Int) {
        self.place = place
        part = 0
        top = 0
        isFollowing = false
        destination = nil
        reload()
        enterPart(0)
        isTyping = invitesTyping
    }

    /// Whether letters go into the field at once: what is written already is safe from keys that
    /// were meant to turn pages.
    var invitesTyping: Bool { isTextPart && !isSettled && field.isEmpty }

    /// Takes what is kept for what is shown.
    mutating func reload() {
        draft = Self.draft(of: item, in: attempt)
        confidence = attempt.answers.confidences[item.id]
        isCarrying = false
        loadField()
    }

    mutating func enterPart(_ index: Int, atEnd: Bool = false) {
        part = index
        row = atEnd ? max(rowCount - 1, 0) : 0
        if !atEnd, case .choose = control, let first = draft.chosen(in: draft.parts[part]).first {
            row = first
        }
        isCarrying = false
        isTyping = false
        loadField()
    }

    private mutating func loadField() {
        guard isTextPart else { return }
        let isMultiline = if case .written = control { true } else { false }
        field = TextField(
            draft.words(in: draft.parts[part]) ?? "", isMultiline: isMultiline,
            limit: isMultiline ? 100_000 : 1_000)
    }

    mutating func commitField() {
        do { try draft.edit(draft.parts[part], .type(field.text)) } catch {
            notice = error.text
        }
    }

    /// How many lines of the part the mark can stand on.
    var rowCount: Int {
        switch control {
        case .choose(let entries), .chooseMany(let entries, _), .order(let entries):
            entries.count
        case .match(let left, _): left.count
        case .sort(let entries, _): entries.count
        case .number, .words, .written: 1
        case nil: Confidence.allCases.count
        }
    }
}
