import Assessment

/// The words in which an evaluation is explained; nowhere else are there others.
struct EvaluationWords {
    let rubric: Rubric

    // MARK: Verdict and score

    func verdict(of evaluation: Evaluation) -> String {
        let score = evaluation.score.map { ", at \(percent($0))" } ?? ""
        switch evaluation.state {
        case .waiting(let vacancies):
            return "No verdict yet: " + list(vacancies.map(words)) + "."
        case .disputed(let way):
            let next =
                way == .adjudicate
                ? "an adjudicator has to settle it" : "they have to talk it over"
            return "No verdict yet: the reviewers differ too much, and \(next)."
        case .decided:
            guard let band = evaluation.band else { return "No band holds\(score)." }
            return "\(band.label)\(score)\(reason(for: band, evaluation))."
        }
    }

    private func reason(for band: VerdictBand, _ evaluation: Evaluation) -> String {
        let open = evaluation.gates.filter { $0.state == .notMet }.map { title($0.criterion) }
        let missed = rubric.bands.prefix { $0.id != band.id }.filter { better in
            guard case .score(let least) = better.condition else { return false }
            return evaluation.score.map { $0 < least } ?? true
        }
        if !open.isEmpty, !band.isPass {
            return ": no pass, because the gate on \(list(open)) is not met"
        }
        if let next = missed.last, case .score(let least) = next.condition {
            return "; \(next.label) takes \(least.shareText)"
        }
        switch band.condition {
        case .score(let least): return "; \(least.shareText) is needed"
        case .anyMark(let level): return ", because something is marked \(label(level))"
        case .everyMark(let level): return ", because everything is marked \(label(level))"
        case .otherwise: return ""
        }
    }

    private func words(_ vacancy: Evaluation.Vacancy) -> String {
        switch vacancy {
        case .quorum(let has, let needs): return "\(has) of \(needs) sheets are in"
        case .seat(let id, let has, let needs):
            let seat = rubric.panel?.seats.first { $0.id == id }
            return "\(has) of \(needs) for the seat \(seat?.title ?? id.text)"
        case .assessedWeight(let weight, let least):
            return "\(percent(weight)) of the weight is assessed, and \(least.shareText) has to be"
        }
    }

    func making(of evaluation: Evaluation, _ totals: [Rational]) -> String? {
        guard evaluation.score != nil, evaluation.counting.count > 1 else { return nil }
        let what =
            rubric.panel?.level == .criterion
            ? "made of the \(words(evaluation.rule)) on each criterion; the reviewers' totals are"
            : "the \(words(evaluation.rule)) of the reviewers' totals,"
        return "The score is \(what) \(list(totals.map(percent)))."
    }

    private func words(_ rule: Panel.Rule) -> String {
        switch rule {
        case .mean: "mean"
        case .median: "median"
        case .trimmedMean: "mean without the highest and the lowest"
        case .weightedMean: "weighted mean"
        case .min: "lowest"
        case .max: "highest"
        case .vote: "most that more than half of the reviewers reach"
        }
    }

    // MARK: Parts

    func lines(on node: ScoredNode, depth: Int = 0) throws(Rational.Overflow) -> [String] {
        let margin = String(repeating: "  ", count: depth)
        var line = "\(margin)\(node.title): "
        if let share = try node.share() {
            line += percent(share)
        } else {
            line += "left out"
        }
        if node.weight != .one { line += " at weight \(node.weight)" }
        if let score = node.score, let basis = words(score.basis) { line += ", \(basis)" }
        if case .group(let combination, let members) = node.content {
            line += ", \(words(combination, members))"
        }
        var lines = [line + "."]
        for member in node.members { lines += try self.lines(on: member, depth: depth + 1) }
        return lines
    }

    private func words(_ combination: Combination, _ members: [ScoredNode]) -> String {
        let scored = members.filter { $0.marks != nil }
        switch combination {
        case .weightedMean: return "the weighted mean of \(scored.count)"
        case .mean: return "the mean of \(scored.count)"
        case .sum: return "the sum of \(scored.count)"
        case .min: return "the lowest of \(scored.count)"
        case .all:
            let full = scored.filter { node in node.marks.map { $0.earned == $0.possible } ?? false
            }
            return "\(full.count) of \(scored.count) met in full"
        }
    }

    func words(_ basis: MarkScore.Basis) -> String? {
        switch basis {
        case .level(let level): "marked \(label(level))"
        case .points(let points): "\(points) points"
        case .ratio(let numerator, let denominator, let target):
            "\(numerator) of \(denominator) against a target of \(target.shareText)"
        case .part(let part, let target, let tolerance):
            "\(percent(part)) of the whole, where \(target.shareText) give or take "
                + "\(tolerance.shareText) is asked"
        case .combined(let shares): "from \(list(shares.map(percent)))"
        case .countedAsZero: "because it has no mark"
        case .missing: "because it has no mark"
        case .notApplicable: "because it does not apply; its weight goes to the rest"
        case .outsideScale(let level): "because it is marked \(label(level))"
        case .notMeasurable: "because nothing was counted: 0 of 0 is no share"
        case .refused: "because it does not take such a mark"
        }
    }

    // MARK: Names and numbers

    func title(_ id: Criterion.ID) -> String {
        rubric.allCriteria.first { $0.id == id }?.title ?? id.text
    }

    func label(_ level: Scale.Level.ID) -> String {
        rubric.scales.flatMap(\.levels).first { $0.id == level }?.label ?? level.text
    }

    /// Rounded as the rubric asks, and never across the band's edge that is nearest.
    func percent(_ share: Rational) -> String {
        guard let percent = try? share * .hundred else { return share.description }
        let places = rubric.scoring.displayDecimals
        let rounded = percent.rounded(toDecimals: places, neverAcross: edge(nearest: percent))
        // 80 is 80 rather than 80.0: zeros would promise that nothing was rounded off.
        return ((try? Rational(exactly: rounded).description) ?? rounded) + "%"
    }

    private func edge(nearest percent: Rational) -> Rational? {
        let edges = rubric.bands.compactMap { band -> Rational? in
            guard case .score(let least) = band.condition else { return nil }
            return try? least * .hundred
        }
        func distance(_ edge: Rational) -> Rational { (try? edge - percent)?.magnitude ?? .hundred }
        return edges.min { distance($0) < distance($1) }
    }

    func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
