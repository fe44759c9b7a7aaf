import Assessment
import Commands
import Content
import Foundation
import Grading
import Results
import SQLiteResults
import TestSupport
import Testing

/// A folder with stores in it, and runs of commands on them.
final class StoreFolder {
    private let folder: Folder
    static let time = Timestamp(microseconds: 1_760_000_000_000_000)

    init() throws {
        folder = try Folder([])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: folder.url.path)
    }

    func path(_ name: String = "results.sqlite") -> String {
        folder.url.appending(path: name).path
    }

    func write(_ text: String, _ name: String) throws {
        _ = try folder.write(text, to: name)
    }

    func bytes(_ name: String = "results.sqlite") throws -> [UInt8] {
        Array(try Data(contentsOf: folder.url.appending(path: name)))
    }

    func damage(_ name: String, at place: Int) throws {
        var bytes = try bytes(name)
        bytes[place] ^= 1
        _ = try folder.write(bytes, to: name)
    }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.url.path)) ?? []).sorted()
    }

    /// A store with a person for each name, by ids from a number on.
    func fill(
        _ name: String = "results.sqlite", _ people: [String] = ["Ann Lee", "Bob"],
        from first: UInt128 = 1, externalID: String? = nil, also records: [any Record] = []
    ) throws {
        let store = try SQLiteStore.openOrCreate(path(name))
        for (offset, name) in people.enumerated() {
            let number = first + UInt128(offset)
            let person = Person(
                id: UniqueID(bits: number), name: name, externalID: externalID)
            let record = PersonRecord(
                id: UniqueID(bits: number), time: Self.time, author: "lead", person: person)
            try store.add([record], at: Self.time)
        }
        if !records.isEmpty { try store.add(records, at: Self.time) }
        try store.close()
    }

    /// Runs `assay store …` on the folder's store, with the folder's path left out of what is said.
    func run(
        _ line: String, store: String = "results.sqlite", isTerminal: Bool = false
    ) -> (code: ExitCode, output: String, errors: String) {
        let words = line.split(separator: " ").map { word in
            word.hasPrefix("@") ? path(String(word.dropFirst())) : String(word)
        }
        let run = Run(
            ["store"] + words, of: Assay.table, variables: ["ASSAY_STORE": path(store)],
            columns: 100, isTerminal: isTerminal, names: names)
        let prefix = folder.url.path + "/"
        return (
            run.code, run.output.replacing(prefix, with: "@").replacing(folder.url.path, with: "@"),
            run.errors.replacing(prefix, with: "@")
        )
    }

    /// A sitting of the first person's with one right answer out of two, and a grade for it.
    static func sitting(earned: Int = 1) throws -> [any Record] {
        let source = """
            <bank xmlns="urn:assay:bank:1" id="b" version="1"><title>B</title>
            <item id="one"><prompt>Is it?</prompt><true-false key="true"/></item>
            <item id="two"><prompt>Is it?</prompt><true-false key="true"/></item>
            <quiz id="q" pass="50%"><title>Q</title><use item="one"/><use item="two"/></quiz></bank>
            """
        var diagnostics = Diagnostics()
        let text = SourceText(name: "b.xml", bytes: Array(source.utf8))
        let bank = try #require(BankReader.bank(from: text, into: &diagnostics))
        let content = try Freezing.quiz(try #require(Quiz.ID("q")), of: bank)
        let learner = Person.ID(bits: 1)
        let sitting = UniqueID<SittingRecord>(bits: 2)
        let items = bank.items.map(\.id)
        let answer = Answer([.chosen([try #require(Entry.ID("true"))])])
        func step(_ number: Int, _ kind: Step.Kind, _ item: Item.ID? = nil) -> StepRecord {
            StepRecord(
                learner: learner, sitting: sitting, number: number,
                id: UniqueID(bits: UInt128(number)), boot: nil,
                step: Step(
                    kind, item: item, answer: item == nil ? nil : answer, time: time, uptime: 0))
        }
        return [
            ContentRecord(content),
            SittingRecord(
                learner: learner, id: sitting, time: time, quiz: "b/q",
                content: content.contentHash, seed: 1, attempt: 1, attemptsAllowed: nil,
                items: items),
            step(1, .begun), step(2, .answered, items[0]), step(3, .submitted),
            GradeRecord(
                learner: learner, sitting: sitting, id: UniqueID(bits: 3), time: time,
                author: "lead", grader: Grading.version,
                marks: Marks(earned: Rational(earned), possible: Rational(2)), verdict: .passed,
                items: [
                    .init(
                        item: items[0],
                        marks: Marks(earned: Rational(earned), possible: Rational(1))),
                    .init(item: items[1], marks: Marks(earned: .zero, possible: Rational(1))),
                ]),
        ]
    }
}
