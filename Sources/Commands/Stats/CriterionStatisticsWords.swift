import Assessment
import Statistics

/// What the statistics of a criterion say, in sentences for whoever leads its reviewers.
struct CriterionStatisticsWords {
    let statistics: CriterionStatistics

    var remarks: [Remark] {
        [sample, agreement, prevalence, alpha, confusion, apart].compactMap(\.self) + reviewers
    }

    var sample: Remark? {
        let compared = counted(statistics.compared, "piece of work", "pieces of work")
        if statistics.compared < CriterionStatistics.fewest {
            return Remark(
                "few",
                "\(compared) with two marks or more cannot tell how reviewers agree: nobody is judged "
                    + "below \(CriterionStatistics.fewest), and the figures are a first look at most."
            )
        }
        return statistics.compared >= CriterionStatistics.enough
            ? nil
            : Remark(
                "few",
                "\(compared) with two marks or more are few: what stands out may be chance.")
    }

    private var agreement: Remark? {
        guard let exact = statistics.exact.percent(decimals: 0),
            let adjacent = statistics.adjacent.percent(decimals: 0)
        else { return Remark("agreement", "Agreement is \(statistics.exact.notDefined).") }
        return Remark(
            "agreement",
            "Two reviewers of the same work choose the same level \(exact) of the time, the same or "
                + "the next one \(adjacent). With chance taken off: kappa "
                + "\(statistics.kappa.text()), AC1 \(statistics.firstOrder.text()). None of these "
                + "says that the level is the right one.")
    }

    private var prevalence: Remark? {
        statistics.prevalent.map { level in
            Remark(
                "prevalence",
                "More than four of five marks are '\(level)', where kappa and alpha say little: read "
                    + "AC1, and ask whether the criterion tells good work from other work.")
        }
    }

    private var alpha: Remark? {
        guard let number = statistics.alpha.number else {
            return Remark("alpha", "Krippendorff's alpha is \(statistics.alpha.notDefined).")
        }
        // What is said of kappa there holds for alpha, too.
        if statistics.prevalent != nil { return nil }
        // Krippendorff, "Content analysis", on what to rely on.
        let words =
            if number >= 0.8 {
                "from 0.800 on, its author would rely on the marks."
            } else if number >= 2.0 / 3 {
                "from 0.667 to 0.800, its author would draw tentative conclusions only: settle what "
                    + "differs before a verdict hangs on it."
            } else {
                "below 0.667, its author would not rely on the marks: score some work together, and "
                    + "write down what each level needs."
            }
        return Remark(
            "alpha", "Krippendorff's alpha is \(statistics.alpha.text()); " + words)
    }

    private var confusion: Remark? {
        guard statistics.compared >= CriterionStatistics.fewest,
            let first = statistics.confusions.first
        else { return nil }
        return Remark(
            "confusion",
            "Reviewers differ most between '\(first.lower)' and '\(first.higher)' "
                + "(\(counted(first.times, "time"))): say more plainly what '\(first.higher)' needs."
        )
    }

    private var apart: Remark? {
        guard !statistics.apart.isEmpty else { return nil }
        let named = statistics.apart.prefix(10).map {
            "\($0.work) (\($0.levels.joined(separator: ", ")))"
        }
        let more = statistics.apart.count > 10 ? ", and \(statistics.apart.count - 10) more" : ""
        return Remark(
            "apart",
            "More than a level apart (\(statistics.apart.count)): "
                + named.joined(separator: ", ") + more + ". Let the reviewers talk about these.")
    }

    /// Those who mark half a level or more beside the others.
    private var reviewers: [Remark] {
        statistics.reviewers.compactMap { reviewer in
            guard reviewer.above.basis.units >= CriterionStatistics.fewest,
                let steps = reviewer.above.number, abs(steps) >= 0.5
            else { return nil }
            let side = steps < 0 ? "below" : "above"
            return Remark(
                "reviewer", about: reviewer.name,
                "marks \(abs(steps).text()) levels \(side) the others on the same "
                    + "\(reviewer.above.basis.units) pieces of work: score some of it together.")
        }
    }
}
