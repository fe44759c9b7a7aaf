import Assessment
import Content
import Grading
import Screens
import Sittings
import Terminal

/// Sentences about what a sitting came to, the same in every place that says them.
enum SittingText {
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
        let length = absence.length.map { " for \($0.words)" } ?? ""
        return "\(time.prefix(10)) \(time.dropFirst(11).prefix(8)) UTC\(length): \(reason)"
    }

    static func counting(_ rule: QuizPolicy.Counting) -> String {
        switch rule {
        case .best: "The best attempt counts."
        case .first: "The first attempt counts."
        case .last: "The last attempt counts."
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
        page.item("-", policy.clockText)
        var attempts = policy.attempts.map { counted($0, "attempt") } ?? "Any number of attempts"
        if let attempt {
            attempts = "Attempt \(attempt)" + (policy.attempts.map { " of \($0)" } ?? "")
        }
        if let wait = policy.wait { attempts += ", \(Duration(wait).words) apart" }
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
