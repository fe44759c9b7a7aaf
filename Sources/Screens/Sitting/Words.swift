internal import Assessment
internal import Sittings

extension Duration {
    /// As clocks show it: `4:05`, or `1:04:05` where there are hours; what is begun counts.
    var clockText: String {
        let (seconds, rest) = components
        let all = max(seconds + (rest > 0 ? 1 : 0), 0)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = "\(two(all % 60))"
        return all < 3_600
            ? "\(all / 60):\(clock)" : "\(all / 3_600):\(two(all / 60 % 60)):\(clock)"
    }
}

extension Int {
    func of(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}

extension Draft.Control {
    /// What to do, in one sentence.
    var instruction: String {
        switch self {
        case .choose: "Choose one."
        case .chooseMany(_, let limit):
            limit.map { "Choose up to \($0)." } ?? "Choose all that apply."
        case .match: "Give each line one of the numbered answers."
        case .order: "Put these in order."
        case .sort: "Put each line into one of the numbered groups."
        case .number(let number):
            switch number.unitRule {
            case .none: "Type a number."
            case .optional: "Type a number; a unit may follow."
            case .required: "Type a number and its unit."
            }
        case .words: "Type a few words."
        case .written(let written):
            switch (written.minimumWords, written.maximumWords) {
            case (let least?, let most?):
                "Write \(least) to \(most) words; a reviewer scores them."
            case (let least?, nil): "Write at least \(least) words; a reviewer scores them."
            case (nil, let most?): "Write up to \(most) words; a reviewer scores them."
            case (nil, nil): "Write your answer; a reviewer scores it."
            }
        }
    }
}

extension Draft.Refusal {
    var text: String {
        switch self {
        case .notOffered: "The question offers no such answer"
        case .tooMany(let limit): "No more than \(limit) may be chosen: take one back first"
        case .incomplete: "Every line needs its place"
        }
    }
}

extension Attempt.Refusal {
    /// A sentence without a full stop; questions go by their numbers.
    func text(_ items: [Item]) -> String {
        func number(_ id: Item.ID) -> String {
            items.firstIndex { $0.id == id }.map { "question \($0 + 1)" } ?? "that question"
        }
        return switch self {
        case .notBegun: "The sitting has not begun"
        case .alreadyBegun: "The sitting has begun already"
        case .away: "The sitting was left; start the program again to go on"
        case .over: "The sitting is over"
        case .timeIsUp(let left): "Time is up: submit within \(left.clockText)"
        case .notInSitting: "This sitting has no such question"
        case .behind(let id): "This quiz does not go back to \(number(id))"
        case .ahead(let id): "Go to \(number(id)) first"
        case .settled(let id): "The answer to \(number(id)) is given for good"
        case .unanswered(let id): "Answer \(number(id)) first"
        case .settlesNothing: "This quiz shows what was right after it is submitted"
        case .nothingToUndo: "There is nothing to undo"
        case .nothingToRedo: "There is nothing to redo"
        }
    }
}

extension QuizPolicy {
    /// One sentence on the clock.
    var clockText: String {
        guard let limit = timeLimit else { return "There is no time limit." }
        let counting =
            clock == .wall
            ? "the clock runs on while you are away" : "the clock stands still while you are away"
        return "The time limit is \(limit.text); \(counting)."
    }
}
