import Assessment
import Content
import Results
import Sittings
import StoreTesting
import Testing

/// A store with one learner, a quiz of three items, a clock that stands until it is set, and chance
/// from a fixed number.
final class Room {
    let place = InMemoryStore.Place()
    let learner = Person.ID(bits: 1)
    let bank: Bank
    let quiz: Quiz
    var seconds: Int64 = 0
    /// The processes that still run.
    var running: Set<Int> = [1, 2]
    private var generator = SeededGenerator(seed: 7)

    static let usualRules = #"time="10m" grace="30s" attempts="2" wait="1h""#

    /// The text of the bank, where the quiz has these rules.
    static func source(_ rules: String = usualRules) -> String {
        """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <objective id="o"><title>Objective</title></objective>
        <item id="one" objective="o"><prompt>Which?</prompt>
        <choose><option id="a" key="true">A</option><option id="b">B</option></choose></item>
        <item id="two"><prompt>Is it?</prompt><true-false key="true"/></item>
        <item id="three"><prompt>How many?</prompt><number><accept value="7"/></number></item>
        <quiz id="q" pass="60%" order="listed" \(rules)><title>Q</title>
        <use item="one"/><use item="two"/><use item="three"/></quiz></bank>
        """
    }

    static func bank(_ source: String) throws -> Bank {
        var diagnostics = Diagnostics()
        let text = SourceText(name: "b.xml", bytes: Array(source.utf8))
        let bank = try #require(BankReader.bank(from: text, into: &diagnostics))
        #expect(diagnostics.found.filter { $0.severity == .error } == [])
        return bank
    }

    init(_ rules: String = Room.usualRules) throws {
        bank = try Self.bank(Self.source(rules))
        quiz = try #require(bank.quizzes.first)
        let person = Person(id: learner, name: "Ann")
        try InMemoryStore(at: place).add(
            [
                PersonRecord(
                    id: UniqueID(bits: 1), time: now.time, author: "lead", person: person)
            ], at: now.time)
    }

    var now: Moment {
        Moment(
            time: Timestamp(microseconds: 1_773_000_000_000_000 + seconds * 1_000_000),
            uptime: seconds * 1_000_000, boot: "boot")
    }

    /// The program as one process runs it.
    func invigilator(_ process: Int = 1) -> Invigilator {
        let holder = Lease.Holder(
            host: "desk", process: process, processStart: 5, boot: "boot", terminal: "pts/3")
        return Invigilator(
            store: InMemoryStore(at: place),
            surroundings: Surroundings(
                author: "ann", holder: holder, clock: { self.now },
                chance: { self.generator.next() },
                isRunning: { self.running.contains($0.process) }))
    }

    func begin(_ process: Int = 1) throws -> LiveSitting {
        try invigilator(process).begin(quiz, of: bank, by: learner)
    }

    func kept() throws -> [KeptSitting] { try invigilator().sittings(of: learner) }

    func steps() throws -> [StepRecord] {
        try InMemoryStore(at: place).records(StepRecord.self, .learner(learner))
    }

    func grades() throws -> [GradeRecord] {
        try InMemoryStore(at: place).records(GradeRecord.self, .learner(learner))
    }

    static func item(_ text: String) throws -> Item.ID { try #require(Item.ID(text)) }

    /// An event that answers an item, in the text form of answers.
    static func answer(_ item: String, _ text: String) throws -> Attempt.Event {
        .answer(try Self.item(item), try #require(Answer(text)))
    }
}
