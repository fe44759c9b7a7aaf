import Assessment
import Grading
import Testing

@Suite struct `A sitting` {
    /// A true statement of the points given, and a text for a reviewer.
    private func item(
        _ id: String, points: Rational, objective: String? = nil, isWritten: Bool = false
    ) throws -> Item {
        let rubric = try #require(Rubric.ID("r"))
        return Item(
            id: try #require(Item.ID(id)), objective: objective.flatMap { Objective.ID($0) },
            points: points, prompt: "?",
            interactions: [
                Interaction(
                    kind: isWritten
                        ? .written(Written(rubric: rubric)) : .trueFalse(TrueFalse(isTrue: true)))
            ])
    }

    private func grade(
        right: [String], wrong: [String] = [], written: [String] = [], passMark: String
    ) throws -> QuizGrade {
        var items: [Item] = []
        var answers: [Item.ID: Answer] = [:]
        for (kind, points) in [
            ("chosen true", right), ("chosen false", wrong), ("written So", written),
        ] {
            for point in points {
                let item = try item(
                    "i\(items.count)", points: Rational(exactly: point),
                    isWritten: kind == "written So")
                items.append(item)
                answers[item.id] = Answer(kind)
            }
        }
        return try QuizGrade(items, answers, passMark: Rational(share: passMark))
    }

    @Test(
        arguments: [
            (["16"], ["4"], [], "80%", .passed), (["15.99"], ["4.01"], [], "80%", .notPassed),
            (["16.01"], ["3.99"], [], "80%", .passed), (["2"], ["1"], [], "2/3", .passed),
            (["2"], ["1"], [], "66.67%", .notPassed), ([], ["20"], [], "0%", .passed),
            (["20"], [], [], "100%", .passed), ([], ["20"], [], "80%", .notPassed),
            // Whatever the reviewer gives, or only if they give enough.
            (["16"], [], ["4"], "80%", .passed), (["15.99"], [], ["4.01"], "80%", .undecided),
            (["12"], ["4"], ["4"], "80%", .undecided),
            (["12"], ["4.01"], ["3.99"], "80%", .notPassed),
            ([], [], ["20"], "80%", .undecided), ([], [], ["20"], "0%", .passed),
            ([], [], [], "80%", .undecided), ([], [], [], "0%", .undecided),
        ] as [([String], [String], [String], String, Verdict)]
    ) func `passes by its exact marks, and is decided once nobody can change it`(
        _ right: [String], _ wrong: [String], _ written: [String], _ passMark: String,
        _ verdict: Verdict
    ) throws {
        let grade = try grade(right: right, wrong: wrong, written: written, passMark: passMark)
        #expect(grade.verdict == verdict)
        #expect(grade.needsReviewer == !written.isEmpty)
        let earned = try right.map { (text) throws in try Rational(exactly: text) }.total()
        #expect(grade.marks.earned == earned)
    }

    @Test
    func `passes as whole numbers say, for k of n and every half a percent`()
        throws
    {
        // The items' grades do not matter here: a single item earned k of n.
        let graded = try item("i", points: .one).grade(Answer("chosen true"))
        #expect(graded.marks == Marks(earned: .one, possible: .one))
        var count = 0
        var wrong = 0
        for possible in 1...30 {
            for earned in 0...possible {
                let marks = Marks(earned: Rational(earned), possible: Rational(possible))
                for thousandths in stride(from: 0, through: 1_000, by: 5) {
                    let passMark = try Rational(Int128(thousandths), over: 1_000)
                    let passed = try marks.reach(passMark)
                    count += 1
                    if passed != (1_000 * earned >= thousandths * possible) { wrong += 1 }
                }
            }
        }
        #expect(count == 99_495 && wrong == 0)
    }

    @Test func `is added up by objective, in the order they were met`() throws {
        let items = try [
            item("i1", points: .one, objective: "b"), item("i2", points: .one),
            item("i3", points: Rational(exactly: "0.1"), objective: "a"),
            item("i4", points: Rational(exactly: "0.2"), objective: "b"),
            item("i5", points: Rational(2), objective: "a", isWritten: true),
        ]
        let answers = try Dictionary(
            uniqueKeysWithValues: [
                ("i1", "chosen true"), ("i3", "chosen true"), ("i4", "chosen true"),
                ("i5", "written So"),
                // Nobody asked about this one.
                ("i9", "chosen true"),
            ].map { id, text in (try #require(Item.ID(id)), try #require(Answer(text))) })
        let quiz = Quiz(
            id: try #require(Quiz.ID("q")), title: "Q", passMark: try Rational(share: "80%"))
        let grade = try quiz.grade(items, answers)
        #expect(grade.objectives.map { $0.objective?.text } == ["b", nil, "a"])
        #expect(grade.objectives.map { "\($0.marks.earned)" } == ["1.2", "0", "0.1"])
        #expect(grade.objectives.map { "\($0.marks.possible)" } == ["1.2", "1", "2.1"])
        #expect(grade.objectives.map { "\($0.reachable.earned)" } == ["1.2", "0", "2.1"])
        #expect("\(grade.marks.earned) \(grade.marks.possible)" == "1.3 4.3")
        #expect(grade.items.map(\.item) == items.map(\.id))
        #expect(grade.verdict == .notPassed)
        #expect(try QuizGrade(grade.items, passMark: quiz.passMark) == grade)
        #expect(Grading.version == "1")
    }

    @Test func `whose numbers are too large to add up says so, and does not guess`() throws {
        let huge = try Rational(Int128.max, over: 3)
        let items = try (0..<4).map { try item("i\($0)", points: huge) }
        #expect(throws: Rational.Overflow()) { try QuizGrade(items, [:], passMark: .one) }
    }
}
