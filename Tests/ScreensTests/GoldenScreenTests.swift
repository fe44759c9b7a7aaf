import Assessment
import Screens
import Terminal
import Testing

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

    static let afterEach = {
        var policy = QuizPolicy()
        policy.feedback = .afterEach
        return policy
    }()

    static let mixed = Questions.item(
        "mixed", "¿Qué líder dijo «学びて時に之を習う»?\n\n| a | b |\n|---|---|\n| 👩‍🏫 | 孔子 |",
        .choose(
            ChooseOne(
                options: Questions.options(
                    "Confucius 孔子", "Ἀριστοτέλης", "ابن خلدون Ibn Khaldun", "Café ☕️ résumé é",
                    "🇪🇸 flag + family 👨‍👩‍👧‍👦 ok"), shuffles: false)))

    static let hostile = Questions.item(
        "hostile", "\u{1B}[31mred\u{202E}gpj\u{7}\u{9B}2J",
        .choose(
            ChooseOne(
                options: Questions.options("\u{1B}]0;title\u{7}", "a\u{200B}b\r\nc"),
                shuffles: false)))

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
        Scene(
            name: "settled", items: [Questions.choose, Questions.match], keys: "2v",
            policy: afterEach),
        Scene(name: "mixed-scripts", items: [mixed], keys: "3"),
        Scene(name: "hostile", items: [hostile], keys: "1"),
        Scene(name: "go", items: Questions.all, keys: "g1"),
    ]

    @Test(arguments: scenes, [(80, 24), (40, 12), (24, 8)])
    func `stay as they are`(_ scene: Scene, _ size: (Int, Int)) throws {
        var desk = Desk(
            scene.items, columns: size.0, rows: size.1, policy: scene.policy,
            isASCII: scene.isASCII)
        desk.tick(1)
        desk.type(scene.keys)
        try Golden.compare(desk.screen.grid, "\(scene.name)-\(size.0)x\(size.1)")
    }

    /// The page before a quiz, and the one after it, as well.
    @Test(arguments: [(80, 24), (40, 12), (24, 8)])
    func `show pages to be read`(_ size: (Int, Int)) throws {
        var page = Page()
        page.heading("Passed: 17 of 20 (85%), pass mark 16.")
        page.space()
        for index in 1...12 { page.item("-", "Objective \(index): 3 of 4 (75%)", indent: 2) }
        var screen = PageScreen(
            page, title: "Knowledge check", enter: "close", columns: size.0, rows: size.1)
        try Golden.compare(screen.grid, "page-\(size.0)x\(size.1)")
        for _ in 0..<9 { #expect(screen.receive(.key(.character("j"))) == nil) }
        #expect(screen.receive(.key(.end)) == nil)
        #expect(screen.grid.text.contains { $0.contains("Objective 12") })
        #expect(screen.receive(.key(.enter)) == .accept)
        #expect(screen.receive(.key(.control("c"))) == .leave(isInterrupt: true))
    }
}
