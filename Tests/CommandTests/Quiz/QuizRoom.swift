import Assessment
import Commands
import Content
import Foundation
import Grading
import Results
import SQLiteResults
import TestSupport
import Testing

/// A folder with a store and a bank, a learner who types, and a clock that goes on with each line.
final class QuizRoom {
    let folder: Folder
    /// What the clock goes on by when a line is typed.
    var pace: Int64 = 1
    var program = "assay"
    /// The program that makes workbooks, as it was built.
    var renderProgram = PtyProgram.path + "-render"
    /// How long a command waits for its turn to save.
    var turnLimit = Duration.seconds(60)
    /// The process that runs commands, and those that still run.
    var process = 1
    var running: Set<Int> = [1, 2]
    /// What was typed unseen, and for how many seconds it had to wait.
    private(set) var hidden: [InputLine] = []
    private(set) var rested: Int64 = 0
    /// What happens elsewhere when `!` is typed.
    var meanwhile: () -> Void = {}
    /// What an editor makes of a file.
    var editor: (String) -> Bool = { _ in false }
    private var seconds: Int64 = 0
    private var generator = SeededGenerator(seed: 11)

    init(bank: String? = nil) throws {
        folder = try Folder([])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: folder.url.path)
        if let bank { _ = try folder.write(bank, to: "bank.xml") }
    }

    struct Answer {
        let code: ExitCode
        let output: String
        let errors: String
        /// Whether lines were left that nobody asked for.
        let left: Int
    }

    func pass(seconds: Int64) { self.seconds += seconds }

    func bytes(of name: String) throws -> Data {
        try Data(contentsOf: folder.url.appending(path: name))
    }

    /// One command with the lines typed at it; `^C` stands for an interrupt, and `^Z` for a stop
    /// of a minute.
    func run(
        _ line: String, typing lines: [String] = [], isTerminal: Bool = true,
        variables: [String: String] = [:], columns: Int = 80
    ) -> Answer {
        let output = OutputStream(isTerminal: isTerminal)
        let errors = OutputStream(isTerminal: isTerminal)
        var left = lines[...]
        let path = folder.url.path
        let words = line.replacing("@", with: path).split(separator: " ").map { String($0) }
        var variables = variables
        variables["ASSAY_STORE"] = path + "/store.sqlite"
        variables["TERM"] = variables["TERM"] ?? "xterm"
        let holder = Lease.Holder(
            host: "desk", process: process, processStart: 5, boot: "boot", terminal: "pts/3")
        var environment = Environment(
            arguments: words, console: Console(output: output, errors: errors, columns: columns),
            inputIsTerminal: isTerminal, variables: { variables[$0] },
            names: { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] },
            user: "ann", clock: { Timestamp(microseconds: 1_773_000_000_000_000) + self.seconds },
            chance: { self.generator.next() },
            wait: { limit in
                if let limit, limit.components.seconds < self.pace {
                    self.seconds += limit.components.seconds + 1
                    return .timeOut
                }
                self.seconds += self.pace
                guard var line = left.popFirst() else { return .end }
                if line == "!", let next = left.popFirst() {
                    self.meanwhile()
                    line = next
                }
                if line == "^Z" { return .stop }
                return line == "^C" ? .signal(2) : .line(line)
            },
            hide: { wait in
                let line = wait()
                self.hidden.append(line)
                return line
            },
            rest: { self.rested += $0.components.seconds }, suspend: { self.seconds += 60 },
            edit: { self.editor($0) },
            machine: Machine(
                holder: holder, uptime: { self.seconds * 1_000_000 },
                isRunning: { self.running.contains($0.process) }))
        environment.program = program
        environment.renderProgram = renderProgram
        environment.turnLimit = turnLimit
        let code = Assay.table.run(in: environment)
        return Answer(
            code: code, output: output.text.replacing(path, with: "@"),
            errors: errors.text.replacing(path, with: "@"), left: left.count)
    }

    /// The answers that stand in the one sitting there is, in the order asked.
    func answers() throws -> [String] {
        let store = try SQLiteStore.open(folder.url.path + "/store.sqlite", .reading)
        defer { try? store.close() }
        let sittings = try store.records(SittingRecord.self, .all)
        let answers = Answers.replay(try store.records(StepRecord.self, .all).map(\.step))
        return sittings[0].items.compactMap { answers.current[$0]?.description }
    }

    func grades() throws -> [GradeRecord] {
        let store = try SQLiteStore.open(folder.url.path + "/store.sqlite", .reading)
        defer { try? store.close() }
        return try store.records(GradeRecord.self, .all)
    }
}

extension Timestamp {
    fileprivate static func + (time: Timestamp, seconds: Int64) -> Timestamp {
        Timestamp(microseconds: time.microseconds + seconds * 1_000_000)
    }
}
