/// What a learner does to the items while the sitting is on screen and in time.
extension Attempt {
    mutating func answer(
        _ item: Item.ID, _ answer: Answer, _ confidence: Int?, at moment: Moment
    ) -> Action {
        guard !answer.isEmpty else { return clear(item, at: moment) }
        if let refusal = refusal(toAnswer: item) { return .refuse(refusal) }
        let confidence = plan.policy.asksConfidence ? confidence : nil
        guard answers.current[item] != answer || answers.confidences[item] != confidence else {
            return .nothing
        }
        let step = Step(
            .answered, item: item, answer: answer, confidence: confidence, at: moment)
        return keep(noting(step))
    }

    mutating func clear(_ item: Item.ID, at moment: Moment) -> Action {
        if let refusal = refusal(toAnswer: item) { return .refuse(refusal) }
        return answers.current[item] == nil ? .nothing : keep(.cleared, item, at: moment)
    }

    mutating func settle(_ item: Item.ID, at moment: Moment) -> Action {
        guard plan.policy.showsAfterEach else { return .refuse(.settlesNothing) }
        if let refusal = refusal(toTouch: item) { return .refuse(refusal) }
        if answers.settled.contains(item) { return .nothing }
        guard answers.current[item] != nil else { return .refuse(.unanswered(item)) }
        return keep(.settled, item, at: moment)
    }

    mutating func flag(_ item: Item.ID, _ kind: Step.Kind, at moment: Moment) -> Action {
        if let refusal = refusal(toTouch: item) { return .refuse(refusal) }
        return answers.flagged.contains(item) == (kind == .flagged)
            ? .nothing : keep(kind, item, at: moment)
    }

    mutating func move(to item: Item.ID, at moment: Moment) -> Action {
        guard let place = place(of: item) else { return .refuse(.notInSitting(item)) }
        if !plan.policy.allowsBacktracking, place < currentPlace { return .refuse(.behind(item)) }
        return answers.lastItem == item ? .nothing : keep(noting(shown(item, at: moment)))
    }

    /// Undoes or redoes: the item asked for, if any, and the one whose answer it would change.
    mutating func change(
        _ asked: Item.ID?, _ changed: Item.ID?, _ kind: Step.Kind, or nothing: Refusal,
        at moment: Moment
    ) -> Action {
        if let item = asked ?? changed, let refusal = refusal(toAnswer: item) {
            return .refuse(refusal)
        }
        return changed == nil ? .refuse(nothing) : keep(kind, asked, at: moment)
    }

    private var currentPlace: Int { item.flatMap { place(of: $0) } ?? 0 }

    private func refusal(toTouch item: Item.ID) -> Refusal? {
        guard let place = place(of: item) else { return .notInSitting(item) }
        if plan.policy.allowsBacktracking || place == currentPlace { return nil }
        return place < currentPlace ? .behind(item) : .ahead(item)
    }

    private func refusal(toAnswer item: Item.ID) -> Refusal? {
        refusal(toTouch: item) ?? (answers.settled.contains(item) ? .settled(item) : nil)
    }
}
