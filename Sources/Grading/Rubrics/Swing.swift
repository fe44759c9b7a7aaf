package import Assessment

/// A change of one mark, by every reviewer alike, that would bring another verdict.
package struct Swing: Sendable, Hashable {
    package let criterion: Criterion.ID
    /// The least change that does it: every mark worse than this raised to it, or better lowered.
    package let mark: ScoreSheet.Value
    package let isRaise: Bool
    package let verdict: VerdictBand.ID
}

extension Rubric {
    /// What would change the verdict, for each criterion that could do so alone: the nearest raise
    /// and the nearest fall.
    ///
    /// The changed sheets are scored and combined like any others, so that every rule has its say.
    /// There are none before a verdict is reached.
    package func swings(
        of evaluation: Evaluation, waivers: [Waiver] = []
    ) throws(Rational.Overflow) -> [Swing] {
        guard let verdict = evaluation.verdict else { return [] }
        let combining = Combining(
            rubric: self, panel: panel ?? Panel(quorum: 1), rule: evaluation.rule,
            severity: evaluation.severity, waivers: waivers)
        var swings: [Swing] = []
        for criterion in allCriteria {
            guard let yardstick = Yardstick(criterion, in: self) else { continue }
            for isRaise in [true, false] {
                let values = try yardstick.values(of: criterion, worstFirst: isRaise)
                let search = SwingSearch(
                    combining: combining, evaluation: evaluation, criterion: criterion,
                    yardstick: yardstick, isRaise: isRaise)
                if let swing = try search.first(of: values, otherThan: verdict.id) {
                    swings.append(swing)
                }
            }
        }
        return swings
    }
}

extension Yardstick {
    /// Every mark the criterion takes, from one end to the other; none where marks are counts.
    fileprivate func values(
        of criterion: Criterion, worstFirst: Bool
    ) throws(Rational.Overflow) -> [ScoreSheet.Value] {
        var values = steps.map { ScoreSheet.Value.level($0.level) }
        if case .points(let minimum, let maximum, let step) = criterion.kind {
            // As many as a person can tell apart; a finer scale has no nearest mark to speak of.
            guard let count = try (maximum - minimum).divided(by: step)?.truncated, count <= 100
            else { return [] }
            for index in 0...Int(count) {
                values.append(.points(try minimum + step * Rational(index)))
            }
            if criterion.polarity == .lower { values.reverse() }
        }
        return worstFirst ? values : values.reversed()
    }
}

private struct SwingSearch {
    let combining: Combining
    let evaluation: Evaluation
    let criterion: Criterion
    let yardstick: Yardstick
    let isRaise: Bool

    func first(
        of values: [ScoreSheet.Value], otherThan verdict: VerdictBand.ID
    ) throws(Rational.Overflow) -> Swing? {
        for value in values {
            guard let sheets = try changed(to: value) else { continue }
            if let band = try combining.result(of: sheets).band, band.id != verdict {
                return Swing(
                    criterion: criterion.id, mark: value, isRaise: isRaise, verdict: band.id)
            }
        }
        return nil
    }

    /// Nil where no reviewer's mark would change.
    private func changed(
        to value: ScoreSheet.Value
    ) throws(Rational.Overflow) -> [SheetScore]? {
        guard let goal = try share(of: value) else { return nil }
        var scores: [SheetScore] = []
        for score in evaluation.counting {
            var sheet = score.sheet
            for index in sheet.marks.indices
            where sheet.marks[index].criterion == criterion.id
                && sheet.marks[index].subject == evaluation.subject
            {
                guard let share = try share(of: sheet.marks[index].value),
                    isRaise ? share < goal : share > goal
                else { continue }
                sheet.marks[index].value = value
            }
            scores.append(try combining.rubric.score(sheet, on: evaluation.subject))
        }
        return scores == evaluation.counting ? nil : scores
    }

    private func share(of value: ScoreSheet.Value) throws(Rational.Overflow) -> Rational? {
        switch value {
        case .level(let level): try yardstick.share(of: .level(level))
        case .points(let points): try yardstick.share(of: .points(points))
        case .ratio, .notApplicable, .none: nil
        }
    }
}
