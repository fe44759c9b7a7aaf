import Assessment
import Grading
import Results
import Reviews
import Terminal

/// What one line does to a submission or a sheet: handing in, taking a seat, submitting and the like.
enum ReviewWork {
    static func handIn(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let rubric = try ContentFinding<Rubric>(environment).find(call.value("rubric") ?? "")
        let exhibits = try call.values("evidence").map {
            (word: String) throws(CommandFault) in try EvidenceFiles.exhibit(word)
        }
        let component = try component(call, environment)
        return try ReviewDesk.open(call, environment) { desk in
            let learner = try desk.register.person(call.argument("learner") ?? "")
            let kept = try desk.secretary.handIn(
                rubric, by: learner.id, as: call.value("id"), for: component,
                subjects: call.values("subject"), exhibits: exhibits)
            if call.flag("json") {
                environment.console.write(json: SubmissionPage(kept, desk).json)
            } else {
                environment.console.writeLine(
                    ("Handed in as \(kept.id), with \(counted(exhibits.count, "piece")) of "
                        + "evidence, to be scored by \(rubric.title).").terminalSafe())
            }
            return .done
        }
    }

    /// The component that the command line names, which a program has to have.
    private static func component(
        _ call: Invocation, _ environment: Environment
    ) throws -> String? {
        guard let word = call.value("for") else { return nil }
        let parts = word.split(separator: "/").map { String($0) }
        guard parts.count == 2 else {
            throw CommandFault(
                .usage, "\(CommandFault.quoted(word)) names no component",
                advice: "write PROGRAM/COMPONENT, such as module-210/lab-adr-writing")
        }
        let program = try ContentFinding<Program>(environment).find(parts[0])
        guard program.components.contains(where: { $0.id.text == parts[1] }) else {
            throw CommandFault(
                .noInput,
                "program '\(program.id)' has no component "
                    + CommandFault.quoted(parts[1]),
                suggestions: Suggestions.near(
                    parts[1], among: program.components.map(\.id.text)))
        }
        return "\(program.id)/\(parts[1])"
    }

    static func start(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try ReviewDesk.open(call, environment) { desk in
            let reviewer = try desk.reviewer()
            let seated = try desk.secretary.seat(
                reviewer.id, at: desk.submission(), role: call.value("role"),
                conflict: call.value("conflict"))
            var live = try desk.secretary.open(seated, as: reviewer.id)
            try desk.look(&live)
            let page = SubmissionPage(try desk.secretary.again(seated), desk)
            desk.say(page.head)
            desk.console.writeLine(
                "To score it: assay review score \(seated.id)\(desk.reviewerWords)")
            return .done
        }
    }

    static func submit(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try ReviewDesk.open(call, environment) { desk in
            var live = try desk.live()
            let lacks = try live.lacks()
            guard lacks.isEmpty else {
                throw CommandFault(
                    .no, "the sheet is not complete", details: lacks,
                    advice: "'assay review score \(live.submission.submission)' goes on with it")
            }
            try desk.carryOut(.submit, &live)
            desk.console.writeLine(SubmissionWords.submitted(live.review.revision))
            return .done
        }
    }

    static func withdraw(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try ReviewDesk.open(call, environment) { desk in
            var live = try desk.live()
            try desk.carryOut(.withdraw(reason: call.value("reason") ?? ""), &live)
            desk.console.writeLine("Withdrawn. The sheet counts no longer.")
            return .done
        }
    }

    static func revise(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        try ReviewDesk.open(call, environment) { desk in
            var live = try desk.live()
            try desk.carryOut(.revise(reason: call.value("reason") ?? ""), &live)
            desk.console.writeLine(
                "Open again. What was submitted counts until you submit anew.")
            return .done
        }
    }
}

extension ReviewDesk {
    /// The sheet that the command line means, as it stands.
    func live() throws -> LiveReview {
        try secretary.look(submission(), as: reviewer().id)
    }

    /// Keeps an event; a refusal is a fault.
    func carryOut(_ event: Review.Event, _ live: inout LiveReview) throws {
        if case .refuse(let refusal) = try live.receive(event) {
            throw CommandFault(.no, SubmissionWords.refusal(refusal))
        }
    }

    /// Looks whether the evidence is what was handed in, and notes it where that is news.
    func look(_ live: inout LiveReview) throws(ReviewFault) {
        guard live.review.state == .open else { return }
        try live.look(at: (live.submission.exhibits ?? []).map(EvidenceFiles.now))
    }

    /// What to add to a command so that it means the same reviewer and store.
    var reviewerWords: String {
        var words = ""
        if call.isGiven("reviewer"), let who = call.value("reviewer") {
            words += " --reviewer \(who.shellQuoted)"
        }
        if call.isGiven("store"), let path = call.value("store") {
            words += " --store \(path.shellQuoted)"
        }
        return words.terminalSafe()
    }
}

extension LiveReview {
    /// What the sheet still needs, a clause each.
    func lacks() throws(ReviewFault) -> [String] {
        let rubric = review.plan.rubric
        var lacks = try zip(review.plan.subjects.map { $0 as String? } + [nil], scores())
            .flatMap { subject, score in
                score.lacks.map { lack in
                    rubric.words(for: lack) + (subject.map { " of \($0)" } ?? "")
                }
            }
        let isAdjudication = kept.assignment.role == Panel.adjudicator
        if isAdjudication, review.overall == nil {
            lacks.append("words on the whole, as the reason")
        }
        return lacks
    }
}
