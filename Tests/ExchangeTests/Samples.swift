import Assessment
import Content
import Exchange
import Grading
import Testing

/// Results of two learners, in a quiz with every way to answer.
enum Samples {
    private static func bank() throws -> Bank {
        let source = """
            <bank xmlns="urn:assay:bank:1" id="demo" version="1.2.0" xml:lang="en">
            <title>Demo</title>
            <objective id="reviews"><title>Reviews</title></objective>
            <objective id="plans"><title>Plans</title></objective>
            <item id="one" objective="reviews"><prompt>Who decides?</prompt><choose>
            <option id="a" key="true">The team</option><option id="b">Nobody</option></choose></item>
            <item id="many" objective="reviews"><prompt>Which?</prompt><choose-many>
            <option id="a" key="true">A</option><option id="b" key="true">B</option>
            <option id="c">C</option></choose-many></item>
            <item id="2-holds"><prompt>Is it?</prompt><true-false key="true"/></item>
            <item id="match"><prompt>Match.</prompt><match>
            <pair id="m"><left>Mentor</left><right>shares</right></pair>
            <pair id="c"><left>Coach</left><right>asks</right></pair></match></item>
            <item id="order" objective="plans"><prompt>Order.</prompt><order>
            <entry id="o1">Listen</entry><entry id="o2">Decide</entry></order></item>
            <item id="sort"><prompt>Sort.</prompt><sort>
            <group id="g1">Leading</group><group id="g2">Managing</group>
            <entry id="e1" group="g1">Direction</entry><entry id="e2" group="g2">Budget</entry>
            </sort></item>
            <item id="number" points="3"><prompt>How many?</prompt><number><accept value="3"/></number>
            </item>
            <item id="words"><prompt>Who?</prompt><short-text><accept>everybody</accept></short-text>
            </item>
            <item id="gaps"><prompt>Fill.</prompt><blanks>
            <passage>A [[what]] keeps [[why]].</passage>
            <blank id="what"><accept>record</accept></blank>
            <blank id="why"><option id="r" key="true">reasons</option><option id="m">money</option>
            </blank></blanks></item>
            <item id="text"><prompt>Write.</prompt><written rubric="essay"/></item>
            <quiz id="check" pass="70%"><title>Leadership quiz</title>
            \(["one", "many", "2-holds", "match", "order", "sort", "number", "words", "gaps", "text"]
                .map { "<use item=\"\($0)\"/>" }.joined())</quiz></bank>
            """
        var diagnostics = Diagnostics()
        let bank = BankReader.bank(
            from: SourceText(name: "demo.xml", bytes: Array(source.utf8)), into: &diagnostics)
        return try #require(bank, "\(diagnostics.found)")
    }

    static let ann = Person(
        id: Person.ID(bits: 0x0195_7E6B_0000_7000_8000_0000_0000_0001), name: "Ana López",
        externalID: "S1", email: "ana@example.org")
    static let bob = Person(
        id: Person.ID(bits: 0x0195_7E6B_0000_7000_8000_0000_0000_0002), name: "Bo Li",
        externalID: "2026/17")

    private static let answers: [String: String] = [
        "one": "chosen a", "many": "chosen a b", "2-holds": "chosen true",
        "match": "paired c=c m=m",
        "order": "ordered o1 o2", "sort": "sorted e1=g1 e2=g2", "number": "typed 3",
        "words": "typed everybody", "gaps": "filled what=record why=r",
        "text": "written What we gave up\\\\nwas speed.",
    ]

    /// What a learner's answers to all items come to; nil in place of a text that replaces them.
    static func sitting(
        _ number: UInt128 = 1, of learner: Person = ann, _ changed: [String: String] = [:],
        title: String = "Leadership quiz", prompt: String = "Who decides?",
        quiz id: String? = nil, attempt: Int = 1, written marks: Rational? = .one
    ) throws -> GradedSitting {
        var bank = try bank()
        let quiz = bank.quizzes[0]
        let quizID = try #require(Quiz.ID(id ?? quiz.id.text))
        let content = try Freezing.quiz(quiz.id, of: bank).contentHash
        // A bank's file could not hold every title.
        bank.items[0].prompt = prompt
        var given: [Item.ID: Answer] = [:]
        for item in bank.items {
            let text = changed[item.id.text] ?? answers[item.id.text] ?? ""
            if text.isEmpty { continue }
            let answer: Answer = try #require(Answer(text), "\(text)")
            given[item.id] = answer
        }
        let items = try bank.items.map { item in
            let grade = try item.grade(given[item.id])
            let isScored = grade.needsReviewer && marks != nil
            return GradedSitting.AskedItem(
                item, given[item.id],
                marks: isScored
                    ? Marks(earned: marks ?? .zero, possible: item.points) : grade.marks,
                outcome: isScored ? .partly : grade.outcome)
        }
        let total = try self.total(items)
        let isOpen = items.contains { $0.outcome == .needsReviewer }
        let passes = try total.reach(quiz.passMark) == true
        let begun: Int64 = 1_773_065_100_000_000 + Int64(number) * 86_400_000_000
        return GradedSitting(
            id: .init(bits: 0x0195_7E6C_0000_7000_8000_0000_0000_0000 + number), learner: learner,
            quiz: .init(
                bank: bank.id, id: quizID, title: title, version: bank.version,
                language: bank.language, passMark: quiz.passMark, content: content),
            attempt: attempt, begun: Timestamp(microseconds: begun),
            ended: Timestamp(microseconds: begun + 1_360_250_000),
            graded: Timestamp(microseconds: begun + 1_360_260_000), marks: total,
            verdict: isOpen ? .undecided : passes ? .passed : .notPassed, items: items,
            objectives: try bank.objectives.map { objective in
                let part = items.filter { $0.item.objective == objective.id }
                return .init(objective.id, try self.total(part))
            })
    }

    private static func total(_ items: [GradedSitting.AskedItem]) throws -> Marks {
        Marks(
            earned: try items.map(\.marks.earned).total(),
            possible: try items.map(\.marks.possible).total())
    }

    /// One who passed, and one who did not and left questions out.
    static func two() throws -> [GradedSitting] {
        [
            try sitting(1),
            try sitting(
                2, of: bob,
                [
                    "one": "chosen b", "many": "", "match": "paired m=c", "number": "typed 4",
                    "words": "typed =1+1",
                ], attempt: 2, written: .zero),
        ]
    }

    static var settings: ExchangeSettings {
        var settings = ExchangeSettings()
        settings.site = "https://school.example"
        settings.issuer = "Leadership School"
        settings.section = "spring-26"
        settings.course = .init(classID: "C1", session: "T1", school: "O1")
        return settings
    }

    /// Marks with a share to taste, on an item-less sitting.
    static func sitting(
        _ earned: Rational, of possible: Rational, passMark: Rational, verdict: Verdict,
        number: UInt128 = 1, of learner: Person = ann, title: String = "Quiz", quiz: String = "q"
    ) throws -> GradedSitting {
        let time = Timestamp(microseconds: 1_773_065_100_000_000)
        return GradedSitting(
            id: .init(bits: number), learner: learner,
            quiz: .init(
                bank: try #require(Bank.ID("b")), id: try #require(Quiz.ID(quiz)), title: title,
                version: "1", language: nil, passMark: passMark, content: Digest.sha256([])),
            attempt: 1, begun: time, ended: time, graded: time,
            marks: Marks(earned: earned, possible: possible), verdict: verdict, items: [],
            objectives: [])
    }
}
