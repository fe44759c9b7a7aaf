import Assessment
import Screens
import Terminal
import Testing

@Suite struct `Keys of a review` {
    /// What stands after some keys, as the store would have it; the stops are ask, time, seen,
    /// safe, advice, and the whole.
    @Test(
        arguments: [
            // Levels by their points, by their places, by the mark.
            ("2", "ask=level good"), ("0", "ask=level none"), ("23", "ask=level best"),
            ("9", ""), ("jj ", "ask=level good"), ("<down> ", "ask=level low"), ("2x", ""),
            ("g4<enter>1", "safe=level yes"), ("g4<enter>3", ""),
            ("g4<enter>2cannot<enter>", "safe=level unsure {reason cannot}"),
            ("g4<enter>jj cannot<enter>", "safe=level unsure {reason cannot}"),
            // What is typed.
            ("n7.5<enter>", "time=points 7.5"), ("n7,5<tab>", "time=points 7.5"),
            ("n7.4<enter>", ""), ("n11<enter>", ""), ("n7<enter>p11<esc>", "time=points 7"),
            ("n7<esc>x", ""), ("n7<esc>8<esc>", "time=points 8"),
            ("n7<esc> <bs>6<esc>", "time=points 6"),
            ("g3<enter>18/20<enter>", "seen=ratio 18 20"), ("g3<enter>18<enter>", ""),
            ("g3<enter>0/0<esc>", "seen=ratio 0 0"),
            // What does not apply, with its reason.
            ("a", ""), ("g4<enter>ano slides<enter>", "safe=not-applicable {reason no slides}"),
            ("g4<enter>ano<enter>1", "safe=level yes"),
            ("g4<enter>jjj ", "safe=not-applicable"),
            // Words.
            ("cWhy?<esc>", "ask=- {comment Why?}"),
            ("1cWhy<enter>so<esc>", "ask=level low {comment Why\\nso}"),
            ("c12<esc>", "ask=- {comment 12}"), ("c  <esc>", ""),
            ("cno<esc>cx<esc>", "ask=- {comment nox}"),
            ("G c", "overall=- {comment c}"), ("Gcq<esc>", "overall=- {comment q}"), ("G2", ""),
            ("g5<enter>cGo on<esc>", "advice=- {comment Go on}"), ("g5<enter>3", ""),
            // Ready-made comments are those for the level, and evidence is named.
            ("1b ", "ask=level low +sooner"), ("1bj ", "ask=level low +louder"),
            ("3b j ", "ask=level best +well +louder"), ("1b  ", "ask=level low"),
            ("1b 3", "ask=level best +sooner"), ("nb ", ""),
            ("v ", "ask=- {evidence talk.md}"),
            ("vj k ", "ask=- {evidence notes/day-1.md\nevidence talk.md}"),
            ("v  ", ""), ("v x", ""),
            // Back and forth.
            ("2z", ""), ("21z", "ask=level good"), ("21zzZ", "ask=level good"), ("z", ""),
            ("2n5<enter>z", "ask=level good"), ("2n5<enter>rz", "ask=level good"),
            ("cWhy<esc>z", ""),
        ] as [(String, String)])
    func `judge`(_ keys: String, _ standing: String) {
        var desk = ReviewDesk(Rubrics.talk)
        desk.type(keys)
        desk.carryOut(desk.screen.tick())
        #expect(desk.standing() == standing)
        #expect(!desk.screen.isDirty)
    }

    /// The stop seen, counted from 1, and the page.
    @Test(
        arguments: [
            ("n", 2, .criterion), ("<enter>", 2, .criterion), ("<right>", 2, .criterion),
            ("np", 1, .criterion), ("nn<backtab>", 2, .criterion), ("p", 1, .criterion),
            ("g3<enter>", 3, .criterion), ("g<bs>3<enter>", 3, .criterion),
            ("g9<enter>", 1, .criterion), ("g3<esc>", 1, .criterion), ("G", 6, .criterion),
            ("Gn", 6, .list), ("n5<enter>", 3, .criterion), ("n99<enter>", 2, .criterion),
            ("3v u", 2, .criterion), ("r", 1, .list), ("rr", 1, .criterion),
            ("r<esc>", 1, .criterion), ("rj<enter>", 2, .criterion), ("rs", 1, .list),
            ("s", 1, .criterion), ("y", 1, .criterion), ("nnz", 3, .criterion),
            ("2nnz", 1, .criterion), ("12nrz<enter>", 1, .criterion),
            ("?", 1, .help(over: .criterion)), ("r?q", 1, .list),
            ("cs<esc>", 1, .criterion),
        ] as [(String, Int, ReviewScreen.Face)])
    func `go from page to page`(_ keys: String, _ number: Int, _ face: ReviewScreen.Face) {
        var desk = ReviewDesk(Rubrics.talk)
        desk.type(keys)
        #expect(desk.screen.here + 1 == number)
        #expect(desk.screen.face == face)
        #expect(desk.left == nil)
    }

