import Foundation
import Terminal
import TestSupport
import Testing

let leaving = String(decoding: ScreenModes.leave, as: UTF8.self)
let entering = String(decoding: ScreenModes.enter, as: UTF8.self)

/// Signals belong to the process, so that one test at a time holds them.
@Suite(.serialized) struct `A session on a terminal` {
    private static let theme = Theme(depth: .none)

    private static func session(on pty: Pty) throws -> TerminalSession {
        try TerminalSession(input: pty.line, output: pty.line, theme: theme)
    }

    @Test func `takes the terminal over and gives it back`() throws {
        let pty = try Pty()
        #expect(pty.isCooked)
        let session = try Self.session(on: pty)
        #expect(pty.isRaw)
        #expect((session.columns, session.rows) == (40, 12))
        var grid = Grid(columns: 40, rows: 12)
        grid.draw("Question 7", row: 0)
        session.show(grid)
        session.show(grid)
        session.hasMouse = false
        session.close()
        session.show(grid)
        #expect(pty.isCooked)
        let frame = "\u{1B}[?2026h\u{1B}[?25l\u{1B}[0m\u{1B}[2J\u{1B}[1;1HQuestion 7\u{1B}[?2026l"
        let mouse = ScreenModes.mouse(false).reduce(into: "") {
            $0.unicodeScalars.append(Unicode.Scalar($1))
        }
        let on = ScreenModes.mouse(true).reduce(into: "") {
            $0.unicodeScalars.append(Unicode.Scalar($1))
        }
        #expect(pty.seen() == entering + on + frame + mouse + leaving)
        #expect(session.next() == .ended(.hangup))
        #expect(session.next() == .ended(.hangup))
    }

    @Test func `gives it back when nobody holds it any more`() throws {
        let pty = try Pty()
        do { _ = try Self.session(on: pty) }
        #expect(pty.isCooked)
        #expect(pty.seen().hasSuffix(leaving))
    }

