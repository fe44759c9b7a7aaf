import Assessment
import Results
import Reviews
import Terminal

/// Takes a reviewer through a sheet line by line: nothing is redrawn, and what is said is saved, is.
struct ReviewFace: Speaker {
    /// How the reviewer, or the world, left it.
    enum Leaving: Hashable {
        case submitted
        case quit
        /// Every place that was asked for has been gone through.
        case through
        case inputEnded
        case signal(Int32)
        case misread(line: Int, String)
    }

    struct Stop: Error {
        let leaving: Leaving
    }

    var live: LiveReview
    var source: AnswerSource
    let environment: Environment
    /// What is asked for; of a sheet that is scored criterion by criterion, one place for a subject.
    let places: [ReviewStep.Place]
    /// Counted from 0; beyond the last place stands the overview.
    var index: Int
    var mustShow = true

    init(
        _ live: LiveReview, _ source: AnswerSource, _ environment: Environment,
        only criterion: Criterion.ID? = nil
    ) {
        self.live = live
        self.source = source
        self.environment = environment
        let all = live.review.plan.places
        places =
            criterion.map { id in
                all.filter { if case .criterion(id, _) = $0 { true } else { false } }
            } ?? all
        isWhole = criterion == nil
        index = places.firstIndex(of: live.review.place) ?? 0
    }

    /// Whether the whole sheet is asked for, rather than one criterion of it.
    let isWhole: Bool

    mutating func run() throws -> Leaving {
        do {
            while true {
                if index < places.count {
                    try ask(places[index])
                } else if isWhole {
                    try askOverview()
                } else {
                    return .through
                }
            }
        } catch let stop as Stop {
            return stop.leaving
        }
    }

    var rubric: Rubric { live.review.plan.rubric }

    /// Puts a prompt and waits for a line.
    mutating func line(after prompt: String) throws -> String {
        let console = environment.console
        let lines = Prosewrap(width: console.width).lines(of: prompt)
        console.write(lines.joined(separator: "\n") + " ")
        console.output.flush()
        switch source.next(within: nil) {
        case .line(let line):
            if !source.isPerson { console.write("\n") }
            return line
        case .stop:
            environment.stop()
            return try self.line(after: prompt)
        case .signal(let number):
            console.write("\n")
            throw Stop(leaving: .signal(number))
        case .end, .timeOut:
            console.write("\n")
            throw Stop(leaving: source.isPerson ? .quit : .inputEnded)
        }
    }

    /// A line that was not understood is asked for again, but of no script.
    mutating func misread(_ text: String) throws {
        guard source.isPerson else {
            throw Stop(leaving: .misread(line: source.lineNumber, text))
        }
        say(text)
    }

    // MARK: Keeping

    /// Makes an event durable; where that fails, says so and lets the reviewer try again.
    ///
    /// Whether it was taken.
    @discardableResult
    mutating func keep(_ event: Review.Event) throws -> Bool {
        while true {
            do {
                let action = try live.receive(event)
                if case .refuse(let refusal) = action {
                    try misread(SubmissionWords.refusal(refusal).sentence)
                    return false
                }
                return true
            } catch let fault as ReviewFault {
                guard let cause = fault.store, source.isPerson, cause.kind != .refused else {
                    throw fault
                }
                let state = cause.outcome == .unknown ? "may not be saved" : "is NOT saved"
                say("Your last line \(state): \(cause.message).")
                let answer = try line(after: "Enter to try again, q to quit without it:")
                if answer.trimmed == "q" { throw fault }
            }
        }
    }
}

extension String {
    /// A clause as a sentence.
    var sentence: String { (first.map { $0.uppercased() + dropFirst() } ?? self) + "." }
}
