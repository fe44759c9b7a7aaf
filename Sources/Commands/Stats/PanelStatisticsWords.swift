import Assessment
import Statistics

/// What the statistics of a panel say, in sentences for whoever leads it.
struct PanelStatisticsWords {
    let statistics: PanelStatistics
    let passMark: Rational?

    var remarks: [Remark] {
        [sample, alike, needed, alpha, unlinked].compactMap(\.self) + reviewers + flips
    }

    private var sample: Remark? {
        let works = counted(statistics.works, "piece of work", "pieces of work")
        if statistics.works < CriterionStatistics.fewest {
            return Remark(
                "few",
                "\(works) can hardly tell how severe a reviewer is: take the figures as a first look."
            )
        }
        return statistics.works >= CriterionStatistics.enough
            ? nil : Remark("few", "\(works) are few: what stands out may be chance.")
    }

    private var alike: Remark? {
        guard let one = statistics.one.number, let mean = statistics.mean.number else {
            return Remark(
                "alike",
                "How alike reviewers score is \(statistics.one.notDefined). It takes work that "
                    + "all of them have scored.")
        }
        if one <= 0 {
            return Remark(
                "alike",
                "Reviewers do not agree on which work is better (ICC \(statistics.one.text())): "
                    + "the scores tell more of them than of the work.")
        }
        let raters = statistics.one.basis.raters ?? 0
        return Remark(
            "alike",
            "Where one reviewer scores, \(one.percent()) of the differences between scores come "
                + "from the work (ICC \(statistics.one.text())); with the mean of \(raters), "
                + "\(mean.percent()) (\(statistics.mean.text())). The rest is who scored, and "
                + "chance. It does not say that the scores are right.")
    }

    private var needed: Remark? {
        guard let needed = statistics.needed.exact else { return nil }
        let has = statistics.needed.basis.raters ?? 0
        return Remark(
            "needed",
            needed <= Rational(has)
                ? "\(needed) of these reviewers are enough for a mean that is 0.80 sure."
                : "A mean that is 0.80 sure would take \(needed) reviewers like these: train those "
                    + "who stand out first, which costs less.")
    }

    private var alpha: Remark? {
        guard statistics.one.number == nil, statistics.alpha.number != nil else { return nil }
        return Remark(
            "alpha",
            "Krippendorff's alpha, which takes work that not all have scored, is "
                + "\(statistics.alpha.text()); its author would rely on scores from 0.800 on.")
    }

    private var unlinked: Remark? {
        guard !statistics.unlinked.isEmpty else { return nil }
        let groups = statistics.unlinked.map { $0.joined(separator: ", ") }
        return Remark(
            "unlinked",
            "These reviewers share no work: \(groups.joined(separator: " | ")). Nobody can say "
                + "whether they differ or their work does. Let some work be scored across.")
    }

    private var reviewers: [Remark] {
        statistics.reviewers.compactMap { reviewer in
            guard reviewer.standsOut, let leniency = reviewer.leniency.number else { return nil }
            let side = leniency < 0 ? "below" : "above"
            let what = leniency < 0 ? "severe" : "lenient"
            return Remark(
                "reviewer", about: reviewer.name,
                "\(what), \(abs(leniency).text()) points \(side) what the same work gets from all "
                    + "(\(counted(reviewer.works, "score"))): train on work that is settled.")
        }
    }

    private var flips: [Remark] {
        guard let passMark else { return [] }
        return statistics.flips.map { flip in
            let now = flip.score < passMark ? "does not pass" : "passes"
            let then = flip.fair < passMark ? "would not" : "would"
            return Remark(
                "flip", about: flip.work,
                "\(now) at \(passMark) with \(shown(flip.score)), and \(then) were all reviewers as "
                    + "severe (\(shown(flip.fair))): look again before the verdict.")
        }
    }

    /// Never rounded across the pass mark.
    private func shown(_ score: Rational) -> String {
        score.rounded(toDecimals: 2, neverAcross: passMark)
    }
}
