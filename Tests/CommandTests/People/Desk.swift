import Assessment
import Commands
import Foundation
import Results
import SQLiteResults
import TestSupport
import Testing

/// A folder with a store of its own, where one command follows another, each a second later.
final class Desk {
    let folder: Folder
    let store: String
    private var seconds: Int64 = 0
    private var generator: SeededGenerator

    /// With a store of its own, or at the one that is named.
    init(at store: String? = nil, seed: UInt64 = 1) throws {
        folder = try Folder([])
        self.store = store ?? folder.url.path + "/store.sqlite"
        generator = SeededGenerator(seed: seed)
    }

    struct Answer {
        let code: ExitCode
        /// With `#` in the place of every unique id, whole or not.
        let output: String
        let errors: String
        let rawOutput: String
    }

    /// What the command says to a program, or to a person who types the given line when asked.
    func run(_ words: [String], typing line: String? = nil, columns: Int = 80) -> Answer {
        let output = OutputStream(isTerminal: line != nil)
        let errors = OutputStream(isTerminal: line != nil)
        let folder = folder.url.path
        let environment = Environment(
            arguments: words.prefix(1) + ["--store", store] + words.dropFirst(),
            console: Console(output: output, errors: errors, columns: columns),
            inputIsTerminal: line != nil,
            names: { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] },
            user: "lea", clock: { self.tick() }, chance: { self.generator.next() },
            readLine: { line })
        let code = Assay.table.run(in: environment)
        let masked = [output.text, errors.text].map {
            $0.replacing(folder, with: "~").replacing(/[0-9a-f]{8}-[0-9a-f-]+/, with: "#")
        }
        return Answer(code: code, output: masked[0], errors: masked[1], rawOutput: output.text)
    }

    /// The same for the words of a line; those in quotes are one.
    func run(_ line: String, typing answer: String? = nil) -> Answer {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        let words = parts.enumerated().flatMap { index, part in
            index % 2 == 1 ? [String(part)] : part.split(separator: " ").map { String($0) }
        }
        return run(words, typing: answer)
    }

    /// What `--json` prints.
    func json<Value: Decodable>(_ type: Value.Type = Value.self, _ line: String) throws -> Value {
        let text = run(line + " --json").rawOutput
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    func tick() -> Timestamp {
        seconds += 1
        return Timestamp(microseconds: 1_773_000_000_000_000 + seconds * 1_000_000)
    }

    func newID<Named>(_ type: Named.Type = Named.self) -> UniqueID<Named> {
        UniqueID(at: tick(), using: &generator)
    }

    /// Adds what no command adds yet.
    func add(_ records: [any Record]) throws {
        let store = try SQLiteStore.open(store, .writing)
        try store.add(records, at: tick())
        try store.close()
    }

    /// The bytes of every file in the folder.
    func bytes() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        return Dictionary(
            uniqueKeysWithValues: try names.map {
                ($0, try Data(contentsOf: folder.url.appending(path: $0)))
            })
    }
}

/// Commands in a row, each with what it has to answer.
struct Session: Sendable, CustomTestStringConvertible {
    struct Turn: Sendable {
        let line: String
        let code: ExitCode
        let output: String
        let errors: String

        init(_ line: String, _ code: ExitCode = .done, _ output: String = "", errors: String = "") {
            self.line = line
            self.code = code
            self.output = output
            self.errors = errors
        }
    }

    let name: String
    /// Files that lie in the folder beforehand, by their names.
    var files: [String: String] = [:]
    let turns: [Turn]
    var testDescription: String { name }

    init(_ name: String, files: [String: String] = [:], _ turns: [Turn]) {
        self.name = name
        self.files = files
        self.turns = turns
    }

    func play() throws {
        let desk = try Desk()
        for (name, text) in files { _ = try desk.folder.write(text, to: name) }
        for turn in turns {
            let line = turn.line.replacing("~", with: desk.folder.url.path)
            let answer = desk.run(line)
            #expect(answer.code == turn.code, "\(turn.line)")
            #expect(answer.output == turn.output, "\(turn.line)")
            #expect(answer.errors == turn.errors, "\(turn.line)")
        }
    }
}
