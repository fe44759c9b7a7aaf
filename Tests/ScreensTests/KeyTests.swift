import Assessment
import Screens
import Terminal
import Testing

@Suite struct `Keys on a screen` {
    /// What stands after some keys, as the store would have it.
    @Test(
        arguments: [
            (Questions.choose, "2", "chosen b"), (Questions.choose, "b", "chosen b"),
            (Questions.choose, "jj ", "chosen c"),
            (Questions.choose, "<down><down><up> ", "chosen b"),
            (Questions.choose, "23", "chosen c"), (Questions.choose, "9", ""),
            (Questions.choose, "2x", ""), (Questions.choose, "2z", ""),
            (Questions.choose, "12z", "chosen a"), (Questions.choose, "12zZ", "chosen b"),
            (Questions.choose, "12rz", "chosen a"), (Questions.choose, "g1", ""),
            (Questions.chooseMany, "13", "chosen a c"), (Questions.chooseMany, "131", "chosen c"),
            (Questions.chooseMany, "123", "chosen a b"),
            (Questions.chooseMany, " j ", "chosen a b"),
            (Questions.statement, "2", "chosen false"),
            (Questions.match, " ", "paired m=m"), (Questions.match, "  ", "paired m=c"),
            (Questions.match, "23", "paired c=x m=c"), (Questions.match, "23kx", "paired c=x"),
            (Questions.sort, "12", "sorted e1=g1 e2=g2"),
            (Questions.sort, "1 ", "sorted e1=g1 e2=g1"),
            (Questions.order, " j", "ordered o2 o3 o1"), (Questions.order, "3", "ordered o2 o1 o3"),
            (Questions.number, "3.5 days<enter>", "typed 3.5 days"),
            (Questions.number, "12<left><bs>q<esc>", "typed q2"),
            (Questions.number, "12<esc>q", "typed 12"),
            (Questions.number, "12<down>q", "typed 12"), (Questions.number, "12<up>x", ""),
            (Questions.words, "a<tab>n<left>b", "typed a"), (Questions.choose, "g1<esc>e", ""),
            (Questions.number, "12<esc>x", ""), (Questions.number, "1<esc> 2<tab>", "typed 12"),
            (Questions.words, "quit<tab>", "typed quit"), (Questions.words, "  <esc>", ""),
            (Questions.words, "a<c-c>", "typed a"),
            (Questions.blanks, "ADR<enter>1", "filled record=ADR why=a"),
            (Questions.blanks, "a<tab>2<tab>b<tab>", "filled record=ab why=b"),
            (Questions.written, "a<enter>b<esc>", "written a\\nb"),
        ] as [(Item, String, String)])
    func `answer a question`(_ item: Item, _ keys: String, _ answer: String) {
        var desk = Desk([item, Questions.statement])
        desk.type(keys)
        #expect((desk.attempt.answers.current[item.id]?.description ?? "") == answer)
    }

    /// The question seen, counted from 1, and the page.
    @Test(
        arguments: [
            ("n", 2, .question), ("<enter>", 2, .question), ("<right>", 2, .question),
            ("np", 1, .question), ("nn<backtab>", 2, .question), ("n<left>", 1, .question),
            ("p", 1, .question), ("g3<enter>", 3, .question), ("g<bs>3<enter>", 3, .question),
            ("g9<enter>", 1, .question), ("g3<esc>", 1, .question), ("g0<enter>", 1, .question),
            ("G", 3, .question), ("1u", 2, .question), ("1n1u", 3, .question), ("Gn", 3, .review),
            ("r", 1, .review), ("rr", 1, .question), ("r<esc>", 1, .question),
            ("rj<enter>", 2, .question), ("rjjj<enter>", 3, .question),
            ("rg2<enter>", 2, .question),
            ("rs", 1, .confirm), ("rsn", 1, .review), ("rs<esc>", 1, .review),
            ("rs<enter>", 1, .confirm), ("rss", 1, .confirm), ("s", 1, .question),
            ("y", 1, .question),
            ("?", 1, .help(over: .question)), ("r?", 1, .help(over: .review)), ("r?q", 1, .review),
            ("1rv<enter>", 2, .question), ("2nfrvv<enter>", 2, .question),
        ] as [(String, Int, QuizScreen.Face)])
    func `go from page to page`(_ keys: String, _ number: Int, _ face: QuizScreen.Face) {
        var desk = Desk([Questions.choose, Questions.statement, Questions.order])
        desk.type(keys)
        #expect(desk.screen.place + 1 == number)
        #expect(desk.screen.face == face)
        #expect(desk.left == nil)
    }

    @Test(arguments: [
        ("q", false), ("<c-c>", true), ("rq", false), ("rsq", false), ("r<c-c>", true),
        ("?<c-c>", true), ("g<c-c>", true),
    ])
    func `leave, with everything saved`(_ keys: String, _ isInterrupt: Bool) {
        var desk = Desk([Questions.choose, Questions.words])
        desk.type("2" + keys)
        #expect(desk.left == .leave(isInterrupt: isInterrupt))
        #expect(!desk.screen.isDirty)
    }

