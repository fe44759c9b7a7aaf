import Assessment
import Grading
import Reports
import Results
import Reviews
import Statistics

/// How far those agree who scored a cohort's work, and how severe each of them is.
struct CohortReviewing {
    /// All work by one rubric.
    private struct Scored {
        let sheets: StoredSheets
        let statistics: PanelStatistics

        var rubric: Rubric { sheets.rubric }
        var remarks: [Remark] {
            let words = PanelStatisticsWords(statistics: statistics, passMark: sheets.passMark)
            return sheets.notes + (sheets.isEmpty ? [] : words.remarks)
        }
    }

    private let scored: [Scored]
    /// When anything was last done about the work.
    let newest: Timestamp?

    /// The rubrics in the order in which work was handed in by them.
    init(
        of learners: [Person], _ desk: ReviewDesk, _ naming: Naming
    ) throws {
        let learners = Set(learners.map(\.id))
        let kept = try desk.secretary.submissions().filter { learners.contains($0.record.learner) }
        newest = kept.flatMap { submission in
            [submission.record.time] + submission.reviews.compactMap(\.touched)
                + submission.released.map(\.time)
        }.max()
        var rubrics: [Rubric.ID] = []
        for submission in kept where !rubrics.contains(submission.rubric.id) {
            rubrics.append(submission.rubric.id)
        }
        scored = try rubrics.map { rubric in
            let sheets = try StoredSheets(
                kept.filter { $0.rubric.id == rubric }, desk.register, naming)
            return Scored(
                sheets: sheets,
                statistics: try PanelStatistics(sheets.scores(), passMark: sheets.passMark))
        }
    }

    /// Nothing where no work was handed in.
    var sections: [Report.Section] {
        if scored.isEmpty { return [] }
        let complete = scored.filter { !$0.sheets.isEmpty }
        var section = Report.Section("reviewing", "Reviewers")
        if complete.isEmpty {
            section.blocks.append(
                .paragraph(
                    "No panel has all its sheets yet. Until then it is not told what anybody gave."
                ))
        } else {
            section.blocks += [reviewers(complete), .table(agreement(complete))]
        }
        for one in scored {
            let lines = one.remarks.map(\.line)
            if !lines.isEmpty { section.blocks += [.heading(one.rubric.title), .list(lines)] }
        }
        return [section]
    }

    // MARK: Severity

    /// As a picture where it is known how severe anybody is.
    private func reviewers(_ scored: [Scored]) -> Report.Block {
        var table = Reports.Table(
            "reviewers", "How severe each reviewer is, in points of 100",
            [
                .init("rubric", "Rubric"), .init("reviewer", "Reviewer"),
                .init("works", "Scored", isNumeric: true),
                .init("mean", "Mean", isNumeric: true),
                .init("leniency", "Leniency", isNumeric: true), .init("look", "Look"),
            ])
        table.notes = [
            "Leniency is how many points more somebody gives than the same work gets from all: "
                + "below 0 for the severe."
        ]
        var ranges: [Chart.Range] = []
        for one in scored {
            for reviewer in one.statistics.reviewers {
                table.add([
                    .text(one.rubric.id.text), .text(reviewer.name), .count(reviewer.works),
                    reviewer.mean.exactValue, reviewer.leniency.exactValue,
                    reviewer.standsOut
                        ? .text(reviewer.isSevere ? "severe" : "lenient") : .missing(),
                ])
                guard let leniency = reviewer.leniency.number else { continue }
                let place = scored.count > 1 ? ", \(one.rubric.id)" : ""
                ranges.append(Chart.Range(reviewer.name + place, [leniency], settled: 0))
            }
        }
        if ranges.isEmpty { return .table(table) }
        let farthest = ranges.flatMap(\.marks).compactMap(\.self).map(\.magnitude).max() ?? 0
        let end = max((farthest / 5).rounded(.up) * 5, 5)
        var figure = Reports.Figure(
            "Severity", finding: finding(scored), .ranges(ranges, on: -end...end), table)
        figure.people = ["one reviewer"]
        figure.settled = "as severe as all"
        return .figure(figure)
    }

    private func finding(_ scored: [Scored]) -> String {
        let outstanding = scored.flatMap(\.statistics.reviewers).filter(\.standsOut)
        func names(_ isSevere: Bool) -> String {
            outstanding.filter { $0.isSevere == isSevere }.map(\.name).joined(separator: ", ")
        }
        let said = [("severe", names(true)), ("lenient", names(false))]
            .filter { !$0.1.isEmpty }.map { "More \($0.0) than the others: \($0.1)." }
        return said.isEmpty ? "Nobody stands out." : said.joined(separator: " ")
    }

    // MARK: Agreement

    /// For each rubric a row for all its criteria and one for each of them.
    private func agreement(_ scored: [Scored]) -> Reports.Table {
        var table = Reports.Table(
            "agreement", "How often two reviewers of the same work agree",
            [
                .init("rubric", "Rubric"), .init("criterion", "Criterion"),
                .init("works", "Compared", isNumeric: true),
                .init("same", "Same level", isNumeric: true),
                .init("same_or_next", "Same or next", isNumeric: true),
                .init("alpha", "Alpha", isNumeric: true),
            ])
        table.notes = [
            "Alpha is Krippendorff's, which takes chance off: 1 is all that can be, and 0 what chance "
                + "alone would do. For all criteria together it is that of the scores."
        ]
        for one in scored {
            let criteria = one.sheets.criteria()
            let rubric = Reports.Value.text(one.rubric.id.text)
            let pooled = Ratings(pooling: criteria.map(\.ratings.ratings))
            table.add([
                rubric, .text("all criteria"), .count(one.statistics.compared),
                pooled.agreement().shareValue, pooled.adjacentAgreement().shareValue,
                one.statistics.alpha.reportValue,
            ])
            for (criterion, ratings) in criteria {
                let statistics = CriterionStatistics(ratings)
                table.add([
                    rubric, .text(criterion.title), .count(statistics.compared),
                    statistics.exact.shareValue, statistics.adjacent.shareValue,
                    statistics.alpha.reportValue,
                ])
            }
        }
        return table
    }
}

extension PanelStatistics.Reviewer {
    fileprivate var isSevere: Bool { (leniency.number ?? 0) < 0 }
}

extension Ratings {
    /// The marks on several criteria, those on one piece of work each by itself; levels count by
    /// their places.
    fileprivate init(pooling criteria: [Ratings]) {
        let most = criteria.map(\.levels.count).max() ?? 0
        self.init(
            levels: (0..<most).map { Rational($0) }, units: criteria.flatMap(\.units))
    }
}

extension Statistics.Figure {
    /// The exact number in a table, or why there is none.
    fileprivate var exactValue: Reports.Value { exact.map { .mark($0) } ?? reportValue }

    /// The same as a percentage.
    fileprivate var shareValue: Reports.Value { exact.map { .share($0, places: 0) } ?? reportValue }
}
