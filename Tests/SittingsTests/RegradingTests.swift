import Assessment
import Content
import Grading
import Results
import Sittings
import Testing

@Suite struct `Computing a verdict again` {
    /// Three items of 1, 2 and 3 points, of which the quiz's pass mark asks for half.
    private static let source = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="one"><prompt>Which?</prompt>
        <choose><option id="a" key="true">A</option><option id="b">B</option></choose></item>
        <item id="two" points="2"><prompt>Is it?</prompt><true-false key="true"/></item>
        <item id="three" points="3"><prompt>How many?</prompt><number><accept value="7"/></number></item>
        <quiz id="q" pass="50%"><title>Q</title>
        <use item="one"/><use item="two"/><use item="three"/></quiz></bank>
        """

    private struct Kept {
        var grade: GradeRecord
        var sitting: SittingRecord
        var steps: [StepRecord]
        var content: FrozenContent
    }

    private static let time = Timestamp(microseconds: 1_000_000)

    private static func id<Named>(_ number: UInt128) -> UniqueID<Named> { UniqueID(bits: number) }

    private static func step(
        _ number: Int, _ kind: Step.Kind, _ item: String? = nil, _ response: Response? = nil
    ) -> StepRecord {
        StepRecord(
            learner: id(1), sitting: id(2), number: number, id: id(UInt128(number)), boot: nil,
            step: Step(
                kind, item: item.flatMap { Item.ID($0) },
                answer: response.map { Answer([$0]) }, time: time, uptime: 0))
    }

    /// One and two are right and three is not: 3 of 6 points, which is half of them.
    private static func kept(
        items: [String] = ["two", "one", "three"], marks: [(String, Int, Int)]? = nil,
        total: Int = 3, verdict: Verdict = .passed, grader: String = Grading.version,
        cause: GradeRecord.Cause = .submitted
    ) throws -> Kept {
        var diagnostics = Diagnostics()
        let text = SourceText(name: "b.xml", bytes: Array(source.utf8))
        let bank = try #require(BankReader.bank(from: text, into: &diagnostics))
        #expect(diagnostics.found.filter { $0.severity == .error } == [])
        let content = try Freezing.quiz(try #require(Quiz.ID("q")), of: bank)
        let right = try #require(Entry.ID("a"))
        let yes = try #require(Entry.ID("true"))
        let marks = marks ?? [("two", 2, 2), ("one", 1, 1), ("three", 0, 3)]
        return Kept(
            grade: GradeRecord(
                learner: id(1), sitting: id(2), id: id(3), time: time, author: "ann",
                grader: grader, cause: cause,
                marks: Marks(earned: Rational(total), possible: Rational(6)), verdict: verdict,
                items: try marks.map {
                    .init(
                        item: try #require(Item.ID($0.0)),
                        marks: Marks(earned: Rational($0.1), possible: Rational($0.2)))
                }),
            sitting: SittingRecord(
                learner: id(1), id: id(2), time: time, quiz: "b/q", content: content.contentHash,
                seed: 1, attempt: 1, attemptsAllowed: nil, items: items.compactMap { Item.ID($0) }),
            steps: [
                step(3, .answered, "one", .chosen([right])),
                step(1, .begun), step(2, .answered, "two", .chosen([yes])),
                step(4, .answered, "three", .typed("8")), step(5, .submitted),
            ], content: content)
    }

    private static func recompute(_ kept: Kept) -> Recomputation {
        Regrading().recompute(
            GradeBasis(
                grade: kept.grade, sitting: kept.sitting, steps: kept.steps,
                content: kept.content))
    }

    @Test func `comes to the same, in whatever order steps are handed over`() throws {
        #expect(Self.recompute(try Self.kept()) == .same)
    }

    @Test func `shows what was changed in a grade`() throws {
        let rows: [(Kept, String)] = [
            (
                try Self.kept(marks: [("two", 2, 2), ("one", 0, 1), ("three", 0, 3)]),
                "1 of 1 (100%) for 'one' rather than 0 of 1 (0%)"
            ),
            (try Self.kept(total: 4), "3 of 6 (50%) rather than 4 of 6 (66.7%)"),
            (try Self.kept(verdict: .notPassed), "passed rather than not-passed"),
            (try Self.kept(marks: [("two", 2, 2)]), "marks for other items than were asked"),
            (
                try Self.kept(items: ["two", "one", "four"]),
                "its quiz lacks an item that was asked"
            ),
        ]
        for (kept, difference) in rows { #expect(Self.recompute(kept) == .different(difference)) }
    }

    @Test func `shows what was changed in the steps`() throws {
        var kept = try Self.kept()
        kept.steps[3] = Self.step(4, .answered, "three", .typed("7"))
        #expect(
            Self.recompute(kept)
                == .different("3 of 3 (100%) for 'three' rather than 0 of 3 (0%)"))
        kept.steps[3] = Self.step(4, .cleared, "three")
        #expect(Self.recompute(kept) == .same)
    }

    @Test func `shows content that is not what was frozen`() throws {
        var kept = try Self.kept()
        let whole = kept.content
        var bytes = whole.bytes
        bytes[200] ^= 1
        kept.content = FrozenContent(
            kind: whole.kind, id: whole.id, version: whole.version,
            contentHash: whole.contentHash, structureHash: whole.structureHash, bytes: bytes)
        #expect(
            Self.recompute(kept)
                == .different(
                    "the kept copy of quiz 'b/q' 1 is damaged: it is not what its hash stands for"))
    }

    @Test func `is not tried where another grader, or a person, gave the marks`() throws {
        #expect(
            Self.recompute(try Self.kept(total: 4, grader: "0"))
                == .impossible("graded by version 0"))
        #expect(
            Self.recompute(try Self.kept(total: 4, cause: .scored))
                == .impossible("scored by a reviewer"))
    }
}
