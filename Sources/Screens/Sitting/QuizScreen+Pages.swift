internal import Assessment
internal import Sittings
internal import Terminal

/// The keys of the pages beside the question.
extension QuizScreen {
    mutating func reviewing(_ key: Key) -> [Request] {
        switch key {
        case .escape, .left, .backTab, .character("p"): returnToQuestion()
        case .character("r"):
            if hasFailed { return [.retry] }
            returnToQuestion()
        case .enter, .right, .character("n"), .character(" "):
            guard listed.indices.contains(row) else { return [] }
            return go(to: listed[row])
        case .down, .character("j"): moveInList(by: 1)
        case .up, .character("k"): moveInList(by: -1)
        case .character("f"):
            guard listed.indices.contains(row) else { return [] }
            let id = items[listed[row]].id
            return [.send(attempt.answers.flagged.contains(id) ? .unflag(id) : .flag(id))]
        case .character("v"):
            let all = Filter.allCases
            filter = all[((all.firstIndex(of: filter) ?? 0) + 1) % all.count]
            row = 0
            top = 0
        case .character("s"): if !hasFailed { show(.confirm) }
        default: return anywhere(key)
        }
        return []
    }

    private mutating func moveInList(by step: Int) {
        row = min(max(row + step, 0), max(listed.count - 1, 0))
        follow()
    }

    mutating func confirming(_ key: Key) -> [Request] {
        switch key {
        case .character("y"): return [.send(.submit)]
        case .character("n"), .character("r"), .escape: show(.review)
        case .character("q"), .character("?"): return anywhere(key)
        default: _ = scroll(with: key)
        }
        return []
    }

    mutating func reading(_ key: Key, over face: Face) -> [Request] {
        switch key {
        case .character(" "): scroll(pages: 1)
        case .escape, .enter, .character("?"), .character("q"):
            if face == .question { returnToQuestion() } else { show(face) }
        default: _ = scroll(with: key)
        }
        return []
    }
}
