import Assessment
import Foundation
import Screens
import Terminal
import TestSupport
import Testing

@Suite struct `Any keys in any order of a review` {
    static let keys: [Key] =
        "0123456789abcdefghijklmnopqrstuvwxyzGZ?./ ".map { Key.character($0) }
        + Array(Desk.named.values)

    /// Every rubric that comes with the program.
    static let rubrics = Project.files(in: "Rubrics")

    /// Events a walk; those of four walks of `make walk` are shared out to all rubrics.
    static let length =
        (ProcessInfo.processInfo.environment["ASSAY_WALK"].flatMap { Int($0) } ?? 1_625) * 4
        / max(rubrics.count, 1)

    private static func rubric(_ path: String) throws -> Rubric {
        Rubrics.rubric(String(decoding: try Project.bytes(path), as: UTF8.self))
    }

    @Test(arguments: rubrics)
    func `trap nothing, lose nothing and draw nothing raw`(_ path: String) throws {
        var random = SeededGenerator(seed: UInt64(path.utf8.count))
        let rubric = try Self.rubric(path)
        let criterion = rubric.allCriteria[0].id.text
        let isAcross = path.utf8.count % 3 == 0
        func begin() -> ReviewDesk {
            ReviewDesk(
                rubric, works: isAcross ? ["work", "\u{202E}krow"] : ["work"],
                subjects: rubric.subjects == .many ? ["Kafka", "\u{1B}[31mPulsar"] : [],
                only: isAcross ? criterion : nil)
        }
        var desk = begin()
        for step in 0..<Self.length {
            switch random.number(below: 24) {
            case 0:
                desk.receive(
                    .resize(
                        columns: random.number(below: 140) + 1, rows: random.number(below: 40) + 1))
            case 1: desk.receive(.paste("日本 \u{1B}[2J\nq"))
            case 2:
                let place = Grid.Position(
                    row: random.number(below: 40), column: random.number(below: 120))
                desk.receive(.mouse(.press(button: 0, at: place)))
            case 3: desk.receive(.mouse(.wheelDown(at: .init(row: 1, column: 1))))
            case 4: desk.isFull.toggle()
            case 5: desk.carryOut(desk.screen.tick())
            case 6: desk.carryOut(desk.screen.takeEdited("New \u{1B}words\n"))
            default: desk.receive(.key(Self.keys[random.number(below: Self.keys.count)]))
            }
            let grid = desk.screen.grid
            guard grid.columns == max(desk.screen.columns, 1),
                grid.rows == max(desk.screen.rows, 1),
                grid.text.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isSafeInTerminal) }),
                grid.cursor.map({ $0.row < grid.rows && $0.column < grid.columns }) ?? true,
                desk.screen.works.map(\.review) == desk.reviews,
                !grid.text[0].contains("[saved]") || !desk.screen.isDirty
            else {
                Issue.record("step \(step): \(grid.text)")
                return
            }
            if desk.reviews[0].state == .submitted {
                expectReplay(desk)
                desk = begin()
            }
        }
        desk.isFull = false
        desk.type("<esc><esc><esc>r<c-c>")
        #expect(desk.left == .leave(isInterrupt: true))
        #expect(!desk.screen.isDirty)
        expectReplay(desk)
    }

    /// What was kept says all that stands.
    private func expectReplay(_ desk: ReviewDesk) {
        for (review, steps) in zip(desk.reviews, desk.steps) {
            #expect(Review(review.plan, steps) == review)
        }
    }

    @Test(arguments: [1, 2, 7, 23, 24, 40, 72, 200], [1, 3, 7, 8, 12, 60])
    func `fit every window`(_ columns: Int, _ rows: Int) {
        for rubric in [Rubrics.talk, Rubrics.hostile] {
            var desk = ReviewDesk(rubric, columns: columns, rows: rows)
            let isTooSmall = columns < 24 || rows < 8
            #expect(desk.text.contains("Make") == (isTooSmall && columns > 3))
            desk.type("1")
            #expect(desk.standing() == "ask=level low")
            desk.type("q")
            #expect(desk.left != nil)
        }
    }

    /// All of a long criterion comes into sight by keys that every keyboard has.
    @Test(arguments: [(80, 24), (40, 12), (24, 8)])
    func `show all of a long criterion`(_ size: (Int, Int)) {
        let words = (0..<200).map { "w\($0)w" }
        var rubric = Rubrics.talk
        guard case .criterion(var criterion) = rubric.criteria[0] else { return }
        criterion.prompt = words.joined(separator: " ")
        rubric.criteria[0] = .criterion(criterion)
        for back in [false, true] {
            var desk = ReviewDesk(rubric, columns: size.0, rows: size.1)
            if back { for _ in 0..<150 { desk.type("j") } }
            var seen = ""
            for _ in 0..<150 {
                seen += desk.text
                desk.type(back ? "k" : "j")
            }
            #expect(words.allSatisfy { seen.contains($0) })
            #expect(seen.contains("Best") && seen.contains("talk.md"))
        }
    }
}
