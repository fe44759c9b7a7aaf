import Assessment
import Reports
import Results
import Sittings
import Statistics

/// What a quiz came to for a cohort, or for everybody who took it.
struct CohortReport {
    let name: String
    let quiz: String
    let title: String
    let passMark: Rational
    /// The part of the bank that the quiz asks from.
    let bank: Bank
    /// One sitting of each learner.
    let sittings: [QuizResults.Graded]
    /// Members who have none that is graded.
    let missing: [String]
    let statistics: QuizStatistics
    let notes: [Remark]
    let nameOf: (Person.ID) -> String
    /// Another cohort that this one is set beside.
    var other: Other?
    let selection: SittingSelection

    struct Other {
        let name: String
        let passed: Int
        let learners: Int
    }

    func report() throws(Rational.Overflow) -> Report {
        var report = Report(.cohort, "\(name): \(title)")
        report.asOf = sittings.map(\.grade.time).max()
        report.answer = answer
        report.facts = facts
        report.sections = [
            try scores(), try learners(), try objectives(), try map(),
            ItemTables(statistics).section,
            Report.Section(
                "reading", "What the figures say",
                [
                    .list(
                        (notes + QuizStatisticsWords(statistics: statistics).remarks).map(\.line))
                ]),
        ]
        report.smallPrint =
            [
                "Quiz \(quiz), pass mark \(passMark.shareText). A learner's marks are those of one "
                    + "sitting; sittings that are open or wait for a reviewer are left out."
            ] + [selection.smallPrint].compactMap(\.self)
        return report
    }

    // MARK: What comes first

    private var passed: Int { sittings.count { $0.grade.verdict == .passed } }

    private var answer: [String] {
        var lines = ["\(passed) of \(sittings.count) passed."]
        if let rate = statistics.cut?.passRate, let interval = rate.interval {
            lines.append(
                "That is \(rate.percent() ?? "-"); among many learners like these it would be "
                    + "between \(interval.lower.percent()) and \(interval.upper.percent()).")
        }
        if let near = statistics.cut?.near.count, near > 0 {
            lines.append(
                "\(near) lie within one standard error of the pass mark: another quiz like this "
                    + "might judge them otherwise.")
        }
        if !missing.isEmpty { lines.append("\(missing.count) have no result.") }
        if let other { lines += comparison(with: other) }
        return lines
    }

    /// How many more passed here, and whether that may be chance.
    private func comparison(with other: Other) -> [String] {
        guard
            let interval = Interval(
                newcombe: (passed, sittings.count), (other.passed, other.learners))
        else { return ["Nobody in \(other.name) has a result."] }
        let points = [interval.lower, interval.upper].map { ($0 * 100).text(decimals: 0) }
        let isChance = interval.lower <= 0 && interval.upper >= 0
        return [
            "In \(other.name), \(other.passed) of \(other.learners) passed. Among many learners like "
                + "these, the share here would be \(points[0]) to \(points[1]) percentage points "
                + "greater: " + (isChance ? "the difference could be chance." : "more than chance.")
        ]
    }

    private var facts: [Report.Fact] {
        let rate = try? Rational(passed).divided(by: Rational(max(sittings.count, 1)))
        return [
            Report.Fact("cohort", "Cohort", .text(name)), Report.Fact("quiz", "Quiz", .text(quiz)),
            Report.Fact("learners", "Learners", .count(sittings.count)),
            Report.Fact("passed", "Passed", .count(passed)),
            Report.Fact(
                "pass_rate", "Pass rate",
                sittings.isEmpty ? .missing("nobody has a result") : .share(rate ?? .zero)),
            Report.Fact("pass_mark", "Pass mark", .share(passMark)),
            Report.Fact(
                "reliability", "Reliability (alpha)", statistics.figures.alpha.reportValue),
            Report.Fact("missing", "Without a result", .count(missing.count)),
        ]
    }

    // MARK: Scores

    private func scores() throws(Rational.Overflow) -> Report.Section {
        var dots: [Chart.Dot] = []
        for sitting in sittings {
            let share = try sitting.grade.marks.share() ?? .zero
            dots.append(
                Chart.Dot(
                    nameOf(sitting.record.learner), Double(share) * 100, sitting.grade.verdict))
        }
        var table = Reports.Table(
            "distribution", "How many reached how much",
            [
                .init("from", "From", isNumeric: true), .init("to", "To", isNumeric: true),
                .init("learners", "Learners", isNumeric: true),
            ])
        for start in stride(from: 0, to: 100, by: 10) {
            let isLast = start == 90
            let count = dots.count {
                $0.value >= Double(start) && ($0.value < Double(start + 10) || isLast)
            }
            table.add([.text("\(start)%"), .text("\(start + 10)%"), .count(count)])
        }
        let figure = Reports.Figure(
            "Scores", finding: "\(passed) of \(sittings.count) reach \(passMark.shareText).",
            .strip(dots, of: 100, cut: Double(passMark) * 100), table)
        return Report.Section("scores", "Scores", [.figure(figure)])
    }

