import Assessment

/// How several sheets become one.
struct Combining {
    let rubric: Rubric
    let panel: Panel
    let rule: Panel.Rule
    let severity: [String: Rational]
    let waivers: [Waiver]

    /// What sheets that count come to.
    struct Result {
        let whole: ScoredNode
        let score: Rational?
        let gates: [Evaluation.GateOutcome]
        let band: VerdictBand?
    }

    func result(of counting: [SheetScore]) throws(Rational.Overflow) -> Result {
        let whole = try whole(of: counting)
        let score = try score(of: counting, whole)
        let gates = try gates(counting, whole)
        return Result(
            whole: whole, score: score, gates: gates, band: band(for: score, counting, gates))
    }

    private func weight(of reviewer: SheetScore) -> Rational {
        panel.seats.first { $0.role == reviewer.sheet.role }?.weight ?? .one
    }

    private func whole(of counting: [SheetScore]) throws(Rational.Overflow) -> ScoredNode {
        var scores: [Criterion.ID: MarkScore] = [:]
        for criterion in rubric.allCriteria {
            let given = counting.compactMap { reviewer in
                reviewer.whole[criterion.id]?.score.map { (reviewer, $0) }
            }
            guard let first = given.first else { continue }
            guard given.count > 1 else {
                scores[criterion.id] = first.1
                continue
            }
            var shares: [(value: Rational, weight: Rational)] = []
            var possible = Rational.one
            for (reviewer, score) in given {
                guard let marks = score.marks, let share = try marks.share() else { continue }
                shares.append((share, weight(of: reviewer)))
                possible = marks.possible
            }
            guard let share = try rule.combine(shares) else {
                scores[criterion.id] = first.1
                continue
            }
            scores[criterion.id] = MarkScore(
                marks: Marks(earned: try share * possible, possible: possible),
                basis: .combined(shares.map(\.value)))
        }
        return try rubric.whole(scores)
    }

    private func score(
        of counting: [SheetScore], _ whole: ScoredNode
    ) throws(Rational.Overflow) -> Rational? {
        if panel.level == .criterion { return try whole.finalScore() }
        var totals: [(value: Rational, weight: Rational)] = []
        for reviewer in counting {
            guard let total = try reviewer.score() else { continue }
            let fair = try total - (severity[reviewer.sheet.reviewer] ?? .zero)
            totals.append((min(max(fair, .zero), .one), weight(of: reviewer)))
        }
        return try rule.combine(totals)
    }

    // MARK: Verdict

    private func gates(
        _ counting: [SheetScore], _ whole: ScoredNode
    ) throws(Rational.Overflow) -> [Evaluation.GateOutcome] {
        var outcomes: [Evaluation.GateOutcome] = []
        for criterion in rubric.allCriteria {
            guard let gate = criterion.gate, whole[criterion.id] != nil,
                let needed = try Yardstick(criterion, in: rubric)?.share(of: gate.threshold)
            else { continue }
            var below: [String] = []
            for reviewer in counting {
                if let share = try reviewer.whole[criterion.id]?.share(), share >= needed {
                    continue
                }
                below.append(reviewer.sheet.reviewer)
            }
            let isMet =
                switch gate.judge {
                case .panel: try whole[criterion.id]?.share().map { $0 >= needed } ?? false
                case .anyReviewer: below.count < counting.count
                case .everyReviewer: below.isEmpty && !counting.isEmpty
                }
            let waiver = waivers.first {
                $0.criterion == criterion.id && $0.role == gate.waivableBy
            }
            outcomes.append(
                Evaluation.GateOutcome(
                    criterion: criterion.id, gate: gate,
                    state: isMet ? .met : waiver.map { .waived($0) } ?? .notMet, below: below))
        }
        return outcomes
    }

    /// The first that holds; with a gate open, the first that is no pass.
    private func band(
        for score: Rational?, _ counting: [SheetScore], _ gates: [Evaluation.GateOutcome]
    ) -> VerdictBand? {
        let bases = counting.flatMap(\.whole.leaves).compactMap(\.score?.basis)
        let isOpen = gates.contains { $0.state == .notMet }
        return rubric.bands.first { band in
            if isOpen && band.isPass { return false }
            return switch band.condition {
            case .score(let least): score.map { $0 >= least } ?? false
            case .anyMark(let level):
                bases.contains { $0 == .level(level) || $0 == .outsideScale(level) }
            case .everyMark(let level):
                bases.contains(.level(level))
                    && bases.allSatisfy { $0.isSilent || $0 == .level(level) }
            case .otherwise: true
            }
        }
    }
}
