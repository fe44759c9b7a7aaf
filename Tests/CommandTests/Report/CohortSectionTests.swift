import Commands
import Foundation
import TestSupport
import Testing

/// A cohort whose learners took a quiz, and have work that reviewers score.
private struct Course {
    let review: ReviewRoom

    private static let bank = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="one"><prompt>Is it?</prompt><true-false key="true"/></item>
        <quiz id="q" pass="100%"><title>Q</title><use item="one"/></quiz></bank>
        """

    private static let program = """
        <program xmlns="urn:assay:program:1" id="lead" version="1.0.0"><title>Lead</title>
        <scale id="c"><level id="starts" points="1"><label>Starts</label></level>
        <level id="does" points="2"><label>Does</label></level>
        <level id="leads" points="3"><label>Leads</label></level></scale>
        <competency id="plan" scale="c"><title>Planning</title></competency>
        <competency id="know" scale="c"><title>Knowing</title></competency>
        <competency id="speak" scale="c"><title>Speaking</title></competency>
        <target competency="know" level="does"/><target competency="speak" level="leads"/>
        <component id="talk" kind="lab" rubric="talk"><title>Give a talk</title>
        <evidence id="notes" kind="document">Your notes.</evidence>
        <validation id="peers" kind="peer-review" rubric="talk" min-reviewers="2">Two peers say so.
        </validation><develops competency="speak" level="does"/></component>
        <component id="check" kind="quiz" quiz="b/q"><title>Check</title>
        <develops competency="know" level="does"/></component>
        <component id="books" kind="reading" required="no"><title>Books</title></component>
        <completion><all-of><require component="talk"/><require component="check"/></all-of>
        </completion></program>
        """

    /// Ana, Bob and Cy took the quiz, and Dee did nothing; Ana hands in three talks.
    init() throws {
        review = try ReviewRoom(handingIn: 3)
        _ = try review.room.folder.write(Self.bank, to: "bank.xml")
        #expect(run("cohort create spring").code == .done)
        #expect(run("cohort create fall").code == .done)
        #expect(run("cohort add spring S1").code == .done)
        for (name, id) in [("Bob", "S2"), ("Cy", "S3"), ("Dee", "S4")] {
            #expect(run("learner add \(name) --id \(id) --cohort spring").code == .done)
        }
        #expect(run("cohort add fall S2").code == .done)
        for (id, answer) in [("S1", "1"), ("S2", "2"), ("S3", "1")] {
            _ = run("quiz take @/bank.xml --learner \(id)", typing: [answer, "submit"])
        }
    }

    func run(_ line: String, typing lines: [String] = []) -> QuizRoom.Answer {
        review.room.run(
            line, typing: lines, isTerminal: false,
            variables: ["ASSAY_CONTENT": review.room.folder.url.path])
    }

    func addProgram() throws {
        try FileManager.default.createDirectory(
            at: review.room.folder.url.appending(path: "Programs"),
            withIntermediateDirectories: true)
        _ = try review.room.folder.write(Self.program, to: "Programs/lead.xml")
    }

    /// The points of a reviewer on both criteria.
    func score(_ work: String, by reviewer: Int, _ ask: Int, _ end: Int) {
        let comment = ask < 2 ? " = It should ask." : ""
        #expect(review.run("review start \(work) --conflict none", by: reviewer).code == .done)
        let marks = ["ask = \(ask)\(comment)", "end = \(end)"]
        _ = review.run(
            "review score \(work)", by: reviewer, typing: marks, isTerminal: false)
        #expect(review.run("review submit \(work)", by: reviewer).code == .done)
    }

    func report(_ line: String) -> String {
        let run = run("report cohort \(line)")
        #expect(run.code == .done, "\(run.errors)")
        return run.output
    }
}

@Suite struct `The reviewers in a cohort's report` {
    private let course: Course

    /// Rev1 gives 25 and then 100/3 points more than Rev2; on a third piece the marks are sealed.
    init() throws {
        course = try Course()
    }

    private func score() {
        course.score("talk-1", by: 1, 3, 3)
        course.score("talk-1", by: 2, 2, 3)
        course.score("talk-2", by: 1, 2, 2)
        course.score("talk-2", by: 2, 1, 1)
        course.score("talk-3", by: 3, 0, 0)
    }

    /// By hand: half of each difference is one reviewer's leniency, on average 175/12 points; two
    /// pieces of work on two criteria make four pairs of marks, of which one is the same.
    @Test func `are as severe, and agree as far, as their sheets that are not sealed say`() {
        score()
        #expect(
            course.report("spring --format csv --table reviewers") == """
                "rubric","reviewer","works","mean","leniency","look"\r
                "talk","Rev1",2,83.33,14.58,"lenient"\r
                "talk","Rev2",2,54.17,-14.58,"severe"\r

