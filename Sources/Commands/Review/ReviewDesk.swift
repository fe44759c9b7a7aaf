import Assessment
import Content
import Results
import Reviews
import Sittings

/// The store, everybody in it, and the work that was handed in, for as long as one command needs.
struct ReviewDesk {
    let call: Invocation
    let environment: Environment
    let secretary: Secretary
    let register: Register
    private let path: String

    /// Opens the store for as long as the body runs, and words what it could not do.
    static func open<Answer>(
        _ call: Invocation, _ environment: Environment, _ body: (ReviewDesk) throws -> Answer
    ) throws -> Answer {
        let place = try CommandStore(call, environment)
        // A store is made by adding people: without one there is nothing to review.
        try place.reading { _ in }
        return try place.writing { store in
            let register = try Register(store)
            let desk = ReviewDesk(
                call: call, environment: environment,
                secretary: Secretary(
                    store: store, author: environment.user, clock: { environment.now },
                    newBits: { environment.newID(Secretary.self).bits }), register: register,
                path: place.path)
            return try desk.wording { try body(desk) }
        }
    }

    /// Words what the body could not do, where it is known why.
    func wording<Answer>(_ body: () throws -> Answer) throws -> Answer {
        do {
            return try body()
        } catch let fault as ReviewFault {
            throw worded(fault, at: path)
        } catch let fault as SittingFault {
            throw SittingDesk.worded(fault, at: path, in: environment)
        } catch is Rational.Overflow {
            throw CommandFault(.badData, "the marks are too fine to add up exactly")
        }
    }

    var console: Console { environment.console }

    // MARK: Who and what

    /// Whom the command line names, or the only reviewer there is.
    func reviewer() throws(CommandFault) -> Person {
        if let word = call.value("reviewer") { return try register.person(word) }
        let reviewers = register.named.filter { $0.roles.contains(.reviewer) }
        if reviewers.count == 1 { return reviewers[0] }
        throw CommandFault(
            .usage, "it is not known who reviews",
            details: reviewers.prefix(10).map { "\($0.handle)  \($0.shownName)" },
            advice: "name somebody with --reviewer, or in ASSAY_REVIEWER")
    }

    /// The submission that a word means: its id, or a beginning that no other has.
    func submission(_ word: String) throws -> KeptSubmission {
        let all = try secretary.submissions()
        let fitting = all.filter { $0.id == word }
        let found = fitting.isEmpty ? all.filter { $0.id.hasPrefix(word) } : fitting
        if found.count == 1, !word.isEmpty { return found[0] }
        guard found.isEmpty else {
            throw CommandFault(
                .usage, "\(CommandFault.quoted(word)) may be any of \(found.count) submissions",
                details: found.prefix(10).map(\.id), advice: "name one by its whole id")
        }
        throw CommandFault(
            .noInput, "there is no submission \(CommandFault.quoted(word))",
            suggestions: Suggestions.near(word, among: all.map(\.id)),
            advice: "'assay review queue --all' lists them")
    }

    /// The submission that the command line names.
    func submission() throws -> KeptSubmission {
        try submission(call.argument("submission") ?? "")
    }

    /// What to call a person in a list: never an empty word.
    func name(of person: Person.ID) -> String { register.name(of: person) }

    // MARK: Faults

    private func worded(_ fault: ReviewFault, at path: String) -> CommandFault {
        switch fault {
        case .store(let fault): CommandFault(fault, at: path, in: environment, isWrite: true)
        case .content(let fault):
            CommandFault(.badData, fault.description, advice: "run: assay store verify")
        case .editedInUse(let edit): edit.fault
        case .badID(let text):
            CommandFault(
                .usage, "\(CommandFault.quoted(text)) cannot be an id",
                advice: "use letters, digits, dots, hyphens and underscores, 64 at most")
        case .takenID(let text):
            CommandFault(
                .no, "there is a submission \(CommandFault.quoted(text)) already",
                advice: "call this one otherwise with --id")
        case .ownWork: CommandFault(.no, "nobody scores work of their own")
        case .noSeat(let roles):
            CommandFault(
                .usage, "it is not said which seat to take", details: roles,
                advice: "name one of these with --role")
        case .undeclared(let conflicts):
            CommandFault(
                .usage, "it is not said whether there is a conflict of interest",
                details: conflicts.map { "\($0.id): the reviewer \($0.description)" },
                advice: "say --conflict none, or which of these there is")
        case .barred(let conflict):
            CommandFault(
                .no, "who \(conflict.description) may not score this work",
                advice: "somebody else has to take the seat")
        case .notDisputed:
            CommandFault(
                .no, "there is nothing to settle",
                advice: "'assay panel show' tells where the panel stands")
        case .hasReviewed:
            CommandFault(.no, "whoever settles it has to be somebody else than the reviewers")
        case .notSeated:
            CommandFault(
                .no, "the reviewer has no seat on this panel",
                advice: "'assay review start' takes one")
        case .notDecided:
            CommandFault(
                .no, "there is no verdict yet",
                advice: "'assay panel show' tells what is missing")
        case .notScorable(let rubric):
            CommandFault(.badData, "the numbers of rubric '\(rubric)' are too large to add up")
        }
    }
}

extension RubricEdit {
    /// That the rubric is in use, what the edit would do, and to whose sheets.
    fileprivate var fault: CommandFault {
        let sheets = counted(affected.count, "sheet")
        let effect =
            switch impact {
            case .none, .wording: "it would leave every mark as it is"
            case .levelAdded: "marks would stand, though some might be given otherwise"
            case .computedAgain: "\(sheets) would have to be computed again"
            case .someByHand: "\(sheets) would have to be marked again by hand"
            case .allByHand: "\(sheets) would have to be completed by hand"
            }
        return CommandFault(
            .no, "version \(version) of rubric '\(rubric)' is in use with another text",
            details: [effect] + affected.map { "sheet \($0)" },
            advice: "give the new text a version of its own")
    }
}
