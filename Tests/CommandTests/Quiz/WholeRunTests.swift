import Foundation
import TestSupport
import Testing

/// The built program at a terminal, as somebody uses it.
@Suite struct `The program at a terminal` {
    /// A store with one learner, and a bank of twenty statements that hold.
    private struct Place {
        let folder: Folder
        let store: String
        let bank: String

        init() throws {
            folder = try Folder([])
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: folder.url.path)
            store = folder.url.path + "/store.sqlite"
            bank = try folder.write(`Taking a quiz line by line`.statements, to: "bank.xml")
        }

        func run(_ words: [String], at pty: Pty, variables: [String: String] = [:]) throws
            -> PtyProgram
        {
            try PtyProgram(
                words, at: pty,
                variables: [
                    "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "ASSAY_STORE": store,
                ].merging(variables) { $1 })
        }

        /// Begins the quiz, somebody new, up to the first question.
        func begin(_ options: [String] = [], at pty: Pty) async throws -> PtyProgram {
            let program = try run(["quiz", "take", bank] + options, at: pty)
            _ = await pty.seen(awaiting: "Your name:")
            pty.type("Ann\n")
            let isPlain = options.contains("--plain")
            _ = await pty.seen(awaiting: isPlain ? "to leave:" : "start")
            // A screen that is sent whole has all its words in one piece.
            pty.type(isPlain ? "\n" : "\rl")
            return program
        }
    }

    @Test func `takes a quiz of twenty questions from the name to the result`() async throws {
        let place = try Place()
        let pty = try Pty(columns: 80, rows: 24)
        let program = try await place.begin(["--ascii", "--no-mouse"], at: pty)
        let first = await pty.seen(awaiting: "Question 1 of 20")
        #expect(first.contains("Question 1 of 20"))
        #expect(pty.isRaw)
        // Four are wrong; then the list, two different keys, and the screen sent whole.
        pty.type(String(repeating: "2\r", count: 4) + String(repeating: "1\r", count: 16) + "syl")
        let result = await pty.seen(awaiting: "Passed: 16 of 20 (80%), pass mark 16.")
        #expect(result.contains("Passed: 16 of 20 (80%), pass mark 16."))
        pty.type("\r")
        #expect(await program.end() == 0)
        #expect(pty.isCooked)
        let after = pty.seen()
        #expect(after.contains("\u{1B}[?1049l"))
        #expect(after.hasSuffix("'assay quiz review' shows it again.\r\n"), "\(after)")
        let all = first + result + after
        #expect(all.utf8.allSatisfy { $0 < 0x80 })
        #expect(!all.contains("?1000h"))
    }

    /// Keys or calamities after the seventh answer, the code, and whether a command was printed.
    struct End: Sendable, CustomTestStringConvertible {
        let name: String
        var options: [String] = []
        let code: Int32
        let happens: @Sendable (Pty, PtyProgram) -> Void
        var testDescription: String { name }
    }

    @Test(arguments: [
        End(name: "Ctrl-C on a full screen", code: 130) { pty, _ in pty.type("\u{3}") },
        End(name: "Ctrl-C line by line", options: ["--plain"], code: 130) { pty, _ in
            pty.type("\u{3}")
        },
        End(name: "SIGTERM on a full screen", code: 143) { _, program in
            kill(program.process, SIGTERM)
        },
        End(name: "a lost connection on a full screen", code: 129) { pty, _ in pty.hangUp() },
        End(name: "a lost connection line by line", options: ["--plain"], code: 129) { pty, _ in
            pty.hangUp()
        },
    ])
    func `leaves nothing behind but what was answered`(_ end: End) async throws {
        let place = try Place()
        let pty = try Pty(columns: 80, rows: 24)
        let program = try await place.begin(end.options, at: pty)
        _ = await pty.seen(awaiting: "Question 1 of 20")
        let isPlain = end.options == ["--plain"]
        pty.type(String(repeating: isPlain ? "1\n" : "1\r", count: 7) + (isPlain ? "" : "l"))
        _ = await pty.seen(awaiting: isPlain ? "Question 8 of 20" : "7/20")
        end.happens(pty, program)
        #expect(await program.end() == end.code)
        #expect(kill(program.process, 0) == -1, "no process is left")
        var words = ["quiz", "resume"]
        if end.code != 129 {
            #expect(pty.isCooked)
            let left = await pty.seen(awaiting: "assay quiz resume")
            let line = left.components(separatedBy: "Saved at question 8. To go on: ").last ?? ""
            words = line.split(whereSeparator: \.isWhitespace).map { String($0) }
            #expect(words.first == PtyProgram.path)
            words.removeFirst()
        }
        let other = try Pty(columns: 80, rows: 24)
        let again = try place.run(words, at: other)
        let shown = await other.seen(awaiting: "Question 8 of 20")
        #expect(shown.contains("Question 8 of 20"), "\(shown)")
        #expect(shown.contains("7/20"))
        other.type("q")
        #expect(await again.end() == 0)
        #expect(other.isCooked)
    }

    @Test(arguments: [[], ["--plain"]])
    func `says that an answer is not saved, and saves it once there is room`(
        _ options: [String]
    ) async throws {
        let place = try Place()
        let pty = try Pty(columns: 80, rows: 24)
        let program = try await place.begin(options, at: pty)
        _ = await pty.seen(awaiting: "Question 1 of 20")
        try program.setDiskFull(true, place.folder)
        pty.type(options.isEmpty ? "1l" : "1\n")
        // Of a write that broke off nobody can tell at once.
        let fault = "Answer 1 may not be saved"
        let said = await pty.seen(awaiting: fault)
        #expect(said.contains(fault), "\(said)")
        try program.setDiskFull(false, place.folder)
        pty.type(options.isEmpty ? "rl" : "\n")
        let saved = await pty.seen(awaiting: options.isEmpty ? "1/20" : "Answer 1 saved.")
        #expect(saved.contains(options.isEmpty ? "1/20" : "Answer 1 saved."), "\(saved)")
        pty.type(options.isEmpty ? "q" : "q\n")
        #expect(await program.end() == 0)
    }
}