                """)
        let agreement = course.report("spring --format csv --table agreement")
            .split(separator: "\r\n").map { $0.split(separator: ",").dropLast() }
        #expect(
            agreement.dropFirst() == [
                ["\"talk\"", "\"all criteria\"", "2", "0.25", "1"],
                ["\"talk\"", "\"Ask\"", "2", "0", "1"], ["\"talk\"", "\"End\"", "2", "0.50", "1"],
            ])
        let json = course.report("spring --format json")
        #expect(json.contains("\"leniency\": \"175/12\""))
        #expect(
            json.contains("More severe than the others: Rev2. More lenient than the others: Rev1."))
    }

    /// What is scored before, what is asked for, what is said and what is not.
    @Test(
        arguments: [
            (
                true, "spring",
                [
                    "Left out: 1 submission whose panel is not complete.",
                    "2 pieces of work can hardly tell how severe a reviewer is",
                    "Rev2: severe, 14.58 points below what the same work gets",
                ], ["Rev3"]
            ),
            (
                false, "spring",
                [
                    "Reviewers\n", "No panel has all its sheets yet.",
                    "Left out: 3 submissions whose panel is not complete.",
                ], ["Rev1", "hardly tell how severe"]
            ),
            (true, "fall", ["0 of 1 passed."], ["Rev1", "Reviewers"]),
            (true, "spring --format html", ["as severe as all", "one reviewer"], ["settled on"]),
            (
                true, "spring --pseudonymize @/key", ["severe, 14.58 points"],
                ["Rev1", "Rev2", "Ana"]
            ),
        ] as [(Bool, String, [String], [String])])
    func `are told of where there is something to tell`(
        _ isScored: Bool, _ line: String, _ said: [String], _ unsaid: [String]
    ) {
        if isScored { score() }
        let report = course.report(line)
        for words in said { #expect(report.contains(words), "\(report)") }
        for words in unsaid { #expect(!report.contains(words), "\(words) in \(report)") }
    }
}

@Suite struct `Reviewers in a cohort's report who share no work` {
    @Test func `are not compared, and it is said why`() throws {
        let course = try Course()
        #expect(course.run("learner add Rev4 --id R4 --role reviewer").code == .done)
        for reviewer in 1...2 { course.score("talk-1", by: reviewer, 2, 2) }
        for reviewer in 3...4 { course.score("talk-2", by: reviewer, 3, 2) }
        let text = course.report("spring")
        #expect(text.contains("These reviewers share no work: Rev1, Rev2 | Rev3, Rev4."))
        #expect(!text.contains("Nobody stands out."))
        let rows = course.report("spring --format csv --table reviewers").split(separator: "\r\n")
        #expect(rows.count == 5)
        for row in rows.dropFirst() {
            #expect(row.contains("the marks do not connect all that is compared"))
        }
    }
}

@Suite struct `The competencies in a cohort's report` {
    /// Ana gave her talk, and all but Bob know; whoever has no level lacks all of them.
    @Test func `are how far learners are from the targets, the largest gap first`() throws {
        let course = try Course()
        try course.addProgram()
        let handIn = "review hand-in S1 --rubric @/talk.xml --for lead/talk --id mine"
        #expect(course.run(handIn + " --evidence @/talk.md").code == .done)
        for reviewer in 1...2 { course.score("mine", by: reviewer, 2, 2) }
        #expect(course.run("panel release mine").code == .done)
        #expect(
            course.report("spring --format csv --table gaps") == """
                "program","competency","target","target_reason","below","learners","lacking",\
                "measured","median","median_reason","mean","mean_reason"\r
                "lead","Speaking","Leads","",3,3,2.33,1,2,"",2,""\r
                "lead","Knowing","Does","",1,3,0.67,2,2,"",2,""\r
                "lead","Planning","","no target","",3,"",0,"","nobody has a level","",\
                "nobody has a level"\r

                """)
        #expect(
            course.report("spring --format csv --table components") == """
                "program","component","required","done","lacking"\r
                "lead","Give a talk","required",1,2\r
                "lead","Check","required",2,1\r

                """)
        let text = course.report("spring")
        for words in [
            "Lead: 3 of 4 learners did something for it, and 1 completed it.",
            "Most lack Speaking: 3 of 3 are below Leads.",
            "Levels in lead: 1 Starts, 2 Does, 3 Leads.",
        ] { #expect(text.contains(words), "\(text)") }
        #expect(course.report("fall").contains("Most lack Speaking, Knowing. The largest gap is"))
    }

    @Test func `are left out where nobody is in a program`() throws {
        let course = try Course()
        #expect(!course.report("spring").contains("competencies"))
    }
}
