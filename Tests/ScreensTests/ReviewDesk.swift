import Assessment
import Content
import Grading
import Screens
import Terminal
import TestSupport
import Testing

/// A reviewer at a desk without a disk: requests are carried out as a store that never fails would.
struct ReviewDesk {
    var screen: ReviewScreen
    var reviews: [Review]
    /// What a store would have kept, work by work.
    var steps: [[ReviewStep]]
    var left: ReviewScreen.Request?
    var edited: [String] = []
    var opened: [String] = []
    /// Whether the store refuses to keep anything.
    var isFull = false

    init(
        _ rubric: Rubric, works: [String] = ["talk-1"], subjects: [String] = [],
        only criterion: String? = nil, isAdjudication: Bool = false, columns: Int = 80,
        rows: Int = 24, isASCII: Bool = false
    ) {
        let plan = ReviewPlan(rubric, subjects: subjects)
        reviews = works.map { _ in Review(plan) }
        steps = works.map { _ in [] }
        for index in reviews.indices {
            steps[index] += reviews[index].receive(.begin, at: Self.time).steps
        }
        screen = ReviewScreen(
            zip(works, reviews).map { name, review in
                ReviewedWork(
                    name: name, exhibits: Self.exhibits, found: Self.found,
                    isAdjudication: isAdjudication, review: review,
                    scores: Self.scores(review))
            }, only: criterion.map { Desk.id($0) }, columns: columns, rows: rows,
            glyphs: Glyphs(isASCII: isASCII))
    }

    private static let time = Timestamp(microseconds: 1_000_000)

    static let exhibits = [
        Exhibit(link: "talk.md", contents: .init(of: [1, 2])),
        Exhibit(link: "notes/day-1.md", evidence: Desk.id("diary"), contents: .init(of: [1])),
        Exhibit(link: "https://example.org/a/long/address/that/has/no/blanks/in/it/at/all.html"),
    ]

    /// One changed since it was handed in, one cannot be found.
    static let found = [
        Exhibit(link: "talk.md", contents: .init(of: [3])), Exhibit(link: "notes/day-1.md"),
    ]

    static func scores(_ review: Review) -> [SheetScore] {
        let sheet = ScoreSheet(
            id: Desk.id("s"), rubric: review.plan.rubric.id, rubricVersion: "1.0.0",
            submission: "talk-1", reviewer: "r", time: "2026-11-21T12:00:00Z",
            conflict: ScoreSheet.noConflict, marks: review.marks, overall: review.overall)
        let subjects: [String?] = review.plan.subjects.isEmpty ? [nil] : review.plan.subjects
        return subjects.compactMap { try? review.plan.rubric.score(sheet, on: $0) }
    }

    mutating func receive(_ input: Input) { carryOut(screen.receive(input)) }

    mutating func carryOut(_ requests: [ReviewScreen.Request]) {
        for request in requests {
            switch request {
            case .send(let event, let work):
                if isFull {
                    screen.fail("no space", .surely, keeping: request)
                    return
                }
                let action = reviews[work].receive(event, at: Self.time)
                steps[work] += action.steps
                screen.update(work, reviews[work], Self.scores(reviews[work]), action)
            case .edit(let text): edited.append(text)
            case .open(let link): opened.append(link)
            case .showMouse, .redraw: break
            case .leave: left = request
            }
        }
    }

    mutating func type(_ keys: String) {
        for input in Desk.inputs(keys) { receive(input) }
    }

    var text: String { screen.grid.text.joined(separator: "\n") }

    /// Everything that stands on a sheet, as stores have it: `ask=level low+sooner "why"`.
    func standing(_ work: Int = 0) -> String {
        let review = reviews[work]
        return review.plan.places.compactMap { place in
            let judgment = review.judgment(at: place)
            if judgment.isEmpty { return nil }
            let name =
                switch place {
                case .criterion(let id, let subject): (subject.map { "\($0)/" } ?? "") + id.text
                case .overall: "overall"
                }
            let words = judgment.wordsText.map { " {\($0)}" } ?? ""
            return "\(name)=\(judgment.markText)\(words)"
        }.joined(separator: "; ")
    }
}

/// Rubrics to score by.
enum Rubrics {
    static let talk = rubric(text)
    /// The same for a panel whose marks are sealed.
    static let sealed = rubric(
        text.replacing("</criteria>", with: "</criteria><panel quorum=\"2\" sealed=\"yes\"/>"))
    static let hostile = rubric(
        text.replacing("Ask early", with: "&#x9B;2J\u{202E}gpj").replacing(
            "Ask sooner.", with: "a\u{200B}b 👩‍🏫 ابن خلدون"))

    static func rubric(_ text: String) -> Rubric {
        var diagnostics = Diagnostics()
        let source = SourceText(name: "talk.xml", bytes: Array(text.utf8))
        guard let rubric = RubricReader.rubric(from: source, into: &diagnostics) else {
            preconditionFailure("\(diagnostics.found)")
        }
        return rubric
    }

    /// One criterion of each kind.
    private static let text = """
        <rubric xmlns="urn:assay:rubric:1" id="talk" version="1.0.0"><title>Talk</title>
        <scale id="s">
          <level id="none" points="0"><label>None</label></level>
          <level id="low" points="1"><label>Low</label></level>
          <level id="good" points="2"><label>Good</label></level>
          <level id="best" points="3"><label>Best</label></level></scale>
        <scale id="yes-no">
          <level id="no" points="0"><label>No</label></level>
          <level id="yes" points="5"><label>Yes</label></level>
          <level id="unsure" points="none"><label>Cannot tell</label></level></scale>
        <criteria>
        <criterion id="ask" kind="levels" scale="s" weight="40" comment="below"
          comment-below="good" evidence="required"><title>Ask early</title>
          <prompt>Did the speaker find out what the room wanted before the first slide?</prompt>
          <guidance>Listen to the first two minutes again.</guidance>
          <gate min-level="low">Without a question it is a lecture.</gate>
          <level ref="low"><descriptor>One question, and the answer changed
            nothing.</descriptor></level>
          <level ref="good"><descriptor>The answers changed what came first.</descriptor></level>
          <statement id="sooner" level="low">Ask sooner.</statement>
          <statement id="well" level="best">Well asked.</statement>
          <statement id="louder">Speak up.</statement></criterion>
        <criterion id="time" kind="points" min="0" max="10" step="0.5" weight="20"
          comment="extremes"><title>Keep the time</title></criterion>
        <criterion id="seen" kind="measure" target="90%" weight="20">
          <title>Slides that could be read</title></criterion>
        <criterion id="safe" kind="check" scale="yes-no" weight="20" not-applicable="allowed">
          <title>Nothing confidential was shown</title></criterion>
        <criterion id="advice" kind="text" comment="always"><title>Advice</title></criterion>
        </criteria>
        <verdict><band id="pass" min="60%" passes="yes"><label>Passed</label></band>
        <band id="again" min="0%"><label>Not yet</label></band></verdict></rubric>
        """
}
