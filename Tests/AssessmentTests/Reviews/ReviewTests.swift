import Assessment
import Testing

@Suite struct `A review in progress` {
    private static let levels = ["low", "mid", "high"].compactMap { Scale.Level.ID($0) }
    private static let ids = ["style", "depth", "remarks", "count"].compactMap { Criterion.ID($0) }
    private static let statement = Criterion.Statement.ID("go-on")

    /// Levels with a ready-made comment, levels that may be left out, words, and points.
    private static func rubric() throws -> Rubric {
        let scale = try #require(Scale.ID("s"))
        var style = Criterion(id: ids[0], kind: .levels(scale: scale), title: "Style")
        style.statements = [.init(id: try #require(statement), text: "Go on like this.")]
        var depth = Criterion(id: ids[1], kind: .levels(scale: scale), title: "Depth")
        depth.allowsNotApplicable = true
        let remarks = Criterion(id: ids[2], kind: .text, title: "Remarks")
        let kind = Criterion.Kind.points(
            minimum: .zero, maximum: .hundred, step: try Rational(1, over: 2))
        let count = Criterion(id: ids[3], kind: kind, title: "Count")
        return Rubric(
            id: try #require(Rubric.ID("r")), version: "1", title: "R",
            scales: [
                Scale(
                    id: scale,
                    levels: levels.enumerated().map {
                        Scale.Level(id: $1, points: Rational($0), label: $1.text)
                    })
            ], criteria: [style, depth, remarks, count].map { .criterion($0) })
    }

    /// Events as `style=high`, `style="words"`, `depth=na`, `count=7.5`, `style+go-on`, `style=`,
    /// `*="words"` on the whole, `@depth`, `<`, `>`, `begin`, `look`, `submit`, `withdraw why`,
    /// `revise why`.
    private static func event(_ text: String, _ review: Review) throws -> Review.Event {
        if let command = commands[text] { return command }
        let words = text.split(separator: " ", maxSplits: 1).map { String($0) }
        if words[0] == "withdraw" { return .withdraw(reason: words.count > 1 ? words[1] : " ") }
        if words[0] == "revise" { return .revise(reason: words.count > 1 ? words[1] : "") }
        if text.first == "@" { return .move(to: try place(String(text.dropFirst()))) }
        let mark = try #require(text.firstIndex { "=+".contains($0) })
        let place = try place(String(text[..<mark]))
        let rest = String(text[text.index(after: mark)...])
        var judgment = review.judgment(at: place)
        if text[mark] == "+" {
            judgment.statements = [try #require(Criterion.Statement.ID(rest))]
        } else if rest.first == "\"" {
            judgment.comment = String(rest.dropFirst().dropLast())
        } else {
            judgment.value = try value(rest)
        }
        return .judge(place, judgment)
    }

    private static let commands: [String: Review.Event] = [
        "begin": .begin, "<": .undo, ">": .redo, "look": .look("a"), "submit": .submit,
    ]

    private static func place(_ text: String) throws -> ReviewStep.Place {
        text == "*" ? .overall : .criterion(try #require(Criterion.ID(text)))
    }

    private static func value(_ text: String) throws -> ScoreSheet.Value? {
        if text.isEmpty { return nil }
        if text == "na" { return .notApplicable }
        if let points = try? Rational(exactly: text) { return .points(points) }
        return .level(try #require(Scale.Level.ID(text)))
    }

    private static func words(_ action: Review.Action) -> String {
        switch action {
        case .nothing: "-"
        case .refuse(let refusal): "no " + "\(refusal)".prefix { $0 != "(" }
        case .keep(let steps): steps.map(\.kind.rawValue).joined(separator: " ")
        case .keepAndFile(let steps, let status):
            "!\(status.rawValue): " + steps.map(\.kind.rawValue).joined(separator: " ")
        }
    }

    /// What stands: `style=high depth="words"`.
    private static func standing(_ review: Review) -> String {
        review.plan.places.compactMap { place in
            let judgment = review.judgment(at: place)
            guard !judgment.isEmpty else { return nil }
            let name =
                switch place {
                case .criterion(let id, _): id.text
                case .overall: "*"
                }
            let parts = [
                judgment.markText == "-" ? nil : "=" + judgment.markText,
                judgment.comment.map { "=\"\($0)\"" },
            ]
            return name + parts.compactMap { $0 }.joined()
        }.joined(separator: " ")
    }

    /// Plays a script; the review at its end and the last action, with every step replayed.
    private static func play(_ script: String) throws -> (review: Review, last: Review.Action) {
        let plan = ReviewPlan(try rubric())
        var review = Review(plan)
        var steps: [ReviewStep] = []
        var last = Review.Action.nothing
        for (second, part) in script.split(separator: ",").enumerated() {
            let before = review
            let event = try event(String(part), review)
            last = review.receive(event, at: Timestamp(microseconds: Int64(second) * 1_000_000))
            steps += last.steps
            #expect((review == before) == last.steps.isEmpty, "\(part)")
            // What is kept is all there is.
            #expect(Review(plan, steps) == review, "\(part)")
        }
        #expect(review.stepCount == steps.count)
        return (review, last)
    }

    private static let situations = [
        "", "begin,style=low,<", "begin,style=low,submit", "begin,withdraw ill",
    ]

    /// In the order of the situations: not begun, open, submitted, withdrawn.
    @Test(
        arguments: [
            ("begin", ["begun", "no open", "no submitted", "no withdrawn"]),
            ("style=high", ["no notBegun", "judged", "no submitted", "no withdrawn"]),
            ("@depth", ["no notBegun", "moved", "no submitted", "no withdrawn"]),
            ("<", ["no notBegun", "no nothingToUndo", "no submitted", "no withdrawn"]),
            (">", ["no notBegun", "redone", "no submitted", "no withdrawn"]),
            ("look", ["no notBegun", "looked", "no submitted", "no withdrawn"]),
            ("submit", ["no notBegun", "!submitted: submitted", "no submitted", "no withdrawn"]),
            (
                "withdraw I know her",
                [
                    "no notBegun", "!withdrawn: withdrawn", "!withdrawn: withdrawn",
                    "no withdrawn",
                ]
            ), ("withdraw", ["no notBegun", "no needsReason", "no needsReason", "no withdrawn"]),
            ("revise a slip", ["no notBegun", "no open", "revised", "revised"]),
            ("revise", ["no notBegun", "no open", "no needsReason", "no needsReason"]),
        ] as [(String, [String])])
    func `meets every event in every state`(_ event: String, _ actions: [String]) throws {
        for (situation, action) in zip(Self.situations, actions) {
            let script = situation.isEmpty ? event : situation + "," + event
            #expect(Self.words(try Self.play(script).last) == action, "\(situation)")
        }
    }

    /// What the last event does, and what stands then.
    @Test(
        arguments: [
            ("begin,style=low,style=low", "-", "style=level low"),
            ("begin,style=low,style=high", "judged", "style=level high"),
            ("begin,style=low,style=", "judged", ""),
            ("begin,style=", "-", ""),
            ("begin,style=\"so so\",style=mid", "judged", "style=level mid=\"so so\""),
            ("begin,style=mid,style+go-on", "judged", "style=level mid +go-on"),
            ("begin,depth=na", "judged", "depth=not-applicable"),
            ("begin,count=99.5", "judged", "count=points 99.5"),
            ("begin,*=\"good\"", "judged", "*=\"good\""),
            // What the rubric does not take.
            ("begin,style=best", "no noMark", ""), ("begin,style=7", "no noMark", ""),
            ("begin,style=na", "no noMark", ""), ("begin,count=100.5", "no noMark", ""),
            ("begin,count=0.25", "no noMark", ""), ("begin,count=-1", "no noMark", ""),
            ("begin,remarks=high", "no noMark", ""), ("begin,depth+go-on", "no noStatement", ""),
            ("begin,shape=low", "no notOnSheet", ""), ("begin,@shape", "no notOnSheet", ""),
            ("begin,*=low", "no onlyWords", ""),
            // Undoing.
            ("begin,style=low,depth=mid,<", "undone", "style=level low"),
            ("begin,style=low,depth=mid,<,<", "undone", ""),
            ("begin,style=low,style=high,<", "undone", "style=level low"),
            ("begin,style=low,<,>", "redone", "style=level low"),
            ("begin,style=low,<,depth=mid,>", "no nothingToRedo", "depth=level mid"),
            ("begin,style=low,<,<", "no nothingToUndo", ""),
            // What was handed in is not undone.
            ("begin,style=low,submit,revise slip,<", "no nothingToUndo", "style=level low"),
            (
                "begin,style=low,submit,revise slip,style=high,submit", "!submitted: submitted",
                "style=level high"
            ),
        ])
    func `holds what the last event makes of it`(
        _ script: String, _ action: String, _ standing: String
    ) throws {
        let (review, last) = try Self.play(script)
        #expect(Self.words(last) == action)
        #expect(Self.standing(review) == standing)
    }

    @Test(
        arguments: [
            ("begin", "style"), ("begin,@count", "count"), ("begin,depth=low", "depth"),
            ("begin,depth=low,@style", "style"), ("begin,depth=low,@style,<", "depth"),
            ("begin,@count,submit,revise slip", "count"),
        ])
    func `goes on at the line where it was left`(_ script: String, _ place: String) throws {
        #expect(try Self.play(script).review.place == Self.place(place))
    }

    @Test(
        arguments: [("begin", 0), ("begin,submit", 1), ("begin,submit,withdraw why", 2)])
    func `counts how often it was filed`(_ script: String, _ revision: Int) throws {
        #expect(try Self.play(script).review.revision == revision)
    }

    @Test func `makes the marks of a sheet in the rubric's order`() throws {
        let review = try Self.play(
            "begin,count=1,remarks=\"fine\",style+go-on,depth=\"hm\",style=mid"
        ).review
        #expect(
            review.marks == [
                .init(
                    criterion: Self.ids[0], value: .level(Self.levels[1]),
                    statements: [try #require(Self.statement)]),
                .init(criterion: Self.ids[2], value: ScoreSheet.Value.none, comment: "fine"),
                .init(criterion: Self.ids[3], value: .points(.one)),
            ])
        #expect(
            review.marks.map { Judgment($0) }.map(\.value) == [
                .level(Self.levels[1]), nil, .points(.one),
            ])
    }

    @Test func `asks every subject, and each source only what is its own`() throws {
        var rubric = try Self.rubric()
        let peers = RatingSource(id: try #require(RatingSource.ID("peers")), title: "Peers")
        rubric.sources = [peers]
        rubric.criteria = try Self.rubric().allCriteria.map { criterion in
            var criterion = criterion
            if criterion.id == Self.ids[0] {
                criterion.sources = [RatingSource.ID("boss")].compactMap { $0 }
            }
            return .criterion(criterion)
        }
        let two = ReviewPlan(rubric, subjects: ["a", "b"], role: "peers").places
        #expect(two.count == 7 && two.last == .overall)
        #expect(two.first == .criterion(Self.ids[1], subject: "a"))
        #expect(two[3] == .criterion(Self.ids[1], subject: "b"))
        #expect(ReviewPlan(rubric, role: "lead").places.count == 5)
    }
}
