import Assessment
import Statistics

/// What the statistics of a quiz say, in sentences for whoever leads it.
struct QuizStatisticsWords {
    let statistics: QuizStatistics

    var remarks: [Remark] {
        [sample, gaps, reliability, error].compactMap(\.self) + cut + [items].compactMap(\.self)
    }

    /// `12 learners, 11 questions, 11 points.`
    var summary: String {
        let points = statistics.possible == .one ? "point" : "points"
        return "\(counted(statistics.learners, "learner")), "
            + "\(counted(statistics.questions, "question")), \(statistics.possible) \(points)."
    }

    // MARK: What it all rests on

    /// A warning where learners are few; the same for a quiz as for its items.
    var sample: Remark? {
        let learners = statistics.learners
        if learners < QuizStatistics.fewest {
            return Remark(
                "few",
                "\(counted(learners, "learner")) cannot tell how good a quiz is: items are not judged "
                    + "below \(QuizStatistics.fewest), and the figures are a first look at most.")
        }
        return learners >= QuizStatistics.enough
            ? nil
            : Remark(
                "few",
                "\(learners) learners are few: what stands out may be chance. Look, and decide "
                    + "with \(QuizStatistics.enough) or more.")
    }

    private var gaps: Remark? {
        if statistics.isDrawn {
            return Remark(
                "drawn",
                "Each learner was asked \(statistics.questions) of \(statistics.items.count) items: "
                    + "the figures of the whole compare places in a sitting, and are those of "
                    + "other quizzes drawn alike.")
        }
        let left = statistics.figures.mean.basis.missing
        guard left > 0 else { return nil }
        return Remark(
            "gaps",
            "\(counted(statistics.missing, "mark")) missing: \(left) of "
                + "\(counted(statistics.learners, "learner")) were not asked everything, and the "
                + "figures of the whole leave them out.")
    }

    // MARK: How far a total can be relied on

    /// The reliability, in hundredths, that is often asked for where people are passed or not.
    private static let wanted = 80

    private var reliability: Remark? {
        let alpha = statistics.figures.alpha
        guard let number = alpha.number else {
            return Remark("reliability", "Reliability is \(alpha.notDefined).")
        }
        if number <= 0 {
            return Remark(
                "reliability",
                "Reliability is \(alpha.text()): totals say nothing of who knows more. "
                    + "Look at the items, a wrong key first of all.")
        }
        let spread = number.percent()
        var text =
            "Reliability is \(alpha.text()): about \(spread) of the differences between totals "
            + "would show again on another quiz like this. It does not say that the quiz asks "
            + "what matters."
        if number < Double(Self.wanted) / 100,
            let needed = statistics.questionsNeeded(forHundredths: Self.wanted)
        {
            text += " About \(needed) questions like these would reach 0.\(Self.wanted)."
        }
        return Remark("reliability", text)
    }

    private var error: Remark? {
        guard let error = statistics.figures.standardError.number(decimals: 2) else { return nil }
        return Remark(
            "error",
            "A total strays by \(error) points: two of three learners are that close to what they "
                + "would earn on average. Do not rank people who are closer to each other.")
    }

    // MARK: The pass mark

    private var cut: [Remark] {
        guard let cut = statistics.cut else { return [] }
        return [passed(cut), consistency(cut), near(cut), chances(cut)].compactMap(\.self)
    }

    private func passed(_ cut: CutStatistics) -> Remark? {
        guard let rate = cut.passRate.percent() else { return nil }
        let all = counted(cut.passRate.basis.units, "learner")
        let range = cut.passRate.interval.map {
            "; of many like them, \($0.lower.percent()) to \($0.upper.percent())"
        }
        return Remark(
            "passed",
            "\(cut.passed) of \(all) reach \(cut.passMark.shareText) (\(rate)\(range ?? "")).")
    }

    private func consistency(_ cut: CutStatistics) -> Remark? {
        guard let agreement = cut.consistency.agreement.number else {
            return Remark(
                "consistency",
                "How many verdicts another quiz like this would confirm is "
                    + "\(cut.consistency.agreement.notDefined).")
        }
        let kappa = cut.consistency.kappa
        let beyond =
            kappa.number(decimals: 2).map { "kappa, which takes chance off, \($0)" }
            ?? "kappa \(kappa.notDefined)"
        return Remark(
            "consistency",
            "Another quiz like this would confirm about \(agreement.percent()) of the verdicts "
                + "(\(beyond)). It does not say which; those near the pass mark are the least sure."
        )
    }

    private func near(_ cut: CutStatistics) -> Remark? {
        guard !cut.near.isEmpty else { return nil }
        let named = cut.near.prefix(10).map { standing in
            "\(standing.learner) (\(standing.marks.earned) of \(standing.marks.possible))"
        }
        let more = cut.near.count > 10 ? ", and \(cut.near.count - 10) more" : ""
        return Remark(
            "near",
            "Within that error of the pass mark (\(cut.near.count)): "
                + named.joined(separator: ", ") + more
                + ". Look at their answers before much depends on the verdict.")
    }

    private func chances(_ cut: CutStatistics) -> Remark? {
        guard let first = cut.chances.first else { return nil }
        let rest = cut.chances.dropFirst().map {
            "\($0.level.shareText) of it, \($0.ofPassing.percent())"
        }
        return Remark(
            "chances",
            ([
                "Somebody who truly knows \(first.level.shareText) passes "
                    + "\(first.ofPassing.percent()) of the time"
            ] + rest).joined(separator: "; ")
                + ". A second attempt raises that for those below, too.")
    }

    // MARK: Items

    private var items: Remark? {
        let flagged = statistics.flagged
        guard !flagged.isEmpty else { return nil }
        let named = flagged.prefix(10).map(\.item.id).joined(separator: ", ")
        let more = flagged.count > 10 ? ", and \(flagged.count - 10) more" : ""
        return Remark(
            "items",
            "\(counted(flagged.count, "item")) to look at: \(named)\(more). "
                + "'assay stats item' says why.")
    }
}
