internal import Assessment
internal import Sittings
package import Terminal

extension QuizScreen {
    /// The columns before what can be marked, for the sign that it is.
    static let margin = 2

    /// What is to be seen now.
    package var grid: Grid { drawn }

    var fieldWidth: Int { window.bodyWidth - Self.margin }

    var window: Window {
        var window = Window(columns: columns, rows: rows, glyphs: glyphs)
        window.headings = headings
        window.clock = clockText
        if face == .question || face == .review {
            window.progress = (items.count - standing.open.count, items.count)
        }
        if let destination {
            window.notice = "Go to question (1 to \(items.count)): \(destination)_"
            window.hints = [
                Hint("0-9", "number"), Hint("Enter", "go"), Hint("Esc", "stay"),
            ]
        } else {
            window.notice = notice
            window.hints = hints
        }
        return window
    }

    private var clockText: String? {
        guard showsClock else { return nil }
        return switch timeLeft {
        case .unlimited: nil
        case .left(let left): left.clockText
        case .grace(let left):
            (columns < 40 ? "grace " : "time is up; grace ") + left.clockText
        case .out: "0:00"
        }
    }

    private var headings: [Line] {
        let (number, all) = (place + 1, items.count)
        switch face {
        case .question:
            let flags = isFlagged ? [" [flagged]", " [flag]", " [!]"] : [""]
            return ["Question \(number) of \(all)", "\(number) of \(all)", "\(number)/\(all)"]
                .flatMap { title in
                    flags.prefix(title.utf8.count < 6 ? 3 : 1).map {
                        Line(title, .title).adding($0, .flag)
                    }
                }
        case .review:
            return [Line("Review: \(quiz.title)", .title), Line("Review", .title)]
        case .confirm: return [Line("Submit?", .title)]
        case .help: return [Line("Help: the keys", .title), Line("Help", .title)]
        }
    }

    /// The keys that mean something now, the most useful first.
    private var hints: [Hint] {
        let end = [Hint("?", "help"), Hint("q", columns < 60 ? "leave" : "save & leave")]
        let retry = hasFailed ? [Hint("r", "retry")] : []
        switch face {
        case .help: return [Hint("j k", "scroll"), Hint("Esc", "back")]
        case .confirm: return [Hint("y", "submit"), Hint("n", "go on")] + end
        case .review:
            return retry
                + [
                    Hint("Enter", "open"), Hint("s", "submit"), Hint("v", "filter"),
                    Hint("r", "back"), Hint("f", "flag"),
                ] + end
        case .question: break
        }
        if isTyping {
            let enter =
                field.isMultiline
                ? "new line" : part + 1 < partCount ? "next part" : isLast ? "review" : "next"
            return [
                Hint("Enter", enter), Hint("Esc", "done"), Hint("Ctrl-C", "leave"),
            ]
        }
        var hints = retry
        let most = min(optionCount, 9)
        switch isSettled ? nil : control {
        case .choose, .chooseMany:
            if most > 0 { hints.append(Hint("1-\(most)", "choose")) }
        case .match, .sort:
            if most > 0 { hints.append(Hint("1-\(most)", "give")) }
        case .order:
            hints.append(Hint("Space", isCarrying ? "put down" : "take"))
            hints.append(Hint("j k", "move"))
        case .number, .words: hints.append(Hint("Space", "type"))
        case .written: hints += [Hint("Space", "type"), Hint("e", "editor")]
        case nil: if !isSettled { hints.append(Hint("1-3", "how sure")) }
        }
        if partCount > 1 { hints.append(Hint("Tab", "next part")) }
        if attempt.plan.policy.showsAfterEach, attempt.answers.current[item.id] != nil,
            !isSettled
        {
            hints.append(Hint("v", "check"))
        }
        hints.append(Hint("Enter", isLast ? "review" : "next"))
        if attempt.plan.policy.allowsBacktracking, place > 0 { hints.append(Hint("p", "back")) }
        if !hasFailed, !isLast { hints.append(Hint("r", "review")) }
        hints.append(Hint("f", isFlagged ? "unflag" : "flag"))
        return hints + end
    }

