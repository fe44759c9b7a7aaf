import Assessment
import Foundation
import Screens
import Terminal
import Testing

/// Screens as text, kept beside this file; `ASSAY_WRITE_GOLDENS=1` writes them anew for review.
@Suite struct `Screens as they look` {
    struct Scene: Sendable, CustomTestStringConvertible {
        let name: String
        let items: [Item]
        let keys: String
        var policy = QuizPolicy()
        var isASCII = false
        var testDescription: String { name }
    }

    static let timed = {
        var policy = QuizPolicy()
        policy.timeLimit = Seconds(45 * 60)
        policy.asksConfidence = true
        return policy
    }()

    static let scenes = [
        Scene(name: "choose", items: [Questions.choose, Questions.order], keys: "2f"),
        Scene(name: "choose-many", items: [Questions.chooseMany], keys: "13"),
        Scene(name: "statement", items: [Questions.statement], keys: "2", isASCII: true),
        Scene(name: "match", items: [Questions.match], keys: "2"),
        Scene(name: "order", items: [Questions.order], keys: " j"),
        Scene(name: "sort", items: [Questions.sort], keys: "12"),
        Scene(name: "number", items: [Questions.number], keys: "3,5"),
        Scene(name: "words", items: [Questions.words], keys: "quit<esc>"),
        Scene(name: "blanks", items: [Questions.blanks], keys: "ADR<enter>2"),
        Scene(name: "written", items: [Questions.written], keys: "First\nwe<enter>listened."),
        Scene(
            name: "confidence", items: [Questions.statement, Questions.words], keys: "1<tab>3",
            policy: timed),
        Scene(name: "review", items: Questions.all, keys: "1fn<right>r"),
        Scene(name: "help", items: [Questions.choose], keys: "?"),
        Scene(name: "confirm", items: [Questions.choose, Questions.sort], keys: "1rs"),
        Scene(name: "go", items: Questions.all, keys: "g1"),
    ]

    @Test(arguments: scenes, [(80, 24), (40, 12), (24, 8)])
    func `stay as they are`(_ scene: Scene, _ size: (Int, Int)) throws {
        var desk = Desk(
            scene.items, columns: size.0, rows: size.1, policy: scene.policy,
            isASCII: scene.isASCII)
        desk.tick(1)
        desk.type(scene.keys)
        let frame = "+" + String(repeating: "-", count: size.0) + "+"
        let rows = desk.screen.grid.text.map { row in
            "|" + row + String(repeating: " ", count: max(size.0 - row.columns, 0)) + "|"
        }
        let text = ([frame] + rows + [frame, ""]).joined(separator: "\n")
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/\(scene.name)-\(size.0)x\(size.1).txt")
        if ProcessInfo.processInfo.environment["ASSAY_WRITE_GOLDENS"] != nil {
            try Data(text.utf8).write(to: file)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
    }
}
