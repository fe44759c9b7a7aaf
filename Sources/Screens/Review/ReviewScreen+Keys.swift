internal import Assessment
package import Terminal

extension ReviewScreen.Request: ScreenRequest {}

extension ReviewScreen: NumberedScreen {
    var placeCount: Int { stops.count }
    var placeName: String { "They" }
    var failure: String? { hasFailed ? "This \(unsaved.text)" : nil }

    /// What an input asks for, in order; whoever cannot do one of them leaves out the rest.
    package mutating func receive(_ input: Input) -> [Request] {
        switch input {
        case .key(let key): return receive(key)
        case .paste(let text):
            guard face == .criterion, isTyping else {
                notice = "Pasted text goes into comments only; nothing was changed"
                return []
            }
            return type(.paste(text))
        case .mouse(let mouse): return receive(mouse)
        case .resize(let columns, let rows): resize(columns: columns, rows: rows)
        case .ended: return hasFailed ? [] : flushed()
        case .focus, .resumed, .unknown: break
        }
        return []
    }

    package mutating func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    private mutating func receive(_ key: Key) -> [Request] {
        if !hasFailed, destination == nil { notice = nil }
        switch key {
        case .control("c"): return leave(isInterrupt: true)
        case .control("l"): return [.redraw]
        default: break
        }
        if destination != nil { return choosingDestination(key) }
        switch face {
        case .criterion: return isTyping ? typing(key) : commanding(key)
        case .list: return listing(key)
        case .confirm: return confirming(key)
        case .help(let face): return reading(key, over: face)
        }
    }

    // MARK: Keys that mean the same on every page

    mutating func anywhere(_ key: Key) -> [Request] {
        switch key {
        case .character("q"): return leave(isInterrupt: false)
        case .character("l"): return [.redraw]
        case .character("?"): show(.help(over: face))
        case .character("g"): destination = ""
        case .character("G"): return go(to: stops.count - 1)
        case .character("u"):
            guard let index = lacking.first else {
                notice = "Nothing is missing"
                return []
            }
            return go(to: index)
        case .character("z"): return change(.undo)
        case .character("Z"): return change(.redo)
        case .character("m"): return toggleMouse()
        case .pageDown: scroll(pages: 1)
        case .pageUp: scroll(pages: -1)
        default: break
        }
        return []
    }

    /// Undoes or redoes what is seen here, and nothing on another criterion out of sight.
    private mutating func change(_ event: Review.Event) -> [Request] {
        let requests = flushed()
        let review = work.review
        let place = event == .undo ? review.undoable : review.redoable
        if let place, requests.isEmpty,
            !stops.contains(Stop(work: stop.work, place: place))
        {
            notice = "The last change here was on another criterion; nothing was changed"
            return []
        }
        // What is typed is a judgment before it can be undone.
        return requests + [.send(event, to: stop.work)]
    }

    mutating func show(_ face: Face) {
        self.face = face
        top = 0
        isFollowing = false
        if face == .list {
            listed = here
            isFollowing = true
        }
    }

    mutating func returnToCriterion() {
        show(.criterion)
        enter(parts.contains(part) ? part : parts.first ?? .comment)
        isFollowing = true
    }

    /// The stop opens once the turn to it is kept, so that the next day begins there.
    mutating func go(to index: Int) -> [Request] {
        let requests = flushed() + [.send(.move(to: stops[index].place), to: stops[index].work)]
        if face != .criterion { returnToCriterion() }
        return requests
    }

    // MARK: The criterion

    private mutating func commanding(_ key: Key) -> [Request] {
        switch key {
        case .enter, .right, .character("n"): return next()
        case .left, .backTab, .character("p"): return previous()
        case .down, .character("j"): return step(by: 1)
        case .up, .character("k"): return step(by: -1)
        case .character(" "): return choose()
        case .tab: return nextPart()
        case .backspace, .delete, .character("x"): return clear()
        case .character("a"): return leaveOut()
        case .character("b"):
            if parts.contains(.statements) { return turn(to: .statements) }
            notice = "There are no ready-made comments here"
        case .character("c"): return turn(to: .comment, typing: true)
        case .character("d"):
            showsDescriptors.toggle()
            follow()
        case .character("e"): return flushed() + [.edit(draft.comment ?? "")]
        case .character("v"):
            if parts.contains(.evidence) { return turn(to: .evidence) }
            notice = "There is no evidence to name here"
        case .character("o"):
            let index = part == .evidence ? row : 0
            if links.indices.contains(index) { return flushed() + [.open(links[index])] }
            notice = "Nothing was handed in"
        case .character("r"):
            if let failed { return [failed] }
            let requests = flushed()
            show(.list)
            return requests
        case .character("s"): notice = "Submit from the list: press r, then s"
        case .character(let character):
            if character.isASCII, let digit = character.wholeNumberValue { return press(digit) }
            return anywhere(key)
        default: return anywhere(key)
        }
        return []
    }

    private mutating func next() -> [Request] {
        if here + 1 < stops.count { return go(to: here + 1) }
        let requests = flushed()
        show(.list)
        return requests
    }

    private mutating func previous() -> [Request] {
        guard here > 0 else {
            notice = "This is the first"
            return []
        }
        return go(to: here - 1)
    }

    private mutating func nextPart() -> [Request] {
        let parts = parts
        let place = parts.firstIndex(of: part) ?? 0
        return turn(to: parts[(place + 1) % parts.count])
    }

    // MARK: Typing

    private mutating func typing(_ key: Key) -> [Request] {
        switch key {
        case .escape:
            endTyping()
            return flushed()
        case .tab:
            endTyping()
            return nextPart()
        case .backTab:
            endTyping()
            return previous()
        case .enter where !field.isMultiline:
            let isTaken = advice == nil
            endTyping()
            return isTaken && part == .mark ? next() : flushed()
        case .up where !field.isMultiline, .down where !field.isMultiline:
            endTyping()
            return flushed() + step(by: key == .down ? 1 : -1)
        case .pageUp where !field.isMultiline, .pageDown where !field.isMultiline:
            return anywhere(key)
        default: return type(.key(key))
        }
    }
}