    /// Everybody, the highest first; those near the pass mark are marked.
    private func learners() throws(Rational.Overflow) -> Report.Section {
        // By their scores, for two learners may have one name.
        var near: Set<Rational> = []
        for standing in statistics.cut?.near ?? [] {
            if let share = try standing.marks.share() { near.insert(share) }
        }
        var table = Reports.Table(
            "learners", "Everybody, the highest score first",
            [
                .init("learner", "Learner"), .init("score", "Score", isNumeric: true),
                .init("verdict", "Verdict"), .init("attempt", "Attempt", isNumeric: true),
                .init("near", "Near the pass mark"),
            ])
        for (sitting, share) in try ranked() {
            table.add([
                .text(nameOf(sitting.record.learner)), .share(share, cut: passMark),
                .verdict(sitting.grade.verdict),
                .count(sitting.record.attempt), near.contains(share) ? .text("near") : .missing(),
            ])
        }
        var blocks: [Report.Block] = [.table(table)]
        if !missing.isEmpty {
            blocks += [.heading("Without a result"), .list(missing)]
        }
        return Report.Section("learners", "Learners", blocks)
    }

    private func ranked() throws(Rational.Overflow) -> [(QuizResults.Graded, Rational)] {
        var shares: [(QuizResults.Graded, Rational)] = []
        for sitting in sittings {
            shares.append((sitting, try sitting.grade.marks.share() ?? .zero))
        }
        return shares.sorted { left, right in
            (right.1, nameOf(left.0.record.learner)) < (left.1, nameOf(right.0.record.learner))
        }
    }

    // MARK: What was hard

    private func objectives() throws(Rational.Overflow) -> Report.Section {
        let objectiveOf = Dictionary(
            bank.items.map { ($0.id, $0.objective) }, uniquingKeysWith: { first, _ in first })
        var sums: [Objective.ID?: Marks] = [:]
        for grade in sittings.flatMap(\.grade.items) {
            let objective = objectiveOf[grade.item] ?? nil
            let sum = sums[objective] ?? Marks(earned: .zero, possible: .zero)
            sums[objective] = Marks(
                earned: try sum.earned + grade.marks.earned,
                possible: try sum.possible + grade.marks.possible)
        }
        var table = Reports.Table(
            "objectives", "What was earned on each objective",
            [.init("objective", "Objective"), .init("share", "Earned", isNumeric: true)])
        var bars: [Chart.Bar] = []
        var least: (name: String, share: Rational)?
        for id in bank.objectives.map(\.id) + [nil] as [Objective.ID?] {
            guard let marks = sums[id], let share = try marks.share() else { continue }
            let name = bank.objectives.first { $0.id == id }?.title ?? "Everything else"
            table.add([.text(name), .share(share)])
            bars.append(
                Chart.Bar(name, Double(share), of: 1, Value.share(share).text))
            if least.map({ share < $0.share }) ?? true { least = (name, share) }
        }
        let finding = least.map { "The least was earned on \($0.name)." } ?? "Nothing was asked."
        return Report.Section(
            "objectives", "Objectives",
            [.figure(Reports.Figure("By objective", finding: finding, .bars(bars), table))])
    }

    /// Learners by questions, the best learners and the easiest questions first.
    private func map() throws(Rational.Overflow) -> Report.Section {
        let people = try ranked().map(\.0)
        let columns = statistics.items.map(\.item.id)
        let eased = statistics.items.sorted { left, right in
            let eases = [left, right].map { $0.figures.facility.number ?? -1 }
            return (eases[1], left.item.id) < (eases[0], right.item.id)
        }.map(\.item.id)
        var table = Reports.Table(
            "map", "Points of each learner on each question",
            [.init("learner", "Learner")]
                + eased.map { .init($0, $0, isNumeric: true) })
        var shares: [[Double?]] = []
        for sitting in people {
            var row: [Double?] = []
            var values: [Value] = [.text(nameOf(sitting.record.learner))]
            for item in eased {
                guard let grade = sitting.grade.items.first(where: { $0.item.text == item }),
                    let share = try grade.marks.share()
                else {
                    row.append(nil)
                    values.append(.missing())
                    continue
                }
                row.append(Double(share))
                values.append(.mark(grade.marks.earned))
            }
            shares.append(row)
            table.add(values)
        }
        let finding =
            "\(counted(people.count, "learner")) by \(counted(columns.count, "question")); a wrong "
            + "answer far to the upper left is one to look at."
        return Report.Section(
            "map", "Who answered what",
            [
                .figure(
                    Reports.Figure(
                        "Who answered what", finding: finding,
                        .grid(
                            rows: people.map { nameOf($0.record.learner) }, columns: eased,
                            shares: shares), table))
            ])
    }
}
