import Assessment
import Screens
import Terminal
import Testing

@Suite struct `Reviews as they look` {
    struct Scene: Sendable, CustomTestStringConvertible {
        let name: String
        var rubric = Rubrics.talk
        let keys: String
        var works = ["talk-1"]
        var subjects: [String] = []
        var only: String?
        var isASCII = false
        var testDescription: String { name }
    }

    static let scenes = [
        Scene(name: "levels", keys: "1cThe room\nwas asked last.<esc>"),
        Scene(name: "descriptors", keys: "2d"),
        Scene(name: "points", keys: "n11"),
        Scene(name: "measure", keys: "g3<enter>18/20<esc>", isASCII: true),
        Scene(name: "not-applicable", keys: "g4<enter>ano slides"),
        Scene(name: "words", keys: "g5<enter>cSlow down.<esc>"),
        Scene(name: "whole", keys: "Gc"),
        Scene(name: "list", keys: "1n7<enter>18/20<enter>r"),
        Scene(
            name: "sealed", rubric: Rubrics.sealed,
            keys: `Keys of a review`.complete.joined() + "r"),
        Scene(name: "submit", keys: `Keys of a review`.complete.joined() + "rs"),
        Scene(name: "help", keys: "?"),
        Scene(name: "subjects", keys: "3g7<enter>", subjects: ["Kafka", "Pulsar"]),
        Scene(
            name: "across", keys: "7<enter>r", works: ["talk-1", "talk-2", "talk-3"], only: "time"),
        Scene(name: "hostile", rubric: Rubrics.hostile, keys: "1b ", works: ["\u{1B}]0;t\u{7}"]),
    ]

    @Test(arguments: scenes, [(80, 24), (40, 12), (24, 8)])
    func `stay as they are`(_ scene: Scene, _ size: (Int, Int)) throws {
        var desk = ReviewDesk(
            scene.rubric, works: scene.works, subjects: scene.subjects, only: scene.only,
            columns: size.0, rows: size.1, isASCII: scene.isASCII)
        desk.type(scene.keys)
        try Golden.compare(desk.screen.grid, "scoring-\(scene.name)-\(size.0)x\(size.1)")
    }

    /// What a learner is called is never asked for: screens know works by the name they are given.
    @Test func `show nobody's name but what they are given`() {
        var desk = ReviewDesk(Rubrics.talk, works: ["work 7"])
        for keys in ["", "d", "c", "<esc>r", "s", "?"] {
            desk.type(keys)
            #expect(!desk.text.contains("talk-1"))
        }
    }
}
