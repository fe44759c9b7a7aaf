import Assessment
import Commands
import Foundation
import Results
import SQLiteResults
import TestSupport
import Testing

@Suite struct `A learner's data` {
    private static let words = [
        "Ana Diaz", "ana@example.org", "S-4711", "Ana Ruiz", "candid feedback", "appealed in May",
        "shy in meetings",
    ]

    /// A store with everything that can be erased of one learner, and a second one beside.
    private static func furnished() throws -> Desk {
        let desk = try Desk()
        for line in [
            "cohort create spring",
            "learner add \"Ana Ruiz\" --id S-4711 --email ana@example.org --cohort spring",
            "learner add \"Bo Li\" --id S-2 --role reviewer",
            "learner edit S-4711 --name \"Ana Diaz\"",
        ] { #expect(desk.run(line).code == .done, "\(line)") }
        let ids = try desk.json(Listed.self, "learner list").people.compactMap {
            Person.ID($0.uniqueId)
        }
        try #require(ids.count == 2)
        try desk.add(records(of: ids[0], by: ids[1], desk))
        return desk
    }

    struct Listed: Decodable {
        struct Person: Decodable {
            let uniqueId: String
        }

        let people: [Person]
    }

    private static func records(
        of learner: Person.ID, by reviewer: Person.ID, _ desk: Desk
    ) throws -> [any Record] {
        let frozen = FrozenContent(
            kind: .quiz, id: "b/q", version: "1", contentHash: .sha256([1]),
            structureHash: .sha256([2]), bytes: [1])
        let sitting = SittingRecord(
            learner: learner, id: desk.newID(), time: desk.tick(), quiz: "b/q",
            content: frozen.contentHash, seed: 1, attempt: 1, attemptsAllowed: nil, items: [])
        let choice = Entry.ID("a").map { Answer([.chosen([$0])]) }
        let steps = [
            Step(.answered, item: Item.ID("i1"), answer: choice, time: desk.tick(), uptime: 1),
            Step(
                .answered, item: Item.ID("i2"), answer: Answer([.typed("candid feedback")]),
                time: desk.tick(), uptime: 2),
            Step(.submitted, time: desk.tick(), uptime: 3),
        ].enumerated().map { index, step in
            StepRecord(
                learner: learner, sitting: sitting.id, number: index + 1, id: desk.newID(),
                boot: nil, step: step)
        }
        let marks = Marks(earned: Rational(1), possible: Rational(2))
        let grade = GradeRecord(
            learner: learner, sitting: sitting.id, id: desk.newID(), time: desk.tick(),
            author: "lea", grader: "1", cause: .regraded, marks: marks, verdict: .notPassed,
            items: [], reason: "appealed in May")
        let sheet = try #require(ScoreSheet.ID("sheet"))
        let sheets = [(learner, reviewer), (reviewer, learner)].map { about, by in
            SheetRecord(
                learner: about, submission: "lab-1", sheet: sheet, revision: 1, id: desk.newID(),
                time: desk.tick(), reviewer: by, rubric: frozen.contentHash, status: .submitted,
                marks: "m", words: about == learner ? "shy in meetings" : "well argued")
        }
        let regrade = RegradeRecord(grade, by: frozen.contentHash, giving: [:])
        return [ContentRecord(frozen), sitting] + steps + [grade, regrade] + sheets
    }

    private static let page = """
        Ana Diaz, S-4711

        What goes, for good:
          2  entries with name, id and email
          1  answers in words, typed or written
          1  reasons for a new grade
          1  score sheets' comments on this person's work

        What stays, under an id that names nobody:
          2  entries with roles and dates, without a name
          1  joinings and leavings of cohorts
          1  sittings: which quiz, when, which questions
          3  steps of sittings: answers chosen, and when
          1  marks and verdicts, without a name
          1  score sheets' marks on this person's work
          1  score sheets about others, with this person's comments

        Backups, copies, exports and other stores that took this one in are not reached:
        erase there as well, or delete them.


        """

    struct Way: Sendable, CustomTestStringConvertible {
        let line: String
        let typed: String?
        let code: ExitCode
        let errors: String
        let isErased: Bool
        var testDescription: String { line + " " + (typed ?? "") }

        init(
            _ line: String, typing typed: String? = nil, _ code: ExitCode, _ errors: String,
            erases isErased: Bool = false
        ) {
            self.line = line
            self.typed = typed
            self.code = code
            self.errors = errors
            self.isErased = isErased
        }
    }

    private static let question =
        "This cannot be undone. Type S-4711 to erase it, anything else to stop: "
    private static let done = "erased; what is left is known as #\n"

    @Test(arguments: [
        Way("learner erase S-4711 --yes", .done, done, erases: true),
        Way(
            "learner erase S-4711", typing: "S-4711", .done, question + done, erases: true),
        Way("learner erase S-4711", typing: "Ana Diaz", .done, question + done, erases: true),
        Way(
            "learner erase S-4711", typing: "yes", .no, question + "error: nothing was erased\n"),
        Way("learner erase S-4711", typing: "", .no, question + "error: nothing was erased\n"),
        Way(
            "learner erase S-4711 --dry-run", .done, "nothing was erased, as --dry-run asks\n"),
        Way(
            "learner erase S-4711", .usage,
            """
            error: nothing was erased: it cannot be undone, and nobody can be asked
              look at it with --dry-run, then give --yes
            see: assay help learner erase

            """),
        Way(
            "learner erase S-4711 --no-input", typing: "S-4711", .usage,
            """
            error: nothing was erased: it cannot be undone, and nobody can be asked
              look at it with --dry-run, then give --yes
            see: assay help learner erase

            """),
    ])
    func `goes when somebody says so twice, and no byte of it stays in the files`(
        _ way: Way
    ) throws {
        let desk = try Self.furnished()
        let answer = desk.run(way.line + " --color=never", typing: way.typed)
        #expect(answer.code == way.code)
        #expect(answer.output == Self.page)
        #expect(answer.errors == way.errors)
        let files = try desk.bytes()
        #expect(files["store.sqlite"] != nil)
        for word in Self.words {
            let found = files.values.contains { $0.firstRange(of: Data(word.utf8)) != nil }
            #expect(found != way.isErased, "\(word)")
        }
        #expect(files.values.contains { $0.firstRange(of: Data("well argued".utf8)) != nil })
        let store = try SQLiteStore.open(desk.store, .reading)
        let verification = try store.verify { _ in .same }
        #expect(verification.findings == [])
        try store.close()
    }

    struct Report: Decodable {
        struct Line: Decodable {
            let kind: String
            let records: Int
        }

        let schema: String
        let uniqueId: String
        let erased: Bool
        let goes, stays: [Line]
        let copies: [String]
    }

    @Test func `stays known by marks, verdicts and an id once it is erased`() throws {
        let desk = try Self.furnished()
        let copy = try desk.folder.write("", to: "store.sqlite.version-1")
        let report = try desk.json(Report.self, "learner erase S-4711 --yes")
        #expect(report.schema == "assay/learner-erasure/1")
        #expect(report.erased)
        #expect(report.goes.map(\.kind) == ["person", "step", "grade", "sheet"])
        #expect(report.goes.map(\.records) == [2, 1, 1, 1])
        #expect(report.copies == [copy])
        #expect(desk.run("learner show S-4711").code == .noInput)
        #expect(
            desk.run("learner show \(report.uniqueId)").output == """
                name          (erased)
                id            -
                unique id     #
                email         -
                roles         learner
                cohorts       spring
                added         2026-03-08 by lea
                changed       2026-03-08 by lea
                erased        2026-03-08 by lea
                sittings      1
                score sheets  1, 1 written

                QUIZ  SITTINGS  OPEN  PASSED  NOT PASSED  UNDECIDED  LAST
                b/q          1     0       0           1          0  2026-03-08

                SUBMISSION  SHEETS  VERDICT
                lab-1            1  -

                """)
        #expect(desk.run("cohort show spring").errors.hasSuffix("whose data were erased\n"))
        let again = desk.run("learner erase \(report.uniqueId)")
        #expect(again.code == .done)
        #expect(again.errors == "this was done on 2026-03-08 by lea\n")
        for line in ["edit \(report.uniqueId) --name Ana", "show Ana"] {
            #expect(desk.run("learner \(line)").code != .done)
        }
        #expect(desk.run("cohort add spring \(report.uniqueId)").code == .no)
        #expect(desk.run("learner add \"Ana Diaz\" --id S-4711").code == .done)
    }

    @Test func `is not called gone while another program keeps the file's log from being cleaned`()
        throws
    {
        let desk = try Self.furnished()
        let other = try SQLiteStore.open(desk.store, .reading)
        let first = try other.reading { () throws(StoreFault) in
            _ = try other.people()
            return desk.run("learner erase S-4711 --yes")
        }
        #expect(first.code == .locked)
        #expect(
            first.errors == """
                error: saved, but ~/store.sqlite: others are reading, and what was erased may \
                still be in the files
                  it goes when they are done and something is saved

                """)
        try other.close()
        #expect(desk.run("learner list").output.contains("S-4711") == false)
    }
}
