internal import Assessment
internal import Grading
package import Terminal

extension ReviewScreen {
    /// The columns before what can be marked, for the sign that it is.
    static let margin = 2
    /// Between a criterion and the evidence beside it.
    private static let gutter = 2

    /// What is to be seen now.
    package var grid: Grid { drawn }

    /// Whether the evidence has room beside the criterion.
    private var isWide: Bool { columns >= 72 }
    private var fullWidth: Int { min(columns, 120) }
    private var evidenceWidth: Int { fullWidth / 3 }
    private var criterionWidth: Int {
        isWide ? fullWidth - evidenceWidth - Self.gutter : window.bodyWidth
    }

    var fieldWidth: Int { criterionWidth - Self.margin }

    var window: Window {
        var window = Window(columns: columns, rows: rows, glyphs: glyphs)
        window.headings = headings
        if face == .criterion || face == .list { window.progress = progress }
        if let destination {
            window.notice = "Go to (1 to \(stops.count)): \(destination)_"
            window.hints = [Hint("0-9", "number"), Hint("Enter", "go"), Hint("Esc", "stay")]
        } else {
            window.notice = notice
            window.hints = hints
        }
        return window
    }

    /// How many are judged and lack nothing; the words on the whole are none of them.
    private var progress: (done: Int, all: Int) {
        let criteria = stops.filter { $0.place != .overall }
        let done = criteria.filter { !kept(at: $0).isEmpty && missing(at: $0).isEmpty }
        return (done.count, criteria.count)
    }

    /// What is judged, in the words of the list.
    func title(of stop: Stop) -> String {
        let work = works[stop.work]
        if criterion != nil {
            guard case .criterion(_, let subject?) = stop.place else { return work.name }
            return "\(work.name): \(subject)"
        }
        guard case .criterion(let id, let subject) = stop.place else {
            return "The work as a whole"
        }
        let title = work.rubric.criterion(id)?.title ?? id.text
        return subject.map { "\($0): \(title)" } ?? title
    }

    // MARK: Heading and keys

    private var headings: [Line] {
        switch face {
        case .criterion:
            return places.map { Line($0, .title).adding(saved.0, saved.1) }
        case .list:
            let name = criterion.map { rubric.criterion($0)?.title ?? $0.text } ?? work.name
            return [Line("List: \(name)", .title), Line("List", .title)]
        case .confirm: return [Line("Submit \(work.name)?", .title), Line("Submit?", .title)]
        case .help: return [Line("Help: the keys", .title), Line("Help", .title)]
        }
    }

    /// Where the reviewer is, the longest words first.
    private var places: [String] {
        if stop.place == .overall { return ["On the whole, \(work.name)", "On the whole"] }
        let noun = criterion == nil ? "Criterion" : "Review"
        let place = "\(here + 1) of \(progress.all)"
        return ["\(noun) \(place), \(work.name)", "\(noun) \(place)", place]
    }

    /// Whether what is on screen is on the disk.
    private var saved: (String, Style) {
        if isDirty || hasFailed { return (" [not saved]", .warning) }
        return draft.isEmpty ? ("", .plain) : (" [saved]", .help)
    }

    /// The keys that mean something now, the most useful first.
    private var hints: [Hint] {
        let end = [Hint("?", "help"), Hint("q", columns < 60 ? "leave" : "save & leave")]
        let retry = hasFailed ? [Hint("r", "retry")] : []
        switch face {
        case .help: return [Hint("j k", "scroll"), Hint("Esc", "back")]
        case .confirm: return [Hint("y", "submit"), Hint("n", "go on")] + end
        case .list:
            let submit = criterion == nil ? [Hint("s", "submit")] : []
            return retry + [Hint("Enter", "open")] + submit + [Hint("r", "back")] + end
        case .criterion: break
        }
        if isTyping {
            let enter = field.isMultiline ? "new line" : part == .mark ? "next" : "done"
            return [Hint("Enter", enter), Hint("Esc", "done"), Hint("Ctrl-C", "leave")]
        }
        var hints = retry
        if let digits = digitHint { hints.append(digits) }
        switch part {
        case .mark: break
        case .reason, .comment: hints.append(Hint("Space", "type"))
        case .statements: hints.append(Hint("Space", "add"))
        case .evidence: hints.append(Hint("Space", "pick"))
        }
        hints.append(Hint("Enter", here + 1 == stops.count ? "list" : "next"))
        hints += [Hint("c", "comment"), Hint("d", showsDescriptors ? "brief" : "levels")]
        if !hasFailed { hints.append(Hint("r", "list")) }
        return hints + end
    }

    private var digitHint: Hint? {
        guard let judged, judged.kind != .text else { return nil }
        let most = judged.kind.hasLevels ? rubric.levels(of: judged).count - 1 : 9
        return Hint("0-\(min(most, 9))", "mark")
    }

    // MARK: Body

    var body: Body {
        var body = Body(width: window.bodyWidth)
        switch face {
        case .criterion: return criterionBody
        case .list: addList(to: &body)
        case .confirm: addConfirmation(to: &body)
        case .help: addHelp(to: &body)
        }
        return body
    }

    private var criterionBody: Body {
        var body = Body(width: criterionWidth)
        addCriterion(to: &body)
        if isWide {
            var beside = Body(width: evidenceWidth)
            addEvidence(to: &beside)
            body.place(beside, from: 0, column: criterionWidth + Self.gutter)
        } else {
            body.space()
            addEvidence(to: &body)
        }
        return body
    }
}
