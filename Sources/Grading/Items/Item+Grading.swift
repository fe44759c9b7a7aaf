package import Assessment

extension Item {
    /// What the answer earns; nil stands for none.
    ///
    /// Whatever the answer holds, it is judged and never refused: ids the item does not have earn
    /// nothing, and so do responses of another kind. Only an item whose own numbers are too large
    /// to add up exactly throws.
    package func grade(_ answer: Answer?) throws(Rational.Overflow) -> ItemGrade {
        let weights = interactions.map { $0.weight ?? .one }
        let whole = try weights.total()
        var graded: [InteractionGrade] = []
        for (index, interaction) in interactions.enumerated() {
            let responses = answer?.responses ?? []
            let response = index < responses.count ? responses[index] : nil
            let judgment = try interaction.kind.judge(response)
            let share = try weights[index].divided(by: whole) ?? .zero
            let possible = try points * share
            graded.append(
                InteractionGrade(
                    id: interaction.id, share: share, credit: judgment.credit,
                    marks: Marks(earned: try possible * judgment.credit, possible: possible),
                    outcome: judgment.outcome, reason: judgment.reason, parts: judgment.parts))
        }
        let earned = try graded.map(\.marks.earned).total()
        let waiting = try graded.filter { $0.outcome == .needsReviewer }.map(\.marks.possible)
            .total()
        return ItemGrade(
            item: id, objective: objective,
            marks: Marks(earned: limited(earned), possible: points),
            reachable: Marks(earned: limited(try earned + waiting), possible: points),
            stoppedAtZero: limited(earned) != earned, outcome: Self.outcome(of: graded),
            interactions: graded)
    }

    private func limited(_ earned: Rational) -> Rational {
        allowsNegativeMarks ? earned : max(earned, .zero)
    }

    private static func outcome(of interactions: [InteractionGrade]) -> Outcome {
        let outcomes = Set(interactions.map(\.outcome))
        if outcomes.contains(.needsReviewer) { return .needsReviewer }
        if let only = outcomes.first, outcomes.count == 1 { return only }
        if outcomes.isEmpty { return .missing }
        return outcomes.contains(.right) || outcomes.contains(.partly) ? .partly : .wrong
    }
}

extension Interaction.Kind {
    /// A response of another kind is judged as none, and said to be of another kind.
    func judge(_ response: Response?) throws(Rational.Overflow) -> Judgment {
        switch (self, response) {
        case (.choose(let kind), .chosen(let ids)): return try kind.judge(ids)
        case (.choose(let kind), nil): return try kind.judge([])
        case (.chooseMany(let kind), .chosen(let ids)): return try kind.judge(ids)
        case (.chooseMany(let kind), nil): return try kind.judge([])
        case (.trueFalse(let kind), .chosen(let ids)): return try kind.judge(ids)
        case (.trueFalse(let kind), nil): return try kind.judge([])
        case (.match(let kind), .paired(let pairs)): return try kind.judge(pairs)
        case (.match(let kind), nil): return try kind.judge([:])
        case (.order(let kind), .ordered(let ids)): return try kind.judge(ids)
        case (.order(let kind), nil): return try kind.judge([])
        case (.sort(let kind), .sorted(let groups)): return try kind.judge(groups)
        case (.sort(let kind), nil): return try kind.judge([:])
        case (.number(let kind), .typed(let text)): return try kind.judge(text)
        case (.number(let kind), nil): return try kind.judge("")
        case (.shortText(let kind), .typed(let text)): return try kind.judge(text)
        case (.shortText(let kind), nil): return try kind.judge("")
        case (.blanks(let kind), .filled(let gaps)): return try kind.judge(gaps)
        case (.blanks(let kind), nil): return try kind.judge([:])
        case (.written(let kind), .written(let text)): return kind.judge(text)
        case (.written(let kind), nil): return kind.judge("")
        case (_, .some): return Judgment(nothing: .wrongKind, try judge(nil).parts)
        }
    }
}

extension Written {
    func judge(_ text: String) -> Judgment {
        let expected = modelAnswer.map { PartGrade.Content.words($0) }
        guard !text.isBlank else {
            return Judgment(
                nothing: .unanswered, [PartGrade(expected: expected, .missing, .unanswered)])
        }
        return Judgment(
            nothing: .awaitsReviewer,
            [PartGrade(given: .words(text), expected: expected, .needsReviewer, .awaitsReviewer)])
    }
}