    @Test(arguments: [
        ("q", false), ("<c-c>", true), ("rq", false), ("r<c-c>", true), ("?<c-c>", true),
        ("g<c-c>", true), ("cwhy<c-c>", true), ("n5<c-c>", true),
    ])
    func `leave, with everything saved`(_ keys: String, _ isInterrupt: Bool) {
        var desk = ReviewDesk(Rubrics.talk)
        desk.type("2" + keys)
        #expect(desk.left == .leave(isInterrupt: isInterrupt))
        #expect(!desk.screen.isDirty)
    }

    @Test func `go on at the same line another day`() {
        var desk = ReviewDesk(Rubrics.talk)
        desk.type("2nn18/20<enter>q")
        let again = ReviewScreen(
            desk.screen.works, columns: 80, rows: 24)
        #expect(again.here == 3 && again.works == desk.screen.works)
    }

    /// All but the last of these keys leave something missing.
    static let complete = ["2v ", "n5<enter>", "18/20<enter>", "1n", "cWell done.<esc>"]

    @Test func `submit only what lacks nothing, by two different keys from the list`() {
        var desk = ReviewDesk(Rubrics.talk)
        for keys in Self.complete {
            desk.type("rs")
            #expect(desk.text.contains("cannot be submitted yet"))
            desk.type("y")
            #expect(desk.reviews[0].state == .open)
            desk.type("r" + keys)
        }
        desk.type("s<enter>yrys<enter>s ")
        #expect(desk.screen.face == .confirm && desk.reviews[0].state == .open)
        desk.type("y")
        #expect(desk.reviews[0].state == .submitted)
        #expect(desk.reviews[0].marks.count == 5)
    }

    /// 40 × 2/3 + 20 × 1/2 + 20 + 20 of 100.
    @Test(arguments: [(Rubrics.talk, true), (Rubrics.sealed, false)])
    func `show a total once all is marked, and none that is sealed`(
        _ rubric: Rubric, _ shows: Bool
    ) {
        var desk = ReviewDesk(rubric)
        desk.type(Self.complete.dropLast(2).joined())
        desk.type("r")
        #expect(!desk.text.contains("Total") && !desk.text.contains("%"))
        desk.type("r1r")
        #expect(desk.text.contains("Total: 76.7%.") == shows)
        #expect(desk.text.contains("sealed") != shows)
    }

    @Test func `say what is missing where it is missing`() {
        var desk = ReviewDesk(Rubrics.talk)
        desk.type("1")
        #expect(desk.text.contains("Still needed: a comment"))
        #expect(desk.text.contains("Still needed: evidence"))
        desk.type("cToo late.<esc>v ")
        #expect(!desk.text.contains("Still needed"))
        desk.type("r")
        #expect(desk.text.contains("3 with no mark (2 to 4), 1 with no comment (5)"))
        #expect(desk.text.contains("Low, commented"))
    }

