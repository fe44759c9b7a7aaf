import Assessment
import Results
import Testing

@Suite struct `A record` {
    private static func rational(_ top: Int128, _ bottom: Int128 = 1) -> Rational? {
        try? Rational(top, over: bottom)
    }

    /// Each kind with everything there, with nothing that may be absent, and at its limits.
    private static func samples() throws -> [any Record] {
        let make = Maker()
        let (quiz, rubric) = (try make.content(.quiz, "m/q"), try make.content(.rubric, "r"))
        let learner: Person.ID = make.id()
        let sitting = make.sitting(learner, quiz)
        let hash = quiz.content.contentHash
        let (item, entry) = (try #require(Item.ID("i-1")), try #require(Entry.ID("a")))
        let limit = try #require(rational(.max, .max - 1))
        // What the others refer to comes first.
        let grades = [make.grade(sitting), make.grade(sitting, reason: "")]
        var samples: [any Record] = [
            quiz, rubric,
            make.person("Ana", externalID: "s", email: "a@b", roles: Set(Person.Role.allCases)),
            make.person(nil, roles: []), make.person("", externalID: "", email: ""),
            make.cohort(try #require(Cohort.ID("c")), ""),
            make.membership(try #require(Cohort.ID("c")), learner),
            make.membership(try #require(Cohort.ID("c")), learner, isJoined: false),
            try make.code(), try make.code("", nil),
            sitting, make.sitting(learner, quiz, attempt: 9, allowed: nil),
            SittingRecord(
                learner: learner, id: make.id(), time: Timestamp(microseconds: .min), quiz: "",
                content: hash, seed: .max, attempt: .max, attemptsAllowed: .max, items: []),
            grades[0], grades[1], make.release(sitting),
            RegradeRecord(grades[0], by: hash, giving: [:]),
            RegradeRecord(grades[1], by: hash, giving: [item: limit]),
            GradeRecord(
                learner: learner, sitting: sitting.id, id: make.id(), time: make.tick(), author: "",
                grader: "", cause: .scored,
                marks: Marks(earned: -limit, possible: try #require(rational(1, 3))),
                verdict: .undecided,
                items: [
                    GradeRecord.ItemMarks(item: item, marks: Marks(earned: limit, possible: .zero))
                ]),
            try make.sheet(learner, learner, rubric, words: nil),
            make.release(make.evaluation(learner, rubric, of: [])),
            try make.sheet(learner, learner, rubric, revision: .max, submission: "", words: ""),
            make.evaluation(learner, rubric, of: [try make.sheet(learner, learner, rubric)]),
            EvaluationRecord(
                learner: learner, submission: "", id: make.id(), time: make.tick(), author: "",
                grader: "", rubric: hash, sheets: [make.id(), make.id()], score: nil, verdict: "",
                details: ""),
            make.override(make.grade(sitting)), make.override(make.grade(sitting), reason: nil),
            try make.standing(learner, quiz), make.erasure(learner),
            make.merging()(ChainHead(sequence: 0, hash: hash), 0),
        ]
        let contents = Exhibit.Contents(of: Array("e\u{301}".utf8))
        let exhibits = [
            Exhibit(link: "a b\n\\c", contents: contents), Exhibit(link: ""),
            Exhibit(link: "https://e.org/-", evidence: Component.Evidence.ID("adr")),
        ]
        let submissions = [
            make.submission(learner, rubric, "", exhibits: nil),
            make.submission(learner, rubric, "é", exhibits: []),
            SubmissionRecord(
                learner: learner, submission: "s", id: make.id(), time: make.tick(), author: "",
                rubric: hash, component: "p/c", subjects: ["a", "b"], exhibits: exhibits),
        ]
        samples += submissions as [any Record]
        samples += [
            make.assignment(submissions[2], learner),
            AssignmentRecord(
                learner: learner, submission: "s", reviewer: learner, id: make.id(),
                time: make.tick(), author: "", role: nil, isSeated: false, conflict: nil),
        ]
        samples += try Self.reviewSteps(make, submissions[2])
        for kind in FrozenContent.Kind.allCases {
            samples.append(try make.content(kind, "é/\u{0}"))
        }
        for kind in OverrideRecord.Kind.allCases {
            samples.append(
                OverrideRecord(
                    learner: learner, target: make.id(), id: make.id(), time: make.tick(),
                    author: "", kind: kind, before: "", after: "", reason: nil))
        }
        for kind in Step.Kind.allCases { samples.append(make.step(sitting, 1, kind)) }
        let answers: [Answer?] = [
            nil, Answer([]), Answer([nil]), Answer([nil, nil]), Answer([.chosen([])]),
            Answer([.chosen([entry])]), Answer([.paired([entry: entry]), .typed("e\u{301}\n\\")]),
            Answer([.ordered([entry]), .sorted([:])]),
            Answer([.filled([entry: ""]), .written("")]),
        ]
        for answer in answers {
            for confidence in [nil, 0, 3] {
                for boot in [nil, "", "b"] {
                    let step = Step(
                        .answered, item: answer == nil ? nil : item, answer: answer,
                        confidence: confidence, time: make.tick(), uptime: .min)
                    samples.append(
                        StepRecord(
                            learner: learner, sitting: sitting.id, number: .max, id: make.id(),
                            boot: boot, step: step))
                }
            }
        }
        return samples
    }

    private static func reviewSteps(
        _ make: Maker, _ submission: SubmissionRecord
    ) throws -> [any Record] {
        let id = try #require(Criterion.ID("c"))
        let places: [ReviewStep.Place?] = [
            nil, .overall, .criterion(id), .criterion(id, subject: "a"),
        ]
        let judgments: [Judgment?] = [
            nil, Judgment(),
            Judgment(
                value: .level(try #require(Scale.Level.ID("points"))), comment: "e\u{301}\n\\n",
                statements: [try #require(Criterion.Statement.ID("level"))]),
            Judgment(value: .points(try #require(rational(-17, 2))), reason: ""),
            Judgment(
                value: .ratio(numerator: .one, denominator: .hundred),
                evidence: [.init(link: " a b ", kind: "a link"), .init(link: "")]),
            Judgment(value: .notApplicable, reason: "reason x"),
        ]
        var steps = ReviewStep.Kind.allCases.map {
            ReviewStep($0, words: $0 == .revised ? "a\nb" : nil, time: make.tick())
        }
        for place in places {
            steps += judgments.map { ReviewStep(.judged, at: place, $0, time: make.tick()) }
        }
        let sheet = try #require(ScoreSheet.ID("s"))
        return steps.map {
            ReviewStepRecord(
                learner: submission.learner, submission: submission.submission, sheet: sheet,
                number: .max, id: make.id(), reviewer: submission.learner, step: $0)
        }
    }

    private static func row(_ record: any Record) -> SealedRow {
        var generator = SystemRandomNumberGenerator()
        return SealedRow(type(of: record).table, record.fields, using: &generator)
    }

    private static func read(_ type: any Record.Type, _ row: SealedRow) throws -> any Record {
        try type.init(RowReader(row))
    }

    @Test func `reads back as it was`() throws {
        var tables: Set<Table> = []
        for record in try Self.samples() {
            let again = try Self.read(type(of: record), Self.row(record))
            #expect(again.fields == record.fields)
            #expect(AnyHashable(again) == AnyHashable(record))
            tables.insert(type(of: record).table)
        }
        #expect(tables == Set(Table.all))
    }

    @Test(arguments: StoreKind.allCases)
    func `comes out of a store as it went in`(_ kind: StoreKind) throws {
        let place = kind.place()
        let rows = try Self.samples().map(Self.row)
        let store = place.open()
        try store.writing { () throws(StoreFault) in for row in rows { try store.insert(row) } }
        let found = Set(try place.open().everything())
        #expect(found == Set(rows) && found.count == rows.count)
        #expect(found.allSatisfy { $0.isSealIntact })
    }

    @Test func `reads back without its words once they are erased`() throws {
        for record in try Self.samples() {
            let row = Self.row(record)
            let again = try Self.read(type(of: record), row.erased())
            #expect(again.fields == row.erased().fields)
            #expect(row.erased().digest == row.digest && row.erased().isSealIntact)
            #expect(row.erased().isErased == row.table.holdsPersonal)
        }
    }

    /// What no version wrote, by table, column and value.
    @Test(
        arguments: [
            ("person", "roles", .text("learner boss")), ("person", "roles", .null),
            ("person", "name", .integer(1)), ("person", "person", .bytes([1])),
            ("person", "at", .text("2026")), ("cohort", "cohort", .text("../x")),
            ("membership", "joined", .integer(2)), ("content", "hash", .bytes([])),
            ("content", "kind", .text("bank")), ("proctor_code", "hash", .text("")),
            ("proctor_code", "hash", .text("4711")), ("proctor_code", "quiz", .null),
            ("proctor_code", "hash", .text("$argon2id$v=19\u{0}")),
            ("release", "sitting", .text("")), ("sitting", "items", .text("i-1 /")),
            ("sitting", "quiz", .null), ("step", "kind", .text("")), ("step", "item", .text("")),
            ("step", "answer", .text("typed")), ("step", "words", .text("x")),
            ("step", "number", .text("1")), ("grade", "earned", .text("1/0")),
            ("grade", "earned", .text("1/")), ("grade", "earned", .text("")),
            ("grade", "possible", .text("0.5")), ("grade", "possible", .text("2/-3")),
            ("grade", "earned", .text("-170141183460469231731687303715884105728")),
            ("grade", "earned", .text("170141183460469231731687303715884105728")),
            ("grade", "items", .text("i-1 1")), ("grade", "items", .text("i-1 1 1 1")),
            ("grade", "cause", .text("whim")), ("grade", "verdict", .text("passed ")),
            ("submission", "exhibits", .text("- - x")),
            ("submission", "exhibits", .text("- - - a\\")),
            ("submission", "subjects", .null), ("assignment", "seated", .integer(2)),
            ("review_step", "kind", .text("")), ("review_step", "criterion", .text("a b")),
            ("review_step", "mark", .text("level")), ("review_step", "mark", .text("points x")),
            ("review_step", "mark", .text("- +")), ("review_step", "mark", .text("ratio 1")),
            ("verdict_release", "evaluation", .text("")),
            ("sheet", "status", .text("lost")), ("sheet", "rubric", .text("")),
            ("evaluation", "sheets", .text("x")), ("evaluation", "score", .text("1//2")),
            ("override", "kind", .text("step")), ("standing", "program", .text("")),
            ("standing", "state", .text("done")), ("erasure", "learner", .null),
            ("merge", "head", .bytes([UInt8](repeating: 0, count: 31))),
        ] as [(String, String, Field)])
    func `is damaged where it holds what nobody wrote`(
        _ table: String, _ column: String, _ value: Field
    ) throws {
        let record = try #require(Self.samples().first { type(of: $0).table.name == table })
        let row = Self.row(record)
        var fields = row.fields
        fields[try #require(row.table.index(of: column))] = value
        let altered = SealedRow(
            row.table, fields, salt: row.salt, personalSeal: row.personalSeal)
        let found = fault { _ = try Self.read(type(of: record), altered) }
        #expect(found?.kind == .damaged)
        #expect(found?.message.contains("record of '\(table)'") == true)
    }

    @Test func `is damaged where columns are missing`() throws {
        for record in try Self.samples() {
            let row = SealedRow(
                type(of: record).table, record.fields.dropLast(), salt: nil, personalSeal: nil)
            #expect(fault { _ = try Self.read(type(of: record), row) }?.kind == .damaged)
        }
    }
}
