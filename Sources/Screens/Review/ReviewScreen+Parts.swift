internal import Assessment
internal import Terminal

/// The parts of a judgment, and the field of the one that the keys act on.
extension ReviewScreen {
    enum Part: Int, Sendable, Hashable, CaseIterable {
        case mark, reason, statements, comment, evidence
    }

    /// A line that chooses a mark, or takes one that is typed.
    enum MarkRow: Sendable, Hashable {
        case level(Scale.Level)
        case field
        case notApplicable
    }

    /// Those that there are here, in the order seen.
    var parts: [Part] {
        Part.allCases.filter { part in
            switch part {
            case .mark: !markRows.isEmpty
            case .reason: judged != nil && (isLeftOut || draft.reason != nil)
            case .statements: !statements.isEmpty
            case .comment: true
            case .evidence: judged != nil && !links.isEmpty
            }
        }
    }

    var markRows: [MarkRow] {
        guard let judged else { return [] }
        let rows: [MarkRow] =
            judged.kind.hasLevels
            ? rubric.levels(of: judged).map { .level($0) } : judged.kind == .text ? [] : [.field]
        return rows + (judged.allowsNotApplicable ? [.notApplicable] : [])
    }

    /// Whether what stands takes the criterion out of the score, for which there has to be a reason.
    var isLeftOut: Bool {
        switch draft.value {
        case .notApplicable: return true
        case .level(let id):
            return judged.map { rubric.levels(of: $0) }?
                .contains { $0.id == id && $0.points == nil } ?? false
        case .points, .ratio, ScoreSheet.Value.none?, nil: return false
        }
    }

    /// Ready-made comments: those for the level that stands, for any level, and those in use.
    var statements: [Criterion.Statement] {
        let all = judged?.statements ?? []
        guard case .level(let level) = draft.value else { return all }
        return all.filter {
            $0.level == nil || $0.level == level || draft.statements.contains($0.id)
        }
    }

    /// What was handed in, and whatever else a mark rests on.
    var links: [String] {
        let handedIn = work.exhibits.map(\.link)
        var links: [String] = []
        for link in handedIn + draft.evidence.map(\.link) where !links.contains(link) {
            links.append(link)
        }
        return links
    }

    /// How many lines of a part the mark can stand on.
    func rowCount(of part: Part) -> Int {
        switch part {
        case .mark: markRows.count
        case .reason, .comment: 1
        case .statements: statements.count
        case .evidence: links.count
        }
    }

    /// Whether the line that the keys act on is a field.
    var isField: Bool {
        switch part {
        case .mark: markRows.indices.contains(row) && markRows[row] == .field
        case .reason, .comment: true
        case .statements, .evidence: false
        }
    }

    mutating func open(_ index: Int) {
        here = index
        top = 0
        listed = index
        isFollowing = false
        destination = nil
        draft = kept(at: stop)
        enter(parts.first ?? .comment)
    }

    /// Takes what is kept for what is shown.
    mutating func reload() {
        draft = kept(at: stop)
        if !parts.contains(part) { enter(parts.first ?? .comment) }
        row = min(row, max(rowCount(of: part) - 1, 0))
        loadField()
    }

    mutating func enter(_ part: Part, atEnd: Bool = false) {
        self.part = part
        row = atEnd ? max(rowCount(of: part) - 1, 0) : 0
        if part == .mark, !atEnd { row = markRows.firstIndex(where: stands) ?? 0 }
        isTyping = false
        loadField()
    }

    /// Whether the mark that stands is the line's.
    func stands(_ row: MarkRow) -> Bool {
        switch row {
        case .level(let level): draft.value == .level(level.id)
        case .notApplicable: draft.value == .notApplicable
        case .field: draft.value.map { $0 != .notApplicable } ?? false
        }
    }

    mutating func loadField() {
        field =
            switch part {
            case .mark: TextField(rubric.typed(draft.value), limit: 100)
            case .reason: TextField(draft.reason ?? "", limit: 1_000)
            case .comment: TextField(draft.comment ?? "", isMultiline: true)
            case .statements, .evidence: TextField()
            }
    }

    /// Takes what is typed into the judgment; a mark that is none yet leaves the one that is kept.
    mutating func commitField() {
        let text = field.text.allSatisfy(\.isWhitespace) ? nil : field.text
        switch part {
        case .reason: draft.reason = text
        case .comment: draft.comment = text
        case .mark:
            guard let judged else { return }
            let value = try? text.map { try rubric.mark(typed: $0, on: judged) }
            draft.value = text == nil ? nil : value ?? kept(at: stop).value
            if !isLeftOut { draft.reason = nil }
        case .statements, .evidence: break
        }
    }

    /// What to type instead of what is typed, where that is no mark.
    var advice: String? {
        guard isTyping, part == .mark, let judged, !field.text.allSatisfy(\.isWhitespace) else {
            return nil
        }
        do {
            _ = try rubric.mark(typed: field.text, on: judged)
            return nil
        } catch {
            return error.advice
        }
    }

    /// Leaves the field, with word of what could not be taken from it.
    mutating func endTyping() {
        if let advice { notice = "Not taken: \(advice)" }
        isTyping = false
        loadField()
    }
}