    private var isLast: Bool { place + 1 == items.count }

    private var optionCount: Int {
        switch control {
        case .choose(let entries), .chooseMany(let entries, _): entries.count
        case .match(_, let right): right.count
        case .sort(_, let groups): groups.count
        default: 0
        }
    }

    var body: Body {
        var body = Body(width: window.bodyWidth)
        switch face {
        case .question: addQuestion(to: &body)
        case .review: addList(to: &body)
        case .confirm: addConfirmation(to: &body)
        case .help: addHelp(to: &body)
        }
        return body
    }

    // MARK: The other pages

    /// The places of the questions on the review list.
    var listed: [Int] {
        switch filter {
        case .all: Array(items.indices)
        case .unanswered: standing.open
        case .flagged: standing.flagged
        }
    }

    private func addList(to body: inout Body) {
        let standing = standing
        body.prose(standing.text + ".")
        switch filter {
        case .all: break
        case .unanswered: body.prose("Only those still open are listed.", .help)
        case .flagged: body.prose("Only those flagged are listed.", .help)
        }
        body.space()
        if listed.isEmpty { body.prose("None.") }
        for (index, place) in listed.enumerated() {
            let isMarked = index == row
            body.spot(part: 0, row: index, isMarked: isMarked) {
                $0.add(entry(of: place, standing, isMarked: isMarked, width: $0.width))
            }
        }
    }

    /// A question's line on the review list, in as many words as fit.
    private func entry(
        of place: Int, _ standing: Standing, isMarked: Bool, width: Int
    ) -> Line {
        let state = standing.states[place]
        let sign =
            switch state {
            case .unseen: glyphs.unseen
            case .seen: glyphs.seen
            case .unreadable: "?"
            case .partly: "/"
            case .answered: "x"
            }
        let pointer = isMarked ? glyphs.pointer : " "
        let number = place < 9 ? " \(place + 1)" : "\(place + 1)"
        func line(_ flag: String, _ here: String) -> Line {
            var line = Line("\(pointer) \(sign) \(number)  ", isMarked ? .marked : .plain)
                .adding(state.text, isMarked ? .marked : state == .answered ? .plain : .warning)
            if standing.flagged.contains(place) { line = line.adding(flag, .flag) }
            if place == self.place { line = line.adding(here, .help) }
            return line
        }
        let lines = [
            line(" ! flagged", " (you are here)"), line(" ! flagged", " (here)"),
            line(" ! flagged", ""), line(" !", ""),
        ]
        return lines.first { $0.columns <= width } ?? lines[lines.count - 1]
    }

    private func addConfirmation(to body: inout Body) {
        body.prose(standing.text + ".")
        body.space()
        body.prose("After this nothing can be changed. Press y to submit, or n to go on answering.")
    }

    private func addHelp(to body: inout Body) {
        let keys: [(String, String)] = [
            ("1-9, a-d", "choose an option, or give its number to the marked line"),
            ("\(glyphs.up) \(glyphs.down) k j", "move the mark; Space chooses or takes up"),
            ("x", "clear the answer, or the marked line"),
            ("Enter, \(glyphs.arrow) n", "next question; it never submits"),
            ("p, Shift-Tab", "previous question"),
            ("g, G, u", "go to a number, to the last, to the first unanswered"),
            ("f", "flag to look at again"), ("z, Z", "undo and redo a change of an answer"),
            ("Tab", "next part of the answer"),
            (
                "Space, Esc",
                "type into a field, and be done; so do Tab, \(glyphs.up) and \(glyphs.down)"
            ),
            ("e", "write in your own editor"), ("v", "check the answer, where the quiz allows"),
            ("r", "review list; submit from there with s, then y"),
            ("PgUp, PgDn", "scroll"), ("t", "show or hide the clock"),
            ("m", "mouse on or off"), ("l", "draw the screen anew"),
            ("q, Ctrl-C", "save and leave; come back any time"), ("Ctrl-Z", "suspend"),
        ]
        body.keys(keys)
        body.space()
        body.prose(attempt.plan.policy.clockText)
    }
}