    @Test func `submit only by two different keys from the review list`() {
        var desk = Desk([Questions.choose])
        desk.type("s<enter>yrys<enter>s ")
        #expect(desk.attempt.state == .onScreen)
        desk.type("y")
        #expect(desk.attempt.state == .over(.submitted))
    }

    @Test func `flag and unflag`() {
        var desk = Desk([Questions.choose])
        desk.type("f")
        #expect(desk.text.contains("Question 1 of 1 [flagged]"))
        desk.type("rf")
        #expect(desk.attempt.answers.flagged.isEmpty)
    }

    @Test func `paste into typed answers and nowhere else`() {
        var desk = Desk([Questions.choose, Questions.written])
        desk.receive(.paste("2\nq"))
        #expect(desk.attempt.answers.current.isEmpty && desk.left == nil)
        #expect(desk.text.contains("nothing was changed"))
        desk.type("n")
        desk.receive(.paste("2\nq\u{1B}[31m"))
        desk.type("<esc>")
        #expect(desk.answer?.description == "written 2\\nq[31m")
    }

    @Test func `say when an answer is not saved, and try again`() {
        var desk = Desk([Questions.choose, Questions.words])
        desk.isFull = true
        desk.type("2")
        #expect(desk.text.contains("Answer 1 is NOT saved (no space): r to retry"))
        #expect(desk.text.contains("(*) 2"))
        desk.type("n")
        #expect(desk.screen.place == 0)
        desk.type("q")
        #expect(desk.left == nil)
        desk.isFull = false
        desk.type("r")
        #expect(desk.answer?.description == "chosen b")
        #expect(!desk.text.contains("NOT"))
        desk.type("n")
        desk.isFull = true
        desk.type("word<c-c>")
        #expect(desk.left == nil)
        desk.type("<c-c><c-c>")
        #expect(desk.left == .leave(isInterrupt: true))
    }

    @Test func `keep what is typed when a second passes`() {
        var desk = Desk([Questions.words])
        desk.type("half a wo")
        #expect(desk.answer == nil)
        desk.tick(1)
        #expect(desk.answer?.description == "typed half a wo")
        desk.type("rd")
        desk.receive(.ended(.hangup))
        #expect(desk.answer?.description == "typed half a word")
    }

    @Test func `never go back where the quiz does not`() {
        var policy = QuizPolicy()
        policy.allowsBacktracking = false
        var desk = Desk([Questions.choose, Questions.statement], policy: policy)
        desk.type("np")
        #expect(desk.screen.place == 1)
        #expect(desk.text.contains("does not go back to question 1"))
    }

    @Test func `tell what cannot be read as a number from what is answered`() {
        var desk = Desk([Questions.number, Questions.choose])
        desk.type("many")
        #expect(desk.text.contains("This cannot be read as a number: type one such as 12"))
        desk.type("<enter>1r")
        #expect(desk.answer?.description == "chosen a")
        #expect(desk.text.contains("1 cannot be read as a number (1)."))
        #expect(desk.text.contains("?  1  not a number"))
        #expect(desk.text.contains(" 1/2"))
        desk.type("s")
        #expect(desk.text.contains("1 cannot be read as a number (1)."))
        desk.type("nu 7 days<esc>r")
        #expect(desk.text.contains("1 cannot be read"), "what stood is still there")
        desk.type("u<bs> 12 days<esc>r")
        #expect(desk.text.contains("All 2 answered."), "\(desk.text)")
    }

    @Test func `show a time that runs out`() {
        var policy = QuizPolicy()
        policy.timeLimit = Seconds(60)
        policy.grace = Seconds(30)
        var desk = Desk([Questions.choose, Questions.words], policy: policy)
        desk.tick(5)
        #expect(desk.text.contains("0:55"))
        desk.type("t")
        #expect(!desk.text.contains("0:55"))
        desk.type("t2")
        desk.tick(56)
        #expect(desk.text.contains("time is up; grace 0:29"))
        desk.type("1")
        #expect(desk.text.contains("nothing can be changed; submit within 29 seconds"))
        #expect(desk.text.contains("(*) 2"))
        desk.type("r")
        desk.type("sy")
        #expect(desk.attempt.state == .over(.submitted))
        #expect(desk.attempt.answers.current.count == 1)
    }

    @Test func `do what a click means`() {
        var desk = Desk([Questions.choose, Questions.written])
        let row = desk.screen.grid.text.firstIndex { $0.contains("( ) 3") }
        desk.receive(.mouse(.press(button: 0, at: .init(row: row ?? 0, column: 12))))
        #expect(desk.answer?.description == "chosen c")
        desk.receive(.mouse(.press(button: 0, at: .init(row: 99, column: 99))))
        #expect(desk.answer?.description == "chosen c")
    }
}
