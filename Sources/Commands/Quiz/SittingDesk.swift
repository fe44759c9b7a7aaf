import Assessment
import Content
import Results
import Screens
import Sittings
import Terminal

/// The store, a learner, and what one command does with the learner's sittings.
struct SittingDesk: Speaker {
    let call: Invocation
    let environment: Environment
    let learner: Person
    private var held: Invigilator?

    init(_ call: Invocation, _ environment: Environment, _ learner: Person) {
        self.call = call
        self.environment = environment
        self.learner = learner
    }

    /// Opens the store for as long as the body runs, and words what it could not do.
    func open(_ body: (SittingDesk) throws -> ExitCode) throws -> ExitCode {
        try Self.opening(call, environment) { invigilator in
            var desk = self
            desk.held = invigilator
            return try body(desk)
        }
    }

    /// The same for whoever looks after the sittings of many.
    static func opening<Answer>(
        _ call: Invocation, _ environment: Environment, _ body: (Invigilator) throws -> Answer
    ) throws -> Answer {
        let place = try CommandStore(call, environment)
        return try place.writing { store in
            do {
                return try body(invigilator(store, environment))
            } catch let fault as SittingFault {
                throw worded(fault, at: place.path, in: environment)
            }
        }
    }

    static func invigilator(
        _ store: any ResultsStore, _ environment: Environment
    ) -> Invigilator {
        Invigilator(
            store: store,
            surroundings: Surroundings(
                author: environment.user, holder: environment.machine.holder,
                clock: { environment.moment }, chance: { environment.newNumber() },
                isRunning: environment.machine.isRunning))
    }

    var glyphs: Glyphs {
        Glyphs(choosingASCII: call.flag("ascii"), variable: environment.variable)
    }

    private var invigilator: Invigilator {
        guard let held else { preconditionFailure("the store is opened first") }
        return held
    }

    var sittings: [KeptSitting] {
        get throws { try invigilator.sittings(of: learner.id) }
    }

    /// The sitting that the command line names by the beginning of its id, or else the last one.
    func pick(
        _ sittings: [KeptSitting], otherwise message: String, advice: String
    ) throws(CommandFault) -> KeptSitting {
        guard let word = call.argument("sitting") else {
            if let last = sittings.last { return last }
            throw CommandFault(.noInput, "\(message) of \(learner.shownName)", advice: advice)
        }
        let fitting = sittings.filter { $0.record.id.description.hasPrefix(word.lowercased()) }
        if fitting.count == 1 { return fitting[0] }
        throw CommandFault(
            .noInput,
            "\(fitting.isEmpty ? "no" : "more than one") sitting of \(learner.shownName) has the id "
                + CommandFault.quoted(word), details: sittings.map { "\($0.record.id)" },
            advice: advice)
    }

    // MARK: Taking

    func take(_ found: FoundQuiz, _ source: AnswerSource) throws -> ExitCode {
        let kept = try invigilator.sittings(of: learner.id, quiz: found.name)
        if let open = kept.first(where: \.isOpen) { return try resume(open, source) }
        let beginning = invigilator.beginning(
            of: found.quiz, of: found.bank, after: kept.map(\.asEarlier))
        guard case .allowed(let plan) = beginning else {
            throw SittingFault.notNow(beginning)
        }
        try ProctorCode.open(found.name, call, environment, by: invigilator)
        let rules = RulesPage(quiz: found.quiz, bank: found.bank, attempt: plan.attempt).page
        if let screen = FullScreen(call, environment, source) {
            return try begin(found, on: screen, showing: rules)
        }
        if source.isPerson { environment.console.write("\n") }
        say(rules)
        if source.isPerson {
            environment.console.write("\n")
            guard let line = try environment.answer("Enter to start, q to leave:"),
                line.trimmed.isEmpty
            else {
                environment.console.writeLine("Nothing was begun.")
                return .done
            }
        }
        return try run(begun(found), source)
    }

    func begun(_ found: FoundQuiz) throws(SittingFault) -> LiveSitting {
        try invigilator.begin(found.quiz, of: found.bank, by: learner.id)
    }

    func resume(_ sitting: KeptSitting, _ source: AnswerSource) throws -> ExitCode {
        try ProctorCode.open(sitting.record.quiz, call, environment, by: invigilator)
        let live = try invigilator.resume(sitting, takingOver: call.flag("take-over"))
        if !live.isOver, let screen = FullScreen(call, environment, source) {
            return try run(live, on: screen)
        }
        if !live.isOver {
            environment.console.writeLine(
                "Going on with \(live.quiz.title), question \(live.place + 1).".terminalSafe())
            if let left = live.attempt.timeLeft(at: live.now).text {
                environment.console.writeLine(left + ".")
            }
        }
        return try run(live, source)
    }

