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

    private var call: Invocation { desk.call }
    private var register: Register { desk.register }

    // MARK: Learners

    /// The learners that the command line means: one, those of a cohort, or all.
    func learners() throws -> [Person] {
        if let word = call.argument("learner") { return [try register.person(word)] }
        if let word = call.value("cohort") {
            return register.members(of: try register.cohort(word).id).filter { !$0.isErased }
        }
        guard call.flag("all") else {
            throw CommandFault(
                .usage, "it is not said whom to report on",
                advice: "name a learner, or give --cohort or --all")
        }
        return register.named.filter { $0.roles.contains(.learner) }
    }

    func report(on learner: Person) throws -> Report {
        let environment = desk.environment
        let invigilator = SittingDesk.invigilator(desk.secretary.store, environment)
        let all = try invigilator.sittings(of: learner.id)
        var sittings: [(kept: KeptSitting, review: SittingReview)] = []
        for sitting in all {
            let same = all.filter { $0.record.quiz == sitting.record.quiz }
            if let review = try SittingReview(sitting, among: same.map(\.asEarlier)) {
                sittings.append((sitting, review))
            }
        }
        return try LearnerReport(
            learner: learner, sittings: sittings,
            submissions: try desk.secretary.submissions(of: learner.id),
            standings: try desk.standings(
                of: learner, in: ContentFinding<Program>(environment).all()),
            nameOf: desk.name
        ).report()
    }

    // MARK: Quizzes

    /// The quiz of the command line, for its cohort or for everybody.
    func cohort() throws -> Report {
        let cohort = try call.argument("cohort").map { try register.cohort($0) }
        let members = cohort.map { register.members(of: $0.id).filter { !$0.isErased } }
        let quiz = try QuizMarksSource.quiz(
            call.value("quiz"), in: desk.secretary.store, desk.environment)
        let nameOf = try naming()
        let (results, found, statistics) = try figures(of: quiz, members, nameOf)
        let chosen = try results.chosen(choice ?? .first)
        let there = Set(chosen.map(\.record.learner))
        var report = try CohortReport(
            name: cohort?.id.text ?? "Everybody", quiz: quiz, title: results.quiz.title,
            passMark: results.quiz.passMark, bank: results.bank, sittings: chosen,
            missing: (members ?? []).filter { !there.contains($0.id) }.map { nameOf($0.id) },
            statistics: statistics, notes: found.notes, nameOf: nameOf,
            other: try other(than: quiz)
        ).report()
        let learners = members ?? register.named.filter { $0.roles.contains(.learner) }
        let reviewing = try CohortReviewing(of: learners, desk, nameOf: nameOf)
        report.sections +=
            try CohortCompetencies(of: learners, desk).sections() + reviewing.sections
        report.asOf = [report.asOf, reviewing.newest].compactMap(\.self).max()
        return report
    }

    /// The cohort to compare with, by the same attempt of each learner.
    private func other(than quiz: String) throws -> CohortReport.Other? {
        guard let word = call.value("compare") else { return nil }
        let cohort = try register.cohort(word)
        let learners = Set(register.members(of: cohort.id).map(\.id))
        guard
            let results = try QuizResults(
                of: quiz, learners: learners, withAnswers: false, in: desk.secretary.store)
        else { return CohortReport.Other(name: cohort.id.text, passed: 0, learners: 0) }
        try refuseAmbiguity(in: results)
        let chosen = try results.chosen(choice ?? .first)
        return CohortReport.Other(
            name: cohort.id.text, passed: chosen.count { $0.grade.verdict == .passed },
            learners: chosen.count)
    }

    /// How learners are called: by their names, or by what a key makes of their ids.
    private func naming() throws -> (Person.ID) -> String {
        guard let file = call.value("pseudonymize") else { return desk.name }
        let key = try PseudonymKey(file, desk.environment)
        let names = Dictionary(
            register.people.map { ($0.id, $0.pseudonymized(key.digest).shownName) },
            uniquingKeysWith: { first, _ in first })
        return { names[$0] ?? "(unknown)" }
    }

    func item() throws -> Report {
        let quiz = try QuizMarksSource.quiz(
            call.argument("quiz"), in: desk.secretary.store, desk.environment)
        let members = try call.value("cohort").map {
            register.members(of: try register.cohort($0).id)
        }
        let (results, _, statistics) = try figures(of: quiz, members, desk.name)
        let word = call.argument("item") ?? ""
        guard let item = statistics.items.first(where: { $0.item.id == word }) else {
            throw CommandFault(
                .noInput, "nobody was asked an item \(CommandFault.quoted(word))",
                suggestions: Suggestions.near(word, among: statistics.items.map(\.item.id)))
        }
        let prompt = results.bank.items.first { $0.id.text == word }?.prompt ?? ""
        return ItemTables.report(on: item, of: results.quiz.title, prompt: prompt)
    }

    private var choice: QuizResults.Choice? {
        call.value("attempt").flatMap { QuizResults.Choice(rawValue: $0) }
    }

    private func figures(
        of quiz: String, _ members: [Person]?, _ nameOf: (Person.ID) -> String
    ) throws -> (QuizResults, StoredQuizMarks, QuizStatistics) {
        let store = desk.secretary.store
        guard
            let results = try QuizResults(
                of: quiz, learners: members.map { Set($0.map(\.id)) }, in: store)
        else { throw CommandFault(.noInput, "nobody of these has taken \(quiz)") }
        try refuseAmbiguity(in: results)
        let found = try StoredQuizMarks(results, choice ?? .first, naming: nameOf)
        return (results, found, try QuizStatistics(found.marks, passMark: results.quiz.passMark))
    }

    /// A report is not to choose among attempts in silence.
    private func refuseAmbiguity(in results: QuizResults) throws {
        guard choice == nil else { return }
        var counts: [Person.ID: Int] = [:]
        for sitting in results.sittings { counts[sitting.record.learner, default: 0] += 1 }
        let several = results.sittings.map(\.record.learner).first { counts[$0, default: 0] > 1 }
        guard let several else { return }
        throw CommandFault(
            .usage,
            "learner \(CommandFault.quoted(desk.name(of: several))) has "
                + "\(counts[several, default: 0]) submitted attempts",
            advice: "choose --attempt first|best|last")
    }

    // MARK: Panels

    func panel() throws -> Report {
        let submission = try desk.submission()
        let account = try SubmissionAccount(
            submission, for: .chair(hasConflict: false), nameOf: desk.name)
        var report = Report(.panel, "\(submission.rubric.title), \(submission.id)")
        report.asOf = (submission.reviews.compactMap(\.touched) + [submission.record.time]).max()
        report.answer = [account.answer]
        report.facts = [
            Report.Fact("submission", "Submission", .text(submission.id)),
            Report.Fact(
                "learner", "Learner", .text(desk.name(of: submission.record.learner))),
            Report.Fact("reviewers", "Reviewers", .count(submission.reviews.count)),
        ]
        report.sections = [
            Report.Section(
                "panel", "The panel",
                Array(PanelPage(submission, desk).seats.reportBlocks.dropFirst())),
            try account.section(named: "verdict"),
        ]
        return report
    }
}
