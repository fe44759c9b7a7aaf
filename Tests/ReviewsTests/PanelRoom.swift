import Assessment
import Content
import Grading
import Results
import Reviews
import StoreTesting
import TestSupport
import Testing

/// A store with a learner, four reviewers, a rubric for a panel of two, and a clock that stands
/// until it is set.
final class PanelRoom {
    let place = InMemoryStore.Place()
    let learner = Person.ID(bits: 1)
    let reviewers = (2...5).map { Person.ID(bits: UInt128($0)) }
    var seconds: Int64 = 0
    private var generator = SeededGenerator(seed: 3)
    private lazy var store = InMemoryStore(at: place)

    init() throws {
        let people = ([learner] + reviewers).enumerated().map { index, id in
            PersonRecord(
                id: UniqueID(bits: id.bits), time: now, author: "lea",
                person: Person(id: id, name: "Person \(index)"))
        }
        try store.add(people, at: now)
    }

    var now: Timestamp { Timestamp(microseconds: 1_773_000_000_000_000 + seconds * 1_000_000) }

    var secretary: Secretary {
        Secretary(
            store: store, author: "lea", clock: { self.now },
            newBits: { UInt128(self.generator.next()) << 64 | UInt128(self.generator.next()) })
    }

    /// Two criteria on one scale of four; sealed, and further apart than a level is disputed.
    static let text = """
        <rubric xmlns="urn:assay:rubric:1" id="talk" version="1.0.0"><title>Talk</title>
        <scale id="s"><level id="none" points="0"><label>None</label></level>
        <level id="low" points="1"><label>Low</label></level>
        <level id="good" points="2"><label>Good</label></level>
        <level id="best" points="3"><label>Best</label></level></scale>
        <criteria><criterion id="ask" kind="levels" scale="s" weight="75" comment="below"
          comment-below="good"><title>Ask</title>
          <statement id="sooner" level="low">Ask sooner.</statement></criterion>
        <criterion id="end" kind="levels" scale="s" weight="25" not-applicable="allowed">
          <title>End</title></criterion></criteria>
        <panel quorum="2" combine="mean" level="total" sealed="yes" blind="double"
          tolerance-levels="1" on-disagreement="adjudicate" adjudication="replace">
          <seat id="one" role="peer" min="2"/>
          <conflict id="kin" action="bar">is family</conflict>
          <conflict id="friend" action="declare">is a friend</conflict></panel>
        <verdict><band id="pass" min="60%" passes="yes"><label>Passed</label></band>
        <band id="again" min="0%"><label>Not yet</label></band></verdict></rubric>
        """

    static func rubric(_ edits: (String, String)...) throws -> Rubric {
        var text = text
        for (old, new) in edits {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        var diagnostics = Diagnostics()
        let source = SourceText(name: "talk.xml", bytes: Array(text.utf8))
        let rubric = try #require(RubricReader.rubric(from: source, into: &diagnostics))
        #expect(diagnostics.found.filter { $0.severity == .error }.map(\.message) == [])
        return rubric
    }

    @discardableResult
    func handIn(_ rubric: Rubric? = nil, as name: String? = "talk-1") throws -> KeptSubmission {
        try secretary.handIn(
            try rubric ?? Self.rubric(), by: learner, as: name,
            exhibits: [Exhibit(link: "talk.md", contents: .init(of: [1, 2]))])
    }

    func kept() throws -> KeptSubmission { try #require(try secretary.submissions().last) }

    /// A reviewer seated, with a script done: `ask=low`, `ask"why`, `submit`, `revise why`.
    @discardableResult
    func review(_ number: Int, _ script: String, role: String? = nil) throws -> LiveReview {
        let reviewer = reviewers[number]
        let seated = try secretary.seat(reviewer, at: kept(), role: role, conflict: "none")
        var live = try secretary.look(seated, as: reviewer)
        if live.review.state == .notBegun { try live.receive(.begin) }
        for part in script.split(separator: ",") {
            seconds += 1
            try live.receive(try Self.event(String(part), live.review))
        }
        return live
    }

    private static func event(_ text: String, _ review: Review) throws -> Review.Event {
        if text == "submit" { return .submit }
        if text.hasPrefix("revise ") { return .revise(reason: String(text.dropFirst(7))) }
        if text.hasPrefix("withdraw ") { return .withdraw(reason: String(text.dropFirst(9))) }
        let mark = try #require(text.firstIndex { "=\"".contains($0) })
        let rest = String(text[text.index(after: mark)...])
        let id = try #require(Criterion.ID(String(text[..<mark])))
        var judgment = review.judgment(at: .criterion(id))
        if text[mark] == "=" {
            judgment.value = .level(try #require(Scale.Level.ID(rest)))
        } else {
            judgment.comment = rest
        }
        return .judge(.criterion(id), judgment)
    }

    func records<Kept: Record>(_ type: Kept.Type) throws -> [Kept] {
        try InMemoryStore(at: place).records(type, .all)
    }

    /// The fault that the body throws, nil where it throws none.
    static func fault(_ body: () throws -> Void) -> ReviewFault? {
        do {
            try body()
            return nil
        } catch {
            return error as? ReviewFault
        }
    }
}
