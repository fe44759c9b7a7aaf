import Assessment
import Commands
import Content
import Foundation
import Grading
import MarkupReading
import TestSupport
import Testing

@Suite struct `Taking a quiz line by line` {
    /// One question of every kind, in the order written.
    static let every = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="one"><prompt>Which?</prompt>
        <choose shuffle="no"><option id="a" key="true">Alpha</option><option id="b">Beta</option>
        </choose></item>
        <item id="yes"><prompt>Is it?</prompt><true-false key="true"/></item>
        <item id="days"><prompt>How long?</prompt>
        <number unit="required"><accept value="3"/>
        <unit symbol="d" factor="1">days</unit></number></item>
        <item id="word"><prompt>Which word?</prompt><short-text><accept>blameless</accept></short-text>
        </item>
        <quiz id="q" pass="75%" order="listed" time="20m"><title>Quiz</title>
        <use item="one"/><use item="yes"/><use item="days"/><use item="word"/></quiz></bank>
        """

    @Test func `asks, saves, and says what it came to`() throws {
        let room = try QuizRoom(bank: Self.every)
        let run = room.run(
            "quiz take @/bank.xml",
            typing: [
                "Ann Lee", "", "7", "1", "2", "1,234 d", "3 d", "b", "4 days", "/f", "blameless", "s",
                "", "2", "1", "r", "s", "submit",
            ])
        #expect(run.errors == "")
        #expect(run.left == 0)
        #expect(run.code == .done)
        #expect(
            run.output == """
                Your name: Quiz

                - 4 questions; 3 of 4 points pass.
                - 20 minutes from the start, also while you are away; then it is handed in as it
                  stands.
                - Any number of attempts. The best attempt counts.
                - What was right is shown after you hand in.
                - Every answer is saved at once; you can leave and come back.

                """)
    }

    /// A right answer to so many of the bank's items, and a wrong one to the others.
    private static func answers(of path: String, right: Int) throws -> [String] {
        var diagnostics = Diagnostics()
        let source = try #require(
            SourceFile.read(path, limit: 1 << 28, into: &diagnostics))
        let bank = try #require(BankReader.bank(from: source, into: &diagnostics))
        return bank.items.map { "\($0.id) \($0.keyAnswer)" }
    }
}
