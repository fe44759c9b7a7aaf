import Assessment
import Testing

/// A sitting of the items a to e on a machine whose clocks a test sets.
struct Scene {
    private(set) var attempt: Attempt
    private(set) var steps: [Step] = []
    private(set) var last = "-"
    /// Wall time starts at a million seconds, uptime at a thousand.
    var wall = Duration.zero
    var uptime = Duration.zero
    var boot = 1

    init(
        _ policy: QuizPolicy = QuizPolicy(), items: String = "a b c d e", _ script: String = ""
    ) throws {
        attempt = Attempt(
            SittingPlan(
                policy: policy, attempt: 1, seed: 1,
                items: items.split(separator: " ").compactMap { Item.ID(String($0)) }))
        try play(script)
    }

    var now: Moment {
        Moment(
            time: Timestamp(microseconds: 1_000_000_000_000).advanced(by: wall),
            uptime: Timestamp(microseconds: 1_000_000_000).advanced(by: uptime).microseconds,
            boot: "boot-\(boot)")
    }

    /// Words with commas between them. `^` begins, `~` resumes, `+a x 3` answers item a with option
    /// x, quite sure, `-a` clears, `=a` settles, `!a` and `?a` flag and unflag, `@a` moves, `<` and
    /// `>` undo and redo, `l` leaves the screen, `i` comes back in, `p` pauses, `k` looks, `.` submits, `x` gives up.
    /// `t90` lets both clocks run to 90 seconds, `w-5` sets the wall clock back by 5, `b` restarts
    /// the machine and `c` ends the program unseen.
    mutating func play(_ script: String) throws {
        for word in script.split(separator: ",") { try play(word: word) }
    }

    private mutating func play(word: Substring) throws {
        let sign = try #require(word.first)
        let rest = String(word.dropFirst())
        switch sign {
        case "t":
            let passed = Duration.microseconds(Int64(try #require(Double(rest)) * 1e6)) - uptime
            wall += passed
            uptime += passed
        case "w": wall += .seconds(try #require(Int(rest)))
        case "b":
            boot += 1
            attempt = Attempt(attempt.plan, steps)
        case "c": attempt = Attempt(attempt.plan, steps)
        default:
            let action = attempt.receive(try Self.event(sign, rest), at: now)
            steps += action.steps
            last = Self.text(action)
        }
    }

    static func event(_ sign: Character, _ rest: String) throws -> Attempt.Event {
        let words = rest.split(separator: " ").map { String($0) }
        let item = words.first.flatMap { Item.ID($0) }
        switch sign {
        case "^": return .begin
        case "~": return .resume
        case "<": return .undo(item)
        case ">": return .redo(item)
        case "l": return .leftScreen
        case "i": return .cameBack
        case "p": return .pause
        case "k": return .look
        case ".": return .submit
        case "x": return .abandon
        default: break
        }
        let known = try #require(item)
        switch sign {
        case "+":
            let answer = words.count > 1 ? Answer("chosen \(words[1])") : Answer([nil])
            return .answer(
                known, try #require(answer), confidence: words.count > 2 ? Int(words[2]) : nil)
        case "-": return .clear(known)
        case "=": return .settle(known)
        case "!": return .flag(known)
        case "?": return .unflag(known)
        case "@": return .move(to: known)
        default: throw Unknown(sign: sign)
        }
    }

    struct Unknown: Error {
        let sign: Character
    }

    /// The kinds of the steps kept, `!` before those that end in a grade, `-` for nothing.
    static func text(_ action: Attempt.Action) -> String {
        let kinds = action.steps.map(\.kind.rawValue).joined(separator: " ")
        switch action {
        case .keep: return kinds
        case .keepAndGrade: return "!" + kinds
        case .nothing: return "-"
        case .refuse(.over(let ending)): return "no \(ending.rawValue)"
        case .refuse(let refusal): return "no \(refusal)"
        }
    }
}

extension QuizPolicy {
    init(_ change: (inout QuizPolicy) -> Void) {
        self.init()
        change(&self)
    }
}