    @Test func `is refused without a terminal, and twice at a time`() throws {
        let pty = try Pty()
        let file = open("/dev/null", O_RDWR)
        defer { close(file) }
        #expect { try TerminalSession(input: file, output: pty.line, theme: Self.theme) } throws: {
            ($0 as? TerminalFault)?.kind == .notATerminal
        }
        #expect { try TerminalSession(input: pty.line, output: file, theme: Self.theme) } throws: {
            ($0 as? TerminalFault)?.kind == .notATerminal
        }
        let session = try Self.session(on: pty)
        #expect { try Self.session(on: pty) } throws: {
            ($0 as? TerminalFault)?.kind == .alreadyOpen
        }
        #expect(pty.isRaw)
        session.close()
        #expect(pty.isCooked)
    }

    @Test func `hears of the focus only while it is asked to`() throws {
        let pty = try Pty()
        let session = try Self.session(on: pty)
        let (on, off) = ("\u{1B}[?1004h", "\u{1B}[?1004l")
        #expect(!pty.seen().contains(on))
        session.reportsFocus = true
        #expect(pty.seen() == on)
        session.outside {}
        let seen = pty.seen()
        #expect(seen.hasPrefix(leaving) && leaving.contains(off) && seen.hasSuffix(on))
        session.reportsFocus = false
        #expect(pty.seen() == off)
        session.outside {}
        #expect(!pty.seen().contains(on))
        session.close()
        #expect(pty.isCooked)
    }

    @Test func `shows nothing of what is typed unseen, and afterwards all again`() throws {
        let pty = try Pty()
        func line() -> String {
            var bytes = [UInt8](repeating: 0, count: 100)
            let count = max(0, read(pty.line, &bytes, bytes.count))
            return String(decoding: bytes[..<count], as: UTF8.self)
        }
        pty.type("before\n")
        #expect(line() == "before\n")
        let hidden = withoutEcho(on: pty.line) {
            // Ctrl-Z and Ctrl-\ are letters like any other meanwhile.
            pty.type("chalk\u{1A}\u{1C}\n")
            return line()
        }
        #expect(hidden == "chalk\u{1A}\u{1C}\n")
        #expect(pty.isCooked)
        pty.type("after\n")
        let seen = pty.seen(upTo: "after")
        #expect(seen.contains("before") && seen.contains("after") && !seen.contains("chalk"))
    }

    @Test func `gives what is typed, in time`() throws {
        let pty = try Pty()
        let session = try Self.session(on: pty)
        #expect(session.next(timeout: .zero) == nil)
        pty.type("é\u{1B}[A\u{3}")
        #expect(session.next() == .key(.character("é")))
        #expect(session.next() == .key(.up))
        #expect(session.next() == .key(.control("c")))
        let clock = ContinuousClock()
        let start = clock.now
        #expect(session.next(timeout: .milliseconds(30)) == nil)
        #expect(clock.now - start >= .milliseconds(30))
        // Esc by itself is settled even while a clock ticks faster.
        pty.type("\u{1B}")
        var ticks = 0
        var input: Input?
        while input == nil, ticks < 200 {
            input = session.next(timeout: .milliseconds(5))
            ticks += 1
        }
        #expect(input == .key(.escape))
        #expect(ticks > 2)
    }

    @Test func `tells a new size`() throws {
        let pty = try Pty()
        let session = try Self.session(on: pty)
        pty.resize(columns: 80, rows: 24)
        // The pty is not this process's own, so that the signal is ours to send.
        kill(getpid(), SIGWINCH)
        #expect(session.next(timeout: .seconds(5)) == .resize(columns: 80, rows: 24))
        kill(getpid(), SIGWINCH)
        #expect(session.next(timeout: .milliseconds(50)) == nil)
        kill(getpid(), SIGCONT)
        _ = pty.seen()
        #expect(session.next(timeout: .seconds(5)) == .resumed)
        #expect(pty.seen().hasPrefix(entering))
    }

    @Test(arguments: [
        (SIGINT, Ending.interrupted), (SIGTERM, .terminated), (SIGHUP, .hangup), (SIGQUIT, .quit),
    ])
    func `ends by a signal, and for good`(_ signal: Int32, _ ending: Ending) throws {
        // Whoever reads lines before may have held it back.
        var held = sigset_t()
        sigemptyset(&held)
        sigaddset(&held, signal)
        pthread_sigmask(SIG_BLOCK, &held, nil)
        defer { pthread_sigmask(SIG_UNBLOCK, &held, nil) }
        let pty = try Pty()
        let session = try Self.session(on: pty)
        pty.type("x")
        #expect(session.next() == .key(.character("x")))
        pthread_kill(pthread_self(), signal)
        #expect(session.next(timeout: .seconds(5)) == .ended(ending))
        #expect(session.next() == .ended(ending))
        #expect(ending.exitCode == 128 + signal)
        session.close()
        #expect(pty.isCooked)
    }

    @Test func `ends when the window is gone`() throws {
        let pty = try Pty()
        let session = try Self.session(on: pty)
        pty.type("ab")
        #expect(session.next() == .key(.character("a")))
        pty.hangUp()
        #expect(session.next() == .key(.character("b")))
        #expect(session.next() == .ended(.hangup))
        #expect(session.next(timeout: .seconds(5)) == .ended(.hangup))
        session.show(Grid(columns: 4, rows: 4))
    }

    @Test func `ends when nothing can be shown any more`() throws {
        let pty = try Pty()
        let other = try Pty()
        let session = try TerminalSession(input: pty.line, output: other.line, theme: Self.theme)
        other.hangUp()
        session.show(Grid(columns: 4, rows: 4))
        #expect(session.next(timeout: .seconds(5)) == .ended(.hangup))
        session.close()
        #expect(pty.isCooked)
    }

    @Test(arguments: [
        ("printf ' edited' >>", Editor.Outcome.exited(0), "text edited"),
        ("f() { printf new > \"$1\"; }; f", .exited(0), "new"),
        ("sh -c 'stty -a >\"$0\"; exit 3'", .exited(3), " icanon"),
        ("kill -9 $$;", .killed(signal: 9), "text"),
        ("no-such-editor 2>/dev/null", .exited(127), "text"),
        ("sh -c 'kill -PIPE $$'", .exited(128 + SIGPIPE), "text"),
    ])
    func `lends the terminal to an editor`(
        _ command: String, _ outcome: Editor.Outcome, _ text: String
    ) throws {
        let folder = try Folder([])
        let file = try folder.write("text", to: "an answer; $(x) 'y'")
        let pty = try Pty()
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        let session = try Self.session(on: pty)
        #expect(session.edit(file: file, with: Editor(command: command)) == outcome)
        #expect(pty.isRaw)
        let after = try String(contentsOfFile: file, encoding: .utf8)
        #expect(after == text || text.hasPrefix(" ") && after.contains(text))
        let seen = pty.seen()
        #expect(
            seen.contains(leaving)
                && seen.hasSuffix(
                    String(decoding: ScreenModes.enter + ScreenModes.mouse(true), as: UTF8.self))
        )
        session.close()
        #expect(pty.isCooked)
    }

    @Test(arguments: [
        (["VISUAL": "vim -f", "EDITOR": "ed"], "vim -f"), (["VISUAL": " ", "EDITOR": "ed"], "ed"),
    ])
    func `knows the editor that was chosen`(_ variables: [String: String], _ editor: String) {
        #expect(Editor { variables[$0] }.command == editor)
    }
}

