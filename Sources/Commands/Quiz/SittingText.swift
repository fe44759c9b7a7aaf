import Assessment
import Content
import Grading
import Sittings
import Terminal

/// Sentences about a sitting, the same in every place that says them.
enum SittingText {
    /// "14 minutes left", or seconds where few are.
    static func words(_ left: Duration) -> String {
        let seconds = Int(left.components.seconds)
        if seconds < 120 { return counted(seconds, "second") }
        let minutes = (seconds + 30) / 60
        if minutes < 120 { return counted(minutes, "minute") }
        let hours = (seconds + 1_800) / 3_600
        return hours < 72 ? counted(hours, "hour") : counted((hours + 12) / 24, "day")
    }

    static func timeLeft(_ left: TimeLeft) -> String? {
        switch left {
        case .unlimited: nil
        case .left(let time): "\(words(time)) left."
        case .grace, .out: "Time is up."
        }
    }

    /// "2 unanswered (4, 17), 1 flagged (9)"; of three or more in a row the first and the last.
    static func state(unanswered: [Int], flagged: [Int]) -> String {
        func list(_ places: [Int]) -> String {
            var runs: [ClosedRange<Int>] = []
            for place in places {
                if let run = runs.last, run.upperBound == place - 1 {
                    runs[runs.count - 1] = run.lowerBound...place
                } else {
                    runs.append(place...place)
                }
            }
            let words = runs.flatMap { run in
                run.count < 3
                    ? run.map { "\($0 + 1)" } : ["\(run.lowerBound + 1) to \(run.upperBound + 1)"]
            }
            return words.isEmpty ? "" : " (" + words.joined(separator: ", ") + ")"
        }
        return "\(unanswered.count) unanswered\(list(unanswered)), "
            + "\(flagged.count) flagged\(list(flagged))"
    }

    /// "2026-03-09 14:05 UTC".
    static func time(_ time: Timestamp) -> String {
        let text = time.description
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5) + " UTC"
    }

    /// "Passed: 17 of 20 (85%), pass mark 16."
    static func verdict(_ verdict: Verdict, _ marks: Marks, _ passMark: Rational) -> String {
        let score = marks.text(passMark: passMark)
        let cut = try? passMark * marks.possible
        let mark = cut.map { ", pass mark \($0)" } ?? ""
        switch verdict {
        case .passed: return "Passed: \(score)\(mark)."
        case .notPassed:
            guard let cut, let missing = try? cut - marks.earned else {
                return "Not passed: \(score)\(mark)."
            }
            return "Not passed: \(score)\(mark); \(missing.shortText) more needed."
        case .undecided:
            return "Not decided yet: \(score) so far\(mark). A reviewer has to score the rest."
        }
    }

    /// "2026-03-09 14:05:10 UTC for 12 seconds: something else was in front".
    static func absence(_ absence: Absence) -> String {
        let reason =
            switch absence.kind {
            case .leftScreen: "something else was in front"
            case .paused: "the quiz was left or stopped"
            case .cutOff: "the program ended without a word"
            }
        let time = absence.start.time.description
        let length = absence.length.map { " for \(words($0))" } ?? ""
        return "\(time.prefix(10)) \(time.dropFirst(11).prefix(8)) UTC\(length): \(reason)"
    }

    static func counting(_ rule: QuizPolicy.Counting) -> String {
        switch rule {
        case .best: "The best attempt counts."
        case .first: "The first attempt counts."
        case .last: "The last attempt counts."
        }
    }

    static func refusal(_ refusal: Attempt.Refusal) -> String {
        switch refusal {
        case .notBegun, .alreadyBegun, .away: "The quiz is not on screen."
        case .over: "The quiz is over."
        case .timeIsUp: "Time is up: nothing can be changed any more."
        case .notInSitting: "This quiz does not ask that."
        case .behind: "This quiz lets nobody go back."
        case .ahead: "That question has not come yet."
        case .settled: "What was right has been shown: this answer stands."
        case .unanswered: "There is no answer yet."
        case .settlesNothing: "This quiz shows what was right only later."
        case .nothingToUndo: "There is nothing to undo."
        case .nothingToRedo: "There is nothing to redo."
        }
    }
}

extension Rational {
    /// With two decimals at most, never rounded down to nothing.
    fileprivate var shortText: String {
        Rational.hundred.numerator % denominator == 0
            ? description : rounded(toDecimals: 2, neverAcross: .zero)
    }
}

/// What a learner has to know before a quiz starts.
struct RulesPage {
    let quiz: Quiz
    let bank: Bank
    /// 1 for the first; nil where none is to begin.
    var attempt: Int?

    var page: Page {
        let policy = quiz.policy
        var page = Page()
        page.heading(quiz.title)
        page.paragraph(quiz.description)
        page.space()
        page.item("-", "\(counted(quiz.length, "question")); \(cut).")
        if let limit = policy.timeLimit {
            let words = SittingText.words(Duration(limit))
            page.item(
                "-",
                policy.clock == .wall
                    ? "\(words) from the start, also while you are away; "
                        + "then it is handed in as it stands."
                    : "\(words) while a question is on screen; then it is handed in as it stands.")
        } else {
            page.item("-", "There is no time limit.")
        }
        var attempts = policy.attempts.map { counted($0, "attempt") } ?? "Any number of attempts"
        if let attempt {
            attempts = "Attempt \(attempt)" + (policy.attempts.map { " of \($0)" } ?? "")
        }
        if let wait = policy.wait { attempts += ", \(SittingText.words(Duration(wait))) apart" }
        page.item("-", "\(attempts). \(SittingText.counting(policy.counting))")
        page.item("-", feedback)
        if policy.isProctored { page.item("-", "Leaving the screen is recorded, with the time.") }
        if !policy.allowsBacktracking { page.item("-", "You cannot go back to a question.") }
        page.item("-", "Every answer is saved at once; you can leave and come back.")
        return page
    }

    /// In points where every draw is worth the same, and else as a share.
    private var cut: String {
        let points = Set(bank.cut(to: quiz).items.map(\.points))
        guard let each = points.first, points.count == 1,
            let possible = try? each * Rational(quiz.length),
            let cut = try? quiz.passMark * possible
        else { return "\(quiz.passMark.shareText) of the points pass" }
        var text = "\(cut) of \(possible) points pass"
        if !cut.isWhole {
            text += ", so \(cut.numerator / cut.denominator + 1) where every answer counts whole"
        }
        return text
    }

    private var feedback: String {
        if quiz.policy.waitsForRelease { return "Results are shown once they are released." }
        return switch quiz.policy.feedback {
        case .afterSubmit: "What was right is shown after you hand in."
        case .afterEach: "What was right can be shown after each answer, which then stands."
        case .never: "The score is shown after you hand in, and not what was right."
        case .afterRelease: "Results are shown once they are released."
        }
    }
}
