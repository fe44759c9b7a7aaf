import Commands
import Foundation
import TestSupport
import Testing

@Suite struct `A report that nobody waits for` {
    private static let bank = """
        <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
        <item id="i1"><prompt>Is it?</prompt><true-false key="true"/></item>
        <item id="i2"><prompt>Is it?</prompt><true-false key="true"/></item>
        <quiz id="q" pass="50%" order="listed" time="20m"><title>Quiz</title>
        <use item="i1"/><use item="i2"/></quiz></bank>
        """

    private let room: QuizRoom

    /// Ann has handed in, and Bob has begun.
    init() throws {
        room = try QuizRoom(bank: Self.bank)
        room.turnLimit = .zero
        #expect(room.run("cohort create spring").code == .done)
        for line in ["Ann --id S1", "Bob --id S2"] {
            #expect(room.run("learner add \(line) --cohort spring").code == .done)
        }
        for (learner, lines) in [("S1", ["", "1", "1", "submit"]), ("S2", ["", "1", "q"])] {
            let run = room.run("quiz take @/bank.xml --learner \(learner)", typing: lines)
            #expect(run.code == .done, "\(run.errors)")
        }
    }

    /// Has the turn to save for as long as the body runs, as another program would.
    private func locked<Answer>(_ body: () throws -> Answer) throws -> Answer {
        let file = open(room.folder.url.appending(path: "store.sqlite.lock").path, O_RDWR)
        defer { close(file) }
        try #require(flock(file, LOCK_EX | LOCK_NB) == 0)
        return try body()
    }

    private static let lines = [
        "report learner S1", "report learner --all --output @/reports --force",
        "report cohort spring", "report item b i1",
        "export --to canvas --output @/c.csv --force", "stats quiz",
    ]

    @Test(arguments: lines)
    func `needs no turn to save, and says nothing but what it was asked`(_ line: String) throws {
        let words = line + " --no-input --quiet"
        let free = room.run(words, isTerminal: false)
        #expect(free.code == .done && free.errors == "", "\(free.errors)")
        let behind = try locked { room.run(words, isTerminal: false) }
        #expect(behind.code == .done && behind.errors == "", "\(behind.errors)")
        #expect(behind.output == free.output)
    }

    @Test(arguments: ["report learner S2", "export --to canvas --output @/c.csv --force"])
    func `waits in vain where a sitting has to be ended first`(_ line: String) throws {
        room.pass(seconds: 3_600)
        let words = line + " --no-input --quiet"
        let behind = try locked { room.run(words, isTerminal: false) }
        #expect(behind.code == .locked && behind.output == "")
        #expect(
            behind.errors == """
                error: nothing was saved: @/store.sqlite: other programs kept \
                '@/store.sqlite.lock' locked for too long
                  try again, and close other programs that save here

                """)
        #expect(room.run(words, isTerminal: false).code == .done)
    }

    @Test func `says by its code that the store cannot be read, or a file not be written`() throws {
        let line = "report learner --all --format html --output @/reports --no-input --quiet"
        #expect(room.run(line, isTerminal: false).code == .done)
        #expect(room.run(line, isTerminal: false).code == .no)
        _ = try room.folder.write(String(repeating: "no store ", count: 1_000), to: "store.sqlite")
        let broken = room.run(line, isTerminal: false)
        #expect(broken.code == .badData && broken.output == "" && !broken.errors.isEmpty)
    }
}
