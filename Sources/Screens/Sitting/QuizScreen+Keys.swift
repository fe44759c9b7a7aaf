internal import Assessment
internal import Sittings
package import Terminal

extension QuizScreen.Request: ScreenRequest {}

extension QuizScreen: NumberedScreen {
    var placeCount: Int { items.count }
    var placeName: String { "Questions" }
    var failure: String? { unsaved.map { "Answer \(place + 1) \($0.text)" } }

    /// What an input asks for, in order; whoever cannot do one of them leaves out the rest.
    package mutating func receive(_ input: Input) -> [Request] {
        switch input {
        case .key(let key): return receive(key)
        case .paste(let text):
            guard face == .question, isTyping else {
                notice = "Pasted text goes into typed answers only; nothing was changed"
                return []
            }
            return type(.paste(text))
        case .mouse(let mouse): return receive(mouse)
        case .focus(let isHere): return [.send(isHere ? .cameBack : .leftScreen)]
        case .resize(let columns, let rows): resize(columns: columns, rows: rows)
        case .ended: return hasFailed ? [] : flushed()
        case .resumed, .unknown: break
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
        case .question: return isTyping ? typing(key) : commanding(key)
        case .review: return reviewing(key)
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
        case .character("G"): return go(to: items.count - 1)
        case .character("u"):
            guard let place = standing.open.first else {
                notice = "Every question is answered"
                return []
            }
            return go(to: place)
        case .character("z"): return change(.undo())
        case .character("Z"): return change(.redo())
        case .character("t"): showsClock.toggle()
        case .character("m"): return toggleMouse()
        case .pageDown: scroll(pages: 1)
        case .pageUp: scroll(pages: -1)
        default: break
        }
        return []
    }

    private mutating func change(_ event: Attempt.Event) -> [Request] {
        // What is typed is an answer before it can be undone.
        flushed() + [.send(event)]
    }

    mutating func show(_ face: Face) {
        self.face = face
        top = 0
        isFollowing = false
        if face == .review {
            row = listed.firstIndex(of: place) ?? 0
            isFollowing = true
        }
    }

    mutating func returnToQuestion() {
        show(.question)
        enterPart(min(part, partCount - 1))
    }

    mutating func go(to place: Int) -> [Request] {
        let requests = flushed() + [.send(.move(to: items[place].id))]
        if face != .question { returnToQuestion() }
        isTyping = invitesTyping
        return requests
    }

    // MARK: The question

    private mutating func commanding(_ key: Key) -> [Request] {
        switch key {
        case .enter, .right, .character("n"): return next()
        case .left, .backTab, .character("p"): return previous()
        case .down, .character("j"): return step(by: 1, isArrow: key == .down)
        case .up, .character("k"): return step(by: -1, isArrow: key == .up)
        case .character(" "): return choose()
        case .tab: return nextPart()
        case .escape: isCarrying = false
        case .backspace, .delete, .character("x"): return clear()
        case .character("f"):
            return flushed() + [.send(isFlagged ? .unflag(item.id) : .flag(item.id))]
        case .character("r"):
            if hasFailed { return [.retry] }
            let requests = flushed()
            show(.review)
            return requests
        case .character("s"): notice = "Submit from the review list: press r, then s"
        case .character("e") where isWritten: return isSettled ? [] : [.edit(field.text)]
        case .character("v") where attempt.plan.policy.showsAfterEach:
            return flushed() + [.send(.settle(item.id))]
        case .character(let character):
            if let index = optionIndex(character) { return choose(index) }
            return anywhere(key)
        default: return anywhere(key)
        }
        return []
    }

    /// Digits, and a to d as on paper: from e on letters have other meanings.
    private func optionIndex(_ character: Character) -> Int? {
        if let digit = character.wholeNumberValue, character.isASCII, digit > 0 {
            return digit - 1
        }
        switch control {
        case .choose, .chooseMany: break
        default: return nil
        }
        guard let byte = character.asciiValue, (0x61...0x64).contains(byte) else { return nil }
        return Int(byte) - 0x61
    }

    private var isWritten: Bool { if case .written = control { true } else { false } }

    private mutating func next() -> [Request] {
        if place + 1 < items.count { return go(to: place + 1) }
        let requests = flushed()
        show(.review)
        return requests
    }

    private mutating func previous() -> [Request] {
        guard place > 0 else {
            notice = "This is the first question"
            return []
        }
        return go(to: place - 1)
    }

    private mutating func nextPart() -> [Request] {
        let requests = flushed()
        if partCount > 1 { enterPart((part + 1) % partCount) }
        isTyping = isTextPart && !isSettled
        isFollowing = true
        return requests
    }

    // MARK: Typing

    private mutating func typing(_ key: Key) -> [Request] {
        switch key {
        case .escape:
            isTyping = false
            return flushed()
        case .tab:
            guard partCount > 1 else {
                isTyping = false
                return flushed()
            }
            return nextPart()
        case .backTab: return previous()
        case .enter where !field.isMultiline:
            guard part + 1 < partCount else { return next() }
            return nextPart()
        case .up where !field.isMultiline, .down where !field.isMultiline:
            isTyping = false
            return flushed() + step(by: key == .down ? 1 : -1, isArrow: true)
        case .pageUp where !field.isMultiline, .pageDown where !field.isMultiline:
            return anywhere(key)
        default: return type(.key(key))
        }
    }

    private mutating func type(_ input: Input) -> [Request] {
        if isSettled {
            notice = Attempt.Refusal.settled(item.id).text(items)
            return []
        }
        field.receive(input, width: fieldWidth)
        commitField()
        isFollowing = true
        return []
    }
}
