import Assessment
import Grading
import Results
import Reviews

/// `assay review queue` and `assay review show`.
enum ReviewReading {
    static func queue(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try ReviewDesk.open(call, environment) { desk in
            let reviewer = call.flag("all") ? nil : try desk.reviewer()
            let entries = try desk.secretary.queue(for: reviewer?.id)
            let offers = try reviewer.map { try desk.secretary.offers(to: $0.id).map(\.id) } ?? []
            var rows: [(QueueEntry, name: String?)] = []
            for entry in entries {
                rows.append((entry, try learner(of: entry.submission, for: reviewer, desk)))
            }
            if call.flag("json") {
                environment.console.write(json: json(rows, offers))
                return .done
            }
            var table = TextTable([
                .init("SUBMISSION"), .init("SINCE"), .init("STATE"), .init("MARKED"),
                .init("LEARNER"), .init("RUBRIC"),
            ])
            for (entry, name) in rows {
                table.add([
                    entry.submission.id, entry.submission.record.time.day,
                    SubmissionWords.state(entry.state),
                    entry.progress.map { "\($0.done) of \($0.all)" } ?? "-", name ?? "(hidden)",
                    entry.submission.rubric.title,
                ])
            }
            environment.console.write(table)
            environment.console.remark(summary(rows.map(\.0.state)))
            if !offers.isEmpty { environment.console.remark(invitation(offers)) }
            return .done
        }
    }

    /// Nil where the rubric keeps whose work it is from the reviewer.
    private static func learner(
        of submission: KeptSubmission, for reviewer: Person?, _ desk: ReviewDesk
    ) throws -> String? {
        let shows = try reviewer.map { try submission.sight(of: $0.id).showsLearnersName } ?? true
        return shows ? desk.name(of: submission.record.learner) : nil
    }

    /// `12 waiting, 2 in progress, 1 needs adjudication`.
    private static func summary(_ states: [QueueEntry.State]) -> String {
        let counts = QueueEntry.State.allCases.compactMap { state -> String? in
            let count = states.count { $0 == state }
            return count == 0 ? nil : "\(count) \(SubmissionWords.state(state))"
        }
        return counts.isEmpty ? "nothing to score" : counts.joined(separator: ", ")
    }

    /// `2 more lack a reviewer: adr-7, talk-1; 'assay review start' takes a seat`.
    private static func invitation(_ offers: [String]) -> String {
        let names = offers.prefix(5).map { $0.terminalSafe() }.joined(separator: ", ")
        let more = offers.count > 5 ? " and more" : ""
        return "\(offers.count) more \(offers.count == 1 ? "lacks" : "lack") a reviewer: "
            + "\(names)\(more); 'assay review start' takes a seat"
    }

    private static func json(_ rows: [(QueueEntry, name: String?)], _ offers: [String]) -> JSON {
        [
            "schema": "assay/review-queue/1",
            "queue": .array(
                rows.map { entry, name in
                    [
                        "submission": .string(entry.submission.id),
                        "handedIn": .string(entry.submission.record.time.description),
                        "state": .string(entry.state.rawValue),
                        "done": entry.progress.map { .integer($0.done) } ?? .null,
                        "criteria": entry.progress.map { .integer($0.all) } ?? .null,
                        "learner": .optional(name),
                        "rubric": .string(entry.submission.rubric.id.text),
                    ]
                }), "lackingReviewers": .array(offers.map { .string($0) }),
        ]
    }

    static func show(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try ReviewDesk.open(call, environment) { desk in
            let submission = try desk.submission()
            let reviewer = try desk.reviewer()
            let sight = try submission.sight(of: reviewer.id)
            let page = SubmissionPage(submission, desk)
            let sheets = submission.reviews.compactMap {
                review -> (KeptReview, name: String, own: Bool)? in
                let isOwn = review.reviewer == reviewer.id
                guard isOwn || sight.sheets == .all && review.counting != nil else { return nil }
                let name =
                    isOwn || sight.showsReviewersNames
                    ? desk.name(of: review.reviewer) : submission.numbered(review.reviewer)
                return (review, name, isOwn)
            }
            if call.flag("json") {
                environment.console.write(json: page.json(sheets))
                return .done
            }
            desk.say(page.head)
            if sight.showsLearnersName {
                environment.console.writeLine(
                    "The work of \(desk.name(of: submission.record.learner)).".terminalSafe())
            }
            for (review, name, own) in sheets {
                environment.console.write("\n")
                desk.say(page.sheet(review, called: name, own: own))
            }
            if sight.sheets == .own, submission.reviews.count > 1 {
                environment.console.write("\n")
                environment.console.writeLine(
                    "What others gave is sealed until all sheets are in.")
            }
            return .done
        }
    }
}
