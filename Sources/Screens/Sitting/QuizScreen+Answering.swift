internal import Assessment
internal import Sittings
internal import Terminal

extension QuizScreen {
    // MARK: Answering

    /// Does what the option's digit does: chooses, pairs the marked line, or moves it there.
    mutating func choose(_ index: Int) -> [Request] {
        isFollowing = true
        switch control {
        case .choose(let entries), .chooseMany(let entries, _):
            guard entries.indices.contains(index) else { return refused(.notOffered) }
            row = index
            return edit(.choose(index))
        case .match, .sort:
            let requests = edit(.pair([row: index]))
            if isDirty { row = min(row + 1, rowCount - 1) }
            return requests
        case .order(let entries):
            guard entries.indices.contains(index) else { return refused(.notOffered) }
            return carry(to: index)
        case .number, .words, .written: return []
        case nil:
            guard let level = Confidence(rawValue: index + 1) else { return refused(.notOffered) }
            row = index
            confidence = level.rawValue
            if draft.answer.isEmpty { notice = "Answer the question first" }
            return draft.answer.isEmpty ? [] : flushed()
        }
    }

    /// Does what Space does to the marked line.
    mutating func choose() -> [Request] {
        switch control {
        case .choose, .chooseMany, nil: return choose(row)
        case .match(_, let right), .sort(_, let right):
            // Goes through the answers one by one, for those that have no digit.
            let next = draft.pairs(in: draft.parts[part])[row].map { $0 + 1 } ?? 0
            return right.isEmpty ? [] : edit(.pair([row: next % right.count]))
        case .order:
            if !isSettled { isCarrying.toggle() }
            return []
        case .number, .words, .written:
            isTyping = !isSettled
            isFollowing = true
            return []
        }
    }

    mutating func clear() -> [Request] {
        switch control {
        case .match, .sort: return edit(.unpair(row))
        case .number, .words, .written:
            let requests = edit(.clear)
            field.replace(with: "")
            return requests
        case .choose, .chooseMany, .order: return edit(.clear)
        case nil:
            confidence = nil
            return flushed()
        }
    }

    private mutating func edit(_ edit: Draft.Edit) -> [Request] {
        if isSettled {
            notice = Attempt.Refusal.settled(item.id).text(items)
            return []
        }
        do { try draft.edit(draft.parts[part], edit) } catch { return refused(error) }
        return flushed()
    }

    private mutating func refused(_ refusal: Draft.Refusal) -> [Request] {
        notice = refusal.text
        return []
    }

    /// The learner's order, or the one that was shown first.
    var order: [Int] {
        guard case .order(let entries) = control else { return [] }
        let places = draft.chosen(in: draft.parts[part])
        return places.count == entries.count ? places : Array(entries.indices)
    }

    private mutating func carry(to index: Int) -> [Request] {
        var places = order
        guard places.indices.contains(index), places.indices.contains(row) else { return [] }
        let place = places.remove(at: row)
        places.insert(place, at: index)
        row = index
        isFollowing = true
        return edit(.arrange(places))
    }

    // MARK: Moving the mark

    /// Moves the mark by one line, over into other parts; what is out of sight comes into it first.
    mutating func step(by step: Int, isArrow: Bool) -> [Request] {
        if isCarrying {
            let index = row + step
            return (0..<rowCount).contains(index) ? carry(to: index) : []
        }
        if approach(step) { return [] }
        if (0..<rowCount).contains(row + step) {
            row += step
        } else if (0..<partCount).contains(part + step) {
            let requests = flushed()
            enterPart(part + step, atEnd: step < 0)
            isTyping = isArrow && isTextPart && !isSettled
            follow()
            return requests
        } else if goBeyond(step) {
            return []
        }
        follow()
        return []
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
        if face == .review {
            row = spot.row
            return go(to: listed[spot.row])
        }
        guard face == .question else { return [] }
        let requests = spot.part == part ? [] : flushed()
        if spot.part != part { enterPart(spot.part) }
        row = spot.row
        switch control {
        case .choose, .chooseMany, nil: return requests + choose(row)
        case .number, .words, .written:
            isTyping = !isSettled
            field.click(
                row: line - spot.lines.lowerBound, column: position.column - Self.margin,
                width: fieldWidth)
        case .match, .sort, .order: isFollowing = true
        }
        return requests
    }
}
