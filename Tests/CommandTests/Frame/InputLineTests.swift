import Commands
import Foundation
import Results
import Testing

/// Standard input belongs to the process, so that each test has a process of its own.
@Suite struct `Lines of input` {
    @Test(arguments: [
        ("one\ntwo\n\n", ["one", "two", ""]), ("", []), ("one", ["one"]), ("a\r\nb", ["a\r", "b"]),
        ("\n\n", ["", ""]), (String(repeating: "x", count: 50_000) + "\ny", ["", "y"]),
    ])
    func `come one by one, the last one too`(_ text: String, _ lines: [String]) async {
        await #expect(processExitsWith: .success) {
            [text = text as String, lines = lines as [String]] in
            let input = Pipe()
            dup2(input.fileHandleForReading.fileDescriptor, STDIN_FILENO)
            try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
            try input.fileHandleForWriting.close()
            let environment = Environment.process()
            for line in lines {
                guard case .line(let read) = environment.nextLine(),
                    read.utf8.count > 40_000 || read == line
                else { exit(1) }
            }
            if environment.nextLine() != .end { exit(2) }
            exit(0)
        }
    }

    @Test func `are waited for no longer than wanted`() async {
        await #expect(processExitsWith: .success) {
            let input = Pipe()
            dup2(input.fileHandleForReading.fileDescriptor, STDIN_FILENO)
            let environment = Environment.process()
            try input.fileHandleForWriting.write(contentsOf: Data("ha".utf8))
            if environment.nextLine(within: .milliseconds(50)) != .timeOut { exit(1) }
            try input.fileHandleForWriting.write(contentsOf: Data("lf\n".utf8))
            if environment.nextLine(within: .seconds(60)) != .line("half") { exit(2) }
            exit(0)
        }
    }

    /// What arrives between two lines is told at the next, and does not end the program at once.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `give way to a signal`(_ signal: Int32) async {
        await #expect(processExitsWith: .success) { [signal = signal as Int32] in
            let input = Pipe()
            dup2(input.fileHandleForReading.fileDescriptor, STDIN_FILENO)
            let environment = Environment.process()
            if environment.nextLine(within: .zero) != .timeOut { exit(1) }
            kill(getpid(), signal)
            if environment.nextLine(within: .seconds(60)) != .signal(signal) { exit(2) }
            if environment.nextLine(within: .zero) != .timeOut { exit(3) }
            exit(0)
        }
    }

    @Test func `come after an editor, to which Ctrl-C was typed`() async {
        await #expect(processExitsWith: .success) {
            let input = Pipe()
            dup2(input.fileHandleForReading.fileDescriptor, STDIN_FILENO)
            setenv("VISUAL", "kill -INT \(getpid()); test -f", 1)
            let environment = Environment.process()
            if !environment.edit(file: "/proc/self/exe") { exit(1) }
            if environment.nextLine(within: .zero) != .timeOut { exit(2) }
            setenv("VISUAL", "false", 1)
            if environment.edit(file: "/proc/self/exe") { exit(3) }
            exit(0)
        }
    }
}

@Suite struct `The machine` {
    @Test func `knows this process from others`() throws {
        let machine = Environment.process().machine
        let holder = machine.holder
        #expect(holder.process == Int(getpid()))
        #expect(holder.host == ProcessInfo.processInfo.hostName)
        #expect(holder.boot.utf8.count == 36)
        #expect(machine.isRunning(holder))
        var other = holder
        other.processStart += 1
        #expect(!machine.isRunning(other), "another process once had this number")
        other = holder
        other.process = 0
        #expect(!machine.isRunning(other))
        other = holder
        other.boot = "another"
        #expect(!machine.isRunning(other))
        other.host = "elsewhere"
        #expect(machine.isRunning(other), "of another machine nobody can tell")
        let before = machine.uptime()
        usleep(2_000)
        #expect((2_000...60_000_000).contains(machine.uptime() - before))
    }
}