    private func run(_ live: LiveSitting, _ source: AnswerSource) throws -> ExitCode {
        var face = LineFace(live, source, environment, glyphs)
        let leaving = try face.run()
        if face.live.isOver {
            try? face.live.leave()
            return try finish(face.live.record)
        }
        try face.live.leave()
        if face.live.isOver { return try finish(face.live.record) }
        return try saved(face.live, leaving)
    }

    /// Says where the sitting is, and how to go on with it.
    func saved(_ live: LiveSitting, _ leaving: LineFace.Leaving) throws -> ExitCode {
        environment.console.writeLine(
            "Saved at question \(live.place + 1). To go on: \(resumeLine(live.record))")
        switch leaving {
        case .over, .quit: return .done
        case .signal(let number): return .signal(number)
        case .inputEnded:
            throw CommandFault(
                .badData, "the answers ended before the quiz was handed in",
                advice: "what was answered is saved; the last line has to be: submit")
        case .misread(let line, let text):
            throw CommandFault(
                .badData, "line \(line) of the answers was not understood: \(text)",
                advice: "what was answered before is saved")
        }
    }

    /// What to type to go on with this sitting and no other.
    private func resumeLine(_ record: SittingRecord) -> String {
        var words = ["\(environment.program.shellQuoted) quiz resume"]
        let open = (try? sittings.filter(\.isOpen)) ?? []
        if open.last?.record.id != record.id { words.append(record.id.description) }
        if call.isGiven("learner") { words.append("--learner \(learner.handle.shellQuoted)") }
        if call.isGiven("store"), let path = call.value("store") {
            words.append("--store \(path.shellQuoted)")
        }
        return words.joined(separator: " ").terminalSafe()
    }

    // MARK: What it came to

    private func finish(_ record: SittingRecord) throws -> ExitCode {
        guard let kept = try sittings.first(where: { $0.record.id == record.id }) else {
            return .internalFault
        }
        environment.console.write("\n")
        return try show(kept)
    }

    /// The result as the quiz lets it be seen; the code is a clear no only where the screen is.
    func show(_ sitting: KeptSitting, asJSON: Bool = false) throws -> ExitCode {
        let review = try review(sitting)
        if asJSON {
            environment.console.write(json: ReviewJSON(review, sitting).json)
        } else {
            say(page(of: review, sitting).page)
        }
        return review.verdict == .notPassed ? .no : .done
    }

    func page(of review: SittingReview, _ sitting: KeptSitting) -> ReviewPage {
        ReviewPage(
            review: review, quiz: sitting.quiz, name: sitting.record.quiz, glyphs: glyphs)
    }

    func review(_ sitting: KeptSitting) throws -> SittingReview {
        let earlier = try sittings.filter { $0.record.quiz == sitting.record.quiz }
        if let review = try SittingReview(sitting, among: earlier.map(\.asEarlier)) {
            return review
        }
        throw CommandFault(
            .noInput, "this sitting is open", advice: "'assay quiz resume' goes on with it")
    }

    // MARK: Faults

    static func worded(
        _ fault: SittingFault, at path: String, in environment: Environment
    ) -> CommandFault {
        switch fault {
        case .store(let fault):
            CommandFault(fault, at: path, in: environment, isWrite: fault.kind != .leased)
        case .content(let fault):
            CommandFault(.badData, fault.description, advice: "run: assay store verify")
        case .lacksItems(let name):
            CommandFault(
                .badData, "the kept copy of \(name) lacks what was asked",
                advice: "run: assay store verify")
        case .notGradable(let name):
            CommandFault(.badData, "the points of \(name) are too large to add up")
        case .notNow(let beginning): worded(beginning)
        }
    }

    private static func worded(_ beginning: Beginning) -> CommandFault {
        switch beginning {
        case .allowed, .resume:
            CommandFault(.locked, "another terminal just began this quiz", advice: "take it again")
        case .attemptsUsedUp(let allowed):
            CommandFault(
                .no, "\(allowed == 1 ? "the only attempt is" : "all \(allowed) attempts are") used",
                advice: "'assay quiz review' shows the last one")
        case .notBefore(let time):
            CommandFault(
                .no, "the next attempt may begin at \(SittingText.time(time))",
                advice: "'assay quiz review' shows the last one")
        case .poolTooSmall(let fault): CommandFault(.badData, fault.description)
        }
    }
}

extension String {
    /// As a shell reads it back.
    var shellQuoted: String {
        let isPlain = utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                || "-_./@".utf8.contains($0)
        }
        return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
