import Assessment
import Content
import Exchange
import Grading
import Reports
import Results
import Reviews
import Sittings
import Statistics

/// Reads from the store what a report is about.
struct ReportSource {
    let desk: ReviewDesk
    let naming: Naming
    private let invigilator: Invigilator

    init(_ desk: ReviewDesk) throws(CommandFault) {
        self.desk = desk
        naming = try Naming(desk.register, desk.call, desk.environment)
        invigilator = SittingDesk.invigilator(desk.secretary.store, desk.environment)
    }

    private var call: Invocation { desk.call }
    private var register: Register { desk.register }

    // MARK: Learners

    /// The learners that the command line means: one, those of a cohort, or all.
    func learners() throws -> [Person] {
        if let word = call.argument("learner") { return [try register.person(word)] }
        if let word = call.value("cohort") {
            let members = register.members(of: try register.cohort(word).id)
            return naming.ordered(members.filter { !$0.isErased })
        }
        guard call.flag("all") else {
            throw CommandFault(
                .usage, "it is not said whom to report on",
                advice: "name a learner, or give --cohort or --all")
        }
        return naming.ordered(register.named.filter { $0.roles.contains(.learner) })
    }

    /// The programs that a learner may have worked for.
    func programs() throws -> [Program] { try ContentFinding<Program>(desk.environment).all() }

    func report(on learner: Person, in programs: [Program]) throws -> Report {
        let all = try invigilator.sittings(of: learner.id)
        var sittings: [(kept: KeptSitting, review: SittingReview)] = []
        for sitting in all {
            let same = all.filter { $0.record.quiz == sitting.record.quiz }
            if let review = try SittingReview(sitting, among: same.map(\.asEarlier)) {
                sittings.append((sitting, review))
            }
        }
        let submissions = try desk.secretary.submissions(of: learner.id)
        let standings = try LearnerWork(all, submissions)
            .standings(of: naming.person(learner), in: programs)
        return try LearnerReport(
            learner: naming.person(learner), sittings: sittings,
            submissions: submissions, standings: standings, naming: naming,
            selection: SittingSelection(call, counting: .last)
        ).report()
    }

    // MARK: Quizzes

    /// The quiz of the command line, for its cohort or for everybody.
    func cohort() throws -> Report {
        let cohort = try call.argument("cohort").map { try register.cohort($0) }
        let members = cohort.map { register.members(of: $0.id).filter { !$0.isErased } }
        let quiz = try QuizMarksSource.quiz(
            call.value("quiz"), in: desk.secretary.store, desk.environment)
        let selection = try SittingSelection(call)
        let (results, chosen, found, statistics) = try figures(of: quiz, members, selection)
        let there = Set(chosen.map(\.record.learner))
        let missing = naming.ordered((members ?? []).filter { !there.contains($0.id) })
        var report = try CohortReport(
            name: cohort?.id.text ?? "Everybody", quiz: quiz, title: results.quiz.title,
            passMark: results.quiz.passMark, bank: results.bank, sittings: chosen,
            missing: missing.map { naming.name(of: $0.id) },
            statistics: statistics, notes: found.notes, nameOf: naming.name(of:),
            other: try other(than: quiz, selection), selection: selection
        ).report()
        let learners = members ?? register.named.filter { $0.roles.contains(.learner) }
        let reviewing = try CohortReviewing(of: learners, desk, naming)
        report.sections +=
            try CohortCompetencies(of: learners, in: programs(), desk, invigilator).sections()
            + reviewing.sections
        report.asOf = [report.asOf, reviewing.newest].compactMap(\.self).max()
        return report
    }

    /// The cohort to compare with, by the same attempt of each learner.
    private func other(
        than quiz: String, _ selection: SittingSelection
    ) throws -> CohortReport.Other? {
        guard let word = call.value("compare") else { return nil }
        let cohort = try register.cohort(word)
        let learners = Set(register.members(of: cohort.id).map(\.id))
        guard
            let results = try QuizResults(
                of: quiz, learners: learners, in: desk.secretary.store)
        else { return CohortReport.Other(name: cohort.id.text, passed: 0, learners: 0) }
        let chosen = try selection.choose(from: results, of: quiz, in: register)
        return CohortReport.Other(
            name: cohort.id.text, passed: chosen.count { $0.grade.verdict == .passed },
            learners: chosen.count)
    }

    func item() throws -> Report {
        let quiz = try QuizMarksSource.quiz(
            call.argument("quiz"), in: desk.secretary.store, desk.environment)
        let members = try call.value("cohort").map {
            register.members(of: try register.cohort($0).id)
        }
        let (results, _, _, statistics) = try figures(
            of: quiz, members, SittingSelection(call))
        let word = call.argument("item") ?? ""
        guard let item = statistics.items.first(where: { $0.item.id == word }) else {
            throw CommandFault(
                .noInput, "nobody was asked an item \(CommandFault.quoted(word))",
                suggestions: Suggestions.near(word, among: statistics.items.map(\.item.id)))
        }
        let prompt = results.bank.items.first { $0.id.text == word }?.prompt ?? ""
        return ItemTables.report(on: item, of: results.quiz.title, prompt: prompt)
    }

    private func figures(
        of quiz: String, _ members: [Person]?, _ selection: SittingSelection
    ) throws -> (QuizResults, [QuizResults.Graded], StoredQuizMarks, QuizStatistics) {
        guard
            let results = try QuizResults(
                of: quiz, learners: members.map { Set($0.map(\.id)) }, in: desk.secretary.store)
        else { throw CommandFault(.noInput, "nobody of these has taken \(quiz)") }
        let chosen = try selection.choose(from: results, of: quiz, in: register)
        let found = try StoredQuizMarks(
            chosen, by: selection, of: results, naming: naming.name(of:))
        let statistics = try QuizStatistics(found.marks, passMark: results.quiz.passMark)
        return (results, chosen, found, statistics)
    }

    // MARK: Panels

    func panel() throws -> Report {
        let submission = try desk.submission()
        let account = try SubmissionAccount(
            submission, for: .chair(hasConflict: false), naming)
        let id = naming.id(of: submission)
        var report = Report(.panel, "\(submission.rubric.title), \(id)")
        report.asOf = (submission.reviews.compactMap(\.touched) + [submission.record.time]).max()
        report.answer = [account.answer]
        report.facts = [
            Report.Fact("submission", "Submission", .text(id)),
            Report.Fact(
                "learner", "Learner", .text(naming.name(of: submission.record.learner))),
            Report.Fact("reviewers", "Reviewers", .count(submission.reviews.count)),
        ]
        report.sections = [
            Report.Section(
                "panel", "The panel",
                Array(PanelPage(submission, naming).seats.reportBlocks.dropFirst())),
            try account.section(named: "verdict", titled: "How the verdict came about"),
        ]
        return report
    }
}
