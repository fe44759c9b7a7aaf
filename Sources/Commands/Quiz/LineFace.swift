import Assessment
import Grading
import Results
import Screens
import Sittings
import Terminal

/// Takes a learner through a sitting line by line: nothing is redrawn, and every default is said.
struct LineFace: Speaker {
    /// How the learner, or the world, left it.
    enum Leaving: Hashable {
        case over
        case quit
        case inputEnded
        case signal(Int32)
        /// A script's line that was not understood; nobody is there to be asked again.
        case misread(line: Int, String)
    }

    /// Where the sitting was when something stopped it.
    struct Stop: Error {
        let leaving: Leaving
    }

    var live: LiveSitting
    var source: AnswerSource
    let environment: Environment
    let glyphs: Glyphs
    /// Nil for the overview after the last question.
    var place: Int?
    var part = 0
    var mustShow = true
    /// Whether a script answers by the names of items, whatever question comes first.
    var namesItems = false
    /// Until when the time was watched for warnings.
    var watched: Moment

    init(
        _ live: LiveSitting, _ source: AnswerSource, _ environment: Environment, _ glyphs: Glyphs
    ) {
        self.live = live
        self.source = source
        self.environment = environment
        self.glyphs = glyphs
        place = live.place
        watched = live.now
    }

    /// Runs until the sitting is over or left; what it says is saved, is.
    mutating func run() throws -> Leaving {
        do {
            while true {
                try watchTime()
                if live.isOver { return .over }
                if let place { try ask(place) } else { try askOverview() }
            }
        } catch let stop as Stop {
            return stop.leaving
        }
    }

    /// Puts a prompt and waits for a line; the time is watched meanwhile.
    mutating func line(after prompt: String) throws -> String {
        let console = environment.console
        let lines = Prosewrap(width: console.width).lines(of: prompt)
        console.write(lines.joined(separator: "\n") + " ")
        console.output.flush()
        while true {
            let input = source.next(within: patience)
            if case .line(let line) = input {
                if !source.isPerson { console.write("\n") }
                return line
            }
            if case .timeOut = input {
                let isUp = try keep(.look) != nil && live.isOver || isTimeUp
                guard isUp else { continue }
                console.write("\n")
                try watchTime()
                throw Stop(leaving: .over)
            }
            if case .stop = input {
                try suspend()
                console.write(lines.joined(separator: "\n") + " ")
                console.output.flush()
                continue
            }
            console.write("\n")
            if case .signal(let number) = input { throw Stop(leaving: .signal(number)) }
            throw Stop(leaving: source.isPerson ? .quit : .inputEnded)
        }
    }

    /// Stops until somebody brings the program back; the time away is on the disk.
    private mutating func suspend() throws {
        for event in [Attempt.Event.leftScreen, .pause] { try keep(event) }
        environment.stop()
        try keep(.resume)
        try watchTime()
        if live.isOver { throw Stop(leaving: .over) }
    }

    /// A line that was not understood is asked for again, but of no script.
    mutating func misread(_ text: String) throws {
        guard source.isPerson else {
            throw Stop(leaving: .misread(line: source.lineNumber, text))
        }
        say(text)
    }

    // MARK: Time

    private var timeLeft: TimeLeft { live.attempt.timeLeft(at: live.now) }

    private var isTimeUp: Bool {
        switch timeLeft {
        case .grace, .out: true
        case .unlimited, .left: false
        }
    }

    /// How long to wait for a line before the clock has to be looked at.
    private var patience: Duration? {
        let life = live.quiz.policy.clock == .active ? Attempt.signOfLife : nil
        guard case .left(let left) = timeLeft else { return life }
        // A little longer, since the deadline itself is in time.
        let end = left + .milliseconds(50)
        return min(end, life ?? end)
    }

    /// Says warnings that came due, and hands in when the time is up.
    mutating func watchTime() throws {
        let now = live.now
        if let warning = live.attempt.clock.warning(after: watched, until: now) {
            say(warning.text + ".")
        }
        watched = now
        switch timeLeft {
        case .grace:
            try keep(.submit)
            say("Time is up. Your answers are handed in as they were saved.")
        // The result says then that the time ran out.
        case .out: try keep(.look)
        case .unlimited, .left: break
        }
    }

    // MARK: Keeping

    /// Makes an event durable; where that fails, says so and lets the learner try again.
    @discardableResult
    mutating func keep(
        _ event: Attempt.Event, called name: String = "your last step"
    ) throws -> Attempt.Action? {
        while true {
            let fault: SittingFault
            do throws(SittingFault) {
                return try live.receive(event)
            } catch {
                fault = error
            }
            if let cause = fault.store {
                guard source.isPerson, cause.kind != .leased else { throw fault }
                let unsaved = Unsaved(cause.outcome)
                say("\(name.capitalizedFirst) \(unsaved.text): \(cause.message).")
                let answer = try line(after: "Enter to try again, q to quit without it:")
                if answer.trimmed == "q" { throw fault }
            } else {
                throw fault
            }
        }
    }

    mutating func refused(_ action: Attempt.Action?) throws -> Bool {
        guard case .refuse(let refusal) = action else { return false }
        // The time is looked at before the next question, and says it better.
        if case .over = refusal { return true }
        if case .timeIsUp = refusal { return true }
        try misread(refusal.text(live.items) + ".")
        return true
    }
}

extension Unsaved {
    init(_ outcome: StoreFault.Outcome) { self = outcome == .unknown ? .perhaps : .surely }
}

extension String {
    fileprivate var capitalizedFirst: String {
        first.map { $0.uppercased() + dropFirst() } ?? self
    }
}
