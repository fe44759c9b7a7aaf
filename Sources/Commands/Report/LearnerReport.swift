import Assessment
import Grading
import Reports
import Results
import Reviews
import Screens
import Sittings
import Statistics
import Terminal

/// What one learner did and what it came to, as far as the learner may know: nobody else's data.
struct LearnerReport {
    let learner: Person
    /// Every sitting that is over, the first one first, with what the learner may see of it.
    let sittings: [(kept: KeptSitting, review: SittingReview)]
    /// Work that was handed in, the oldest first.
    let submissions: [KeptSubmission]
    let standings: [StatusCommand.Line]
    let naming: Naming
    /// The latest sitting of each quiz counts.
    let selection: SittingSelection

    func report() throws -> Report {
        var report = Report(.learner, learner.shownName)
        report.answer = answer
        report.facts = facts
        report.asOf = newest
        for sitting in counting { report.sections.append(section(on: sitting)) }
        if !meant.isEmpty { report.sections.append(attempts) }
        for (index, submission) in submissions.enumerated() {
            report.sections.append(
                try SubmissionAccount(submission, naming)
                    .section(named: "work-\(index + 1)"))
        }
        for (index, line) in standings.enumerated() {
            report.sections.append(
                Report.Section(
                    "program-\(index + 1)", line.program.title,
                    Array(StandingPage.page(of: line).reportBlocks.dropFirst())))
        }
        report.smallPrint = smallPrint
        return report
    }

    // MARK: What comes first

    private var meant: [(kept: KeptSitting, review: SittingReview)] {
        sittings.filter { selection.includes($0.kept.ended) }
    }

    /// The latest sitting of each quiz, in the order of the quizzes' first sittings.
    private var counting: [(kept: KeptSitting, review: SittingReview)] {
        var quizzes: [String] = []
        for sitting in sittings where !quizzes.contains(sitting.kept.record.quiz) {
            quizzes.append(sitting.kept.record.quiz)
        }
        let latest = quizzes.compactMap { quiz in sittings.last { $0.kept.record.quiz == quiz } }
        return latest.filter { selection.includes($0.kept.ended) }
    }

    private var answer: [String] {
        let quizzes = counting.map { "\($0.kept.quiz.title): \(page(of: $0).headline)" }
        let programs = standings.map {
            "\($0.program.title): \(StandingPage.summary(of: $0))"
        }
        let all = quizzes + programs
        if !all.isEmpty { return all }
        guard let since = selection.since else { return ["Nothing has been graded yet."] }
        return ["Nothing that ended on \(since.day) or later has been graded yet."]
    }

    private var facts: [Report.Fact] {
        var facts = [Report.Fact("learner", "Learner", .text(learner.handle))]
        if let last = counting.last {
            facts.append(Report.Fact("quiz", "Quiz", .text(last.kept.record.quiz)))
            if let verdict = last.review.verdict {
                facts.append(Report.Fact("verdict", "Verdict", .verdict(verdict)))
            }
            if let marks = last.review.marks, let share = try? marks.share() {
                facts.append(
                    Report.Fact("score", "Score", .share(share, cut: last.kept.quiz.passMark)))
            }
            facts.append(Report.Fact("pass_mark", "Pass mark", .share(last.kept.quiz.passMark)))
        }
        return facts
    }

    private var newest: Timestamp? {
        (meant.compactMap(\.kept.grade?.time) + meant.map(\.kept.record.time)
            + submissions.map(\.record.time) + submissions.flatMap(\.released).map(\.time)).max()
    }

    private var smallPrint: [String] {
        let sittings = counting.map { kept, _ in
            "\(kept.quiz.title): sitting \(naming.id(of: kept.record)), content "
                + "\(kept.record.content.hex.prefix(16)). Ask for a review with these."
        }
        return sittings + [selection.smallPrint].compactMap(\.self)
    }

    // MARK: Quizzes

    private func page(of sitting: (kept: KeptSitting, review: SittingReview)) -> ReviewPage {
        ReviewPage(
            review: sitting.review, quiz: sitting.kept.quiz, name: sitting.kept.record.quiz,
            glyphs: Glyphs(isASCII: false))
    }

    private func section(on sitting: (kept: KeptSitting, review: SittingReview)) -> Report.Section {
        let (kept, review) = sitting
        let place = counting.firstIndex { $0.kept.record.id == kept.record.id } ?? 0
        var section = Report.Section("quiz-\(place + 1)", kept.quiz.title)
        section.blocks.append(.paragraph(page(of: sitting).headline))
        if let score = ScoreFigure(review, kept)?.figure { section.blocks.append(.figure(score)) }
        if review.objectives.count > 1 {
            section.blocks.append(.figure(objectives(of: review, place)))
        }
        if !review.topics.isEmpty {
            section.blocks += [.heading("What to review next"), .list(review.topics)]
        }
        let asked = Array(review.questions.enumerated())
        let shown = asked.filter { $0.element.grade.map { $0.outcome != .right } ?? false }
        if !shown.isEmpty {
            section.blocks.append(.heading("Questions to look at again"))
            for (index, question) in shown {
                section.blocks +=
                    QuestionResult(
                        question: question, number: index + 1, glyphs: Glyphs(isASCII: false),
                        hidesWords: naming.hidesWords
                    )
                    .page.reportBlocks
            }
        }
        section.blocks.append(.paragraph(page(of: sitting).next))
        return section
    }

    private func objectives(of review: SittingReview, _ place: Int) -> Reports.Figure {
        var table = Reports.Table(
            "objectives-\(place + 1)", "Points by objective",
            [
                .init("objective", "Objective"), .init("earned", "Earned", isNumeric: true),
                .init("possible", "Possible", isNumeric: true),
            ])
        var bars: [Chart.Bar] = []
        for part in review.objectives {
            let title = part.title ?? "Everything else"
            table.add([.text(title), .mark(part.marks.earned), .mark(part.marks.possible)])
            bars.append(
                Chart.Bar(
                    title, Double(part.marks.earned), of: Double(part.marks.possible),
                    "\(Value.mark(part.marks.earned).text) of \(part.marks.possible)"))
        }
        let weakest = review.objectives.min { left, right in
            let shares = [left, right].map { (try? $0.marks.share()) ?? .one }
            return shares[0] < shares[1]
        }
        return Reports.Figure(
            "By objective",
            finding: weakest.map { "The least was earned on \($0.title ?? "everything else")." }
                ?? "", .bars(bars), table)
    }

    private var attempts: Report.Section {
        var table = Reports.Table(
            "sittings", "Every attempt",
            [
                .init("quiz", "Quiz"), .init("attempt", "Attempt", isNumeric: true),
                .init("began", "Began"), .init("verdict", "Verdict"),
                .init("score", "Score", isNumeric: true),
            ])
        for (kept, review) in meant {
            table.add([
                .text(kept.quiz.title), .count(kept.record.attempt), .moment(kept.record.time),
                review.verdict.map { .verdict($0) } ?? .missing("not released"),
                review.marks.flatMap { try? $0.share() }.map {
                    .share($0, cut: kept.quiz.passMark)
                } ?? .missing(),
            ])
        }
        return Report.Section("attempts", "Attempts", [.table(table)])
    }
}