@Suite struct `A terminal whose program dies` {
    @Test func `by a trap is given back`() async throws {
        let pty = try Pty()
        let path = pty.path
        await #expect(processExitsWith: .signal(Deaths.trap)) { [path = path as String] in
            let session = try Deaths.session(on: path)
            if session.columns > 0 { fatalError("on purpose") }
        }
        #expect(pty.isCooked)
        #expect(pty.seen().hasSuffix(leaving))
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGFPE])
    func `by a signal is given back`(_ signal: Int32) async throws {
        let pty = try Pty()
        let path = pty.path
        await #expect(processExitsWith: .signal(signal)) {
            [path = path as String, signal = signal as Int32] in
            let session = try Deaths.session(on: path)
            // Here SIGABRT that is raised ends nothing, and abort does.
            if signal == SIGABRT { abort() }
            if session.columns > 0 { raise(signal) }
        }
        #expect(pty.isCooked)
        #expect(pty.seen().hasSuffix(leaving))
    }

    /// Its own process group can be stopped, since its parent is in another one.
    @Test func `for a while, by Ctrl-Z, is given back for as long`() async throws {
        let pty = try Pty()
        let path = pty.path
        async let end = #expect(processExitsWith: .exitCode(5)) { [path = path as String] in
            setpgid(0, 0)
            let session = try Deaths.session(on: path)
            var grid = Grid(columns: 40, rows: 1)
            grid.draw("process \(getpid()).", row: 0)
            for input in [Input.resumed, .resumed, .key(.character("x"))] {
                session.show(grid)
                if session.next(timeout: .seconds(120)) != input { exit(1) }
            }
            exit(5)
        }
        let words = await pty.seen(awaiting: ".").split(separator: "process ").last?.split(
            separator: ".")
        let process = try #require(words?.first.flatMap { pid_t($0) })
        // Typed, then sent by somebody else.
        for stop in [{ pty.type("\u{1A}") }, { _ = kill(process, SIGTSTP) }] {
            stop()
            for _ in 0..<12_000 where !Deaths.isStopped(process) {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(Deaths.isStopped(process))
            #expect(pty.isCooked)
            #expect(pty.seen().hasSuffix(leaving))
            kill(process, SIGCONT)
            let again = await pty.seen(awaiting: "process \(process).")
            #expect(again.hasPrefix(entering))
            #expect(pty.isRaw)
        }
        pty.type("x")
        _ = await end
        #expect(pty.isCooked)
    }

    @Test func `by running out of stack is given back`() async throws {
        let pty = try Pty()
        let path = pty.path
        await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
            let session = try Deaths.session(on: path)
            print(Deaths.recur(session.columns))
        }
        #expect(pty.isCooked)
        #expect(pty.seen().hasSuffix(leaving))
    }

    @Test func `by calling exit is given back`() async throws {
        let pty = try Pty()
        let path = pty.path
        await #expect(processExitsWith: .exitCode(3)) { [path = path as String] in
            let session = try Deaths.session(on: path)
            if session.columns > 0 { exit(3) }
        }
        #expect(pty.isCooked)
        #expect(pty.seen().hasSuffix(leaving))
    }
}

enum Deaths {
    #if arch(x86_64)
    static let trap = SIGILL
    #else
    static let trap = SIGTRAP
    #endif

    static func session(on path: String) throws -> TerminalSession {
        let line = open(path, O_RDWR | O_NOCTTY)
        return try TerminalSession(input: line, output: line, theme: Theme(depth: .none))
    }

    static func isStopped(_ process: pid_t) -> Bool {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        return status?.contains("State:\tT") == true
    }

    @inline(never) static func recur(_ depth: Int) -> Int {
        depth < 0 ? 0 : recur(depth &+ 1) &+ recur(depth &+ 2)
    }
}
