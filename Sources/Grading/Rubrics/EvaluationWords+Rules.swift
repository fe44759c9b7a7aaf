import Assessment

/// Gates, differences, sheets that do not count, and changes.
extension EvaluationWords {
    func line(_ gate: Evaluation.GateOutcome) -> String {
        let name = "Gate on \(title(gate.criterion)), at least \(words(gate.gate.threshold))"
        switch gate.state {
        case .met: return "\(name): met."
        case .waived(let waiver):
            return "\(name): waived by \(waiver.role). \(oneLine(waiver.reason))"
        case .notMet:
            let below = gate.below.isEmpty ? "" : " by \(list(gate.below))"
            let way = gate.gate.waivableBy.map { " \($0) may waive it." } ?? ""
            return "\(name): not met\(below). \(oneLine(gate.gate.reason))\(way)"
        }
    }

    private func words(_ threshold: Gate.Threshold) -> String {
        switch threshold {
        case .level(let level): label(level)
        case .points(let points): "\(points) points"
        }
    }

    func line(_ difference: Evaluation.Difference) -> String {
        switch difference {
        case .total(let distance, let tolerance):
            "The totals are \(percent(distance)) apart; \(tolerance.shareText) is tolerated."
        case .levels(let criterion, let steps, let tolerance):
            "On \(title(criterion)) the reviewers are \(steps) levels apart; "
                + "\(tolerance) is tolerated."
        }
    }

    func line(_ finding: Evaluation.Finding, withComment: Bool) -> String {
        let mark = words(finding.mark.basis) ?? ""
        let comment = (withComment ? finding.comment : nil).map { " \(oneLine($0))" } ?? ""
        return "Open: \(title(finding.criterion)), \(mark) by \(finding.reviewer).\(comment)"
    }

    // MARK: What does not count

    func line(_ sheet: ExcludedSheet) -> String {
        "The sheet of \(sheet.reviewer) does not count: \(words(sheet.reason))."
    }

    private func words(_ reason: ExcludedSheet.Reason) -> String {
        switch reason {
        case .draft: "it is a draft"
        case .withdrawn: "it was withdrawn"
        case .replaced: "a later one takes its place"
        case .otherRubric: "it was made for another rubric, or another version of it"
        case .barred(let id): "a conflict of interest bars it, \(conflict(id.text))"
        case .noSeat: "the panel has no seat for that role"
        case .incomplete(let lacks): "it lacks " + list(lacks.map(words))
        case .notNeeded: "the others do not differ too much"
        }
    }

    func words(_ lack: SheetScore.Lack) -> String {
        switch lack {
        case .mark(let id): "a mark on \(title(id))"
        case .validMark(let id): "a mark that \(title(id)) takes"
        case .comment(let id): "a comment on \(title(id))"
        case .evidence(let id): "evidence for \(title(id))"
        case .reason(let id): "a reason why \(title(id)) is not judged"
        case .assessedWeight(let weight, let least):
            "marks for at least \(least.shareText) of the weight (\(percent(weight)) so far)"
        case .declaration: "a word on conflicts of interest"
        }
    }

    func conflict(_ id: String) -> String {
        let text = rubric.panel?.conflicts.first { $0.id.text == id }?.description ?? id
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    // MARK: What would change it

    func line(_ swing: Swing) -> String {
        let mark =
            switch swing.mark {
            case .level(let level): label(level)
            case .points(let points): "\(points) points"
            case .ratio, .notApplicable, .none: ""
            }
        let band = rubric.bands.first { $0.id == swing.verdict }?.label ?? swing.verdict.text
        let limit = swing.isRaise ? "at least" : "at most"
        return "Had everybody given \(title(swing.criterion)) \(limit) \(mark), "
            + "the verdict would be \(band)."
    }
}
