import Foundation
import Terminal
import TestSupport
import Testing

extension `A session on a terminal` {
    /// Beside the sessions, since signals belong to the process.
    @Suite struct `A conversation line by line` {
        private final class Pipes {
            let face: LineFace
            private let ends: [Int32]

            /// A conversation with somebody who has said this already.
            init(_ said: [UInt8], isOpen: Bool = false, isASCII: Bool = false) throws {
                var input: [Int32] = [-1, -1]
                var output: [Int32] = [-1, -1]
                guard pipe(&input) == 0, pipe(&output) == 0 else { throw POSIXError(.EMFILE) }
                _ = write(input[1], said, said.count)
                if !isOpen { close(input[1]) }
                _ = fcntl(output[0], F_SETFL, O_NONBLOCK)
                face = LineFace(input: input[0], output: output[1], isASCII: isASCII)
                ends = [input[0], output[0], output[1]] + (isOpen ? [input[1]] : [])
            }

            deinit { for end in ends { close(end) } }

            func heard() -> String {
                var bytes = [UInt8](repeating: 0, count: 65536)
                let count = read(ends[1], &bytes, bytes.count)
                return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
            }

            func stopListening() { close(ends[1]) }
        }

        @Test(arguments: [
            ("1\n2\n", ["1", "2"]), ("", []), ("\n", [""]), ("a\r\n\nb", ["a", "", "b"]),
            ("é日\n", ["é日"]), ("x\u{0}\u{1B}[A\n", ["x\u{0}\u{1B}[A"]), ("\n\n", ["", ""]),
        ])
        func `hears lines and then the end`(_ said: String, _ lines: [String]) throws {
            let pipes = try Pipes(Array(said.utf8))
            for line in lines { #expect(pipes.face.ask("Enter:") == .line(line)) }
            #expect(pipes.face.ask("Enter:") == .endOfInput)
            #expect(pipes.face.ask("Enter:") == .endOfInput)
            // Nothing echoes what is piped, so that each prompt ends its own line.
            #expect(pipes.heard() == String(repeating: "Enter: \n", count: lines.count + 2))
        }

        @Test func `repairs what is no text and cuts what is endless`() throws {
            let pipes = try Pipes([0x61, 0xFF, 0x0A])
            #expect(pipes.face.ask("") == .line("a\u{FFFD}"))
            let folder = try Folder([])
            let file = try folder.write(
                [UInt8](repeating: 0x61, count: 3 * LineFace.lineLimit) + [0x0A, 0x62, 0x0A],
                to: "long")
            let input = open(file, O_RDONLY)
            let output = open("/dev/null", O_WRONLY)
            defer {
                close(input)
                close(output)
            }
            let face = LineFace(input: input, output: output)
            guard case .line(let line) = face.ask("") else {
                Issue.record("no line")
                return
            }
            #expect(line.utf8.count == LineFace.lineLimit)
            #expect(face.ask("") == .line("b"))
            withExtendedLifetime(folder) {}
        }

        @Test func `says nothing that acts on a terminal`() throws {
            for text in HostileTexts.all where text.utf8.count < 1000 {
                for isASCII in [false, true] {
                    let pipes = try Pipes([0x0A], isASCII: isASCII)
                    pipes.face.say(text)
                    _ = pipes.face.ask(text)
                    let heard = pipes.heard()
                    let bad = heard.unicodeScalars.filter { $0 != "\n" }.contains {
                        $0.value < 0x20 || (0x7F..<0xA0).contains($0.value)
                    }
                    #expect(!bad && !heard.isEmpty)
                    if isASCII { #expect(heard.utf8.allSatisfy { $0 < 0x80 }) }
                }
            }
            let pipes = try Pipes([])
            pipes.face.say("Question 7 of 20.\n1. 日本")
            pipes.face.say()
            #expect(pipes.heard() == "Question 7 of 20.\n1. 日本\n\n")
        }

        @Test func `waits only so long`() throws {
            let pipes = try Pipes(Array("half a li".utf8), isOpen: true)
            #expect(pipes.face.ask("Enter:", timeout: .milliseconds(20)) == .timeout)
            #expect(pipes.heard() == "Enter: \n")
        }

        @Test(arguments: [
            (SIGINT, Ending.interrupted), (SIGTERM, .terminated), (SIGHUP, .hangup),
        ])
        func `tells a signal from the end`(_ signal: Int32, _ ending: Ending) throws {
            let pipes = try Pipes([], isOpen: true)
            kill(getpid(), signal)
            #expect(pipes.face.ask("Enter:") == .ended(ending))
            #expect(pipes.face.ask("Enter:") == .ended(ending))
        }

        @Test func `ends when nobody listens`() throws {
            let before = signal(SIGPIPE, SIG_IGN)
            defer { signal(SIGPIPE, before) }
            let pipes = try Pipes([0x31, 0x0A])
            pipes.stopListening()
            #expect(pipes.face.ask("Enter:") == .ended(.hangup))
        }

        @Test func `leaves a terminal as it is`() throws {
            let pty = try Pty()
            let face = LineFace(input: pty.line, output: pty.line)
            pty.type("3\n\u{4}4\n")
            #expect(face.ask("Enter a number:") == .line("3"))
            #expect(face.ask("Enter a number:") == .endOfInput)
            #expect(face.ask("Enter a number:") == .line("4"))
            #expect(pty.isCooked)
            #expect(!pty.seen().contains("\u{1B}"))
            pty.hangUp()
            #expect(face.ask("Enter a number:") == .ended(.hangup))
        }
    }
}
