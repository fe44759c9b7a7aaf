import Assessment
import Results
import Reviews
import Terminal

/// `assay review score`: one sheet, or one criterion of many.
enum ReviewScoring {
    static func score(_ call: Invocation, _ environment: Environment) throws -> ExitCode {
        let source = try AnswerSource(call, environment, option: "marks")
        return try ReviewDesk.open(call, environment) { desk in
            let reviewer = try desk.reviewer()
            if let criterion = call.value("criterion") {
                return try desk.scoreAll(criterion, by: reviewer, source)
            }
            let submission =
                try call.argument("submission").map { try desk.submission($0) }
                ?? desk.oldest(for: reviewer)
            return try desk.score(desk.secretary.open(submission, as: reviewer.id), source)
        }
    }
}

extension ReviewDesk {
    /// The oldest that the reviewer has not submitted.
    fileprivate func oldest(for reviewer: Person) throws -> KeptSubmission {
        let open = try secretary.queue(for: reviewer.id).filter {
            $0.state == .inProgress || $0.state == .waiting
        }
        // What was begun comes before what was not.
        if let entry = open.first(where: { $0.state == .inProgress }) ?? open.first {
            return entry.submission
        }
        throw CommandFault(
            .noInput, "\(reviewer.shownName) has nothing to score",
            advice: "'assay review queue' lists what there is")
    }

    /// Goes on with a sheet until it is submitted or left.
    func score(_ sheet: LiveReview, _ source: AnswerSource) throws -> ExitCode {
        var live = sheet
        guard live.review.state == .open else {
            let refusal: Review.Refusal =
                live.review.state == .submitted ? .submitted : .withdrawn
            throw CommandFault(.no, SubmissionWords.refusal(refusal))
        }
        try look(&live)
        if let screen = FullScreen(call, environment, source) {
            let scoring = try ScoringScreen(screen, self, [live])
            let leaving = try scoring.run()
            try scoring.checkSaved()
            return try ended(leaving, scoring.sheets[0])
        }
        say(SubmissionPage(try submission(live.submission.submission), self).head)
        var face = ReviewFace(live, source, environment)
        return try ended(face.run(), face.live)
    }

    /// Asks for one criterion of everything the reviewer has open, the oldest first.
    fileprivate func scoreAll(
        _ criterion: String, by reviewer: Person, _ source: AnswerSource
    ) throws -> ExitCode {
        var source = source
        let entries = try secretary.queue(for: reviewer.id)
        let id = Criterion.ID(criterion)
        // What a rubric asks depends on the seat.
        let meant = entries.filter { entry in
            [.waiting, .inProgress].contains(entry.state)
                && entry.submission.review(by: reviewer.id)?.review.plan.places.contains { place in
                    if case .criterion(let asked, _) = place { asked == id } else { false }
                } ?? false
        }
        guard let id, !meant.isEmpty else {
            let known = entries.flatMap(\.submission.rubric.allCriteria).map(\.id.text)
            throw CommandFault(
                .noInput, "nothing that is open asks for \(CommandFault.quoted(criterion))",
                suggestions: Suggestions.near(criterion, among: Array(Set(known)).sorted()),
                advice: "'assay review queue' lists what there is")
        }
        if let screen = FullScreen(call, environment, source) {
            let sheets = try meant.map { try secretary.look($0.submission, as: reviewer.id) }
            let scoring = try ScoringScreen(screen, self, sheets, only: id)
            let leaving = try scoring.run()
            try scoring.checkSaved()
            console.writeLine("Everything is saved; nothing is submitted.")
            if case .signal(let number) = leaving { return .signal(number) }
            return .done
        }
        for (number, entry) in meant.enumerated() {
            var live = try secretary.open(entry.submission, as: reviewer.id)
            try look(&live)
            console.write("\n")
            console.writeLine(
                "Submission \(number + 1) of \(meant.count): \(entry.submission.id)"
                    .terminalSafe())
            say(SubmissionPage(entry.submission, self).head)
            var face = ReviewFace(live, source, environment, only: id)
            let leaving = try face.run()
            source = face.source
            guard leaving == .through else { return try ended(leaving, face.live) }
        }
        console.writeLine("That was the last one. Everything is saved; nothing is submitted.")
        return .done
    }

    /// Says where the sheet is, and how to go on with it.
    private func ended(_ leaving: ReviewFace.Leaving, _ live: LiveReview) throws -> ExitCode {
        let id = live.submission.submission
        if leaving == .submitted {
            console.writeLine(SubmissionWords.submitted(live.review.revision))
            return .done
        }
        let progress = live.kept.progress
        console.writeLine(
            "Saved, \(progress.done) of \(progress.all) marked. To go on: assay review score "
                + "\(id.terminalSafe())\(reviewerWords)")
        switch leaving {
        case .submitted, .quit, .through: return .done
        case .signal(let number): return .signal(number)
        // Marks may come in parts, and handing in has a command of its own.
        case .inputEnded: return .done
        case .misread(let line, let text):
            throw CommandFault(
                .badData, "line \(line) of the marks was not understood: \(text)",
                advice: "what came before is saved")
        }
    }
}
