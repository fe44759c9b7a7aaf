internal import Assessment
internal import Terminal

extension ReviewScreen {
    // MARK: Marks

    /// Does what a digit does: chooses the level that has it, or begins to type a mark.
    mutating func press(_ digit: Int) -> [Request] {
        guard let judged, judged.kind != .text else {
            notice = "There is no mark here: c writes a comment"
            return []
        }
        guard judged.kind.hasLevels else {
            let requests = flushed()
            enter(.mark)
            row = 0
            field.replace(with: "")
            isTyping = true
            return requests + type(.key(.character(Character("\(digit)"))))
        }
        let levels = rubric.levels(of: judged)
        guard levels.indices.contains(digit) else {
            notice = "The levels here have the numbers 0 to \(levels.count - 1)"
            return []
        }
        return mark(.level(levels[digit].id))
    }

    /// Says that the criterion does not apply.
    mutating func leaveOut() -> [Request] {
        guard let judged, judged.allowsNotApplicable else {
            notice = "This has to be judged: it always applies"
            return []
        }
        return mark(.notApplicable)
    }

    /// Marks the criterion; what leaves it out asks for the reason at once.
    private mutating func mark(_ value: ScoreSheet.Value) -> [Request] {
        draft.value = value
        if !isLeftOut { draft.reason = nil }
        enter(isLeftOut && draft.reason == nil ? .reason : .mark)
        isTyping = part == .reason
        follow()
        return flushed()
    }

    /// Does what Space does to the marked line.
    mutating func choose() -> [Request] {
        switch part {
        case .mark:
            guard markRows.indices.contains(row) else { return [] }
            switch markRows[row] {
            case .level(let level): return mark(.level(level.id))
            case .notApplicable: return leaveOut()
            case .field: isTyping = true
            }
        case .reason, .comment: isTyping = true
        case .statements:
            guard statements.indices.contains(row) else { return [] }
            let id = statements[row].id
            if let index = draft.statements.firstIndex(of: id) {
                draft.statements.remove(at: index)
            } else {
                draft.statements.append(id)
            }
        case .evidence:
            guard links.indices.contains(row) else { return [] }
            let link = links[row]
            if let index = draft.evidence.firstIndex(where: { $0.link == link }) {
                draft.evidence.remove(at: index)
            } else {
                draft.evidence.append(.init(link: link))
            }
        }
        row = min(row, max(rowCount(of: part) - 1, 0))
        follow()
        return flushed()
    }

    /// Takes back what the part says.
    mutating func clear() -> [Request] {
        switch part {
        case .mark:
            draft.value = nil
            draft.reason = nil
        case .reason: draft.reason = nil
        case .statements: draft.statements = []
        case .comment: draft.comment = nil
        case .evidence: draft.evidence = []
        }
        if !parts.contains(part) { enter(parts.first ?? .comment) }
        row = min(row, max(rowCount(of: part) - 1, 0))
        loadField()
        return flushed()
    }

    mutating func type(_ input: Input) -> [Request] {
        field.receive(input, width: fieldWidth)
        commitField()
        isFollowing = true
        return []
    }

    // MARK: Moving the mark

    /// Moves the mark by one line, over into other parts; what is out of sight comes into it first.
    mutating func step(by step: Int) -> [Request] {
        if approach(step) { return [] }
        let parts = parts
        let place = (parts.firstIndex(of: part) ?? 0) + step
        if (0..<rowCount(of: part)).contains(row + step) {
            row += step
            loadField()
        } else if parts.indices.contains(place) {
            let requests = flushed()
            enter(parts[place], atEnd: step < 0)
            follow()
            return requests
        } else if goBeyond(step) {
            return []
        }
        follow()
        return []
    }

    /// Goes to a part of the judgment, if there is one here.
    mutating func turn(to part: Part, typing: Bool = false) -> [Request] {
        let requests = flushed()
        enter(part)
        isTyping = typing
        follow()
        return requests
    }

    // MARK: The mouse

    mutating func receive(_ mouse: Mouse) -> [Request] {
        switch mouse {
        case .wheelUp: scroll(by: -3)
        case .wheelDown: scroll(by: 3)
        case .press(0, let position): return click(position)
        case .press, .release, .drag: break
        }
        return []
    }

    private mutating func click(_ position: Grid.Position) -> [Request] {
        guard let (spot, line) = spot(at: position) else { return [] }
        if face == .list { return go(to: spot.row) }
        guard face == .criterion, let part = Part(rawValue: spot.part) else { return [] }
        if isTyping, part == self.part, isField {
            field.click(
                row: line - spot.lines.lowerBound, column: position.column - Self.margin,
                width: fieldWidth)
            return []
        }
        if isTyping { endTyping() }
        let requests = flushed()
        enter(part)
        row = spot.row
        return requests + choose()
    }
}
