import Assessment
import Content
import Grading
import Results
import Sittings
import StoreTesting
import Testing

/// A learner who chose `a` for the first item, said that the second is so, and typed 6 for the third
/// has 2 of 3 points, of which 1.8 pass.
@Suite struct `Setting a key right` {
    struct Edit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let changes: [(String, String)]
        var awarded: [String] = []
        var isLenient = false
        /// What is set right, and what stays as it was asked.
        var right: [String] = []
        var unfit: [String: Set<ContentChange.Aspect>] = [:]
        var marks = Rational(2)
        var verdict = Verdict.passed

        init(
            _ name: String, _ changes: [(String, String)] = [], awarded: [String] = [],
            isLenient: Bool = false, right: [String] = [],
            unfit: [String: Set<ContentChange.Aspect>] = [:],
            _ marks: Int = 2,
            _ verdict: Verdict = .passed
        ) {
            (testDescription, self.changes, self.awarded) = (name, changes, awarded)
            self.isLenient = isLenient
            (self.right, self.unfit, self.verdict) = (right, unfit, verdict)
            self.marks = Rational(marks)
        }
    }

    private static let other = (
        #"<option id="a" key="true">A</option><option id="b">"#,
        #"<option id="a">A</option><option id="b" key="true">"#
    )
    private static let edits = [
        Edit("nothing changed"),
        Edit("other words", [("Which?", "Which one?"), (">A<", ">Alpha<")]),
        Edit("another key", [other], right: ["one"], 1, .notPassed),
        Edit("another key, and marks kept", [other], isLenient: true, right: ["one"]),
        Edit("a key that earns marks", [(#"value="7""#, #"value="6""#)], right: ["three"], 3),
        Edit(
            "two keys at once", [other, (#"value="7""#, #"value="6""#)], right: ["one", "three"]),
        Edit("an item that is gone", [(#"<use item="three"/>"#, "")]),
        Edit(
            "a key of an item that is asked no more",
            [other, (#"<item id="one" "#, #"<item id="one" status="retired" "#)],
            right: ["one"], 1, .notPassed),
        Edit("another pass mark", [(#"pass="60%""#, #"pass="90%""#)]),
        Edit(
            "a key, and another pass mark",
            [(#"value="7""#, #"value="6""#), (#"pass="60%""#, #"pass="100%""#)], right: ["three"], 3
        ),
        Edit(
            "more points", [(#"<item id="two">"#, #"<item id="two" points="5">"#)],
            unfit: ["two": [.points]]),
        Edit(
            "one more option", [("B</option>", #"B</option><option id="c">C</option>"#)],
            unfit: ["one": [.answers]]),
        Edit(
            "words that changed places",
            [(">A</option>", ">B</option>"), (#"id="b">B"#, #"id="b">A"#)],
            unfit: ["one": [.meaning]]),
        Edit("full marks for all", awarded: ["three"], right: ["three"], 3),
        Edit("full marks for who has them", awarded: ["two"], right: ["two"]),
        Edit(
            "full marks where more was changed",
            [("B</option>", #"B</option><option id="c">C</option>"#), other],
            awarded: ["one", "three"],
            right: ["one", "three"], unfit: ["one": [.answers]], 3),
    ]

    private func sat() throws -> Room {
        let room = try Room()
        var live = try room.begin()
        for (item, answer) in [("one", "chosen a"), ("two", "chosen true"), ("three", "typed 6")] {
            try live.receive(try Room.answer(item, answer))
        }
        try live.receive(.submit)
        room.seconds = 60
        return room
    }

    private func edited(_ edit: Edit) throws -> Bank {
        var source = Room.source()
        for (old, new) in edit.changes {
            #expect(source.contains(old))
            source = source.replacing(old, with: new)
        }
        return try Room.bank(source)
    }

    private func revision(_ room: Room, _ edit: Edit) throws -> Revision {
        let bank = try edited(edit)
        return try room.invigilator().revision(
            of: try #require(bank.quizzes.first), of: bank, by: [room.learner],
            awarding: Set(edit.awarded.compactMap { Item.ID($0) }), isLenient: edit.isLenient)
    }

    @Test(arguments: edits)
    func `grades by it what was handed in, and by nothing else`(_ edit: Edit) throws {
        let room = try sat()
        let before = try room.grades()
        let revision = try revision(room, edit)
        #expect(revision.items.map(\.text).sorted() == edit.right)
        #expect(
            Dictionary(uniqueKeysWithValues: revision.unfit.map { ($0.text, $1) }) == edit.unfit)
        #expect(revision.graded == 1 && revision.changes.count == (edit.right.isEmpty ? 0 : 1))
        // Looking writes nothing.
        #expect(try room.grades() == before)
        try room.invigilator().keep(revision, because: "the key was wrong")
        let kept = try #require(try room.kept().first)
        #expect(kept.grade?.marks == Marks(earned: edit.marks, possible: Rational(3)))
        #expect(kept.grade?.verdict == edit.verdict)
        #expect(try kept.graded().marks == kept.grade?.marks)
        #expect(try kept.graded().verdict == kept.grade?.verdict)
        let given = edit.awarded + (edit.isLenient ? edit.right : [])
        #expect(kept.given.keys.map(\.text).sorted() == given)
        let verified = try room.invigilator().store.verify(regrading: Regrading().recompute)
        #expect(verified.findings == [] && verified.unprovable.isEmpty)
        #expect(verified.verdicts == (edit.right.isEmpty ? 1 : 2))
    }

    @Test func `keeps the old grade beside the new one, with the reason, and is done once`() throws
    {
        let room = try sat()
        let edit = Edit("another key", [Self.other], awarded: ["three"])
        for _ in 1...2 {
            try room.invigilator().keep(try revision(room, edit), because: "the key was wrong")
            #expect(try room.grades().map(\.marks.earned) == [Rational(2), Rational(2)])
            #expect(try room.grades().map(\.reason) == [nil, "the key was wrong"])
            #expect(try room.grades().map(\.cause) == [.submitted, .regraded])
        }
        room.seconds = 120
        // What was awarded stays awarded when a key changes once more.
        try room.invigilator().keep(try revision(room, Edit("back")), because: "it was right")
        let kept = try #require(try room.kept().first)
        #expect(kept.grade?.marks.earned == Rational(3) && kept.given.count == 1)
        #expect(try kept.graded().items.map(\.isGiven) == [false, false, true])
    }
}