    @Test func `judge one criterion across all works`() {
        var desk = ReviewDesk(Rubrics.talk, works: ["talk-1", "talk-2", "talk-3"], only: "time")
        desk.type("7<enter>")
        #expect(desk.screen.here == 1)
        #expect(desk.text.contains("talk-2"))
        desk.type("8<enter>r")
        #expect(desk.text.contains("1 with no mark (3)"))
        desk.type("s")
        #expect(desk.text.contains("submitted by itself"))
        desk.type("g1<enter>z")
        #expect(
            ["", "time=points 8", ""] == (0..<3).map { desk.standing($0) })
        // What was changed on another criterion is not undone out of sight.
        _ = desk.reviews[0].receive(
            .judge(.criterion(Desk.id("ask")), Judgment(value: .level(Desk.id("low")))),
            at: Timestamp(microseconds: 2_000_000))
        let works = desk.screen.works.indices.map { index in
            ReviewedWork(
                name: "talk", exhibits: [], review: desk.reviews[index],
                scores: ReviewDesk.scores(desk.reviews[index]))
        }
        desk.screen = ReviewScreen(works, only: Desk.id("time"), columns: 80, rows: 24)
        desk.type("z")
        #expect(desk.standing(0) == "ask=level low")
        // It begins with the first that lacks it.
        #expect(desk.screen.here == 0)
    }

    @Test func `judge several subjects one after the other`() {
        var desk = ReviewDesk(Rubrics.talk, subjects: ["Kafka", "Pulsar"])
        desk.type("3G")
        #expect(desk.screen.here == 10)
        desk.type("g6<enter>1")
        #expect(desk.text.contains("Pulsar"))
        #expect(desk.standing() == "Kafka/ask=level best; Pulsar/ask=level low")
    }

    @Test func `take descriptors without leaving the line`() {
        var desk = ReviewDesk(Rubrics.talk)
        desk.type("jj")
        #expect(!desk.text.contains("changed what came first"))
        desk.type("d")
        #expect(desk.text.contains("changed what came first"))
        desk.type(" ")
        #expect(desk.standing() == "ask=level good")
    }

    @Test func `paste into words and nowhere else`() {
        var desk = ReviewDesk(Rubrics.talk)
        desk.receive(.paste("2\nq"))
        #expect(desk.standing() == "" && desk.left == nil)
        #expect(desk.text.contains("nothing was changed"))
        desk.type("c")
        desk.receive(.paste("2\nq\u{1B}[31m"))
        desk.type("<esc>")
        #expect(desk.standing() == "ask=- {comment 2\\nq[31m}")
    }

    @Test func `write in an editor`() {
        var desk = ReviewDesk(Rubrics.talk)
        desk.type("2cOld<esc>e")
        #expect(desk.edited == ["Old"])
        desk.carryOut(desk.screen.takeEdited("New\nwords\n"))
        #expect(desk.standing() == "ask=level good {comment New\\nwords}")
    }

    @Test func `open evidence`() {
        var desk = ReviewDesk(Rubrics.talk)
        desk.type("ovjoGo")
        #expect(desk.opened == ["talk.md", "notes/day-1.md", "talk.md"])
    }

    @Test func `settle what others differ on only with a reason on the whole`() {
        var desk = ReviewDesk(Rubrics.talk, isAdjudication: true)
        desk.type(Self.complete.joined() + "rs")
        #expect(desk.screen.face == .list && desk.text.contains("1 with no reason (6)"))
        desk.type("GcBoth forgot the demo.<esc>rsy")
        #expect(desk.reviews[0].state == .submitted)
    }

    @Test func `say when a mark is not saved, and try again`() {
        var desk = ReviewDesk(Rubrics.talk)
        desk.isFull = true
        desk.type("2")
        #expect(desk.text.contains("NOT saved (no space): r to retry"))
        #expect(desk.text.contains("(*) 2") && desk.text.contains("[not saved]"))
        desk.type("n")
        #expect(desk.screen.here == 0)
        desk.type("q")
        #expect(desk.left == nil)
        desk.isFull = false
        desk.type("r")
        #expect(desk.standing() == "ask=level good")
        #expect(!desk.text.lowercased().contains("not saved") && desk.text.contains("[saved]"))
        desk.isFull = true
        desk.type("n3")
        desk.isFull = false
        // What could not be kept is kept before what comes after it.
        desk.type("1n")
        #expect(desk.standing() == "ask=level low" && desk.screen.here == 1)
        desk.isFull = true
        desk.type("cwhy<c-c><c-c><c-c>")
        #expect(desk.left == .leave(isInterrupt: true))
    }

    @Test func `keep what is typed when a second passes, and when the line is cut`() {
        var desk = ReviewDesk(Rubrics.talk)
        desk.type("chalf a wo")
        #expect(desk.standing() == "" && desk.text.contains("[not saved]"))
        desk.carryOut(desk.screen.tick())
        #expect(desk.standing() == "ask=- {comment half a wo}" && desk.text.contains("[saved]"))
        desk.type("rd")
        desk.receive(.ended(.hangup))
        #expect(desk.standing() == "ask=- {comment half a word}")
    }

    @Test func `do what a click means`() {
        var desk = ReviewDesk(Rubrics.talk)
        func click(_ words: String, _ column: Int) {
            let row = desk.screen.grid.text.firstIndex { $0.contains(words) }
            desk.receive(.mouse(.press(button: 0, at: .init(row: row ?? 0, column: column))))
        }
        click("( ) 3 Best", 6)
        click("[ ] talk.md", 60)
        click("[ ] Speak up.", 5)
        #expect(desk.standing() == "ask=level best +louder {evidence talk.md}")
        // Nothing is between the two columns, and nothing beyond the last.
        click("( ) 1 Low", 53)
        desk.receive(.mouse(.press(button: 0, at: .init(row: 99, column: 99))))
        #expect(desk.standing() == "ask=level best +louder {evidence talk.md}")
    }
}
