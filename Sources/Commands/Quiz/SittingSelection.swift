import Assessment
import Results
import Sittings

/// Which sittings a command line means: one of each quiz for each learner, from some day on.
struct SittingSelection {
    /// Nil where nothing says which of several attempts counts.
    let counting: QuizPolicy.Counting?
    /// Only what ended on this day or later; nil for everything.
    let since: Timestamp?

    init(_ call: Invocation) throws(CommandFault) {
        try self.init(
            call, counting: call.value("attempt").flatMap { QuizPolicy.Counting(rawValue: $0) })
    }

    /// For a command that knows which attempt counts.
    init(_ call: Invocation, counting: QuizPolicy.Counting?) throws(CommandFault) {
        self.counting = counting
        since = try call.value("since").map { word throws(CommandFault) in
            if let time = Timestamp(day: word) { return time }
            throw CommandFault(
                .usage, "\(CommandFault.quoted(word)) is no date",
                advice: "write it as in 2026-03-09")
        }
    }

    /// The one that counts of a learner's graded sittings of a quiz, in the order they began.
    ///
    /// Nil where that one ended too early: the best attempt does not become a worse one by being
    /// asked for later.
    func choose<Sitting>(
        among sittings: [Sitting], marks: (Sitting) -> Marks?, ended: (Sitting) -> Timestamp
    ) throws(Rational.Overflow) -> Sitting? {
        let standing = try (counting ?? .first).standing(among: sittings, marks: marks)
        return standing.flatMap { includes(ended($0)) ? $0 : nil }
    }

    /// Whether what ended then is meant.
    func includes(_ end: Timestamp) -> Bool { since.map { $0 <= end } ?? true }

    /// Says that a learner has so many sittings where nothing says which counts; nil where one does.
    func doubt(about sittings: Int, of quiz: String, by learner: Person?) -> String? {
        guard counting == nil, sittings > 1 else { return nil }
        let attempts = counted(sittings, "submitted attempt")
        return "learner '\(learner?.handle ?? "")' has \(attempts) of \(quiz)"
    }

    /// Refuses to choose among attempts in silence.
    func refuse(_ doubts: [String]) throws(CommandFault) {
        guard let first = doubts.first else { return }
        throw CommandFault(
            .usage, "\(first); choose --attempt first|best|last", details: Array(doubts.dropFirst())
        )
    }

    /// What a reader of the results has to know of it; nil where nothing is left out.
    var smallPrint: String? {
        since.map { "Only sittings that ended on \($0.day) or later." }
    }
}

extension SittingSelection {
    /// One sitting of each learner, of those who took the quiz.
    func choose(
        from results: QuizResults, of quiz: String, in register: Register
    ) throws -> [QuizResults.Graded] {
        var doubts: [String] = []
        let chosen = try results.chosen { sittings in
            let learner = register.person(sittings[0].record.learner)
            if let doubt = doubt(about: sittings.count, of: quiz, by: learner) {
                doubts.append(doubt)
            }
            return try choose(among: sittings, marks: \.grade.marks, ended: \.ended)
        }
        try refuse(doubts)
        return chosen
    }

    static let options = [
        OptionSpec(
            "attempt", nil, .value(.choice(["first", "best", "last"])), placeholder: "which",
            help: "Which attempt of a learner counts, where there are several."),
        since,
    ]

    static let since = OptionSpec(
        "since", nil, .value(.text), placeholder: "date",
        help: "Only sittings that ended on this day or later, as in 2026-03-09.")
}

extension KeptSitting {
    /// When it was handed in, or its time ran out; one that is open still has only a beginning.
    var ended: Timestamp { attempt.ended ?? record.time }
}
