internal import Assessment
internal import Grading
internal import Terminal

/// The pages beside the criterion: the list of all there is, the question before submitting, help.
extension ReviewScreen {
    // MARK: Keys

    mutating func listing(_ key: Key) -> [Request] {
        switch key {
        case .escape, .left, .backTab, .character("p"): returnToCriterion()
        case .character("r"):
            if let failed { return [failed] }
            returnToCriterion()
        case .enter, .right, .character("n"), .character(" "): return go(to: listed)
        case .down, .character("j"): moveInList(by: 1)
        case .up, .character("k"): moveInList(by: -1)
        case .character("s"): askToSubmit()
        default: return anywhere(key)
        }
        return []
    }

    private mutating func moveInList(by step: Int) {
        listed = min(max(listed + step, 0), stops.count - 1)
        follow()
    }

    private mutating func askToSubmit() {
        if hasFailed { return }
        if criterion != nil {
            notice = "Each review is submitted by itself, with all of its criteria"
        } else if !work.isComplete {
            notice = "This cannot be submitted yet: \(lackText)"
        } else {
            show(.confirm)
        }
    }

    mutating func confirming(_ key: Key) -> [Request] {
        switch key {
        case .character("y"): return [.send(.submit, to: stop.work)]
        case .character("n"), .character("r"), .escape: show(.list)
        case .character("q"), .character("?"): return anywhere(key)
        default: _ = scroll(with: key)
        }
        return []
    }

    mutating func reading(_ key: Key, over face: Face) -> [Request] {
        switch key {
        case .character(" "): scroll(pages: 1)
        case .escape, .enter, .character("?"), .character("q"):
            if face == .criterion { returnToCriterion() } else { show(face) }
        default: _ = scroll(with: key)
        }
        return []
    }

    // MARK: The list

    func addList(to body: inout Body) {
        body.prose(lackText.isEmpty ? "Nothing is missing." : lackText + ".")
        if criterion == nil { body.prose(work.standing, .help) }
        body.space()
        for (index, stop) in stops.enumerated() {
            let isMarked = index == listed
            body.spot(part: 0, row: index, isMarked: isMarked) {
                addEntry(stop, index, isMarked: isMarked, to: &$0)
            }
        }
    }

    /// A stop's line on the list, or two where its state would leave the title too little room.
    private func addEntry(_ stop: Stop, _ index: Int, isMarked: Bool, to body: inout Body) {
        let (sign, state) = state(of: stop)
        let title = title(of: stop)
        let style: Style = missing(at: stop).isEmpty ? .plain : .warning
        let number = index < 9 ? " \(index + 1)" : "\(index + 1)"
        let start = "\(isMarked ? glyphs.pointer : " ") \(sign) \(number)  "
        let room = min(body.width - start.columns - state.columns - 2, 40)
        if room < min(title.columns, 16) {
            let shown = title.cut(to: body.width - start.columns, glyphs)
            body.add(Line(start + shown, isMarked ? .marked : .plain))
            body.prose(state, style, indent: start.columns)
        } else {
            let shown = title.cut(to: room, glyphs)
            let blanks = String(repeating: " ", count: room - shown.columns + 2)
            body.add(
                Line(start + shown + blanks, isMarked ? .marked : .plain)
                    .adding(state, isMarked ? .marked : style))
        }
    }

    /// A sign, and the same in words: `Good, commented`, `no mark`.
    func state(of stop: Stop) -> (sign: String, words: String) {
        let judgment = kept(at: stop)
        let missing = missing(at: stop)
        var words: [String] = []
        if let criterion = works[stop.work].review.plan.criterion(at: stop.place),
            let value = judgment.value
        {
            words.append(works[stop.work].rubric.text(of: value, on: criterion))
        } else if missing.isEmpty, judgment.comment == nil {
            words.append("nothing yet")
        }
        if judgment.comment != nil || !judgment.statements.isEmpty { words.append("commented") }
        words += missing
        let sign =
            judgment.isEmpty ? glyphs.unseen : missing.isEmpty ? "x" : glyphs.seen
        return (sign, words.joined(separator: ", "))
    }

    /// `2 with no mark (4, 6), 1 with no comment (3)`, and what the sheet lacks as a whole.
    var lackText: String {
        var kinds: [String] = []
        var places: [String: [Int]] = [:]
        for index in stops.indices {
            for kind in missing(at: stops[index]) {
                if places[kind] == nil { kinds.append(kind) }
                places[kind, default: []].append(index)
            }
        }
        let parts = kinds.map { kind in
            let found = places[kind] ?? []
            return "\(found.count) with \(kind) (\(found.runs))"
        }
        let general = criterion == nil ? work.generalLacks.map(rubric.words(for:)) : []
        return (parts + general).joined(separator: ", ")
    }

    func addConfirmation(to body: inout Body) {
        body.prose("Nothing is missing.")
        body.prose(work.standing, .help)
        body.space()
        body.prose(
            "After this a change needs a reason, and what you submit now is kept beside it. "
                + "Press y to submit, or n to go on scoring.")
    }

    // MARK: Help

    func addHelp(to body: inout Body) {
        body.keys([
            ("0-9", "choose the level with that number, or type a mark"),
            ("\(glyphs.up) \(glyphs.down) k j", "move the mark; Space chooses, types or picks"),
            ("a", "it does not apply here; asks for the reason"),
            ("c", "write a comment; Esc when done"), ("e", "write it in your own editor"),
            ("b", "ready-made comments; Space adds or takes away"),
            ("v", "evidence; Space picks what the mark rests on"),
            ("o", "open the piece of evidence that is marked, or the first"),
            ("d", "what each level means, and guidance"),
            ("x", "clear the part that is marked"), ("z, Z", "undo and redo a change"),
            ("Tab", "next part"), ("Enter, \(glyphs.arrow) n", "next; it never submits"),
            ("p, Shift-Tab", "previous"),
            ("g, G, u", "go to a number, to the last, to the first that lacks something"),
            ("r", "list of all; submit from there with s, then y"),
            ("PgUp, PgDn", "scroll"), ("m", "mouse on or off"), ("l", "draw the screen anew"),
            ("q, Ctrl-C", "save and leave; come back any time"), ("Ctrl-Z", "suspend"),
        ])
    }
}
