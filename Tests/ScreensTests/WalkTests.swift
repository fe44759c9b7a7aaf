import Assessment
import Foundation
import Screens
import Terminal
import TestSupport
import Testing

@Suite struct `Any keys in any order` {
    static let keys: [Key] =
        "123456789abcdefghijklmnopqrstuvwxyzGZ?0 ".map { Key.character($0) }
        + Array(Desk.named.values)

    /// Events a walk; `make walk` takes longer ones.
    static let length =
        ProcessInfo.processInfo.environment["ASSAY_WALK"].flatMap { Int($0) } ?? 5_000

    /// Every kind of question, and prompts that break screens.
    static var items: [Item] {
        let hostile = HostileTexts.all.filter { $0.utf8.count < 400 }.shuffledPrefix(12)
            .enumerated().map { index, text in
                Questions.item(
                    "hostile-\(index)", text,
                    .choose(ChooseOne(options: Questions.options(text, "日本語 👩‍🏫", "ابن خلدون"))))
            }
        return Questions.all + hostile
    }

    @Test(arguments: [1, 2, 3, 4])
    func `trap nothing, lose nothing and draw nothing raw`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var policy = QuizPolicy()
        policy.asksConfidence = seed == 2
        policy.allowsBacktracking = seed != 3
        policy.feedback = seed == 4 ? .afterEach : .afterSubmit
        var desk = Desk(Self.items, policy: policy)
        for step in 0..<Self.length {
            switch random.number(below: 24) {
            case 0:
                desk.receive(
                    .resize(
                        columns: random.number(below: 120) + 1, rows: random.number(below: 40) + 1))
            case 1: desk.receive(.paste("日本 \u{1B}[2J\nq"))
            case 2:
                let place = Grid.Position(
                    row: random.number(below: 40), column: random.number(below: 120))
                desk.receive(.mouse(.press(button: 0, at: place)))
            case 3:
                desk.receive(
                    random.number(below: 2) == 0
                        ? .mouse(.wheelDown(at: .init(row: 1, column: 1))) : .resumed)
            case 4: desk.isFull.toggle()
            case 5: desk.tick(1)
            default: desk.receive(.key(Self.keys[random.number(below: Self.keys.count)]))
            }
            let grid = desk.screen.grid
            let isSound =
                grid.columns == max(desk.screen.columns, 1) && grid.rows == max(desk.screen.rows, 1)
                && grid.text.allSatisfy { row in
                    row.utf8.allSatisfy { 0x20 <= $0 && $0 < 0x7F }
                        || row.unicodeScalars.allSatisfy(\.isSafeInTerminal)
                }
                && grid.cursor.map { $0.row < grid.rows && $0.column < grid.columns } ?? true
            guard isSound, desk.screen.items.indices.contains(desk.screen.place) else {
                Issue.record("step \(step): \(grid.text)")
                return
            }
            if desk.attempt.state != .onScreen {
                #expect(desk.screen.attempt == desk.attempt)
                #expect(Attempt(desk.attempt.plan, desk.steps).answers == desk.attempt.answers)
                desk = Desk(Self.items, policy: policy)
            }
        }
        desk.isFull = false
        desk.tick(1)
        #expect(!desk.screen.isDirty || desk.screen.hasFailed, "nothing on screen is not kept")
        #expect(Attempt(desk.attempt.plan, desk.steps).answers == desk.attempt.answers)
        desk.receive(.key(.control("c")))
        desk.receive(.key(.control("c")))
        #expect(desk.left == .leave(isInterrupt: true))
    }

    @Test(arguments: [1, 2, 7, 23, 24, 40, 200], [1, 3, 7, 8, 12, 60])
    func `fit every window`(_ columns: Int, _ rows: Int) {
        for item in Self.items {
            var desk = Desk([item], columns: columns, rows: rows)
            desk.tick(1)
            let isTooSmall = columns < 24 || rows < 8
            #expect(desk.text.contains("Make") == (isTooSmall && columns > 3))
            desk.type("1<esc>q")
            #expect(desk.left != nil)
        }
    }

    /// All lines of a long question come into sight by keys that every keyboard has.
    @Test(arguments: [(80, 24), (40, 12), (24, 8)])
    func `show all of a long question`(_ size: (Int, Int)) {
        let words = (0..<400).map { "w\($0)w" }
        let item = Questions.item(
            "long", words.joined(separator: " "),
            .choose(ChooseOne(options: Questions.options("first", "second"), shuffles: false)))
        for back in [false, true] {
            var desk = Desk([item], columns: size.0, rows: size.1)
            if back { for _ in 0..<150 { desk.type("j") } }
            var seen = ""
            for _ in 0..<150 {
                seen += desk.text
                desk.type(back ? "k" : "j")
            }
            #expect(words.allSatisfy { seen.contains($0) })
            #expect(seen.contains("second") && seen.contains("more above"))
        }
    }
}

extension SeededGenerator {
    mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

extension [String] {
    fileprivate func shuffledPrefix(_ count: Int) -> [String] {
        var random = SeededGenerator(seed: 99)
        var texts = self
        random.shuffle(&texts)
        return Array(texts.prefix(count))
    }
}
