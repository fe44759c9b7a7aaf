import Assessment
import Screens
import Sittings
import Terminal

/// A sitting at a desk without a disk: requests are carried out as a store that never fails would.
struct Desk {
    var screen: QuizScreen
    var attempt: Attempt
    var left: QuizScreen.Request?
    var edited: [String] = []
    /// What a store would have kept.
    var steps: [Step] = []
    var now: Moment
    /// Whether the store refuses to keep anything.
    var isFull = false

    init(
        _ items: [Item], columns: Int = 80, rows: Int = 24, policy: QuizPolicy = QuizPolicy(),
        isASCII: Bool = false
    ) {
        let quiz = Quiz(
            id: Self.id("check"), title: "Knowledge check", passMark: .one, policy: policy)
        now = Moment(time: Timestamp(microseconds: 1_000_000), uptime: 1_000_000, boot: "first")
        attempt = Attempt(
            SittingPlan(policy: policy, attempt: 1, seed: 7, items: items.map(\.id)))
        steps = attempt.receive(.begin, at: now).steps
        screen = QuizScreen(
            quiz, items, attempt, columns: columns, rows: rows, glyphs: Glyphs(isASCII: isASCII))
    }

    static func id<Named>(_ text: String) -> Identifier<Named> {
        guard let id = Identifier<Named>(text) else { preconditionFailure("no id: \(text)") }
        return id
    }

    mutating func receive(_ input: Input) { carryOut(screen.receive(input)) }

    mutating func tick(_ seconds: Int) {
        now = now.advanced(by: .seconds(seconds))
        screen.watch(attempt.timeLeft(at: now))
        carryOut(screen.tick())
    }

    mutating func carryOut(_ requests: [QuizScreen.Request]) {
        for request in requests {
            switch request {
            case .send(let event):
                if isFull {
                    screen.fail("no space", .surely)
                    return
                }
                let action = attempt.receive(event, at: now)
                steps += action.steps
                screen.update(attempt, action)
            case .retry:
                if !isFull { carryOut(screen.retried()) }
            case .edit(let text): edited.append(text)
            case .showMouse, .redraw: break
            case .leave: left = request
            }
        }
    }

    /// Keys by their characters; `<` and `>` enclose names.
    mutating func type(_ keys: String) {
        for input in Self.inputs(keys) { receive(input) }
    }

    static func inputs(_ keys: String) -> [Input] {
        var inputs: [Input] = []
        var name: String?
        for character in keys {
            switch (character, name) {
            case ("<", nil): name = ""
            case (">", let word?):
                inputs.append(.key(named[word] ?? .character("?")))
                name = nil
            case (_, let word?): name = word + String(character)
            case (_, nil): inputs.append(.key(.character(character)))
            }
        }
        return inputs
    }

    static let named: [String: Key] = [
        "enter": .enter, "esc": .escape, "tab": .tab, "backtab": .backTab, "up": .up,
        "down": .down, "left": .left, "right": .right, "pgdn": .pageDown, "pgup": .pageUp,
        "bs": .backspace, "del": .delete, "c-c": .control("c"), "c-l": .control("l"),
        "home": .home, "end": .end,
    ]

    var answer: Answer? { attempt.answers.current[screen.items[screen.place].id] }
    var text: String { screen.grid.text.joined(separator: "\n") }
}
