package import Assessment

extension Rubric {
    /// Evaluates sheets on one subject, whatever their order.
    ///
    /// The severities, by reviewer, are taken off totals where the panel applies them, and read
    /// nowhere else.
    package func evaluate(
        _ sheets: [ScoreSheet], on subject: String? = nil, waivers: [Waiver] = [],
        severity: [String: Rational] = [:]
    ) throws(Rational.Overflow) -> Evaluation {
        let panel = panel ?? Panel(quorum: 1)
        var admission = try Admission(sheets, on: subject, to: self)
        let reviewers = admission.counting
        let applied = panel.severity == .apply && panel.level == .total ? severity : [:]
        let differences = try differences(between: reviewers, in: panel)
        let isDisputed = !differences.isEmpty && panel.disagreement != .flag
        if !isDisputed { admission.dismissAdjudicator() }
        var rule = panel.rule
        var counting = reviewers
        if let adjudicator = admission.adjudicator {
            rule = .mean
            counting = try panel.settle(reviewers, by: adjudicator)
        }
        let combining = Combining(
            rubric: self, panel: panel, rule: rule, severity: applied, waivers: waivers)
        let result = try combining.result(of: counting)
        let vacancies = try vacancies(reviewers, result.whole, in: panel)
        let state: Evaluation.State =
            if !vacancies.isEmpty {
                .waiting(vacancies)
            } else if isDisputed && admission.adjudicator == nil {
                .disputed(panel.disagreement)
            } else {
                .decided
            }
        return Evaluation(
            subject: subject, counting: counting, excluded: admission.excluded, rule: rule,
            whole: result.whole, score: result.score, severity: applied, gates: result.gates,
            differences: differences, findings: findings(counting, on: subject), state: state,
            band: result.band)
    }

    private func vacancies(
        _ reviewers: [SheetScore], _ whole: ScoredNode, in panel: Panel
    ) throws(Rational.Overflow) -> [Evaluation.Vacancy] {
        var vacancies: [Evaluation.Vacancy] = []
        if reviewers.count < panel.quorum {
            vacancies.append(.quorum(has: reviewers.count, needs: panel.quorum))
        }
        for seat in panel.seats {
            let taken = reviewers.filter { $0.sheet.role == seat.role }.count
            if taken < seat.minimum {
                vacancies.append(.seat(seat.id, has: taken, needs: seat.minimum))
            }
        }
        if case .assessedWeight(let weight, let least)? = try weightLack(of: whole) {
            vacancies.append(.assessedWeight(weight, least: least))
        }
        return vacancies
    }

    private func differences(
        between reviewers: [SheetScore], in panel: Panel
    ) throws(Rational.Overflow) -> [Evaluation.Difference] {
        var differences: [Evaluation.Difference] = []
        if let tolerance = panel.toleranceTotal {
            let totals = try reviewers.totals()
            if let least = totals.min(), let most = totals.max() {
                let distance = try most - least
                if distance > tolerance {
                    differences.append(.total(distance, tolerance: tolerance))
                }
            }
        }
        guard let tolerance = panel.toleranceLevels else { return differences }
        for criterion in allCriteria {
            guard let steps = Yardstick(criterion, in: self)?.steps else { continue }
            let places = reviewers.compactMap { reviewer in
                steps.firstIndex { reviewer.whole[criterion.id]?.score?.basis == .level($0.level) }
            }
            guard let least = places.min(), let most = places.max(), most - least > tolerance
            else { continue }
            differences.append(
                .levels(criterion.id, steps: most - least, tolerance: tolerance))
        }
        return differences
    }

    private func findings(
        _ counting: [SheetScore], on subject: String?
    ) -> [Evaluation.Finding] {
        let checked = checkedCriteria(criteria, isList: combination == .all)
        return checked.flatMap { criterion in
            counting.compactMap { reviewer in
                guard let mark = reviewer.whole[criterion]?.score, let marks = mark.marks,
                    marks.earned < marks.possible
                else { return nil }
                return Evaluation.Finding(
                    criterion: criterion, reviewer: reviewer.sheet.reviewer, mark: mark,
                    comment: reviewer.sheet.marks.first {
                        $0.criterion == criterion && $0.subject == subject
                    }?.comment)
            }
        }
    }

    /// The criteria that are ticked off rather than weighed up.
    private func checkedCriteria(_ nodes: [CriterionNode], isList: Bool) -> [Criterion.ID] {
        nodes.flatMap { node in
            switch node {
            case .group(let group):
                checkedCriteria(group.members, isList: group.combination == .all)
            case .criterion(let criterion):
                if case .check = criterion.kind {
                    [criterion.id]
                } else {
                    isList ? [criterion.id] : []
                }
            }
        }
    }
}

extension Panel {
    /// The sheets that count once an adjudicator's is in, by the mean of them all.
    fileprivate func settle(
        _ reviewers: [SheetScore], by adjudicator: SheetScore
    ) throws(Rational.Overflow) -> [SheetScore] {
        let all = reviewers + [adjudicator]
        switch adjudication {
        case .replace: return [adjudicator]
        case .meanOfAll: return all
        case .closestPair:
            var totals: [Rational] = []
            for sheet in all { totals.append(try sheet.score() ?? .zero) }
            let chosen = try totals.nearestToEachOther()
            return all.indices.filter { chosen.contains($0) }.map { all[$0] }
        }
    }
}
